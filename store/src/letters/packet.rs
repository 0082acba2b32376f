//! A campaign's letters as the packet prints them: the text, who co-signed it, and how many are still asked.
//! It prints nobody who is stale, pending, or counted with another.

use jiff::Timestamp;
use redress_domain::{CampaignId, CoSignatureState, LetterId, LetterState, OrganizationKind, Slug, UploadId};

use super::Letters;
use crate::Error;

/// A letter, ready to be printed.
#[derive(Clone)]
#[expect(missing_docs, reason = "what is printed")]
pub struct PacketLetter {
    pub id: LetterId,
    pub slug: Slug,
    pub title: String,
    /// A line each.
    pub recipients: String,
    /// Of the text: BCP 47.
    pub language: String,
    pub state: LetterState,
    /// The published version.
    pub number: i32,
    /// Its text, in limited Markdown.
    pub text: String,
    /// SHA-256 of the text, hexadecimal.
    pub hash: String,
    pub published_at: Timestamp,
    /// Organizations by kind and name, then persons by name.
    pub co_signers: Vec<PacketCoSigner>,
    /// Asked again about a changed text, and not answered.
    pub stale: u64,
    /// Signed, and neither counted nor ended.
    pub pending: u64,
}

/// A co-signer that counts.
#[derive(Clone)]
#[expect(missing_docs, reason = "what is printed")]
pub struct PacketCoSigner {
    /// Empty of a person who names none.
    pub organization: String,
    pub kind: OrganizationKind,
    /// The person's own, or the signatory's; empty once forgotten.
    pub name: String,
    pub title: String,
    /// A person's own: counted as a person.
    pub individual: bool,
    /// The organization is named only to say who the person is.
    pub identification_only: bool,
    pub logo_allowed: bool,
    pub logo: Option<UploadId>,
    /// The version signed or reaffirmed.
    pub version: i32,
}

redress_domain::hidden_debug!(PacketLetter, PacketCoSigner);

impl PacketLetter {
    /// How many organizations co-signed.
    pub fn organizations(&self) -> u64 {
        self.co_signers.iter().filter(|one| !one.individual).count() as u64
    }

    /// How many persons did.
    pub fn individuals(&self) -> u64 {
        self.co_signers.iter().filter(|one| one.individual).count() as u64
    }
}

impl Letters<'_> {
    /// Every published letter of a campaign, in its order.
    pub async fn for_packet(&self, campaign: CampaignId) -> Result<Vec<PacketLetter>, Error> {
        let mut printed = Vec::new();
        for letter in self.of_campaign(campaign).await? {
            let versions = self.versions(&letter).await?;
            let Some(version) = versions.into_iter().find(|version| version.number == letter.number) else {
                continue;
            };
            let all = self.co_signatures(&letter).await?;
            let merged = self.merged(&letter, &all).await?;
            let count = |state| all.iter().filter(|one| one.state == state).count() as u64;
            let (stale, pending) = (count(CoSignatureState::Stale), count(CoSignatureState::Pending));
            let mut co_signers: Vec<PacketCoSigner> = all
                .into_iter()
                .filter(|one| one.state.counts() && !merged.contains_key(&one.id))
                .map(|one| {
                    let signatory = one.signatory.unwrap_or_default();
                    PacketCoSigner {
                        organization: one.organization,
                        kind: one.kind,
                        name: signatory.name,
                        title: signatory.title,
                        individual: one.individual,
                        identification_only: one.identification_only,
                        logo_allowed: one.logo_allowed,
                        logo: one.logo,
                        version: one.version.unwrap_or_default(),
                    }
                })
                .collect();
            // They come by name; a sort that keeps the order of equals groups them.
            co_signers
                .sort_by_key(|one| (one.individual, if one.individual { None } else { Some(one.kind) }));
            printed.push(PacketLetter {
                id: letter.id,
                slug: letter.slug,
                title: letter.title,
                recipients: letter.recipients,
                language: letter.language,
                state: letter.state,
                number: version.number,
                text: version.text,
                hash: version.hash,
                published_at: version.published_at,
                co_signers,
                stale,
                pending,
            });
        }
        Ok(printed)
    }
}
