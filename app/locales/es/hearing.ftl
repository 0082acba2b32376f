# Audiencias, asuntos y fechas anuales: el escritorio, la página de la campaña y lo que muestran los calendarios.

editor-testimony = Pedir testimonios por escrito
editor-testimony-hint = Desde la página de la campaña, los vecinos pueden escribir para una audiencia. Anote la audiencia en «Audiencias».

history-testimony = Cambió si se piden testimonios.
history-hearing-added = Se anotó una audiencia.
history-hearing-changed = Se cambió una audiencia.
history-hearing-state = Una audiencia se canceló, se celebró o se volvió a programar.
history-matters-saved = Se guardaron los asuntos.
history-yearly-saved = Se guardaron las fechas anuales.

desk-hearings = Audiencias

## La lista

hearings-title = Audiencias
hearings-lead = Cuándo se oyen sus asuntos y hasta cuándo se aceptan testimonios. La página de la campaña, el formulario de testimonios y los calendarios siguen lo que usted anota aquí.
hearings-no-body = Primero anote quién celebra la audiencia.
hearings-no-body-next = Un concejo, un comité o una oficina: con su dirección y con lo que acepta.
hearings-empty = Todavía no hay ninguna audiencia.
hearings-empty-next = En cuanto haya fecha, anótela: los vecinos podrán escribir para ella y ponerla en su calendario.
hearings-add = Anotar una audiencia
hearings-caption = Las audiencias de la campaña, las más próximas primero
hearings-column-hearing = Audiencia
hearings-column-when = Cuándo
hearings-column-cutoff = Testimonios por escrito hasta
hearings-column-sent = Enviados
hearings-column-do = Cambiar
hearings-of = { $body } · { $dockets }
hearings-no-cutoff = sin plazo
hearings-do-planned = Programar de nuevo
hearings-do-held = Se celebró
hearings-do-called-off = Cancelar
hearings-do-planned-for = Programar de nuevo: { $title }
hearings-do-held-for = Se celebró: { $title }
hearings-do-called-off-for = Cancelar: { $title }
hearings-done-saved = La audiencia está guardada. Su página y su calendario ya la muestran.
hearings-done-held = La audiencia figura como celebrada.
hearings-done-called-off = La audiencia está cancelada. Su página y su calendario lo dicen.
hearings-done-planned = La audiencia está programada de nuevo.
hearings-done-matters = Los asuntos están guardados.
hearings-done-yearly = Las fechas anuales están guardadas.

hearing-state-planned = programada
hearing-state-held = celebrada
hearing-state-called-off = cancelada

## Asuntos

matters-title = Asuntos
matters-lead = De qué trata la campaña, por número de expediente: en qué punto está cada asunto y qué comité lo tiene.
matters-row = Asunto { $number }
matters-docket = Número de expediente
matters-name = Título, como figura en el expediente
matters-body = Ante
matters-body-none = Elija un órgano
matters-committee = Remitido a
matters-committee-none = Ningún comité
matters-state = Estado
matters-remove = Quitar este asunto
matters-save = Guardar los asuntos
matter-state-filed = presentado
matter-state-referred = remitido a un comité
matter-state-heard = oído en audiencia
matter-state-voted = votado
matter-state-withdrawn = retirado
matter-is-filed = Presentado: { $body }
matter-is-referred = Remitido a { $body }
matter-is-heard = Oído en audiencia: { $body }
matter-is-voted = Votado: { $body }
matter-is-withdrawn = Retirado
error-matter-body = Elija ante qué órgano está cada asunto.
error-matter-in-use = Una audiencia o un testimonio nombra un asunto que quiere quitar. Quítelo antes de la audiencia.

## Fechas anuales

yearly-title = Fechas que vuelven cada año
yearly-lead = Por ejemplo, una revisión que debe hacerse antes del 31 de mayo. Vacíe los dos textos para quitar una fecha.
yearly-row = Fecha { $number }
yearly-day = Día
yearly-month = Mes
yearly-month-none = Elija un mes
yearly-body = De quién es la fecha
yearly-body-none = De ningún órgano
yearly-text = Qué toca hacer
yearly-save = Guardar las fechas anuales
yearly-heading = Cada año
yearly-when = hasta el { $day }
yearly-next = Próxima: { $day }.
error-yearly-text = Diga qué toca hacer en cada fecha anual.
error-yearly-day = Elija un día que exista todos los años, como el 31 de mayo.

## El formulario de una audiencia

hearing-title = Audiencia
hearing-title-new = Anotar una audiencia
hearing-zone = Las horas se entienden en la zona horaria de la campaña, { $zone }.
hearing-name = Cómo se llama
hearing-title-hint = Por ejemplo, «Audiencia sobre los expedientes 0683 y 0684».
hearing-body = Quién la celebra
hearing-body-hint = A quien escribe se le muestra lo que acepta este órgano.
hearing-body-none = Elija un órgano
hearing-starts = Cuándo empieza
hearing-starts-hint = El día y la hora de la convocatoria.
hearing-cutoff = Hasta cuándo se aceptan testimonios por escrito
hearing-cutoff-hint = Deje vacíos los dos campos para tomar el plazo habitual del órgano, si tiene uno. El minuto que anote todavía está dentro del plazo.
hearing-day = Día
hearing-time = Hora
hearing-which-twice = Cuál de las dos
hearing-which-never = Qué hora en su lugar
hearing-which-none = Elija una
hearing-which-first = la primera vez que son las { $time }, antes de atrasar los relojes
hearing-which-second = la segunda vez que son las { $time }, después de atrasar los relojes
hearing-which-before = { $time }, justo antes de adelantar los relojes
hearing-which-after = { $time }, justo después de adelantar los relojes
hearing-place = Dónde
hearing-place-hint = Por ejemplo, «Sala Iannella, Alcaldía, quinto piso».
hearing-link = Enlace para conectarse
hearing-link-hint = La dirección completa, que empieza por https://
hearing-matters = De qué trata
hearing-note = Qué más conviene saber
hearing-note-hint = Por ejemplo, cuándo se llama a quienes hablan o qué entrada está abierta.
hearing-save = Guardar la audiencia
hearing-back = Volver a las audiencias
hearing-earlier-starts = Esto adelanta la audiencia: del { $from } al { $to }. { $sent ->
    [0] Nadie ha enviado todavía un testimonio para ella.
    [one] Se envió un testimonio para ella; quien lo escribió todavía piensa en el día posterior.
   *[other] Se enviaron { $sent } testimonios para ella; quienes los escribieron todavía piensan en el día posterior.
}
hearing-earlier-cutoff = Esto adelanta el plazo: de { $from } a { $to }. { $after ->
    [one] Un testimonio se envió después de esa hora y dentro del plazo anterior; sigue dentro del plazo.
   *[other] { $after } testimonios se enviaron después de esa hora y dentro del plazo anterior; siguen dentro del plazo.
}
hearing-earlier-confirm = He comprobado la convocatoria; es correcto
error-hearing-title = Diga cómo se llama la audiencia.
error-hearing-body = Elija quién celebra la audiencia.
error-hearing-day-none = Anote el día de la audiencia.
error-hearing-day = Anote el día como está en el calendario, o deje vacíos el día y la hora.
error-hearing-time = Anote la hora de ese día, por ejemplo las 17:00.
error-hearing-time-twice = Esa noche se atrasan los relojes y esta hora se repite. Elija la primera o la segunda.
error-hearing-time-never = Esa noche se adelantan los relojes y esta hora no existe. Elija la hora justo anterior o la justo posterior.
error-hearing-link = Escriba la dirección completa para conectarse, que empieza por https://
error-hearing-earlier = La está adelantando. Lea qué significa y marque la casilla si es correcto.

## La página de la campaña

hearings-heading = Audiencias
hearings-past = Audiencias anteriores
hearings-calendar = Todas las fechas para su calendario
hearing-calendar = Ponerla en su calendario
hearing-where = Dónde
hearing-join = Por internet
hearing-until = Testimonios por escrito
hearing-send-to = Se envían a
hearing-docket = Expediente { $docket }
hearing-docket-title = Expediente { $docket }: { $title }

## Calendarios

hearing-calendar-title = { $title } ({ $body })
hearing-calendar-cutoff = Se aceptan testimonios por escrito hasta: { $cutoff }.
hearing-calendar-join = Por internet: { $link }
