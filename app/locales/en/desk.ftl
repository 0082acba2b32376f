# desk: the organizer's side

## The frame

desk-title = { $page }: { $campaign }
desk-nav = Desk
desk-campaigns = Campaigns
desk-team = Team
desk-log-out = Log out
desk-campaign-nav = This campaign
desk-overview = Overview
desk-edit = Edit
desk-preview = Preview
desk-held = Held
desk-duplicates = Duplicates
desk-packet = Packet
desk-no-day = no end set
desk-by-redress = Redress

## The list of campaigns

campaigns-title = Campaigns
campaigns-start = Start a campaign
campaigns-empty = Nothing here yet.
campaigns-empty-next = Start with a title, one sentence, and the text that people will sign. Nothing is public until you publish it.
campaigns-empty-viewer = Your organization has not started a campaign. You will see its numbers here when it does.
campaigns-caption = The organization’s campaigns, newest first
campaigns-column-campaign = Campaign
campaigns-column-state = State
campaigns-column-numbers = Signatures
campaigns-column-closes = Closes

## The numbers

# The number is set large and stands before the word; $count lets the word agree with it.
part-received = received
part-confirmed = confirmed
part-pending = not confirmed
part-expired = expired
part-withdrawn = withdrawn
part-excluded = excluded
part-of = { $confirmed } confirmed of { $received } received

## The dashboard

dashboard-title = Overview
dashboard-numbers = Where the signatures stand
dashboard-held = { $count ->
    [one] Of those excluded, { $count } is held and waits for somebody to look at it.
   *[other] Of those excluded, { $count } are held and wait for somebody to look at them.
}
dashboard-held-link = Look at them
dashboard-goal = { $confirmed } of { $goal } hoped for
dashboard-goal-met = The goal of { $goal } has been reached.
dashboard-public = The campaign’s page
dashboard-not-public = The page is not public yet.
dashboard-by-day = By day
dashboard-chart-days = Signatures by day, { $first } to { $last }. Most in one day: { $peak }.
dashboard-chart-weeks = Signatures by week, { $first } to { $last }. Most in one week: { $peak }.
dashboard-chart-weeks-note = Each bar is a week.
dashboard-chart-bar = { $day }: { $received } received, { $confirmed } confirmed
dashboard-chart-empty = No signature has come in yet. The first ones show here, day by day.
dashboard-series-received = received
dashboard-series-confirmed = confirmed
dashboard-table-behind = The same as a table
dashboard-by-day-caption = Received and confirmed, by day
dashboard-column-day = Day
dashboard-column-received = Received
dashboard-column-confirmed = Confirmed
dashboard-column-share = Share
dashboard-share = { $percent }%
dashboard-share-little = under 1%
dashboard-by-zip = By ZIP code
dashboard-by-zip-caption = Confirmed, by ZIP code
dashboard-column-zip = ZIP code
dashboard-by-zip-more = { $count ->
    [one] { $count } more ZIP code
   *[other] { $count } more ZIP codes
}
dashboard-by-residency = By tie to the place
dashboard-by-residency-caption = Confirmed, by tie to the place
dashboard-column-residency = Tie to the place
dashboard-by-source = By link
dashboard-by-source-caption = Received, by the link people came by
dashboard-column-source = Link
dashboard-source-none = Without a label
dashboard-source-how = To see what a flyer or an e-mail brings, put a label of your own at the end of the address you share. Letters a to z, digits and hyphens.
dashboard-source-example-label = library
dashboard-nothing-yet = None yet.
dashboard-steps = What you can do now
dashboard-history = What happened
dashboard-history-caption = Changes to this campaign, newest first
dashboard-history-empty = Nothing yet.

step-send-for-review = Send for review
step-send-for-review-means = Another member of the team looks at it and publishes it.
step-return-to-draft = Return to draft
step-return-to-draft-means = It goes back to be written on.
step-publish = Publish
step-publish-means = Everybody can read the page and sign.
step-pause = Pause signing
step-pause-means = The page stays public and says that signing rests. Those who have signed can still confirm.
step-resume = Resume signing
step-resume-means = The form is back on the page.
step-close = Close signing
step-close-means = Nobody can sign any more. Those who signed have 24 hours left to confirm. You can open it again.
step-reopen = Open again
step-reopen-means = Signing starts again where it ended. Nothing is lost.
step-refused-state = That could not be done: the campaign has moved on meanwhile. This is where it stands now.
step-refused-review = Your organization wants two pairs of eyes. Another member has to publish it.
step-refused-incomplete = Something is missing before it can be published. Open Edit and save; what is missing is shown there.

history-column-what = What
history-column-who = Who
history-column-when = When
history-campaign-created = The campaign was started.
history-campaign-edited = The campaign was edited.
history-edited = The campaign was edited.
history-step = The campaign’s state is now “{ $detail }”.
history-version = The petition has a new text, version { $detail }.
history-packet-built = Packet { $detail } was built.
history-exclusions-found = Duplicates were looked for; left out: { $detail }.
history-exclusion-overturned = An exclusion was undone.
history-exclusion-upheld = A signature was left out again.
history-released = Held signatures were released: { $detail }.
history-excluded = Held signatures were left out: { $detail }.
history-exported = Signatures were exported: { $detail }.
history-imported = Signatures gathered elsewhere were imported: { $detail }.
history-exported-packet = Signatures were exported with packet { $number }: { $count }.
history-member-invited = Somebody was invited to the team. Role: { $detail }.
history-member-joined = Somebody joined the team. Role: { $detail }.
history-member-role = A member has a new role: { $detail }.
history-member-revoked = A member left the team.

## The editor

editor-title-new = Start a campaign
editor-title = Edit
editor-lead-new = You can save at any time. Nothing is public until you publish it.
editor-lead-public = The campaign is public. What you save shows at once.
editor-lead-draft = Only your team sees this until it is published.
editor-contents = On this page
editor-language-en = English
editor-language-es = Spanish
editor-error-in = { $language }: { $error }
editor-section-language = Languages and address
editor-section-people = What people see
editor-section-petition = The petition
editor-section-signing = How it is signed
editor-section-target = To whom
editor-section-timeline = Timeline
editor-section-letter = Packet letter
editor-languages = Languages of the campaign
editor-languages-hint = Each one you choose needs its own title, ask and petition below.
editor-slug = Address
editor-slug-hint = The last part of the page’s address, such as stop-the-purchase. Left empty, it is made from the title.
editor-slug-fixed = The last part of the page’s address. People may have shared it already, so a change breaks their links.
editor-field-title = Title
editor-title-hint = Say what is asked, in a few words.
editor-field-standfirst = One or two sentences
editor-standfirst-hint = What is happening, and what a signature does about it.
editor-field-ask = The ask
editor-ask-hint = What exactly the recipient should do. It stands on the page, in mails and on the packet’s cover.
editor-field-story = The story
editor-story-hint = An empty line starts a paragraph. ## makes a heading, **two stars** make bold, [words](https://example.org) make a link.
editor-story-preview = Show as it will look
editor-story-preview-hide = Hide the preview
editor-story-preview-empty = Nothing written yet.
editor-story-preview-failed = The preview did not load. What you wrote is still in the form.
editor-field-petition = Text that is signed
editor-petition-hint = People sign these words and no others: 20 to 20,000 characters.
editor-petition-version = This is version { $version }.
editor-petition-signed = Version { $version } has been signed. If you change the text, it is saved as version { $next }, and each earlier signature goes on counting for the text it was given to.
editor-goal = Goal
editor-goal-hint = How many signatures you hope for. Left empty, no goal is shown.
editor-closes = End of signing
editor-closes-day = Last day
editor-closes-time = Time
editor-closes-hint = Left empty, signing ends when you close it.
editor-zone = Time zone
editor-zone-hint = Every time on the page is shown in it, such as America/New_York.
editor-street = Street address
editor-street-no = Do not ask for it
editor-street-optional = Ask, and let people leave it empty
editor-street-required = Require it
editor-street-hint = Ask only if the recipient wants it. It helps tell two people of one name apart, and it is never shown or printed.
editor-who = Who may sign, and what they may add
editor-elsewhere = People who neither live, work nor study there may sign; they are counted apart
editor-comments = A comment may be left; nothing is public before somebody of your team has read it
editor-retention = Days until people are forgotten
editor-retention-hint = Counted from the end of the campaign. Names and addresses are erased then, the counts stay.
editor-field-target = Addressed to
editor-target-hint = As it should read under the title: To the Mayor and the City Council.
editor-matter = Matter
editor-matter-hint = The title of the docket, order or bid, if there is one.
editor-docket = Docket number
editor-docket-hint = It is printed on the packet’s cover, for the clerk to file.
editor-body-name = Recipient
editor-body-name-hint = The person or body the packet is for, such as Boston City Council.
editor-body-office = Office
editor-body-office-hint = Who receives it there, such as Office of the City Clerk.
editor-body-address = Postal address
editor-timeline-lead = What happened and what comes, in any order; the page puts it in order of time. A row without a day is left out.
editor-timeline-row = Entry { $number }
editor-timeline-day = Day
editor-timeline-time = Time
editor-timeline-next = This is what comes next; it stands out on the page
editor-timeline-text = What
editor-timeline-more = More rows appear when these are filled in and saved.
editor-field-letter = Letter
editor-letter-hint = The first page of the packet. Speak to the recipient. Numbers are printed beside it, so none is needed here.
editor-save = Save
editor-save-preview = Save and preview
editor-saved = Saved. Only your team sees it.
editor-saved-public = Saved. The public page shows it now.
editor-saved-version = Saved, with a new version of the petition.

preview-notice = This is a preview. Only your team can see it, and the form does nothing.
preview-back = Back to the editor
preview-desk = To the overview

error-title-empty = Write a title.
error-slug-form = Write an address of 3 to 80 letters a to z, digits and single hyphens.
error-slug-taken = Choose another address: another campaign has this one.
error-standfirst-empty = Write one or two sentences under the title.
error-ask-empty = Write what is asked.
error-target-empty = Write to whom it is addressed.
error-petition-short = Write the petition’s text, of at least 20 characters.
error-petition-long = Shorten the petition’s text to 20,000 characters or fewer.
error-goal-form = Write the goal as a whole number, such as 3500, or leave it empty.
error-closes-form = Give a day and a time for the end of signing, or leave both empty.
error-zone-form = Write a time zone such as America/New_York.
error-retention-form = Write a whole number of days, from 1 to 3,650.
error-language-none = Choose at least one language.
error-timeline-day = Give the day of this entry, or empty the whole row.
error-text-long = Shorten this text; it is longer than the page can hold.

## Held signatures

held-title = Held for review
held-lead = Something about these looked like a machine. They do not count until somebody of your team has looked. Nobody who signed was told.
held-count = { $count ->
    [one] { $count } signature is held.
   *[other] { $count } signatures are held.
}
held-shown = The { $shown } oldest are shown. The rest follow when these are done.
held-caption = Held signatures, oldest first
held-column-tick = Select
held-column-name = Name
held-column-from = From
held-column-why = Why it is held
held-tick = Select { $name }
held-with-ticked = With those selected:
held-release = Release
held-exclude = Leave out
held-release-means = Released ones count as soon as their mailbox has confirmed. Those left out are listed in the packet, without a name, with the reason.
held-empty = Nothing is held.
held-empty-next = Signatures that look like a machine’s wait here for you. There is nothing to do.
held-released = { $count ->
    [0] Nothing was selected, so nothing was released.
    [one] { $count } signature was released.
   *[other] { $count } signatures were released.
}
held-excluded = { $count ->
    [0] Nothing was selected, so nothing was left out.
    [one] { $count } signature was left out.
   *[other] { $count } signatures were left out.
}

hold-hidden-field = A field that no person sees was filled in.
hold-too-fast = The form came back faster than anybody reads it.
hold-many-from-one-address = Many signatures came from one network address within an hour.

## Duplicates and what else was left out

exclusions-title = Duplicates
exclusions-lead = One person counts once. What is certain is left out by a rule; each case is listed here with its reason, and can be undone.
exclusions-search = Look for duplicates
exclusions-search-again = Look again
exclusions-searched = Last looked on { $at }.
exclusions-never = Nobody has looked yet. Looking changes only the count, and every case can be undone.
exclusions-by-rule = By rule
exclusions-by-rule-caption = What was left out, by rule
exclusions-column-rule = Rule
exclusions-column-count = Left out
exclusions-list = Every case
exclusions-count = { $count ->
    [one] { $count } signature is listed.
   *[other] { $count } signatures are listed.
}
exclusions-shown = The newest { $shown } are shown; the packet lists all of them.
exclusions-caption = Signatures left out, newest first
exclusions-column-left = Left out
exclusions-column-stands = Stands for it
exclusions-column-why = Why
exclusions-column-do = Decision
exclusions-stands-none = None
exclusions-signed = { $zip }, { $day }
exclusions-undo = Undo
exclusions-undo-for = Undo: count { $name } again
exclusions-again = Leave out again
exclusions-again-for = Leave out again: { $name }
exclusions-overturned = Undone; it counts.
exclusions-overturned-by = Undone by { $reviewer }; it counts.
exclusions-upheld-by = Looked at by { $reviewer }.
exclusions-empty = Nothing has been left out.
exclusions-empty-next = Look for duplicates before you build the packet.
exclusions-empty-clean = No signature was found twice. There is nothing to do.
exclusions-found = { $count ->
    [0] No new duplicate was found.
    [one] { $count } duplicate was found and left out.
   *[other] { $count } duplicates were found and left out.
}
exclusions-undone = { $count ->
    [0] Nothing was changed.
    [one] { $count } signature counts again.
   *[other] { $count } signatures count again.
}
exclusions-left-out-again = { $count ->
    [0] Nothing was changed.
    [one] { $count } signature is left out again.
   *[other] { $count } signatures are left out again.
}

rule-mailbox-name = The same mailbox and the same name.
rule-mailbox-name-order = The same mailbox, and the same name in another order.
rule-name-street-zip = The same name at the same street and ZIP code.
rule-name-phone = The same name and the same phone number.
rule-mailbox-nameless = The same mailbox; one of the two gave no name.
rule-mailbox-full = The same mailbox under another name; at most two people of one household may share one.
rule-name-mailbox-typo = The same name, and mailboxes that differ only by a common slip.
rule-mailbox-similar-name = The same mailbox, and a name that may be the same.
rule-name-street-zip-unclear = The same name at the same street and ZIP code, where several people have that name.
rule-similar-name-street-zip = A name that may be the same, at the same street and ZIP code.
rule-similar-name-phone = A name that may be the same, with the same phone number.
rule-mailbox-place-unknown = The same mailbox under a second name; it stays open whether they share a home.
rule-name-street = The same name at the same street; the ZIP code is missing or differs.
rule-name-zip = The same name in the same ZIP code; a street is missing.
rule-held = Held as possibly a machine’s, and left out by a reviewer.
rule-other = Left out by a rule of an earlier edition.

## The packet

packets-title = Packet
packets-lead = What you deliver: the letter, the ask, the text that was signed, every signature that counts, and how duplicates were left out. A packet is a snapshot and never changes; a newer one takes its place.
packets-now = { $count ->
    [one] { $count } confirmed signature would go in now.
   *[other] { $count } confirmed signatures would go in now.
}
packets-now-testimonies = { $count ->
    [one] And { $count } approved testimony.
   *[other] And { $count } approved testimonies.
}
packets-preflight = Before you build
packets-preflight-clear = Nothing stands in the way.
packets-stops = Needed first
packets-note = Good to know
packets-new = Build a packet
packets-recipient = For whom
packets-to = to { $recipient }
packets-slice = Whose signatures
packets-slice-all = Everybody’s
packets-slice-residents = Only of those who live, work or study there
packets-language = Language
packets-build = Build the packet
packets-list = Packets so far
packets-caption = Packets built, newest first
packets-column-number = Packet
packets-column-signatures = Signatures
packets-column-testimonies = Testimonies
packets-column-size = Size
packets-column-seal = Seal
packets-column-state = State
packets-number = No. { $number }
packets-by = by { $member }
packets-seal-whole = SHA-256 of its manifest
packets-download = Download
packets-download-for = Download packet { $number }
packets-ready = Ready to deliver
packets-superseded = A newer one takes its place
packets-failed = It could not be built. Try again; if it fails again, tell your operator this reference: { $reference }
# Also filled in by the page's island, which puts the number in.
packets-building = Being built: { $percent }%
packets-building-reload = Reload the page to see how far it is.
packets-building-ready = It is ready. Show it
packets-building-failed = It could not be built. Reload the page to see why.
packets-building-label = How far packet { $number } is
packets-empty = No packet has been built yet.
packets-size-kb = { $size } kB
packets-size-mb = { $size } MB

preflight-forgotten = Its people are forgotten: the campaign’s retention is over, so there is nobody left to name.
preflight-required = The recipient asks each testimony to name: { $lines }. The packet prints the matter and its docket, the day, the writer’s name, and whom they speak for; it never prints an e-mail address.
preflight-no-signatures = There is no confirmed signature yet.
preflight-testimonies = { $count ->
    [one] { $count } testimony waits for a coordinator and will not be in it.
   *[other] { $count } testimonies wait for a coordinator and will not be in it.
}
preflight-no-body = The recipient is not named. Write it under Edit, To whom.
preflight-no-docket = There is no docket number. The cover will go without one.
preflight-no-letter = There is no letter. The packet will begin with the ask.
preflight-still-open = Signing is still open. What comes in later is not in this packet.
preflight-pending = { $count ->
    [one] { $count } signature has not been confirmed and will not be in it.
   *[other] { $count } signatures have not been confirmed and will not be in it.
}
preflight-held = { $count ->
    [one] { $count } signature is held and waits for somebody to look at it.
   *[other] { $count } signatures are held and wait for somebody to look at them.
}
preflight-never-searched = Nobody has looked for duplicates yet. Building the packet does it first.
preflight-unsearched = { $count ->
    [one] { $count } signature was confirmed since duplicates were last looked for.
   *[other] { $count } signatures were confirmed since duplicates were last looked for.
}
preflight-hidden = { $count ->
    [one] { $count } signer did not agree that the recipient sees the name. It is counted and printed without it.
   *[other] { $count } signers did not agree that the recipient sees their names. They are counted and printed without them.
}
preflight-building = A packet is being built already.

## The team

members-title = Team
members-lead = Who may do what. A change holds at once.
members-caption = The team, owners first
members-column-name = Name
members-column-role = Role
members-column-state = State
members-column-do = Change
members-invited = invited
members-active = on the team
members-revoked = no longer on the team
members-you = you
members-not-yet = has not answered yet
members-role-of = Role of { $name }
members-change = Change role
members-change-for = Change role of { $name }
members-revoke = Remove
members-revoke-for = Remove { $name } from the team
members-invite = Invite somebody
members-invite-lead = They get an e-mail with a link that works once, for seven days.
members-email = E-mail
members-role = Role
members-role-owner-means = everything, the team included
members-role-organizer-means = campaigns and packets
members-role-moderator-means = held signatures and duplicates, with names
members-role-viewer-means = numbers and drafts, no names
members-invite-button = Send the invitation
members-done-invited = The invitation is on its way.
members-done-role = The role was changed.
members-done-revoked = The member was removed, and is logged out everywhere.
error-member-known = This address is on the team or has been invited already.
error-role-empty = Choose a role.
error-last-owner = The organization needs an owner. Make somebody else an owner first.

## Mail kept in a folder

outbox-title = Outbox
outbox-lead = No mail server is set, so mail is kept in a folder on this machine. This page reads it, and only from this machine.
outbox-caption = Mail in the folder, newest first
outbox-column-subject = Subject
outbox-column-to = To
outbox-column-at = When
outbox-empty = No mail yet.
outbox-empty-next = Sign a petition or invite a member, and the e-mail shows here.
outbox-back = All mail
outbox-no-subject = No subject
outbox-to = To
outbox-at = When
outbox-html = As it looks in a mail program

error-slug-fixed = The address of a public campaign stays as it is.
slice-residents-sentence = Of those who live, work or study there.
preview-title = Preview: { $title }
