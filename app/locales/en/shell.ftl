# What every page shares: the frame, dates, names of states, parts, refusals.

product-name = Redress
page-title = { $title } · Redress
error-title = Error: { $title }
skip-to-content = Skip to the content
language-links = Language
foot-promise = No cookies, no trackers, nothing from another site.
foot-organizers = For organizers

# Days and times
day-today = today
day-yesterday = yesterday
date = { $day } { $month }
date-with-year = { $day } { $month } { $year }
date-short = { $day } { $month }
date-short-with-year = { $day } { $month } { $year }
date-and-time = { $day }, { $time }
deadline = { $day }, { $time } { $zone }
deadline-end-of-day = the end of { $day } ({ $zone })
time-morning = { $clock } am
time-afternoon = { $clock } pm
time-noon = noon
time-midnight = midnight
zone-eastern = Eastern time
zone-central = Central time
zone-mountain = Mountain time
zone-pacific = Pacific time
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

# Names of states, ties and roles
state-draft = Draft
state-review = In review
state-live = Open
state-paused = Paused
state-closed = Closed
state-delivered = Delivered
state-won = Won
state-lost = Refused
state-answered = Answered
state-archived = Archived
signature-pending = Not confirmed yet
signature-confirmed = Counted
signature-withdrawn = Withdrawn
signature-expired = Expired
signature-quarantined = Being looked at
signature-excluded = Not counted
residency-lives = Lives there
residency-works = Works there
residency-studies = Studies there
residency-elsewhere = From elsewhere
visibility-full = Full name
visibility-short = First name and initial
visibility-hidden = Not shown
role-owner = Owner
role-organizer = Organizer
role-moderator = Moderator
role-viewer = Viewer

# Parts
field-optional = (optional)
error-summary-title = Please look at this again
tally = A tally of { $signed } { $signed ->
        [one] signature
       *[other] signatures
    }
tally-of = A tally: { $signed } of { $goal } signatures
share-link = Link to this petition
share-mail = Write to a friend about it
share-mail-body = I signed this petition, and thought of you: { $title }

    { $url }

# The list of campaigns
home-title = Petitions
home-lead = What neighbors are asking of the people who decide. Read it first; sign if you agree.
home-open = Open for signing
home-ended = On the record
home-empty = Nothing is open for signing at the moment.
home-empty-then = When a campaign opens, it is listed here.
home-signed = { $count ->
        [one] { $count } neighbor
       *[other] { $count } neighbors
    }
home-signed-of = { $count } of { $goal } neighbors

# Refusals
refusal-403-title = That didn’t come from this site
refusal-403 = Your browser said that the form was sent from another page, so nothing was changed.
refusal-403-do = Open the page again and send it from there. Some privacy settings hide where a form comes from; a private window often helps.
refusal-role-title = Your role does not reach so far
refusal-role = This page belongs to another role of your team. Nothing was changed.
refusal-role-do = Ask an owner of your organization for the role you need.
refusal-404-title = Nothing is here
refusal-404 = The address may be mistyped, or the link may have been used up or have run out.
refusal-404-do = If you came from an e-mail, open the newest one about it. Otherwise start from the list of petitions.
refusal-405-title = This page can’t be used that way
refusal-405 = The address is right, but it takes no request of this kind. Nothing was changed.
refusal-405-do = Start from the list of petitions and use the buttons on the page.
refusal-410-title = This is gone
refusal-410 = What was here has been erased, as we promised, or its link has run out.
refusal-410-do = There is nothing you need to do.
refusal-413-title = That is too much at once
refusal-413 = What was sent is larger than this page takes. Nothing was kept of it.
refusal-413-do = Go back, shorten the longest text, and send it again.
refusal-422-title = Something in that form can’t be read
refusal-422 = A part of it was missing or broken. Nothing was changed.
refusal-422-do = Go back, load the page again, and fill it in once more.
refusal-429-title = Too many at once
refusal-429 = Many requests came from your network in a short time. That can happen in a library, a school or a union hall, and it is no fault of yours.
refusal-429-do = Wait a few minutes, then try again. What you sent last was not kept.
refusal-500-title = Something went wrong on our side
refusal-500 = It is not your fault, and it has been noted.
refusal-500-do = Please try again in a few minutes. If it happens again, tell the organizers the reference below.
refusal-503-title = A great many people are here
refusal-503 = The site is busier than it can serve just now.
refusal-503-do = Please try again in a minute.
refusal-reference = Reference: { $reference }
refusal-home = All petitions
refusal-desk = To your campaigns
