# Órganos destinatarios: de qué clase son, quién los integra y qué aceptan.

history-body-saved = Se guardó un órgano: { $detail }.
history-body-removed = Se quitó un órgano.

desk-bodies = Órganos

## La lista

bodies-title = Órganos destinatarios
bodies-lead = A quién se dirige la campaña: concejos con sus escaños y comités, oficinas, juntas. Todo es información pública, y todo se muestra.
bodies-empty = Todavía ninguno.
bodies-empty-next = Anote el concejo o la oficina que decide. Con sus escaños, los vecinos encuentran a quién llamar.
bodies-add = Anotar un órgano
bodies-caption = Órganos, cada uno con sus comités debajo
bodies-column-name = Órgano
bodies-column-email = Los testimonios se envían a
bodies-column-seats = Escaños
bodies-column-do = Cambiar
bodies-no-email = sin dirección todavía
bodies-seats = { $count ->
    [0] ninguno
    [one] un escaño
   *[other] { $count } escaños
}
bodies-districts = { $zips } códigos postales, { $outlines } contornos
bodies-remove = Quitar
bodies-remove-for = Quitar { $name }
bodies-done-saved = El órgano está guardado.
bodies-done-removed = El órgano ya no figura en esta campaña.
error-body-in-use = Un asunto, una audiencia o un comité necesita este órgano; se queda.

## Clases

body-kind = Qué es
body-kind-council = Concejo
body-kind-committee = Comité
body-kind-school-committee = Comité escolar
body-kind-mayor = Alcaldía u otro cargo unipersonal
body-kind-board = Junta
body-kind-department = Departamento

## El formulario

body-title = Órgano
body-title-new = Anotar un órgano
body-shared = Una campaña de otra organización también se dirige a este órgano. Al guardar, esta campaña recibe su propia copia; la de ellos queda como está.
body-about = Quién es
body-name = Nombre
body-name-hint = Tal como se le escribe, por ejemplo «Concejo Municipal de Boston».
body-parent = Comité de
body-parent-hint = Solo para un comité.
body-parent-none = No es un comité
body-office = Oficina que recibe su correo
body-office-hint = Por ejemplo, «Secretaría Municipal».
body-address = Dirección postal
body-email = Dirección pública para testimonios
body-email-hint = La que el órgano publica, por ejemplo el buzón del comité.
body-site = Sitio web
body-site-hint = La dirección completa, que empieza por https://
body-profile = Qué acepta
body-profile-lead = Tal como lo publicó el órgano. Deje vacío lo que no limita.
body-formats = Archivos que acepta
body-format-pdf = PDF
body-format-docx = Word
body-file-mb = Megabytes por archivo, como máximo
body-words = Palabras por testimonio, como máximo
body-copies = Copias impresas, en persona
body-speak-minutes = Minutos por orador
body-cutoff-hours = Horas antes de la audiencia hasta las que recibe testimonios escritos
body-required-lines = Qué debe nombrar cada testimonio
body-required-lines-hint = Uno por línea, por ejemplo «Número de expediente».
body-rules = Sus reglas, en palabras de ustedes
body-rules-hint = Lo demás que haya publicado: el idioma, quién habla primero, cómo inscribirse.
body-seats = Escaños
body-seats-lead = Quién lo integra: información pública. Un escaño sin distrito es de toda la ciudad. Vacíe una fila para quitar el escaño.
body-save = Guardar el órgano
body-back = Volver a los órganos
seat-number = Número
seat-title = Cargo
seat-district = Distrito
seat-holder = Titular
seat-email = Correo electrónico
seat-phone = Teléfono
seat-vacant = Vacante desde
error-body-name = Diga cómo se llama el órgano.
error-body-kind = Elija qué es.
error-body-parent = Un comité lo es de un concejo, no de otro comité ni de sí mismo.
error-body-email = Escriba la dirección en la forma nombre@example.org, o déjela vacía.
error-body-formats = Marque al menos una clase de archivo.
error-body-number = Escriba un número entero, o deje el campo vacío.
error-body-required-lines = Escriba como máximo 20 líneas de 80 letras cada una.
error-seat-title = Dé un cargo a cada escaño, por ejemplo «Concejal, Distrito 7».
error-seat-email = El correo de un escaño no tiene la forma nombre@example.org.
error-seat-phone = El teléfono de un escaño no tiene cifras.
error-seat-vacant = Anote desde qué día está vacante el escaño, o deje el campo vacío.

## La página de la campaña

body-takes = Qué acepta: { $body }
body-takes-pdf = Archivos en PDF
body-takes-docx = Archivos de Word
body-takes-both = Archivos en PDF o Word
body-takes-mb = Como máximo { $count } MB por archivo
body-takes-words = Como máximo { $count } palabras
body-takes-copies = En persona: { $count } copias impresas
body-takes-minutes = { $count ->
    [one] Un minuto por orador
   *[other] { $count } minutos por orador
}
body-takes-until = { $count ->
    [one] Testimonios escritos hasta una hora antes de la audiencia, salvo que esta diga otra cosa
   *[other] Testimonios escritos hasta { $count } horas antes de la audiencia, salvo que esta diga otra cosa
}
body-takes-lines = Cada testimonio nombra: { $lines }
body-site-link = Su propio sitio web
