//! `redress member add`: a way in when nobody can send a mail.

use std::fmt;
use std::io::{IsTerminal as _, Write as _};

use clap::Subcommand;
use redress_domain::{EmailAddress, PersonName, Role, Slug};
use redress_store::NewOrganization;
use serde::Serialize;

use super::{Failed, open, tell};
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

pub(super) async fn run(command: MemberCommand, json: bool) -> Result<(), Failed> {
    let MemberCommand::Add { organization, email, name, role } = command;
    let slug = Slug::parse(&organization)?;
    let (email, name) = (EmailAddress::parse(&email)?, PersonName::parse(&name)?);
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
    tell(&Added { organization, role }, json)
}
