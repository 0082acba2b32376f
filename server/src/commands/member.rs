//! `redress member add`: a way in when nobody can send a mail.

use std::fmt;
use std::io::{IsTerminal as _, Write as _};

use clap::Subcommand;
use redress_domain::{EmailAddress, PersonName, Role, Slug};
use redress_store::{Author, NewOrganization};
use serde::Serialize;

use super::{Failed, open, tell};
use crate::password::{self, Passwords};

#[derive(Subcommand)]
pub(super) enum MemberCommand {
    /// Gives a member a new password, read from the standard input, and logs them out everywhere.
    #[command(after_help = "Example: redress member password --email ana@example.org < password.txt")]
    Password {
        /// The mailbox.
        #[arg(long)]
        email: String,
    },
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

#[derive(Serialize)]
struct Added {
    organization: String,
    role: Role,
}

impl fmt::Display for Added {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a member of {} was added as {}", self.organization, self.role)
    }
}

#[derive(Serialize)]
struct Changed {
    changed: bool,
}

impl fmt::Display for Changed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the password was changed, and the member is logged out everywhere")
    }
}

pub(super) async fn run(command: MemberCommand, json: bool) -> Result<(), Failed> {
    match command {
        MemberCommand::Password { email } => change(&EmailAddress::parse(&email)?, json).await,
        MemberCommand::Add { organization, email, name, role } => {
            let (email, name) = (EmailAddress::parse(&email)?, PersonName::parse(&name)?);
            add(organization, &email, &name, role, json).await
        }
    }
}

async fn change(email: &EmailAddress, json: bool) -> Result<(), Failed> {
    let hash = read_password().await?;
    let (_, store) = open().await?;
    let login = store.accounts().login(email).await?;
    let account = login.ok_or("there is no account with this address")?.account;
    store.accounts().change_password(Author::Operator, account, &hash).await?;
    store.close().await;
    tell(&Changed { changed: true }, json)
}

async fn add(
    organization: String,
    email: &EmailAddress,
    name: &PersonName,
    role: Role,
    json: bool,
) -> Result<(), Failed> {
    let slug = Slug::parse(&organization)?;
    let hash = read_password().await?;
    let (_, store) = open().await?;
    let new = NewOrganization {
        name: organization.clone(),
        slug,
        site: None,
        mail_domain: None,
        two_pairs_of_eyes: false,
    };
    let id = store.accounts().ensure_organization(&new).await?;
    store.accounts().add_active(id, name, email, role, hash).await?;
    store.close().await;
    tell(&Added { organization, role }, json)
}

/// The hash of the password on the standard input.
async fn read_password() -> Result<String, Failed> {
    // On a thread of its own, so that Ctrl-C ends the waiting.
    let line = tokio::task::spawn_blocking(|| {
        let stdin = std::io::stdin();
        if stdin.is_terminal() {
            let _ = write!(std::io::stderr(), "Password (it is shown as you type): ");
        }
        let mut line = String::new();
        stdin.read_line(&mut line).map(|_| line)
    })
    .await??;
    let typed = line.trim_end_matches(['\r', '\n']).to_owned();
    if password::check(&typed).is_err() {
        return Err(
            "give a password of ten letters or more, and not a common one, on the standard input".into()
        );
    }
    Ok(Passwords::new()?.hash(typed).await?)
}
