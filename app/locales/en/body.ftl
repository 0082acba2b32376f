# Bodies that receive: what kind they are, who sits there, and what they take.

history-body-saved = A body was saved: { $detail }.
history-body-removed = A body was taken out.
