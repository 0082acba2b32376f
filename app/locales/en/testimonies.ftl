## Testimony at the desk: the queue, one testimony, form letters

desk-testimonies = Testimony
testimonies-title = Testimony
testimonies-lead = Read each text once before it goes into the packet. Nobody but its writer changes a word.
testimonies-numbers = Where the testimonies stand
testimonies-part-received = received
testimonies-part-submitted = not confirmed by mail
testimonies-part-confirmed = { $count ->
    [one] waits for you
   *[other] wait for you
}
testimonies-part-approved = approved
testimonies-part-returned = sent back
testimonies-part-included = delivered
testimonies-part-withdrawn = withdrawn
testimonies-part-expired = expired
testimonies-viewer = Your role sees numbers. Names and texts are read by moderators, organizers and owners.
testimonies-by-matter = By matter and stance
testimonies-by-matter-caption = Confirmed, approved and delivered, by matter and stance. One on two matters stands in both rows.
testimonies-column-matter = Matter
testimonies-all-matters = Each counted once
testimonies-pages = Pages of testimony
testimonies-queue = Texts
testimonies-letters = Form letters
testimonies-speakers = Speakers


desk-testimony-state-draft = Draft
desk-testimony-state-submitted = Not confirmed by mail
desk-testimony-state-confirmed = Waits for you
desk-testimony-state-approved = Approved
desk-testimony-state-returned = Sent back
desk-testimony-state-included = Delivered
desk-testimony-state-withdrawn = Withdrawn
desk-testimony-state-expired = Expired

testimonies-filters = Show
testimonies-filter-state = State
testimonies-filter-matter = Matter
testimonies-filter-stance = Stance
testimonies-filter-assigned = Looked after by
testimonies-filter-only = Only those
testimonies-any = all
testimonies-nobody = nobody
testimonies-me = me
testimonies-flagged = with personal details
testimonies-form-letter = nearly all template
testimonies-speaking = that wish to speak
testimonies-search = Find a name, an organization or a word
testimonies-search-hint = Accents and capitals do not matter. Names and texts are sealed, so a search opens them one by one, at most 2,000 at a time.
testimonies-find = Find
testimonies-clear = Show all again
testimonies-count = { $count ->
    [0] No testimony fits.
    [one] { $count } testimony fits.
   *[other] { $count } testimonies fit.
}
testimonies-found = { $count ->
    [0] Nothing was found.
    [one] { $count } was found on this page.
   *[other] { $count } were found on this page.
}
testimonies-stopped = The search stopped after { $count } texts. It goes on from there if you ask it to.
testimonies-more = The next ones
testimonies-search-on = Search on
testimonies-first = Back to the first
testimonies-caption = Testimonies, the one sent first on top
testimonies-column-name = From
testimonies-column-text = Begins
testimonies-column-state = State
testimonies-column-own = Own words
testimonies-column-assigned = Looked after by
testimonies-own = { $percent }%
testimonies-nameless = Name erased
testimonies-for = for { $organization }
testimonies-empty = No testimony yet.
testimonies-empty-next = It appears here once somebody has written to a hearing and sent the text.
testimonies-none-fit = Nothing fits these filters.
flag-phone = phone number
flag-street = street and number
flag-email = e-mail address
flag-social-security = number like a Social Security number
testimonies-wishes-to-speak = wishes to speak

## One testimony

testimony-page-title = Testimony of { $name }
testimony-facts = About this testimony
testimony-fact-state = State
testimony-fact-matters = Matters
testimony-fact-stance = Stance
testimony-fact-hearing = Hearing
testimony-fact-from = From
testimony-fact-organization = Organization
testimony-fact-authority = Speaks for it because
testimony-fact-title = { $title }, { $organization }
testimony-fact-mailbox = E-mail
testimony-fact-language = Language of the text
testimony-fact-speaking = Speaking
testimony-fact-sent = Sent
testimony-fact-words = Words
testimony-fact-template = Template
testimony-fact-place = { $residency }, { $zip }
testimony-no-matters = none named
testimony-no-hearing = none named
testimony-no-template = none
desk-testimony-words = { $count ->
    [one] { $count } word
   *[other] { $count } words
}
testimony-read-aloud = about { $time } to read aloud
desk-testimony-speaking-no = Does not wish to speak
desk-testimony-speaking-in-person = In the room
desk-testimony-speaking-by-video = By video
desk-testimony-text = The text, as it was written
testimony-own = { $percent ->
    [0] No word of it is the writer’s own.
    [100] All of it is the writer’s own.
   *[other] { $percent }% of it is the writer’s own words.
}
testimony-own-marked = What comes from the template “{ $template }” is set in gray and dotted beneath.
testimony-flags = Personal details may be in the text. Each is marked where it stands:
testimony-flags-line = { $kind }: { $count }
testimony-flags-next = The writer was told before sending. If it should not be public, send the text back and say so.
testimony-changed = The text was changed after it was first sent: this is version { $number }.
testimony-erased = Its writer took the text back, and it was erased.
testimony-writer-has-it = It is with its writer, who was told why on { $day }:
testimony-returned-before = It was sent back before, with this reason:
testimony-not-confirmed = It waits for its writer’s mailbox. There is nothing to decide yet.
testimony-delivered = It is in a packet that was delivered. There is nothing to decide any more.
testimony-decide = Decide
testimony-approve = Approve for the packet
testimony-take-back = Take the approval back
testimony-take-back-returned = Take it back from its writer
testimony-return = Send back with this reason
testimony-return-open = Send it back to its writer
testimony-reason = Why it goes back
testimony-reason-hint = Its writer gets this by mail, with a link to change the text. You cannot change it for them.
testimony-decided-by = { $state } by { $name }, { $day }
testimony-assign = Looked after by
testimony-assign-hint = Only for your team. Nobody is told by mail.
testimony-assign-do = Save
testimony-notes = Notes
testimony-notes-hint = For your team. The writer never sees them.
testimony-note = Add a note
testimony-note-do = Add the note
testimony-note-by = { $name }, { $day }
testimony-back = All testimonies
testimony-done-approved = Approved. It goes into the next packet.
testimony-done-returned = Sent back. Its writer gets your reason by mail.
testimony-done-taken-back = Taken back. It waits again.
testimony-done-assigned = Saved.
testimony-done-noted = The note is kept.
testimony-meanwhile = Somebody was quicker: this testimony is now “{ $state }”. Nothing of yours was done. Look at it again, then decide.
testimony-meanwhile-by = { $name } was quicker: this testimony is now “{ $state }”. Nothing of yours was done. Look at it again, then decide.
testimony-meanwhile-writer = Its writer was quicker: this testimony is now “{ $state }”. Nothing of yours was done. Look at it again, then decide.
testimony-late = The time for it is over: if you send it back, its writer can no longer send it again.
testimony-late-returned = The time for it is over, and its writer can no longer send it again. Take it back, and it waits for you as it was.
testimony-meanwhile-assigned = Somebody else has given it to another member meanwhile. Yours was not saved.
testimony-somebody = a former member
error-testimony-reason-empty = Say why it goes back
error-testimony-reason-long = Say it in at most 1,000 characters
error-testimony-note-empty = Write the note
error-testimony-note-long = Write at most 1,000 characters
error-testimony-assigned = Choose somebody of your team

## Form letters

letters-title = Form letters
letters-lead = Texts that are nearly all their template’s, or nearly each other’s. In the packet each letter stands once, with the names of everybody who sent it.
letters-compared = { $count ->
    [one] { $count } text was compared.
   *[other] { $count } texts were compared.
}
letters-more = Only the first { $count } texts were compared.
letters-empty = No form letters.
letters-empty-next = Every text that stands is mostly its writer’s own.
letters-group = { $count ->
    [one] Sent by { $count } person
   *[other] Sent by { $count } people
}
letters-of-template = From the template “{ $template }”
letters-of-none = From no template of this campaign
letters-representative = As { $name } sent it
letters-names = Everybody who sent it
letters-names-caption = Who sent this letter, the earliest first
letters-names-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}

## The history

history-testimony-approved = A testimony was approved.
history-testimony-returned = A testimony was sent back to its writer.
history-testimony-taken-back = A decision about a testimony was taken back.
history-testimony-assigned = A testimony was given to a member to look after.
history-testimony-noted = A note was added to a testimony.

## The mails

mail-testimony-returned-subject = Your testimony needs a change: { $what }
mail-testimony-returned-lead = The coordinators of “{ $title }” have read your testimony and ask for a change before it can be delivered. This is why:
mail-testimony-returned-until = Please send it again by { $when }.
mail-testimony-returned-button = Open my testimony
mail-testimony-returned-after = Nobody but you changes your text. On the page you can change it and send it again, withdraw it or erase it.
mail-testimony-returned-why = This e-mail came because you sent testimony to “{ $title }”.

mail-returned-reminder-subject = Your testimony is not sent yet: { $what }
mail-returned-reminder-lead = The coordinators sent your testimony back to you, and it has not come in again. It is taken until { $when }.
mail-returned-reminder-after = If you have changed your mind you need not do anything. This is the only reminder.
mail-returned-reminder-why = This e-mail came because you sent testimony to “{ $title }”.
