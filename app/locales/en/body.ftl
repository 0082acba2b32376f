# Bodies that receive: what kind they are, who sits there, and what they take.

history-body-saved = A body was saved: { $detail }.
history-body-removed = A body was taken out.

desk-bodies = Bodies

## The list

bodies-title = Bodies
bodies-lead = Whom the campaign turns to: councils with their seats and committees, offices, boards. All of it is public record, and all of it is shown.
bodies-empty = Nobody yet.
bodies-empty-next = Enter the council or the office that decides. Its seats let neighbors find whom to call.
bodies-add = Enter a body
bodies-caption = Bodies, each with its committees beneath it
bodies-column-name = Body
bodies-column-email = Testimony is sent to
bodies-column-seats = Seats
bodies-column-do = Change
bodies-no-email = no address yet
bodies-seats = { $count ->
    [0] none
    [one] one seat
   *[other] { $count } seats
}
bodies-districts = { $zips } ZIP codes, { $outlines } outlines
bodies-remove = Remove
bodies-remove-for = Remove { $name }
bodies-done-saved = The body is saved.
bodies-done-removed = The body is removed from this campaign.
error-body-in-use = A matter, a hearing or a committee needs this body; it stays.

## Kinds

body-kind = What it is
body-kind-council = Council
body-kind-committee = Committee
body-kind-school-committee = School committee
body-kind-mayor = Mayor or another office holder
body-kind-board = Board
body-kind-department = Department

## The form

body-title = Body
body-title-new = Enter a body
body-shared = A campaign of another organization turns to this body as well. When you save, this campaign gets its own copy; theirs stays as it is.
body-about = Who it is
body-name = Name
body-name-hint = As one addresses it, such as “Boston City Council”.
body-parent = Committee of
body-parent-hint = Only for a committee.
body-parent-none = It is no committee
body-office = Office that receives its mail
body-office-hint = Such as “Office of the City Clerk”.
body-address = Postal address
body-email = Public address for testimony
body-email-hint = The one it publishes, such as a committee’s own mailbox.
body-site = Site
body-site-hint = The whole address, beginning with https://
body-profile = What it takes
body-profile-lead = As the body published it. Leave empty what it does not limit.
body-formats = Files it accepts
body-format-pdf = PDF
body-format-docx = Word
body-file-mb = Megabytes a file, at most
body-words = Words a testimony, at most
body-copies = Printed copies, in person
body-speak-minutes = Minutes for a speaker
body-cutoff-hours = Hours before a hearing until which it takes written testimony
body-required-lines = What every testimony must name
body-required-lines-hint = One on each line, such as “Docket number”.
body-rules = Its rules in your words
body-rules-hint = Whatever else it published: the language, who speaks first, how to sign up.
body-seats = Seats
body-seats-lead = Who sits there: public record. A seat without a district is at large. Empty a row to remove the seat.
body-save = Save the body
body-back = Back to the bodies
seat-number = Number
seat-title = Title
seat-district = District
seat-holder = Holder
seat-email = E-mail
seat-phone = Telephone
seat-vacant = Vacant since
error-body-name = Say what the body is called.
error-body-kind = Choose what it is.
error-body-parent = A committee is of a council, not of another committee or of itself.
error-body-email = Write the address in the form name@example.org, or leave it empty.
error-body-formats = Tick at least one kind of file.
error-body-number = Write a whole number, or leave it empty.
error-body-required-lines = Write at most 20 lines of at most 80 letters.
error-seat-title = Give each seat a title, such as “Councilor, District 7”.
error-seat-email = A seat’s e-mail is not of the form name@example.org.
error-seat-phone = A seat’s telephone number has no digits.
error-seat-vacant = Enter since which day the seat is vacant, or leave it empty.

## The campaign’s page

body-takes = What { $body } takes
body-takes-pdf = Files as PDF
body-takes-docx = Files as Word
body-takes-both = Files as PDF or Word
body-takes-mb = At most { $count } MB a file
body-takes-words = At most { $count } words
body-takes-copies = In person: { $count } printed copies
body-takes-minutes = { $count ->
    [one] One minute for each speaker
   *[other] { $count } minutes for each speaker
}
body-takes-until = { $count ->
    [one] Written testimony until an hour before the hearing, unless the hearing says otherwise
   *[other] Written testimony until { $count } hours before the hearing, unless the hearing says otherwise
}
body-takes-lines = Each testimony names: { $lines }
body-site-link = Its own site
