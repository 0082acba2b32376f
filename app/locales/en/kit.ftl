# The resource kit

kit-page-title = The kit: { $campaign }
kit-title = The kit
kit-lead = Texts to start from. Fill in what is yours, change what you like, and take them along as a page, a PDF or a Word file.
kit-kind-testimony = Testimony
kit-kind-op-ed = For the newspaper
kit-kind-fact-sheet = To hand out
kit-kind-letter = Letters
kit-kind-records-request = Public records
kit-kind-oral-testimony = To say aloud
kit-one-testimony = Testimony
kit-one-op-ed = Op-ed
kit-one-fact-sheet = Fact sheet
kit-one-letter = Letter
kit-one-records-request = Records request
kit-one-oral-testimony = Spoken testimony
kit-parts-count = { $count ->
    [0] Ready as it is
    [one] One part to fill in
   *[other] { $count } parts to fill in
}
kit-only-in = This text is there in { $language } only.
kit-text-label = The text
kit-form = Fill it in
kit-fill = Fill in
kit-take = Take it along
kit-take-pdf = As PDF
kit-take-docx = As Word file
kit-print = To have it on paper, print this page: the text alone is printed.
kit-kept = What you type is not kept. It is sent only to make the page or the file you ask for, and forgotten with the answer; the organizers do not see it.
kit-missing = { $count ->
    [one] One part is still empty; a ruled blank stands in its place:
   *[other] { $count } parts are still empty; ruled blanks stand in their place:
}
error-kit-long = Shorten “{ $part }” to { $most } characters or fewer.
error-kit-busy = Many documents are being made just now. Wait a moment, and ask again; what you typed is still here.
