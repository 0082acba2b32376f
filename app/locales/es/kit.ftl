# El material

kit-page-title = El material: { $campaign }
kit-title = El material
kit-lead = Textos para empezar. Complete lo suyo, cambie lo que quiera y lléveselos como página, PDF o archivo de Word.
kit-kind-testimony = Testimonio
kit-kind-op-ed = Para el periódico
kit-kind-fact-sheet = Para repartir
kit-kind-letter = Cartas
kit-kind-records-request = Documentos públicos
kit-kind-oral-testimony = Para decir en voz alta
kit-one-testimony = Testimonio
kit-one-op-ed = Columna de opinión
kit-one-fact-sheet = Hoja informativa
kit-one-letter = Carta
kit-one-records-request = Solicitud de documentos
kit-one-oral-testimony = Testimonio oral
kit-parts-count = { $count ->
    [0] Listo como está
    [one] Una parte para completar
   *[other] { $count } partes para completar
}
kit-only-in = Este texto solo está en { $language }.
kit-text-label = El texto
kit-form = Complete el texto
kit-fill = Completar
kit-take = Para llevar
kit-take-pdf = En PDF
kit-take-docx = En Word
kit-print = Para tenerlo en papel, imprima esta página: solo se imprime el texto.
kit-kept = Lo que usted escribe no se guarda. Se envía solo para hacer la página o el archivo que pide y se olvida con la respuesta; quienes organizan no lo ven.
kit-missing = { $count ->
    [one] Falta completar una parte; en su lugar hay una línea en blanco:
   *[other] Faltan { $count } partes por completar; en su lugar hay líneas en blanco:
}
error-kit-long = Acorte «{ $part }» a { $most } caracteres o menos.
error-kit-busy = En este momento se están haciendo muchos documentos. Espere un poco y pídalo otra vez; lo que escribió sigue aquí.
