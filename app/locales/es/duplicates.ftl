## Probablemente la misma persona: alguien decide

likely-title = Probablemente la misma persona
likely-lead = Ambas cuentan hasta que alguien las mire. Padre e hijo, gemelos y tocayos son vecinos, no duplicados: descarte una firma solo con seguridad.
likely-count = { $count ->
    [one] { $count } par espera.
   *[other] { $count } pares esperan.
}
likely-shown = Se muestran los primeros { $shown }; los demás siguen a medida que decida.
likely-caption = Pares de firmas que probablemente son de una persona
likely-column-first = Llegó primero
likely-column-later = Llegó después
likely-two = Dos personas
likely-two-for = Dos personas: cuentan tanto { $first } como { $later }
likely-same = La misma persona
likely-same-for = La misma persona: se descarta { $later }, que llegó después; queda { $first }
likely-done-two = { $count ->
    [0] Nada cambió.
   *[other] Ambas cuentan, y no se volverá a preguntar.
}
likely-done-same = { $count ->
    [0] Nada cambió.
   *[other] La firma posterior quedó descartada.
}
exclusions-found-likely = { $count ->
    [one] { $count } par es probablemente una persona y espera.
   *[other] { $count } pares son probablemente una persona y esperan.
}
preflight-likely = { $count ->
    [one] { $count } par de firmas es probablemente de una persona, y nadie lo ha mirado. Ambas cuentan en el expediente.
   *[other] { $count } pares de firmas son probablemente de una persona, y nadie los ha mirado. Todas cuentan en el expediente.
}
preflight-comments = { $count ->
    [one] { $count } comentario no se ha leído, y no está en el expediente.
   *[other] { $count } comentarios no se han leído, y no están en el expediente.
}
