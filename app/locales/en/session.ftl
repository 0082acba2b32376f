# session: logging in, the first account, an invitation

login-title = Log in
login-lead = For organizers and their teams. Signing a petition needs no account.
login-email = E-mail
login-password = Password
login-button = Log in
login-refused = That address and password do not go together. Check both, and try again.
login-too-many = There were too many wrong passwords. Wait fifteen minutes, then try again.
login-no-account = No account yet? The owner of your organization can invite you.

setup-title = Set up Redress
setup-lead = This page opens once. It makes your organization and its first account, the owner’s.
setup-organization-legend = Your organization
setup-organization = Name of the organization
setup-organization-hint = As it should stand under your campaigns, such as Bay Civil Liberties Union.
setup-account-legend = Your account
setup-button = Set up and go to the desk
setup-gone = This link has been used or has expired. Start Redress again to have a new one printed, as long as there is no account.
setup-gone-title = This link no longer works

invitation-title = Join { $organization }
invitation-lead = { $organization } has asked you to join its team. Your role: { $role }.
invitation-lead-account = You have an account with this address already. Press the button, and { $organization } is added to it.
invitation-role-owner = You will be able to do everything, the team included.
invitation-role-organizer = You will write campaigns, publish them and build packets.
invitation-role-moderator = You will look after held signatures and duplicates. You will see the names of signers, also of those who are hidden from the public.
invitation-role-viewer = You will see numbers and drafts, and no names.
invitation-button = Join the team
invitation-gone = This invitation has been used, taken back, or has expired. Ask the person who invited you to send a new one.
invitation-gone-title = This invitation no longer works

account-name = Your name
account-name-hint = Your team sees it beside what you do. Signers never do.
account-email = E-mail
account-email-hint = You log in with it.
account-password = Password
account-password-hint = 10 characters or more; a few words in a row are good.

error-organization-empty = Write the name of the organization.
error-organization-long = Write a shorter name for the organization, of at most 120 characters.
error-password-short = Write a password of at least 10 characters.
error-password-common = Choose another password: this one is on the lists that are tried first.
error-password-long = Write a password of at most 256 characters.
