## La página de la organización en el escritorio

desk-organization = Organización
organization-title = Organización
organization-name = Nombre
organization-name-hint = Como figura al pie de sus campañas y en el expediente.
organization-site = Sitio web
organization-mail-domain = Dominio de correo
organization-mail-domain-hint = Lo que va después de la @ en sus direcciones, por ejemplo: bclu.example.org.
organization-two-pairs = Cuatro ojos
organization-two-pairs-hint = Una campaña se publica solo cuando la ha mirado otra persona del equipo que no sea quien la mandó a revisar.
organization-save = Guardar
organization-saved = Guardado.
error-organization-site = Escriba la dirección completa, por ejemplo: https://bclu.example.org
error-organization-mail-domain = Escriba lo que va después de la @, por ejemplo: bclu.example.org
