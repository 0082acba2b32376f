# Lo que comparten todas las páginas: el marco, las fechas, los nombres de los estados, las piezas, las negativas.

product-name = Redress
page-title = { $title } · Redress
error-title = Error: { $title }
skip-to-content = Ir al contenido
language-links = Idioma
foot-promise = Sin cookies, sin rastreadores, nada de otros sitios.
foot-organizers = Para organizadores

# Días y horas
day-today = hoy
day-yesterday = ayer
date = { $day } de { $month }
date-with-year = { $day } de { $month } de { $year }
date-short = { $day } { $month }
date-short-with-year = { $day } { $month } { $year }
date-and-time = { $day }, { $time }
deadline = { $day }, { $time }, { $zone }
deadline-end-of-day = el final del { $day } ({ $zone })
time-morning = { $clock } a. m.
time-afternoon = { $clock } p. m.
time-noon = mediodía
time-midnight = medianoche
zone-eastern = hora del este
zone-central = hora del centro
zone-mountain = hora de la montaña
zone-pacific = hora del Pacífico
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
month-short-1 = ene
month-short-2 = feb
month-short-3 = mar
month-short-4 = abr
month-short-5 = may
month-short-6 = jun
month-short-7 = jul
month-short-8 = ago
month-short-9 = sept
month-short-10 = oct
month-short-11 = nov
month-short-12 = dic

# Nombres de estados, vínculos y funciones
state-draft = Borrador
state-review = En revisión
state-live = Abierta
state-paused = En pausa
state-closed = Cerrada
state-delivered = Entregada
state-won = Ganada
state-lost = Rechazada
state-answered = Respondida
state-archived = Archivada
signature-pending = Sin confirmar todavía
signature-confirmed = Contada
signature-withdrawn = Retirada
signature-expired = Vencida
signature-quarantined = En revisión
signature-excluded = No contada
residency-lives = Vive allí
residency-works = Trabaja allí
residency-studies = Estudia allí
residency-elsewhere = De otro lugar
visibility-full = Nombre completo
visibility-short = Nombre e inicial
visibility-hidden = No se muestra
role-owner = Titular
role-organizer = Organización
role-moderator = Moderación
role-viewer = Consulta

# Piezas
field-optional = (opcional)
error-summary-title = Por favor, revise lo siguiente
tally = Cuenta de { $signed } { $signed ->
        [one] firma
       *[other] firmas
    }
tally-of = Cuenta: { $signed } de { $goal } firmas
share-link = Enlace a esta petición
share-mail = Escribirle a alguien sobre ella
share-mail-body = Firmé esta petición y pensé en usted: { $title }

    { $url }

# La lista de campañas
home-title = Peticiones
home-lead = Lo que los vecinos piden a quienes deciden. Léalo primero; firme si está de acuerdo.
home-open = Abiertas a firmas
home-ended = Concluidas
home-empty = Por ahora no hay ninguna petición abierta a firmas.
home-empty-then = Cuando se abra una campaña, aparecerá aquí.
home-signed = { $count ->
        [one] { $count } firma
       *[other] { $count } firmas
    }
home-signed-of = { $count } de { $goal } firmas

# Negativas
refusal-403-title = Eso no vino de este sitio
refusal-403 = Su navegador indicó que el formulario se envió desde otra página, así que no se cambió nada.
refusal-403-do = Abra de nuevo la página y envíelo desde allí. Algunos ajustes de privacidad ocultan de dónde viene un formulario; una ventana privada suele ayudar.
refusal-role-title = Su función no llega hasta aquí
refusal-role = Esta página corresponde a otra función de su equipo. No se cambió nada.
refusal-role-do = Pida la función que necesita a una persona titular de su organización.
refusal-404-title = Aquí no hay nada
refusal-404 = Puede que la dirección tenga un error, o que el enlace ya se haya usado o haya vencido.
refusal-404-do = Si viene de un correo, abra el más reciente. Si no, empiece por la lista de peticiones.
refusal-405-title = Esta página no se puede usar así
refusal-405 = La dirección es correcta, pero no admite solicitudes de este tipo. No se cambió nada.
refusal-405-do = Empiece por la lista de peticiones y use los botones de la página.
refusal-410-title = Esto ya no existe
refusal-410 = Lo que había aquí se borró, como prometimos, o su enlace venció.
refusal-410-do = Usted no tiene que hacer nada.
refusal-413-title = Es demasiado de una vez
refusal-413 = Lo que se envió es más grande de lo que esta página admite. No se guardó nada.
refusal-413-do = Vuelva atrás, acorte el texto más largo y envíelo de nuevo.
refusal-422-title = Algo en ese formulario no se puede leer
refusal-422 = Faltaba una parte o llegó dañada. No se cambió nada.
refusal-422-do = Vuelva atrás, cargue de nuevo la página y complétela otra vez.
refusal-429-title = Demasiadas solicitudes a la vez
refusal-429 = Llegaron muchas solicitudes desde su red en poco tiempo. Eso puede pasar en una biblioteca, una escuela o un sindicato, y no es culpa suya.
refusal-429-do = Espere unos minutos y vuelva a intentarlo. Lo último que envió no se guardó.
refusal-500-title = Algo salió mal de nuestro lado
refusal-500 = No es culpa suya, y ya quedó anotado.
refusal-500-do = Vuelva a intentarlo en unos minutos. Si ocurre otra vez, dígales a los organizadores la referencia que aparece abajo.
refusal-503-title = Hay muchísima gente aquí
refusal-503 = En este momento el sitio no da abasto.
refusal-503-do = Vuelva a intentarlo en un minuto.
refusal-reference = Referencia: { $reference }
refusal-home = Todas las peticiones
refusal-desk = Ir a sus campañas
