## Who speaks at a hearing

speakers-title = Speakers
speakers-lead = Everybody who wishes to speak and has confirmed. Times are estimates from the hearing’s start: the chair calls whom they like.
speakers-hearing = { $title }
speakers-starts = { $when }
speakers-minutes = { $count ->
    [one] { $count } minute each
   *[other] { $count } minutes each
}
speakers-count = { $count ->
    [one] { $count } speaker
   *[other] { $count } speakers
}
speakers-ends = The last one would be done at about { $time }.
speakers-caption = Running order: { $title }
speakers-column-number = No.
speakers-column-time = About
speakers-column-name = Speaker
speakers-column-how = How
speakers-column-length = Written text
speakers-column-move = Move
speakers-up = Earlier
speakers-up-name = Move { $name } earlier
speakers-down = Later
speakers-down-name = Move { $name } later
speakers-length = { $time } to read aloud
speakers-fits = fits
speakers-over = { $count ->
    [one] { $count } word too long
   *[other] { $count } words too long
}
speakers-not-read = not read yet
speakers-time = { $minutes } min { $seconds } s
speakers-time-seconds = { $seconds } s
speakers-time-minutes = { $minutes } min
speakers-called-off = Called off. Nobody is reminded.
speakers-held = This hearing has been held.
speakers-empty = Nobody has asked to speak yet.
speakers-empty-next = Whoever ticks “I wish to speak” for a hearing and confirms by mail appears here.
speakers-none = No hearing yet.
speakers-none-next = Speakers are listed by hearing. Add one to the campaign first.
speakers-remind = Each gets one mail the day before, with when and where or the link to join. If the hearing is moved, they are told again by the new time.
speakers-print = Print this page for the running order: it leaves out the buttons.
speakers-done = The order is changed.
speakers-meanwhile = Somebody changed the order meanwhile. Yours was not changed: this is how it stands now.
history-speaker-moved = A speaker was moved in the running order, to place { $detail }.

mail-speaker-reminder-subject = You speak soon: { $what }
mail-speaker-reminder-lead = You asked to speak at “{ $what }”. It begins on { $when }.
mail-speaker-reminder-place = Where: { $value }
mail-speaker-reminder-join = To join online, open { $value }
mail-speaker-reminder-button = Open my testimony
mail-speaker-reminder-minutes = { $minutes ->
    [one] You have about { $minutes } minute, which is about { $words } words.
   *[other] You have about { $minutes } minutes, which is about { $words } words.
}
mail-speaker-reminder-after = If you cannot come, you need not do anything. This mail comes once, and again only if the hearing is moved.
mail-speaker-reminder-why = This e-mail came because you asked to speak for “{ $title }”.
