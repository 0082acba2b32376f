## Updates to those who asked for news

desk-news = News
news-title = News
news-lead = An update goes once to each mailbox that signed or testified, said yes to the mail, and asked for news. Every mail has a link that stops the news. An update can invite to the campaign that follows: those who asked for news may hear of it.
news-readers = { $count ->
    [0] Nobody has asked for news yet.
    [one] One mailbox asks for news.
   *[other] { $count } mailboxes ask for news.
}
news-forgotten = This campaign has forgotten its people, so there is nobody left to tell.
news-caption = Updates, the newest first
news-column-subject = Subject
news-column-state = State
news-column-when = When
news-column-do = Do
news-state-draft = Draft
news-state-sending = Being sent
news-state-stopped = Stopped
news-state-sent = Sent
news-sent-of = { $sent } of { $wanted }
news-progress = How far the update is
news-look-again = Look again
news-edit = Edit
news-edit-of = Edit the update “{ $subject }”
news-remove = Remove
news-remove-of = Remove the update “{ $subject }”
news-stop = Stop
news-stop-of = Stop sending the update “{ $subject }”
news-go-on = Go on
news-go-on-of = Go on sending the update “{ $subject }”
news-new = Write an update
news-draft = The update
news-subject = Subject ({ $language })
news-text = Text ({ $language })
news-text-hint = Plain text; an empty line begins a paragraph. Write an address out, such as https://example.org/page.
news-save = Save
news-copy = Send a copy to me first
news-send = Send it
news-sure = I have read my copy, in every language
news-start = { $count ->
    [one] Send to one mailbox
   *[other] Send to { $count } mailboxes
}
news-saved = Saved. Send yourself a copy, and read it before it goes to others.
news-copied = A copy is on its way to your own mailbox.
news-started = The update is being sent.
news-stopped = The update was stopped. Mails that were made up by then still go.
news-removed = The draft was removed.
news-late = This update is no draft any more, or is being sent already.
news-from-outcome = { $outcome }: { $title }
news-from-follow-on = It goes on here: { $title }
news-leave-title = News of { $title }
news-leave-heading = No more news
news-leave-lead = You asked for news of “{ $title }”. Press the button, and none will come to this mailbox any more. What you gave still counts.
news-leave-button = Stop the news
news-left = No more news of “{ $title }” will come to this mailbox. What you gave still counts.
news-leave-mine = See, change, withdraw or erase what you gave
mail-news-button = Open the campaign’s page
mail-news-after = { $hosts }
mail-news-why = This e-mail came because you asked for news of “{ $title }” when you signed or testified.
mail-news-leave = Stop this news
mail-news-copy-subject = Copy for you: { $subject }
mail-news-copy-why = This is a copy for the organizer who wrote it. The mails that are sent have a link here that stops the news.
history-news-written = An update was written.
history-news-started = An update began to be sent.
history-news-stopped = An update was stopped.
error-news-subject = Write a subject, in each language of the campaign
error-news-subject-long = Keep the subject under 120 characters
error-news-text = Write the text, in each language of the campaign
error-news-text-long = Keep the text under 10,000 characters
error-news-sure = Read your copy first, and say so here
error-news-nobody = Nobody has asked for news, so there is nobody to send it to
