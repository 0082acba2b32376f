//! The demo's letters: two of partners, with co-signers nobody is. Nobody of them gets a mail.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use redress_domain::{CampaignId, CoSignatureState, Locale, OrganizationKind, Slug};
use redress_store::{Author, LetterDraft, LetterRefused, LoadedCoSignature, Signatory, Store};
use serde::Deserialize;

use super::{DemoFailed, wrong};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    letter: Vec<DemoLetter>,
    signed: Vec<Signed>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoLetter {
    campaign: String,
    title: String,
    recipients: Vec<String>,
    individuals: bool,
    /// Days from today.
    #[serde(default)]
    deadline: Option<i64>,
    #[serde(default, rename = "final")]
    ended: bool,
    version: Vec<DemoVersion>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoVersion {
    /// Days before today, or before the campaign's end.
    day: i64,
    note: String,
    substance: bool,
    text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Signed {
    campaign: String,
    /// Name, kind, site, signatory, title, state; one a line.
    list: String,
    /// Name, title, organization, state.
    persons: String,
}

fn content() -> Result<Content, DemoFailed> {
    toml::from_str(include_str!("../../demo/letters.toml")).map_err(wrong)
}

fn cells<const N: usize>(line: &str) -> Result<[&str; N], DemoFailed> {
    let cells: Vec<_> = line.split('|').map(str::trim).collect();
    cells.try_into().map_err(|_| wrong(line))
}

fn draft(letter: &DemoLetter, version: &DemoVersion, deadline: Option<Timestamp>) -> LetterDraft {
    LetterDraft {
        title: letter.title.clone(),
        language: "en".to_owned(),
        recipients: letter.recipients.join("\n"),
        deadline,
        individuals: letter.individuals,
        text: version.text.trim().to_owned(),
    }
}

/// Loads the letters of a campaign; one that is there stays as it is.
pub async fn load(
    store: &Store,
    author: Author,
    slug: &str,
    campaign: CampaignId,
    ended: Option<Timestamp>,
    today: Date,
    zone: &TimeZone,
) -> Result<(), DemoFailed> {
    let content = content()?;
    let letters = store.letters();
    let noon = |day: Date| day.at(12, 0, 0, 0).to_zoned(zone.clone()).map(|at| at.timestamp()).map_err(wrong);
    let last = ended.map_or(today, |at| at.to_zoned(zone.clone()).date());
    for letter in content.letter.iter().filter(|letter| letter.campaign == slug) {
        let deadline = match letter.deadline {
            Some(days) => {
                let day = today.checked_add(days.days()).map_err(wrong)?;
                Some(day.at(17, 0, 0, 0).to_zoned(zone.clone()).map_err(wrong)?.timestamp())
            }
            None => None,
        };
        let address = Slug::propose(&letter.title).map_err(wrong)?;
        let first = letter.version.first().ok_or_else(|| wrong("a letter without a text"))?;
        let id = match letters.begin(author, campaign, &address, &draft(letter, first, deadline)).await {
            Ok(id) => id,
            Err(LetterRefused::SlugTaken) => continue,
            Err(LetterRefused::Store(error)) => return Err(error.into()),
            Err(other) => return Err(wrong(other)),
        };
        for version in &letter.version {
            let known = letters.find(id).await?.ok_or_else(|| wrong("a letter is gone"))?;
            let text = draft(letter, version, deadline);
            let published = letters
                .publish(author, campaign, id, known.changed_at, &text, (version.substance, &version.note))
                .await
                .map_err(wrong)?;
            let at = noon(last.checked_sub(version.day.days()).map_err(wrong)?)?;
            letters.backdate(campaign, id, published.number, at).await?;
        }
        let number = i32::try_from(letter.version.len()).map_err(wrong)?;
        let start = noon(last.checked_sub(first.day.days()).map_err(wrong)?)?;
        for signed in content.signed.iter().filter(|signed| signed.campaign == slug) {
            for (row, line) in (1_i64..).zip(signed.list.trim().lines().chain(signed.persons.trim().lines()))
            {
                let mut loaded = co_signer(line)?;
                loaded.letter = id;
                loaded.campaign = campaign;
                loaded.version = if loaded.state == CoSignatureState::Stale { 1 } else { number };
                loaded.at = start.checked_add(SignedDuration::from_mins(97 * row)).map_err(wrong)?;
                letters.load_co_signature(&loaded).await?;
            }
        }
        if letter.ended {
            letters.set_final(author, campaign, id, true).await?;
        }
    }
    Ok(())
}

/// Reads a line of either list.
fn co_signer(line: &str) -> Result<LoadedCoSignature, DemoFailed> {
    let individual = line.matches('|').count() == 3;
    let (organization, kind, site, name, title, state) = if individual {
        let [name, title, organization, state] = cells::<4>(line)?;
        (organization, "other", "", name, title, state)
    } else {
        let [organization, kind, site, name, title, state] = cells::<6>(line)?;
        (organization, kind, site, name, title, state)
    };
    let state: CoSignatureState = state.parse().map_err(wrong)?;
    let site = Some(site.to_owned()).filter(|site| !site.is_empty());
    let domain = site.as_deref().and_then(redress_domain::domain_of);
    let mailbox: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    let invited = state == CoSignatureState::Invited;
    Ok(LoadedCoSignature {
        letter: redress_domain::LetterId(uuid::Uuid::nil()),
        campaign: CampaignId(uuid::Uuid::nil()),
        locale: Locale::En,
        at: Timestamp::UNIX_EPOCH,
        state,
        individual,
        organization: organization.to_owned(),
        kind: kind.parse::<OrganizationKind>().map_err(wrong)?,
        identification_only: individual && !organization.is_empty(),
        version: 1,
        signatory: Signatory {
            name: if invited { String::new() } else { name.to_owned() },
            email: format!("{mailbox}@{}", domain.as_deref().unwrap_or("people.example")),
            title: if invited { String::new() } else { title.to_owned() },
            authority: if individual || invited { String::new() } else { "The board voted".to_owned() },
            granted: (!individual && !invited).then(|| jiff::civil::date(2020, 6, 1)),
            zip: if individual { "02119".to_owned() } else { String::new() },
            quiet: false,
        },
        site,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    #[test]
    fn every_line_is_read_and_about_forty_co_sign_each() {
        let content = content().unwrap();
        assert_eq!(content.letter.len(), 2);
        for letter in &content.letter {
            assert!(letter.version.iter().all(|version| !version.text.contains('!')));
        }
        for signed in &content.signed {
            let all: Vec<_> = signed
                .list
                .trim()
                .lines()
                .chain(signed.persons.trim().lines())
                .map(|line| co_signer(line).unwrap())
                .collect();
            let counting = all.iter().filter(|one| one.state.counts()).count();
            assert_eq!(counting, if signed.campaign == "ban-face-surveillance" { 40 } else { 39 });
            let kinds: std::collections::BTreeSet<_> = all.iter().map(|one| one.kind).collect();
            assert_eq!(kinds.len(), OrganizationKind::ALL.len());
        }
    }
}
