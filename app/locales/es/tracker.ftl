# El registro de lugares: la página pública, la mesa de trabajo y el canal de novedades

desk-places = Lugares
date-month-of-year = { $month } de { $year }

## La página

places-page-title = Lugares: { $campaign }
places-title = Lugar por lugar
places-lead = { $count ->
    [one] Un lugar, con su situación, desde cuándo y dónde consta.
   *[other] { $count } lugares, cada uno con su situación, desde cuándo y dónde consta.
}
places-by-status = Lugares por situación
places-all = { $count ->
    [one] lugar
   *[other] lugares en total
}
places-to-map = Ir al mapa
places-caption = { $count ->
    [one] Un lugar
   *[other] { $count } lugares
}
places-caption-only = { $count ->
    [one] Un lugar en la situación «{ $status }»
   *[other] { $count } lugares en la situación «{ $status }»
}
places-column-place = Lugar
places-column-status = Situación
places-column-day = Fecha
places-column-note = Nota y fuente
places-column-tone = En el mapa
places-column-count = Lugares
places-column-do = Acción
places-sort = Ordenar por { $column }
places-source-link = Fuente: { $host }
places-map-label = Un mapa de casillas, una por lugar. La tabla contiene todo lo que muestra.
places-map-how = Una casilla por lugar, más o menos donde está. El dibujo y la letra indican la situación.
places-map-alphabet = Una casilla por lugar, en orden alfabético. El dibujo y la letra indican la situación.
places-tile = { $place }: { $status }
places-take = Para llevar
places-take-csv = La lista en un archivo (CSV)
places-take-feed = Los cambios, como canal de novedades (Atom)
places-changes = Últimos cambios
places-change-new = { $place } está en la lista: { $after }.
places-change-status = { $place }: «{ $before }» pasó a «{ $after }».
places-change-same = { $place }: se sabe algo más. Su situación sigue siendo «{ $after }».
places-change-gone = { $place } ya no está en la lista.
places-feed-title = Cambios: { $campaign }
places-feed-as-of = Fecha: { $day }.

## La mesa de trabajo

places-desk-title = Lugares
places-desk-lead = Cómo está el asunto, lugar por lugar. Cada cambio aparece en la página y sale en su canal de novedades.
places-desk-public = La página como la ve todo el mundo
places-statuses = Situaciones
places-statuses-caption = Las situaciones que puede tener un lugar
places-status-none = Todavía no hay ninguna situación. Agregue la primera, o pegue abajo una lista y deje que traiga las suyas.
places-status-in-files = En los archivos: { $code }
places-status-add = Agregar una situación
places-status-edit = Cambiar esta situación
places-status-edit-for = Cambiar la situación { $status }
places-status-remove-for = Quitar la situación { $status }
places-status-name = Cómo se llama ({ $language })
places-status-save = Guardar la situación
places-tone = Cómo se dibuja en el mapa
places-tone-hint = Cada una tiene su propio dibujo, para que nadie tenga que distinguir colores. Además, cada situación tiene su letra.
tone-filled = Rojo entero
tone-striped = Rayas rojas
tone-dotted = Puntos
tone-crossed = Rejilla azul
tone-open = Vacío
places-desk-one = Un lugar
places-desk-list = Todos los lugares
places-add-title = Agregar un lugar
places-edit-title = Cambiar este lugar
places-field-place = Nombre del lugar
places-field-day = Fecha
places-field-day-hint = Con la exactitud que se conozca: 2011, 2011-10 o 2011-09-13.
places-field-source = Fuente
places-field-source-hint = Un documento, o una dirección que empiece por https://.
places-field-note = Nota
places-field-tile = Casilla
places-field-tile-hint = Columna y fila en el mapa, por ejemplo C4. Si ningún lugar la tiene, el mapa va en orden alfabético.
places-save = Guardar el lugar
places-edit = Cambiar
places-edit-for = Cambiar { $place }
places-remove = Quitar
places-remove-this = Quitar este lugar de la lista
places-import-title = Una lista entera
places-import-lead = Pegue una lista con una línea por lugar y los encabezados en la primera. Verá qué cambiaría antes de que cambie nada.
places-import-field = Lista (CSV)
places-import-hint = Hacen falta el lugar y la situación. Los lugares del mismo nombre se ponen al día; lo que la lista no dice queda igual.
places-import-new-statuses = Agregar las situaciones que todavía no existen
places-import-remove = Quitar los lugares que no están en la lista
places-import-preview = Mostrar qué cambiaría
places-import-again = Mostrar otra vez qué cambiaría
places-import-do = { $count ->
    [one] Aplicar un cambio
   *[other] Aplicar { $count } cambios
}
places-plan-title = Esto es lo que cambiaría
places-plan-counts = Nuevos: { $added }. Cambiados: { $changed }. Quitados: { $removed }. Sin cambios: { $same }.
places-plan-statuses = Situaciones nuevas: { $list }.
places-plan-ignored = Columnas que no se usan: { $list }.
places-plan-more = { $count ->
    [one] y uno más
   *[other] y { $count } más
}
places-wrong-cell = Fila { $row }, columna { $column }: { $problem }
places-wrong-row = Fila { $row }: { $problem }
places-wrong-more = { $count ->
    [one] Hay una celda más que está mal.
   *[other] Hay { $count } celdas más que están mal.
}
places-done-saved = El lugar está guardado.
places-done-removed = El lugar ya no está en la lista.
places-done-status = La situación está guardada.
places-done-status-removed = La situación se quitó.
places-done-imported = { $count ->
    [one] Se aplicó un cambio.
   *[other] Se aplicaron { $count } cambios.
}

error-place-empty = Escriba el nombre del lugar.
error-place-long = Acorte el nombre a 120 caracteres o menos.
error-place-status-empty = Escriba una situación.
error-place-status-unknown = Esa situación no existe. Agréguela primero o elija una de las que hay.
error-place-status-name = Escriba cómo se llama la situación.
error-place-status-name-long = Acorte la situación a 60 caracteres o menos.
error-place-status-taken = Otra situación se llama así.
error-place-status-many = Ya hay doce situaciones; nadie distingue más.
error-place-status-used = Todavía hay lugares en esta situación. Asígneles primero otra.
error-place-day = Escriba un día como 2011-09-13, un mes como 2011-10, un año como 2011.
error-place-tile = Escriba la casilla como columna y fila, por ejemplo C4.
error-place-text-long = Acorte esto a 500 caracteres o menos.
error-place-taken = Otro lugar de la lista se llama así.
error-place-many = Ya hay 2000 lugares; no caben más.
error-place-gone = Este lugar ya no está en la lista.
error-place-tone = Elija cómo se dibuja en el mapa.
error-places-list = No se aplicó nada. Lo que está mal se indica arriba.
error-places-empty = Pegue una lista con sus encabezados.
error-places-unreadable = Esto no es CSV: hay unas comillas que se abren y no se cierran, o algo parecido.
error-places-heading-twice = Este encabezado está dos veces.
error-places-heading-missing = Falta este encabezado en la primera fila.
error-places-cells = Hay más o menos celdas que encabezados.
error-places-twice = Una fila anterior tiene el mismo lugar.
error-places-many = Hay más de 2000 lugares.
error-places-none = No hay ningún lugar en la lista.
error-places-changed = Los lugares han cambiado entretanto. Vea otra vez qué cambiaría.

history-place-status = Se guardó una situación del registro.
history-place-status-removed = Se quitó una situación del registro.
history-place-added = Se agregó un lugar. Situación: { $detail }.
history-place-changed = Se cambió un lugar. Situación: { $detail }.
history-place-removed = Se quitó un lugar de la lista.
history-places-imported = Se aplicó una lista de lugares. Agregados, cambiados, quitados: { $detail }.

## En la página de la campaña

campaign-tools-heading = Para usar donde usted vive
campaign-tools-places = { $count ->
    [one] La lista, lugar por lugar: uno hasta ahora
   *[other] La lista, lugar por lugar: { $count } hasta ahora
}
campaign-tools-kit = { $count ->
    [one] El material: un texto para completar y llevar
   *[other] El material: { $count } textos para completar y llevar
}
