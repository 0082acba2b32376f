## Pictures that are sent with a form

picture-file = Choose a picture
picture-file-other = Choose another picture
picture-file-hint = PNG, JPEG, WebP or SVG, at most 8 MB. We draw it anew: the place and the camera it was taken with are not kept.
picture-again = Your browser has let go of the file. If you had chosen one, choose it again.
picture-alt = What it shows, in words
picture-alt-hint = For those who cannot see it, such as: Logo of the Bay Teachers’ Union.
picture-permission = Who allowed it
picture-permission-hint = Such as: agreed by mail on 3 June. Only the campaign’s hosts see this line.
picture-remove = Take this picture away
error-picture-kind = This is no picture that we can use. Choose a PNG, JPEG, WebP or SVG.
error-picture-large = This file is too large. Save the picture smaller, under 8 MB (a drawing under 500 kB), and choose it again.
error-picture-pixels = This picture has too many pixels. Save it smaller, at most 6,000 pixels across, and choose it again.
error-picture-damaged = This picture cannot be read: the file is cut off or damaged. Save it again, or choose another.
error-picture-drawing = This drawing has something in it that we do not draw, such as a script, a link to another file, an effect or dashed lines. Save it as a PNG and choose that.
error-picture-drawing-text = This drawing has text in a font that we do not have. Turn the text into paths, or save the drawing as a PNG.
error-picture-alt = Say in a few words what the picture shows
error-picture-permission = Write who allowed the picture, and how
error-picture-line = Keep this line under 300 characters
