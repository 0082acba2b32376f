//! Letters: their versions, each hashed, and who co-signed which of them, with what authority.
//! It prints nobody whose mailbox or host has not said yes, and nobody whose text was changed in substance since.

mod circulation;
mod desk;
mod packet;
mod pairs;
mod signing;

use jiff::Timestamp;
use jiff::civil::Date;
use redress_domain::{
    AccountId, BodyId, CampaignId, CoSignatureId, CoSignatureState, EmailAddress, LetterId, LetterState,
    Locale, OrganizationKind, Recipient, Slug, Standing, UploadId, domain_of, is_free_provider,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};
use serde::{Deserialize, Serialize};

use crate::entity::{co_signature, letter, letter_version};
use crate::{Error, Store, instant, seal};

pub use circulation::{CircularDone, InviteOutcome};
pub use desk::{LetterDraft, LetterRefused, Published};
pub use packet::{PacketCoSigner, PacketLetter};
pub use pairs::PairDecision;
pub use signing::{CoSigned, CoSigning, Confirmed, LoadedCoSignature, Reaffirmed};

pub(crate) const TABLE: &str = "co_signature";
/// What the desk's sealed part is bound to, beside its row.
const DESK: &str = "co_signature.desk_sealed";

/// A letter, as it stands.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct Letter {
    pub id: LetterId,
    pub campaign: CampaignId,
    pub slug: Slug,
    pub title: String,
    /// Of the text: BCP 47.
    pub language: String,
    pub state: LetterState,
    /// Whom it is addressed to, a line each.
    pub recipients: String,
    pub body: Option<BodyId>,
    pub deadline: Option<Timestamp>,
    pub individuals: bool,
    /// The text as it is being written.
    pub draft: String,
    /// The version that is co-signed now; 0 before the first.
    pub number: i32,
    pub position: i32,
    /// When it was last written; who saves says which one they saw.
    pub changed_at: Timestamp,
    pub final_at: Option<Timestamp>,
}

/// A version of a letter's text, for good.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct LetterVersion {
    pub number: i32,
    pub text: String,
    /// SHA-256 of the text, hexadecimal.
    pub hash: String,
    /// Whether co-signers were asked again.
    pub substance: bool,
    /// What was changed, in the author's words.
    pub note: String,
    /// Who decided so.
    pub author: Option<AccountId>,
    pub published_at: Timestamp,
}

/// What is sealed of a co-signature: who signed, and by what right.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Signatory {
    /// The name, as typed; empty while only invited.
    pub name: String,
    /// The mailbox.
    pub email: String,
    /// The title there.
    pub title: String,
    /// How authority was granted.
    pub authority: String,
    /// When it was.
    pub granted: Option<Date>,
    /// Of a person.
    pub zip: String,
    /// Asked for no mail any more.
    pub quiet: bool,
}

impl Signatory {
    /// Whom a mail goes to; nobody, where there is no mailbox.
    pub fn recipient(&self) -> Option<Recipient> {
        let email = EmailAddress::parse(&self.email).ok()?;
        Some(Recipient { email, name: Some(self.name.clone()).filter(|name| !name.is_empty()) })
    }
}

/// What the desk keeps of a co-signature, sealed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CircularNote {
    /// Why a host vouched.
    pub reason: String,
    /// Why it lapsed.
    pub lapsed: String,
}

/// A co-signature, opened.
#[derive(Clone)]
#[expect(missing_docs, reason = "the fields of the row, opened")]
pub struct CoSignature {
    pub id: CoSignatureId,
    pub campaign: CampaignId,
    pub letter: LetterId,
    pub state: CoSignatureState,
    /// A person's own.
    pub individual: bool,
    pub organization: String,
    pub kind: OrganizationKind,
    pub site: Option<String>,
    /// What a host gave as the organization's.
    pub mail_domain: Option<String>,
    /// `None` once forgotten.
    pub signatory: Option<Signatory>,
    pub note: CircularNote,
    pub version: Option<i32>,
    pub hash: Option<String>,
    pub identification_only: bool,
    pub logo: Option<UploadId>,
    pub logo_allowed: bool,
    pub of_domain: bool,
    pub vouched_by: Option<AccountId>,
    pub vouched_at: Option<Timestamp>,
    pub locale: Locale,
    pub source: Option<String>,
    pub news: bool,
    pub invited_at: Option<Timestamp>,
    pub signed_at: Option<Timestamp>,
    pub confirmed_at: Option<Timestamp>,
    /// The version its signatory was last asked about.
    pub asked_for: Option<i32>,
    pub ended_at: Option<Timestamp>,
    pub mailed_at: Option<Timestamp>,
}

impl CoSignature {
    /// The name it is listed under: the organization's, or the person's.
    pub fn listed(&self) -> &str {
        let name = self.signatory.as_ref().map_or("", |one| one.name.as_str());
        if self.individual { name } else { &self.organization }
    }

    /// The domain of the signatory's mailbox; empty once forgotten.
    pub fn mailbox_domain(&self) -> String {
        let recipient = self.signatory.as_ref().and_then(Signatory::recipient);
        recipient.map(|to| to.email.domain()).unwrap_or_default()
    }

    /// The domain of the site it is listed with, if not everybody has mail there.
    pub fn site_domain(&self) -> Option<String> {
        self.site.as_deref().and_then(domain_of).filter(|domain| !is_free_provider(domain))
    }

    /// What the signatory's mailbox tells about the organization.
    pub fn standing(&self) -> Standing {
        let said = self.site_domain();
        Standing::of(&self.mailbox_domain(), self.mail_domain.as_deref(), said.as_deref())
    }

    /// Signed, and its mailbox has said yes, but nobody has vouched for it.
    pub fn waits_for_host(&self) -> bool {
        self.state == CoSignatureState::Pending && self.confirmed_at.is_some()
    }
}

redress_domain::hidden_debug!(Signatory, CircularNote, CoSignature);

/// The letters of a store.
pub struct Letters<'a>(pub(crate) &'a Store);

impl Store {
    /// The letters.
    pub const fn letters(&self) -> Letters<'_> {
        Letters(self)
    }
}

impl Letters<'_> {
    /// A campaign's letters, in its order.
    pub async fn of_campaign(&self, campaign: CampaignId) -> Result<Vec<Letter>, Error> {
        let rows = letter::Entity::find()
            .filter(letter::Column::CampaignId.eq(campaign.0))
            .order_by_asc(letter::Column::Position)
            .order_by_asc(letter::Column::CreatedAt)
            .all(&self.0.db)
            .await?;
        rows.into_iter().map(open_letter).collect()
    }

    /// A letter by its id.
    pub async fn find(&self, id: LetterId) -> Result<Option<Letter>, Error> {
        letter::Entity::find_by_id(id.0).one(&self.0.db).await?.map(open_letter).transpose()
    }

    /// A campaign's letter by its name in addresses.
    pub async fn by_slug(&self, campaign: CampaignId, slug: &str) -> Result<Option<Letter>, Error> {
        // Postgres takes no such letter in a text.
        if slug.contains('\0') {
            return Ok(None);
        }
        let row = letter::Entity::find()
            .filter(letter::Column::CampaignId.eq(campaign.0))
            .filter(letter::Column::Slug.eq(slug))
            .one(&self.0.db)
            .await?;
        row.map(open_letter).transpose()
    }

    /// Every version of a letter, the newest first.
    pub async fn versions(&self, letter: &Letter) -> Result<Vec<LetterVersion>, Error> {
        versions(&self.0.db, letter.campaign, letter.id).await
    }

    /// One co-signature.
    pub async fn co_signature(&self, id: CoSignatureId) -> Result<Option<CoSignature>, Error> {
        let row = co_signature::Entity::find_by_id(id.0).one(&self.0.db).await?;
        row.map(|row| self.open(row)).transpose()
    }

    /// Everybody on a letter's list, by name; whoever was forgotten last. An invitation that was taken back, or whose
    /// organization co-signed on the public page, is on it no longer.
    pub async fn co_signatures(&self, letter: &Letter) -> Result<Vec<CoSignature>, Error> {
        let rows = co_signature::Entity::find()
            .filter(co_signature::Column::CampaignId.eq(letter.campaign.0))
            .filter(co_signature::Column::LetterId.eq(letter.id.0))
            .filter(
                Condition::any()
                    .add(co_signature::Column::State.ne(CoSignatureState::Withdrawn.as_str()))
                    .add(co_signature::Column::SignedAt.is_not_null()),
            )
            .all(&self.0.db)
            .await?;
        let mut all = rows.into_iter().map(|row| self.open(row)).collect::<Result<Vec<_>, _>>()?;
        all.sort_by_cached_key(|one| {
            (one.listed().is_empty(), redress_domain::fold(one.listed()), one.confirmed_at, one.id)
        });
        Ok(all)
    }

    pub(crate) fn open(&self, row: co_signature::Model) -> Result<CoSignature, Error> {
        let fault = || Error::Row(TABLE);
        let keys = &self.0.keys;
        let signatory = row.sealed.as_ref().map(|blob| seal::open(keys, TABLE, row.id, blob)).transpose()?;
        let note = row.desk_sealed.as_ref().map(|blob| seal::open(keys, DESK, row.id, blob)).transpose()?;
        Ok(CoSignature {
            id: CoSignatureId(row.id),
            campaign: CampaignId(row.campaign_id),
            letter: LetterId(row.letter_id),
            state: row.state.parse().map_err(|_| fault())?,
            individual: row.individual,
            organization: row.organization,
            kind: row.organization_kind.parse().map_err(|_| fault())?,
            site: row.site,
            mail_domain: row.mail_domain,
            signatory,
            note: note.unwrap_or_default(),
            version: row.version,
            hash: row.hash,
            identification_only: row.identification_only,
            logo: row.logo_id.map(UploadId),
            logo_allowed: row.logo_allowed,
            of_domain: row.of_domain,
            vouched_by: row.vouched_by.map(AccountId),
            vouched_at: row.vouched_at.map(instant),
            locale: row.locale.parse().map_err(|_| fault())?,
            source: row.source,
            news: row.news,
            invited_at: row.invited_at.map(instant),
            signed_at: row.signed_at.map(instant),
            confirmed_at: row.confirmed_at.map(instant),
            asked_for: row.asked_for,
            ended_at: row.ended_at.map(instant),
            mailed_at: row.mailed_at.map(instant),
        })
    }
}

fn open_letter(row: letter::Model) -> Result<Letter, Error> {
    let fault = || Error::Row("letter");
    Ok(Letter {
        id: LetterId(row.id),
        campaign: CampaignId(row.campaign_id),
        slug: Slug::parse(&row.slug).map_err(|_| fault())?,
        title: row.title,
        language: row.language,
        state: row.state.parse().map_err(|_| fault())?,
        recipients: row.recipients,
        body: row.body_id.map(BodyId),
        deadline: row.deadline_at.map(instant),
        individuals: row.individuals,
        draft: row.draft,
        number: row.number,
        position: row.position,
        changed_at: instant(row.changed_at),
        final_at: row.final_at.map(instant),
    })
}

pub(crate) async fn versions(
    db: &impl ConnectionTrait,
    campaign: CampaignId,
    letter: LetterId,
) -> Result<Vec<LetterVersion>, Error> {
    let rows = letter_version::Entity::find()
        .filter(letter_version::Column::CampaignId.eq(campaign.0))
        .filter(letter_version::Column::LetterId.eq(letter.0))
        .order_by_desc(letter_version::Column::Number)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| LetterVersion {
            number: row.number,
            text: row.text,
            hash: row.hash,
            substance: row.substance,
            note: row.note,
            author: row.author_id.map(AccountId),
            published_at: instant(row.published_at),
        })
        .collect())
}
