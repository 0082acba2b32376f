//! Updates to those who asked for news: written, tried on oneself, and sent once to each mailbox.
//!
//! Sending goes through all who asked in the order of their ids, which tells nothing. Each step is one transaction: the
//! mails that are owed, the mailboxes they go to, and how far it has come. Whatever dies between two steps, the next
//! goes on behind the last; a mailbox that is noted is never owed a second mail, however often it gave a name.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use redress_domain::{
    CampaignId, CoSignatureId, CoSignatureState, Locale, Message, NewsId, NewsReader, NewsState, NewsText,
    Recipient, SignatureId, SignatureState, TestimonyId, TestimonyState,
};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement, UnionType};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use uuid::Uuid;

use crate::entity::news::{ActiveModel, Column, Entity, Model};
use crate::entity::{co_signature, news_mailbox, signature, testimony};
use crate::letters::Signatory;
use crate::outbox::Owed;
use crate::signatures::Signer;
use crate::testimonies::Writer;
use crate::{Author, Entry, Error, Store, audit, db, instant, millis, seal};

const TABLE: &str = "news";

/// An update.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct News {
    pub id: NewsId,
    pub campaign: CampaignId,
    pub texts: BTreeMap<Locale, NewsText>,
    pub state: NewsState,
    /// How many mailboxes had asked when it was begun.
    pub wanted: u64,
    /// How many mailboxes are owed it by now.
    pub sent: u64,
    pub created_at: Timestamp,
    pub started_at: Option<Timestamp>,
    pub ended_at: Option<Timestamp>,
}

/// The updates of a store.
pub struct Newsroom<'a>(pub(crate) &'a Store);

impl Store {
    /// The updates.
    pub const fn news(&self) -> Newsroom<'_> {
        Newsroom(self)
    }
}

/// Somebody who asked for news.
struct Reader {
    id: Uuid,
    mailbox: Vec<u8>,
    locale: Locale,
    recipient: Option<Recipient>,
    reader: NewsReader,
}

impl Newsroom<'_> {
    /// The updates of a campaign, the newest first.
    pub async fn of_campaign(&self, campaign: CampaignId) -> Result<Vec<News>, Error> {
        let rows = Entity::find()
            .filter(Column::CampaignId.eq(campaign.0))
            .order_by_desc(Column::CreatedAt)
            .all(&self.0.db)
            .await?;
        rows.into_iter().map(open).collect()
    }

    /// One of a campaign.
    pub async fn find(&self, campaign: CampaignId, id: NewsId) -> Result<Option<News>, Error> {
        let row = Entity::find_by_id(id.0).filter(Column::CampaignId.eq(campaign.0)).one(&self.0.db).await?;
        row.map(open).transpose()
    }

    /// How many mailboxes ask for news of a campaign: of signatures, testimony and co-signatures that were confirmed.
    pub async fn readers(&self, campaign: CampaignId) -> Result<u64, Error> {
        let mailboxes = |query: &mut SelectStatement| query.to_owned();
        let mut signed = mailboxes(
            Query::select()
                .column(signature::Column::MailboxHash)
                .from(signature::Entity)
                .and_where(signing(campaign)),
        );
        let testified = mailboxes(
            Query::select()
                .column(testimony::Column::MailboxHash)
                .from(testimony::Entity)
                .and_where(testifying(campaign)),
        );
        let co_signed = mailboxes(
            Query::select()
                .column(co_signature::Column::MailboxHash)
                .from(co_signature::Entity)
                .and_where(co_signing(campaign)),
        );
        signed.union(UnionType::Distinct, testified).union(UnionType::Distinct, co_signed);
        let count = Query::select()
            .expr_as(Expr::cust("CAST(COUNT(*) AS BIGINT)"), "mailboxes")
            .from_subquery(signed, "asked")
            .to_owned();
        let row = self.0.db.query_one(&count).await?.ok_or(Error::Row(TABLE))?;
        let count: i64 = row.try_get("", "mailboxes")?;
        Ok(u64::try_from(count).unwrap_or_default())
    }

    /// Writes a draft, new or anew; nothing if there is no such draft any more.
    pub async fn write(
        &self,
        author: Author,
        campaign: CampaignId,
        id: Option<NewsId>,
        texts: &BTreeMap<Locale, NewsText>,
    ) -> Result<Option<NewsId>, Error> {
        let json = serde_json::to_string(texts).map_err(|_| Error::Row(TABLE))?;
        if let Some(id) = id {
            let changed = Entity::update_many()
                .col_expr(Column::Texts, Expr::value(json))
                .filter(Column::Id.eq(id.0))
                .filter(Column::CampaignId.eq(campaign.0))
                .filter(Column::State.eq(NewsState::Draft.as_str()))
                .exec(&self.0.db)
                .await?
                .rows_affected;
            return Ok((changed == 1).then_some(id));
        }
        let id = NewsId::new(self.0.random.as_ref());
        let row = ActiveModel {
            id: Set(id.0),
            campaign_id: Set(campaign.0),
            texts: Set(json),
            state: Set(NewsState::Draft.as_str().to_owned()),
            after_id: Set(None),
            wanted: Set(0),
            sent: Set(0),
            started_by: Set(None),
            created_at: Set(millis(self.0.now())),
            started_at: Set(None),
            ended_at: Set(None),
        };
        let transaction = db::begin(&self.0.db).await?;
        Entity::insert(row).exec_without_returning(&transaction).await?;
        audit::append(&transaction, self.0.now(), entry(author, campaign, "news-written", id, "", ""))
            .await?;
        transaction.commit().await?;
        Ok(Some(id))
    }

    /// Removes a draft; one that was sent stays.
    pub async fn remove(&self, campaign: CampaignId, id: NewsId) -> Result<bool, Error> {
        let gone = Entity::delete_many()
            .filter(Column::Id.eq(id.0))
            .filter(Column::CampaignId.eq(campaign.0))
            .filter(Column::State.eq(NewsState::Draft.as_str()))
            .exec(&self.0.db)
            .await?;
        Ok(gone.rows_affected == 1)
    }

    /// Owes its writer a copy in each of these languages.
    pub async fn try_on(
        &self,
        campaign: CampaignId,
        id: NewsId,
        recipient: &Recipient,
        languages: &[Locale],
    ) -> Result<(), Error> {
        let owed: Vec<Owed> = languages
            .iter()
            .map(|locale| Owed {
                campaign: Some(campaign),
                locale: *locale,
                recipient: recipient.clone(),
                message: Message::News { campaign, news: id, reader: NewsReader::Copy },
            })
            .collect();
        let transaction = db::begin(&self.0.db).await?;
        self.0.outbox().owe(&transaction, &owed).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Begins to send a draft, or goes on with one that was stopped; tells whether it did.
    pub async fn start(&self, author: Author, campaign: CampaignId, id: NewsId) -> Result<bool, Error> {
        let wanted = i32::try_from(self.readers(campaign).await?).unwrap_or(i32::MAX);
        let now = millis(self.0.now());
        let startable = [NewsState::Draft.as_str(), NewsState::Stopped.as_str()];
        let by = author.account().map(|account| account.0);
        let transaction = db::begin(&self.0.db).await?;
        let row =
            Entity::find_by_id(id.0).filter(Column::CampaignId.eq(campaign.0)).one(&transaction).await?;
        let Some(row) = row.filter(|row| startable.contains(&row.state.as_str())) else { return Ok(false) };
        let mut update = Entity::update_many()
            .col_expr(Column::State, Expr::value(NewsState::Sending.as_str()))
            .col_expr(Column::StartedBy, Expr::value(by))
            .col_expr(Column::EndedAt, Expr::value(Option::<i64>::None));
        if row.state == NewsState::Draft.as_str() {
            update = update
                .col_expr(Column::Wanted, Expr::value(wanted))
                .col_expr(Column::StartedAt, Expr::value(Some(now)));
        }
        let changed = update
            .filter(Column::Id.eq(id.0))
            .filter(Column::State.eq(row.state.clone()))
            .exec(&transaction)
            .await?
            .rows_affected;
        if changed == 1 {
            let entry = entry(author, campaign, "news-started", id, &row.state, NewsState::Sending.as_str());
            audit::append(&transaction, self.0.now(), entry).await?;
        }
        transaction.commit().await?;
        Ok(changed == 1)
    }

    /// Stops sending: mails that are owed by now still go. Tells whether it was being sent.
    pub async fn stop(&self, author: Author, campaign: CampaignId, id: NewsId) -> Result<bool, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let changed = Entity::update_many()
            .col_expr(Column::State, Expr::value(NewsState::Stopped.as_str()))
            .col_expr(Column::EndedAt, Expr::value(Some(millis(self.0.now()))))
            .filter(Column::Id.eq(id.0))
            .filter(Column::CampaignId.eq(campaign.0))
            .filter(Column::State.eq(NewsState::Sending.as_str()))
            .exec(&transaction)
            .await?
            .rows_affected;
        if changed == 1 {
            let (from, to) = (NewsState::Sending.as_str(), NewsState::Stopped.as_str());
            audit::append(&transaction, self.0.now(), entry(author, campaign, "news-stopped", id, from, to))
                .await?;
        }
        transaction.commit().await?;
        Ok(changed == 1)
    }

    /// The updates that are being sent.
    pub async fn sending(&self) -> Result<Vec<NewsId>, Error> {
        let rows = Entity::find()
            .filter(Column::State.eq(NewsState::Sending.as_str()))
            .order_by_asc(Column::StartedAt)
            .all(&self.0.db)
            .await?;
        Ok(rows.into_iter().map(|row| NewsId(row.id)).collect())
    }

    /// Goes on with an update by so many who asked, in one transaction; tells whether more are left.
    pub async fn advance(&self, id: NewsId, most: u64) -> Result<bool, Error> {
        let transaction = db::begin(&self.0.db).await?;
        // Of two processes, the second waits here until the first is done, and goes on behind it.
        let held = Entity::update_many()
            .col_expr(Column::Sent, Expr::col(Column::Sent))
            .filter(Column::Id.eq(id.0))
            .filter(Column::State.eq(NewsState::Sending.as_str()))
            .exec(&transaction)
            .await?
            .rows_affected;
        let row = Entity::find_by_id(id.0).one(&transaction).await?;
        let Some(row) = row.filter(|_| held == 1) else { return Ok(false) };
        let campaign = CampaignId(row.campaign_id);
        let mut readers = self.readers_after(&transaction, campaign, row.after_id, most).await?;
        readers.sort_by_key(|reader| reader.id);
        readers.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        let more = readers.len() as u64 == most;
        let after = readers.last().map(|reader| reader.id).or(row.after_id);

        let noted = news_mailbox::Entity::find()
            .filter(news_mailbox::Column::NewsId.eq(id.0))
            .filter(
                news_mailbox::Column::MailboxHash.is_in(readers.iter().map(|reader| reader.mailbox.clone())),
            )
            .all(&transaction)
            .await?;
        let mut noted: BTreeSet<Vec<u8>> = noted.into_iter().map(|row| row.mailbox_hash).collect();
        let (mut owed, mut mailboxes) = (Vec::new(), Vec::new());
        for reader in readers {
            let Some(recipient) = reader.recipient else { continue };
            if !noted.insert(reader.mailbox.clone()) {
                continue;
            }
            owed.push(Owed {
                campaign: Some(campaign),
                locale: reader.locale,
                recipient,
                message: Message::News { campaign, news: id, reader: reader.reader },
            });
            mailboxes.push(news_mailbox::ActiveModel {
                news_id: Set(id.0),
                mailbox_hash: Set(reader.mailbox),
                campaign_id: Set(campaign.0),
            });
        }
        let sent = i32::try_from(owed.len()).unwrap_or_default();
        if !mailboxes.is_empty() {
            news_mailbox::Entity::insert_many(mailboxes).exec_without_returning(&transaction).await?;
            self.0.outbox().owe(&transaction, &owed).await?;
        }
        let mut update = Entity::update_many()
            .col_expr(Column::AfterId, Expr::value(after))
            .col_expr(Column::Sent, Expr::col(Column::Sent).add(sent));
        if !more {
            update = update
                .col_expr(Column::State, Expr::value(NewsState::Sent.as_str()))
                .col_expr(Column::EndedAt, Expr::value(Some(millis(self.0.now()))));
            // Who got it is nobody's business once all have.
            news_mailbox::Entity::delete_many()
                .filter(news_mailbox::Column::NewsId.eq(id.0))
                .exec(&transaction)
                .await?;
        }
        update.filter(Column::Id.eq(id.0)).exec(&transaction).await?;
        transaction.commit().await?;
        Ok(more)
    }

    async fn readers_after(
        &self,
        db: &impl ConnectionTrait,
        campaign: CampaignId,
        after: Option<Uuid>,
        most: u64,
    ) -> Result<Vec<Reader>, Error> {
        let keys = &self.0.keys;
        let mut signed = signature::Entity::find().filter(signing(campaign));
        let mut testified = testimony::Entity::find().filter(testifying(campaign));
        let mut co_signed = co_signature::Entity::find().filter(co_signing(campaign));
        if let Some(after) = after {
            signed = signed.filter(signature::Column::Id.gt(after));
            testified = testified.filter(testimony::Column::Id.gt(after));
            co_signed = co_signed.filter(co_signature::Column::Id.gt(after));
        }
        let mut readers = Vec::new();
        for row in signed.order_by_asc(signature::Column::Id).limit(most).all(db).await? {
            let (Some(blob), Some(mailbox)) = (&row.sealed, row.mailbox_hash) else { continue };
            let signer: Signer = seal::open(keys, "signature", row.id, blob)?;
            readers.push(Reader {
                id: row.id,
                mailbox,
                locale: row.locale.parse().map_err(|_| Error::Row("signature"))?,
                recipient: Some(Recipient {
                    email: signer.email,
                    name: Some(signer.name.as_str().to_owned()),
                }),
                reader: NewsReader::Signer(SignatureId(row.id)),
            });
        }
        for row in testified.order_by_asc(testimony::Column::Id).limit(most).all(db).await? {
            let (Some(blob), Some(mailbox)) = (&row.sealed, row.mailbox_hash) else { continue };
            let writer: Writer = seal::open(keys, "testimony", row.id, blob)?;
            readers.push(Reader {
                id: row.id,
                mailbox,
                locale: row.locale.parse().map_err(|_| Error::Row("testimony"))?,
                recipient: writer.recipient(),
                reader: NewsReader::Writer(TestimonyId(row.id)),
            });
        }
        for row in co_signed.order_by_asc(co_signature::Column::Id).limit(most).all(db).await? {
            let (Some(blob), Some(mailbox)) = (&row.sealed, row.mailbox_hash) else { continue };
            let signatory: Signatory = seal::open(keys, "co_signature", row.id, blob)?;
            readers.push(Reader {
                id: row.id,
                mailbox,
                locale: row.locale.parse().map_err(|_| Error::Row("co_signature"))?,
                recipient: signatory.recipient(),
                reader: NewsReader::CoSigner(CoSignatureId(row.id)),
            });
        }
        Ok(readers)
    }

    /// Whether somebody still asks for news.
    pub async fn wants(&self, reader: NewsReader) -> Result<bool, Error> {
        Ok(reader == NewsReader::Copy || given(&self.0.db, reader).await?.is_some_and(|given| given.wants))
    }

    /// The campaign whose news somebody reads, and their language; nothing once they are forgotten.
    pub async fn reader(&self, reader: NewsReader) -> Result<Option<(CampaignId, Locale)>, Error> {
        given(&self.0.db, reader)
            .await?
            .map(|given| {
                let locale = given.locale.parse().map_err(|_| Error::Row(TABLE))?;
                Ok((CampaignId(given.campaign), locale))
            })
            .transpose()
    }

    /// No more news of this campaign to the mailbox of whoever asked, whatever else it gave.
    pub async fn unsubscribe(&self, reader: NewsReader) -> Result<(), Error> {
        let transaction = db::begin(&self.0.db).await?;
        if let Some(Given { campaign, mailbox: Some(mailbox), .. }) = given(&transaction, reader).await? {
            signature::Entity::update_many()
                .col_expr(signature::Column::News, Expr::value(false))
                .filter(signature::Column::CampaignId.eq(campaign))
                .filter(signature::Column::MailboxHash.eq(mailbox.clone()))
                .exec(&transaction)
                .await?;
            testimony::Entity::update_many()
                .col_expr(testimony::Column::News, Expr::value(false))
                .filter(testimony::Column::CampaignId.eq(campaign))
                .filter(testimony::Column::MailboxHash.eq(mailbox.clone()))
                .exec(&transaction)
                .await?;
            co_signature::Entity::update_many()
                .col_expr(co_signature::Column::News, Expr::value(false))
                .filter(co_signature::Column::CampaignId.eq(campaign))
                .filter(co_signature::Column::MailboxHash.eq(mailbox))
                .exec(&transaction)
                .await?;
        }
        transaction.commit().await?;
        Ok(())
    }
}

/// What somebody gave, as far as news is concerned.
struct Given {
    campaign: Uuid,
    locale: String,
    mailbox: Option<Vec<u8>>,
    wants: bool,
}

async fn given(db: &impl ConnectionTrait, reader: NewsReader) -> Result<Option<Given>, Error> {
    Ok(match reader {
        NewsReader::Copy => None,
        NewsReader::Signer(id) => signature::Entity::find_by_id(id.0).one(db).await?.map(|row| Given {
            campaign: row.campaign_id,
            locale: row.locale,
            mailbox: row.mailbox_hash,
            wants: row.news && row.sealed.is_some(),
        }),
        NewsReader::Writer(id) => testimony::Entity::find_by_id(id.0).one(db).await?.map(|row| Given {
            campaign: row.campaign_id,
            locale: row.locale,
            mailbox: row.mailbox_hash,
            wants: row.news && row.sealed.is_some(),
        }),
        NewsReader::CoSigner(id) => co_signature::Entity::find_by_id(id.0).one(db).await?.map(|row| Given {
            campaign: row.campaign_id,
            locale: row.locale,
            mailbox: row.mailbox_hash,
            wants: row.news && row.sealed.is_some(),
        }),
    })
}

/// Confirmed signatures whose signers asked for news.
fn signing(campaign: CampaignId) -> Expr {
    signature::Column::CampaignId
        .eq(campaign.0)
        .and(signature::Column::State.eq(SignatureState::Confirmed.as_str()))
        .and(signature::Column::News.eq(true))
        .and(signature::Column::Sealed.is_not_null())
        .and(signature::Column::MailboxHash.is_not_null())
}

/// Testimony whose mailbox said yes and whose writer asked for news.
fn testifying(campaign: CampaignId) -> Expr {
    let states = [TestimonyState::Confirmed, TestimonyState::Approved, TestimonyState::Included];
    testimony::Column::CampaignId
        .eq(campaign.0)
        .and(testimony::Column::State.is_in(states.map(TestimonyState::as_str)))
        .and(testimony::Column::News.eq(true))
        .and(testimony::Column::Sealed.is_not_null())
        .and(testimony::Column::MailboxHash.is_not_null())
}

/// Co-signatures whose mailbox said yes and whose signatories asked for news. One whose mailbox is gone asks no more.
fn co_signing(campaign: CampaignId) -> Expr {
    let states = [
        CoSignatureState::Pending,
        CoSignatureState::Verified,
        CoSignatureState::Stale,
        CoSignatureState::Reaffirmed,
    ];
    co_signature::Column::CampaignId
        .eq(campaign.0)
        .and(co_signature::Column::State.is_in(states.map(CoSignatureState::as_str)))
        .and(co_signature::Column::ConfirmedAt.is_not_null())
        .and(co_signature::Column::News.eq(true))
        .and(co_signature::Column::Sealed.is_not_null())
        .and(co_signature::Column::MailboxHash.is_not_null())
}

/// Mailboxes noted for an update of a campaign that has forgotten its people.
pub(crate) async fn forget(db: &impl ConnectionTrait, campaign: Uuid) -> Result<(), Error> {
    news_mailbox::Entity::delete_many()
        .filter(news_mailbox::Column::CampaignId.eq(campaign))
        .exec(db)
        .await?;
    Ok(())
}

fn open(row: Model) -> Result<News, Error> {
    let fault = || Error::Row(TABLE);
    Ok(News {
        id: NewsId(row.id),
        campaign: CampaignId(row.campaign_id),
        texts: serde_json::from_str(&row.texts).map_err(|_| fault())?,
        state: row.state.parse().map_err(|_| fault())?,
        wanted: u64::try_from(row.wanted).unwrap_or_default(),
        sent: u64::try_from(row.sent).unwrap_or_default(),
        created_at: instant(row.created_at),
        started_at: row.started_at.map(instant),
        ended_at: row.ended_at.map(instant),
    })
}

fn entry(
    author: Author,
    campaign: CampaignId,
    verb: &'static str,
    id: NewsId,
    before: &str,
    after: &str,
) -> Entry {
    Entry {
        author,
        campaign: Some(campaign),
        verb,
        object: format!("news {id}"),
        before: before.to_owned(),
        after: after.to_owned(),
    }
}
