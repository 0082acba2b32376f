# session: iniciar sesión, la primera cuenta, una invitación

login-title = Iniciar sesión
login-lead = Para quienes organizan y sus equipos. Para firmar una petición no hace falta una cuenta.
login-email = Correo electrónico
login-password = Contraseña
login-button = Iniciar sesión
login-refused = Esa dirección y esa contraseña no coinciden. Revise las dos e inténtelo de nuevo.
login-too-many = Hubo demasiadas contraseñas equivocadas. Espere quince minutos e inténtelo de nuevo.
login-no-account = ¿Aún no tiene cuenta? La persona titular de su organización puede invitarle.

setup-title = Preparar Redress
setup-lead = Esta página se abre una sola vez. Crea su organización y la primera cuenta, la de la persona titular.
setup-organization-legend = Su organización
setup-organization = Nombre de la organización
setup-organization-hint = Tal como debe aparecer en sus campañas, por ejemplo: Bay Civil Liberties Union.
setup-account-legend = Su cuenta
setup-button = Crear y pasar a la mesa de trabajo
setup-gone = Este enlace ya se usó o venció. Vuelva a iniciar Redress para obtener uno nuevo, mientras no exista ninguna cuenta.
setup-gone-title = Este enlace ya no funciona

invitation-title = Unirse a { $organization }
invitation-lead = { $organization } le invita a formar parte de su equipo. Función: { $role }.
invitation-lead-account = Ya tiene una cuenta con esta dirección. Oprima el botón y { $organization } se añadirá a ella.
invitation-role-owner = Podrá hacerlo todo, también administrar el equipo.
invitation-role-organizer = Podrá redactar campañas, publicarlas y preparar expedientes.
invitation-role-moderator = Se ocupará de las firmas retenidas y de los duplicados. Verá los nombres de quienes firman, también los que no se muestran al público.
invitation-role-viewer = Verá cifras y borradores, y ningún nombre.
invitation-button = Unirse al equipo
invitation-gone = Esta invitación ya se usó, se retiró o venció. Pida una nueva a quien le invitó.
invitation-gone-title = Esta invitación ya no funciona

account-name = Su nombre
account-name-hint = Su equipo lo ve junto a lo que usted hace. Quienes firman no lo ven.
account-email = Correo electrónico
account-email-hint = Con él inicia sesión.
account-password = Contraseña
account-password-hint = 10 caracteres o más; unas cuantas palabras seguidas van bien.

error-organization-empty = Escriba el nombre de la organización.
error-organization-long = Escriba un nombre más corto para la organización, de 120 caracteres como máximo.
error-password-short = Escriba una contraseña de al menos 10 caracteres.
error-password-common = Elija otra contraseña: esta está en las listas que se prueban primero.
error-password-long = Escriba una contraseña de 256 caracteres como máximo.
