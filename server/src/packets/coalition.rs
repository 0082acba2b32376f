//! The coalition in a packet: its letters with everybody under them, and what others say, with their pictures.
//! A logo is given where its organization allows it, and a picture that cannot be read is left out, never the name.

use std::path::Path;

use redress_packet::{CoSigner, CoalitionLetter, Individual, Picture, StatementLine};
use redress_store::{Campaign, PacketCoSigner, PacketLetter, Store};

use super::PacketFailed;
use crate::pictures;

/// The letters of a campaign, as they stand.
pub(super) async fn letters(
    store: &Store,
    campaign: &Campaign,
    storage: &Path,
) -> Result<Vec<CoalitionLetter>, PacketFailed> {
    let mut letters = Vec::new();
    for letter in store.letters().for_packet(campaign.id).await? {
        letters.push(letter_of(store, campaign, storage, letter).await?);
    }
    Ok(letters)
}

async fn letter_of(
    store: &Store,
    campaign: &Campaign,
    storage: &Path,
    letter: PacketLetter,
) -> Result<CoalitionLetter, PacketFailed> {
    let (mut organizations, mut individuals) = (Vec::new(), Vec::new());
    for one in letter.co_signers {
        if one.individual {
            individuals.push(individual(one));
            continue;
        }
        let logo = match one.logo.filter(|_| one.logo_allowed) {
            Some(logo) => picture(store, storage, logo, &one.organization).await?,
            None => None,
        };
        organizations.push(CoSigner {
            kind: one.kind,
            organization: one.organization,
            signatory: one.name,
            title: one.title,
            identification_only: one.identification_only,
            logo,
        });
    }
    Ok(CoalitionLetter {
        slug: letter.slug.to_string(),
        title: letter.title,
        recipients: letter.recipients.lines().map(str::to_owned).collect(),
        language: letter.language,
        number: u32::try_from(letter.number).unwrap_or_default(),
        text: letter.text,
        sha256: letter.hash,
        published: letter.published_at.to_zoned(campaign.zone.clone()).date(),
        organizations,
        individuals,
        asked_again: letter.stale,
        waiting: letter.pending,
    })
}

/// A person's name with what they are, as they gave it.
fn individual(one: PacketCoSigner) -> Individual {
    let said = [one.title, one.organization].into_iter().filter(|part| !part.is_empty());
    let mut place = said.collect::<Vec<_>>().join(", ");
    if one.identification_only && !place.is_empty() {
        place.push('*');
    }
    Individual { name: one.name, place, identification_only: one.identification_only }
}

/// What others say, as far as it is shown.
pub(super) async fn statements(
    store: &Store,
    campaign: &Campaign,
    storage: &Path,
) -> Result<Vec<StatementLine>, PacketFailed> {
    let mut lines = Vec::new();
    for statement in store.statements().shown(campaign.id).await? {
        let mut said = statement.said;
        let picture = match statement.portrait.or(statement.logo) {
            Some(id) => picture(store, storage, id, &said.name).await?,
            None => None,
        };
        // An organization may speak without a person.
        if said.name.is_empty() {
            said.name = std::mem::take(&mut said.organization);
        }
        lines.push(StatementLine {
            text: said.text,
            language: said.language.tag().to_owned(),
            name: said.name,
            title: said.title,
            organization: said.organization,
            picture,
        });
    }
    Ok(lines)
}

/// A picture with what it shows; `of` stands in where nobody said.
async fn picture(
    store: &Store,
    storage: &Path,
    id: redress_domain::UploadId,
    of: &str,
) -> Result<Option<Picture>, PacketFailed> {
    let Some(upload) = store.uploads().find(id).await? else { return Ok(None) };
    let bytes = match pictures::read(storage, &upload).await {
        Ok(bytes) => bytes,
        Err(error) => {
            tracing::warn!(%error, "a picture is not in the packet");
            return Ok(None);
        }
    };
    let alt = if upload.alt.is_empty() { of.to_owned() } else { upload.alt };
    Ok(Picture::new(bytes.to_vec(), alt))
}
