# Los modelos en la mesa de trabajo: textos para empezar

desk-templates = Modelos
templates-title = Modelos
templates-lead = Textos para empezar: para el testimonio y para el material. Cada idioma tiene su propio texto.
templates-empty = Todavía no hay ningún modelo.
templates-empty-next = Empiece por el que más le piden. Escríbalo como se lo diría a un vecino.
templates-caption = Los modelos, en el orden en que se ofrecen
templates-column-title = Título
templates-column-kind = Para
templates-column-language = Idioma
templates-column-do = Acción
templates-edit = Cambiar
templates-edit-for = Cambiar «{ $title }»
templates-retire = Retirar
templates-retire-for = Dejar de ofrecer «{ $title }»
templates-offer = Ofrecer otra vez
templates-offer-for = Ofrecer otra vez «{ $title }»
templates-retired = Retirado; no se ofrece a nadie.
templates-form-new = Escribir un modelo
templates-form-edit = Cambiar este modelo
templates-kind = Para qué es
templates-kind-hint = El testimonio se ofrece donde se escribe el testimonio; lo demás, en el material.
templates-language = Idioma
templates-stance = Postura
templates-stance-hint = En el testimonio: a quién se le ofrece este texto.
templates-stance-any = Cualquiera
templates-stance-in-favor = A favor
templates-stance-opposed = En contra
templates-stance-neutral = Neutral
templates-field-title = Título
templates-field-title-hint = También va encima del texto terminado: diga de qué trata.
templates-field-slug = Dirección
templates-field-slug-hint = La última parte de su dirección, la misma en todos los idiomas. Si queda vacía, se forma con el título.
templates-field-summary = Para quién es
templates-field-summary-hint = Una o dos frases para quien elige entre los textos.
templates-field-text = Texto
templates-field-text-hint = Lo que completa cada persona va entre llaves: {"{"}su pueblo{"}"}. Una línea vacía empieza un párrafo, ## hace un título, - una lista, **dos asteriscos** negrita.
templates-field-position = Lugar en la lista
templates-field-position-hint = Los números más pequeños van primero.
templates-save = Guardar el modelo
templates-preview = Mostrar las partes
templates-found = { $count ->
    [0] No se encontró ninguna parte para completar: este texto se toma como está.
    [one] Se encontró una parte para completar:
   *[other] Se encontraron { $count } partes para completar:
}
templates-done-saved = El modelo está guardado.
templates-done-retired = El modelo está retirado.
templates-done-offered = El modelo se ofrece otra vez.

error-template-title = Escriba un título.
error-template-title-long = Acorte el título a 120 caracteres o menos.
error-template-slug = Escriba una dirección de 3 a 80 letras de la a a la z, cifras y guiones sueltos.
error-template-slug-taken = Otro modelo en este idioma tiene esta dirección.
error-template-summary-long = Acorte esto a 400 caracteres o menos.
error-template-text = Escriba el texto.
error-template-text-long = Acorte el texto a 20 000 caracteres o menos.
error-template-brace = Una parte no está completa: cada llave que se abre tiene que cerrarse en su línea, con unas palabras dentro.
error-template-kind = Elija para qué es.
error-template-locale = Elija uno de los idiomas de la campaña.
error-template-position = Escriba un número entero de 0 a 999.
error-template-gone = Este modelo ya no está.

history-template-saved = Se guardó un modelo: { $detail }.
history-template-state = El estado de un modelo es ahora «{ $detail }».
