# Hearings, matters and yearly dates: the desk, the campaign's page, and what calendars show.

editor-testimony = Ask for written testimony
editor-testimony-hint = Neighbors can write to a hearing from the campaign’s page. Enter the hearing under “Hearings”.

history-testimony = Whether testimony is asked for was changed.
history-hearing-added = A hearing was entered.
history-hearing-changed = A hearing was changed.
history-hearing-state = A hearing was called off, held or planned again.
history-matters-saved = The matters were saved.
history-yearly-saved = The yearly dates were saved.
