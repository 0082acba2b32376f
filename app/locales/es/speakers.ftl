## Quiénes hablan en una audiencia

speakers-title = Oradores
speakers-lead = Todas las personas que desean hablar y confirmaron. Las horas son aproximadas desde el comienzo de la audiencia: quien preside llama a quien quiera.
speakers-hearing = { $title }
speakers-starts = { $when }
speakers-minutes = { $count ->
    [one] { $count } minuto por persona
   *[other] { $count } minutos por persona
}
speakers-count = { $count ->
    [one] { $count } persona
   *[other] { $count } personas
}
speakers-ends = La última terminaría hacia las { $time }.
speakers-caption = Orden de intervención: { $title }
speakers-column-number = N.º
speakers-column-time = Hacia
speakers-column-name = Quién habla
speakers-column-how = Cómo
speakers-column-length = Texto escrito
speakers-column-move = Mover
speakers-up = Antes
speakers-up-name = Mover a { $name } antes
speakers-down = Después
speakers-down-name = Mover a { $name } después
speakers-length = { $time } en voz alta
speakers-fits = cabe
speakers-over = { $count ->
    [one] sobra { $count } palabra
   *[other] sobran { $count } palabras
}
speakers-not-read = sin leer todavía
speakers-time = { $minutes } min { $seconds } s
speakers-time-seconds = { $seconds } s
speakers-time-minutes = { $minutes } min
speakers-called-off = Cancelada. No se recuerda a nadie.
speakers-held = Esta audiencia ya se celebró.
speakers-empty = Nadie ha pedido hablar todavía.
speakers-empty-next = Quien marca «Deseo hablar» para una audiencia y confirma por correo aparece aquí.
speakers-none = Todavía no hay audiencias.
speakers-none-next = Los oradores se ordenan por audiencia. Añada primero una a la campaña.
speakers-remind = Cada persona recibe un correo el día antes, con cuándo y dónde o el enlace para conectarse. Si la audiencia se mueve, se le avisa otra vez con la nueva hora.
speakers-print = Imprima esta página para tener el orden de intervención: deja fuera los botones.
speakers-done = El orden cambió.
speakers-meanwhile = Alguien cambió el orden mientras tanto. El suyo no se cambió: así está ahora.
history-speaker-moved = Se movió a alguien en el orden de intervención, al lugar { $detail }.

mail-speaker-reminder-subject = Usted habla pronto: { $what }
mail-speaker-reminder-lead = Pidió hablar en «{ $what }». Empieza el { $when }.
mail-speaker-reminder-place = Dónde: { $value }
mail-speaker-reminder-join = Para conectarse, abra { $value }
mail-speaker-reminder-button = Abrir mi testimonio
mail-speaker-reminder-minutes = { $minutes ->
    [one] Tiene { $minutes } minuto, más o menos, lo que son unas { $words } palabras.
   *[other] Tiene { $minutes } minutos, más o menos, lo que son unas { $words } palabras.
}
mail-speaker-reminder-after = Si no puede ir, no tiene que hacer nada. Este correo llega una vez, y otra solo si la audiencia se mueve.
mail-speaker-reminder-why = Recibe este correo porque pidió hablar por «{ $title }».
