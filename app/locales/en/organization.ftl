## The organization's own page at the desk

desk-organization = Organization
organization-title = Organization
organization-name = Name
organization-name-hint = As it stands under your campaigns and on the packet.
organization-site = Website
organization-mail-domain = Mail domain
organization-mail-domain-hint = What stands after the @ in your own addresses, such as bclu.example.org.
organization-two-pairs = Two pairs of eyes
organization-two-pairs-hint = A campaign goes public only once another member than the one who sent it for review has looked at it.
organization-save = Save
organization-saved = Saved.
error-organization-site = Write the whole address, such as https://bclu.example.org
error-organization-mail-domain = Write what stands after the @, such as bclu.example.org
