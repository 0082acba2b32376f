//! Making a packet: a snapshot out of the store, bytes out of the packet crate, a file in the object store.
//! What it shows of a person is what that person agreed to, and never a mailbox or a street.

mod coalition;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;

use jiff::Timestamp;
use redress_app::words::{Value as WordValue, Words as Messages};
use redress_domain::{
    CutOff, DeliveryProfile, ExclusionState, Fingerprint, Hold, Locale, MatterId, Residency, Sheet,
    SignatureId, SignatureState, Stance, TemplateId, TestimonyState, Visibility,
};
use redress_duplicates::{Rule, Tier};
use redress_packet::{
    Built, ExclusionLine, Options, PetitionVersion, Progress, Recipient, ResidencyTally, SignatureLine,
    Snapshot, TestimonyLine, TestimonyTally, Value, Words,
};
use redress_store::{Campaign, Packet, Slice, Store, Testimony};

use crate::models::text_hash;
use crate::shelf::{Shelf, ShelfFault};

/// Why there is no packet.
#[derive(Debug, thiserror::Error)]
pub enum PacketFailed {
    /// The database.
    #[error(transparent)]
    Store(#[from] redress_store::Error),
    /// The documents.
    #[error(transparent)]
    Build(#[from] redress_packet::BuildError),
    /// The object store.
    #[error(transparent)]
    Storage(#[from] ShelfFault),
    /// The disk.
    #[error("the packet could not be written: {0}")]
    Disk(#[from] std::io::Error),
    /// The worker died.
    #[error("the packet's worker stopped: {0}")]
    Worker(String),
    /// There is no such campaign any more.
    #[error("the campaign is gone")]
    Gone,
}

/// The messages of a language, as the packet asks for them.
struct PacketWords(Messages);

impl Words for PacketWords {
    fn text(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        let args: Vec<(&str, WordValue<'_>)> = args
            .iter()
            .map(|(name, value)| {
                let value = match value {
                    Value::Text(text) => WordValue::from(*text),
                    Value::Number(number) => WordValue::from(*number),
                };
                (*name, value)
            })
            .collect();
        self.0.say_with(key, &args)
    }
}

/// Puts the matter before a body first: the packet is addressed to it. Tells whether there is one.
pub fn address_to(campaign: &mut Campaign, body: &str) -> bool {
    let wanted = campaign.matters.iter().position(|matter| matter.body.slug == body);
    if let Some(wanted) = wanted {
        campaign.matters[..=wanted].rotate_right(1);
    }
    wanted.is_some()
}

/// What the packet crate is given: everything in it was agreed to.
pub async fn take_snapshot(
    store: &Store,
    campaign: &Campaign,
    locale: Locale,
    slice: Slice,
    taken_at: Timestamp,
    storage: &std::path::Path,
) -> Result<Snapshot, PacketFailed> {
    let words = Messages(locale);
    let taken = store.snapshot(campaign.id).await?;
    let (text_locale, text) = campaign.text(locale);
    let numbers: HashMap<_, _> =
        campaign.versions.iter().map(|version| (version.id, version.number)).collect();
    let wanted = |residency| slice == Slice::All || residency != Residency::Elsewhere;

    // The numbers of this packet; the tally is the whole campaign's.
    let mut residency = ResidencyTally::default();
    let mut by_version: HashMap<_, u64> = HashMap::new();
    let mut signatures = Vec::new();
    let mut line_of: HashMap<SignatureId, String> = HashMap::new();
    for signature in taken.confirmed {
        if !wanted(signature.residency) {
            continue;
        }
        residency.add(signature.residency);
        *by_version.entry(signature.version).or_insert(0) += 1;
        let id = (signatures.len() + 1).to_string();
        line_of.insert(signature.id, id.clone());
        let signer = signature.signer.as_ref();
        let shown = signer.and_then(|signer| match signature.visibility {
            Visibility::Full => Some(signer.name.as_str().to_owned()),
            Visibility::Short => Some(signer.name.short()),
            Visibility::Hidden => signature.share.then(|| signer.name.as_str().to_owned()),
        });
        let at = signature.confirmed_at.unwrap_or(signature.received_at);
        signatures.push(SignatureLine {
            id,
            name: shown,
            visibility: signature.visibility,
            residency: signature.residency,
            city: signer.and_then(|signer| signer.city.clone()).unwrap_or_default(),
            zip: signature.zip,
            day: at.to_zoned(campaign.zone.clone()).date(),
            version: numbers.get(&signature.version).copied().unwrap_or(1),
            // A comment is in the packet once a moderator has read it.
            comment: signer
                .and_then(|signer| signer.comment.clone())
                .filter(|_| signature.comment_state == redress_domain::CommentState::Shown),
        });
    }

    let of_state = |state| taken.exclusions.iter().filter(move |exclusion| exclusion.state == state);
    let rules: HashMap<_, _> =
        of_state(ExclusionState::Upheld).map(|exclusion| (exclusion.signature, exclusion)).collect();
    let mut exclusions = Vec::new();
    for signature in &taken.excluded {
        let rule = match (rules.get(&signature.id), signature.state) {
            (Some(exclusion), _) => exclusion.rule.clone(),
            (None, SignatureState::Quarantined) => "held-for-review".to_owned(),
            (None, _) => "held".to_owned(),
        };
        let survivor = rules.get(&signature.id).and_then(|exclusion| exclusion.survivor);
        exclusions.push(ExclusionLine {
            id: format!("x{}", exclusions.len() + 1),
            survivor: survivor.and_then(|id| line_of.get(&id).cloned()),
            reason: reason(words, &rule, signature.hold),
            rule,
            reviewer: match rules.get(&signature.id).and_then(|exclusion| exclusion.decided_by) {
                Some(account) => store.accounts().name(account).await?.unwrap_or_default(),
                None => String::new(),
            },
            undone: false,
        });
    }
    for exclusion in of_state(ExclusionState::Overturned).filter(|exclusion| was_certain(&exclusion.rule)) {
        exclusions.push(ExclusionLine {
            id: format!("x{}", exclusions.len() + 1),
            survivor: exclusion.survivor.and_then(|id| line_of.get(&id).cloned()),
            reason: reason(words, &exclusion.rule, None),
            rule: exclusion.rule.clone(),
            reviewer: match exclusion.decided_by {
                Some(account) => store.accounts().name(account).await?.unwrap_or_default(),
                None => String::new(),
            },
            undone: true,
        });
    }

    let shown_matters =
        || campaign.matters.iter().filter(|matter| !matter.docket.is_empty() || !matter.title.is_empty());
    // A packet may have put another matter first: what a matter says names it here, not its position.
    let places: HashMap<MatterId, usize> = store
        .hearings()
        .matters(campaign.id)
        .await?
        .into_iter()
        .filter_map(|found| {
            let same = |matter: &_| same_matter(matter, &found);
            Some((found.id, shown_matters().position(same)?))
        })
        .collect();
    let testimony_tally = testimony_tally(&taken.testimony_states);
    let letters = form_letters(&taken.testimonies);
    let testimonies = taken
        .testimonies
        .into_iter()
        .zip(letters)
        .zip(1..)
        .map(|((testimony, letter), number)| {
            let cutoff = testimony.hearing.and_then(|hearing| taken.cutoffs.get(&hearing).copied());
            line_of_testimony(testimony, number, letter, cutoff.unwrap_or_default(), campaign, &places)
        })
        .collect();

    let body = campaign.matters.first().map(|matter| &matter.body);
    Ok(Snapshot {
        campaign: redress_packet::Campaign {
            slug: campaign.slug.clone(),
            title: text.title.clone(),
            target: text.target_line.clone(),
            ask: text.ask.clone(),
            hosts: campaign.hosts.iter().map(|host| host.name.clone()).collect(),
        },
        recipient: Recipient {
            name: body.map_or_else(|| text.target_line.clone(), |body| body.name.clone()),
            office: body.map(|body| body.office.clone()).unwrap_or_default(),
            address: body.map(|body| body.address.lines().map(str::to_owned).collect()).unwrap_or_default(),
        },
        matters: shown_matters()
            .map(|matter| redress_packet::Matter {
                docket: matter.docket.clone(),
                title: matter.title.clone(),
            })
            .collect(),
        locale,
        zone: campaign.zone.clone(),
        taken_at,
        letter: text.letter.clone(),
        tally: taken.tally,
        residency,
        shared_mailboxes: taken.households,
        versions: campaign
            .versions
            .iter()
            .map(|version| {
                let text = version.text(text_locale).as_str();
                PetitionVersion {
                    number: version.number,
                    text: text.to_owned(),
                    sha256: text_hash(text),
                    signed: by_version.get(&version.id).copied().unwrap_or_default(),
                }
            })
            .collect(),
        signatures,
        exclusions,
        slice: match slice {
            Slice::All => redress_packet::Slice::All,
            Slice::Residents => redress_packet::Slice::Part(words.say("slice-residents-sentence")),
        },
        testimonies,
        testimony_tally,
        letters: coalition::letters(store, campaign, storage).await?,
        statements: coalition::statements(store, campaign, storage).await?,
    })
}

fn same_matter(matter: &redress_store::MatterRecord, found: &redress_store::Matter) -> bool {
    matter.docket == found.docket && matter.title == found.title
}

/// A testimony as the recipient may see it: name and text, never the mailbox.
fn line_of_testimony(
    testimony: Testimony,
    number: u64,
    letter: Option<usize>,
    cutoff: CutOff,
    campaign: &Campaign,
    places: &HashMap<MatterId, usize>,
) -> TestimonyLine {
    let sent_at = testimony.submitted_at.unwrap_or(testimony.changed_at);
    let writer = testimony.writer.unwrap_or_default();
    let mut matters: Vec<usize> =
        testimony.matters.iter().filter_map(|matter| places.get(matter).copied()).collect();
    matters.sort_unstable();
    TestimonyLine {
        id: format!("t{number}"),
        name: Some(writer.name).filter(|name| !name.is_empty()),
        title: writer.title.unwrap_or_default(),
        organization: writer.organization.unwrap_or_default(),
        authority: writer.authority.unwrap_or_default(),
        matters,
        stance: testimony.stance.unwrap_or(Stance::Neutral),
        language: testimony.language,
        residency: testimony.residency.unwrap_or(Residency::Elsewhere),
        zip: testimony.zip,
        day: sent_at.to_zoned(campaign.zone.clone()).date(),
        sent_at,
        cutoff,
        text: writer.text,
        speaking: testimony.speaking,
        speaker_position: testimony.speaker_position.and_then(|place| u32::try_from(place).ok()),
        form_group: letter.map(|letter| format!("f{}", letter + 1)),
        own_percent: testimony.own_percent,
    }
}

/// The form letter each belongs to, found as the desk finds them; none for a text of its own.
fn form_letters(testimonies: &[Testimony]) -> Vec<Option<usize>> {
    let text = |testimony: &Testimony| {
        Fingerprint::of(testimony.writer.as_ref().map_or("", |writer| writer.text.as_str()))
    };
    let prints: Vec<Fingerprint> = testimonies.iter().map(text).collect();
    let sheets: Vec<Sheet<'_, TemplateId>> = testimonies
        .iter()
        .zip(&prints)
        .map(|(testimony, print)| Sheet {
            template: testimony.template,
            stance: testimony.stance,
            own_percent: testimony.own_percent,
            print,
        })
        .collect();
    let mut letter_of = vec![None; testimonies.len()];
    for (letter, group) in redress_domain::form_letters(&sheets).into_iter().enumerate() {
        for at in group {
            letter_of[at] = Some(letter);
        }
    }
    letter_of
}

fn testimony_tally(states: &BTreeMap<TestimonyState, u64>) -> TestimonyTally {
    let of = |state| states.get(&state).copied().unwrap_or_default();
    TestimonyTally {
        received: states.values().sum(),
        approved: TestimonyState::ALL
            .iter()
            .filter(|state| state.is_deliverable())
            .map(|state| of(*state))
            .sum(),
        waiting: of(TestimonyState::Confirmed),
        returned: of(TestimonyState::Returned),
        unconfirmed: of(TestimonyState::Submitted),
        withdrawn: of(TestimonyState::Withdrawn),
        expired: of(TestimonyState::Expired),
    }
}

/// What the body a packet is addressed to takes; the body of the first matter.
pub async fn profile_of(store: &Store, campaign: &Campaign) -> Result<DeliveryProfile, PacketFailed> {
    let Some(matter) = campaign.matters.first() else { return Ok(DeliveryProfile::default()) };
    let body = store.bodies().by_slug(&matter.body.slug).await?;
    Ok(body.map(|body| body.profile).unwrap_or_default())
}

/// Whether a rule leaves out by itself. A pair that a person was asked about and took for two people was never
/// left out, and is no exclusion that was undone.
fn was_certain(rule: &str) -> bool {
    rule.parse::<Rule>().is_ok_and(|rule| rule.tier() == Tier::Auto)
}

fn reason(words: Messages, rule: &str, hold: Option<Hold>) -> String {
    let key = match hold {
        Some(hold) if rule == "held-for-review" => format!("hold-{hold}"),
        _ => format!("rule-{rule}"),
    };
    if words.has(&key) { words.say(&key) } else { words.say("rule-other") }
}

/// Builds into a file; the progress is told in percent.
pub async fn write(
    snapshot: Snapshot,
    profile: DeliveryProfile,
    file: PathBuf,
    temp_dir: PathBuf,
    progress: impl Fn(u8) + Send + 'static,
) -> Result<Built, PacketFailed> {
    let locale = snapshot.locale;
    tokio::task::spawn_blocking(move || {
        let words = PacketWords(Messages(locale));
        let options = Options {
            temp_dir,
            formats: profile.formats,
            largest_pdf_bytes: profile.file_mb.map(|mb| u64::from(mb) * 1_000_000),
            ..Options::default()
        };
        let out = std::fs::File::create(&file)?;
        let mut told = 0;
        let mut tell = |now: Progress| {
            if now.percent() > told {
                told = now.percent();
                progress(told);
            }
        };
        Ok(redress_packet::build(&snapshot, &words, &options, &mut tell, out)?)
    })
    .await
    .map_err(|error| PacketFailed::Worker(error.to_string()))?
}

/// Takes packets off the shelf whose campaigns have forgotten their people.
pub async fn forget(store: &Store, shelf: &std::path::Path) -> Result<(), PacketFailed> {
    for (id, path) in store.packets().of_forgotten().await? {
        Shelf::open(shelf)?.remove(&path).await?;
        store.packets().file_gone(id).await?;
    }
    Ok(())
}

/// Builds a packet that was asked for, and puts it on the shelf.
pub async fn build(
    store: &Store,
    shelf: &Shelf,
    packet: &Packet,
    progress: impl Fn(u8) + Send + 'static,
) -> Result<(), PacketFailed> {
    let mut campaign = store.campaigns().find(packet.campaign).await?.ok_or(PacketFailed::Gone)?;
    if let Some(body) = &packet.recipient {
        address_to(&mut campaign, body);
    }
    let (locale, slice) = (packet.locale, packet.slice);
    let snapshot = take_snapshot(store, &campaign, locale, slice, packet.taken_at, shelf.folder()).await?;
    let counts = (snapshot.signatures.len() as u64, snapshot.testimonies.len() as u64);
    let profile = profile_of(store, &campaign).await?;
    let file = shelf.folder().join(format!(".{}.building", packet.id));
    let built = write(snapshot, profile, file.clone(), shelf.folder().to_owned(), progress).await;
    let moved = match &built {
        Ok(_) => std::fs::read(&file).map_err(PacketFailed::from),
        Err(_) => Ok(Vec::new()),
    };
    // Whatever happened, the half-written file does not stay.
    let _ = std::fs::remove_file(&file);
    let (built, bytes) = (built?, moved?);
    let path = format!("{}/{}.zip", packet.campaign, packet.id);
    shelf.put(&path, bytes).await?;
    let author = match packet.account {
        Some(account) => {
            let hosts: BTreeSet<_> = campaign.hosts.iter().map(|host| host.id).collect();
            let members = store.accounts().memberships(account).await?;
            members
                .into_iter()
                .find(|member| hosts.contains(&member.organization.id))
                .map_or(redress_store::Author::Redress, |member| {
                    redress_store::Author::Member(account, member.organization.id)
                })
        }
        None => redress_store::Author::Redress,
    };
    store.packets().ready(author, packet, counts, built.bytes, &built.manifest_sha256, &path).await?;
    Ok(())
}
