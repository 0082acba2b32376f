# Testimony: the form, the writer's own page, the mails.
mail-testimony-leave = See, change, withdraw or erase your testimony
mail-confirm-testimony-subject = Please confirm your testimony: { $what }
mail-confirm-testimony-lead = You wrote testimony for “{ $what }”. It goes to the coordinators once you open this page and press the button on it.
mail-confirm-testimony-button = Confirm my testimony
mail-confirm-testimony-after = If you did not write it, do nothing: nothing is passed on, and the text and the address are forgotten after thirty days.
mail-confirm-testimony-why = This e-mail came because somebody entered this address on the testimony page of “{ $title }”. It is used for this campaign alone and erased { $days } days after it ends.

mail-testimony-reminder-subject = Your testimony still waits: { $what }
mail-testimony-reminder-lead = Two days ago you wrote testimony for “{ $what }”. Nobody has it yet: one press of a button is missing.
mail-testimony-reminder-after = This is the only reminder. If you did not write it, do nothing: nothing is passed on, and the text and the address are forgotten.
mail-testimony-reminder-why = This e-mail came because somebody entered this address on the testimony page of “{ $title }”. It is used for this campaign alone and erased { $days } days after it ends.

mail-testimony-link-subject = The link to your testimony: { $what }
mail-testimony-link-lead = This is the private link to your testimony for “{ $what }”. It opens without a password, so keep it to yourself.
mail-testimony-link-after = With the link below you can see it, change it while it is open, withdraw it or erase it.
mail-testimony-link-why = This e-mail came because the link was asked for on the page of “{ $title }”. If that was not you, you need not do anything.

# The words of testimony
testimony-stance-in-favor = In favor
testimony-stance-opposed = Opposed
testimony-stance-neutral = Neither for nor against

# The form
testimony-title = Write testimony: { $title }
testimony-heading = Write testimony
testimony-lead = A letter to those who decide, in your own words and in your own language. It becomes part of the hearing’s record.
testimony-templates = Start from a text
testimony-templates-hint = A text you choose goes into the box below and replaces what is in it. Make it yours: two honest paragraphs weigh more than ten borrowed ones.
testimony-part-what = What it is about
testimony-hearing = Which hearing do you write to?
testimony-hearing-when = When
testimony-hearing-length = Length
testimony-cutoff = Written testimony is taken until { $when }
testimony-cutoff-over = Written testimony was taken until { $when }
testimony-when-twice = { $when } ({ $zone })
testimony-limit = { $limit ->
        [one] At most one word
       *[other] At most { $limit } words
    }
testimony-matters = What do you write about?
testimony-matters-hint = One or several.
testimony-matter-line = Docket { $docket }: { $title }
testimony-stance = Where do you stand?
testimony-part-letter = Your letter
testimony-fill = Fill these in first
testimony-fill-hint = The text has parts in braces. What you write here takes their place.
testimony-fill-button = Put into my text
testimony-your-text = Your testimony
testimony-text-hint = An empty line begins a new paragraph. *Asterisks* emphasize, and a line that begins with a hyphen is an item of a list.
testimony-counted-words = { $words ->
        [one] One word
       *[other] { $words } words
    }
testimony-words-of = { $words ->
        [one] One word of at most { $limit }
       *[other] { $words } of at most { $limit } words
    }
testimony-live-words = Words: %n
testimony-live-words-of = Words: %n of at most %m
testimony-own-all = Every word of this is your own.
testimony-own-some = About { $percent } % of this is in your own words. Councilors remember what only you can tell.
testimony-own-little = Nearly all of this is the text you began from. It counts, as one of many alike. A sentence about your street or your work makes it yours.
testimony-language = The language you write in
testimony-language-choose = Choose a language
testimony-language-other = Another language
testimony-part-who = Who you are
testimony-name-hint = It stands under your letter, in public.
testimony-email-hint = We send one e-mail to confirm it is you. It is not published.
testimony-email-known = Your e-mail stays { $email }.
testimony-for-organization = I write for an organization
testimony-field-organization = Its name
testimony-field-organization-hint = As it should stand under the letter.
testimony-field-title = Your title there
testimony-field-title-hint = For example: chair, librarian, member.
testimony-field-authority = What lets you speak for it
testimony-field-authority-hint = For example: the board voted on 3 March.
testimony-part-how = Before you send it
testimony-speaking = Do you also wish to speak at the hearing?
testimony-speaking-hint = We will write to you with when and where.
testimony-speaking-minutes = { $minutes ->
        [one] Each speaker has about one minute. We will write to you with when and where.
       *[other] Each speaker has about { $minutes } minutes. We will write to you with when and where.
    }
testimony-speak-no = No, in writing alone
testimony-speak-in-person = Yes, in the room
testimony-speak-by-video = Yes, by video
testimony-found = Personal details in your text
testimony-found-why = Testimony is a public record, and anybody may read it for years. Take these out, or say that they may stay.
testimony-found-phone = A telephone number:
testimony-found-street = A street address:
testimony-found-email = An e-mail address:
testimony-found-social-security = A number like a Social Security number:
testimony-leave = Leave it in
testimony-public = I agree that my testimony, with my name, is a public record
testimony-public-hint = That is the law for what a public body receives.
testimony-button-preview = Preview
testimony-button-draft = Save as a draft
testimony-button-save = Save the draft
testimony-button-send = Send my testimony
testimony-after = We’ll send you an e-mail. Your testimony goes to the coordinators once you press the button it leads to.
testimony-after-known = It goes back to the coordinators as soon as you send it.
testimony-promise = No account, no cookies, no trackers. { $days ->
        [one] Your address is erased one day after the campaign ends.
       *[other] Your address is erased { $days } days after the campaign ends.
    }
testimony-preview = As the clerk will get it
testimony-preview-hint = Nothing has been sent.
testimony-returned = The coordinators ask you to change something:
testimony-hasty = That was quick. Look it over once more, then send it.
testimony-slowly = Much has come from this connection within the hour. Wait a little and try again; what you wrote is still here.
testimony-closed = This campaign takes no testimony now.
testimony-closed-held = The hearing is over, and no other is planned.
testimony-closed-late = Written testimony was taken until { $when }. You can still write to the members themselves.
testimony-closed-text = What you wrote; copy it if you need it

# What is wrong with the form
error-testimony-hearing = Choose the hearing you write to
error-testimony-late = This hearing took written testimony until { $when }
error-testimony-matter = Choose what you write about
error-testimony-matter-other = Choose only what this hearing is about
error-testimony-stance = Say where you stand
error-testimony-empty = Write your testimony
error-testimony-long = Shorten your text: it is far longer than any letter
error-testimony-part = Fill in “{ $part }” in your text, or take the part out
error-testimony-words = Shorten your text: it has { $words } words, and this body takes at most { $limit }
error-testimony-language = Choose the language you write in
error-testimony-language-other = Write the language’s name, or its code such as “fr”
error-testimony-organization = Write the organization’s name
error-testimony-title = Write your title there
error-testimony-authority = Write what lets you speak for it
error-testimony-line = Shorten this to 200 characters
error-testimony-speaking = Say whether you wish to speak
error-testimony-public = Agree that testimony is a public record
error-testimony-leave = Take the personal details out, or say that they may stay

# After the form
testimony-sent-lead = We have sent you an e-mail. Your testimony goes to the coordinators once you press the button it leads to.
testimony-sent-press = Press “Confirm my testimony”.
testimony-sent-again = If the address may have been mistyped, go back and send it once more. Nothing is counted twice.
testimony-sent-forget = If you do nothing, what you wrote is erased after 30 days.

# The button
testimony-confirm-title = Confirm your testimony
testimony-confirm-heading = One press, and it goes to the coordinators
testimony-confirm-lead = { $name }, this is your letter as the clerk will get it:
testimony-confirm-replaces = You have given testimony for this hearing before. If you confirm this one, it takes the other’s place.
testimony-confirm-button = Confirm my testimony
testimony-confirm-not-you = Was it somebody else who gave your address? Then close this page. Nothing is passed on, and it is erased after 30 days.
testimony-counted-title = Your testimony is in
testimony-counted-heading = Thank you, { $name }
testimony-counted = Your testimony is with the coordinators.
testimony-next-read = A coordinator reads it. If something should change, you get it back with the reason; nobody changes a word of it.
testimony-next-deliver = It is delivered to the clerk with the others, before the hearing.
testimony-next-speak = You wished to speak: the day before, you get an e-mail with when and where.
testimony-counted-mine = See, change or withdraw your testimony
testimony-over-title = This can no longer be confirmed
testimony-over-delivered = Your testimony for this hearing was delivered already, and this one cannot take its place.
testimony-over-withdrawn = This testimony was withdrawn.
testimony-over-late = The time to confirm it is over.

# The writer's own page
testimony-mine-title = Your testimony
testimony-mine-heading = Your testimony
testimony-now-draft = Draft
testimony-now-submitted = Waits for your mailbox
testimony-now-confirmed = With the coordinators
testimony-now-approved = Goes to the hearing
testimony-now-returned = Back with you
testimony-now-included = Delivered
testimony-now-withdrawn = Withdrawn
testimony-now-expired = Expired
testimony-lead-submitted = Look in your mailbox: it goes on once you press the button that our e-mail leads to.
testimony-lead-confirmed = A coordinator will read it. Nobody changes a word of it.
testimony-lead-approved = It was read, and goes to the clerk with the others.
testimony-lead-returned = Change what is asked for, and send it again.
testimony-lead-included = It was delivered to the clerk, and is part of the record.
testimony-lead-withdrawn = It is not passed on.
testimony-lead-expired = It was not confirmed within 30 days, and was erased.
testimony-handed-over = It was confirmed from its mailbox. The link in the e-mail opens it; this one does no more.
testimony-mail-link = Send me that e-mail again
testimony-tie = { $tie }, { $zip }
testimony-tie-lives = Lives there
testimony-tie-works = Works there
testimony-tie-studies = Studies there
testimony-tie-elsewhere = From elsewhere
testimony-letter-about = About
testimony-letter-stance = Stance
testimony-letter-language = Language
testimony-others = More from this mailbox
testimony-withdraw = It is not passed on. What was delivered before cannot be called back.
testimony-withdraw-button = Withdraw my testimony
testimony-erase = It is withdrawn, and the text, your name and your address are erased here. What was delivered before cannot be called back.
testimony-erase-sure = Yes, erase it
testimony-erase-button = Erase my testimony
testimony-error-sure = Check the box to erase it
testimony-done-sent = It is back with the coordinators.
testimony-done-withdraw = It is withdrawn.
testimony-done-erase = It is erased.
testimony-done-link = If the last one was some minutes ago, the e-mail is on its way.

# On the campaign's page
testimony-invite-heading = In your own words
testimony-invite = A letter to those who decide weighs more than a name. It may be short, and in any language.
testimony-unsaved = What you typed
testimony-unsaved-hint = It was not saved. Copy it if you want to keep it.
