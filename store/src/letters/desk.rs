//! Writing a letter: begun, saved, published version by version, declared final.
//! Of two who write at once the later is told; a version that was published is never changed.

use std::collections::BTreeMap;

use jiff::Timestamp;
use redress_domain::{CampaignId, CoSignatureId, CoSignatureState, LetterId, LetterState, Message, Slug};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    PaginatorTrait as _, QueryFilter as _, QuerySelect as _, SqlErr,
};
use sha2::{Digest as _, Sha256};

use super::{Letters, Signatory, TABLE};
use crate::entity::letter::{Column, Entity, Model};
use crate::entity::{co_signature, letter_version};
use crate::{Author, Entry, Error, audit, db, millis, seal};

/// The most versions of a letter.
const MOST_VERSIONS: i32 = 500;

/// A letter as it is written.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct LetterDraft {
    pub title: String,
    pub language: String,
    pub recipients: String,
    pub deadline: Option<Timestamp>,
    pub individuals: bool,
    pub text: String,
}

/// What publishing did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// The version's number.
    pub number: i32,
    /// How many signatories are asked again.
    pub asked: u64,
}

/// Why a letter is not written.
#[derive(Debug, thiserror::Error)]
pub enum LetterRefused {
    /// Another letter of the campaign has this address.
    #[error("the address is taken")]
    SlugTaken,
    /// The campaign has no such letter.
    #[error("there is no such letter")]
    Gone,
    /// Somebody saved or published since it was shown.
    #[error("it was changed meanwhile")]
    Meanwhile,
    /// It is final.
    #[error("the letter is final")]
    Final,
    /// The text is the one that is published already.
    #[error("nothing was changed")]
    Unchanged,
    /// It has so many versions that no more are kept.
    #[error("it has too many versions")]
    Full,
    /// The database.
    #[error(transparent)]
    Store(#[from] Error),
}

impl From<sea_orm::DbErr> for LetterRefused {
    fn from(error: sea_orm::DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Self::SlugTaken,
            _ => Self::Store(error.into()),
        }
    }
}

pub(super) fn entry(
    author: Author,
    campaign: CampaignId,
    verb: &'static str,
    object: String,
    before: String,
    after: String,
) -> Entry {
    Entry { author, campaign: Some(campaign), verb, object, before, after }
}

pub(super) fn hash_of(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}

/// A letter's row, held until the transaction ends: nothing is published while somebody says yes to a text.
pub(super) async fn lock(db: &impl ConnectionTrait, id: uuid::Uuid) -> Result<Option<Model>, sea_orm::DbErr> {
    Entity::update_many()
        .col_expr(Column::Number, Expr::col(Column::Number))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Entity::find_by_id(id).one(db).await
}

impl Letters<'_> {
    /// Begins a letter.
    pub async fn begin(
        &self,
        author: Author,
        campaign: CampaignId,
        slug: &Slug,
        draft: &LetterDraft,
    ) -> Result<LetterId, LetterRefused> {
        let transaction = db::begin(&self.0.db).await?;
        let id = LetterId::new(self.0.random.as_ref());
        let now = millis(self.0.now());
        let before = Entity::find()
            .filter(Column::CampaignId.eq(campaign.0))
            .count(&transaction)
            .await
            .unwrap_or_default();
        let row = Model {
            id: id.0,
            campaign_id: campaign.0,
            slug: slug.to_string(),
            title: draft.title.clone(),
            language: draft.language.clone(),
            state: LetterState::Draft.as_str().to_owned(),
            recipients: draft.recipients.clone(),
            body_id: None,
            deadline_at: draft.deadline.map(millis),
            individuals: draft.individuals,
            draft: draft.text.clone(),
            number: 0,
            position: i32::try_from(before).unwrap_or(i32::MAX),
            created_at: now,
            changed_at: now,
            final_at: None,
        };
        Entity::insert(row.into_active_model()).exec_without_returning(&transaction).await?;
        let entry =
            entry(author, campaign, "letter-saved", format!("letter {id}"), String::new(), slug.to_string());
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(id)
    }

    /// Saves a letter as it is written, on top of the one its author saw.
    pub async fn save(
        &self,
        author: Author,
        campaign: CampaignId,
        id: LetterId,
        seen: Timestamp,
        draft: &LetterDraft,
    ) -> Result<(), LetterRefused> {
        let transaction = db::begin(&self.0.db).await?;
        self.save_in(&transaction, campaign, id, seen, draft).await?;
        let entry =
            entry(author, campaign, "letter-saved", format!("letter {id}"), String::new(), String::new());
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(())
    }

    async fn save_in(
        &self,
        db: &impl ConnectionTrait,
        campaign: CampaignId,
        id: LetterId,
        seen: Timestamp,
        draft: &LetterDraft,
    ) -> Result<Model, LetterRefused> {
        let row =
            lock(db, id.0).await?.filter(|row| row.campaign_id == campaign.0).ok_or(LetterRefused::Gone)?;
        if row.state == LetterState::Final.as_str() {
            return Err(LetterRefused::Final);
        }
        if row.changed_at != millis(seen) {
            return Err(LetterRefused::Meanwhile);
        }
        Entity::update_many()
            .col_expr(Column::Title, Expr::value(&draft.title))
            .col_expr(Column::Language, Expr::value(&draft.language))
            .col_expr(Column::Recipients, Expr::value(&draft.recipients))
            .col_expr(Column::DeadlineAt, Expr::value(draft.deadline.map(millis)))
            .col_expr(Column::Individuals, Expr::value(draft.individuals))
            .col_expr(Column::Draft, Expr::value(&draft.text))
            // Later than any before, however fast two people write.
            .col_expr(Column::ChangedAt, Expr::value(Ord::max(millis(self.0.now()), row.changed_at + 1)))
            .filter(Column::Id.eq(id.0))
            .exec(db)
            .await?;
        Ok(row)
    }

    /// Publishes what is written as a version. One that changes the substance makes every co-signature stale and asks
    /// each signatory once; a correction keeps them, and the record says who decided so. `substance` is which of the two it
    /// is, and `note` what was changed.
    pub async fn publish(
        &self,
        author: Author,
        campaign: CampaignId,
        id: LetterId,
        seen: Timestamp,
        draft: &LetterDraft,
        (substance, note): (bool, &str),
    ) -> Result<Published, LetterRefused> {
        let transaction = db::begin(&self.0.db).await?;
        let row = self.save_in(&transaction, campaign, id, seen, draft).await?;
        if row.number >= MOST_VERSIONS {
            return Err(LetterRefused::Full);
        }
        let latest =
            letter_version::Entity::find_by_id((campaign.0, id.0, row.number)).one(&transaction).await?;
        if latest.is_some_and(|latest| latest.text == draft.text) {
            return Err(LetterRefused::Unchanged);
        }
        let number = row.number + 1;
        // There is nothing before the first to correct.
        let substance = substance || number == 1;
        let version = letter_version::ActiveModel {
            campaign_id: Set(campaign.0),
            letter_id: Set(id.0),
            number: Set(number),
            text: Set(draft.text.clone()),
            hash: Set(hash_of(&draft.text)),
            substance: Set(substance),
            note: Set(note.to_owned()),
            author_id: Set(author.account().map(|account| account.0)),
            published_at: Set(millis(self.0.now())),
        };
        letter_version::Entity::insert(version).exec_without_returning(&transaction).await?;
        Entity::update_many()
            .col_expr(Column::Number, Expr::value(number))
            .col_expr(Column::State, Expr::value(LetterState::Circulating.as_str()))
            .filter(Column::Id.eq(id.0))
            .exec(&transaction)
            .await?;
        let asked = if substance { self.ask_again(&transaction, campaign, id, number).await? } else { 0 };
        let verb = if substance { "letter-published" } else { "letter-corrected" };
        let entry =
            entry(author, campaign, verb, format!("letter {id}"), row.number.to_string(), number.to_string());
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(Published { number, asked })
    }

    /// Every co-signature that counted is stale now; its signatory is asked about the version, once.
    async fn ask_again(
        &self,
        db: &impl ConnectionTrait,
        campaign: CampaignId,
        id: LetterId,
        number: i32,
    ) -> Result<u64, Error> {
        use CoSignatureState::{Reaffirmed, Stale, Verified};
        use co_signature::Column;
        let now = millis(self.0.now());
        let signed = [Verified, Reaffirmed, Stale].map(CoSignatureState::as_str);
        let of_letter = Column::CampaignId.eq(campaign.0).and(Column::LetterId.eq(id.0));
        let of_letter = of_letter.and(Column::State.is_in(signed));
        co_signature::Entity::update_many()
            .col_expr(Column::State, Expr::value(Stale.as_str()))
            .col_expr(Column::AskedFor, Expr::value(Some(number)))
            .col_expr(Column::MailedAt, Expr::value(Some(now)))
            .col_expr(Column::Mails, Expr::col(Column::Mails).add(1))
            .filter(of_letter.clone())
            .exec(db)
            .await?;
        let rows = co_signature::Entity::find().filter(of_letter).all(db).await?;
        let asked = rows.len() as u64;
        let mut mails = Vec::with_capacity(rows.len());
        for row in rows {
            let Some(blob) = &row.sealed else { continue };
            let signatory: Signatory = seal::open(&self.0.keys, TABLE, row.id, blob)?;
            let Some(recipient) = signatory.recipient().filter(|_| !signatory.quiet) else { continue };
            mails.push(crate::outbox::Owed {
                campaign: Some(campaign),
                locale: row.locale.parse().map_err(|_| Error::Row(TABLE))?,
                recipient,
                message: Message::LetterChanged {
                    campaign,
                    co_signature: CoSignatureId(row.id),
                    version: u32::try_from(number).unwrap_or_default(),
                },
            });
        }
        self.0.outbox().owe(db, &mails).await?;
        Ok(asked)
    }

    /// Declares a letter final, or opens it again; tells whether it was in the other state.
    pub async fn set_final(
        &self,
        author: Author,
        campaign: CampaignId,
        id: LetterId,
        ends: bool,
    ) -> Result<bool, Error> {
        let (from, to) = if ends {
            (LetterState::Circulating, LetterState::Final)
        } else {
            (LetterState::Final, LetterState::Circulating)
        };
        let transaction = db::begin(&self.0.db).await?;
        let changed = Entity::update_many()
            .col_expr(Column::State, Expr::value(to.as_str()))
            .col_expr(Column::FinalAt, Expr::value(ends.then(|| millis(self.0.now()))))
            .filter(Column::Id.eq(id.0))
            .filter(Column::CampaignId.eq(campaign.0))
            .filter(Column::State.eq(from.as_str()))
            .exec(&transaction)
            .await?
            .rows_affected;
        if changed == 1 {
            let (before, after) = (from.to_string(), to.to_string());
            let entry = entry(author, campaign, "letter-state", format!("letter {id}"), before, after);
            audit::append(&transaction, self.0.now(), entry).await?;
        }
        transaction.commit().await?;
        Ok(changed == 1)
    }

    /// How many of each letter's co-signers wait for a host to vouch for them.
    pub async fn waiting(&self, campaign: CampaignId) -> Result<BTreeMap<LetterId, u64>, Error> {
        let rows: Vec<uuid::Uuid> = co_signature::Entity::find()
            .select_only()
            .column(co_signature::Column::LetterId)
            .filter(co_signature::Column::CampaignId.eq(campaign.0))
            .filter(co_signature::Column::State.eq(CoSignatureState::Pending.as_str()))
            .filter(co_signature::Column::ConfirmedAt.is_not_null())
            .into_tuple()
            .all(&self.0.db)
            .await?;
        let mut waiting = BTreeMap::new();
        for letter in rows {
            *waiting.entry(LetterId(letter)).or_default() += 1;
        }
        Ok(waiting)
    }

    /// How many co-signatures of each letter count, by letter: organizations and persons.
    pub async fn totals(&self, campaign: CampaignId) -> Result<BTreeMap<LetterId, (u64, u64)>, Error> {
        let counting =
            [CoSignatureState::Verified, CoSignatureState::Reaffirmed].map(CoSignatureState::as_str);
        let rows: Vec<(uuid::Uuid, uuid::Uuid, bool, Option<i64>)> = co_signature::Entity::find()
            .select_only()
            .columns([
                co_signature::Column::Id,
                co_signature::Column::LetterId,
                co_signature::Column::Individual,
                co_signature::Column::ConfirmedAt,
            ])
            .filter(co_signature::Column::CampaignId.eq(campaign.0))
            .filter(co_signature::Column::State.is_in(counting))
            .into_tuple()
            .all(&self.0.db)
            .await?;
        let same = super::pairs::same_of_campaign(&self.0.db, campaign).await?;
        let known: Vec<_> = rows.iter().map(|(id, _, _, at)| (CoSignatureId(*id), *at)).collect();
        let merged = super::pairs::merged(&known, &same);
        let mut totals: BTreeMap<LetterId, (u64, u64)> = BTreeMap::new();
        for (id, letter, individual, _) in rows {
            if merged.contains_key(&CoSignatureId(id)) {
                continue;
            }
            let (organizations, persons) = totals.entry(LetterId(letter)).or_default();
            *(if individual { persons } else { organizations }) += 1;
        }
        Ok(totals)
    }
}
