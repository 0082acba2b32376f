# Firmar: el formulario, la página del buzón, el botón, las gracias y la página propia.

sign-title = Firmar: { $title }
sign-heading = Firme la petición
sign-back = Volver a la campaña
sign-read = Leer la petición que firma
sign-text = Usted firma este texto, palabra por palabra.
sign-text-link = Leer el texto que firma
sign-residents-only = Esta petición es para quienes viven, trabajan o estudian en el lugar del que trata.
sign-name = Su nombre
sign-email = Correo electrónico
sign-email-hint = Solo para confirmar que es usted. No se muestra ni se comparte.
sign-address = Dirección
sign-address-hint = Ayuda a distinguir a dos vecinos con el mismo nombre. Nunca se publica.
sign-address-required-hint = La oficina que recibe la petición no acepta nombres sin ella. Nunca se publica.
sign-street = Calle y número
sign-unit = Apartamento
sign-city = Ciudad o pueblo
sign-state = Estado
sign-zip = Código postal
sign-zip-or-other = Código postal
sign-residency = Su vínculo con el lugar
sign-residency-lives = Vivo allí
sign-residency-works = Trabajo allí
sign-residency-studies = Estudio allí
sign-residency-elsewhere = Ninguno
sign-visibility = Mostrar aquí mi nombre así
sign-visibility-full = Nombre completo
sign-visibility-short = Nombre e inicial
sign-visibility-hidden = No mostrarlo
sign-share = Den mi nombre a quienes va dirigida la petición
sign-share-hint = Un nombre que no se muestra llega a ellos solo si usted marca esta casilla. Si no, se le cuenta sin el nombre.
sign-comment = Por qué firma
sign-comment-hint = Se muestra con su nombre después de que alguien del equipo lo lea.
sign-news = Escríbanme cuando haya novedades
sign-honeypot = Deje esto vacío
sign-button = Firmar la petición
sign-after = Le enviaremos un correo. Su nombre cuenta cuando usted oprime el botón al que lleva.
sign-promise = Sin cuenta, sin cookies, sin rastreadores. { $days ->
        [one] Se borra un día después del final de la campaña.
       *[other] Se borra { $days } días después del final de la campaña.
    }

# Lo que dice el formulario mientras se llena
check-email = ¿Está completa la dirección? Suele verse así: nombre@example.org.
check-zip = El código postal tiene cinco cifras.
check-left-one = Queda un carácter
check-left-many = Quedan %n caracteres

# Lo que falta o no está bien
error-name-empty = Escriba su nombre
error-name-long = Escriba su nombre en 120 caracteres como máximo
error-name-link = Escriba su nombre sin direcciones de internet
error-name-letters = Escriba su nombre con al menos una letra
error-email-empty = Escriba su correo electrónico
error-email-form = Escriba un correo como nombre@example.org
error-street-empty = Escriba su calle y número
error-line-long = Acórtelo a 120 caracteres
error-zip-empty = Escriba su código postal
error-zip-form = Escriba un código postal de cinco cifras
error-residency-empty = Indique su vínculo con el lugar
error-residency-elsewhere = Esta petición es para quienes viven, trabajan o estudian allí
error-visibility-empty = Elija cómo se muestra su nombre
error-comment-long = Acorte su comentario a 1000 caracteres

# Después del formulario
sent-title = Revise su correo
sent-heading = Ahora revise su correo
sent-lead = Le hemos enviado un correo. Su nombre cuenta cuando usted oprime el botón al que lleva.
sent-step-open = Abra el correo sobre «{ $title }».
sent-step-follow = Siga el enlace que contiene.
sent-step-press = Oprima «Confirmar mi firma».
sent-none-heading = ¿No le llega nada en diez minutos?
sent-none-spam = Busque entre los correos no deseados.
sent-none-again = Si quizá se equivocó al escribir la dirección, firme otra vez. A nadie se le cuenta dos veces.
sent-again-link = Firmar otra vez
sent-forget = Si no hace nada, lo que nos dio se borra a los 30 días.
sent-outbox = Este servidor todavía no envía correo; lo guarda en una carpeta.
sent-outbox-link = Leerlo en la bandeja de salida

# El botón
confirm-title = Confirme su firma
confirm-heading = Oprima el botón y su nombre cuenta
confirm-lead = { $name }, esto es lo que firma:
confirm-button = Confirmar mi firma
confirm-not-you = ¿Fue otra persona quien dio su dirección? Entonces cierre esta página. No se cuenta nada, y la dirección se borra a los 30 días.
confirm-counted-title = Su firma cuenta
confirm-counted-heading = Gracias, { $name }
confirm-counted = Su firma cuenta. { $count ->
        [one] Es la primera.
       *[other] Ya han firmado { $count } personas.
    }
confirm-counted-over = Su firma cuenta.
confirm-next-heading = Qué pasa ahora
confirm-next-none = En la página de la campaña se contará qué sigue.
confirm-share-heading = Un nombre más junto al suyo
confirm-share-lead = La gente firma cuando se lo pide alguien que conoce.
confirm-mine = Ver, cambiar o retirar su firma
confirm-campaign = Ir a la campaña
confirm-late-title = Ya no se puede confirmar
confirm-late-heading = Este enlace llegó tarde
confirm-late = Una firma se puede confirmar durante 30 días, y hasta 24 horas después del cierre. La suya no se contó, y lo que nos dio se borra.
confirm-late-open = Todavía se puede firmar. Puede hacerlo otra vez.
confirm-withdrawn-title = Esta firma fue retirada
confirm-withdrawn-heading = Usted retiró esta firma
confirm-withdrawn = Ya no se cuenta. Si cambia de opinión mientras se pueda firmar, firme otra vez.

# La página propia
mine-title = Lo que usted firmó
mine-lead = Esta página es de quien lee su buzón. Sin cuenta ni contraseña: no comparta el enlace.
mine-none = Aquí ya no se guarda nada.
mine-none-then = Lo que usted había firmado se borró. Esta página estará vacía cuando vuelva.
mine-state = Cómo está
mine-name = Su nombre
mine-signed-on = Fecha de la firma
mine-comment = Su comentario
mine-visibility-heading = Cómo se muestra su nombre
mine-visibility-button = Cambiar cómo se muestra
mine-news-heading = Noticias
mine-news-on = Recibe noticias de esta campaña.
mine-news-off = No recibe noticias de esta campaña.
mine-news-stop = No recibir más noticias
mine-news-start = Recibir noticias
mine-withdraw-heading = Retirar
mine-withdraw = Su nombre deja de contarse y de mostrarse. Si el expediente ya se entregó, un suplemento lo dirá.
mine-withdraw-button = Retirar mi firma
mine-erase-heading = Borrar
mine-erase = Todo lo que nos dio aquí se borra para siempre: nombre, dirección, comentario. Con ello se retira la firma. No se puede recuperar.
mine-erase-sure = Sí, bórrenlo para siempre
mine-erase-button = Borrar lo que di
mine-done-visibility = Su nombre se muestra ahora como usted eligió.
mine-done-news = Cambiado. Puede volver a esto en cualquier momento.
mine-done-withdraw = Su firma está retirada. Ya no se cuenta.
mine-done-erase = Está borrado.
mine-error-sure = Marque la casilla para confirmar que quiere borrarlo
mine-error-visibility = Elija cómo se muestra su nombre
