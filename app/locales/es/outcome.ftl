## Cómo terminó una campaña: su registro y el escritorio

outcome-heading = Cómo terminó
outcome-won = Ganada
outcome-lost = Perdida
outcome-answered = Respondida
outcome-proposal-withdrawn = Propuesta retirada
outcome-follow-on = Continúa en:
outcome-documents = Documentos
outcome-places = En otros lugares
vote-total = { $yea } a { $nay }
vote-of = { $body }, { $day }
vote-caption = Cómo votó cada miembro: { $body }, { $day }
vote-column-name = Miembro
vote-column-district = Distrito
vote-column-choice = Voto
vote-choice-yea = A favor
vote-choice-nay = En contra
vote-choice-present = Presente
vote-choice-absent = Ausente
vote-choice-recused = Se abstuvo de participar
vote-count-present = { $count ->
    [one] Un miembro estuvo presente y no votó
   *[other] { $count } miembros estuvieron presentes y no votaron
}
vote-count-absent = { $count ->
    [one] Un miembro estuvo ausente
   *[other] { $count } miembros estuvieron ausentes
}
vote-count-recused = { $count ->
    [one] Un miembro no tomó parte
   *[other] { $count } miembros no tomaron parte
}

desk-outcome = Resultado
outcome-title = Resultado
outcome-lead = Cuando se registra cómo terminó la campaña, su página pasa a ser el registro: primero el resultado, luego las votaciones, los documentos y lo que sigue. Ya no se firma; el recuento queda.
outcome-not-public = El resultado se puede registrar cuando la campaña es pública.
outcome-kind = Cómo terminó
outcome-won-hint = Se hizo lo que se pedía.
outcome-lost-hint = Se rechazó.
outcome-answered-hint = Llegó una respuesta que no es ni sí ni no.
outcome-proposal-withdrawn-hint = Se retiró lo que el organismo tenía ante sí. Si eso es lo que ustedes pedían, elija Ganada.
outcome-day = Qué día
outcome-text = Qué pasó ({ $language })
outcome-follow-on-field = Campaña que sigue
outcome-follow-on-hint = El registro enlaza con ella cuando es pública. Para invitar a quienes firmaron y pidieron noticias, cuénteselo en un aviso.
outcome-follow-on-none = Ninguna
outcome-link-title = Documento { $number }: título
outcome-link-url = Documento { $number }: dirección
outcome-link-hint = Un título y una dirección completa que empiece con https://
outcome-place-name = Lugar { $number }: nombre
outcome-place-day = Lugar { $number }: día
outcome-place-note = Lugar { $number }: qué pasó
outcome-place-url = Lugar { $number }: dirección
outcome-place-hint = Dónde pasó algo parecido. El día se escribe así: 2020-06-24, y se puede omitir, igual que la dirección.
outcome-save = Registrar el resultado
outcome-saved = El resultado quedó registrado.
outcome-tell = Avisar a quienes pidieron noticias
outcome-take-back = Retirar el resultado
outcome-take-back-means = La campaña queda cerrada de nuevo, y nada más. Las votaciones, los lugares y las declaraciones se conservan.
outcome-taken-back = Se retiró el resultado. La campaña está cerrada.
vote-title = Votaciones
vote-lead = Una votación, miembro por miembro, como la anotó la secretaría.
vote-body = Quién votó
vote-question = Sobre qué
vote-day = Día de la votación
vote-ballots = Los votos
vote-ballots-hint = Un miembro por línea: nombre, distrito, voto. El voto es yea (a favor), nay (en contra), present, absent o recused. Un nombre con coma va entre comillas.
vote-file = O un archivo CSV con las mismas columnas
vote-look = Verlo primero
vote-save = Registrar esta votación
vote-preview = Así quedaría registrada la votación. Todavía no se registró nada.
vote-preview-caption = La votación como quedaría registrada
vote-nothing-recorded = No se registró nada. Corrija estas líneas:
vote-row = Línea { $row }:
vote-saved = La votación quedó registrada.
vote-remove = Quitar
vote-remove-of = Quitar la votación sobre { $question }
vote-removed = Se quitó la votación.
history-outcome-recorded = Se registró el resultado.
history-outcome-removed = Se retiró el resultado.
history-vote-recorded = Se registró una votación. Miembros: { $detail }.
history-vote-removed = Se quitó una votación.
error-outcome-kind = Elija cómo terminó
error-outcome-day = Escriba el día, por ejemplo 2020-06-24
error-outcome-text = Diga qué pasó, en cada idioma de la campaña
error-outcome-text-long = El texto debe tener menos de 10 000 caracteres
error-outcome-link = Escriba para cada documento un título y una dirección completa que empiece con https://
error-outcome-place = Escriba un nombre para cada lugar; el día como 2020-06-24 y una dirección que empiece con https://, o ninguno de los dos
error-outcome-follow-on = Elija una de sus propias campañas, distinta de esta
error-outcome-state = El resultado se puede registrar cuando la campaña es pública
error-vote-body = Escriba quién votó
error-vote-question = Escriba sobre qué se votó
error-vote-list = Corrija las líneas que se nombran arriba
error-vote-file = Este archivo no es un texto que se pueda leer. Guarde la lista como CSV en UTF-8.
error-ballot-headings = entre los encabezados hacen falta name y choice (o vote).
error-ballot-name = falta un nombre.
error-ballot-twice = este miembro ya está en la lista.
error-ballot-long = un nombre o un distrito es demasiado largo.
error-ballot-choice = el voto no es yea, nay, present, absent ni recused.
error-ballot-none = no hay ningún voto en la lista.
error-ballot-many = hay más de 500 miembros.
error-ballot-quotes = hay unas comillas sin cerrar.
