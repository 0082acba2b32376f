# Anfitriones en conjunto, organizaciones socias y el formulario en otros sitios.

## Anfitriones, en el escritorio
desk-hosts = Anfitriones
hosts-title = Anfitriones
hosts-lead = Las organizaciones que llevan juntas esta campaña, qué puede hacer cada una y qué se acordó. Todas ven esta página y los números.
hosts-own = (la suya)
hosts-rights-all = Puede hacerlo todo y cambia lo que pueden las demás.
hosts-rights-none = Ve los números y nada más.
hosts-rights-some = Ve los números y puede:
host-right-edit = Escribir la campaña: textos, lugares, audiencias, órganos, plantillas
host-right-state = Publicar, pausar, cerrar y reabrir
host-right-people = Ver personas y decidir sobre firmas retenidas, comentarios, duplicados y testimonios
host-right-packet = Preparar y descargar expedientes
host-right-partners = Invitar a organizaciones socias y aceptar lo que preguntan a quienes firman
hosts-change-of = Cambiar lo que puede hacer { $name }
hosts-scope = Qué puede hacer
hosts-scope-all = Todo
hosts-scope-some = Ver los números y lo que se marque abajo
hosts-note = Lo que acordaron
hosts-note-hint = Con sus palabras; por ejemplo, quién habla con la prensa y quién paga la impresión. Lo leen todas las anfitrionas.
hosts-save = Guardar
hosts-remove-of = Quitar a { $name } como anfitriona
hosts-open = Invitaciones que esperan
hosts-open-until = Abierta hasta el { $day }
hosts-take-back = Retirarla
hosts-invite = Invitar a otra organización
hosts-invite-lead = Usted recibe un enlace que sirve una sola vez y durante catorce días. Una persona propietaria de la otra organización lo abre, lee lo acordado y acepta.
hosts-invite-button = Crear el enlace
hosts-link = Envíe este enlace a una persona propietaria de la otra organización
hosts-link-hint = Se muestra solo ahora. Sirve una vez, durante catorce días.
hosts-leave = Dejar de ser anfitriona
hosts-leave-lead = Su equipo pierde enseguida el escritorio de la campaña. La campaña sigue con las demás anfitrionas.
hosts-leave-button = Dejar de llevar esta campaña
hosts-done-joined = Su organización es ahora anfitriona de esta campaña.
hosts-done-rights = Guardado.
hosts-done-removed = Esa organización ya no es anfitriona de esta campaña.
hosts-done-taken-back = El enlace ya no sirve.
hosts-last = Una anfitriona tiene que poder hacerlo todo. Dé antes ese derecho a otra.
error-host-scope = Elija qué puede hacer la organización
error-note-long = No pase de 2000 caracteres

joining-title = Llevar una campaña en conjunto
joining-lead = Invitan a { $organization } a llevar esta campaña junto con otras. Su nombre figurará en la página y su equipo verá los números.
joining-hosts = Quién la lleva
joining-rights = Qué puede hacer su equipo
joining-agreed = Lo acordado
joining-button = Llevarla como { $organization }
joining-after = Puede dejarlo en cualquier momento. Si no quiere, basta con cerrar esta página.
joining-already = { $organization } ya lleva esta campaña. El enlace es para otra organización.
joining-gone-title = Este enlace ya no sirve
joining-gone = Se usó, se retiró o tiene más de catorce días. Pida otro a una anfitriona de la campaña.

history-host-invited = Se invitó a otra organización a ser anfitriona.
history-host-joined = Una organización se sumó como anfitriona.
history-host-rights = Se cambió lo que puede hacer una anfitriona.
history-host-removed = Se quitó a una anfitriona.
history-host-left = Una anfitriona se fue.

## Organizaciones socias, en el escritorio
desk-partners = Socias
partners-title = Organizaciones socias
partners-lead = Organizaciones que traen a su gente. Cada una tiene su enlace, ve lo que llegó por él y recibe solo los datos de quienes aceptaron.
partners-empty = Todavía no hay organizaciones socias.
partners-empty-next = Invite a una aquí abajo. Recibe un correo con un enlace a su propia página, sin cuenta.
partners-over = { $count ->
        [one] Una que ya no es socia
       *[other] { $count } que ya no son socias
    }
partner-kind-union = Sindicato
partner-kind-community = Grupo comunitario
partner-kind-faith = Comunidad de fe
partner-kind-rights = Grupo de derechos
partner-kind-education = Educación
partner-kind-professional = Asociación profesional
partner-kind-business = Negocio
partner-kind-other = Otra organización
partner-since-invited = Invitada el { $day }, aún sin respuesta
partner-since-active = Socia desde el { $day }
partner-since-declined = Dijo que no el { $day }
partner-since-left = Se fue el { $day }
partner-since-removed = Se quitó el { $day }
partners-numbers = { $received } recibidas = { $confirmed } confirmadas + { $pending } por confirmar + { $gone } retiradas o vencidas + { $excluded } excluidas
partners-hearing = { $count ->
        [one] Una de esas personas aceptó recibir sus noticias.
       *[other] { $count } de esas personas aceptaron recibir sus noticias.
    }
partners-asks = Pregunta a quienes llegan por su enlace:
partners-proposed = Quiere preguntar a quienes llegan por su enlace:
partners-agree = Aceptar estas palabras
partners-refuse = Decir que no
partners-new-link = Enviar un enlace nuevo
partners-new-link-for = Enviar un enlace nuevo a { $name }
partners-remove = Quitar
partners-remove-of = Quitar a { $name }
partners-invite = Invitar a una organización
partners-invite-lead = El correo va a una sola persona. Su nombre y su dirección se quedan en este escritorio y se borran cuando la organización se va.
partners-organization = Organización
partners-organization-hint = Como figurará en la página de la campaña.
partners-kind = De qué tipo
partners-site = Sitio web
partners-contact = Nombre de la persona que conoce allí
partners-email = Su correo electrónico
partners-email-hint = El enlace del correo abre la página de la organización. No lo envíe a nadie más.
partners-locale = Idioma del correo
partners-label = Etiqueta de su enlace
partners-label-hint = Minúsculas, cifras y guiones. Si la deja vacía, se forma con el nombre.
partners-note = Lo que acordaron
partners-note-hint = La organización lo lee en su página.
partners-invite-button = Enviar la invitación
partners-done-invited = La invitación va en camino.
partners-done-link = Un enlace nuevo va en camino. El anterior ya no sirve.
partners-done-removed = Esa organización ya no es socia. Su contacto quedó borrado.
partners-done-agreed = Aceptado. Quienes llegan por su enlace ven esas palabras desde ahora.
partners-done-refused = La organización ve que usted dijo que no y puede proponer otras palabras.
partners-changed-meanwhile = Eso cambió mientras tanto. Mírelo de nuevo.
error-partner-kind = Elija qué tipo de organización es
error-partner-locale = Elija un idioma de la campaña
error-partner-label = Use minúsculas, cifras y guiones, 40 como máximo
error-partner-label-taken = Otra organización tiene esa etiqueta; elija otra
error-partner-known = Una organización socia de esta campaña tiene ese correo

history-partner-invited = Se invitó a una organización socia. Etiqueta: { $detail }.
history-partner-accepted = Una organización aceptó ser socia.
history-partner-declined = Una organización dijo que no.
history-partner-left = Una organización socia se fue.
history-partner-removed = Se quitó a una organización socia.
history-partner-link = Una organización socia recibió un enlace nuevo.
history-partner-asks = Una organización socia propuso qué preguntar a quienes firman.
history-partner-asks-nothing = Una organización socia ya no pregunta nada a quienes firman.
history-partner-wording-agreed = Se aceptó lo que una organización socia pregunta a quienes firman.
history-partner-wording-refused = No se aceptó lo que una organización socia quería preguntar.
history-partner-exported = Una organización socia descargó los contactos de quienes aceptaron: { $detail }.
history-partner-list-left = Una organización socia dejó una lista para comparar. Direcciones: { $detail }.

## La página de la organización socia
partner-invited-title = Invitación: { $title }
partner-invited-heading = ¿Traerá { $organization } a su gente?
partner-invited-lead = Le invitan a ser organización socia de la campaña «{ $title }».
partner-hosts = Anfitrionas
partner-note = Lo acordado
partner-points = Qué significa
partner-point-link = Recibe un enlace propio y un formulario para su sitio. Ve cuántas personas llegaron por ellos.
partner-point-numbers = Ve números, nunca quién firmó.
partner-point-hear = Puede preguntar a quienes llegan por su enlace si quieren recibir noticias suyas. Recibe los datos de quienes dicen que sí, y de nadie más.
partner-point-public = El nombre de su organización figura en la página de la campaña.
partner-point-leave = Puede irse en cualquier momento.
partner-accept = Sí, seremos socias
partner-decline = No, gracias
partner-decline-means = Si dice que no, su nombre y su dirección se borran.
partner-title = Página de la organización socia: { $title }
partner-heading = { $organization }, organización socia
partner-numbers = Lo que llegó por su enlace
partner-numbers-none = Nadie ha llegado todavía por su enlace.
partner-share = Su enlace
partner-share-lead = Comparta la campaña con este enlace. Quien firma por él se cuenta como suyo.
partner-ask = Su pregunta a quienes llegan por su enlace
partner-ask-lead = Puede añadir una frase al formulario, junto a una casilla vacía. Se muestra cuando una anfitriona la acepta, palabra por palabra. Diga quién escribirá y sobre qué.
partner-ask-like = Por ejemplo: { $example }
partner-ask-example = { $organization } puede escribirme sobre su trabajo.
partner-ask-button = Proponer estas palabras
partner-ask-nothing = No preguntar nada más
partner-asks-now = Se muestra ahora:
partner-asks-waits = Espera a que una anfitriona acepte:
partner-asks-refused = Una anfitriona dijo que no a sus últimas palabras. Escríbale o proponga otras.
partner-hearing = Quién quiere noticias suyas
partner-hearing-count = { $count ->
        [0] Nadie todavía.
        [one] Una persona aceptó recibir noticias suyas.
       *[other] { $count } personas aceptaron recibir noticias suyas.
    }
partner-export = Descargar sus nombres y direcciones (CSV)
partner-export-means = Cada descarga queda anotada para las anfitrionas, con cuántas personas tenía. Quien retira su sí, retira su firma o pide que se le borre ya no está en ella: use la más nueva.
partner-csv-name = nombre
partner-csv-email = correo
partner-csv-day = aceptó el
partner-csv-wording = aceptó esto
partner-lists = Cuánto tienen en común dos listas
partner-lists-lead = Usted y otra organización socia pueden dejar cada una, por un día, una lista de direcciones de correo. Ambas ven entonces más o menos cuántas están en las dos, por decenas. Nadie ve la lista de nadie y nada se dice de quién firmó.
partner-list = Su lista
partner-list-hint = Una dirección en cada línea, o un CSV con una columna «email» o «correo». Entre 100 y 200 000. Solo se guardan huellas cifradas y recortadas, por un día.
partner-list-button = Dejar la lista por un día
partner-list-left = { $count ->
        [one] Su lista tiene una dirección y se guarda hasta { $until }.
       *[other] Su lista tiene { $count } direcciones y se guarda hasta { $until }.
    }
partner-list-drop = Borrar mi lista ahora
partner-overlap = unas { $count } en ambas
partner-overlap-few = menos de 10 en ambas
partner-overlap-none = Ninguna otra organización socia tiene aquí una lista ahora.
partner-leave = Irse
partner-leave-lead = Su nombre sale de la página de la campaña, su pregunta sale del formulario, este enlace deja de servir y su contacto se borra. Descargue antes las direcciones de quienes aceptaron.
partner-leave-sure = Quiero irme
partner-leave-button = Dejar esta campaña
partner-done-accepted = Gracias. Esta es su página: guarde el enlace.
partner-done-asked = Sus palabras esperan a que una anfitriona acepte.
partner-done-nothing = El formulario ya no pregunta nada por ustedes.
partner-done-list = Su lista está aquí por un día.
partner-done-dropped = Su lista se borró.
error-wording-missing = Escriba la frase también en este idioma
error-wording-unnamed = Nombre a su organización tal como figura aquí, para que se sepa quién escribirá
error-wording-long = No pase de 300 caracteres
error-list-few = Una lista necesita al menos 100 direcciones distintas; en una más corta se podría encontrar a una persona
error-list-many = Una lista tiene como máximo 200 000 direcciones
error-list-column = La primera línea no tiene una columna «email» o «correo»; ponga una dirección en cada línea o nombre la columna
error-list-often = Ha dejado tres listas en un día. Inténtelo mañana
error-partner-sure = Marque la casilla si quiere irse

## En la página de la campaña y en su formulario
campaign-partners-heading = Organizaciones socias
sign-email-hint-asked = Para confirmar que es usted. No se muestra; se da a otros solo donde usted marca una casilla que lo dice.
sign-hear-hint = Solo si marca esta casilla reciben su nombre y su correo. Puede retirarlo en cualquier momento.
mine-hear-heading = { $organization } puede escribirle
mine-hear-agreed = Usted aceptó esto:
mine-hear-stop = Retirarlo
mine-done-hear = Ya no recibirán su dirección de nosotros. Lo que ya tienen, pídales que lo borren.

## El formulario en otros sitios
embed-heading = El formulario en otro sitio
embed-lead = Pegue esto donde deba estar el formulario. Se carga solo desde aquí, no deja cookies y funciona sin scripts; la segunda línea da al marco su altura y se puede omitir.
embed-code = Código para copiar
embed-code-hint = Dos líneas de HTML.
embed-campaign = Leer más sobre la campaña

## El correo
mail-partner-invitation-subject = { $host } invita a { $organization }: { $title }
mail-partner-invitation-lead = { $host } quiere que { $organization } sea organización socia de la campaña «{ $title }»: que traiga a su gente, con un enlace y un formulario propios.
mail-partner-button = Abrir la página de la organización
mail-partner-invitation-after = El enlace no necesita cuenta. No lo comparta: quien lo tiene actúa por { $organization }.
mail-partner-invitation-why = Este correo llegó porque una anfitriona de la campaña escribió esta dirección. Si no sabe por qué, no haga nada.
mail-wording-agreed-subject = Su pregunta está en el formulario: { $title }
mail-wording-agreed-lead = Una anfitriona de «{ $title }» aceptó las palabras de { $organization }. Desde ahora se pregunta con ellas a quien llega por su enlace, junto a una casilla vacía.
mail-wording-agreed-after = Su página muestra cuántas personas quieren saber de ustedes. Otras palabras hay que aceptarlas de nuevo.
mail-wording-agreed-why = Este correo llegó porque { $organization } es organización socia de la campaña y propuso estas palabras.
mail-wording-refused-subject = Con estas palabras no: { $title }
mail-wording-refused-lead = Una anfitriona de «{ $title }» no aceptó las palabras que propuso { $organization }. El formulario pregunta lo que preguntaba antes, y nada si antes no preguntaba nada.
mail-wording-refused-after = Hable con { $host } y proponga otras en su página.
mail-wording-refused-why = Este correo llegó porque { $organization } es organización socia de la campaña y propuso estas palabras.
