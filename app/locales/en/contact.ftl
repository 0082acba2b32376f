# Calling and writing to the members of a body.

history-script-saved = The texts for calling and writing were saved.

desk-contact = Contact

## The neighbor’s page

contact-heading = Call or write
contact-open = Call or write to the members
contact-title = Call or write to { $body }
contact-lead = A call or a letter from a neighbor is noticed. Find who speaks for you, and say it in your own words; ours are a start.
contact-others = Others to write to
contact-find = Find who speaks for you
contact-zip = ZIP code
contact-zip-hint = Of the place where you live. It is not kept.
contact-zip-find = Find
contact-by-district = Or choose your district
contact-other-district = Choose another district
contact-map = Map of the districts
contact-zip-unknown = The ZIP code { $zip } is in no district we know of. Choose your district below; the members at large speak for everybody.
contact-zip-several = The ZIP code { $zip } is in several districts. Choose yours.
contact-members = The members
contact-members-at-large = The members at large
contact-members-of = { $district }, and the members at large
contact-seat-of = { $title }, { $district }
contact-vacant = This seat is vacant.
contact-vacant-since = This seat has been vacant since { $day }.
contact-write = Write to { $name }
contact-write-opens = This opens in your own mail program. Add your name and your street there: members look for their own neighbors.
contact-message = Read the message
contact-call = Call { $name }: { $phone }
contact-script = What to say
contact-no-way = No public address or telephone number is known.
contact-i-wrote = I wrote
contact-i-called = I called
contact-i-wrote-for = I wrote to { $name }
contact-i-called-for = I called { $name }
contact-done-wrote = Thank you. Your letter is counted, without your name.
contact-done-called = Thank you. Your call is counted, without your name.
contact-promise = We count calls and letters by member and day. We keep nothing about you: not your ZIP code, not your name, not what you said.
error-contact-zip = Enter a ZIP code of five digits.

## What is said where the organizers wrote nothing

contact-default-subject = { $title }
contact-default-message = Dear { "{" }name{ "}" },

    I am your neighbor, and I write about “{ $title }”.

    { $ask }

    Please tell me how you will vote.

    With regards,
contact-default-phone = Hello, my name is … and I live on … Street. I am calling { "{" }name{ "}" } about “{ $title }”.

    { $ask }

    Could you tell me how the member will vote? Thank you for your time.

## The desk

contact-desk-title = Calls and letters
contact-desk-lead = How often neighbors said that they called or wrote. It names nobody, and it is an estimate: some do it and don’t say so.
contact-desk-empty = Nobody to call yet.
contact-desk-empty-next = Enter a body with its seats under “Bodies”.
contact-desk-caption = Members, with calls and letters
contact-column-member = Member
contact-column-called = Calls
contact-column-wrote = Letters
contact-total = Together
contact-texts = The texts neighbors start from
contact-texts-save = Save the texts
contact-texts-saved = The texts are saved.
contact-text-subject = Subject of the message
contact-text-subject-hint = Begin with the docket number: it is how an office sorts its mail.
contact-text-message = Message
contact-text-message-hint = Where “{ "{" }name{ "}" }” stands, the member’s name is put. At most 1,800 letters: more does not get through to every mail program.
contact-text-phone = What to say by telephone
contact-text-phone-hint = Half a minute, as one speaks.
error-contact-long = Shorten this text: a subject has room for 200 letters, a message for 1,800, a call for 3,000.
