# La página de una campaña.

campaign-open-until = Abierta hasta { $deadline }
campaign-open = Abierta a firmas
campaign-draft = Vista previa: solo su equipo ve esta página
campaign-review = Vista previa: falta la revisión de otra persona
campaign-paused = La recogida de firmas está en pausa
campaign-closed = La recogida de firmas terminó
campaign-delivered = Entregada
campaign-won = Ganada: se concedió lo que se pedía
campaign-lost = La petición fue rechazada
campaign-answered = Respondida
campaign-archived = En el archivo

# La cuenta
campaign-signed = { $count ->
        [one] persona ha firmado
       *[other] personas han firmado
    }
campaign-signed-none = Todavía no ha firmado nadie. Su nombre puede ser el primero.
campaign-goal = La meta es de { $goal }.
campaign-to-go = Faltan { $left } para llegar a { $goal }
campaign-goal-reached = Se alcanzó la meta de { $goal }. Cada nombre sigue contando.
campaign-goal-met = La meta era de { $goal }.
campaign-goal-missed = Se esperaban { $goal }.

# Donde está el formulario mientras se puede firmar
campaign-sign-heading = Agregue su nombre
campaign-aside-draft-heading = Así se verá el formulario
campaign-aside-draft = Se podrá llenar cuando la campaña esté abierta.
campaign-aside-paused-heading = La recogida de firmas está en pausa
campaign-aside-paused = Los organizadores han dejado de reunir nombres por el momento. Los que ya se dieron se conservan. Vuelva, por favor, en unos días.
campaign-aside-closed-heading = La recogida de firmas terminó
campaign-aside-closed = Gracias a todas las personas que firmaron. Si usted firmó y aún no ha confirmado, tiene 24 horas desde el cierre: abra el correo que recibió.
campaign-aside-delivered-heading = Los nombres están entregados
campaign-aside-delivered = La petición está en manos de quienes deben responder. Lo que hagan con ella se contará aquí.
campaign-aside-won-heading = Se concedió lo que se pedía
campaign-aside-won = Gracias a cada persona que puso su nombre.
campaign-aside-lost-heading = La petición fue rechazada
campaign-aside-lost = Los nombres se escucharon y la respuesta fue no. Quedan en el registro.
campaign-aside-answered-heading = Hay una respuesta
campaign-aside-answered = Quienes debían responder lo han hecho. El calendario cuenta qué resultó.
campaign-aside-archived-heading = Este es el registro de una campaña
campaign-aside-archived = Las personas que firmaron ya fueron olvidadas, como se prometió. La cuenta permanece.

# El texto
campaign-petition-heading = La petición
campaign-petition-version = Versión { $number }, desde el { $day }. Este es el texto que se firma.
campaign-petition-only = Este es el texto que se firma, desde el { $day }.
campaign-petition-signed = Este es el texto que se firmó.
campaign-petition-proof = Prueba del texto exacto
campaign-petition-proof-why = Este es el SHA-256 del texto. Cada firma lo lleva, para que nadie pueda poner otras palabras sobre su nombre.
campaign-petition-earlier = Versiones anteriores
campaign-petition-earlier-why = Quienes firmaron una versión anterior firmaron ese texto. El expediente dice cuántas personas fueron.
campaign-petition-earlier-one = Versión { $number }, { $day }

# Historia, calendario, nombres, organizaciones
campaign-timeline-heading = Qué pasa y cuándo
campaign-timeline-next = Sigue
campaign-day-time = { $day }, { $time }
campaign-recent-heading = Firmas recientes
campaign-recent-from = { $place } · { $day }
campaign-recent-unnamed = Una persona del vecindario
campaign-recent-none = Todavía no hay nombres a la vista.
campaign-hosts-heading = Quién está detrás
campaign-share-heading = Cuénteselo a sus vecinos
campaign-jump-to-form = Firmar la petición
