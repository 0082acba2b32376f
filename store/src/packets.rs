//! Packets: what was asked for, when the snapshot was taken, and what came of it.
//! A packet is never edited; when a newer one is ready, it supersedes the older.

use jiff::Timestamp;
use redress_domain::{AccountId, CampaignId, Locale, PacketId};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use crate::entity::campaign;
use crate::entity::packet::{ActiveModel, Column, Entity, Model};
use crate::{Author, Entry, Error, JobKind, Store, audit, db, instant, millis};

/// Which signatures a packet holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slice {
    /// All that count.
    All,
    /// Those who live, work or study in the place.
    Residents,
}

/// The state of a packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PacketState {
    /// Under way.
    Building,
    /// It can be downloaded.
    Ready,
    /// A newer one stands for it.
    Superseded,
    /// It could not be built.
    Failed,
}

/// A packet.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct Packet {
    pub id: PacketId,
    pub campaign: CampaignId,
    /// 1 for the campaign's first.
    pub number: u32,
    pub state: PacketState,
    pub locale: Locale,
    pub slice: Slice,
    pub account: Option<AccountId>,
    pub taken_at: Timestamp,
    pub signatures: u64,
    pub testimonies: u64,
    pub bytes: u64,
    /// Hexadecimal.
    pub manifest_sha256: Option<String>,
    /// Where it is in the object store.
    pub path: Option<String>,
    /// What to look for in the log, if it failed.
    pub reference: Option<String>,
    /// The slug of the body it is for; `None` is the campaign's first.
    pub recipient: Option<String>,
}

impl Slice {
    /// The stable name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Residents => "residents",
        }
    }
}

impl std::str::FromStr for Slice {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match text {
            "all" => Ok(Self::All),
            "residents" => Ok(Self::Residents),
            _ => Err(Error::Row("packet")),
        }
    }
}

impl PacketState {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Building => "building",
            Self::Ready => "ready",
            Self::Superseded => "superseded",
            Self::Failed => "failed",
        }
    }
}

/// The packets of a store.
pub struct Packets<'a>(pub(crate) &'a Store);

impl Store {
    /// The packets.
    pub const fn packets(&self) -> Packets<'_> {
        Packets(self)
    }
}

impl Packets<'_> {
    /// Asks for a packet of what counts at this instant; a worker builds it.
    pub async fn ask(
        &self,
        author: Author,
        campaign: CampaignId,
        locale: Locale,
        slice: Slice,
        recipient: Option<String>,
    ) -> Result<PacketId, Error> {
        let transaction = db::begin(&self.0.db).await?;
        // Two who ask at once get two numbers: on Postgres the second waits here for the first.
        campaign::Entity::find_by_id(campaign.0).lock_exclusive().one(&transaction).await?;
        let last = Entity::find()
            .filter(Column::CampaignId.eq(campaign.0))
            .order_by_desc(Column::Number)
            .one(&transaction)
            .await?;
        let id = PacketId::new(self.0.random.as_ref());
        let account = author.account().map(|account| account.0);
        let row = ActiveModel {
            id: Set(id.0),
            campaign_id: Set(campaign.0),
            number: Set(last.map_or(0, |last| last.number) + 1),
            state: Set(PacketState::Building.as_str().to_owned()),
            locale: Set(locale.code().to_owned()),
            slice: Set(slice.as_str().to_owned()),
            account_id: Set(account),
            taken_at: Set(millis(self.0.now())),
            signatures: Set(0),
            bytes: Set(0),
            manifest_sha256: Set(None),
            path: Set(None),
            reference: Set(None),
            recipient: Set(recipient),
            testimonies: Set(0),
        };
        Entity::insert(row).exec_without_returning(&transaction).await?;
        self.0.jobs().add(&transaction, JobKind::BuildPacket, id.0).await?;
        transaction.commit().await?;
        Ok(id)
    }

    /// One packet.
    pub async fn find(&self, id: PacketId) -> Result<Option<Packet>, Error> {
        Entity::find_by_id(id.0).one(&self.0.db).await?.map(packet).transpose()
    }

    /// A campaign's packets, newest first.
    pub async fn of_campaign(&self, campaign: CampaignId) -> Result<Vec<Packet>, Error> {
        let rows = Entity::find()
            .filter(Column::CampaignId.eq(campaign.0))
            .order_by_desc(Column::Number)
            .all(&self.0.db)
            .await?;
        rows.into_iter().map(packet).collect()
    }

    /// It is built and stored; those before it are superseded, as far as they are for the same body and hold the
    /// same part in the same language.
    pub async fn ready(
        &self,
        author: Author,
        packet: &Packet,
        (signatures, testimonies): (u64, u64),
        bytes: u64,
        manifest_sha256: &str,
        path: &str,
    ) -> Result<(), Error> {
        let transaction = db::begin(&self.0.db).await?;
        Entity::update_many()
            .col_expr(Column::State, Expr::value(PacketState::Superseded.as_str()))
            .filter(Column::CampaignId.eq(packet.campaign.0))
            .filter(Column::State.eq(PacketState::Ready.as_str()))
            .filter(match &packet.recipient {
                Some(recipient) => Column::Recipient.eq(recipient),
                None => Column::Recipient.is_null(),
            })
            .filter(Column::Slice.eq(packet.slice.as_str()))
            .filter(Column::Locale.eq(packet.locale.code()))
            .filter(Column::Number.lt(i32::try_from(packet.number).unwrap_or(i32::MAX)))
            .exec(&transaction)
            .await?;
        Entity::update_many()
            .col_expr(Column::State, Expr::value(PacketState::Ready.as_str()))
            .col_expr(Column::Signatures, Expr::value(i64::try_from(signatures).unwrap_or(i64::MAX)))
            .col_expr(Column::Testimonies, Expr::value(i64::try_from(testimonies).unwrap_or(i64::MAX)))
            .col_expr(Column::Bytes, Expr::value(i64::try_from(bytes).unwrap_or(i64::MAX)))
            .col_expr(Column::ManifestSha256, Expr::value(Some(manifest_sha256.to_owned())))
            .col_expr(Column::Path, Expr::value(Some(path.to_owned())))
            .filter(Column::Id.eq(packet.id.0))
            .exec(&transaction)
            .await?;
        let entry = Entry {
            author,
            campaign: Some(packet.campaign),
            verb: "packet-built",
            object: packet.id.to_string(),
            before: String::new(),
            after: format!("{} · {signatures} · {manifest_sha256}", packet.number),
        };
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Packets whose file names people that their campaign has forgotten: id and path.
    pub async fn of_forgotten(&self) -> Result<Vec<(PacketId, String)>, Error> {
        let forgotten: Vec<_> = campaign::Entity::find()
            .filter(campaign::Column::ForgottenAt.is_not_null())
            .all(&self.0.db)
            .await?
            .into_iter()
            .map(|row| row.id)
            .collect();
        let rows = Entity::find()
            .filter(Column::CampaignId.is_in(forgotten))
            .filter(Column::Path.is_not_null())
            .all(&self.0.db)
            .await?;
        Ok(rows.into_iter().filter_map(|row| Some((PacketId(row.id), row.path?))).collect())
    }

    /// Its file is gone; its number, its counts and its manifest's hash stay.
    pub async fn file_gone(&self, id: PacketId) -> Result<(), Error> {
        Entity::update_many()
            .col_expr(Column::Path, Expr::value(Option::<String>::None))
            .filter(Column::Id.eq(id.0))
            .exec(&self.0.db)
            .await?;
        Ok(())
    }

    /// It could not be built.
    pub async fn failed(&self, id: PacketId, reference: &str) -> Result<(), Error> {
        Entity::update_many()
            .col_expr(Column::State, Expr::value(PacketState::Failed.as_str()))
            .col_expr(Column::Reference, Expr::value(Some(reference.to_owned())))
            .filter(Column::Id.eq(id.0).and(Column::State.eq(PacketState::Building.as_str())))
            .exec(&self.0.db)
            .await?;
        Ok(())
    }
}

fn packet(row: Model) -> Result<Packet, Error> {
    let fault = || Error::Row("packet");
    Ok(Packet {
        id: PacketId(row.id),
        campaign: CampaignId(row.campaign_id),
        number: u32::try_from(row.number).map_err(|_| fault())?,
        state: [PacketState::Building, PacketState::Ready, PacketState::Superseded, PacketState::Failed]
            .into_iter()
            .find(|state| state.as_str() == row.state)
            .ok_or_else(fault)?,
        locale: row.locale.parse().map_err(|_| fault())?,
        slice: row.slice.parse()?,
        account: row.account_id.map(AccountId),
        taken_at: instant(row.taken_at),
        signatures: u64::try_from(row.signatures).unwrap_or_default(),
        testimonies: u64::try_from(row.testimonies).unwrap_or_default(),
        bytes: u64::try_from(row.bytes).unwrap_or_default(),
        manifest_sha256: row.manifest_sha256,
        path: row.path,
        reference: row.reference,
        recipient: row.recipient,
    })
}
