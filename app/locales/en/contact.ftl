# Calling and writing to the members of a body.

history-script-saved = The texts for calling and writing were saved.
