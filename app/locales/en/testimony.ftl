# Testimony: the form, the writer's own page, the mails.
mail-testimony-leave = See, change, withdraw or erase your testimony
mail-confirm-testimony-subject = Please confirm your testimony: { $what }
mail-confirm-testimony-lead = You wrote testimony for “{ $what }”. It goes to the coordinators once you open this page and press the button on it.
mail-confirm-testimony-button = Confirm my testimony
mail-confirm-testimony-after = If you did not write it, do nothing: nothing is passed on, and the text and the address are forgotten after thirty days.
mail-confirm-testimony-why = This e-mail came because somebody entered this address on the testimony page of “{ $title }”. It is used for this campaign alone and erased { $days } days after it ends.

mail-testimony-link-subject = The link to your testimony: { $what }
mail-testimony-link-lead = This is the private link to your testimony for “{ $what }”. It opens without a password, so keep it to yourself.
mail-testimony-link-after = With the link below you can see it, change it while it is open, withdraw it or erase it.
mail-testimony-link-why = This e-mail came because the link was asked for on the page of “{ $title }”. If that was not you, you need not do anything.
