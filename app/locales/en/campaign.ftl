# The page of a campaign.

campaign-open-until = Open until { $deadline }
campaign-open = Open for signing
campaign-draft = A preview: only your team sees this page
campaign-review = A preview: waiting for a second pair of eyes
campaign-paused = Signing is paused
campaign-closed = Signing has ended
campaign-delivered = Delivered
campaign-won = Won: what was asked for was granted
campaign-lost = The ask was refused
campaign-answered = Answered
campaign-archived = In the archive

# The count
campaign-signed = { $count ->
        [one] neighbor has signed
       *[other] neighbors have signed
    }
campaign-signed-none = No one has signed yet. Yours can be the first name.
campaign-goal = The goal is { $goal }.
campaign-to-go = { $left } to go to { $goal }
campaign-goal-reached = The goal of { $goal } is reached. Every name still counts.
campaign-goal-met = The goal was { $goal }.
campaign-goal-missed = { $goal } were hoped for.

# Where the form stands while it is open
campaign-sign-heading = Add your name
campaign-aside-draft-heading = How the form will look
campaign-aside-draft = It can be filled in once the campaign is open.
campaign-aside-paused-heading = Signing is paused
campaign-aside-paused = The organizers have stopped collecting names for the moment. Names already given stay. Please come back in a few days.
campaign-aside-closed-heading = Signing has ended
campaign-aside-closed = Thank you to everyone who signed. If you signed and have not confirmed yet, you have 24 hours from the end: open the e-mail you got.
campaign-aside-delivered-heading = The names are delivered
campaign-aside-delivered = The petition is with those it is addressed to. What they do with it will be written here.
campaign-aside-won-heading = What was asked for was granted
campaign-aside-won = Thank you to every neighbor who put a name to it.
campaign-aside-lost-heading = The ask was refused
campaign-aside-lost = The names were heard, and the answer was no. They stay on the record.
campaign-aside-answered-heading = There is an answer
campaign-aside-answered = Those it is addressed to have replied. The timeline says what came of it.
campaign-aside-archived-heading = This is the record of a campaign
campaign-aside-archived = The people who signed have been forgotten, as promised. The count stays.

# The text
campaign-petition-heading = The petition
campaign-petition-version = Version { $number }, since { $day }. This is the text that is signed.
campaign-petition-only = This is the text that is signed, since { $day }.
campaign-petition-signed = This is the text that was signed.
campaign-petition-proof = Proof of the exact text
campaign-petition-proof-why = This is the SHA-256 of the text. Every signature carries it, so that nobody can put other words above your name.
campaign-petition-earlier = Earlier versions
campaign-petition-earlier-why = Those who signed an earlier version signed that text. The packet says how many did.
campaign-petition-earlier-one = Version { $number }, { $day }

# Story, timeline, names, hosts
campaign-timeline-heading = What happens when
campaign-timeline-next = Next
campaign-day-time = { $day }, { $time }
campaign-recent-heading = Signed lately
campaign-recent-from = { $place } · { $day }
campaign-recent-unnamed = A neighbor
campaign-recent-none = No names are shown yet.
campaign-hosts-heading = Who is behind this
campaign-share-heading = Tell a neighbor
campaign-jump-to-form = Sign the petition
