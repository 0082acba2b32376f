//! `redress member add`: a way in when nobody can send a mail.

use clap::Subcommand;
use redress_domain::{EmailAddress, PersonName, Role, Slug};
use redress_store::NewOrganization;

use super::{Failed, open, say};
use crate::password::{self, Passwords};

#[derive(Subcommand)]
pub(super) enum MemberCommand {
    /// Adds an active member; the password is read from the standard input.
    #[command(after_help = "Example: redress member add --organization bay-union --email ana@example.org \
                            --name 'Ana Diaz' --role owner < password.txt")]
    Add {
        /// The organization's slug; one that is not there is made.
        #[arg(long)]
        organization: String,
        /// The mailbox.
        #[arg(long)]
        email: String,
        /// The name.
        #[arg(long)]
        name: String,
        /// owner, organizer, moderator or viewer.
        #[arg(long, default_value = "organizer")]
        role: Role,
    },
}

pub(super) async fn run(command: MemberCommand) -> Result<(), Failed> {
    let MemberCommand::Add { organization, email, name, role } = command;
    let slug = Slug::parse(&organization)?;
    let (email, name) = (EmailAddress::parse(&email)?, PersonName::parse(&name)?);
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    let typed = line.trim_end_matches(['\r', '\n']).to_owned();
    if password::check(&typed).is_err() {
        return Err(
            "give a password of ten letters or more, and not a common one, on the standard input".into()
        );
    }
    let hash = Passwords::new()?.hash(typed).await?;
    let (_, store) = open().await?;
    let new = NewOrganization {
        name: organization.clone(),
        slug,
        site: None,
        mail_domain: None,
        two_pairs_of_eyes: false,
    };
    let id = store.accounts().ensure_organization(&new).await?;
    store.accounts().add_active(id, &name, &email, role, hash).await?;
    store.close().await;
    say(&format!("a member of {organization} was added as {role}"))
}
