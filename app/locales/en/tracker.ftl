# The tracker of places: the public page, the desk, the feed

desk-places = Places
date-month-of-year = { $month } { $year }

## The page

places-page-title = Places: { $campaign }
places-title = Place by place
places-lead = { $count ->
    [one] One place, with its status, since when, and where that is written.
   *[other] { $count } places, each with its status, since when, and where that is written.
}
places-by-status = Places by status
places-all = { $count ->
    [one] place
   *[other] places in all
}
places-to-map = To the map
places-caption = { $count ->
    [one] One place
   *[other] { $count } places
}
places-caption-only = { $count ->
    [one] One place with the status “{ $status }”
   *[other] { $count } places with the status “{ $status }”
}
places-column-place = Place
places-column-status = Status
places-column-day = As of
places-column-note = Note and source
places-column-tone = On the map
places-column-count = Places
places-column-do = Action
places-sort = Sort by { $column }
places-source-link = Source: { $host }
places-map-label = A map of tiles, one a place. The table has all that it shows.
places-map-how = One tile a place, about where it lies. Pattern and letter say the status.
places-map-alphabet = One tile a place, in the order of the alphabet. Pattern and letter say the status.
places-tile = { $place }: { $status }
places-take = Take it along
places-take-csv = The list as a file (CSV)
places-take-feed = What changes, as a feed (Atom)
places-changes = What changed last
places-change-new = { $place } is on the list: { $after }.
places-change-status = { $place }: “{ $before }” became “{ $after }”.
places-change-same = { $place }: more is known. Its status is still “{ $after }”.
places-change-gone = { $place } is no longer on the list.
places-feed-title = Changes: { $campaign }
places-feed-as-of = As of { $day }.

## The desk

places-desk-title = Places
places-desk-lead = Where the matter stands, place by place. Every change is listed on the page and goes out in its feed.
places-desk-public = The page as everybody sees it
places-statuses = Statuses
places-statuses-caption = The statuses a place can have
places-status-none = There is no status yet. Add the first one, or paste a list below and let it bring its own.
places-status-in-files = In files: { $code }
places-status-add = Add a status
places-status-edit = Change this status
places-status-edit-for = Change the status { $status }
places-status-remove-for = Remove the status { $status }
places-status-name = What it is called ({ $language })
places-status-save = Save the status
places-tone = How the map draws it
places-tone-hint = Each is a pattern of its own, so that nobody has to tell colors apart. Each status has its letter besides.
tone-filled = Filled red
tone-striped = Red stripes
tone-dotted = Dots
tone-crossed = Blue lattice
tone-open = Empty
places-desk-one = One place
places-desk-list = Every place
places-add-title = Add a place
places-edit-title = Change this place
places-field-place = Name of the place
places-field-day = As of
places-field-day-hint = As exactly as you know it: 2011, 2011-10 or 2011-09-13.
places-field-source = Source
places-field-source-hint = A document, or an address that begins with https://.
places-field-note = Note
places-field-tile = Tile
places-field-tile-hint = Column and row on the map, such as C4. Where no place has one, the map is in the order of the alphabet.
places-save = Save the place
places-edit = Change
places-edit-for = Change { $place }
places-remove = Remove
places-remove-this = Take this place off the list
places-import-title = A whole list
places-import-lead = Paste a list with a line for every place, the headings in the first line. You see what would change before anything does.
places-import-field = List (CSV)
places-import-hint = Place and status have to be there. Places that have the same name are brought up to date; of what the list does not say, nothing changes.
places-import-new-statuses = Add statuses that are not there yet
places-import-remove = Take places off that are not in the list
places-import-preview = Show what would change
places-import-again = Show again what would change
places-import-do = { $count ->
    [one] Take over one change
   *[other] Take over { $count } changes
}
places-plan-title = This is what would change
places-plan-counts = New: { $added }. Changed: { $changed }. Taken off: { $removed }. As they are: { $same }.
places-plan-statuses = New statuses: { $list }.
places-plan-ignored = Columns left alone: { $list }.
places-plan-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
places-wrong-cell = Row { $row }, column { $column }: { $problem }
places-wrong-row = Row { $row }: { $problem }
places-wrong-more = { $count ->
    [one] One more cell is wrong.
   *[other] { $count } more cells are wrong.
}
places-done-saved = The place is saved.
places-done-removed = The place is off the list.
places-done-status = The status is saved.
places-done-status-removed = The status is removed.
places-done-imported = { $count ->
    [one] One change was taken over.
   *[other] { $count } changes were taken over.
}

error-place-empty = Write the name of the place.
error-place-long = Shorten the name to 120 characters or fewer.
error-place-status-empty = Write a status.
error-place-status-unknown = There is no such status. Add it first, or choose one that is there.
error-place-status-name = Write what the status is called.
error-place-status-name-long = Shorten the status to 60 characters or fewer.
error-place-status-taken = Another status is called that.
error-place-status-many = There are twelve statuses already; a reader does not tell more apart.
error-place-status-used = Places still have this status. Give them another one first.
error-place-day = Write a day as 2011-09-13, a month as 2011-10, a year as 2011.
error-place-tile = Write a tile as a column and a row, such as C4.
error-place-text-long = Shorten this to 500 characters or fewer.
error-place-taken = Another place on the list has that name.
error-place-many = There are 2,000 places already; more do not fit.
error-place-gone = This place is not on the list any more.
error-place-tone = Choose how the map draws it.
error-places-list = Nothing was taken over. What is wrong is listed on top.
error-places-empty = Paste a list with its headings.
error-places-unreadable = This is no CSV: a quotation mark is opened and never closed, or something like it.
error-places-heading-twice = This heading is there twice.
error-places-heading-missing = This heading is missing in the first row.
error-places-cells = There are more or fewer cells than headings.
error-places-twice = An earlier row has the same place.
error-places-many = There are more than 2,000 places.
error-places-none = There is no place in the list.
error-places-changed = The places have changed meanwhile. Look once more at what would change.

history-place-status = A status of the tracker was saved.
history-place-status-removed = A status of the tracker was removed.
history-place-added = A place was added. Status: { $detail }.
history-place-changed = A place was changed. Status: { $detail }.
history-place-removed = A place was taken off the list.
history-places-imported = A list of places was taken over. Added, changed, taken off: { $detail }.

## On the campaign's page

campaign-tools-heading = To use where you live
campaign-tools-places = { $count ->
    [one] The list, place by place: one so far
   *[other] The list, place by place: { $count } so far
}
campaign-tools-kit = { $count ->
    [one] The kit: one text to fill in and take along
   *[other] The kit: { $count } texts to fill in and take along
}
