//! Partners: invited by mail, come by their own link, asked what they may ask, and gone without a trace of their
//! contact. It tells no partner who signed, but those who agreed to hear from it.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use redress_domain::{
    CampaignId, EmailAddress, Locale, Message, OrganizationKind, Overlap, PartnerId, PartnerState,
    PersonName, Recipient, SignatureState, Tally, WordingId, WordingState, Wordings,
};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::campaigns::PartnerRecord;
use crate::entity::partner::{ActiveModel, Column, Entity, Model};
use crate::entity::{audit_event, overlap_list, partner_wording as worded, signature};
use crate::{Author, Entry, Error, Signer, Store, audit, db, instant, millis, seal};

const TABLE: &str = "partner";
/// How long a list that was left for comparison is kept.
pub(crate) const LIST_KEPT: SignedDuration = SignedDuration::from_hours(24);
/// Lists that a partner may leave within a day: enough for a slip, too few to ask after people.
pub const LISTS_A_DAY: u64 = 3;
/// Bytes of a mailbox's keyed hash in a list: two of two hundred thousand fall together once in a thousand lists.
const CUT: usize = 8;

/// Whom a partner's mail goes to; sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerContact {
    /// The name.
    pub name: PersonName,
    /// The mailbox.
    pub email: EmailAddress,
    /// The language of mails and of the page.
    pub locale: Locale,
}

/// A partner to be invited.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct PartnerDraft {
    pub organization: String,
    pub kind: OrganizationKind,
    pub site: Option<String>,
    pub contact: PartnerContact,
    /// A share link's label, unlike any other partner's.
    pub label: String,
    /// What was agreed.
    pub note: String,
}

/// A partner, whole.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of the row, opened")]
pub struct Partner {
    pub id: PartnerId,
    pub campaign: CampaignId,
    pub organization: String,
    pub kind: OrganizationKind,
    pub site: Option<String>,
    pub state: PartnerState,
    pub label: String,
    /// What the token of its page names; another one ends the last.
    pub link: Uuid,
    /// `None` once forgotten.
    pub contact: Option<PartnerContact>,
    pub note: String,
    pub invited_at: Timestamp,
    pub accepted_at: Option<Timestamp>,
    pub ended_at: Option<Timestamp>,
}

/// What a partner asks signers, or would.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct Wording {
    pub id: WordingId,
    pub partner: PartnerId,
    pub texts: Wordings,
    pub state: WordingState,
    pub proposed_at: Timestamp,
    pub agreed_at: Option<Timestamp>,
}

/// One who agreed to hear from a partner.
#[derive(Clone)]
pub struct Hearer {
    /// The signer.
    pub signer: Signer,
    /// When the form came in on which it was ticked.
    pub agreed_at: Timestamp,
    /// What stood beside the box.
    pub wording: WordingId,
    /// In which language.
    pub locale: Locale,
}

redress_domain::hidden_debug!(PartnerContact, Hearer);

/// What became of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartnerInvited {
    /// It is on its way.
    Now(PartnerId),
    /// Another partner of the campaign has that label.
    LabelTaken,
    /// That mailbox is a partner's of this campaign.
    Known,
}

/// What became of a list left for comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListLeft {
    /// It is there for a day.
    Now,
    /// Enough lists for a day.
    TooOften,
}

/// Two lists that are there at the same time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The other partner.
    pub partner: PartnerId,
    /// About how many are in both.
    pub overlap: Overlap,
}

/// The partners of a store.
pub struct Partners<'a>(pub(crate) &'a Store);

impl Store {
    /// Who brings their people.
    pub const fn partners(&self) -> Partners<'_> {
        Partners(self)
    }
}

impl Partners<'_> {
    /// Invites an organization by a mail with the link of its page.
    pub async fn invite(
        &self,
        author: Author,
        campaign: CampaignId,
        draft: &PartnerDraft,
    ) -> Result<PartnerInvited, Error> {
        let hash = self.0.keys.lookup("partner", &draft.contact.email.mailbox());
        let transaction = db::begin(&self.0.db).await?;
        let others = Entity::find().filter(Column::CampaignId.eq(campaign.0)).all(&transaction).await?;
        if others.iter().any(|other| other.label == draft.label) {
            return Ok(PartnerInvited::LabelTaken);
        }
        if others.iter().any(|other| other.mailbox_hash.as_ref() == Some(&hash)) {
            return Ok(PartnerInvited::Known);
        }
        let mut row = self.row(campaign, draft)?;
        row.invited_by = Set(author.account().map(|id| id.0));
        let id = PartnerId(*row.id.as_ref());
        // Of two who take one label at once, the unique key lets one through.
        let conflict = sea_orm::sea_query::OnConflict::columns([Column::CampaignId, Column::Label])
            .do_nothing()
            .to_owned();
        if Entity::insert(row).on_conflict(conflict).exec_without_returning(&transaction).await? != 1 {
            return Ok(PartnerInvited::LabelTaken);
        }
        let message = Message::PartnerInvitation { campaign, partner: id };
        self.mail(&transaction, campaign, &draft.contact, message).await?;
        self.log(&transaction, author, campaign, "partner-invited", id, &draft.label).await?;
        transaction.commit().await?;
        Ok(PartnerInvited::Now(id))
    }

    /// A row of one that is invited and mailed.
    fn row(&self, campaign: CampaignId, draft: &PartnerDraft) -> Result<ActiveModel, Error> {
        let (keys, random) = (&self.0.keys, self.0.random.as_ref());
        let (id, now) = (PartnerId::new(random), millis(self.0.now()));
        Ok(ActiveModel {
            id: Set(id.0),
            campaign_id: Set(campaign.0),
            organization: Set(draft.organization.clone()),
            organization_kind: Set(draft.kind.as_str().to_owned()),
            site: Set(draft.site.clone()),
            state: Set(PartnerState::Invited.as_str().to_owned()),
            label: Set(draft.label.clone()),
            link_id: Set(PartnerId::new(random).0),
            mailbox_hash: Set(Some(keys.lookup("partner", &draft.contact.email.mailbox()))),
            sealed: Set(Some(seal::seal(keys, random, TABLE, id.0, &draft.contact)?)),
            note: Set(draft.note.clone()),
            logo_id: Set(None),
            invited_by: Set(None),
            invited_at: Set(now),
            accepted_at: Set(None),
            ended_at: Set(None),
            mails: Set(1),
            mailed_at: Set(Some(now)),
        })
    }

    /// Writes a partner that has accepted, with what a host agreed that it asks, unless its label is there (the
    /// demo). Nobody is mailed.
    pub async fn load(
        &self,
        campaign: CampaignId,
        draft: &PartnerDraft,
        asks: &Wordings,
    ) -> Result<(), Error> {
        let transaction = db::begin(&self.0.db).await?;
        let there = Entity::find()
            .filter(Column::CampaignId.eq(campaign.0))
            .filter(Column::Label.eq(draft.label.as_str()))
            .count(&transaction)
            .await?;
        if there > 0 {
            return Ok(());
        }
        let now = millis(self.0.now());
        let mut row = self.row(campaign, draft)?;
        let partner = *row.id.as_ref();
        row.state = Set(PartnerState::Active.as_str().to_owned());
        row.accepted_at = Set(Some(now));
        row.mails = Set(0);
        row.mailed_at = Set(None);
        Entity::insert(row).exec_without_returning(&transaction).await?;
        if !asks.is_empty() {
            let row = worded::ActiveModel {
                id: Set(WordingId::new(self.0.random.as_ref()).0),
                campaign_id: Set(campaign.0),
                partner_id: Set(partner),
                texts: Set(serde_json::to_string(asks).map_err(|_| Error::Row("partner_wording"))?),
                state: Set(WordingState::Agreed.as_str().to_owned()),
                proposed_at: Set(now),
                agreed_at: Set(Some(now)),
                agreed_by: Set(None),
            };
            worded::Entity::insert(row).exec_without_returning(&transaction).await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    async fn mail(
        &self,
        db: &impl ConnectionTrait,
        campaign: CampaignId,
        contact: &PartnerContact,
        message: Message,
    ) -> Result<(), Error> {
        let owed = crate::outbox::Owed {
            campaign: Some(campaign),
            locale: contact.locale,
            recipient: Recipient {
                email: contact.email.clone(),
                name: Some(contact.name.as_str().to_owned()),
            },
            message,
        };
        self.0.outbox().owe(db, &[owed]).await
    }

    async fn log(
        &self,
        db: &impl ConnectionTrait,
        author: Author,
        campaign: CampaignId,
        verb: &'static str,
        partner: PartnerId,
        after: &str,
    ) -> Result<(), Error> {
        let entry = Entry {
            author,
            campaign: Some(campaign),
            verb,
            object: partner.to_string(),
            before: String::new(),
            after: after.to_owned(),
        };
        audit::append(db, self.0.now(), entry).await
    }

    /// A campaign's partners, those that are over too, in the order of the alphabet.
    pub async fn of_campaign(&self, campaign: CampaignId) -> Result<Vec<Partner>, Error> {
        let rows = Entity::find().filter(Column::CampaignId.eq(campaign.0)).all(&self.0.db).await?;
        let mut partners = rows.into_iter().map(|row| self.open(row)).collect::<Result<Vec<_>, _>>()?;
        partners.sort_by_cached_key(|partner| redress_domain::fold(&partner.organization));
        Ok(partners)
    }

    /// One of a campaign's.
    pub async fn find(&self, campaign: CampaignId, id: PartnerId) -> Result<Option<Partner>, Error> {
        let row = Entity::find_by_id(id.0).filter(Column::CampaignId.eq(campaign.0)).one(&self.0.db).await?;
        row.map(|row| self.open(row)).transpose()
    }

    /// The one a link leads to, unless it is over.
    pub async fn by_link(&self, link: Uuid) -> Result<Option<Partner>, Error> {
        let row = Entity::find().filter(Column::LinkId.eq(link)).one(&self.0.db).await?;
        let partner = row.map(|row| self.open(row)).transpose()?;
        // After retention there is nobody left whom it could lead anywhere.
        Ok(partner.filter(|partner| !partner.state.is_over() && partner.contact.is_some()))
    }

    fn open(&self, row: Model) -> Result<Partner, Error> {
        let fault = || Error::Row(TABLE);
        let contact = match &row.sealed {
            Some(blob) => Some(seal::open(&self.0.keys, TABLE, row.id, blob)?),
            None => None,
        };
        Ok(Partner {
            id: PartnerId(row.id),
            campaign: CampaignId(row.campaign_id),
            organization: row.organization,
            kind: row.organization_kind.parse().map_err(|_| fault())?,
            site: row.site,
            state: row.state.parse().map_err(|_| fault())?,
            label: row.label,
            link: row.link_id,
            contact,
            note: row.note,
            invited_at: instant(row.invited_at),
            accepted_at: row.accepted_at.map(instant),
            ended_at: row.ended_at.map(instant),
        })
    }

    /// The partner says yes; tells whether that changed anything.
    pub async fn accept(&self, partner: &Partner) -> Result<bool, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let changed = Entity::update_many()
            .col_expr(Column::State, Expr::value(PartnerState::Active.as_str()))
            .col_expr(Column::AcceptedAt, Expr::value(Some(millis(self.0.now()))))
            .filter(Column::Id.eq(partner.id.0))
            .filter(Column::State.eq(PartnerState::Invited.as_str()))
            .exec(&transaction)
            .await?
            .rows_affected
            == 1;
        if changed {
            let author = Author::Partner(partner.id);
            self.log(&transaction, author, partner.campaign, "partner-accepted", partner.id, "").await?;
        }
        transaction.commit().await?;
        Ok(changed)
    }

    /// Ends it: the link opens nothing, the contact is forgotten, a list that was left is dropped. What signers
    /// agreed to stands with their signatures, for them to see and take back.
    pub async fn end(&self, author: Author, partner: &Partner, state: PartnerState) -> Result<bool, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let changed = Entity::update_many()
            .col_expr(Column::State, Expr::value(state.as_str()))
            .col_expr(Column::EndedAt, Expr::value(Some(millis(self.0.now()))))
            .col_expr(Column::Sealed, Expr::value(Option::<Vec<u8>>::None))
            .col_expr(Column::MailboxHash, Expr::value(Option::<Vec<u8>>::None))
            .filter(Column::Id.eq(partner.id.0))
            .filter(Column::State.is_in([PartnerState::Invited.as_str(), PartnerState::Active.as_str()]))
            .exec(&transaction)
            .await?
            .rows_affected
            == 1;
        if changed {
            drop_list(&transaction, partner).await?;
            let verb = match state {
                PartnerState::Declined => "partner-declined",
                PartnerState::Left => "partner-left",
                _ => "partner-removed",
            };
            self.log(&transaction, author, partner.campaign, verb, partner.id, "").await?;
        }
        transaction.commit().await?;
        if changed {
            self.0.leave_no_trace().await?;
        }
        Ok(changed)
    }

    /// Another link, mailed; the last one opens nothing from now on.
    pub async fn renew(&self, author: Author, partner: &Partner) -> Result<bool, Error> {
        let Some(contact) = &partner.contact else { return Ok(false) };
        let transaction = db::begin(&self.0.db).await?;
        let changed = Entity::update_many()
            .col_expr(Column::LinkId, Expr::value(PartnerId::new(self.0.random.as_ref()).0))
            .col_expr(Column::Mails, Expr::col(Column::Mails).add(1))
            .col_expr(Column::MailedAt, Expr::value(Some(millis(self.0.now()))))
            .filter(Column::Id.eq(partner.id.0))
            .filter(Column::Sealed.is_not_null())
            .exec(&transaction)
            .await?
            .rows_affected
            == 1;
        if changed {
            let message = Message::PartnerInvitation { campaign: partner.campaign, partner: partner.id };
            self.mail(&transaction, partner.campaign, contact, message).await?;
            self.log(&transaction, author, partner.campaign, "partner-link", partner.id, "").await?;
        }
        transaction.commit().await?;
        Ok(changed)
    }

    /// What came by a partner's label, in numbers that add up.
    pub async fn numbers(&self, campaign: CampaignId, label: &str) -> Result<Tally, Error> {
        let rows: Vec<(String, i64)> = signature::Entity::find()
            .select_only()
            .column(signature::Column::State)
            .column_as(signature::Column::Id.count(), "count")
            .filter(signature::Column::CampaignId.eq(campaign.0))
            .filter(signature::Column::Source.eq(label))
            .group_by(signature::Column::State)
            .into_tuple()
            .all(&self.0.db)
            .await?;
        let mut tally = Tally::default();
        for (state, count) in rows {
            let state: SignatureState = state.parse().map_err(|_| Error::Row("signature"))?;
            let count = u64::try_from(count).unwrap_or_default();
            *tally.part_mut(state) += count;
            tally.received += count;
        }
        Ok(tally)
    }

    /// Everything a partner asked or wishes to ask, the newest first.
    pub async fn wordings(&self, partner: PartnerId) -> Result<Vec<Wording>, Error> {
        let rows = worded::Entity::find()
            .filter(worded::Column::PartnerId.eq(partner.0))
            .order_by_desc(worded::Column::ProposedAt)
            .order_by_desc(worded::Column::Id)
            .all(&self.0.db)
            .await?;
        rows.into_iter().map(open_wording).collect()
    }

    /// One wording, whoever's it is.
    pub async fn wording(&self, id: WordingId) -> Result<Option<Wording>, Error> {
        let row = worded::Entity::find_by_id(id.0).one(&self.0.db).await?;
        row.map(open_wording).transpose()
    }

    /// The partner wishes to ask this; until a host agrees, what was agreed before stays.
    pub async fn propose(&self, partner: &Partner, texts: &Wordings) -> Result<WordingId, Error> {
        let id = WordingId::new(self.0.random.as_ref());
        let transaction = db::begin(&self.0.db).await?;
        self.retire(&transaction, partner.id, WordingState::Proposed).await?;
        let row = worded::ActiveModel {
            id: Set(id.0),
            campaign_id: Set(partner.campaign.0),
            partner_id: Set(partner.id.0),
            texts: Set(serde_json::to_string(texts).map_err(|_| Error::Row("partner_wording"))?),
            state: Set(WordingState::Proposed.as_str().to_owned()),
            proposed_at: Set(millis(self.0.now())),
            agreed_at: Set(None),
            agreed_by: Set(None),
        };
        worded::Entity::insert(row).exec_without_returning(&transaction).await?;
        let author = Author::Partner(partner.id);
        self.log(&transaction, author, partner.campaign, "partner-asks", partner.id, "").await?;
        transaction.commit().await?;
        Ok(id)
    }

    /// The partner asks nothing any more.
    pub async fn ask_nothing(&self, partner: &Partner) -> Result<(), Error> {
        let transaction = db::begin(&self.0.db).await?;
        self.retire(&transaction, partner.id, WordingState::Proposed).await?;
        self.retire(&transaction, partner.id, WordingState::Agreed).await?;
        let author = Author::Partner(partner.id);
        self.log(&transaction, author, partner.campaign, "partner-asks-nothing", partner.id, "").await?;
        transaction.commit().await?;
        Ok(())
    }

    async fn retire(
        &self,
        db: &impl ConnectionTrait,
        partner: PartnerId,
        state: WordingState,
    ) -> Result<(), Error> {
        worded::Entity::update_many()
            .col_expr(worded::Column::State, Expr::value(WordingState::Retired.as_str()))
            .filter(worded::Column::PartnerId.eq(partner.0))
            .filter(worded::Column::State.eq(state.as_str()))
            .exec(db)
            .await?;
        Ok(())
    }

    /// A host's answer to a wording that is proposed; `false` if it is not any more.
    pub async fn decide(
        &self,
        author: Author,
        campaign: CampaignId,
        id: WordingId,
        agree: bool,
    ) -> Result<bool, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let row = worded::Entity::find_by_id(id.0)
            .filter(worded::Column::CampaignId.eq(campaign.0))
            .one(&transaction)
            .await?;
        let Some(row) = row else { return Ok(false) };
        let partner = PartnerId(row.partner_id);
        // Taken first, so that of two answers at once one stands.
        let state = if agree { WordingState::Agreed } else { WordingState::Refused };
        let (at, by) =
            if agree { (Some(millis(self.0.now())), author.account().map(|id| id.0)) } else { (None, None) };
        if agree {
            self.retire(&transaction, partner, WordingState::Agreed).await?;
        }
        let changed = worded::Entity::update_many()
            .col_expr(worded::Column::State, Expr::value(state.as_str()))
            .col_expr(worded::Column::AgreedAt, Expr::value(at))
            .col_expr(worded::Column::AgreedBy, Expr::value(by))
            .filter(worded::Column::Id.eq(id.0))
            .filter(worded::Column::State.eq(WordingState::Proposed.as_str()))
            .exec(&transaction)
            .await?
            .rows_affected;
        if changed != 1 {
            return Ok(false);
        }
        let verb = if agree { "partner-wording-agreed" } else { "partner-wording-refused" };
        self.log(&transaction, author, campaign, verb, partner, "").await?;
        if let Some(row) = Entity::find_by_id(partner.0).one(&transaction).await?
            && let Some(contact) = self.open(row)?.contact
        {
            let message = Message::WordingDecided { campaign, partner, agreed: agree };
            self.mail(&transaction, campaign, &contact, message).await?;
        }
        transaction.commit().await?;
        Ok(true)
    }

    async fn ids_of_wordings(
        &self,
        db: &impl ConnectionTrait,
        partner: PartnerId,
    ) -> Result<Vec<Uuid>, Error> {
        Ok(worded::Entity::find()
            .select_only()
            .column(worded::Column::Id)
            .filter(worded::Column::PartnerId.eq(partner.0))
            .into_tuple()
            .all(db)
            .await?)
    }

    /// How many confirmed signers agreed to hear from a partner, and still do.
    pub async fn hearing(&self, partner: &Partner) -> Result<u64, Error> {
        let wordings = self.ids_of_wordings(&self.0.db, partner.id).await?;
        Ok(heard(partner.campaign, wordings).count(&self.0.db).await?)
    }

    /// Exactly those who agreed to hear from a partner, in the order in which they came; that they were taken is
    /// in the audit log, with how many.
    pub async fn export(&self, partner: &Partner) -> Result<Vec<Hearer>, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let wordings = self.ids_of_wordings(&transaction, partner.id).await?;
        let rows = heard(partner.campaign, wordings)
            .order_by_asc(signature::Column::ReceivedAt)
            .order_by_asc(signature::Column::Id)
            .all(&transaction)
            .await?;
        let mut hearers = Vec::with_capacity(rows.len());
        for row in rows {
            let (Some(blob), Some(wording)) = (&row.sealed, row.wording_id) else { continue };
            hearers.push(Hearer {
                signer: seal::open(&self.0.keys, "signature", row.id, blob)?,
                agreed_at: instant(row.received_at),
                wording: WordingId(wording),
                locale: row.locale.parse().map_err(|_| Error::Row("signature"))?,
            });
        }
        let count = hearers.len().to_string();
        let author = Author::Partner(partner.id);
        self.log(&transaction, author, partner.campaign, "partner-exported", partner.id, &count).await?;
        transaction.commit().await?;
        Ok(hearers)
    }

    /// Keeps a list for a day as keyed hashes cut short, in the place of an earlier one.
    pub async fn leave_list(&self, partner: &Partner, mailboxes: &[String]) -> Result<ListLeft, Error> {
        // A campaign's hashes are its own: lists of two campaigns share nothing.
        let domain = format!("overlap {}", partner.campaign);
        let mut hashes: Vec<[u8; CUT]> = mailboxes
            .iter()
            .map(|mailbox| {
                let hash = self.0.keys.lookup(&domain, mailbox);
                let mut cut = [0; CUT];
                cut.copy_from_slice(&hash[..CUT]);
                cut
            })
            .collect();
        hashes.sort_unstable();
        hashes.dedup();
        let now = self.0.now();
        let transaction = db::begin(&self.0.db).await?;
        // The row is the referee: of two lists at once the second waits here and counts the first.
        Entity::update_many()
            .col_expr(Column::State, Expr::col(Column::State))
            .filter(Column::Id.eq(partner.id.0))
            .exec(&transaction)
            .await?;
        let since = now.checked_sub(LIST_KEPT).unwrap_or(Timestamp::MIN);
        let left = audit_event::Entity::find()
            .filter(audit_event::Column::CampaignId.eq(partner.campaign.0))
            .filter(audit_event::Column::Verb.eq("partner-list-left"))
            .filter(audit_event::Column::Object.eq(partner.id.to_string()))
            .filter(audit_event::Column::At.gt(millis(since)))
            .count(&transaction)
            .await?;
        if left >= LISTS_A_DAY {
            return Ok(ListLeft::TooOften);
        }
        drop_list(&transaction, partner).await?;
        let row = overlap_list::ActiveModel {
            campaign_id: Set(partner.campaign.0),
            partner_id: Set(partner.id.0),
            hashes: Set(hashes.concat()),
            size: Set(i32::try_from(hashes.len()).unwrap_or(i32::MAX)),
            left_at: Set(millis(now)),
        };
        overlap_list::Entity::insert(row).exec_without_returning(&transaction).await?;
        let author = Author::Partner(partner.id);
        let size = hashes.len().to_string();
        self.log(&transaction, author, partner.campaign, "partner-list-left", partner.id, &size).await?;
        transaction.commit().await?;
        Ok(ListLeft::Now)
    }

    /// Drops a partner's list before its day is over.
    pub async fn drop_list(&self, partner: &Partner) -> Result<(), Error> {
        drop_list(&self.0.db, partner).await?;
        self.0.leave_no_trace().await
    }

    /// How many mailboxes a partner's list has and until when it is kept, if it has left one.
    pub async fn list(&self, partner: &Partner) -> Result<Option<(u64, Timestamp)>, Error> {
        let row = self.list_row(partner).await?;
        let until = |at| instant(at).checked_add(LIST_KEPT).unwrap_or(Timestamp::MAX);
        Ok(row.map(|row| (u64::try_from(row.size).unwrap_or_default(), until(row.left_at))))
    }

    fn since(&self) -> i64 {
        millis(self.0.now().checked_sub(LIST_KEPT).unwrap_or(Timestamp::MIN))
    }

    async fn list_row(&self, partner: &Partner) -> Result<Option<overlap_list::Model>, Error> {
        Ok(overlap_list::Entity::find_by_id((partner.campaign.0, partner.id.0))
            .filter(overlap_list::Column::LeftAt.gt(self.since()))
            .one(&self.0.db)
            .await?)
    }

    /// A partner's list beside those of the others of its campaign that are there now; nothing without one's own.
    pub async fn compare(&self, partner: &Partner) -> Result<Vec<Compared>, Error> {
        let Some(own) = self.list_row(partner).await? else { return Ok(Vec::new()) };
        let active: Vec<Uuid> = Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::CampaignId.eq(partner.campaign.0))
            .filter(Column::State.eq(PartnerState::Active.as_str()))
            .filter(Column::Id.ne(partner.id.0))
            .into_tuple()
            .all(&self.0.db)
            .await?;
        let mut compared = Vec::new();
        for other in active {
            // One at a time: a list is a megabyte or two.
            let row = overlap_list::Entity::find_by_id((partner.campaign.0, other))
                .filter(overlap_list::Column::LeftAt.gt(self.since()))
                .one(&self.0.db)
                .await?;
            let Some(row) = row else { continue };
            let overlap =
                redress_domain::overlap(own.hashes.as_chunks::<CUT>().0, row.hashes.as_chunks::<CUT>().0);
            compared.push(Compared { partner: PartnerId(other), overlap });
        }
        Ok(compared)
    }
}

async fn drop_list(db: &impl ConnectionTrait, partner: &Partner) -> Result<(), Error> {
    overlap_list::Entity::delete_many()
        .filter(overlap_list::Column::CampaignId.eq(partner.campaign.0))
        .filter(overlap_list::Column::PartnerId.eq(partner.id.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Confirmed signers who agreed to one of these wordings.
fn heard(campaign: CampaignId, wordings: Vec<Uuid>) -> sea_orm::Select<signature::Entity> {
    signature::Entity::find()
        .filter(signature::Column::CampaignId.eq(campaign.0))
        .filter(signature::Column::WordingId.is_in(wordings))
        .filter(signature::Column::State.eq(SignatureState::Confirmed.as_str()))
        .filter(signature::Column::Sealed.is_not_null())
}

fn open_wording(row: worded::Model) -> Result<Wording, Error> {
    let fault = || Error::Row("partner_wording");
    Ok(Wording {
        id: WordingId(row.id),
        partner: PartnerId(row.partner_id),
        texts: serde_json::from_str(&row.texts).map_err(|_| fault())?,
        state: row.state.parse().map_err(|_| fault())?,
        proposed_at: instant(row.proposed_at),
        agreed_at: row.agreed_at.map(instant),
    })
}

/// The names of a campaign's active partners, each with the site that a host gave.
pub(crate) async fn sites(
    db: &impl ConnectionTrait,
    campaign: CampaignId,
) -> Result<Vec<(String, Option<String>)>, Error> {
    let sites = Entity::find()
        .select_only()
        .columns([Column::Organization, Column::Site])
        .filter(Column::CampaignId.eq(campaign.0))
        .filter(Column::State.eq(PartnerState::Active.as_str()))
        .into_tuple();
    Ok(sites.all(db).await?)
}

/// The active partners of a campaign with what they may ask, in the order of the alphabet.
pub(crate) async fn active(db: &impl ConnectionTrait, campaign: Uuid) -> Result<Vec<PartnerRecord>, Error> {
    let rows = Entity::find()
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::State.eq(PartnerState::Active.as_str()))
        .all(db)
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut agreed: BTreeMap<Uuid, Vec<Wording>> = BTreeMap::new();
    let wordings = worded::Entity::find()
        .filter(worded::Column::CampaignId.eq(campaign))
        .filter(worded::Column::AgreedAt.is_not_null())
        .all(db)
        .await?;
    for row in wordings {
        agreed.entry(row.partner_id).or_default().push(open_wording(row)?);
    }
    let mut partners = Vec::with_capacity(rows.len());
    for row in rows {
        let (now, before): (Vec<_>, Vec<_>) = agreed
            .remove(&row.id)
            .unwrap_or_default()
            .into_iter()
            .partition(|wording| wording.state == WordingState::Agreed);
        partners.push(PartnerRecord {
            id: PartnerId(row.id),
            name: row.organization,
            site: row.site,
            label: row.label,
            asks: now.into_iter().next().map(|wording| (wording.id, wording.texts)),
            asked: before.into_iter().map(|wording| wording.id).collect(),
        });
    }
    partners.sort_by_cached_key(|partner| redress_domain::fold(&partner.name));
    Ok(partners)
}
