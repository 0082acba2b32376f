# desk: el lado de quienes organizan

## The frame

desk-title = { $page }: { $campaign }
desk-nav = Mesa de trabajo
desk-campaigns = Campañas
desk-team = Equipo
desk-log-out = Cerrar sesión
desk-campaign-nav = Esta campaña
desk-overview = Resumen
desk-edit = Editar
desk-preview = Vista previa
desk-held = Retenidas
desk-duplicates = Duplicados
desk-packet = Expediente
desk-no-day = sin fecha de cierre
desk-by-redress = Redress

## The list of campaigns

campaigns-title = Campañas
campaigns-start = Iniciar una campaña
campaigns-empty = Todavía no hay nada aquí.
campaigns-empty-next = Empiece con un título, una frase y el texto que se firmará. Nada es público hasta que usted lo publique.
campaigns-empty-viewer = Su organización no ha iniciado ninguna campaña. Cuando lo haga, verá aquí sus cifras.
campaigns-caption = Las campañas de la organización, las más recientes primero
campaigns-column-campaign = Campaña
campaigns-column-state = Estado
campaigns-column-numbers = Firmas
campaigns-column-closes = Cierre

## The numbers

# The number is set large and stands before the word; $count lets the word agree with it.
part-received = { $count ->
    [one] recibida
   *[other] recibidas
}
part-confirmed = { $count ->
    [one] confirmada
   *[other] confirmadas
}
part-pending = sin confirmar
part-expired = { $count ->
    [one] vencida
   *[other] vencidas
}
part-withdrawn = { $count ->
    [one] retirada
   *[other] retiradas
}
part-excluded = { $count ->
    [one] excluida
   *[other] excluidas
}
part-of = { $confirmed } confirmadas de { $received } recibidas

## The dashboard

dashboard-title = Resumen
dashboard-numbers = Cómo están las firmas
dashboard-held = { $count ->
    [one] De las excluidas, { $count } está retenida y espera que alguien la mire.
   *[other] De las excluidas, { $count } están retenidas y esperan que alguien las mire.
}
dashboard-held-link = Mirarlas
dashboard-goal = { $confirmed } de las { $goal } que se esperan
dashboard-goal-met = Se alcanzó la meta de { $goal }.
dashboard-public = La página de la campaña
dashboard-not-public = La página aún no es pública.
dashboard-by-day = Por día
dashboard-chart-days = Firmas por día, del { $first } al { $last }. Máximo en un día: { $peak }.
dashboard-chart-weeks = Firmas por semana, del { $first } al { $last }. Máximo en una semana: { $peak }.
dashboard-chart-weeks-note = Cada barra es una semana.
dashboard-chart-bar = { $day }: { $received } recibidas, { $confirmed } confirmadas
dashboard-chart-empty = Todavía no ha llegado ninguna firma. Las primeras se verán aquí, día por día.
dashboard-series-received = recibidas
dashboard-series-confirmed = confirmadas
dashboard-table-behind = Lo mismo en una tabla
dashboard-by-day-caption = Recibidas y confirmadas, por día
dashboard-column-day = Día
dashboard-column-received = Recibidas
dashboard-column-confirmed = Confirmadas
dashboard-column-share = Parte
dashboard-share = { $percent } %
dashboard-share-little = menos del 1 %
dashboard-by-zip = Por código postal
dashboard-by-zip-caption = Confirmadas, por código postal
dashboard-column-zip = Código postal
dashboard-by-zip-more = { $count ->
    [one] { $count } código postal más
   *[other] { $count } códigos postales más
}
dashboard-by-residency = Por vínculo con el lugar
dashboard-by-residency-caption = Confirmadas, por vínculo con el lugar
dashboard-column-residency = Vínculo con el lugar
dashboard-by-source = Por enlace
dashboard-by-source-caption = Recibidas, por el enlace con que llegaron
dashboard-column-source = Enlace
dashboard-source-none = Sin etiqueta
dashboard-source-how = Para ver cuánto trae un volante o un correo, ponga una etiqueta propia al final de la dirección que comparte. Letras de la a a la z, cifras y guiones.
dashboard-source-example-label = biblioteca
dashboard-nothing-yet = Ninguna todavía.
dashboard-steps = Lo que puede hacer ahora
dashboard-history = Lo que ha pasado
dashboard-history-caption = Cambios de esta campaña, los más recientes primero
dashboard-history-empty = Nada todavía.

step-send-for-review = Enviar a revisión
step-send-for-review-means = Otra persona del equipo la revisa y la publica.
step-return-to-draft = Devolver a borrador
step-return-to-draft-means = Vuelve a la redacción.
step-publish = Publicar
step-publish-means = Cualquiera puede leer la página y firmar.
step-pause = Poner en pausa
step-pause-means = La página sigue siendo pública y dice que la recogida de firmas está en pausa. Quienes ya firmaron aún pueden confirmar.
step-resume = Reanudar la recogida
step-resume-means = El formulario vuelve a la página.
step-close = Cerrar la recogida de firmas
step-close-means = Ya nadie puede firmar. Quienes firmaron tienen 24 horas para confirmar. Puede volver a abrirla.
step-reopen = Volver a abrir
step-reopen-means = La recogida sigue donde terminó. No se pierde nada.
step-refused-state = No se pudo hacer: mientras tanto, la campaña cambió de estado. Así está ahora.
step-refused-review = Su organización quiere que la revisen dos personas. Otra persona del equipo tiene que publicarla.
step-refused-incomplete = Falta algo antes de publicarla. Abra Editar y guarde; allí se ve lo que falta.

history-column-what = Qué
history-column-who = Quién
history-column-when = Cuándo
history-campaign-created = Se inició la campaña.
history-campaign-edited = Se editó la campaña.
history-edited = Se editó la campaña.
history-step = Nuevo estado de la campaña: «{ $detail }».
history-version = La petición tiene un texto nuevo, versión { $detail }.
history-packet-built = Se preparó el expediente { $detail }.
history-exclusions-found = Se buscaron duplicados; excluidas: { $detail }.
history-exclusion-overturned = Se deshizo una exclusión.
history-exclusion-upheld = Se volvió a excluir una firma.
history-released = Firmas retenidas que se liberaron: { $detail }.
history-excluded = Firmas retenidas que se excluyeron: { $detail }.
history-exported = Se exportaron firmas: { $detail }.
history-imported = Se importaron firmas recogidas en otra parte: { $detail }.
history-exported-packet = Se exportaron firmas con el expediente { $number }: { $count }.
history-member-invited = Se invitó a alguien al equipo. Función: { $detail }.
history-member-joined = Alguien se unió al equipo. Función: { $detail }.
history-member-role = Nueva función de una persona del equipo: { $detail }.
history-member-revoked = Una persona dejó el equipo.

## The editor

editor-title-new = Iniciar una campaña
editor-title = Editar
editor-lead-new = Puede guardar en cualquier momento. Nada es público hasta que usted lo publique.
editor-lead-public = La campaña es pública. Lo que guarde se ve de inmediato.
editor-lead-draft = Solo su equipo la ve hasta que se publique.
editor-contents = En esta página
editor-language-en = Inglés
editor-language-es = Español
editor-error-in = { $language }: { $error }
editor-section-language = Idiomas y dirección
editor-section-people = Lo que ve la gente
editor-section-petition = La petición
editor-section-signing = Cómo se firma
editor-section-target = A quién se dirige
editor-section-timeline = Cronología
editor-section-letter = Carta del expediente
editor-languages = Idiomas de la campaña
editor-languages-hint = Cada idioma marcado necesita más abajo su título, lo que se pide y la petición.
editor-slug = Dirección
editor-slug-hint = La última parte de la dirección de la página, por ejemplo: alto-a-la-compra. Si se deja vacía, se forma a partir del título.
editor-slug-fixed = La última parte de la dirección de la página. Quizá ya se haya compartido; si la cambia, esos enlaces dejan de funcionar.
editor-field-title = Título
editor-title-hint = Diga en pocas palabras qué se pide.
editor-field-standfirst = Una o dos frases
editor-standfirst-hint = Qué está pasando y qué logra una firma.
editor-field-ask = Lo que se pide
editor-ask-hint = Qué debe hacer exactamente quien la recibe. Aparece en la página, en los correos y en la portada del expediente.
editor-field-story = La historia
editor-story-hint = Una línea vacía inicia un párrafo. ## hace un título, **dos asteriscos** hacen negrita, [palabras](https://example.org) hacen un enlace.
editor-story-preview = Ver cómo quedará
editor-story-preview-hide = Ocultar la vista previa
editor-story-preview-empty = Aún no hay nada escrito.
editor-story-preview-failed = La vista previa no se cargó. Lo que escribió sigue en el formulario.
editor-field-petition = Texto que se firma
editor-petition-hint = Se firman estas palabras y ninguna otra: de 20 a 20 000 caracteres.
editor-petition-version = Esta es la versión { $version }.
editor-petition-signed = La versión { $version } ya tiene firmas. Si cambia el texto, se guarda como versión { $next }, y cada firma anterior sigue contando para el texto al que se dio.
editor-goal = Meta
editor-goal-hint = Cuántas firmas espera. Si se deja vacía, no se muestra ninguna meta.
editor-closes = Fin de la recogida de firmas
editor-closes-day = Último día
editor-closes-time = Hora
editor-closes-hint = Si se deja vacío, termina cuando usted la cierre.
editor-zone = Zona horaria
editor-zone-hint = Todas las horas de la página se muestran en ella, por ejemplo: America/New_York.
editor-street = Calle y número
editor-street-no = No pedirlos
editor-street-optional = Pedirlos, pero se pueden dejar vacíos
editor-street-required = Exigirlos
editor-street-hint = Pídalos solo si quien recibe la petición los quiere. Ayudan a distinguir a dos personas del mismo nombre, y nunca se muestran ni se imprimen.
editor-who = Quién puede firmar y qué puede añadir
editor-elsewhere = Pueden firmar personas que no viven, trabajan ni estudian allí; se cuentan aparte
editor-comments = Se puede dejar un comentario; nada es público hasta que alguien de su equipo lo haya leído
editor-retention = Días hasta olvidar a las personas
editor-retention-hint = Se cuentan desde el fin de la campaña. Entonces se borran nombres y direcciones; las cifras quedan.
editor-field-target = Dirigida a
editor-target-hint = Como debe leerse bajo el título: A la Alcaldía y al Concejo Municipal.
editor-matter = Asunto
editor-matter-hint = El título del asunto, la ordenanza o la licitación, si lo hay.
editor-docket = Número de asunto
editor-docket-hint = Se imprime en la portada del expediente, para que se pueda archivar.
editor-body-name = Destinatario
editor-body-name-hint = La persona o el órgano que recibe el expediente, por ejemplo: Boston City Council.
editor-body-office = Oficina
editor-body-office-hint = Quién lo recibe allí, por ejemplo: Office of the City Clerk.
editor-body-address = Dirección postal
editor-timeline-lead = Lo que pasó y lo que viene, en cualquier orden; la página lo ordena por fecha. Una fila sin día no se guarda.
editor-timeline-row = Entrada { $number }
editor-timeline-day = Día
editor-timeline-time = Hora
editor-timeline-next = Esto es lo que viene ahora; se destaca en la página
editor-timeline-text = Qué
editor-timeline-more = Aparecen más filas cuando estas se llenan y se guardan.
editor-field-letter = Carta
editor-letter-hint = La primera página del expediente. Diríjase a quien lo recibe. Las cifras se imprimen al lado; aquí no hacen falta.
editor-save = Guardar
editor-save-preview = Guardar y ver
editor-saved = Guardado. Solo su equipo lo ve.
editor-saved-public = Guardado. La página pública ya lo muestra.
editor-saved-version = Guardado, con una nueva versión de la petición.

preview-notice = Esta es una vista previa. Solo su equipo puede verla, y el formulario no envía nada.
preview-back = Volver al editor
preview-desk = Ir al resumen

error-title-empty = Escriba un título.
error-slug-form = Escriba una dirección de 3 a 80 letras de la a a la z, cifras y guiones sueltos.
error-slug-taken = Elija otra dirección: esta ya es de otra campaña.
error-standfirst-empty = Escriba una o dos frases bajo el título.
error-ask-empty = Escriba lo que se pide.
error-target-empty = Escriba a quién se dirige.
error-petition-short = Escriba el texto de la petición, de al menos 20 caracteres.
error-petition-long = Acorte el texto de la petición a 20 000 caracteres o menos.
error-goal-form = Escriba la meta como número entero, por ejemplo 3500, o déjela vacía.
error-closes-form = Indique el día y la hora del fin de la recogida, o deje los dos vacíos.
error-zone-form = Escriba una zona horaria, por ejemplo America/New_York.
error-retention-form = Escriba un número entero de días, de 1 a 3650.
error-language-none = Marque al menos un idioma.
error-timeline-day = Indique el día de esta entrada o vacíe toda la fila.
error-text-long = Acorte este texto; es más largo de lo que cabe en la página.

## Held signatures

held-title = Retenidas para revisar
held-lead = Algo en estas firmas hizo pensar en una máquina. No cuentan hasta que alguien de su equipo las haya mirado. A quienes firmaron no se les dijo nada.
held-count = { $count ->
    [one] Hay { $count } firma retenida.
   *[other] Hay { $count } firmas retenidas.
}
held-shown = Se muestran las { $shown } más antiguas. Las demás aparecen cuando estas estén resueltas.
held-caption = Firmas retenidas, las más antiguas primero
held-column-tick = Marcar
held-column-name = Nombre
held-column-from = Origen
held-column-why = Por qué se retuvo
held-tick = Marcar a { $name }
held-with-ticked = Con las marcadas:
held-release = Liberar
held-exclude = Excluir
held-release-means = Las liberadas cuentan en cuanto se confirmen por correo. Las excluidas figuran en el expediente, sin nombre y con el motivo.
held-empty = No hay ninguna retenida.
held-empty-next = Aquí le esperan las firmas que parecen de una máquina. No hay nada que hacer.
held-released = { $count ->
    [0] No se marcó nada, así que nada se liberó.
    [one] Se liberó { $count } firma.
   *[other] Se liberaron { $count } firmas.
}
held-excluded = { $count ->
    [0] No se marcó nada, así que nada se excluyó.
    [one] Se excluyó { $count } firma.
   *[other] Se excluyeron { $count } firmas.
}

hold-hidden-field = Se llenó un campo que nadie ve.
hold-too-fast = El formulario volvió más rápido de lo que nadie lee.
hold-many-from-one-address = En una hora llegaron muchas firmas desde una misma dirección de red.

## Duplicates and what else was left out

exclusions-title = Duplicados
exclusions-lead = Cada persona cuenta una vez. Lo que es seguro se excluye por una regla; cada caso figura aquí con su motivo y se puede deshacer.
exclusions-search = Buscar duplicados
exclusions-search-again = Buscar de nuevo
exclusions-searched = Última búsqueda: { $at }.
exclusions-never = Todavía no se ha buscado. La búsqueda solo cambia la cuenta, y cada caso se puede deshacer.
exclusions-by-rule = Por regla
exclusions-by-rule-caption = Lo que se excluyó, por regla
exclusions-column-rule = Regla
exclusions-column-count = Excluidas
exclusions-list = Cada caso
exclusions-count = { $count ->
    [one] Figura { $count } firma.
   *[other] Figuran { $count } firmas.
}
exclusions-shown = Se muestran las { $shown } más recientes; el expediente las incluye todas.
exclusions-caption = Firmas excluidas, las más recientes primero
exclusions-column-left = Excluida
exclusions-column-stands = Vale en su lugar
exclusions-column-why = Motivo
exclusions-column-do = Decisión
exclusions-stands-none = Ninguna
exclusions-signed = { $zip }, { $day }
exclusions-undo = Deshacer
exclusions-undo-for = Deshacer: volver a contar a { $name }
exclusions-again = Volver a excluir
exclusions-again-for = Volver a excluir a { $name }
exclusions-overturned = Deshecho; cuenta.
exclusions-overturned-by = Lo deshizo { $reviewer }; cuenta.
exclusions-upheld-by = Lo revisó { $reviewer }.
exclusions-empty = No se ha excluido nada.
exclusions-empty-next = Busque duplicados antes de preparar el expediente.
exclusions-empty-clean = No se encontró ninguna firma repetida. No hay nada que hacer.
exclusions-found = { $count ->
    [0] No se encontró ningún duplicado nuevo.
    [one] Se encontró y excluyó { $count } duplicado.
   *[other] Se encontraron y excluyeron { $count } duplicados.
}
exclusions-undone = { $count ->
    [0] Nada cambió.
    [one] { $count } firma vuelve a contar.
   *[other] { $count } firmas vuelven a contar.
}
exclusions-left-out-again = { $count ->
    [0] Nada cambió.
    [one] Se volvió a excluir { $count } firma.
   *[other] Se volvieron a excluir { $count } firmas.
}

rule-mailbox-name = El mismo buzón y el mismo nombre.
rule-mailbox-name-order = El mismo buzón y el mismo nombre en otro orden.
rule-name-street-zip = El mismo nombre en la misma calle y el mismo código postal.
rule-name-phone = El mismo nombre y el mismo teléfono.
rule-mailbox-nameless = El mismo buzón; una de las dos no dio nombre.
rule-mailbox-full = El mismo buzón con otro nombre; lo pueden compartir como máximo dos personas de un mismo hogar.
rule-name-mailbox-typo = El mismo nombre, y buzones que solo difieren en un error común.
rule-mailbox-similar-name = El mismo buzón y un nombre que puede ser el mismo.
rule-name-street-zip-unclear = El mismo nombre en la misma calle y el mismo código postal, donde varias personas se llaman así.
rule-similar-name-street-zip = Un nombre que puede ser el mismo, en la misma calle y el mismo código postal.
rule-similar-name-phone = Un nombre que puede ser el mismo, con el mismo teléfono.
rule-mailbox-place-unknown = El mismo buzón con un segundo nombre; no se sabe si comparten hogar.
rule-name-street = El mismo nombre en la misma calle; el código postal falta o es otro.
rule-name-zip = El mismo nombre en el mismo código postal; falta una calle.
rule-held = Retenida por parecer de una máquina y excluida por una persona que la revisó.
rule-other = Excluida por una regla de una edición anterior.

## The packet

packets-title = Expediente
packets-lead = Lo que usted entrega: la carta, lo que se pide, el texto que se firmó, cada firma que cuenta y cómo se excluyeron los duplicados. Un expediente fija un momento y no cambia nunca; uno más reciente ocupa su lugar.
packets-now = { $count ->
    [one] Ahora contendría { $count } firma confirmada.
   *[other] Ahora contendría { $count } firmas confirmadas.
}
packets-now-testimonies = { $count ->
    [one] Y { $count } testimonio aprobado.
   *[other] Y { $count } testimonios aprobados.
}
packets-preflight = Antes de prepararlo
packets-preflight-clear = Nada lo impide.
packets-stops = Hace falta antes
packets-note = Conviene saber
packets-new = Preparar un expediente
packets-recipient = Para quién
packets-to = a { $recipient }
packets-slice = Qué firmas
packets-slice-all = Todas
packets-slice-residents = Solo las de quienes viven, trabajan o estudian allí
packets-language = Idioma
packets-build = Preparar el expediente
packets-list = Expedientes hasta ahora
packets-caption = Expedientes preparados, los más recientes primero
packets-column-number = Expediente
packets-column-signatures = Firmas
packets-column-testimonies = Testimonios
packets-column-size = Tamaño
packets-column-seal = Sello
packets-column-state = Estado
packets-number = N.º { $number }
packets-by = de { $member }
packets-seal-whole = SHA-256 de su manifiesto
packets-download = Descargar
packets-download-for = Descargar el expediente { $number }
packets-ready = Listo para entregar
packets-superseded = Uno más reciente ocupa su lugar
packets-failed = No se pudo preparar. Inténtelo de nuevo; si vuelve a fallar, dé esta referencia a quien administra el servidor: { $reference }
# Also filled in by the page's island, which puts the number in.
packets-building = En preparación: { $percent } %
packets-building-reload = Vuelva a cargar la página para ver cuánto falta.
packets-building-ready = Está listo. Mostrarlo
packets-building-failed = No se pudo preparar. Vuelva a cargar la página para ver por qué.
packets-building-label = Avance del expediente { $number }
packets-empty = Todavía no se ha preparado ningún expediente.
packets-size-kb = { $size } kB
packets-size-mb = { $size } MB

preflight-forgotten = Sus personas se olvidaron: el plazo de conservación de la campaña terminó y no queda nadie a quien nombrar.
preflight-required = Quien lo recibe pide que cada testimonio indique: { $lines }. El expediente imprime el asunto y su número, el día, el nombre de quien escribe y por quién habla; nunca imprime una dirección de correo.
preflight-no-signatures = Todavía no hay ninguna firma confirmada.
preflight-testimonies = { $count ->
    [one] { $count } testimonio espera a una coordinadora y no irá incluido.
   *[other] { $count } testimonios esperan a una coordinadora y no irán incluidos.
}
preflight-no-body = Falta el destinatario. Escríbalo en Editar, A quién se dirige.
preflight-no-docket = No hay número de asunto. La portada irá sin él.
preflight-no-letter = No hay carta. El expediente empezará con lo que se pide.
preflight-still-open = La recogida de firmas sigue abierta. Lo que llegue después no estará en este expediente.
preflight-pending = { $count ->
    [one] { $count } firma está sin confirmar y no estará en él.
   *[other] { $count } firmas están sin confirmar y no estarán en él.
}
preflight-held = { $count ->
    [one] { $count } firma está retenida y espera que alguien la mire.
   *[other] { $count } firmas están retenidas y esperan que alguien las mire.
}
preflight-never-searched = Todavía no se han buscado duplicados. Al preparar el expediente se buscan primero.
preflight-unsearched = { $count ->
    [one] Desde la última búsqueda de duplicados se confirmó { $count } firma.
   *[other] Desde la última búsqueda de duplicados se confirmaron { $count } firmas.
}
preflight-hidden = { $count ->
    [one] { $count } persona no aceptó que el destinatario vea su nombre. Se cuenta y se imprime sin él.
   *[other] { $count } personas no aceptaron que el destinatario vea sus nombres. Se cuentan y se imprimen sin ellos.
}
preflight-building = Ya se está preparando un expediente.

## The team

members-title = Equipo
members-lead = Quién puede hacer qué. Cada cambio vale de inmediato.
members-caption = El equipo, primero las personas titulares
members-column-name = Nombre
members-column-role = Función
members-column-state = Estado
members-column-do = Cambiar
members-invited = invitación enviada
members-active = en el equipo
members-revoked = ya no está en el equipo
members-you = usted
members-not-yet = aún no ha respondido
members-role-of = Función de { $name }
members-change = Cambiar la función
members-change-for = Cambiar la función de { $name }
members-revoke = Quitar
members-revoke-for = Quitar a { $name } del equipo
members-invite = Invitar a alguien
members-invite-lead = Recibirá un correo con un enlace que funciona una vez, durante siete días.
members-email = Correo electrónico
members-role = Función
members-role-owner-means = todo, también el equipo
members-role-organizer-means = campañas y expedientes
members-role-moderator-means = firmas retenidas y duplicados, con nombres
members-role-viewer-means = cifras y borradores, sin nombres
members-invite-button = Enviar la invitación
members-done-invited = La invitación está en camino.
members-done-role = Se cambió la función.
members-done-revoked = Se quitó a la persona del equipo y se cerraron todas sus sesiones.
error-member-known = Esta dirección ya está en el equipo o ya recibió una invitación.
error-role-empty = Elija una función.
error-last-owner = La organización necesita una persona titular. Dé antes esa función a otra persona.

## Mail kept in a folder

outbox-title = Bandeja de salida
outbox-lead = No hay servidor de correo configurado; los correos se guardan en una carpeta de esta máquina. Esta página los lee, y solo desde esta máquina.
outbox-caption = Correos de la carpeta, los más recientes primero
outbox-column-subject = Asunto
outbox-column-to = Para
outbox-column-at = Momento
outbox-empty = Todavía no hay correos.
outbox-empty-next = Firme una petición o invite a alguien, y el correo aparecerá aquí.
outbox-back = Todos los correos
outbox-no-subject = Sin asunto
outbox-to = Para
outbox-at = Momento
outbox-html = Como se ve en un programa de correo

error-slug-fixed = La dirección de una campaña pública no cambia.
slice-residents-sentence = De quienes viven, trabajan o estudian en el lugar.
preview-title = Vista previa: { $title }
