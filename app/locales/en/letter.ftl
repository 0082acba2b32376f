# Letters: read, co-signed, asked about again; and the desk that writes them.
letter-description = A letter of “{ $campaign }”: its exact text, and who has co-signed it.
letter-open-until = May be co-signed until { $deadline }
letter-was-open-until = Could be co-signed until { $deadline }
letter-open = May be co-signed
letter-late = The deadline has passed
letter-late-then = This letter could be co-signed until its deadline. If your organization would have, write to the hosts of the campaign: they can set a later one.
letter-final = This letter is final
letter-final-then = It goes to its recipients as it stands here, with those who have co-signed it.
letter-closed = Co-signing rests
letter-closed-then = The campaign has ended or rests, and nobody can co-sign now. The letter and its co-signers can be read here.
letter-typed-kept = Nothing was sent. This is what you had typed:
letter-totals-none = Nobody has co-signed it yet.
letter-totals-organizations = { $organizations ->
    [one] One organization has co-signed it.
   *[other] { $organizations } organizations have co-signed it.
}
letter-totals = { $organizations ->
    [0] { $persons ->
        [one] { $persons } individual has co-signed it.
       *[other] { $persons } individuals have co-signed it.
    }
    [one] { $persons ->
        [0] One organization has co-signed it.
        [one] { $organizations } organization and { $persons } individual have co-signed it.
       *[other] { $organizations } organization and { $persons } individuals have co-signed it.
    }
   *[other] { $persons ->
        [0] { $organizations } organizations have co-signed it.
        [one] { $organizations } organizations and { $persons } individual have co-signed it.
       *[other] { $organizations } organizations and { $persons } individuals have co-signed it.
    }
}
letter-asked-again = { $count ->
    [one] The text has been changed since. { $count } co-signer is being asked again, and is neither named nor counted here.
   *[other] The text has been changed since. { $count } co-signers are being asked again, and are neither named nor counted here.
}
letter-jump = Co-sign the letter
letter-signed-heading = Co-signed by
letter-kinds-union = Unions
letter-kinds-community = Neighborhood and community groups
letter-kinds-faith = Congregations
letter-kinds-rights = Civil rights and civil liberties
letter-kinds-education = Education and libraries
letter-kinds-professional = Professions and research
letter-kinds-business = Businesses
letter-kinds-other = Other organizations
letter-kind-union = A union
letter-kind-community = A neighborhood or community group
letter-kind-faith = A congregation
letter-kind-rights = Civil rights or civil liberties
letter-kind-education = Education or a library
letter-kind-professional = A profession or research
letter-kind-business = A business
letter-kind-other = Something else
letter-persons = Individuals
letter-persons-forgotten = { $count ->
    [one] { $count } individual, whose name is no longer kept.
   *[other] { $count } individuals, whose names are no longer kept.
}
letter-by = { $name }, { $title }
letter-identification = { $title }, { $organization } *
letter-identification-note = * Named for identification only: the person co-signs, and the organization does not.
letter-proof-heading = The exact text
letter-version = This is version { $number }, of { $day }.
letter-note-substance = What was changed: { $note }
letter-note-correction = A correction that changes nothing in substance: { $note }
letter-proof = Every co-signature names the version it was given to and this fingerprint (SHA-256) of its text.
letter-proof-text = The text as the fingerprint is made of it
letter-earlier = Earlier versions
letter-earlier-why = They are not co-signed any more, and stay readable.
letter-earlier-one = Version { $number }, of { $day }
letter-back = To the letter

letter-form-organization = Co-sign for an organization
letter-form-person = Co-sign as a person
letter-form-to-person = Co-sign as a person instead
letter-form-to-organization = Co-sign for an organization instead
letter-form-button = Co-sign the letter
letter-form-after = Next you get an e-mail. Nothing counts before you press the button in it.
letter-form-promise = Name and title are printed under the letter; the e-mail address and how you were authorized are for the hosts alone. All of it is erased { $days } days after the campaign ends.
letter-news = Send me news of this campaign
letter-agree = I have read version { $number } of the letter, I may sign it for this organization, and my name and title may stand under it.
letter-agree-person = I have read version { $number } of the letter, and my name may stand under it.
letter-signatory = Who signs
letter-authority = By what right
letter-field-organization = Organization
letter-field-organization-hint = As it should stand under the letter.
letter-field-kind = What kind of organization
letter-field-kind-none = Choose one
letter-field-site = Its site
letter-field-site-hint = Such as example.org. It helps the hosts to see that you sign for it.
letter-field-name = Your name
letter-field-title = Your title there
letter-field-title-hint = Such as director, or president of the local.
letter-field-email = E-mail address
letter-field-email-hint = At best one of the organization’s own domain. If the hosts know that domain, the co-signature counts at once; else one of them vouches for you first.
letter-field-zip = ZIP code
letter-field-authority = How were you authorized to sign?
letter-field-authority-hint = Such as: the board voted, or the director decides on letters.
letter-field-granted = On which day?
letter-field-identification = For identification only
letter-field-identification-hint = You sign for yourself. The organization is named to say who you are, and is not counted.
letter-field-logo = Our logo may be printed with the letter
letter-field-logo-hint = You add the picture on your own page, once your mailbox has confirmed.
letter-decline = Will your organization not co-sign? Then you are not written to again.
letter-decline-button = We will not co-sign
letter-changed-meanwhile = The letter was changed in substance while you read it. What is different is marked below. If you agree to it as it is now, press the button once more; all you typed is still here.
letter-hasty = That was quicker than anybody reads. Please look once more and press the button again.
letter-slowly = Many have co-signed from your network within the hour. Wait a little and press the button again; what you typed is still here.
letter-too-late = The deadline passed while you were writing, and nothing was sent. What you typed is below.

error-letter-organization = Write the name of the organization
error-letter-line-long = Shorten it to 160 characters
error-letter-kind = Choose what kind of organization it is
error-letter-site = Write the site as example.org, or leave it empty
error-letter-title = Write your title in the organization
error-letter-authority = Write how you were authorized to sign, such as: the board voted
error-letter-authority-long = Shorten how you were authorized to 500 characters
error-letter-granted = Give the day on which you were authorized
error-letter-granted-later = The day on which you were authorized has to be past. Choose today or an earlier one
error-letter-agreed = Tick that you have read the letter and may sign it
error-letter-no-persons = This letter is co-signed by organizations alone. If you may sign for one, use its form
error-letter-no-identification = This letter is co-signed by organizations alone. Leave “for identification only” unticked, or do not co-sign

letter-sent-lead = There is an e-mail on its way to you. The co-signature counts once you have pressed the button in it.
letter-sent-open = Open the e-mail about the letter.
letter-sent-press = Press the button there. You will see whether the co-signature counts, or a host has to vouch for you first.
letter-sent-again = Was the address mistyped? Then co-sign once more.

letter-confirm-heading = Confirm the co-signature
letter-confirm-lead = You, { $name }, co-sign the letter “{ $letter }” for { $organization }, as its { $title }.
letter-confirm-lead-person = You, { $name }, co-sign the letter “{ $letter }”.
letter-confirm-button = Confirm the co-signature
letter-confirm-not-you = If you did not co-sign, do nothing. The address is forgotten after thirty days.
letter-counts-heading = It counts
letter-counts = { $organization } stands under the letter “{ $letter }”.
letter-counts-person = Your name stands under the letter “{ $letter }”.
letter-waits-heading = One step is missing
letter-waits = Your mailbox has said yes. A member of the hosts has to vouch for you before it counts; they see it on their list, and you will get an e-mail.
letter-standing-of-domain = The address is of { $organization }’s own domain.
letter-standing-free-provider = Your address is with { $domain }, where anybody can have one, so it does not show that you sign for { $organization }. Co-sign from an address of its own domain, or wait until a host of the campaign vouches for you.
letter-standing-other-domain = Your address is of { $domain }, which is not the domain of { $organization }. Co-sign from an address of its own domain, or wait until a host of the campaign vouches for you.
letter-standing-said-domain = Your address is of { $domain }, the site you gave. A host of the campaign makes sure that it is { $organization }’s own and vouches for you.
letter-standing-no-domain = The hosts know no domain of { $organization } to compare your address with. One of them asks the organization and vouches for you.
letter-taken-heading = Your organization has co-signed already
letter-taken = { $organization } has co-signed already: its { $title } did. That co-signature stands, and nothing of it was changed.
letter-taken-unknown = { $organization } has co-signed already. That co-signature stands, and nothing of it was changed.
letter-taken-then = You need not do anything. If you should be the one who signs, ask whoever signed to withdraw with the link in their e-mail, or write to the hosts; then press the button.
letter-taken-button = Try once more
letter-stale-heading = The text has changed
letter-stale = The letter was changed in substance since you signed it. Look at what is different, and say whether you stand by it.
letter-stale-link = See what changed
letter-lapsed-heading = Another signatory is needed
letter-lapsed = The hosts were told that you no longer sign for the organization. If that is wrong, write to them.
letter-withdrawn-heading = It does not count
letter-withdrawn = This co-signature was withdrawn. To co-sign after all, use the form below the letter.
letter-too-late-heading = It is too late
letter-mine-link = See or withdraw the co-signature

letter-own-title = Your co-signature
letter-own-text = The letter as it stands
letter-own-changed = What changed
letter-own-changed-lead = You signed version { $old }. This is version { $new }: struck out is what went, underlined what came. Until you answer, you are not named under it.
letter-own-final = The letter is final by now and cannot be answered any more. If you stand by it, write to the hosts of the campaign.
letter-own-signed = Signed
letter-own-version = Version { $number }, on { $day }
letter-reaffirm-button = We stand by the letter
letter-withdraw-button = Withdraw the co-signature
letter-withdraw-heading = Withdraw
letter-withdraw = The name is taken off the letter at once.
letter-quiet-heading = Stop the e-mails
letter-quiet = No news, and no question when the text changes. If it changes in substance you will not be named under it any more.
letter-quiet-button = Stop the e-mails
letter-is-quiet = You asked for no e-mail any more.
letter-erase-heading = Erase
letter-erase = The co-signature is withdrawn, and your name, title and address are erased. This cannot be undone.
letter-erase-button = Erase what I gave
letter-state-invited = Your organization is invited to co-sign.
letter-state-pending = It waits for you: press the button in the e-mail.
letter-state-waiting = It waits for a host of the campaign to vouch for you.
letter-state-verified = It counts.
letter-state-reaffirmed = It counts, for the changed text.
letter-state-stale = The text was changed in substance since you signed. Do you stand by it?
letter-state-lapsed = It does not count: the hosts were told that you no longer sign for the organization.
letter-state-withdrawn = It is withdrawn.
letter-state-declined = Your organization will not co-sign.
letter-state-expired = It was not confirmed within thirty days and is forgotten.
letter-done-reaffirm = Thank you. You stand under the letter as it is now.
letter-done-withdraw = The co-signature is withdrawn.
letter-logo = Your organization’s logo
letter-logo-hint = It is printed beneath the letter, with the others. You can take it away here at any time.
letter-logo-button = Save the logo
letter-done-logo = Saved. This is how the letter shows it.
letter-done-quiet = You will get no more e-mail about this letter.
letter-done-erase = What you gave is erased.
letter-done-own = This mailbox has co-signed before; that co-signature stands.
letter-done-changed = The text was changed once more while you read. Look at the difference again, then decide.
letter-done-decline = Thank you for telling us. You are not written to again.
letter-invited-heading = Your invitation
letter-invited-used = Your organization has answered this invitation. Whoever signed has a link of their own in their e-mail.
letter-invited-over = This invitation was taken back or answered.

letter-campaign-heading = The letter
letter-campaign-heading-many = Letters

mail-letter-leave = See or withdraw the co-signature, or stop these e-mails
mail-letter-invitation-subject = Would { $organization } co-sign? { $letter }
mail-letter-invitation-lead = { $hosts } would like { $organization } to co-sign the letter “{ $letter }”.
mail-letter-invitation-lead-person = { $hosts } would like you to co-sign the letter “{ $letter }”.
mail-letter-invitation-deadline = It may be co-signed until { $deadline }.
mail-letter-invitation-button = Read the letter
mail-letter-invitation-after = You see its exact text there, who has co-signed, and a form. If another person should sign, pass this e-mail on; if nobody will, say so there and you are not written to again.
mail-letter-invitation-why = This e-mail came because { $hosts } entered this address for { $organization }. It is used for this letter alone and erased { $days } days after the campaign ends.
mail-confirm-co-signature-subject = Please confirm the co-signature: { $letter }
mail-confirm-co-signature-lead = You co-signed the letter “{ $letter }” for { $organization }. Open this page and press the button on it.
mail-confirm-co-signature-lead-person = You co-signed the letter “{ $letter }”. Your name counts once you open this page and press the button on it.
mail-confirm-co-signature-button = Confirm the co-signature
mail-confirm-co-signature-after = If you did not co-sign, do nothing: nothing is counted, and the address is forgotten after thirty days.
mail-confirm-co-signature-why = This e-mail came because somebody entered this address on the letter’s page. It is used for this letter alone and erased { $days } days after the campaign ends.
mail-co-signature-counts-subject = The co-signature counts: { $letter }
mail-co-signature-counts-lead = A host of “{ $campaign }” has vouched for you. { $organization } stands under the letter “{ $letter }” now.
mail-co-signature-counts-lead-person = A host of “{ $campaign }” has vouched for you. Your name stands under the letter “{ $letter }” now.
mail-co-signature-counts-after = If the text changes in substance, you are asked again.
mail-co-signature-counts-why = This e-mail came because you co-signed the letter with this address.
mail-letter-changed-subject = The letter has changed; do you stand by it? { $letter }
mail-letter-changed-lead = The letter “{ $letter }”, which you signed for { $organization }, has been changed in substance. Until you answer, { $organization } is neither named nor counted under it.
mail-letter-changed-lead-person = The letter “{ $letter }”, which you signed, has been changed in substance. Until you answer, you are neither named nor counted under it.
mail-letter-changed-note = What was changed: { $note }
mail-letter-changed-button = See what changed and answer
mail-letter-changed-after = The page marks every difference and has two buttons: stand by it, or withdraw. There you can stop these e-mails too.
mail-letter-changed-why = This e-mail came because you co-signed the letter with this address. It is sent once for each such change.

desk-letters = Letters
letters-title = Letters
letters-lead = A letter that organizations co-sign: each under an exact text, by somebody who may sign for it.
letters-empty = There is no letter yet.
letters-empty-next = Begin one below. Nobody sees it before you publish its first version.
letters-column-letter = Letter
letters-column-state = State
letters-column-signed = Co-signed
letters-column-do = What to do
letters-until = until { $deadline }
letters-state-draft = Being written
letters-state-circulating = Circulating, version { $number }
letters-state-final = Final, version { $number }
letters-to-list = Circulation list
letters-waiting = { $count ->
    [one] One co-signer waits for you
   *[other] { $count } co-signers wait for you
}
letters-public = The letter as everybody sees it
letters-back = All letters
letters-new = A new letter
letters-begin = Begin the letter
letters-field-title = Title
letters-field-title-hint = It stands above the letter, and its address is made of it.
letters-field-language = Language of the letter
letters-field-recipients = To whom
letters-field-recipients-hint = One a line, as on the letter itself.
letters-field-individuals = Individuals may co-sign too
letters-field-individuals-hint = They are counted and listed by themselves, under the organizations.
letters-field-text = The letter
letters-field-text-hint = Paragraphs parted by an empty line. *Emphasis*, lists and links are kept; headings become paragraphs. Date, recipients and signatures are set around it.
letters-deadline = It may be co-signed until
letters-deadline-hint = Leave it empty for no deadline. The time is of the campaign’s zone, { $zone }; the minute you name still counts.
letters-save = Save the draft
letters-show = Show how it will look
letters-preview = How it will look
letters-publish-heading = Publish
letters-publish-first = The first version makes the letter public, and it can be co-signed.
letters-publish-next = A version is never changed again. Say what became of the one before it.
letters-publish = Publish version { $number }
letters-difference = What the draft changes against the published version
letters-difference-before = What changed against the version before
letters-change = What kind of change is it?
letters-substance = It changes the substance
letters-substance-hint = { $count ->
    [0] Nobody has to be asked again yet.
    [one] { $count } co-signer is asked again, and is neither named nor counted until the answer comes.
   *[other] { $count } co-signers are asked again, and are neither named nor counted until their answers come.
}
letters-correction = It is a correction
letters-correction-hint = A typo, a date, a name. Every co-signature stays; your name is kept with this decision.
letters-note = What did you change?
letters-note-hint = Co-signers and everybody who compares versions will read it.
letters-versions = Versions
letters-versions-lead = The newest first. Nobody can change them.
letters-version-first = Version { $number }, published by { $name } on { $when }
letters-version-substance = Version { $number }, changed in substance by { $name } on { $when }
letters-version-correction = Version { $number }, a correction that keeps every co-signature, so decided by { $name } on { $when }
letters-by-nobody = somebody who is no longer on the team
letters-finish = Declare the letter final
letters-finish-why = When the letter goes to its recipients: nobody can co-sign it or answer any more. You can open it again.
letters-is-final = The letter is final. To change it or take further co-signatures, open it again.
letters-reopen = Open it again
letters-done-saved = The draft is saved. Nobody else sees it before you publish it.
letters-done-published = The version is published.
letters-done-asked = { $count ->
    [one] The version is published. { $count } co-signer is asked again.
   *[other] The version is published. { $count } co-signers are asked again.
}
letters-done-corrected = The correction is published. Every co-signature stays, and the record says that you decided so.
letters-done-finish = The letter is final.
letters-done-reopen = The letter can be co-signed again.
error-letters-title = Give the letter a title of at most 160 characters
error-letters-address = Give the letter another title: its address is taken, or cannot be made of this one
error-letters-language = Choose the language of the letter
error-letters-recipients = Write to whom the letter goes, in at most 1,000 characters
error-letters-text = Write the letter
error-letters-text-long = Shorten the letter to 30,000 characters
error-letters-change = Choose whether the change is in substance or a correction
error-letters-note = Write what you changed, in at most 400 characters
error-letters-unchanged = This text is published already. Change it first
error-letters-meanwhile = Somebody saved or published this letter meanwhile. What you wrote is still here: compare it with the versions, and save again to put yours on top
error-letters-full = The letter has too many versions. Begin a new one

circular-title = Circulation list
circular-part-whole = on the list
circular-part-counted = co-signed
circular-part-invited = invited
circular-part-unconfirmed = not confirmed yet
circular-part-waiting = waiting for you
circular-part-stale = asked again
circular-part-lapsed = without a signatory
circular-part-merged = counted with another
circular-part-ended = ended
circular-waiting = Waiting for you
circular-waiting-lead = Their mailbox has said yes, or is gone. Nothing here counts before you have looked at it.
circular-authority = Authorized: { $authority } ({ $day })
circular-taken = This organization has co-signed already: its { $title } did. Nothing was overwritten. If this person should sign instead, mark the other as gone first.
circular-of-domain = The address is of the organization’s own domain.
circular-standing-free-provider = The address is with { $domain }, where anybody can have one. Call the organization before you vouch.
circular-standing-other-domain = The address is of { $domain }, which is not the domain of { $organization }. Call the organization before you vouch.
circular-standing-said-domain = The address is of { $domain }, the site that its form names. Make sure that this is { $organization }’s own site before you vouch; anybody can type one.
circular-standing-no-domain = No domain of { $organization } is known to compare the address with. Call the organization before you vouch.
circular-vouch = Vouch for them
circular-vouch-reason = Why do you, { $member }, vouch for them?
circular-vouch-reason-hint = Such as: I called their office. Your name and the reason are kept.
circular-refuse = Do not take it
circular-lapsed-mail = Mail to this address comes back, so nobody can be asked any more. The co-signature does not count: ask the organization for another signatory.
circular-lapsed-why = A host noted that the signatory has left the organization. The co-signature does not count: ask the organization for another signatory.
circular-another = E-mail address of another signatory
circular-another-hint = Without one you get a link to pass on.
circular-another-button = Ask for another signatory
circular-take-back = Take it off the list
circular-pairs = Perhaps one organization
circular-pairs-lead = You decide. Of one organization the earlier co-signature counts; the other is neither named nor counted, and you can undo that.
circular-why-name = The names are the same but for words such as Inc. or The.
circular-why-acronym = One name is made of the first letters of the other.
circular-why-domain = Their mail is of one domain, { $domain }.
circular-why-part = Not certain: one may be a part of the other, such as a local, a chapter or a state’s branch.
circular-same = They are one
circular-different = They are two
circular-undo = Undo
circular-decided-same = { $name } decided that they are one: the earlier counts.
circular-decided-different = { $name } decided that they are two: both count.
circular-empty = Nobody is on the list yet.
circular-empty-next = Invite organizations below; whoever co-signs on the public page comes onto it, too.
circular-list = Everybody on the list
circular-column-who = Who
circular-column-signatory = Signatory
circular-column-state = State
circular-person = An individual
circular-person-identified = An individual; the organization is named for identification
circular-domain = mail of { $domain }
circular-version = signed version { $number }
circular-vouched = { $name } vouched: { $reason }
circular-merged = counts with { $name }
circular-quiet = asked for no mail
circular-link = Link to pass on
circular-state-invited = Invited
circular-state-pending = Not confirmed yet
circular-state-waiting = Waiting for you
circular-state-verified = Co-signed
circular-state-stale = Asked again
circular-state-reaffirmed = Co-signed, stands by the change
circular-state-lapsed = Without a signatory
circular-state-withdrawn = Withdrawn
circular-state-declined = Declined
circular-state-expired = Not confirmed, forgotten
circular-do-resend = Write again
circular-do-resend-for = Write again to { $name }
circular-do-take-back = Take off
circular-do-take-back-for = Take off: { $name }
circular-do-gone = Signatory left
circular-do-gone-for = Signatory left: { $name }
circular-invite = Invite organizations
circular-rows = Organizations
circular-rows-hint = One a line: name, kind, mail domain, site, signatory’s e-mail address. Kinds: union, community, faith, rights, education, professional, business, other. Only the name is needed; paste a table or commas.
circular-invite-button = Invite them
circular-invite-one = Invite a single one
circular-invite-one-button = Invite it
circular-field-organization = Organization
circular-field-mail_domain = Domain of its mail
circular-field-site = Its site
circular-field-mailbox = Signatory’s e-mail address
circular-not-yet = Organizations can be invited while the letter circulates: publish its first version, or open it again.
circular-lines = Nobody was invited: some lines could not be read
circular-line = Line { $line }: { $what }
circular-done-invited = { $count ->
    [one] { $count } organization is invited.
   *[other] { $count } organizations are invited.
} { $more ->
    [0] Everybody was new.
    [one] { $more } was on the list already.
   *[other] { $more } were on the list already.
}
circular-done-resend = The e-mail goes out once more.
circular-done-not-mailed = Nothing was sent: it was written to within five minutes, has no address, or asked for no mail.
circular-done-take-back = It is off the list.
circular-done-gone = It does not count any more. Ask the organization for another signatory.
circular-done-another = The organization is asked for another signatory.
circular-done-vouch = It counts now. Your name and reason are kept.
circular-done-taken = That organization has co-signed already, and nothing was overwritten. Mark the first signatory as gone if this one should sign instead.
circular-done-meanwhile = That has changed meanwhile. Look at the list as it is now.
circular-done-pair = Decided. You can undo it below.
circular-done-undo = The decision is taken back.
error-circular-reason = Write why you vouch for them, in at most 400 characters
error-circular-rows = Write one organization a line, at most 1,000 of them
error-circular-over = The letter is not circulating, so nobody can be invited. Publish it or open it again, and set a later deadline if it has passed
error-invite-name = write the organization’s name first
error-invite-name-long = shorten the name to 160 characters
error-invite-kind = use one of the kinds: union, community, faith, rights, education, professional, business, other
error-invite-domain = write the mail domain as example.org, or leave it empty
error-invite-domain-free = leave the mail domain empty: anybody can have an address there
error-invite-site = write the site as example.org, or leave it empty
error-invite-mailbox = write the e-mail address as name@example.org, or leave it empty
history-letter-saved = A letter was saved.
history-letter-published = Version { $detail } of a letter was published; its co-signers are asked.
history-letter-corrected = A correction, version { $detail } of a letter, was published; co-signatures stay.
history-letter-state = A letter’s state was changed: { $detail }.
history-letter-invited = Organizations were invited to co-sign: { $detail }.
history-letter-mailed = A co-signer was written to again.
history-letter-taken-back = An invitation to co-sign was taken back.
history-letter-lapsed = A co-signature lost its signatory.
history-letter-vouched = A member vouched for a signatory.
history-letter-another = An organization was asked for another signatory.
history-letter-pair = It was decided whether two co-signers are one: { $detail }.
