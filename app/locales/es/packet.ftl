# packet: las palabras impresas en el expediente que se entrega

## Numbers, days and times

packet-number = { $count }
packet-day = { $day } de { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
} de { $year }
packet-day-short = { $day } { $month ->
    [1] ene
    [2] feb
    [3] mar
    [4] abr
    [5] may
    [6] jun
    [7] jul
    [8] ago
    [9] sep
    [10] oct
    [11] nov
   *[12] dic
} { $year }
packet-moment = { $day }, { $time12 } { $half ->
    [am] a. m.
   *[pm] p. m.
} { $zone }
packet-moment-zone = { $moment } ({ $zone })

## Head, foot and the document's own title

packet-document = Petición: { $title }
packet-volume-document = { $title }: firmas, tomo { $number } de { $of }
packet-description = Petición dirigida a { $recipient }. { $target }
packet-dockets = { $count ->
    [one] Asunto n.º { $dockets }
   *[other] Asuntos n.º { $dockets }
}
packet-as-of-line = Al { $moment }
packet-page = Página { $page } de { $pages }

## Cover

packet-kicker = Petición
packet-count-label = { $count ->
    [one] firma confirmada
   *[other] firmas confirmadas
}
packet-part-of = { $count ->
    [one] De una campaña con { $count } firma confirmada en total.
   *[other] De una campaña con { $count } firmas confirmadas en total.
}
packet-to = Para
packet-from = De
packet-as-of = Fecha
packet-matters = { $count ->
    [one] Asunto
   *[other] Asuntos
}
packet-contents = Contenido

## Letter

packet-letter-heading = Carta
packet-letter-subject = Asunto: { $subject }
packet-letter-closing = Atentamente,

## The ask

packet-ask-heading = Lo que pedimos
packet-column-docket = Número
packet-column-matter = Asunto

## The numbers

packet-totals-heading = Las cifras
packet-totals-intro = Aquí se da cuenta de todo lo recibido. Una firma cuenta cuando la persona la confirma desde su propio buzón, y cuenta una sola vez.
packet-received = { $count ->
    [one] recibida
   *[other] recibidas
}
packet-confirmed = { $count ->
    [one] confirmada
   *[other] confirmadas
}
packet-pending = sin confirmar
packet-expired = { $count ->
    [one] vencida
   *[other] vencidas
}
packet-withdrawn = { $count ->
    [one] retirada
   *[other] retiradas
}
packet-excluded = { $count ->
    [one] excluida
   *[other] excluidas
}
packet-slice-note = Este expediente contiene { $count } de las { $confirmed } firmas confirmadas. { $slice }
packet-shared-mailboxes = { $count ->
    [one] En un hogar, dos personas compartieron un buzón. Cada una firmó y confirmó por sí misma, y las dos cuentan.
   *[other] En { $count } hogares, dos personas compartieron un buzón. Cada una firmó y confirmó por sí misma, y todas cuentan.
}
packet-column-signatures = Firmas
packet-in-this-packet = En este expediente
packet-residency-heading = Qué relación tienen con el lugar
packet-residency-column = Relación
packet-residency-lives = Viven allí
packet-residency-works = Trabajan allí
packet-residency-studies = Estudian allí
packet-residency-elsewhere = Viven, trabajan y estudian en otro lugar
packet-visibility-heading = Cómo aparecen sus nombres
packet-visibility-column = Nombre
packet-visibility-full = Nombre completo
packet-visibility-short = Nombre e inicial
packet-visibility-shared = Oculto al público, visible para usted con permiso de quien firma
packet-visibility-withheld = Reservado, a petición de quien firma

## What was signed

packet-petition-heading = Lo que se firmó
packet-petition-intro = { $count ->
    [one] Todas las personas firmaron el mismo texto.
   *[other] El texto cambió mientras se reunían firmas. Cada firma corresponde a la versión que la persona tuvo delante.
}
packet-version = Versión { $number }
packet-version-signed = { $count ->
    [0] Nadie en este expediente firmó esta versión.
    [one] Firmada por una persona de este expediente.
   *[other] Firmada por { $count } personas de este expediente.
}
packet-version-hash = SHA-256 de este texto

## How duplicates were removed

packet-exclusions-heading = Cómo se quitaron los duplicados
packet-exclusions-intro = { $count ->
    [0] No se excluyó ninguna firma.
    [one] Se excluyó una firma. Figura en exclusions.csv con su motivo, y se puede restituir.
   *[other] Se excluyeron { $count } firmas. Cada una figura en exclusions.csv con su motivo, y cada una se puede restituir.
}
packet-exclusions-fairness = Dos personas que comparten nombre, hogar o buzón son dos personas. Un registro se excluye por una regla solo cuando esta es segura; si no lo es, porque una persona lo revisó y lo decidió.
packet-exclusions-put-back = { $count ->
    [one] Una decisión se revirtió, y su firma vuelve a contar.
   *[other] { $count } decisiones se revirtieron, y sus firmas vuelven a contar.
}
packet-exclusions-several = Algunos registros coincidieron con más de una regla. Aparecen en cada una de ellas, pero se excluyeron una sola vez.
packet-column-rule = Regla
packet-column-excluded = Excluidas
packet-column-undone = Restituidas
packet-rule = { $rule ->
    [mailbox-name] La misma persona volvió a firmar desde el mismo buzón.
    [mailbox-name-order] El mismo buzón, y las mismas palabras del nombre en otro orden.
    [name-street-zip] El mismo nombre en la misma calle y código postal, desde otro buzón.
    [name-phone] El mismo nombre y el mismo teléfono.
    [mailbox-nameless] El mismo buzón, donde una de las dos firmas no traía nombre.
    [mailbox-full] Un tercer nombre desde un mismo buzón, o un segundo desde otra dirección. Dos personas de un hogar pueden compartir un buzón.
    [name-mailbox-typo] El mismo nombre, y buzones que solo difieren en un error común al escribir. Lo decidió una persona.
    [mailbox-similar-name] El mismo buzón, y un nombre que podría ser el mismo. Lo decidió una persona.
    [name-street-zip-unclear] El mismo nombre en la misma calle y código postal, donde varias personas se llaman así. Lo decidió una persona.
    [similar-name-street-zip] Un nombre que podría ser el mismo, en la misma calle y código postal. Lo decidió una persona.
    [similar-name-phone] Un nombre que podría ser el mismo, con el mismo teléfono. Lo decidió una persona.
    [mailbox-place-unknown] Un segundo nombre desde un mismo buzón, sin dirección que diga si es un mismo hogar. Lo decidió una persona.
    [name-street] El mismo nombre en la misma calle, donde el código postal falta o es distinto. Lo decidió una persona.
    [name-zip] El mismo nombre en el mismo código postal, donde falta una calle. Lo decidió una persona.
    [hidden-field] La envió un programa: llenó un campo que nadie ve.
    [too-fast] La envió un programa: el formulario volvió más rápido de lo que nadie lo lee.
    [held] Retenida porque parecía enviada por un programa. La revisó una persona.
    [many-from-one-address] Muchas firmas desde una misma dirección de red en una hora.
    [organizer] Un organizador la revisó y lo decidió.
   *[other] Excluida por una regla llamada { $rule }.
}
packet-reading-heading = Cómo leer exclusions.csv
packet-reading-intro = Tiene una fila por cada registro que señaló una regla, en el orden de este expediente. No contiene nombres ni direcciones de quienes firmaron.
packet-column-column = Columna
packet-column-meaning = Qué contiene
packet-exclusions-id = Una clave del registro que nada dice de la persona.
packet-exclusions-rule = La regla, con el nombre breve que lleva en la tabla anterior.
packet-exclusions-survivor = El número de la firma que se conservó en su lugar, como en signatures.csv; vacío si no está en este expediente.
packet-exclusions-reason = Lo que encontró la regla.
packet-exclusions-reviewer = Quién decidió; vacío si la regla era segura.
packet-exclusions-undone = «yes» (sí) si la decisión se revirtió y el registro se restituyó; si no, «no».

## The schedule

packet-signatures-heading = Firmas
packet-signatures-none = Todavía no hay firmas confirmadas.
packet-signatures-here = { $count ->
    [one] Una firma. También está en signatures-001.pdf y, como tabla, en signatures.csv y signatures.xlsx.
   *[other] Siguen las { $count } firmas. También están en signatures-001.pdf y, como tabla, en signatures.csv y signatures.xlsx.
}
packet-signatures-elsewhere = { $volumes ->
    [one] Las { $count } firmas están en un tomo junto a este documento y, como tabla, en signatures.csv y signatures.xlsx.
   *[other] Las { $count } firmas están en { $volumes } tomos junto a este documento y, como tabla, en signatures.csv y signatures.xlsx.
}
packet-range = { $first } a { $last }
packet-schedule-heading = { $count ->
    [one] Firma { $first }
   *[other] Firmas { $first } a { $last }
}
packet-volume-kicker = { $of ->
    [one] Relación de firmas
   *[other] Relación de firmas, tomo { $number } de { $of }
}
packet-volume-only = { $count ->
    [one] La única firma confirmada de este expediente.
   *[other] Las { $count } firmas confirmadas de este expediente.
}
packet-volume-intro = { $count } de las { $all } firmas confirmadas de este expediente.
packet-name-withheld = Nombre reservado
packet-column-number = N.º
packet-column-name = Nombre
packet-column-place = Lugar
packet-column-tie = Relación
packet-column-day = Día
packet-column-version = Versión
packet-tie-lives = vive
packet-tie-works = trabaja
packet-tie-studies = estudia
packet-tie-elsewhere = otro lugar

## The files

packet-files-heading = Los archivos de este expediente
packet-files-intro = manifest.json enumera cada archivo con su tamaño y su SHA-256, para que cualquiera pueda ver si alguno se cambió.
packet-column-file = Archivo
packet-column-numbers = Números
packet-column-holds = Qué contiene
packet-file-packet = Este documento.
packet-file-volumes = La relación de firmas para imprimir, en tomos.
packet-file-csv = Todas las firmas, una por fila, para cualquier hoja de cálculo o programa.
packet-file-xlsx = Lo mismo como libro de cálculo, con las cifras en una segunda hoja.
packet-file-exclusions = Cada registro excluido o restituido, con su motivo.
packet-file-manifest = Qué es este expediente, cuándo se hizo y cómo comprobar que está completo.

## Testimony

packet-testimony-heading = Testimonios
packet-testimony-intro = { $count ->
    [0] Todavía no se ha aprobado ningún testimonio.
    [one] Una persona le escribió un testimonio. Figura tal como lo escribió, en su propio idioma.
   *[other] Le escribieron { $count } testimonios. Cada uno figura tal como lo escribió su autor, en su propio idioma. Van por asunto y por postura; el que trata de dos asuntos se imprime en el primero y cuenta en ambos.
}
packet-testimony-forms = { $count ->
   *[other] { $count } de ellos enviaron una carta que también enviaron otras personas. Esa carta se imprime una vez, con la lista de quienes la enviaron; el texto de cada quien está en un archivo propio.
}
packet-testimony-here = Las cartas van a continuación. También están en testimony-001.pdf, y cada una en un archivo propio en la carpeta testimony.
packet-testimony-elsewhere = Las cartas están en tomos que acompañan este documento, y cada una en un archivo propio en la carpeta testimony.
packet-testimony-title = Testimonio de { $name }
packet-testimony-withheld-title = Testimonio, nombre reservado
packet-testimony-kicker = { $stance ->
    [in-favor] Testimonio escrito, a favor
    [opposed] Testimonio escrito, en contra
   *[neutral] Testimonio escrito, ni a favor ni en contra
}
packet-stance = { $stance ->
    [in-favor] A favor
    [opposed] En contra
   *[neutral] Neutral
}
packet-testimony-group = { $stance ->
    [in-favor] { $matter }: a favor
    [opposed] { $matter }: en contra
   *[neutral] { $matter }: neutral
}
packet-testimony-no-matter = Sin asunto
packet-testimony-foot = { $title } · Testimonio { $number }
packet-testimony-page = Página { $page }
packet-testimony-page-in = { $file }, página { $page }
packet-testimony-document = { $title }: testimonios, tomo { $number } de { $of }
packet-testimony-volume-kicker = { $of ->
    [one] Testimonios
   *[other] Testimonios, tomo { $number } de { $of }
}
packet-testimony-volume-intro = { $count ->
    [one] Un testimonio, tal como lo escribió su autor.
   *[other] { $count } testimonios, cada uno tal como lo escribió su autor.
}
packet-testimony-place = { $tie ->
    [lives] { $given ->
        [0] Vive allí
       *[other] Vive allí, { $zip }
    }
    [works] { $given ->
        [0] Trabaja allí
       *[other] Trabaja allí, { $zip }
    }
    [studies] { $given ->
        [0] Estudia allí
       *[other] Estudia allí, { $zip }
    }
   *[elsewhere] { $given ->
        [0] Vive, trabaja y estudia en otro lugar
       *[other] En otro lugar, { $zip }
    }
}
packet-line-to = Para
packet-line-docket = Asunto
packet-line-from = Nombre
packet-line-affiliation = Afiliación
packet-line-place = Lugar
packet-line-date = Fecha
packet-line-language = Idioma
packet-line-speaking = Desea hablar
packet-speaking = { $how ->
    [in-person] en la sala
    [by-video] por video
   *[no] no
}
packet-percent = { $count } %
packet-written-in = Escrito en { $language }
packet-form-first = { $count ->
   *[other] la enviaron { $count } personas
}
packet-form-other = la misma carta que el n.º { $number }
packet-form-heading = Quién más envió el testimonio { $number }
packet-form-intro = { $count ->
    [one] Otra persona envió esta carta, en parte con sus propias palabras.
   *[other] Otras { $count } personas enviaron esta carta, en parte con sus propias palabras.
}
packet-speakers-heading = Quién desea hablar
packet-speakers-intro = { $count ->
    [one] Una de las personas que escribieron desea hablar en la audiencia.
   *[other] { $count } de las personas que escribieron desean hablar en la audiencia. Figuran en el orden en que hablarán.
}
packet-column-note = Nota
packet-column-page = Página
packet-column-own = Palabras propias
packet-column-all = Todos
packet-column-order = Turno
packet-column-how = Cómo
packet-file-testimony = Las cartas para imprimir, en tomos, cada uno con su índice.
packet-file-testimony-pdf = Cada testimonio por separado, como la carta de quien lo escribió.
packet-file-testimony-docx = Lo mismo para procesadores de texto.
packet-file-testimonies = Todos los testimonios, uno por fila, con su texto.
packet-language = { $tag ->
    [am] amárico
    [ar] árabe
    [bn] bengalí
    [de] alemán
    [el] griego
    [en] inglés
    [es] español
    [fa] persa
    [fr] francés
    [he] hebreo
    [hi] hindi
    [ht] criollo haitiano
    [hy] armenio
    [it] italiano
    [ja] japonés
    [kea] criollo caboverdiano
    [km] jemer
    [ko] coreano
    [ne] nepalí
    [pl] polaco
    [pt] portugués
    [pt-BR] portugués de Brasil
    [ru] ruso
    [so] somalí
    [sq] albanés
    [sw] suajili
    [th] tailandés
    [ti] tigriña
    [tl] tagalo
    [uk] ucraniano
    [ur] urdu
    [vi] vietnamita
    [yi] yidis
    [zh] chino
    [zh-Hans] chino simplificado
    [zh-Hant] chino tradicional
   *[other] { $tag }
}

## Las cartas de la coalición, y las declaraciones

packet-count-testimonies = { $count ->
    [one] testimonio escrito
   *[other] testimonios escritos
}
packet-coalition-kicker = Carta de la coalición
packet-coalition-signed = Firmada por
packet-coalition-text = Texto
packet-coalition-version = Versión { $number }, SHA-256
packet-coalition-foot = Carta de la coalición: { $title }
packet-coalition-organizations = { $count ->
    [0] ninguna organización todavía
    [one] { $count } organización
   *[other] { $count } organizaciones
}
packet-coalition-individuals = { $count ->
    [one] { $count } persona
   *[other] { $count } personas
}
packet-coalition-both = { $organizations } y { $individuals }
packet-coalition-heading = Firmada por { $totals }
packet-coalition-asked-again = { $count ->
    [one] Una firma más es de un texto anterior; se le pregunta por este y no figura en la lista.
   *[other] { $count } firmas más son de un texto anterior; se les pregunta por este y no figuran en la lista.
}
packet-coalition-waiting = { $count ->
    [one] Una firma más no se ha confirmado y no figura en la lista.
   *[other] { $count } firmas más no se han confirmado y no figuran en la lista.
}
packet-coalition-identification = * La organización se nombra solo para identificar a la persona.
packet-coalition-persons = A título personal
packet-organization-kind = { $kind ->
    [union] Sindicatos
    [community] Grupos vecinales y comunitarios
    [faith] Congregaciones
    [rights] Derechos y libertades civiles
    [education] Educación y bibliotecas
    [professional] Profesiones e investigación
    [business] Empresas y comercios
   *[other] Otras organizaciones
}
packet-column-organization = Organización
packet-column-signatory = Firmada por
packet-column-as = Quién es
packet-statements-heading = Lo que dicen otros
packet-file-letters-pdf = Cada carta de la coalición, con todos los que la firman.
packet-file-letters-docx = Lo mismo para procesadores de texto.
