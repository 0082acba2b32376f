//! Joint hosts: who hosts a campaign with which rights, and the links that make another organization one of them.
//! It keeps one host who may do everything, whatever is asked of it.

use jiff::{SignedDuration, Timestamp};
use redress_domain::{CampaignId, HostInvitationId, HostRights, OrganizationId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, QueryTrait as _,
};

use crate::entity::host_invitation::{ActiveModel, Column, Entity, Model};
use crate::entity::{campaign, campaign_host, organization};
use crate::{Author, Entry, Error, SecretToken, Store, audit, db, instant, millis};

/// How long an invitation can be accepted.
const HOLDS: SignedDuration = SignedDuration::from_hours(14 * 24);

/// An invitation to host that still holds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct HostInvitation {
    pub id: HostInvitationId,
    pub campaign: CampaignId,
    pub rights: HostRights,
    pub note: String,
    pub expires_at: Timestamp,
}

/// The names of a campaign's hosts, each with the domain of its mail.
pub(crate) async fn domains(
    db: &impl ConnectionTrait,
    campaign: CampaignId,
) -> Result<Vec<(String, Option<String>)>, Error> {
    let hosts = campaign_host::Entity::find()
        .select_only()
        .column(campaign_host::Column::OrganizationId)
        .filter(campaign_host::Column::CampaignId.eq(campaign.0));
    let domains = organization::Entity::find()
        .select_only()
        .columns([organization::Column::Name, organization::Column::MailDomain])
        .filter(organization::Column::Id.in_subquery(hosts.into_query()))
        .into_tuple();
    Ok(domains.all(db).await?)
}

/// What became of an acceptance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joined {
    /// The organization hosts this campaign.
    Now(CampaignId),
    /// It did before; the link still holds, for another.
    Before,
    /// The link was used, has run out, or is not ours.
    Gone,
}

/// What became of a change to a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HostChange {
    /// It was made.
    Done,
    /// Nobody would be left who may do everything.
    LastHost,
    /// That organization does not host this campaign.
    NotThere,
}

/// The hosts of a store's campaigns.
pub struct Hosts<'a>(pub(crate) &'a Store);

impl Store {
    /// Who hosts what.
    pub const fn hosts(&self) -> Hosts<'_> {
        Hosts(self)
    }
}

impl Hosts<'_> {
    /// A link by which one other organization becomes a host, once, within fourteen days.
    pub async fn invite(
        &self,
        author: Author,
        campaign: CampaignId,
        rights: &HostRights,
        note: &str,
    ) -> Result<SecretToken, Error> {
        let token = SecretToken::new(self.0.random.as_ref());
        let until = self.0.now().checked_add(HOLDS).map_err(|_| Error::Row("host_invitation"))?;
        let transaction = db::begin(&self.0.db).await?;
        let row = ActiveModel {
            id: Set(HostInvitationId::new(self.0.random.as_ref()).0),
            campaign_id: Set(campaign.0),
            token_hash: Set(token.hash()),
            rights: Set(rights.to_string()),
            note: Set(note.to_owned()),
            invited_by: Set(author.account().map(|id| id.0)),
            expires_at: Set(millis(until)),
            used_at: Set(None),
        };
        Entity::insert(row).exec_without_returning(&transaction).await?;
        self.log(&transaction, author, campaign, "host-invited", "", rights).await?;
        transaction.commit().await?;
        Ok(token)
    }

    /// The invitations of a campaign that nobody has accepted yet, the oldest first.
    pub async fn invitations(&self, campaign: CampaignId) -> Result<Vec<HostInvitation>, Error> {
        let rows = Entity::find()
            .filter(Column::CampaignId.eq(campaign.0))
            .filter(Column::UsedAt.is_null())
            .filter(Column::ExpiresAt.gt(millis(self.0.now())))
            .order_by_asc(Column::ExpiresAt)
            .all(&self.0.db)
            .await?;
        rows.into_iter().map(invitation).collect()
    }

    /// What a link invites to, if it still holds.
    pub async fn invitation_of(&self, token: &SecretToken) -> Result<Option<HostInvitation>, Error> {
        self.held(&self.0.db, token).await?.map(invitation).transpose()
    }

    async fn held(&self, db: &impl ConnectionTrait, token: &SecretToken) -> Result<Option<Model>, Error> {
        Ok(Entity::find()
            .filter(Column::TokenHash.eq(token.hash()))
            .filter(Column::UsedAt.is_null())
            .filter(Column::ExpiresAt.gt(millis(self.0.now())))
            .one(db)
            .await?)
    }

    /// Ends an invitation; tells whether it held.
    pub async fn take_back(&self, campaign: CampaignId, id: HostInvitationId) -> Result<bool, Error> {
        let gone = Entity::delete_many()
            .filter(Column::Id.eq(id.0))
            .filter(Column::CampaignId.eq(campaign.0))
            .filter(Column::UsedAt.is_null())
            .exec(&self.0.db)
            .await?;
        Ok(gone.rows_affected == 1)
    }

    /// Makes an organization a host, as it was invited to be.
    pub async fn accept(
        &self,
        author: Author,
        organization: OrganizationId,
        token: &SecretToken,
    ) -> Result<Joined, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let Some(row) = self.held(&transaction, token).await? else { return Ok(Joined::Gone) };
        let campaign = CampaignId(row.campaign_id);
        let hosts = self.locked(&transaction, campaign).await?;
        if hosts.iter().any(|host| host.organization_id == organization.0) {
            return Ok(Joined::Before);
        }
        let used = Entity::update_many()
            .col_expr(Column::UsedAt, Expr::value(Some(millis(self.0.now()))))
            .filter(Column::Id.eq(row.id))
            .filter(Column::UsedAt.is_null())
            .exec(&transaction)
            .await?;
        if used.rows_affected != 1 {
            return Ok(Joined::Gone);
        }
        let rights = HostRights::parse(&row.rights).map_err(|_| Error::Row("host_invitation"))?;
        let host = campaign_host::ActiveModel {
            campaign_id: Set(campaign.0),
            organization_id: Set(organization.0),
            position: Set(hosts.iter().map(|host| host.position).max().unwrap_or_default() + 1),
            rights: Set(rights.to_string()),
            note: Set(row.note),
        };
        campaign_host::Entity::insert(host).exec_without_returning(&transaction).await?;
        self.log(&transaction, author, campaign, "host-joined", "", &rights).await?;
        transaction.commit().await?;
        Ok(Joined::Now(campaign))
    }

    /// Changes what a host may do and what was agreed.
    pub async fn set(
        &self,
        author: Author,
        campaign: CampaignId,
        organization: OrganizationId,
        rights: &HostRights,
        note: &str,
    ) -> Result<HostChange, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let hosts = self.locked(&transaction, campaign).await?;
        let Some(host) = hosts.iter().find(|host| host.organization_id == organization.0) else {
            return Ok(HostChange::NotThere);
        };
        if *rights != HostRights::All && is_last(&hosts, organization) {
            return Ok(HostChange::LastHost);
        }
        campaign_host::Entity::update_many()
            .col_expr(campaign_host::Column::Rights, Expr::value(rights.to_string()))
            .col_expr(campaign_host::Column::Note, Expr::value(note))
            .filter(campaign_host::Column::CampaignId.eq(campaign.0))
            .filter(campaign_host::Column::OrganizationId.eq(organization.0))
            .exec(&transaction)
            .await?;
        self.log(&transaction, author, campaign, "host-rights", &host.rights, rights).await?;
        transaction.commit().await?;
        Ok(HostChange::Done)
    }

    /// Ends that an organization hosts: it leaves, or another removes it.
    pub async fn remove(
        &self,
        author: Author,
        campaign: CampaignId,
        organization: OrganizationId,
    ) -> Result<HostChange, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let hosts = self.locked(&transaction, campaign).await?;
        let Some(host) = hosts.iter().find(|host| host.organization_id == organization.0) else {
            return Ok(HostChange::NotThere);
        };
        if is_last(&hosts, organization) {
            return Ok(HostChange::LastHost);
        }
        campaign_host::Entity::delete_many()
            .filter(campaign_host::Column::CampaignId.eq(campaign.0))
            .filter(campaign_host::Column::OrganizationId.eq(organization.0))
            .exec(&transaction)
            .await?;
        let left = matches!(author, Author::Member(_, own) if own == organization);
        let verb = if left { "host-left" } else { "host-removed" };
        let none = HostRights::Only(Vec::new());
        self.log(&transaction, author, campaign, verb, &host.rights, &none).await?;
        transaction.commit().await?;
        Ok(HostChange::Done)
    }

    /// The hosts of a campaign, none of whom changes until the transaction ends: two who remove each other at once
    /// come one after the other.
    async fn locked(
        &self,
        transaction: &impl ConnectionTrait,
        campaign: CampaignId,
    ) -> Result<Vec<campaign_host::Model>, Error> {
        campaign::Entity::update_many()
            .col_expr(campaign::Column::UpdatedAt, Expr::value(millis(self.0.now())))
            .filter(campaign::Column::Id.eq(campaign.0))
            .exec(transaction)
            .await?;
        Ok(campaign_host::Entity::find()
            .filter(campaign_host::Column::CampaignId.eq(campaign.0))
            .all(transaction)
            .await?)
    }

    async fn log(
        &self,
        transaction: &impl ConnectionTrait,
        author: Author,
        campaign: CampaignId,
        verb: &'static str,
        before: &str,
        rights: &HostRights,
    ) -> Result<(), Error> {
        let entry = Entry {
            author,
            campaign: Some(campaign),
            verb,
            object: "campaign_host".to_owned(),
            before: before.to_owned(),
            after: rights.to_string(),
        };
        audit::append(transaction, self.0.now(), entry).await
    }
}

/// Whether this host is the only one who may do everything.
fn is_last(hosts: &[campaign_host::Model], organization: OrganizationId) -> bool {
    let all = HostRights::All.to_string();
    let mut others = hosts.iter().filter(|host| host.organization_id != organization.0);
    !others.any(|host| host.rights == all)
}

fn invitation(row: Model) -> Result<HostInvitation, Error> {
    Ok(HostInvitation {
        id: HostInvitationId(row.id),
        campaign: CampaignId(row.campaign_id),
        rights: HostRights::parse(&row.rights).map_err(|_| Error::Row("host_invitation"))?,
        note: row.note,
        expires_at: instant(row.expires_at),
    })
}
