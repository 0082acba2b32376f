# Los correos: una frase, un botón, por qué llegó, cómo salir.
mail-greeting = Hola, { $name }:
mail-leave = Ver, cambiar, retirar o borrar lo que usted dio

mail-confirm-subject = Confirme su firma, por favor: { $title }
mail-confirm-lead = Usted firmó «{ $title }». Su nombre cuenta en cuanto abra esta página y oprima el botón que hay en ella.
mail-confirm-button = Confirmar mi firma
mail-confirm-after = Si usted no firmó, no haga nada: no se cuenta nada y la dirección se olvida a los treinta días.
mail-confirm-why = Recibe este correo porque alguien escribió esta dirección en la página de la petición. Solo se usa para esta petición y se borra { $days } días después de que termine la campaña.

mail-reminder-subject = Su firma aún espera: { $title }
mail-reminder-lead = Hace dos días usted firmó «{ $title }». Todavía no cuenta: falta oprimir un botón.
mail-reminder-after = Este es el único recordatorio. Si usted no firmó, no haga nada y la dirección se olvida.
mail-reminder-why = Recibe este correo porque alguien escribió esta dirección en la página de la petición. Solo se usa para esta petición.

mail-already-signed-subject = Usted ya firmó: { $title }
mail-already-signed-lead = Su firma en «{ $title }» llegó el { $day } y sigue en pie. Se cuenta una sola vez, así que ahora no se añadió nada.
mail-already-signed-after = Con el enlace de abajo puede verla, cambiar cómo aparece su nombre o retirarla.
mail-already-signed-why = Recibe este correo porque esta dirección se escribió otra vez en la página de la petición. Si no fue usted, no tiene que hacer nada.

mail-mailbox-taken-subject = Una firma que no se contó: { $title }
mail-mailbox-taken-lead = Alguien firmó «{ $title }» con esta dirección, que ya había firmado. No se contó: dos personas de un mismo hogar pueden compartir un buzón si dan el mismo código postal, y no más de dos.
mail-mailbox-taken-after = Quien haya sido puede firmar con una dirección propia.
mail-mailbox-taken-why = Recibe este correo porque esta dirección se escribió en la página de la petición. Si no fue usted, no tiene que hacer nada.

mail-invitation-subject = { $organization } le invita a su equipo
mail-invitation-lead = { $organization } lleva sus peticiones con Redress y quiere contar con usted en su equipo. Su función: { $role }.
mail-invitation-button = Unirse al equipo
mail-invitation-after = El enlace sirve una vez y durante siete días.
mail-invitation-why = Recibe este correo porque alguien que dirige { $organization } escribió esta dirección. Si no sabe por qué, no haga nada.
