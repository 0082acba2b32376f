## How a campaign ended: its record, and the desk

outcome-heading = How it ended
outcome-won = Won
outcome-lost = Lost
outcome-answered = Answered
outcome-proposal-withdrawn = Proposal withdrawn
outcome-follow-on = It goes on:
outcome-documents = Documents
outcome-places = Elsewhere
vote-total = { $yea } to { $nay }
vote-of = { $body }, { $day }
vote-caption = How each member voted: { $body }, { $day }
vote-column-name = Member
vote-column-district = District
vote-column-choice = Vote
vote-choice-yea = Yea
vote-choice-nay = Nay
vote-choice-present = Present
vote-choice-absent = Absent
vote-choice-recused = Recused
vote-count-present = { $count ->
    [one] One member was present and did not vote
   *[other] { $count } members were present and did not vote
}
vote-count-absent = { $count ->
    [one] One member was absent
   *[other] { $count } members were absent
}
vote-count-recused = { $count ->
    [one] One member took no part
   *[other] { $count } members took no part
}

desk-outcome = Outcome
outcome-title = Outcome
outcome-lead = Once it is recorded how the campaign ended, its page becomes the record: the outcome first, then votes, documents and what follows. Signing ends; the count stays.
outcome-not-public = An outcome can be recorded once the campaign is public.
outcome-kind = How it ended
outcome-won-hint = What was asked for was done.
outcome-lost-hint = It was refused.
outcome-answered-hint = An answer came that is neither yes nor no.
outcome-proposal-withdrawn-hint = What was before the body was taken back. If that is what you asked for, choose Won.
outcome-day = On which day
outcome-text = What happened ({ $language })
outcome-follow-on-field = Campaign that follows
outcome-follow-on-hint = The record links to it once it is public. To invite earlier signers who asked for news, tell them of it in an update.
outcome-follow-on-none = None
outcome-link-title = Document { $number }: title
outcome-link-url = Document { $number }: address
outcome-link-hint = A title and a whole address beginning with https://
outcome-place-name = Place { $number }: name
outcome-place-day = Place { $number }: day
outcome-place-note = Place { $number }: what happened
outcome-place-url = Place { $number }: address
outcome-place-hint = Where the like happened. A day is written as 2020-06-24 and may be left out, and so may the address.
outcome-save = Record the outcome
outcome-saved = The outcome is recorded.
outcome-tell = Tell everybody who asked for news
outcome-take-back = Take the outcome back
outcome-take-back-means = The campaign is closed again, and no more than that. Votes, places and statements stay.
outcome-taken-back = The outcome was taken back. The campaign is closed.
vote-title = Votes
vote-lead = A vote, member by member, as the clerk recorded it.
vote-body = Who voted
vote-question = On what
vote-day = Day of the vote
vote-ballots = The votes
vote-ballots-hint = One member on each line: name, district, vote. The vote is yea, nay, present, absent or recused. A name with a comma stands in quotation marks.
vote-file = Or a CSV file with the same columns
vote-look = Look at it first
vote-save = Record this vote
vote-preview = This is how the vote would be recorded. Nothing is recorded yet.
vote-preview-caption = The vote as it would be recorded
vote-nothing-recorded = Nothing was recorded. Put these lines right:
vote-row = Line { $row }:
vote-saved = The vote is recorded.
vote-remove = Remove
vote-remove-of = Remove the vote on { $question }
vote-removed = The vote was removed.
history-outcome-recorded = The outcome was recorded.
history-outcome-removed = The outcome was taken back.
history-vote-recorded = A vote was recorded. Members: { $detail }.
history-vote-removed = A vote was removed.
error-outcome-kind = Choose how it ended
error-outcome-day = Write the day, such as 2020-06-24
error-outcome-text = Say what happened, in each language of the campaign
error-outcome-text-long = Keep the text under 10,000 characters
error-outcome-link = Write a title and a whole address beginning with https:// for each document
error-outcome-place = Write a name for each place; a day as 2020-06-24, and an address that begins with https://, or neither
error-outcome-follow-on = Choose one of your own campaigns, other than this one
error-outcome-state = An outcome can be recorded once the campaign is public
error-vote-body = Write who voted
error-vote-question = Write what was voted on
error-vote-list = Put right the lines named above
error-vote-file = This file is no text that can be read. Save the list as CSV in UTF-8.
error-ballot-headings = name and choice (or vote) are needed among the headings.
error-ballot-name = a name is missing.
error-ballot-twice = this member is in the list already.
error-ballot-long = a name or a district is too long.
error-ballot-choice = the vote is none of yea, nay, present, absent, recused.
error-ballot-none = there is no vote in the list.
error-ballot-many = there are more than 500 members.
error-ballot-quotes = a quotation mark is not closed.
