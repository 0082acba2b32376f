## Comments of signers, for a moderator to read first

desk-comments = Comments
comments-title = Comments
comments-lead = What signers wrote. Nothing is public, or in the packet, before one of you has read it. No word is changed.
comments-count = { $count ->
    [one] { $count } comment waits for you.
   *[other] { $count } comments wait for you.
}
comments-shown-newest = The newest { $shown } are shown.
comments-with-ticked = With those selected:
comments-show = Show
comments-hide = Hide
comments-reason = Why they are hidden
comments-reason-hint = Needed to hide. Only your team sees it.
comments-empty = No comment waits.
comments-empty-next = New ones appear here once their signatures are confirmed.
comments-decided = Read already
comments-is-shown = Shown.
comments-is-hidden = Hidden.
comments-is-hidden-for = Hidden: { $reason }
comments-show-again = Show after all
comments-hide-again = Hide after all
comments-changed-mind = On second thought
comments-done-shown = { $count ->
    [0] Nothing was selected, so nothing was changed.
    [one] { $count } comment is public now.
   *[other] { $count } comments are public now.
}
comments-done-hidden = { $count ->
    [0] Nothing was selected, so nothing was changed.
    [one] { $count } comment is hidden.
   *[other] { $count } comments are hidden.
}
error-comments-reason-empty = Say why they are hidden
error-comments-reason-long = Say it in at most 200 characters

campaign-comments-heading = Why neighbors sign

history-comments-shown = Comments were shown: { $detail }.
history-comments-hidden = Comments were hidden: { $detail }.
