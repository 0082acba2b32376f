//! The command line. Every command says what it did, exits 0 when it is done, 1 with a sentence when it is not,
//! and 2 when it was called wrongly.

mod build_packet;
mod districts;
mod duplicates;
mod export;
mod half;
mod import;
mod keep;
mod member;
mod progress;
mod restore;
mod serve;

use std::fmt::Display;
use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Parser, Subcommand};
use redress_store::Store;
use serde::Serialize;

use crate::settings::Settings;

/// Petitions and testimony for local government.
#[derive(Parser)]
#[command(name = "redress", version, about, after_help = SETTINGS)]
struct Cli {
    /// Prints one JSON object instead of sentences.
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

const SETTINGS: &str = "\
Settings come from the environment, or from redress.toml in lower case without the prefix:
  REDRESS_LISTEN, REDRESS_BASE_URL, REDRESS_DATA, REDRESS_DATABASE_URL, REDRESS_SMTP_URL, REDRESS_MAIL_FROM,
  REDRESS_STORAGE_URL, REDRESS_KEY_FILE, REDRESS_TRUSTED_PROXIES, REDRESS_METRICS_LISTEN, REDRESS_CONNECTIONS
REDRESS_KEYS holds the key material itself, in place of a file. REDRESS_LOG chooses what is logged.
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
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error.into(), cli.json),
    };
    let done = runtime.block_on(command(cli.command, cli.json));
    // What a thread is still busy with (setting a page, waiting for a line) is wanted by nobody any more.
    runtime.shutdown_timeout(Duration::from_secs(1));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error, cli.json),
    }
}

fn failed(error: &Failed, json: bool) -> ExitCode {
    if json {
        let _ = say(&serde_json::json!({ "error": error.to_string() }).to_string());
    }
    // Nobody reads a closed stderr.
    let _ = writeln!(std::io::stderr(), "redress: {error}");
    ExitCode::FAILURE
}

async fn command(command: Command, json: bool) -> Result<(), Failed> {
    if matches!(command, Command::Serve) {
        return serve::serve(json).await;
    }
    tokio::select! {
        biased;
        () = serve::told_to_stop() => {
            half::abandon();
            Err("interrupted; nothing is left half-written".into())
        }
        done = one_off(command, json) => done,
    }
}

async fn one_off(command: Command, json: bool) -> Result<(), Failed> {
    match command {
        Command::Serve => Ok(()),
        Command::Migrate => keep::migrate(json).await,
        Command::Demo { signatures } => keep::demo(signatures, json).await,
        Command::Doctor => keep::doctor(json).await,
        Command::Backup { file } => keep::backup(&file, json).await,
        Command::Restore { file } => restore::restore(&file, json).await,
        Command::Member(command) => member::run(command, json).await,
        Command::Import(command) => import::run(command, json).await,
        Command::Export(args) => export::run(args, json).await,
        Command::Packet(command) => build_packet::run(command, json).await,
        Command::Duplicates(args) => {
            tokio::task::spawn_blocking(move || duplicates::run(&args, json, &mut std::io::stdout()))
                .await??;
            Ok(())
        }
        Command::Audit(AuditCommand::Verify) => keep::verify_audit(json).await,
    }
}

/// Tells what came of a command: sentences for a person, or one object for a machine.
pub(crate) fn tell(outcome: &(impl Display + Serialize), json: bool) -> Result<(), Failed> {
    if json { say(&serde_json::to_string(outcome)?) } else { say(&outcome.to_string()) }
}

/// Prints a line.
pub(crate) fn say(line: &str) -> Result<(), Failed> {
    Ok(writeln!(std::io::stdout(), "{line}")?)
}

/// The settings, and the store they name.
pub(crate) async fn open() -> Result<(Settings, Store), Failed> {
    let settings = Settings::load()?;
    let store = crate::serving::open_store_of_system(&settings).await?;
    Ok((settings, store))
}
