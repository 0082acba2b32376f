# Letters: read, co-signed, asked about again; and the desk that writes them.
letter-description = Una carta de «{ $campaign }»: su texto exacto y quién la ha firmado.
letter-open-until = Se puede firmar hasta el { $deadline }
letter-was-open-until = Se pudo firmar hasta el { $deadline }
letter-open = Se puede firmar
letter-late = El plazo ha terminado
letter-late-then = Esta carta se podía firmar hasta su plazo. Si su organización la habría firmado, escriba a quienes llevan la campaña: pueden fijar un plazo posterior.
letter-final = Esta carta es definitiva
letter-final-then = Se entrega tal como está aquí, con quienes la han firmado.
letter-closed = Ahora no se puede firmar
letter-closed-then = La campaña ha terminado o está en pausa y nadie puede firmar ahora. La carta y sus firmantes se pueden leer aquí.
letter-typed-kept = No se envió nada. Esto es lo que había escrito:
letter-totals-none = Todavía no la ha firmado nadie.
letter-totals-organizations = { $organizations ->
    [one] La ha firmado una organización.
   *[other] La han firmado { $organizations } organizaciones.
}
letter-totals = { $organizations ->
    [0] { $persons ->
        [one] La ha firmado { $persons } persona.
       *[other] La han firmado { $persons } personas.
    }
    [one] { $persons ->
        [0] La ha firmado una organización.
        [one] La han firmado { $organizations } organización y { $persons } persona.
       *[other] La han firmado { $organizations } organización y { $persons } personas.
    }
   *[other] { $persons ->
        [0] La han firmado { $organizations } organizaciones.
        [one] La han firmado { $organizations } organizaciones y { $persons } persona.
       *[other] La han firmado { $organizations } organizaciones y { $persons } personas.
    }
}
letter-asked-again = { $count ->
    [one] El texto ha cambiado desde entonces. Se vuelve a preguntar a { $count } firmante, que aquí ni se nombra ni se cuenta.
   *[other] El texto ha cambiado desde entonces. Se vuelve a preguntar a { $count } firmantes, que aquí ni se nombran ni se cuentan.
}
letter-jump = Firmar la carta
letter-signed-heading = Firman
letter-kinds-union = Sindicatos
letter-kinds-community = Grupos vecinales y comunitarios
letter-kinds-faith = Congregaciones
letter-kinds-rights = Derechos y libertades civiles
letter-kinds-education = Educación y bibliotecas
letter-kinds-professional = Profesiones e investigación
letter-kinds-business = Empresas y comercios
letter-kinds-other = Otras organizaciones
letter-kind-union = Un sindicato
letter-kind-community = Un grupo vecinal o comunitario
letter-kind-faith = Una congregación
letter-kind-rights = Derechos o libertades civiles
letter-kind-education = Educación o una biblioteca
letter-kind-professional = Una profesión o investigación
letter-kind-business = Una empresa o comercio
letter-kind-other = Otra cosa
letter-persons = A título personal
letter-persons-forgotten = { $count ->
    [one] { $count } persona, cuyo nombre ya no se guarda.
   *[other] { $count } personas, cuyos nombres ya no se guardan.
}
letter-by = { $name }, { $title }
letter-identification = { $title }, { $organization } *
letter-identification-note = * Se nombra solo como identificación: firma la persona y no la organización.
letter-proof-heading = El texto exacto
letter-version = Esta es la versión { $number }, del { $day }.
letter-note-substance = Qué cambió: { $note }
letter-note-correction = Una corrección que no cambia nada de fondo: { $note }
letter-proof = Cada firma nombra la versión a la que se dio y esta huella (SHA-256) de su texto.
letter-proof-text = El texto del que se hace la huella
letter-earlier = Versiones anteriores
letter-earlier-why = Ya no se firman y se pueden seguir leyendo.
letter-earlier-one = Versión { $number }, del { $day }
letter-back = A la carta

letter-form-organization = Firmar por una organización
letter-form-person = Firmar a título personal
letter-form-to-person = Prefiero firmar a título personal
letter-form-to-organization = Prefiero firmar por una organización
letter-form-button = Firmar la carta
letter-form-after = A continuación recibirá un correo. Nada cuenta antes de que pulse el botón que lleva.
letter-form-promise = El nombre y el cargo figuran bajo la carta; la dirección de correo y cómo le autorizaron son solo para quienes llevan la campaña. Todo se borra { $days } días después de que termine la campaña.
letter-news = Quiero recibir noticias de esta campaña
letter-agree = He leído la versión { $number } de la carta, puedo firmarla por esta organización y mi nombre y cargo pueden figurar en ella.
letter-agree-person = He leído la versión { $number } de la carta y mi nombre puede figurar en ella.
letter-signatory = Quién firma
letter-authority = Con qué derecho
letter-field-organization = Organización
letter-field-organization-hint = Como debe figurar bajo la carta.
letter-field-kind = Qué clase de organización
letter-field-kind-none = Elija una
letter-field-site = Su sitio web
letter-field-site-hint = Por ejemplo, example.org. Ayuda a la campaña a ver que usted firma por ella.
letter-field-name = Su nombre
letter-field-title = Su cargo en ella
letter-field-title-hint = Por ejemplo, directora o presidente de la sección.
letter-field-email = Dirección de correo
letter-field-email-hint = Mejor una del dominio de la organización. Si la campaña conoce ese dominio, la firma cuenta enseguida; si no, alguien de la campaña responde antes por usted.
letter-field-zip = Código postal
letter-field-authority = ¿Cómo le autorizaron a firmar?
letter-field-authority-hint = Por ejemplo: votó la junta, o las cartas las decide la dirección.
letter-field-granted = ¿Qué día?
letter-field-identification = Solo como identificación
letter-field-identification-hint = Usted firma a título personal. La organización se nombra para decir quién es usted y no se cuenta.
letter-field-logo = Nuestro logotipo puede imprimirse con la carta
letter-field-logo-hint = Usted añade la imagen en su propia página, cuando su correo haya confirmado.
letter-decline = ¿Su organización no va a firmar? Entonces no volveremos a escribirle.
letter-decline-button = No vamos a firmar
letter-changed-meanwhile = La carta cambió de fondo mientras la leía. Abajo está marcado lo que es distinto. Si está de acuerdo con ella como es ahora, pulse otra vez el botón; todo lo que escribió sigue aquí.
letter-hasty = Eso fue más rápido de lo que nadie lee. Mire otra vez y pulse de nuevo el botón.
letter-slowly = Desde su red han firmado muchos en esta hora. Espere un poco y pulse de nuevo el botón; lo que escribió sigue aquí.
letter-too-late = El plazo terminó mientras escribía y no se envió nada. Lo que escribió está abajo.

error-letter-organization = Escriba el nombre de la organización
error-letter-line-long = Acórtelo a 160 caracteres
error-letter-kind = Elija qué clase de organización es
error-letter-site = Escriba el sitio como example.org o déjelo vacío
error-letter-title = Escriba su cargo en la organización
error-letter-authority = Escriba cómo le autorizaron a firmar, por ejemplo: votó la junta
error-letter-authority-long = Acorte a 500 caracteres cómo le autorizaron
error-letter-granted = Indique el día en que le autorizaron
error-letter-granted-later = El día en que le autorizaron tiene que haber pasado. Elija hoy o uno anterior
error-letter-agreed = Marque que ha leído la carta y puede firmarla
error-letter-no-persons = Esta carta la firman solo organizaciones. Si puede firmar por una, use su formulario
error-letter-no-identification = Esta carta la firman solo organizaciones. Deje sin marcar «solo como identificación» o no firme

letter-sent-lead = Le llega un correo. La firma cuenta cuando haya pulsado el botón que lleva.
letter-sent-open = Abra el correo sobre la carta.
letter-sent-press = Pulse allí el botón. Verá si la firma cuenta o si antes alguien de la campaña tiene que responder por usted.
letter-sent-again = ¿Se equivocó en la dirección? Entonces firme otra vez.

letter-confirm-heading = Confirme la firma
letter-confirm-lead = Usted, { $name }, firma la carta «{ $letter }» por { $organization }. Su cargo: { $title }.
letter-confirm-lead-person = Usted, { $name }, firma la carta «{ $letter }».
letter-confirm-button = Confirmar la firma
letter-confirm-not-you = Si no ha firmado, no haga nada. La dirección se olvida a los treinta días.
letter-counts-heading = Ya cuenta
letter-counts = { $organization } figura bajo la carta «{ $letter }».
letter-counts-person = Su nombre figura bajo la carta «{ $letter }».
letter-waits-heading = Falta un paso
letter-waits = Su buzón ha dicho que sí. Antes de que cuente, alguien de la campaña tiene que responder por usted; lo ven en su lista y usted recibirá un correo.
letter-standing-of-domain = La dirección es del dominio de { $organization }.
letter-standing-free-provider = Su dirección es de { $domain }, donde cualquiera puede tener una, así que no muestra que usted firma por { $organization }. Firme desde una dirección de su dominio o espere a que alguien de la campaña responda por usted.
letter-standing-other-domain = Su dirección es de { $domain }, que no es el dominio de { $organization }. Firme desde una dirección de su dominio o espere a que alguien de la campaña responda por usted.
letter-standing-said-domain = Su dirección es de { $domain }, el sitio que usted indicó. Alguien de la campaña comprueba que es de { $organization } y responde por usted.
letter-standing-no-domain = La campaña no conoce ningún dominio de { $organization } con el que comparar su dirección. Alguien pregunta a la organización y responde por usted.
letter-taken-heading = Su organización ya ha firmado
letter-taken = { $organization } ya ha firmado. Firmó quien tiene este cargo: { $title }. Esa firma vale y no se cambió nada de ella.
letter-taken-unknown = { $organization } ya ha firmado. Esa firma vale y no se cambió nada de ella.
letter-taken-then = No tiene que hacer nada. Si debe firmar usted, pida a quien firmó que se retire con el enlace de su correo, o escriba a la campaña; después pulse el botón.
letter-taken-button = Intentarlo otra vez
letter-stale-heading = El texto ha cambiado
letter-stale = La carta cambió de fondo desde que la firmó. Mire lo que es distinto y diga si la mantiene.
letter-stale-link = Ver qué cambió
letter-lapsed-heading = Hace falta otra persona que firme
letter-lapsed = Han avisado a la campaña de que usted ya no firma por la organización. Si no es así, escríbanos.
letter-withdrawn-heading = No cuenta
letter-withdrawn = Esta firma se retiró. Para firmar de todos modos, use el formulario de la carta.
letter-too-late-heading = Es demasiado tarde
letter-mine-link = Ver o retirar la firma

letter-own-title = Su firma
letter-own-text = La carta como está
letter-own-changed = Qué cambió
letter-own-changed-lead = Usted firmó la versión { $old }. Esta es la versión { $new }: tachado está lo que se quitó y subrayado lo que se añadió. Mientras no responda, no figura bajo ella.
letter-own-final = La carta ya es definitiva y no se puede responder. Si la mantiene, escriba a la campaña.
letter-own-signed = Firmado
letter-own-version = Versión { $number }, el { $day }
letter-reaffirm-button = Mantenemos la firma
letter-withdraw-button = Retirar la firma
letter-withdraw-heading = Retirarse
letter-withdraw = El nombre se quita de la carta enseguida.
letter-quiet-heading = No recibir más correos
letter-quiet = Ni noticias ni preguntas cuando cambie el texto. Si cambia de fondo, ya no figurará bajo él.
letter-quiet-button = No recibir más correos
letter-is-quiet = Pidió no recibir más correos.
letter-erase-heading = Borrar
letter-erase = La firma se retira y su nombre, cargo y dirección se borran. No se puede deshacer.
letter-erase-button = Borrar lo que di
letter-state-invited = Su organización está invitada a firmar.
letter-state-pending = Le espera a usted: pulse el botón del correo.
letter-state-waiting = Espera a que alguien de la campaña responda por usted.
letter-state-verified = Cuenta.
letter-state-reaffirmed = Cuenta, para el texto cambiado.
letter-state-stale = El texto cambió de fondo desde que firmó. ¿La mantiene?
letter-state-lapsed = No cuenta: han avisado a la campaña de que usted ya no firma por la organización.
letter-state-withdrawn = Está retirada.
letter-state-declined = Su organización no va a firmar.
letter-state-expired = No se confirmó en treinta días y está olvidada.
letter-done-reaffirm = Gracias. Figura bajo la carta como es ahora.
letter-done-withdraw = La firma está retirada.
letter-logo = El logotipo de su organización
letter-logo-hint = Se imprime al pie de la carta, con los demás. Puede quitarlo aquí cuando quiera.
letter-logo-button = Guardar el logotipo
letter-done-logo = Guardado. Así lo muestra la carta.
letter-done-quiet = No recibirá más correos sobre esta carta.
letter-done-erase = Lo que dio está borrado.
letter-done-own = Desde este buzón ya se firmó antes; esa firma vale.
letter-done-changed = El texto cambió otra vez mientras leía. Mire de nuevo la diferencia y decida.
letter-done-decline = Gracias por decirlo. No volveremos a escribirle.
letter-invited-heading = Su invitación
letter-invited-used = Su organización ya respondió a esta invitación. Quien firmó tiene su propio enlace en su correo.
letter-invited-over = Esta invitación se retiró o ya se respondió.

letter-campaign-heading = La carta
letter-campaign-heading-many = Cartas

mail-letter-leave = Ver o retirar la firma, o no recibir más correos
mail-letter-invitation-subject = ¿Firmaría { $organization }? { $letter }
mail-letter-invitation-lead = { $hosts } quisiera que { $organization } firmara la carta «{ $letter }».
mail-letter-invitation-lead-person = { $hosts } quisiera que usted firmara la carta «{ $letter }».
mail-letter-invitation-deadline = Se puede firmar hasta el { $deadline }.
mail-letter-invitation-button = Leer la carta
mail-letter-invitation-after = Allí ve el texto exacto, quién la ha firmado y un formulario. Si debe firmar otra persona, reenvíele este correo; si no va a firmar nadie, dígalo allí y no volveremos a escribirle.
mail-letter-invitation-why = Este correo llegó porque { $hosts } indicó esta dirección para { $organization }. Se usa solo para esta carta y se borra { $days } días después de que termine la campaña.
mail-confirm-co-signature-subject = Confirme la firma: { $letter }
mail-confirm-co-signature-lead = Firmó la carta «{ $letter }» por { $organization }. Abra esta página y pulse el botón que lleva.
mail-confirm-co-signature-lead-person = Firmó la carta «{ $letter }». Su nombre cuenta cuando abra esta página y pulse el botón que lleva.
mail-confirm-co-signature-button = Confirmar la firma
mail-confirm-co-signature-after = Si no ha firmado, no haga nada: no se cuenta nada y la dirección se olvida a los treinta días.
mail-confirm-co-signature-why = Este correo llegó porque alguien escribió esta dirección en la página de la carta. Se usa solo para esta carta y se borra { $days } días después de que termine la campaña.
mail-co-signature-counts-subject = La firma cuenta: { $letter }
mail-co-signature-counts-lead = Alguien de «{ $campaign }» ha respondido por usted. { $organization } figura ahora bajo la carta «{ $letter }».
mail-co-signature-counts-lead-person = Alguien de «{ $campaign }» ha respondido por usted. Su nombre figura ahora bajo la carta «{ $letter }».
mail-co-signature-counts-after = Si el texto cambia de fondo, le volveremos a preguntar.
mail-co-signature-counts-why = Este correo llegó porque firmó la carta con esta dirección.
mail-letter-changed-subject = La carta ha cambiado; ¿la mantiene? { $letter }
mail-letter-changed-lead = La carta «{ $letter }», que usted firmó por { $organization }, ha cambiado de fondo. Mientras no responda, { $organization } ni se nombra ni se cuenta bajo ella.
mail-letter-changed-lead-person = La carta «{ $letter }», que usted firmó, ha cambiado de fondo. Mientras no responda, usted ni se nombra ni se cuenta bajo ella.
mail-letter-changed-note = Qué cambió: { $note }
mail-letter-changed-button = Ver qué cambió y responder
mail-letter-changed-after = La página marca cada diferencia y tiene dos botones: mantenerla o retirarse. Allí también puede pedir no recibir más correos.
mail-letter-changed-why = Este correo llegó porque firmó la carta con esta dirección. Se envía una vez por cada cambio así.

desk-letters = Cartas
letters-title = Cartas
letters-lead = Una carta que firman organizaciones: cada una bajo un texto exacto, por quien puede firmar por ella.
letters-empty = Todavía no hay ninguna carta.
letters-empty-next = Empiece una abajo. Nadie la ve antes de que publique su primera versión.
letters-column-letter = Carta
letters-column-state = Estado
letters-column-signed = Firmas
letters-column-do = Qué hacer
letters-until = hasta el { $deadline }
letters-state-draft = Se está escribiendo
letters-state-circulating = En circulación, versión { $number }
letters-state-final = Definitiva, versión { $number }
letters-to-list = Lista de circulación
letters-waiting = { $count ->
    [one] Una firma le espera
   *[other] { $count } firmas le esperan
}
letters-public = La carta como la ven todos
letters-back = Todas las cartas
letters-new = Una carta nueva
letters-begin = Empezar la carta
letters-field-title = Título
letters-field-title-hint = Está encima de la carta y de él se hace su dirección.
letters-field-language = Idioma de la carta
letters-field-recipients = A quién
letters-field-recipients-hint = Uno por línea, como en la carta misma.
letters-field-individuals = También pueden firmar personas
letters-field-individuals-hint = Se cuentan y se listan aparte, debajo de las organizaciones.
letters-field-text = La carta
letters-field-text-hint = Párrafos separados por una línea vacía. Se conservan el *énfasis*, las listas y los enlaces; los encabezados pasan a ser párrafos. La fecha, los destinatarios y las firmas se ponen alrededor.
letters-deadline = Se puede firmar hasta
letters-deadline-hint = Déjelo vacío si no hay plazo. La hora es la de la zona de la campaña, { $zone }; el minuto que indique todavía cuenta.
letters-save = Guardar el borrador
letters-show = Ver cómo quedará
letters-preview = Cómo quedará
letters-publish-heading = Publicar
letters-publish-first = La primera versión hace pública la carta y se puede firmar.
letters-publish-next = Una versión no se vuelve a cambiar. Diga qué pasó con la anterior.
letters-publish = Publicar la versión { $number }
letters-difference = Qué cambia el borrador frente a la versión publicada
letters-difference-before = Qué cambió frente a la versión anterior
letters-change = ¿Qué clase de cambio es?
letters-substance = Cambia el fondo
letters-substance-hint = { $count ->
    [0] Todavía no hay que volver a preguntar a nadie.
    [one] Se vuelve a preguntar a { $count } firmante, que ni se nombra ni se cuenta hasta que responda.
   *[other] Se vuelve a preguntar a { $count } firmantes, que ni se nombran ni se cuentan hasta que respondan.
}
letters-correction = Es una corrección
letters-correction-hint = Una errata, una fecha, un nombre. Todas las firmas quedan; su nombre se guarda con esta decisión.
letters-note = ¿Qué ha cambiado?
letters-note-hint = Lo leerán los firmantes y quien compare las versiones.
letters-versions = Versiones
letters-versions-lead = La más reciente primero. Nadie puede cambiarlas.
letters-version-first = Versión { $number }, publicada por { $name } el { $when }
letters-version-substance = Versión { $number }, cambiada de fondo por { $name } el { $when }
letters-version-correction = Versión { $number }, una corrección que conserva todas las firmas; así lo decidió { $name } el { $when }
letters-by-nobody = alguien que ya no está en el equipo
letters-finish = Declarar definitiva la carta
letters-finish-why = Cuando la carta va a sus destinatarios: ya nadie puede firmarla ni responder. Puede volver a abrirla.
letters-is-final = La carta es definitiva. Para cambiarla o recibir más firmas, vuelva a abrirla.
letters-reopen = Volver a abrirla
letters-done-saved = El borrador está guardado. Nadie más lo ve antes de que lo publique.
letters-done-published = La versión está publicada.
letters-done-asked = { $count ->
    [one] La versión está publicada. Se vuelve a preguntar a { $count } firmante.
   *[other] La versión está publicada. Se vuelve a preguntar a { $count } firmantes.
}
letters-done-corrected = La corrección está publicada. Todas las firmas quedan y consta que usted lo decidió.
letters-done-finish = La carta es definitiva.
letters-done-reopen = La carta se puede firmar otra vez.
error-letters-title = Dé a la carta un título de 160 caracteres como máximo
error-letters-address = Dé otro título a la carta: su dirección está ocupada o no se puede hacer de este
error-letters-language = Elija el idioma de la carta
error-letters-recipients = Escriba a quién va la carta, en 1000 caracteres como máximo
error-letters-text = Escriba la carta
error-letters-text-long = Acorte la carta a 30 000 caracteres
error-letters-change = Elija si el cambio es de fondo o una corrección
error-letters-note = Escriba qué ha cambiado, en 400 caracteres como máximo
error-letters-unchanged = Este texto ya está publicado. Cámbielo antes
error-letters-meanwhile = Alguien guardó o publicó esta carta entretanto. Lo que escribió sigue aquí: compárelo con las versiones y guarde otra vez para poner el suyo encima
error-letters-full = La carta tiene demasiadas versiones. Empiece una nueva

circular-title = Lista de circulación
circular-part-whole = en la lista
circular-part-counted = han firmado
circular-part-invited = con invitación
circular-part-unconfirmed = sin confirmar
circular-part-waiting = le esperan
circular-part-stale = por responder otra vez
circular-part-lapsed = sin quien firme
circular-part-merged = cuentan con otra
circular-part-ended = terminadas
circular-waiting = Le esperan
circular-waiting-lead = Su buzón ha dicho que sí o ya no existe. Nada de esto cuenta antes de que usted lo mire.
circular-authority = Autorización: { $authority } ({ $day })
circular-taken = Esta organización ya ha firmado. Firmó quien tiene este cargo: { $title }. No se sobrescribió nada. Si debe firmar esta persona, marque antes que la otra se fue.
circular-of-domain = La dirección es del dominio de la organización.
circular-standing-free-provider = La dirección es de { $domain }, donde cualquiera puede tener una. Llame a la organización antes de responder.
circular-standing-other-domain = La dirección es de { $domain }, que no es el dominio de { $organization }. Llame a la organización antes de responder.
circular-standing-said-domain = La dirección es de { $domain }, el sitio que indica su formulario. Compruebe que es el sitio propio de { $organization } antes de responder; cualquiera puede escribir uno.
circular-standing-no-domain = No se conoce ningún dominio de { $organization } con el que comparar la dirección. Llame a la organización antes de responder.
circular-vouch = Responder por esta persona
circular-vouch-reason = ¿Por qué responde usted, { $member }, por esta persona?
circular-vouch-reason-hint = Por ejemplo: llamé a su oficina. Se guardan su nombre y el motivo.
circular-refuse = No aceptarla
circular-lapsed-mail = El correo a esta dirección vuelve, así que ya no se puede preguntar a nadie. La firma no cuenta: pida a la organización otra persona que firme.
circular-lapsed-why = La campaña anotó que quien firmó ya no está en la organización. La firma no cuenta: pida a la organización otra persona que firme.
circular-another = Dirección de correo de otra persona que firme
circular-another-hint = Sin ella, usted recibe un enlace para pasarlo.
circular-another-button = Pedir otra persona que firme
circular-take-back = Quitarla de la lista
circular-pairs = Quizá una sola organización
circular-pairs-lead = Usted decide. De una organización cuenta la firma anterior; la otra ni se nombra ni se cuenta, y se puede deshacer.
circular-why-name = Los nombres son iguales salvo palabras como Inc. o The.
circular-why-acronym = Un nombre son las iniciales del otro.
circular-why-domain = Su correo es de un mismo dominio, { $domain }.
circular-why-part = No es seguro: una puede ser parte de la otra, como una sección, un capítulo o la rama de un estado.
circular-same = Son una
circular-different = Son dos
circular-undo = Deshacer
circular-decided-same = { $name } decidió que son una: cuenta la anterior.
circular-decided-different = { $name } decidió que son dos: cuentan ambas.
circular-empty = Todavía no hay nadie en la lista.
circular-empty-next = Invite abajo a organizaciones; quien firme en la página pública también llega a ella.
circular-list = Quiénes están en la lista
circular-column-who = Quién
circular-column-signatory = Quién firma
circular-column-state = Estado
circular-person = Una persona
circular-person-identified = Una persona; la organización se nombra como identificación
circular-domain = correo de { $domain }
circular-version = firmó la versión { $number }
circular-vouched = { $name } responde: { $reason }
circular-merged = cuenta con { $name }
circular-quiet = pidió no recibir correo
circular-link = Enlace para pasar
circular-state-invited = Con invitación
circular-state-pending = Sin confirmar
circular-state-waiting = Le espera
circular-state-verified = Ha firmado
circular-state-stale = Por responder otra vez
circular-state-reaffirmed = Ha firmado y mantiene el cambio
circular-state-lapsed = Sin quien firme
circular-state-withdrawn = Retirada
circular-state-declined = No va a firmar
circular-state-expired = Sin confirmar, olvidada
circular-do-resend = Escribir otra vez
circular-do-resend-for = Escribir otra vez a { $name }
circular-do-take-back = Quitar
circular-do-take-back-for = Quitar: { $name }
circular-do-gone = Ya no firma
circular-do-gone-for = Ya no firma: { $name }
circular-invite = Invitar a organizaciones
circular-rows = Organizaciones
circular-rows-hint = Una por línea: nombre, clase, dominio del correo, sitio, correo de quien firma. Clases: union, community, faith, rights, education, professional, business, other. Solo hace falta el nombre; pegue una tabla o use comas.
circular-invite-button = Invitarlas
circular-invite-one = Invitar a una sola
circular-invite-one-button = Invitarla
circular-field-organization = Organización
circular-field-mail_domain = Dominio de su correo
circular-field-site = Su sitio web
circular-field-mailbox = Correo de quien firma
circular-not-yet = Se puede invitar a organizaciones mientras la carta circula: publique su primera versión o vuelva a abrirla.
circular-lines = No se invitó a nadie: hay líneas que no se pudieron leer
circular-line = Línea { $line }: { $what }
circular-done-invited = { $count ->
    [one] Se invitó a { $count } organización.
   *[other] Se invitó a { $count } organizaciones.
} { $more ->
    [0] Todas eran nuevas.
    [one] { $more } ya estaba en la lista.
   *[other] { $more } ya estaban en la lista.
}
circular-done-resend = El correo sale otra vez.
circular-done-not-mailed = No se envió nada: se le escribió hace menos de cinco minutos, no tiene dirección o pidió no recibir correo.
circular-done-take-back = Ya no está en la lista.
circular-done-gone = Ya no cuenta. Pida a la organización otra persona que firme.
circular-done-another = Se ha pedido a la organización otra persona que firme.
circular-done-vouch = Ya cuenta. Se guardan su nombre y el motivo.
circular-done-taken = Esa organización ya ha firmado y no se sobrescribió nada. Marque que la primera persona se fue si debe firmar esta.
circular-done-meanwhile = Eso ha cambiado entretanto. Mire la lista como es ahora.
circular-done-pair = Decidido. Puede deshacerlo abajo.
circular-done-undo = La decisión se ha retirado.
error-circular-reason = Escriba por qué responde por esta persona, en 400 caracteres como máximo
error-circular-rows = Escriba una organización por línea, 1000 como máximo
error-circular-over = La carta no está en circulación, así que no se puede invitar a nadie. Publíquela o vuelva a abrirla y fije un plazo posterior si ya terminó
error-invite-name = escriba primero el nombre de la organización
error-invite-name-long = acorte el nombre a 160 caracteres
error-invite-kind = use una de las clases: union, community, faith, rights, education, professional, business, other
error-invite-domain = escriba el dominio del correo como example.org o déjelo vacío
error-invite-domain-free = deje vacío el dominio del correo: allí cualquiera puede tener una dirección
error-invite-site = escriba el sitio como example.org o déjelo vacío
error-invite-mailbox = escriba la dirección de correo como nombre@example.org o déjela vacía
history-letter-saved = Se guardó una carta.
history-letter-published = Se publicó la versión { $detail } de una carta; se pregunta a sus firmantes.
history-letter-corrected = Se publicó una corrección, la versión { $detail } de una carta; las firmas quedan.
history-letter-state = Cambió el estado de una carta: { $detail }.
history-letter-invited = Se invitó a organizaciones a firmar: { $detail }.
history-letter-mailed = Se escribió otra vez a un firmante.
history-letter-taken-back = Se retiró una invitación a firmar.
history-letter-lapsed = Una firma se quedó sin quien firme.
history-letter-vouched = Alguien del equipo respondió por quien firma.
history-letter-another = Se pidió a una organización otra persona que firme.
history-letter-pair = Se decidió si dos firmantes son uno: { $detail }.
