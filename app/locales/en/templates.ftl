# Templates at the desk: texts to start from

desk-templates = Templates
templates-title = Templates
templates-lead = Texts that people start from: for their testimony, and for the kit. Each language has a text of its own.
templates-empty = There is no template yet.
templates-empty-next = Begin with the one people ask you for most. Write it as one neighbor would say it to another.
templates-caption = The templates, in the order they are offered
templates-column-title = Title
templates-column-kind = For
templates-column-language = Language
templates-column-do = Action
templates-edit = Change
templates-edit-for = Change “{ $title }”
templates-retire = Retire
templates-retire-for = Offer “{ $title }” no more
templates-offer = Offer again
templates-offer-for = Offer “{ $title }” again
templates-retired = Retired; offered to nobody.
templates-form-new = Write a template
templates-form-edit = Change this template
templates-kind = What it is for
templates-kind-hint = Testimony is offered where testimony is written, everything else in the kit.
templates-language = Language
templates-stance = Stance
templates-stance-hint = Of testimony: who is offered this text.
templates-stance-any = Any
templates-stance-in-favor = In favor
templates-stance-opposed = Opposed
templates-stance-neutral = Neutral
templates-field-title = Title
templates-field-title-hint = It stands over the finished text, too: say what the text is about.
templates-field-slug = Address
templates-field-slug-hint = The last part of its address, the same in every language. Left empty, it is made from the title.
templates-field-summary = Whom it is for
templates-field-summary-hint = A sentence or two for whoever chooses among the texts.
templates-field-text = Text
templates-field-text-hint = What each writer fills in stands in braces: {"{"}your town{"}"}. An empty line starts a paragraph, ## makes a heading, - a list, **two stars** bold.
templates-field-position = Place in the list
templates-field-position-hint = Smaller numbers come first.
templates-save = Save the template
templates-preview = Show the parts
templates-found = { $count ->
    [0] No part to fill in was found: people take this text as it is.
    [one] One part to fill in was found:
   *[other] { $count } parts to fill in were found:
}
templates-done-saved = The template is saved.
templates-done-retired = The template is retired.
templates-done-offered = The template is offered again.

error-template-title = Write a title.
error-template-title-long = Shorten the title to 120 characters or fewer.
error-template-slug = Write an address of 3 to 80 letters a to z, digits and single hyphens.
error-template-slug-taken = Another template in this language has this address.
error-template-summary-long = Shorten this to 400 characters or fewer.
error-template-text = Write the text.
error-template-text-long = Shorten the text to 20,000 characters or fewer.
error-template-brace = A part is not whole: every brace that opens has to close in its line, with a few words in it.
error-template-kind = Choose what it is for.
error-template-locale = Choose one of the campaign’s languages.
error-template-position = Write a whole number from 0 to 999.
error-template-gone = This template is not there any more.

history-template-saved = A template was saved: { $detail }.
history-template-state = A template’s state is now “{ $detail }”.
