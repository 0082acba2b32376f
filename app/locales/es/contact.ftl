# Llamar y escribir a los miembros de un órgano.

history-script-saved = Se guardaron los textos para llamar y escribir.
