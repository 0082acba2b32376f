# Joint hosts, partners, and the form on other sites.

## Joint hosts, at the desk
desk-hosts = Hosts
hosts-title = Hosts
hosts-lead = The organizations that host this campaign together, what each may do, and what was agreed. Every host sees this page, and the numbers.
hosts-own = (yours)
hosts-rights-all = May do everything, and changes what the others may.
hosts-rights-none = Sees the numbers, and nothing else.
hosts-rights-some = Sees the numbers, and may:
host-right-edit = Write the campaign: texts, places, hearings, bodies, templates
host-right-state = Publish, pause, close and reopen
host-right-people = See people, and decide about held signatures, comments, duplicates and testimony
host-right-packet = Build and download packets
host-right-partners = Invite partners, and agree to what they ask signers
hosts-change-of = Change what { $name } may do
hosts-scope = What it may do
hosts-scope-all = Everything
hosts-scope-some = See the numbers, and what is ticked below
hosts-note = What you agreed
hosts-note-hint = In your own words, such as who speaks to the press and who pays for printing. Every host reads it.
hosts-save = Save
hosts-remove-of = Remove { $name } as a host
hosts-open = Invitations that wait
hosts-open-until = Open until { $day }
hosts-take-back = Take it back
hosts-invite = Invite another organization
hosts-invite-lead = You get a link that works once and for fourteen days. An owner of the other organization opens it, reads what is agreed, and accepts.
hosts-invite-button = Make the link
hosts-link = Send this link to an owner of the other organization
hosts-link-hint = It is shown only now. It works once, for fourteen days.
hosts-leave = Stop hosting
hosts-leave-lead = Your team loses the campaign’s desk at once. The campaign goes on with the other hosts.
hosts-leave-button = Stop hosting this campaign
hosts-done-joined = Your organization now hosts this campaign.
hosts-done-rights = Saved.
hosts-done-removed = That organization no longer hosts this campaign.
hosts-done-taken-back = The link no longer works.
hosts-last = One host has to be able to do everything. Give another host that right first.
error-host-scope = Choose what the organization may do
error-note-long = Keep it to 2,000 characters

joining-title = Host a campaign together
joining-lead = { $organization } is invited to host this campaign with others. Your name will stand on its page, and your team sees its numbers.
joining-hosts = Who hosts it
joining-rights = What your team may do
joining-agreed = What is agreed
joining-button = Host it as { $organization }
joining-after = You can stop hosting at any time. If you do not want to, just close this page.
joining-already = { $organization } hosts this campaign already. The link is for another organization.
joining-gone-title = This link no longer works
joining-gone = It was used, taken back, or is older than fourteen days. Ask a host of the campaign for another.

history-host-invited = Another organization was invited to host.
history-host-joined = An organization became a host.
history-host-rights = What a host may do was changed.
history-host-removed = A host was removed.
history-host-left = A host left.

## Partners, at the desk
desk-partners = Partners
partners-title = Partners
partners-lead = Organizations that bring their people. Each has a link of its own, sees what came by it, and hears only from those who agreed.
partners-empty = No partners yet.
partners-empty-next = Invite one below. It gets a mail with a link to its own page, without an account.
partners-over = { $count ->
        [one] One that is a partner no longer
       *[other] { $count } that are partners no longer
    }
partner-kind-union = Union
partner-kind-community = Community group
partner-kind-faith = Faith group
partner-kind-rights = Rights group
partner-kind-education = Education
partner-kind-professional = Professional association
partner-kind-business = Business
partner-kind-other = Another organization
partner-since-invited = Invited { $day }, not answered yet
partner-since-active = Partner since { $day }
partner-since-declined = Declined { $day }
partner-since-left = Left { $day }
partner-since-removed = Removed { $day }
partners-numbers = { $received } received = { $confirmed } confirmed + { $pending } not confirmed yet + { $gone } taken back or expired + { $excluded } left out
partners-hearing = { $count ->
        [one] One of them agreed to hear from it.
       *[other] { $count } of them agreed to hear from it.
    }
partners-asks = Asks those who come by its link:
partners-proposed = Would like to ask those who come by its link:
partners-agree = Agree to these words
partners-refuse = Say no
partners-new-link = Send a new link
partners-new-link-for = Send a new link to { $name }
partners-remove = Remove
partners-remove-of = Remove { $name }
partners-invite = Invite a partner
partners-invite-lead = The mail goes to one person there. Their name and address stay at this desk, and are forgotten when the partner leaves.
partners-organization = Organization
partners-organization-hint = As it will stand on the campaign’s page.
partners-kind = What kind
partners-site = Website
partners-contact = Name of the person you know there
partners-email = Their e-mail address
partners-email-hint = The link in the mail opens the partner’s page. Send it to nobody else.
partners-locale = Language of the mail
partners-label = Label of its link
partners-label-hint = Small letters, digits and hyphens. Left empty, it is made of the name.
partners-note = What you agreed
partners-note-hint = The partner reads it on its page.
partners-invite-button = Send the invitation
partners-done-invited = The invitation is on its way.
partners-done-link = A new link is on its way. The old one no longer works.
partners-done-removed = That organization is no longer a partner. Its contact is forgotten.
partners-done-agreed = Agreed. Those who come by its link see the words from now on.
partners-done-refused = The partner sees that you said no, and can propose other words.
partners-changed-meanwhile = That had changed meanwhile. Look at it again.
error-partner-kind = Choose what kind of organization it is
error-partner-locale = Choose a language of the campaign
error-partner-label = Use small letters, digits and hyphens, at most 40
error-partner-label-taken = Another partner has that label; choose another
error-partner-known = A partner of this campaign has that e-mail address

history-partner-invited = A partner was invited. Label: { $detail }.
history-partner-accepted = A partner accepted.
history-partner-declined = A partner declined.
history-partner-left = A partner left.
history-partner-removed = A partner was removed.
history-partner-link = A partner got a new link.
history-partner-asks = A partner proposed what to ask signers.
history-partner-asks-nothing = A partner asks signers nothing any more.
history-partner-wording-agreed = What a partner asks signers was agreed to.
history-partner-wording-refused = What a partner would ask signers was refused.
history-partner-exported = A partner took the contacts of those who agreed to hear from it: { $detail }.
history-partner-list-left = A partner left a list to compare. Mailboxes: { $detail }.

## The partner's page
partner-invited-title = Invitation: { $title }
partner-invited-heading = Will { $organization } bring its people?
partner-invited-lead = You are invited to be a partner of the campaign “{ $title }”.
partner-hosts = Hosts
partner-note = What is agreed
partner-points = What it means
partner-point-link = You get a link of your own and a form for your site. You see how many came by them.
partner-point-numbers = You see numbers, and never who signed.
partner-point-hear = You may ask those who come by your link whether they want to hear from you. You get the contacts of those who say yes, and nobody else’s.
partner-point-public = Your organization’s name stands on the campaign’s page.
partner-point-leave = You can leave at any time.
partner-accept = Yes, be a partner
partner-decline = No, thank you
partner-decline-means = If you say no, your name and address are forgotten.
partner-title = Partner’s page: { $title }
partner-heading = { $organization }, partner
partner-numbers = What came by your link
partner-numbers-none = Nobody has come by your link yet.
partner-share = Your link
partner-share-lead = Share the campaign with this link. Whoever signs by it is counted as yours.
partner-ask = Your question to those who come by your link
partner-ask-lead = You may add one sentence to the form, beside an empty box. It is shown once a host agrees to it, word for word. Say who will write, and about what.
partner-ask-like = For example: { $example }
partner-ask-example = { $organization } may write to me about its work.
partner-ask-button = Propose these words
partner-ask-nothing = Ask nothing any more
partner-asks-now = Shown now:
partner-asks-waits = Waits for a host to agree:
partner-asks-refused = A host said no to your last words. Write to them, or propose other words.
partner-hearing = Who wants to hear from you
partner-hearing-count = { $count ->
        [0] Nobody yet.
        [one] One person agreed to hear from you.
       *[other] { $count } people agreed to hear from you.
    }
partner-export = Download their names and addresses (CSV)
partner-export-means = Each download is written down for the hosts to see, with how many it had. Whoever takes their yes back, withdraws or is erased is no longer in it: use the newest.
partner-csv-name = name
partner-csv-email = e-mail
partner-csv-day = agreed on
partner-csv-wording = agreed to
partner-lists = How much two lists have in common
partner-lists-lead = You and another partner can each leave a list of e-mail addresses for one day. Both then see about how many are on both lists, in tens. Nobody sees anybody’s list, and nothing is said about who signed.
partner-list = Your list
partner-list-hint = One address on each line, or a CSV with a column “email”. At least 100 and at most 200,000. Only keyed hashes cut short are kept, for one day.
partner-list-button = Leave the list for one day
partner-list-left = { $count ->
        [one] Your list has one address and is kept until { $until }.
       *[other] Your list has { $count } addresses and is kept until { $until }.
    }
partner-list-drop = Drop my list now
partner-overlap = about { $count } on both
partner-overlap-few = fewer than 10 on both
partner-overlap-none = No other partner has a list here now.
partner-leave = Leave
partner-leave-lead = Your name leaves the campaign’s page, your question leaves the form, this link stops working, and your contact is forgotten. Take the addresses of those who agreed before you go.
partner-leave-sure = I want to leave
partner-leave-button = Leave this campaign
partner-done-accepted = Thank you. This is your page: keep the link to it.
partner-done-asked = Your words wait for a host to agree.
partner-done-nothing = The form asks nothing for you any more.
partner-done-list = Your list is here for one day.
partner-done-dropped = Your list is gone.
error-wording-missing = Write the sentence in this language as well
error-wording-unnamed = Name your organization as it stands here, so that people know who will write
error-wording-long = Keep it to 300 characters
error-list-few = A list needs at least 100 different addresses; in a shorter one a single person could be found
error-list-many = A list has at most 200,000 addresses
error-list-column = The first line has no column “email”; put one address on each line, or name the column
error-list-often = You have left three lists within a day. Try again tomorrow
error-partner-sure = Tick the box if you want to leave

## On the campaign's page and its form
campaign-partners-heading = Partners
sign-email-hint-asked = To confirm it’s you. Never shown; given to others only where you tick a box that says so.
sign-hear-hint = Only if you tick this do they get your name and e-mail address. You can take it back at any time.
mine-hear-heading = { $organization } may write to you
mine-hear-agreed = You agreed to this:
mine-hear-stop = Take it back
mine-done-hear = They no longer get your address from us. What they have already, ask them to delete.

## The form on other sites
embed-heading = The form on another site
embed-lead = Paste this where the form should stand. It loads from here alone, sets no cookie and works without scripts; the second line gives the frame its height and may be left out.
embed-code = Code to copy
embed-code-hint = Two lines of HTML.
embed-campaign = Read more about the campaign

## The mail
mail-partner-invitation-subject = { $host } invites { $organization }: { $title }
mail-partner-invitation-lead = { $host } would like { $organization } to be a partner of the campaign “{ $title }”: to bring its people, with a link and a form of its own.
mail-partner-button = Open the partner’s page
mail-partner-invitation-after = The link needs no account. Keep it to yourself: whoever has it acts for { $organization }.
mail-partner-invitation-why = This e-mail came because a host of the campaign entered this address. If you do not know why, do nothing.
mail-wording-agreed-subject = Your question stands on the form: { $title }
mail-wording-agreed-lead = A host of “{ $title }” has agreed to the words of { $organization }. Whoever comes by your link is asked in them from now on, beside an empty box.
mail-wording-agreed-after = Your page shows how many want to hear from you. Other words have to be agreed to again.
mail-wording-agreed-why = This e-mail came because { $organization } is a partner of the campaign and proposed these words.
mail-wording-refused-subject = Not in these words: { $title }
mail-wording-refused-lead = A host of “{ $title }” has not agreed to the words that { $organization } proposed. The form asks what it asked before, and nothing if that was nothing.
mail-wording-refused-after = Talk to { $host }, and propose others on your page.
mail-wording-refused-why = This e-mail came because { $organization } is a partner of the campaign and proposed these words.
