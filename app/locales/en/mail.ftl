# The mails: one sentence, one button, why it came, how to leave.
mail-greeting = Dear { $name },
mail-leave = See, change, withdraw or erase what you gave

mail-confirm-subject = Please confirm your signature: { $title }
mail-confirm-lead = You signed “{ $title }”. Your name counts once you open this page and press the button on it.
mail-confirm-button = Confirm my signature
mail-confirm-after = If you did not sign, do nothing: nothing is counted, and the address is forgotten after thirty days.
mail-confirm-why = This e-mail came because somebody entered this address on the petition’s page. It is used for this petition alone and erased { $days } days after the campaign ends.

mail-reminder-subject = Your signature still waits: { $title }
mail-reminder-lead = Two days ago you signed “{ $title }”. It does not count yet: one press of a button is missing.
mail-reminder-after = This is the only reminder. If you did not sign, do nothing, and the address is forgotten.
mail-reminder-why = This e-mail came because somebody entered this address on the petition’s page. It is used for this petition alone.

mail-already-signed-subject = You have already signed: { $title }
mail-already-signed-lead = Your signature under “{ $title }” came in on { $day } and stands. It is counted once, so nothing was added now.
mail-already-signed-after = With the link below you can see it, change how your name appears, or withdraw it.
mail-already-signed-why = This e-mail came because this address was entered again on the petition’s page. If that was not you, you need not do anything.

mail-mailbox-taken-subject = A signature that was not counted: { $title }
mail-mailbox-taken-lead = Somebody signed “{ $title }” with this address, which has signed before. It was not counted: two people of one household may share a mailbox if they give the same ZIP code, and no more than two.
mail-mailbox-taken-after = Whoever it was can sign with an address of their own.
mail-mailbox-taken-why = This e-mail came because this address was entered on the petition’s page. If that was not you, you need not do anything.

mail-invitation-subject = { $organization } invites you to its team
mail-invitation-lead = { $organization } runs its petitions with Redress and would like you on its team. Your role: { $role }.
mail-invitation-button = Join the team
mail-invitation-after = The link works once and for seven days.
mail-invitation-why = This e-mail came because an owner of { $organization } entered this address. If you do not know why, do nothing.
