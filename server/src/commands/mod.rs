//! The command line. Every command says what it did, exits 0 when it is done, 1 with a sentence when it is not,
//! and 2 when it was called wrongly.

mod build_packet;
mod duplicates;
mod export;
mod import;
mod keep;
mod member;
mod serve;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Parser, Subcommand};
use redress_store::Store;

use crate::ports::{SystemClock, SystemRandom};
use crate::settings::Settings;

/// Petitions and testimony for local government.
#[derive(Parser)]
#[command(name = "redress", version, about, after_help = SETTINGS)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const SETTINGS: &str = "\
Settings come from the environment, or from redress.toml in lower case without the prefix:
  REDRESS_LISTEN, REDRESS_BASE_URL, REDRESS_DATA, REDRESS_DATABASE_URL, REDRESS_SMTP_URL, REDRESS_MAIL_FROM,
  REDRESS_STORAGE_URL, REDRESS_KEY_FILE, REDRESS_TRUSTED_PROXIES, REDRESS_CONNECTIONS
docs/hosting.md describes each.";

#[derive(Subcommand)]
enum Command {
    /// Serves the pages, sends the mail, builds the packets.
    #[command(after_help = "Example: redress serve")]
    Serve,
    /// Brings the database's schema forward.
    #[command(after_help = "Example: redress migrate")]
    Migrate,
    /// Loads five campaigns and made-up people, for trying Redress out.
    #[command(after_help = "Example: redress demo --signatures 3200")]
    Demo {
        /// How many sign the first campaign.
        #[arg(long, default_value_t = 3_200)]
        signatures: usize,
    },
    /// Checks settings, keys, database, fonts and mails.
    #[command(after_help = "Example: redress doctor")]
    Doctor,
    /// Copies the embedded database, while signing goes on.
    #[command(after_help = "Example: redress backup redress-backup.db")]
    Backup {
        /// The new file.
        file: PathBuf,
    },
    /// Puts a copy back in place; the server must not be running.
    #[command(after_help = "Example: redress restore redress-backup.db")]
    Restore {
        /// The copy.
        file: PathBuf,
    },
    /// Members of a team.
    #[command(subcommand)]
    Member(member::MemberCommand),
    /// Signatures gathered elsewhere, into a campaign.
    #[command(subcommand)]
    Import(import::ImportCommand),
    /// Everything a campaign's signers gave, in an open format.
    #[command(
        after_help = "Example: redress export stop-social-media-monitoring --format csv --out signers.csv"
    )]
    Export(export::ExportArgs),
    /// Packets: build and verify.
    #[command(subcommand)]
    Packet(build_packet::PacketCommand),
    /// Finds who signed twice in a CSV file.
    #[command(after_help = "Example: redress duplicates people.csv --out found")]
    Duplicates(duplicates::DuplicatesArgs),
    /// The audit log.
    #[command(subcommand)]
    Audit(AuditCommand),
}

#[derive(Subcommand)]
enum AuditCommand {
    /// Reads the whole chain and tells whether it holds.
    #[command(after_help = "Example: redress audit verify")]
    Verify,
}

/// What a command ends with when it is not done: one sentence that says what to do.
pub(crate) type Failed = Box<dyn std::error::Error + Send + Sync>;

/// Runs the command the arguments name.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let filter = tracing_subscriber::EnvFilter::try_from_env("REDRESS_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,sqlx=warn,sea_orm_migration=warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let done = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(Failed::from)
        .and_then(|runtime| runtime.block_on(command(cli.command)));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody reads a closed stderr.
            let _ = writeln!(std::io::stderr(), "redress: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn command(command: Command) -> Result<(), Failed> {
    match command {
        Command::Serve => serve::serve().await,
        Command::Migrate => {
            open().await?.1.close().await;
            say("the database is as this version needs it")
        }
        Command::Demo { signatures } => keep::demo(signatures).await,
        Command::Doctor => keep::doctor().await,
        Command::Backup { file } => keep::backup(&file).await,
        Command::Restore { file } => keep::restore(&file).await,
        Command::Member(command) => member::run(command).await,
        Command::Import(command) => import::run(command).await,
        Command::Export(args) => export::run(args).await,
        Command::Packet(command) => build_packet::run(command).await,
        Command::Duplicates(args) => Ok(duplicates::run(args, &mut std::io::stdout().lock())?),
        Command::Audit(AuditCommand::Verify) => {
            let (_, store) = open().await?;
            let verified = store.audit().verify().await?;
            store.close().await;
            say(&format!("{} events, and the chain holds", verified?))
        }
    }
}

/// Prints a line.
pub(crate) fn say(line: &str) -> Result<(), Failed> {
    Ok(writeln!(std::io::stdout(), "{line}")?)
}

/// The settings, and the store they name.
pub(crate) async fn open() -> Result<(Settings, Store), Failed> {
    let settings = Settings::load()?;
    let store = crate::open_store(&settings, Arc::new(SystemClock), Arc::new(SystemRandom)).await?;
    Ok((settings, store))
}
