//! `redress import districts` has a module of its own. `redress import signatures`: signatures gathered elsewhere, into a
//! campaign's one pool, all of them or none.
//! It mails nobody, guesses no choice a signer did not make, and says by row and column what is wrong.

use std::fmt::{self, Write as _};
use std::fs::File;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::Timestamp;
use redress_app::words::Words;
use redress_domain::{
    Clock as _, Locale, RawSignForm, Residency, SignForm, SignRules, SignatureState, StreetRule, Visibility,
    plan_places,
};
use redress_duplicates::people::{self, Field, Mapping, Person, Sheet};
use redress_store::{Author, Campaign, Elsewhere, Entry, Incoming, Method, Placed, Store};

use super::districts::{self, DistrictArgs};
use super::{Failed, open, tell};
use crate::ports::SystemClock;

/// As many wrong places as are listed one by one.
const LISTED: usize = 1_000;

#[derive(Subcommand)]
pub(super) enum ImportCommand {
    /// Takes signatures from a CSV file into a campaign.
    #[command(after_help = "Example: redress import signatures stop-the-purchase signers.csv \
                            --map name=Signer --residency lives --visibility short --dry-run")]
    Signatures(ImportArgs),
    /// Takes a list of places into a campaign's tracker, as a whole or not at all.
    #[command(
        after_help = "Example: redress import places plate-readers places.csv --new-statuses --dry-run"
    )]
    Places(PlacesArgs),
    /// Takes the ZIP codes or the outlines of a body's districts from a file.
    #[command(after_help = "Example: redress import districts boston-city-council zips.csv")]
    Districts(DistrictArgs),
}

#[derive(Debug, Args)]
pub(super) struct PlacesArgs {
    /// The campaign's slug.
    campaign: String,
    /// The places: UTF-8, headings in the first row; docs/formats.md has the columns.
    file: PathBuf,
    /// Adds statuses that the campaign does not have yet.
    #[arg(long)]
    new_statuses: bool,
    /// Takes places off that are not in the file.
    #[arg(long)]
    remove_missing: bool,
    /// Says what would happen, and changes nothing.
    #[arg(long)]
    dry_run: bool,
}

/// What a list did to the tracker.
#[derive(Debug, serde::Serialize)]
struct PlacesImported {
    dry_run: bool,
    added: usize,
    changed: usize,
    removed: usize,
    same: usize,
    new_statuses: Vec<String>,
    ignored: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// The campaign's slug.
    campaign: String,
    /// The people: UTF-8, headings in the first row; docs/formats.md has the columns.
    file: PathBuf,
    /// Which column holds a field, where its heading does not tell (may be given several times).
    #[arg(long, value_name = "FIELD=COLUMN")]
    map: Vec<Mapping>,
    /// How all whose row does not say are tied to the place.
    #[arg(long)]
    residency: Option<Residency>,
    /// How the names of all whose row does not say may be shown: what they agreed to when they signed.
    #[arg(long)]
    visibility: Option<Visibility>,
    /// Says what would happen, and changes nothing.
    #[arg(long)]
    dry_run: bool,
}

/// What became of the rows.
#[derive(Debug, serde::Serialize)]
struct Imported {
    dry_run: bool,
    rows: usize,
    imported: usize,
    signed_before: usize,
    mailbox_taken: usize,
    columns: Vec<String>,
    ignored: Vec<String>,
}

pub(super) async fn run(command: ImportCommand, json: bool) -> Result<(), Failed> {
    let args = match command {
        ImportCommand::Signatures(args) => args,
        ImportCommand::Places(args) => return import_places(&args, json).await,
        ImportCommand::Districts(args) => return districts::run(args, json).await,
    };
    let file = File::open(&args.file)
        .map_err(|error| format!("{} cannot be opened: {error}", args.file.display()))?;
    let sheet = people::read(file, &args.map).map_err(|error| format!("{}: {error}", args.file.display()))?;
    let (_, store) = open().await?;
    let imported = import(&store, &args, &sheet).await;
    store.close().await;
    tell(&imported?, json)
}

async fn import_places(args: &PlacesArgs, json: bool) -> Result<(), Failed> {
    let name = args.file.display();
    let bytes = std::fs::read(&args.file).map_err(|error| format!("{name} cannot be opened: {error}"))?;
    let text = String::from_utf8(bytes).map_err(|_| format!("{name} is not UTF-8"))?;
    let (_, store) = open().await?;
    let imported = take_places(&store, args, &text).await;
    store.close().await;
    tell(&imported?, json)
}

async fn take_places(store: &Store, args: &PlacesArgs, text: &str) -> Result<PlacesImported, Failed> {
    let found = store.campaigns().by_slug(&args.campaign).await?;
    let campaign = found.ok_or_else(|| format!("there is no campaign {}", args.campaign))?;
    let statuses = store.places().statuses(campaign.id).await?;
    let first = campaign.first_language();
    let sheet = crate::places::read_csv(text, &statuses, args.new_statuses, first).map_err(|wrong| {
        let words = Words(Locale::En);
        let lines: Vec<_> =
            wrong.iter().take(LISTED).map(|wrong| redress_app::desk::places::cell(words, *wrong)).collect();
        format!("nothing was imported, because of:\n{}", lines.join("\n"))
    })?;
    let plan = if args.dry_run {
        plan_places(&store.places().of_campaign(campaign.id).await?, &sheet, args.remove_missing)
    } else {
        store.places().take(Author::Operator, campaign.id, &sheet, args.remove_missing, None).await?
    };
    let (added, changed, removed) = plan.counts();
    Ok(PlacesImported {
        dry_run: args.dry_run,
        added,
        changed,
        removed,
        same: plan.same,
        new_statuses: sheet.statuses.iter().map(|status| status.text(first).to_owned()).collect(),
        ignored: sheet.ignored,
    })
}

impl fmt::Display for PlacesImported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { dry_run, added, changed, removed, same, new_statuses, ignored } = self;
        if !ignored.is_empty() {
            writeln!(f, "Columns left alone: {}.", ignored.join(", "))?;
        }
        if !new_statuses.is_empty() {
            writeln!(f, "New statuses: {}.", new_statuses.join(", "))?;
        }
        write!(f, "New: {added}. Changed: {changed}. Taken off: {removed}. As they are: {same}.")?;
        if *dry_run { f.write_str("\nNothing was changed: this was a dry run.") } else { Ok(()) }
    }
}

async fn import(store: &Store, args: &ImportArgs, sheet: &Sheet) -> Result<Imported, Failed> {
    let found = store.campaigns().by_slug(&args.campaign).await?;
    let campaign = found.ok_or_else(|| format!("there is no campaign {}", args.campaign))?;
    if campaign.forgotten {
        return Err(format!("{}'s people are forgotten already; nobody can be added", args.campaign).into());
    }
    let signatures = read(sheet, &campaign, args, SystemClock.now())?;
    let rows = signatures.len();
    let placed = store.signatures().load(Method::Import, signatures, args.dry_run).await?;
    let count = |wanted| placed.iter().filter(|placed| **placed == wanted).count();
    let imported = count(Placed::New);
    if !args.dry_run {
        let entry = Entry {
            author: Author::Operator,
            campaign: Some(campaign.id),
            verb: "imported",
            object: "signatures".to_owned(),
            before: String::new(),
            after: imported.to_string(),
        };
        store.audit().append(entry).await?;
    }
    Ok(Imported {
        dry_run: args.dry_run,
        rows,
        imported,
        signed_before: count(Placed::SignedBefore),
        mailbox_taken: count(Placed::MailboxTaken),
        columns: columns(sheet),
        ignored: sheet.ignored.clone(),
    })
}

/// Every row as a signature, or everything that is wrong with any.
fn read(
    sheet: &Sheet,
    campaign: &Campaign,
    args: &ImportArgs,
    now: Timestamp,
) -> Result<Vec<Elsewhere>, Failed> {
    // Elsewhere the form may not have asked what ours demands.
    let street = match campaign.rules.street {
        StreetRule::Required => StreetRule::Optional,
        asked => asked,
    };
    let rules = SignRules { street, ..campaign.rules };
    let words = Words(Locale::En);
    let (mut signatures, mut wrong) = (Vec::with_capacity(sheet.people.len()), Vec::new());
    for person in &sheet.people {
        let raw = raw(person, args);
        match SignForm::parse(&raw, rules) {
            Ok(form) => signatures.push(Elsewhere {
                incoming: Incoming {
                    campaign: campaign.id,
                    zone: campaign.zone.clone(),
                    version: campaign.version().id,
                    locale: campaign.first_language(),
                    form,
                    hold: None,
                    wording: None,
                },
                state: SignatureState::Confirmed,
                at: person.signed_at.unwrap_or(now).min(now),
            }),
            Err(errors) => {
                wrong.extend(errors.iter().map(|error| {
                    let heading = error.field.parse().ok().and_then(|field: Field| sheet.heading(field));
                    let missing = heading.is_none() && matches!(error.field, "residency" | "visibility");
                    let hint = if missing {
                        format!(" (or give --{} for everybody)", error.field)
                    } else {
                        String::new()
                    };
                    let column = heading.unwrap_or(error.field);
                    format!("Row {}, column {column}: {}{hint}.", person.row, words.say(error.message))
                }));
            }
        }
    }
    if wrong.is_empty() {
        return Ok(signatures);
    }
    let mut text =
        format!("nothing was imported, because of:\n{}", wrong[..wrong.len().min(LISTED)].join("\n"));
    if wrong.len() > LISTED {
        let _ = write!(text, "\n… and {} more.", wrong.len() - LISTED);
    }
    Err(text.into())
}

fn raw(person: &Person, args: &ImportArgs) -> RawSignForm {
    let or = |given: &str, all: Option<&'static str>| match (given, all) {
        ("", Some(all)) => all.to_owned(),
        (given, _) => given.to_lowercase(),
    };
    let name = match person.suffix.as_str() {
        "" => person.name.clone(),
        suffix => format!("{} {suffix}", person.name),
    };
    let visibility = or(&person.visibility, args.visibility.map(Visibility::as_str));
    RawSignForm {
        name,
        email: person.email.clone(),
        street: person.street.clone(),
        unit: person.unit.clone(),
        city: person.city.clone(),
        state: person.state.clone(),
        zip: person.zip.clone(),
        residency: or(&person.residency, args.residency.map(Residency::as_str)),
        visibility,
        comment: person.comment.clone(),
        source: person.source.to_lowercase().replace([' ', '_'], "-"),
        ..RawSignForm::default()
    }
}

/// The headings that were read, with the field each stands for where it is not the same.
fn columns(sheet: &Sheet) -> Vec<String> {
    let mut columns: Vec<_> = sheet.headings.iter().collect();
    columns.sort_by_key(|(field, _)| field.as_str());
    columns
        .into_iter()
        .map(|(field, heading)| match heading.as_str() {
            same if same == field.as_str() => same.to_owned(),
            heading => format!("{heading} (as {})", field.as_str()),
        })
        .collect()
}

impl fmt::Display for Imported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { dry_run, rows, imported, signed_before, mailbox_taken, columns, ignored } = self;
        writeln!(f, "Columns read: {}.", columns.join(", "))?;
        if !ignored.is_empty() {
            writeln!(f, "Columns left alone: {}.", ignored.join(", "))?;
        }
        let would = if *dry_run { "would be imported" } else { "imported" };
        writeln!(f, "Rows: {rows}. Signatures {would}: {imported}.")?;
        if *signed_before > 0 {
            writeln!(f, "Left alone, since the same person has signed with the mailbox: {signed_before}.")?;
        }
        if *mailbox_taken > 0 {
            writeln!(f, "Left alone, since the mailbox has no room for another person: {mailbox_taken}.")?;
        }
        f.write_str(if *dry_run {
            "Nothing was changed: this was a dry run."
        } else {
            "Nobody was mailed. Look for duplicates next; redress packet build does so by itself."
        })
    }
}
