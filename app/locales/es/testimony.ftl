# El testimonio: el formulario, la página de quien escribe, los correos.
mail-testimony-leave = Ver, cambiar, retirar o borrar su testimonio
mail-confirm-testimony-subject = Confirme su testimonio, por favor: { $what }
mail-confirm-testimony-lead = Usted escribió un testimonio para «{ $what }». Llegará a quienes coordinan en cuanto abra esta página y oprima el botón que hay en ella.
mail-confirm-testimony-button = Confirmar mi testimonio
mail-confirm-testimony-after = Si usted no lo escribió, no haga nada: no se transmite nada, y el texto y la dirección se olvidan a los treinta días.
mail-confirm-testimony-why = Recibe este correo porque alguien escribió esta dirección en la página de testimonios de «{ $title }». Solo se usa para esta campaña y se borra { $days } días después de que termine.

mail-testimony-reminder-subject = Su testimonio todavía espera: { $what }
mail-testimony-reminder-lead = Hace dos días usted escribió un testimonio para «{ $what }». Nadie lo tiene todavía: falta pulsar un botón.
mail-testimony-reminder-after = Este es el único recordatorio. Si usted no lo escribió, no haga nada: no se entrega nada, y el texto y la dirección se olvidan.
mail-testimony-reminder-why = Este correo llegó porque alguien anotó esta dirección en la página de testimonios de «{ $title }». Se usa solo para esta campaña y se borra { $days } días después de que termine.

mail-testimony-link-subject = El enlace a su testimonio: { $what }
mail-testimony-link-lead = Este es el enlace privado a su testimonio para «{ $what }». Se abre sin contraseña, así que no lo comparta.
mail-testimony-link-after = Con el enlace de abajo puede verlo, cambiarlo mientras esté abierto, retirarlo o borrarlo.
mail-testimony-link-why = Recibe este correo porque alguien pidió el enlace en la página de «{ $title }». Si no fue usted, no tiene que hacer nada.

# Las palabras del testimonio
testimony-stance-in-favor = A favor
testimony-stance-opposed = En contra
testimony-stance-neutral = Ni a favor ni en contra

# El formulario
testimony-title = Escribir un testimonio: { $title }
testimony-heading = Escriba su testimonio
testimony-lead = Una carta a quienes deciden, con sus propias palabras y en su propio idioma. Pasa a formar parte del expediente de la audiencia.
testimony-templates = Empezar con un texto
testimony-templates-hint = El texto que elija va al cuadro de abajo y reemplaza lo que haya en él. Hágalo suyo: dos párrafos sinceros pesan más que diez prestados.
testimony-part-what = De qué trata
testimony-hearing = ¿A qué audiencia escribe?
testimony-hearing-when = Cuándo
testimony-hearing-length = Extensión
testimony-cutoff = Se reciben testimonios escritos hasta el { $when }
testimony-cutoff-over = Se recibieron testimonios escritos hasta el { $when }
testimony-when-twice = { $when } ({ $zone })
testimony-limit = { $limit ->
        [one] Una palabra como máximo
       *[other] { $limit } palabras como máximo
    }
testimony-matters = ¿Sobre qué escribe?
testimony-matters-hint = Uno o varios.
testimony-matter-line = Expediente { $docket }: { $title }
testimony-stance = ¿Cuál es su postura?
testimony-part-letter = Su carta
testimony-fill = Complete esto primero
testimony-fill-hint = El texto tiene partes entre llaves. Lo que escriba aquí ocupa su lugar.
testimony-fill-button = Poner en mi texto
testimony-your-text = Su testimonio
testimony-text-hint = Una línea vacía empieza un párrafo nuevo. Los *asteriscos* destacan, y una línea que empieza con guion es un punto de una lista.
testimony-counted-words = { $words ->
        [one] Una palabra
       *[other] { $words } palabras
    }
testimony-words-of = { $words ->
        [one] Una palabra de { $limit } como máximo
       *[other] { $words } de { $limit } palabras como máximo
    }
testimony-live-words = Palabras: %n
testimony-live-words-of = Palabras: %n de %m como máximo
testimony-own-all = Cada palabra de esto es suya.
testimony-own-some = Cerca del { $percent } % está en sus propias palabras. Lo que solo usted puede contar es lo que se recuerda.
testimony-own-little = Casi todo esto es el texto con el que empezó. Cuenta, como uno de muchos iguales. Una frase sobre su calle o su trabajo lo hace suyo.
testimony-language = El idioma en que escribe
testimony-language-choose = Elija un idioma
testimony-language-other = Otro idioma
testimony-part-who = Quién es usted
testimony-name-hint = Aparece al pie de su carta, en público.
testimony-email-hint = Le enviamos un correo para confirmar que es usted. No se publica.
testimony-email-known = Su correo sigue siendo { $email }.
testimony-for-organization = Escribo en nombre de una organización
testimony-field-organization = Su nombre
testimony-field-organization-hint = Como debe aparecer al pie de la carta.
testimony-field-title = Su cargo allí
testimony-field-title-hint = Por ejemplo: presidenta, bibliotecario, miembro.
testimony-field-authority = Qué le permite hablar en su nombre
testimony-field-authority-hint = Por ejemplo: la junta lo votó el 3 de marzo.
testimony-part-how = Antes de enviarla
testimony-speaking = ¿Desea también hablar en la audiencia?
testimony-speaking-hint = Le escribiremos cuándo y dónde.
testimony-speaking-minutes = { $minutes ->
        [one] Cada persona tiene cerca de un minuto. Le escribiremos cuándo y dónde.
       *[other] Cada persona tiene cerca de { $minutes } minutos. Le escribiremos cuándo y dónde.
    }
testimony-speak-no = No, solo por escrito
testimony-speak-in-person = Sí, en la sala
testimony-speak-by-video = Sí, por video
testimony-found = Datos personales en su texto
testimony-found-why = El testimonio es un documento público, y cualquiera puede leerlo durante años. Quítelos, o diga que pueden quedarse.
testimony-found-phone = Un número de teléfono:
testimony-found-street = Una dirección:
testimony-found-email = Un correo electrónico:
testimony-found-social-security = Un número como el del Seguro Social:
testimony-leave = Dejarlo
testimony-public = Acepto que mi testimonio, con mi nombre, sea un documento público
testimony-public-hint = Así lo manda la ley para lo que recibe un organismo público.
testimony-button-preview = Vista previa
testimony-button-draft = Guardar como borrador
testimony-button-save = Guardar el borrador
testimony-button-send = Enviar mi testimonio
testimony-after = Le enviaremos un correo. Su testimonio llega a quienes coordinan cuando usted oprime el botón al que lleva.
testimony-after-known = Vuelve a quienes coordinan en cuanto lo envíe.
testimony-promise = Sin cuenta, sin cookies, sin rastreadores. { $days ->
        [one] Su dirección se borra un día después del final de la campaña.
       *[other] Su dirección se borra { $days } días después del final de la campaña.
    }
testimony-preview = Como la recibirá la secretaría
testimony-preview-hint = No se ha enviado nada.
testimony-returned = Quienes coordinan le piden cambiar algo:
testimony-hasty = Eso fue rápido. Léala una vez más y luego envíela.
testimony-slowly = En esta hora ha llegado mucho desde esta conexión. Espere un poco e intente otra vez; lo que escribió sigue aquí.
testimony-closed = Esta campaña no recibe testimonios ahora.
testimony-closed-held = La audiencia ya pasó y no hay otra prevista.
testimony-closed-late = Se recibieron testimonios escritos hasta el { $when }. Todavía puede escribir a los miembros directamente.
testimony-closed-text = Lo que usted escribió; cópielo si lo necesita

# Lo que falta o no está bien
error-testimony-hearing = Elija la audiencia a la que escribe
error-testimony-late = Esta audiencia recibió testimonios escritos hasta el { $when }
error-testimony-matter = Elija sobre qué escribe
error-testimony-matter-other = Elija solo lo que trata esta audiencia
error-testimony-stance = Diga cuál es su postura
error-testimony-empty = Escriba su testimonio
error-testimony-long = Acorte su texto: es mucho más largo que cualquier carta
error-testimony-part = Complete «{ $part }» en su texto, o quite esa parte
error-testimony-words = Acorte su texto: tiene { $words } palabras, y este organismo acepta { $limit } como máximo
error-testimony-language = Elija el idioma en que escribe
error-testimony-language-other = Escriba el nombre del idioma, o su código, como «fr»
error-testimony-organization = Escriba el nombre de la organización
error-testimony-title = Escriba su cargo allí
error-testimony-authority = Escriba qué le permite hablar en su nombre
error-testimony-line = Acórtelo a 200 caracteres
error-testimony-speaking = Diga si desea hablar
error-testimony-public = Acepte que el testimonio es un documento público
error-testimony-leave = Quite los datos personales, o diga que pueden quedarse

# Después del formulario
testimony-sent-lead = Le hemos enviado un correo. Su testimonio llega a quienes coordinan cuando usted oprime el botón al que lleva.
testimony-sent-press = Oprima «Confirmar mi testimonio».
testimony-sent-again = Si quizá se equivocó al escribir la dirección, vuelva atrás y envíelo otra vez. Nada se cuenta dos veces.
testimony-sent-forget = Si no hace nada, lo que escribió se borra a los 30 días.

# El botón
testimony-confirm-title = Confirme su testimonio
testimony-confirm-heading = Oprima el botón y llega a quienes coordinan
testimony-confirm-lead = { $name }, esta es su carta como la recibirá la secretaría:
testimony-confirm-replaces = Usted ya dio un testimonio para esta audiencia. Si confirma este, ocupa el lugar del otro.
testimony-confirm-button = Confirmar mi testimonio
testimony-confirm-not-you = ¿Fue otra persona quien dio su dirección? Entonces cierre esta página. No se transmite nada, y se borra a los 30 días.
testimony-counted-title = Su testimonio ha llegado
testimony-counted-heading = Gracias, { $name }
testimony-counted = Su testimonio está en manos de quienes coordinan.
testimony-next-read = Alguien lo lee. Si conviene cambiar algo, se lo devuelven con el motivo; nadie le cambia una palabra.
testimony-next-deliver = Se entrega a la secretaría junto con los demás, antes de la audiencia.
testimony-next-speak = Usted pidió hablar: el día antes recibirá un correo con la hora y el lugar.
testimony-counted-mine = Ver, cambiar o retirar su testimonio
testimony-over-title = Esto ya no se puede confirmar
testimony-over-delivered = Su testimonio para esta audiencia ya se entregó, y este no puede ocupar su lugar.
testimony-over-withdrawn = Este testimonio se retiró.
testimony-over-late = El plazo para confirmarlo terminó.

# La página propia
testimony-mine-title = Su testimonio
testimony-mine-heading = Su testimonio
testimony-now-draft = Borrador
testimony-now-submitted = Espera su correo
testimony-now-confirmed = Con quienes coordinan
testimony-now-approved = Va a la audiencia
testimony-now-returned = De vuelta con usted
testimony-now-included = Entregado
testimony-now-withdrawn = Retirado
testimony-now-expired = Vencido
testimony-lead-submitted = Revise su correo: sigue adelante cuando usted oprime el botón al que lleva nuestro mensaje.
testimony-lead-confirmed = Alguien del equipo lo leerá. Nadie le cambia una palabra.
testimony-lead-approved = Ya se leyó, y va a la secretaría junto con los demás.
testimony-lead-returned = Cambie lo que se le pide y envíelo otra vez.
testimony-lead-included = Se entregó a la secretaría y forma parte del expediente.
testimony-lead-withdrawn = No se transmite.
testimony-lead-expired = No se confirmó en 30 días y se borró.
testimony-handed-over = Se confirmó desde su correo. Lo abre el enlace que está en el mensaje; este ya no hace más.
testimony-mail-link = Envíenme otra vez ese correo
testimony-tie = { $tie }, { $zip }
testimony-tie-lives = Vive allí
testimony-tie-works = Trabaja allí
testimony-tie-studies = Estudia allí
testimony-tie-elsewhere = De otro lugar
testimony-letter-about = Sobre
testimony-letter-stance = Postura
testimony-letter-language = Idioma
testimony-others = Más desde este correo
testimony-withdraw = No se transmite. Lo que ya se entregó no se puede recuperar.
testimony-withdraw-button = Retirar mi testimonio
testimony-erase = Se retira, y aquí se borran el texto, su nombre y su dirección. Lo que ya se entregó no se puede recuperar.
testimony-erase-sure = Sí, borrarlo
testimony-erase-button = Borrar mi testimonio
testimony-error-sure = Marque la casilla para borrarlo
testimony-done-sent = Está otra vez con quienes coordinan.
testimony-done-withdraw = Se retiró.
testimony-done-erase = Se borró.
testimony-done-link = Si el último salió hace unos minutos, el correo va en camino.

# On the campaign's page
testimony-invite-heading = Con sus propias palabras
testimony-invite = Una carta a quienes deciden pesa más que un nombre. Puede ser corta y estar en cualquier idioma.
testimony-unsaved = Lo que escribió
testimony-unsaved-hint = No se guardó. Cópielo si quiere conservarlo.
