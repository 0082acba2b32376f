## Avisos a quienes pidieron noticias

desk-news = Noticias
news-title = Noticias
news-lead = Un aviso llega una vez a cada buzón que firmó o dio testimonio, confirmó el correo y pidió noticias. Cada correo tiene un enlace para dejar de recibirlas. Un aviso puede invitar a la campaña que sigue: quienes pidieron noticias pueden enterarse de ella.
news-readers = { $count ->
    [0] Nadie ha pedido noticias todavía.
    [one] Un buzón pide noticias.
   *[other] { $count } buzones piden noticias.
}
news-forgotten = Esta campaña ya olvidó a su gente, así que no queda nadie a quien avisar.
news-caption = Avisos, el más nuevo primero
news-column-subject = Asunto
news-column-state = Estado
news-column-when = Cuándo
news-column-do = Acciones
news-state-draft = Borrador
news-state-sending = Enviándose
news-state-stopped = Detenido
news-state-sent = Enviado
news-sent-of = { $sent } de { $wanted }
news-progress = Cuánto se ha enviado del aviso
news-look-again = Ver de nuevo
news-edit = Editar
news-edit-of = Editar el aviso «{ $subject }»
news-remove = Quitar
news-remove-of = Quitar el aviso «{ $subject }»
news-stop = Detener
news-stop-of = Detener el envío del aviso «{ $subject }»
news-go-on = Seguir
news-go-on-of = Seguir enviando el aviso «{ $subject }»
news-new = Escribir un aviso
news-draft = El aviso
news-subject = Asunto ({ $language })
news-text = Texto ({ $language })
news-text-hint = Texto simple; una línea vacía empieza un párrafo. Escriba las direcciones completas, como https://example.org/pagina.
news-save = Guardar
news-copy = Enviarme primero una copia
news-send = Enviarlo
news-sure = Leí mi copia en todos los idiomas
news-start = { $count ->
    [one] Enviar a un buzón
   *[other] Enviar a { $count } buzones
}
news-saved = Guardado. Envíese una copia y léala antes de que llegue a los demás.
news-copied = Una copia va camino de su propio buzón.
news-started = El aviso se está enviando.
news-stopped = El aviso se detuvo. Los correos que ya estaban preparados todavía salen.
news-removed = Se quitó el borrador.
news-late = Este aviso ya no es un borrador, o ya se está enviando.
news-from-outcome = { $outcome }: { $title }
news-from-follow-on = Continúa aquí: { $title }
news-leave-title = Noticias de { $title }
news-leave-heading = No más noticias
news-leave-lead = Usted pidió noticias de «{ $title }». Pulse el botón y no llegarán más a este buzón. Lo que dio sigue contando.
news-leave-button = Dejar de recibir noticias
news-left = No llegarán más noticias de «{ $title }» a este buzón. Lo que dio sigue contando.
news-leave-mine = Ver, cambiar, retirar o borrar lo que dio
mail-news-button = Abrir la página de la campaña
mail-news-after = { $hosts }
mail-news-why = Este correo llegó porque usted pidió noticias de «{ $title }» al firmar o dar testimonio.
mail-news-leave = Dejar de recibir estas noticias
mail-news-copy-subject = Copia para usted: { $subject }
mail-news-copy-why = Esta es una copia para quien organiza y la escribió. Los correos que se envían tienen aquí un enlace para dejar de recibir noticias.
history-news-written = Se escribió un aviso.
history-news-started = Empezó el envío de un aviso.
history-news-stopped = Se detuvo un aviso.
error-news-subject = Escriba un asunto en cada idioma de la campaña
error-news-subject-long = El asunto debe tener menos de 120 caracteres
error-news-text = Escriba el texto en cada idioma de la campaña
error-news-text-long = El texto debe tener menos de 10 000 caracteres
error-news-sure = Lea primero su copia y dígalo aquí
error-news-nobody = Nadie ha pedido noticias, así que no hay a quién enviarlo
