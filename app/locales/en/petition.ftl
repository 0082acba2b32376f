# Signing: the form, the mailbox page, the button, the thanks, and one's own page.

sign-title = Sign: { $title }
sign-heading = Sign the petition
sign-back = Back to the campaign
sign-read = Read the petition you sign
sign-text = You sign this text, word for word.
sign-text-link = Read the text you sign
sign-residents-only = This petition is for people who live, work or study in the place it is about.
sign-name = Your name
sign-email = E-mail
sign-email-hint = Only to confirm it’s you. Never shown or shared.
sign-address = Street address
sign-address-hint = It helps to tell two neighbors of one name apart. Never published.
sign-address-required-hint = The office this goes to accepts no name without it. Never published.
sign-street = Street and number
sign-unit = Apartment
sign-city = City or town
sign-state = State
sign-zip = ZIP code
sign-zip-or-other = ZIP or postal code
sign-residency = Your tie to the place
sign-residency-lives = I live there
sign-residency-works = I work there
sign-residency-studies = I study there
sign-residency-elsewhere = None of these
sign-visibility = Show my name here as
sign-visibility-full = Full name
sign-visibility-short = First name and initial
sign-visibility-hidden = Don’t show it
sign-share = Give my name to those it is addressed to
sign-share-hint = A name that is not shown goes to them only if you check this box. Otherwise you are counted without it.
sign-comment = Why you sign
sign-comment-hint = Shown with your name once a moderator has read it.
sign-news = Write to me when there is news
sign-honeypot = Leave this empty
sign-button = Sign the petition
sign-after = We’ll send you an e-mail. Your name counts once you press the button it leads to.
sign-promise = No account, no cookies, no trackers. { $days ->
        [one] Erased one day after the campaign ends.
       *[other] Erased { $days } days after the campaign ends.
    }

# What the form says while it is filled in
check-email = Is the address complete? It usually looks like name@example.org.
check-zip = A ZIP code has five digits.
check-left-one = One character left
check-left-many = %n characters left

# What is wrong with the form
error-name-empty = Write your name
error-name-long = Write your name in at most 120 characters
error-name-link = Write your name without a web address
error-name-letters = Write your name with at least one letter
error-email-empty = Write your e-mail address
error-email-form = Write an e-mail address like name@example.org
error-street-empty = Write your street and number
error-line-long = Shorten this to 120 characters
error-zip-empty = Write your ZIP code
error-zip-form = Write a ZIP code of five digits
error-residency-empty = Say how you are tied to the place
error-residency-elsewhere = This petition is for people who live, work or study there
error-visibility-empty = Choose how your name is shown
error-comment-long = Shorten your comment to 1,000 characters

# After the form
sent-title = Look in your mailbox
sent-heading = Now look in your mailbox
sent-lead = We have sent you an e-mail. Your name counts once you press the button it leads to.
sent-step-open = Open the e-mail about “{ $title }”.
sent-step-follow = Follow the link in it.
sent-step-press = Press “Confirm my signature”.
sent-none-heading = Nothing after ten minutes?
sent-none-spam = Look in your junk or spam folder.
sent-none-again = If the address may have been mistyped, sign once more. Nobody is counted twice.
sent-again-link = Sign once more
sent-forget = If you do nothing, what you gave is erased after 30 days.
sent-outbox = This server sends no e-mail yet; it keeps it in a folder.
sent-outbox-link = Read it in the outbox

# The button
confirm-title = Confirm your signature
confirm-heading = One press, and your name counts
confirm-lead = { $name }, this is what you sign:
confirm-button = Confirm my signature
confirm-not-you = Was it somebody else who gave your address? Then close this page. Nothing is counted, and the address is erased after 30 days.
confirm-counted-title = Your signature counts
confirm-counted-heading = Thank you, { $name }
confirm-counted = Your signature counts. { $count ->
        [one] You are the first to sign.
       *[other] { $count } neighbors have signed now.
    }
confirm-counted-over = Your signature counts.
confirm-next-heading = What happens next
confirm-next-none = The organizers will say on the campaign’s page what comes next.
confirm-share-heading = One more name beside yours
confirm-share-lead = People sign when somebody they know asks them to.
confirm-mine = See, change or withdraw your signature
confirm-campaign = To the campaign
confirm-late-title = Too late to confirm
confirm-late-heading = This link came too late
confirm-late = A signature can be confirmed for 30 days, and for 24 hours after signing ends. Yours was not counted, and what you gave is erased.
confirm-late-open = Signing is still open. You can sign once more.
confirm-withdrawn-title = This signature was withdrawn
confirm-withdrawn-heading = You have withdrawn this signature
confirm-withdrawn = It is no longer counted. If you change your mind while signing is open, sign once more.

# One's own page
mine-title = What you signed
mine-lead = This page belongs to whoever reads your mailbox. No account, no password: keep the link to yourself.
mine-none = Nothing is kept here any more.
mine-none-then = What you had signed has been erased. This page will be empty whenever you come back.
mine-state = Where it stands
mine-name = Your name
mine-signed-on = Signed on
mine-comment = Your comment
mine-visibility-heading = How your name is shown
mine-visibility-button = Change how it is shown
mine-news-heading = News
mine-news-on = You are sent news of this campaign.
mine-news-off = You are not sent news of this campaign.
mine-news-stop = Stop sending me news
mine-news-start = Send me news
mine-withdraw-heading = Withdraw
mine-withdraw = Your name is no longer counted and no longer shown. A packet that has already been delivered gets a supplement that says so.
mine-withdraw-button = Withdraw my signature
mine-erase-heading = Erase
mine-erase = Everything you gave here is erased for good: name, address, comment. A signature is withdrawn with it. It cannot be brought back.
mine-erase-sure = Yes, erase it for good
mine-erase-button = Erase what I gave
mine-done-visibility = Your name is now shown as you chose.
mine-done-news = Changed. You can come back to it at any time.
mine-done-withdraw = Your signature is withdrawn. It is no longer counted.
mine-done-erase = It is erased.
mine-error-sure = Check the box to confirm that you want it erased
mine-error-visibility = Choose how your name is shown
