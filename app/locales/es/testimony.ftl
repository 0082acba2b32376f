# El testimonio: el formulario, la página de quien escribe, los correos.
mail-testimony-leave = Ver, cambiar, retirar o borrar su testimonio
mail-confirm-testimony-subject = Confirme su testimonio, por favor: { $what }
mail-confirm-testimony-lead = Usted escribió un testimonio para «{ $what }». Llegará a quienes coordinan en cuanto abra esta página y oprima el botón que hay en ella.
mail-confirm-testimony-button = Confirmar mi testimonio
mail-confirm-testimony-after = Si usted no lo escribió, no haga nada: no se transmite nada, y el texto y la dirección se olvidan a los treinta días.
mail-confirm-testimony-why = Recibe este correo porque alguien escribió esta dirección en la página de testimonios de «{ $title }». Solo se usa para esta campaña y se borra { $days } días después de que termine.

mail-testimony-link-subject = El enlace a su testimonio: { $what }
mail-testimony-link-lead = Este es el enlace privado a su testimonio para «{ $what }». Se abre sin contraseña, así que no lo comparta.
mail-testimony-link-after = Con el enlace de abajo puede verlo, cambiarlo mientras esté abierto, retirarlo o borrarlo.
mail-testimony-link-why = Recibe este correo porque alguien pidió el enlace en la página de «{ $title }». Si no fue usted, no tiene que hacer nada.
