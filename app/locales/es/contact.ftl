# Llamar y escribir a los miembros de un órgano.

history-script-saved = Se guardaron los textos para llamar y escribir.

desk-contact = Contacto

## La página de los vecinos

contact-heading = Llame o escriba
contact-open = Llamar o escribir a los miembros
contact-title = Llame o escriba: { $body }
contact-lead = La llamada o la carta de un vecino se nota. Busque quién le representa y dígalo con sus propias palabras; las nuestras son un comienzo.
contact-others = A quién más escribir
contact-find = Busque quién le representa
contact-zip = Código postal
contact-zip-hint = Del lugar donde vive. No se guarda.
contact-zip-find = Buscar
contact-by-district = O elija su distrito
contact-other-district = Elegir otro distrito
contact-map = Mapa de los distritos
contact-zip-unknown = No sabemos en qué distrito está el código postal { $zip }. Elija su distrito más abajo; los miembros de toda la ciudad representan a todos.
contact-zip-several = El código postal { $zip } está en varios distritos. Elija el suyo.
contact-members = Los miembros
contact-members-at-large = Los miembros de toda la ciudad
contact-members-of = { $district }, y los miembros de toda la ciudad
contact-seat-of = { $title }, { $district }
contact-vacant = Este escaño está vacante.
contact-vacant-since = Este escaño está vacante desde el { $day }.
contact-write = Escribir a { $name }
contact-write-opens = Se abre en su propio programa de correo. Añada allí su nombre y su calle: los miembros buscan a sus propios vecinos.
contact-message = Leer el mensaje
contact-call = Llamar a { $name }: { $phone }
contact-script = Qué decir
contact-no-way = No se conoce ninguna dirección ni teléfono público.
contact-i-wrote = He escrito
contact-i-called = He llamado
contact-i-wrote-for = He escrito a { $name }
contact-i-called-for = He llamado a { $name }
contact-done-wrote = Gracias. Su carta está contada, sin su nombre.
contact-done-called = Gracias. Su llamada está contada, sin su nombre.
contact-promise = Contamos llamadas y cartas por miembro y por día. No guardamos nada sobre usted: ni su código postal, ni su nombre, ni lo que dijo.
error-contact-zip = Escriba un código postal de cinco cifras.

## Lo que se dice donde la organización no escribió nada

contact-default-subject = { $title }
contact-default-message = Hola, { "{" }name{ "}" }:

    Vivo en su distrito y le escribo por «{ $title }».

    { $ask }

    Le ruego que me diga cómo va a votar.

    Atentamente,
contact-default-phone = Buenos días. Me llamo … y vivo en la calle … Llamo a { "{" }name{ "}" } por «{ $title }».

    { $ask }

    ¿Me podría decir cómo va a votar? Gracias por su tiempo.

## El escritorio

contact-desk-title = Llamadas y cartas
contact-desk-lead = Cuántas veces los vecinos dijeron que llamaron o escribieron. No nombra a nadie y es una estimación: hay quien lo hace y no lo dice.
contact-desk-empty = Todavía no hay a quién llamar.
contact-desk-empty-next = Anote un órgano con sus escaños en «Órganos».
contact-desk-caption = Miembros, con llamadas y cartas
contact-column-member = Miembro
contact-column-called = Llamadas
contact-column-wrote = Cartas
contact-total = En total
contact-texts = Los textos de los que parten los vecinos
contact-texts-save = Guardar los textos
contact-texts-saved = Los textos están guardados.
contact-text-subject = Asunto del mensaje
contact-text-subject-hint = Empiece por el número de expediente: así ordena una oficina su correo.
contact-text-message = Mensaje
contact-text-message-hint = Donde dice «{ "{" }name{ "}" }» se pone el nombre del miembro. Como máximo 1800 letras: más no llega a todos los programas de correo.
contact-text-phone = Qué decir por teléfono
contact-text-phone-hint = Medio minuto, como se habla.
error-contact-long = Acorte este texto: en un asunto caben 200 letras, en un mensaje 1800, en una llamada 3000.
