# Hearings, matters and yearly dates: the desk, the campaign's page, and what calendars show.

editor-testimony = Ask for written testimony
editor-testimony-hint = Neighbors can write to a hearing from the campaign’s page. Enter the hearing under “Hearings”.

history-testimony = Whether testimony is asked for was changed.
history-hearing-added = A hearing was entered.
history-hearing-changed = A hearing was changed.
history-hearing-state = A hearing was called off, held or planned again.
history-matters-saved = The matters were saved.
history-yearly-saved = The yearly dates were saved.

desk-hearings = Hearings

## The list

hearings-title = Hearings
hearings-lead = When your matters are heard, and until when testimony is taken. The campaign’s page, the testimony form and calendars follow what you enter here.
hearings-no-body = First enter who holds the hearing.
hearings-no-body-next = A council, a committee or an office: with its address, and what it takes.
hearings-empty = No hearing yet.
hearings-empty-next = As soon as a date is set, enter it: neighbors can then write to it and put it into their calendars.
hearings-add = Enter a hearing
hearings-caption = The campaign’s hearings, the earliest first
hearings-column-hearing = Hearing
hearings-column-when = When
hearings-column-cutoff = Written testimony until
hearings-column-sent = Sent
hearings-column-do = Change
hearings-of = { $body } · { $dockets }
hearings-no-cutoff = no cut-off
hearings-do-planned = Plan again
hearings-do-held = It was held
hearings-do-called-off = Call off
hearings-do-planned-for = Plan again: { $title }
hearings-do-held-for = It was held: { $title }
hearings-do-called-off-for = Call off: { $title }
hearings-done-saved = The hearing is saved. Its page and its calendar show it now.
hearings-done-held = The hearing is marked as held.
hearings-done-called-off = The hearing is called off. Its page and its calendar say so.
hearings-done-planned = The hearing is planned again.
hearings-done-matters = The matters are saved.
hearings-done-yearly = The yearly dates are saved.

hearing-state-planned = planned
hearing-state-held = held
hearing-state-called-off = called off

## Matters

matters-title = Matters
matters-lead = What the campaign is about, by docket: where each stands, and which committee has it.
matters-row = Matter { $number }
matters-docket = Docket number
matters-name = Title, as on the docket
matters-body = Before
matters-body-none = Choose a body
matters-committee = Referred to
matters-committee-none = No committee
matters-state = State
matters-remove = Remove this matter
matters-save = Save the matters
matter-state-filed = filed
matter-state-referred = referred to a committee
matter-state-heard = heard
matter-state-voted = voted on
matter-state-withdrawn = withdrawn
matter-is-filed = Filed: { $body }
matter-is-referred = Referred to { $body }
matter-is-heard = Heard: { $body }
matter-is-voted = Voted on: { $body }
matter-is-withdrawn = Withdrawn
error-matter-body = Choose the body that each matter is before.
error-matter-in-use = A hearing or testimony names a matter you want to remove. Take it out of the hearing first.

## Yearly dates

yearly-title = Dates that come every year
yearly-lead = Such as a review that is due by 31 May. Empty both texts to remove a date.
yearly-row = Date { $number }
yearly-day = Day
yearly-month = Month
yearly-month-none = Choose a month
yearly-body = Whose date it is
yearly-body-none = No body
yearly-text = What is due
yearly-save = Save the yearly dates
yearly-heading = Every year
yearly-when = by { $day }
yearly-next = Next: { $day }.
error-yearly-text = Say what is due on each yearly date.
error-yearly-day = Choose a day that every year has, such as 31 May.

## The form for one hearing

hearing-title = Hearing
hearing-title-new = Enter a hearing
hearing-zone = Times are meant in the campaign’s time zone, { $zone }.
hearing-name = What it is called
hearing-title-hint = Such as “Hearing on dockets 0683 and 0684”.
hearing-body = Who holds it
hearing-body-hint = What this body takes is shown to those who write.
hearing-body-none = Choose a body
hearing-starts = When it starts
hearing-starts-hint = The day and the time on the notice.
hearing-cutoff = Until when written testimony is taken
hearing-cutoff-hint = Leave both empty to take the body’s usual time, if it names one. The minute you enter still counts as on time.
hearing-day = Day
hearing-time = Time
hearing-which-twice = Which of the two
hearing-which-never = Which time instead
hearing-which-none = Choose one
hearing-which-first = the first { $time }, before clocks go back
hearing-which-second = the second { $time }, after clocks go back
hearing-which-before = { $time }, just before clocks go forward
hearing-which-after = { $time }, just after clocks go forward
hearing-place = Where
hearing-place-hint = Such as “Iannella Chamber, City Hall, fifth floor”.
hearing-link = Link to join online
hearing-link-hint = The whole address, beginning with https://
hearing-matters = What it is about
hearing-note = What else one should know
hearing-note-hint = Such as when speakers are called, or which entrance is open.
hearing-save = Save the hearing
hearing-back = Back to the hearings
hearing-earlier-starts = This moves the hearing from { $from } to the earlier { $to }. { $sent ->
    [0] Nobody has sent testimony for it yet.
    [one] One testimony was sent for it; its writer still thinks of the later day.
   *[other] { $sent } testimonies were sent for it; their writers still think of the later day.
}
hearing-earlier-cutoff = This moves the cut-off from { $from } to the earlier { $to }. { $after ->
    [one] One testimony was sent after that and was on time; it stays on time.
   *[other] { $after } testimonies were sent after that and were on time; they stay on time.
}
hearing-earlier-confirm = I have checked the notice; this is right
error-hearing-title = Say what the hearing is called.
error-hearing-body = Choose who holds the hearing.
error-hearing-day-none = Enter the day of the hearing.
error-hearing-day = Enter the day as it is on a calendar, or leave day and time empty.
error-hearing-time = Enter the time of that day, such as 5:00 pm.
error-hearing-time-twice = Clocks go back that night and show this time twice. Choose the first or the second.
error-hearing-time-never = Clocks go forward that night and skip this time. Choose the time just before or just after.
error-hearing-link = Write the whole address to join, beginning with https://
error-hearing-earlier = You are moving it to an earlier time. Read what that means, and tick the box if it is right.

## The campaign’s page

hearings-heading = Hearings
hearings-past = Hearings before
hearings-calendar = All dates for your calendar
hearing-calendar = Put it into your calendar
hearing-where = Where
hearing-join = Join online
hearing-until = Written testimony
hearing-send-to = Sent to
hearing-docket = Docket { $docket }
hearing-docket-title = Docket { $docket }: { $title }

## Calendars

hearing-calendar-title = { $title } ({ $body })
hearing-calendar-cutoff = Written testimony is taken until { $cutoff }.
hearing-calendar-join = Join online: { $link }
