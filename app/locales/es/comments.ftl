## Comentarios de quienes firman, para que alguien los lea primero

desk-comments = Comentarios
comments-title = Comentarios
comments-lead = Lo que escribieron quienes firmaron. Nada es público, ni entra en el expediente, antes de que alguien del equipo lo lea. No se cambia ninguna palabra.
comments-count = { $count ->
    [one] { $count } comentario espera.
   *[other] { $count } comentarios esperan.
}
comments-shown-newest = Se muestran los { $shown } más recientes.
comments-with-ticked = Con los marcados:
comments-show = Mostrar
comments-hide = Ocultar
comments-reason = Por qué se ocultan
comments-reason-hint = Hace falta para ocultar. Solo lo ve su equipo.
comments-empty = Ningún comentario espera.
comments-empty-next = Los nuevos aparecen aquí cuando se confirman sus firmas.
comments-decided = Ya leídos
comments-is-shown = Se muestra.
comments-is-hidden = Oculto.
comments-is-hidden-for = Oculto: { $reason }
comments-show-again = Mostrar de todos modos
comments-hide-again = Ocultar de todos modos
comments-changed-mind = Pensándolo mejor
comments-done-shown = { $count ->
    [0] No se marcó nada, así que nada cambió.
    [one] { $count } comentario ya es público.
   *[other] { $count } comentarios ya son públicos.
}
comments-done-hidden = { $count ->
    [0] No se marcó nada, así que nada cambió.
    [one] { $count } comentario quedó oculto.
   *[other] { $count } comentarios quedaron ocultos.
}
error-comments-reason-empty = Diga por qué se ocultan
error-comments-reason-long = Dígalo en 200 caracteres como máximo

campaign-comments-heading = Por qué firman los vecinos

history-comments-shown = Se mostraron comentarios: { $detail }.
history-comments-hidden = Se ocultaron comentarios: { $detail }.
