## Los testimonios en la mesa: la cola, un testimonio, las cartas modelo

desk-testimonies = Testimonios
testimonies-title = Testimonios
testimonies-lead = Lea cada texto una vez antes de que entre en el expediente. Nadie más que quien lo escribió cambia una palabra.
testimonies-numbers = En qué punto están los testimonios
testimonies-part-received = recibidos
testimonies-part-submitted = sin confirmar por correo
testimonies-part-confirmed = { $count ->
    [one] le espera
   *[other] le esperan
}
testimonies-part-approved = aprobados
testimonies-part-returned = devueltos
testimonies-part-included = entregados
testimonies-part-withdrawn = retirados
testimonies-part-expired = caducados
testimonies-viewer = Su función ve los números. Los nombres y los textos los leen quienes moderan, quienes organizan y las personas propietarias.
testimonies-by-matter = Por asunto y postura
testimonies-by-matter-caption = Confirmados, aprobados y entregados, por asunto y postura. Uno sobre dos asuntos está en las dos filas.
testimonies-column-matter = Asunto
testimonies-all-matters = Cada uno contado una vez
testimonies-pages = Páginas de los testimonios
testimonies-queue = Textos
testimonies-letters = Cartas modelo
testimonies-speakers = Oradores


desk-testimony-state-draft = Borrador
desk-testimony-state-submitted = Sin confirmar por correo
desk-testimony-state-confirmed = Le espera
desk-testimony-state-approved = Aprobado
desk-testimony-state-returned = Devuelto
desk-testimony-state-included = Entregado
desk-testimony-state-withdrawn = Retirado
desk-testimony-state-expired = Caducado

testimonies-filters = Mostrar
testimonies-filter-state = Estado
testimonies-filter-matter = Asunto
testimonies-filter-stance = Postura
testimonies-filter-assigned = A cargo de
testimonies-filter-only = Solo los
testimonies-any = todos
testimonies-nobody = nadie
testimonies-me = mí
testimonies-flagged = con datos personales
testimonies-form-letter = casi todo plantilla
testimonies-speaking = que desean hablar
testimonies-search = Buscar un nombre, una organización o una palabra
testimonies-search-hint = No importan los acentos ni las mayúsculas. Los nombres y los textos están sellados, así que la búsqueda los abre uno a uno, como mucho 2000 cada vez.
testimonies-find = Buscar
testimonies-clear = Mostrar todos otra vez
testimonies-count = { $count ->
    [0] Ningún testimonio coincide.
    [one] Coincide { $count } testimonio.
   *[other] Coinciden { $count } testimonios.
}
testimonies-found = { $count ->
    [0] No se encontró nada.
    [one] Se encontró { $count } en esta página.
   *[other] Se encontraron { $count } en esta página.
}
testimonies-stopped = La búsqueda se detuvo después de { $count } textos. Sigue desde ahí si usted lo pide.
testimonies-more = Los siguientes
testimonies-search-on = Seguir buscando
testimonies-first = Volver al primero
testimonies-caption = Testimonios, arriba el que se envió primero
testimonies-column-name = De
testimonies-column-text = Empieza
testimonies-column-state = Estado
testimonies-column-own = Palabras propias
testimonies-column-assigned = A cargo de
testimonies-own = { $percent } %
testimonies-nameless = Nombre borrado
testimonies-for = en nombre de { $organization }
testimonies-empty = Todavía no hay testimonios.
testimonies-empty-next = Aparecen aquí en cuanto alguien escribe para una audiencia y envía el texto.
testimonies-none-fit = Nada coincide con estos filtros.
flag-phone = número de teléfono
flag-street = calle y número
flag-email = dirección de correo
flag-social-security = número como el del Seguro Social
testimonies-wishes-to-speak = desea hablar

## Un testimonio

testimony-page-title = Testimonio de { $name }
testimony-facts = Sobre este testimonio
testimony-fact-state = Estado
testimony-fact-matters = Asuntos
testimony-fact-stance = Postura
testimony-fact-hearing = Audiencia
testimony-fact-from = De
testimony-fact-organization = Organización
testimony-fact-authority = Habla en su nombre porque
testimony-fact-title = { $title }, { $organization }
testimony-fact-mailbox = Correo
testimony-fact-language = Idioma del texto
testimony-fact-speaking = Hablar
testimony-fact-sent = Enviado
testimony-fact-words = Palabras
testimony-fact-template = Plantilla
testimony-fact-place = { $residency }, { $zip }
testimony-no-matters = no se nombró ninguno
testimony-no-hearing = no se nombró ninguna
testimony-no-template = ninguna
desk-testimony-words = { $count ->
    [one] { $count } palabra
   *[other] { $count } palabras
}
testimony-read-aloud = unos { $time } en voz alta
desk-testimony-speaking-no = No desea hablar
desk-testimony-speaking-in-person = En la sala
desk-testimony-speaking-by-video = Por video
desk-testimony-text = El texto, tal como se escribió
testimony-own = { $percent ->
    [0] Ninguna palabra es propia de quien escribe.
    [100] Todo el texto es propio de quien escribe.
   *[other] El { $percent } % del texto son palabras propias de quien escribe.
}
testimony-own-marked = Lo que viene de la plantilla «{ $template }» está en gris y con puntos debajo.
testimony-flags = Puede haber datos personales en el texto. Cada uno está marcado donde aparece:
testimony-flags-line = { $kind }: { $count }
testimony-flags-next = Se avisó a quien escribe antes de enviar. Si no debe ser público, devuelva el texto y dígalo.
testimony-changed = El texto cambió después del primer envío: esta es la versión { $number }.
testimony-erased = Quien lo escribió retiró el texto, y se borró.
testimony-writer-has-it = Lo tiene quien lo escribió, a quien se le dijo por qué el { $day }:
testimony-returned-before = Se devolvió antes, con este motivo:
testimony-not-confirmed = Espera la confirmación de su correo. Todavía no hay nada que decidir.
testimony-delivered = Está en un expediente que ya se entregó. Ya no hay nada que decidir.
testimony-decide = Decidir
testimony-approve = Aprobar para el expediente
testimony-take-back = Deshacer la aprobación
testimony-take-back-returned = Retomarlo
testimony-return = Devolver con este motivo
testimony-return-open = Devolverlo a quien lo escribió
testimony-reason = Por qué se devuelve
testimony-reason-hint = Quien escribió lo recibe por correo, con un enlace para cambiar el texto. Usted no puede cambiarlo por esa persona.
testimony-decided-by = { $state } por { $name }, { $day }
testimony-assign = A cargo de
testimony-assign-hint = Solo para su equipo. No se avisa a nadie por correo.
testimony-assign-do = Guardar
testimony-notes = Notas
testimony-notes-hint = Para su equipo. Quien escribió nunca las ve.
testimony-note = Añadir una nota
testimony-note-do = Añadir la nota
testimony-note-by = { $name }, { $day }
testimony-back = Todos los testimonios
testimony-done-approved = Aprobado. Entra en el próximo expediente.
testimony-done-returned = Devuelto. Quien lo escribió recibe su motivo por correo.
testimony-done-taken-back = Hecho. Vuelve a esperar.
testimony-done-assigned = Guardado.
testimony-done-noted = La nota quedó guardada.
testimony-meanwhile = Alguien se adelantó: este testimonio está ahora en «{ $state }». No se hizo nada de lo suyo. Mírelo otra vez y luego decida.
testimony-meanwhile-by = { $name } se adelantó: este testimonio está ahora en «{ $state }». No se hizo nada de lo suyo. Mírelo otra vez y luego decida.
testimony-meanwhile-writer = Quien lo escribió se adelantó: este testimonio está ahora «{ $state }». No se hizo nada de lo suyo. Vuelva a leerlo y decida.
testimony-late = El plazo terminó: si lo devuelve, quien lo escribió ya no podrá enviarlo de nuevo.
testimony-late-returned = El plazo terminó y quien lo escribió ya no puede enviarlo de nuevo. Retómelo y quedará pendiente tal como estaba.
testimony-meanwhile-assigned = Mientras tanto, alguien lo dejó a cargo de otra persona. Lo suyo no se guardó.
testimony-somebody = alguien que ya no está en el equipo
error-testimony-reason-empty = Diga por qué se devuelve
error-testimony-reason-long = Dígalo en 1000 caracteres como máximo
error-testimony-note-empty = Escriba la nota
error-testimony-note-long = Escriba como máximo 1000 caracteres
error-testimony-assigned = Elija a alguien de su equipo

## Las cartas modelo

letters-title = Cartas modelo
letters-lead = Textos que son casi del todo su plantilla, o casi iguales entre sí. En el expediente cada carta está una vez, con los nombres de quienes la enviaron.
letters-compared = { $count ->
    [one] Se comparó { $count } texto.
   *[other] Se compararon { $count } textos.
}
letters-more = Solo se compararon los primeros { $count } textos.
letters-empty = No hay cartas modelo.
letters-empty-next = Cada texto vigente es sobre todo de quien lo escribió.
letters-group = { $count ->
    [one] La envió { $count } persona
   *[other] La enviaron { $count } personas
}
letters-of-template = De la plantilla «{ $template }»
letters-of-none = De ninguna plantilla de esta campaña
letters-representative = Tal como la envió { $name }
letters-names = Todas las personas que la enviaron
letters-names-caption = Quiénes enviaron esta carta, primero la más antigua
letters-names-more = { $count ->
    [one] y { $count } más
   *[other] y { $count } más
}

## El historial

history-testimony-approved = Se aprobó un testimonio.
history-testimony-returned = Se devolvió un testimonio a quien lo escribió.
history-testimony-taken-back = Se deshizo una decisión sobre un testimonio.
history-testimony-assigned = Un testimonio quedó a cargo de una persona del equipo.
history-testimony-noted = Se añadió una nota a un testimonio.

## Los correos

mail-testimony-returned-subject = Su testimonio necesita un cambio: { $what }
mail-testimony-returned-lead = Quienes coordinan «{ $title }» leyeron su testimonio y piden un cambio antes de poder entregarlo. Este es el motivo:
mail-testimony-returned-until = Envíelo otra vez, por favor, hasta: { $when }.
mail-testimony-returned-button = Abrir mi testimonio
mail-testimony-returned-after = Nadie más que usted cambia su texto. En la página puede cambiarlo y enviarlo otra vez, retirarlo o borrarlo.
mail-testimony-returned-why = Recibe este correo porque envió un testimonio a «{ $title }».

mail-returned-reminder-subject = Su testimonio todavía no está enviado: { $what }
mail-returned-reminder-lead = Quienes coordinan le devolvieron su testimonio y no ha vuelto a llegar. Se recibe hasta: { $when }.
mail-returned-reminder-after = Si cambió de opinión, no tiene que hacer nada. Este es el único recordatorio.
mail-returned-reminder-why = Recibe este correo porque envió un testimonio a «{ $title }».
