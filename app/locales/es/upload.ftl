## Imágenes que se envían con un formulario

picture-file = Elija una imagen
picture-file-other = Elija otra imagen
picture-file-hint = PNG, JPEG, WebP o SVG, de 8 MB como máximo. La dibujamos de nuevo: no se guardan ni el lugar ni la cámara con que se tomó.
picture-again = Su navegador soltó el archivo. Si había elegido uno, elíjalo de nuevo.
picture-alt = Qué muestra, en palabras
picture-alt-hint = Para quienes no pueden verla; por ejemplo: Logotipo del sindicato de docentes de la bahía.
picture-permission = Quién lo permitió
picture-permission-hint = Por ejemplo: aceptado por correo el 3 de junio. Solo los anfitriones de la campaña ven esta línea.
picture-remove = Quitar esta imagen
error-picture-kind = Esta no es una imagen que podamos usar. Elija un archivo PNG, JPEG, WebP o SVG.
error-picture-large = Este archivo es demasiado grande. Guarde la imagen más pequeña, de menos de 8 MB (un dibujo, de menos de 500 kB), y elíjala de nuevo.
error-picture-pixels = Esta imagen tiene demasiados píxeles. Guárdela más pequeña, de 6000 píxeles de ancho como máximo, y elíjala de nuevo.
error-picture-damaged = No se puede leer esta imagen: el archivo está cortado o dañado. Guárdela de nuevo o elija otra.
error-picture-drawing = Este dibujo contiene algo que no dibujamos, como un programa, un enlace a otro archivo, un efecto o líneas discontinuas. Guárdelo como PNG y elija ese archivo.
error-picture-drawing-text = Este dibujo tiene texto en un tipo de letra que no tenemos. Convierta el texto en trazados o guarde el dibujo como PNG.
error-picture-alt = Diga en pocas palabras qué muestra la imagen
error-picture-permission = Escriba quién permitió la imagen y cómo
error-picture-line = Esta línea debe tener menos de 300 caracteres
