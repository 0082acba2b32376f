## La cuenta propia

account-title = Su contraseña
account-lead = Con una contraseña nueva se cierran sus demás sesiones.
account-current = Contraseña actual
account-new = Contraseña nueva
account-new-hint = Al menos 10 caracteres; unas cuantas palabras seguidas sirven bien.
account-change = Cambiar la contraseña
account-changed = Su contraseña ha cambiado, y sus demás sesiones están cerradas.
account-open = Su cuenta, { $name }
error-account-current = Esa no es su contraseña actual
error-account-too-many = Demasiadas contraseñas equivocadas seguidas. Inténtelo de nuevo en un cuarto de hora.
