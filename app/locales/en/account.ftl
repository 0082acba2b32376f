## A member's own account

account-title = Your password
account-lead = A new password logs you out everywhere else.
account-current = Password now
account-new = New password
account-new-hint = At least 10 characters; a few words in a row are good.
account-change = Change the password
account-changed = Your password is changed, and you are logged out everywhere else.
account-open = Your account, { $name }
error-account-current = That is not your password now
error-account-too-many = Too many wrong passwords in a row. Try again in a quarter of an hour.
