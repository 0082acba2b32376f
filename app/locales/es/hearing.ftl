# Audiencias, asuntos y fechas anuales: el escritorio, la página de la campaña y lo que muestran los calendarios.

editor-testimony = Pedir testimonios por escrito
editor-testimony-hint = Desde la página de la campaña, los vecinos pueden escribir para una audiencia. Anote la audiencia en «Audiencias».

history-testimony = Cambió si se piden testimonios.
history-hearing-added = Se anotó una audiencia.
history-hearing-changed = Se cambió una audiencia.
history-hearing-state = Una audiencia se canceló, se celebró o se volvió a programar.
history-matters-saved = Se guardaron los asuntos.
history-yearly-saved = Se guardaron las fechas anuales.
