# Órganos destinatarios: de qué clase son, quién los integra y qué aceptan.

history-body-saved = Se guardó un órgano: { $detail }.
history-body-removed = Se quitó un órgano.
