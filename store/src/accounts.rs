//! Accounts, organizations and their teams: who can log in, and as what.
//! It hashes no password and sends no mail; names and mailboxes of members are sealed like everybody's.

use jiff::SignedDuration;
use redress_domain::{
    AccountId, EmailAddress, Locale, MemberId, MemberState, Message, OrganizationId, PersonName, Recipient,
    Role, Slug,
};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::entity::{account, invitation, member, organization, session};
use crate::{Author, Entry, Error, SecretToken, Store, audit, db, millis, seal};

const TABLE: &str = "account";
const INVITATION_HOLDS: SignedDuration = SignedDuration::from_hours(7 * 24);

#[derive(Serialize, Deserialize)]
struct Person {
    name: Option<String>,
    email: EmailAddress,
}

/// An organization.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct Organization {
    pub id: OrganizationId,
    pub slug: String,
    pub name: String,
    pub site: Option<String>,
    pub mail_domain: Option<String>,
    pub two_pairs_of_eyes: bool,
}

/// What an owner can change of an organization.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct OrganizationUpdate {
    pub name: String,
    pub site: Option<String>,
    pub mail_domain: Option<String>,
    pub two_pairs_of_eyes: bool,
}

/// An organization to be made.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct NewOrganization {
    pub slug: Slug,
    pub name: String,
    pub site: Option<String>,
    pub mail_domain: Option<String>,
    pub two_pairs_of_eyes: bool,
}

/// What a log-in compares.
#[derive(Debug, Clone)]
pub struct Login {
    /// Whose it is.
    pub account: AccountId,
    /// PHC string; `None` while the member is only invited.
    pub password_hash: Option<String>,
}

/// A member at the desk.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct Member {
    pub id: MemberId,
    pub account: AccountId,
    pub organization: Organization,
    pub role: Role,
    pub name: String,
}

/// A member in the team's list.
#[derive(Clone)]
#[expect(missing_docs, reason = "the fields of the row")]
pub struct TeamMember {
    pub id: MemberId,
    pub account: AccountId,
    pub name: Option<String>,
    pub email: String,
    pub role: Role,
    pub state: MemberState,
}

/// An invitation that still holds.
#[derive(Debug, Clone)]
pub enum Invitation {
    /// To make the first account.
    First,
    /// To join a team.
    Join {
        /// Which member it makes active.
        member: MemberId,
        /// The organization.
        organization: Organization,
        /// What the member will be.
        role: Role,
        /// Whether the mailbox has an account with a password already.
        has_account: bool,
    },
}

/// Why the first account was not made.
#[derive(Debug, thiserror::Error)]
pub enum SetupRefused {
    /// The link was used, or is not ours.
    #[error("the link no longer holds")]
    Gone,
    /// The database.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Why an invitation was not accepted.
#[derive(Debug, thiserror::Error)]
pub enum AcceptRefused {
    /// The link was used, has run out, or is not ours.
    #[error("the link no longer holds")]
    Gone,
    /// The database.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Why nobody was invited.
#[derive(Debug, thiserror::Error)]
pub enum InviteRefused {
    /// The mailbox is on the team.
    #[error("that mailbox is on the team already")]
    AlreadyMember,
    /// The last owner stays.
    #[error("a team has an owner")]
    LastOwner,
    /// The database.
    #[error(transparent)]
    Store(#[from] Error),
}

/// The accounts of a store.
pub struct Accounts<'a>(pub(crate) &'a Store);

impl Store {
    /// Who can log in.
    pub const fn accounts(&self) -> Accounts<'_> {
        Accounts(self)
    }
}

impl Accounts<'_> {
    /// Whether anybody can log in.
    pub async fn any(&self) -> Result<bool, Error> {
        any(&self.0.db).await
    }

    /// A single-use link for the first account; earlier ones no longer hold.
    pub async fn first_link(&self) -> Result<SecretToken, Error> {
        let transaction = db::begin(&self.0.db).await?;
        invitation::Entity::delete_many()
            .filter(invitation::Column::MemberId.is_null())
            .exec(&transaction)
            .await?;
        let token = self.invitation(&transaction, None).await?;
        transaction.commit().await?;
        Ok(token)
    }

    async fn invitation(
        &self,
        db: &impl ConnectionTrait,
        member: Option<Uuid>,
    ) -> Result<SecretToken, Error> {
        let token = SecretToken::new(self.0.random.as_ref());
        let until = self.0.now().checked_add(INVITATION_HOLDS).map_err(|_| Error::Row("invitation"))?;
        let row = invitation::ActiveModel {
            id: Set(redress_domain::InvitationId::new(self.0.random.as_ref()).0),
            token_hash: Set(token.hash()),
            member_id: Set(member),
            expires_at: Set(millis(until)),
            used_at: Set(None),
        };
        invitation::Entity::insert(row).exec_without_returning(db).await?;
        Ok(token)
    }

    async fn held(
        &self,
        db: &impl ConnectionTrait,
        token: &SecretToken,
    ) -> Result<Option<invitation::Model>, Error> {
        Ok(invitation::Entity::find()
            .filter(invitation::Column::TokenHash.eq(token.hash()))
            .filter(invitation::Column::UsedAt.is_null())
            .filter(invitation::Column::ExpiresAt.gt(millis(self.0.now())))
            .one(db)
            .await?)
    }

    /// What a link invites to, if it still holds.
    pub async fn invitation_of(&self, token: &SecretToken) -> Result<Option<Invitation>, Error> {
        let Some(row) = self.held(&self.0.db, token).await? else { return Ok(None) };
        let Some(member_id) = row.member_id else {
            // Somebody may have come in by the command line meanwhile: then theirs is the first account.
            return Ok((!self.any().await?).then_some(Invitation::First));
        };
        let Some(found) = member::Entity::find_by_id(member_id).one(&self.0.db).await? else {
            return Ok(None);
        };
        if found.state != MemberState::Invited.as_str() {
            return Ok(None);
        }
        let account = account::Entity::find_by_id(found.account_id).one(&self.0.db).await?;
        Ok(Some(Invitation::Join {
            member: MemberId(found.id),
            organization: self.organization(found.organization_id).await?,
            role: found.role.parse().map_err(|_| Error::Row("member"))?,
            has_account: account.is_some_and(|account| account.password_hash.is_some()),
        }))
    }

    async fn organization(&self, id: Uuid) -> Result<Organization, Error> {
        let row = organization::Entity::find_by_id(id).one(&self.0.db).await?.ok_or(Error::Row("member"))?;
        Ok(Organization {
            id: OrganizationId(row.id),
            slug: row.slug,
            name: row.name,
            site: row.site,
            mail_domain: row.mail_domain,
            two_pairs_of_eyes: row.two_pairs_of_eyes,
        })
    }

    /// The first account, its organization, and its place as owner.
    pub async fn set_up(
        &self,
        token: &SecretToken,
        organization: &NewOrganization,
        name: &PersonName,
        email: &EmailAddress,
        password_hash: String,
    ) -> Result<AccountId, SetupRefused> {
        let transaction = db::begin(&self.0.db).await.map_err(Error::from)?;
        let row = self.held(&transaction, token).await?.filter(|row| row.member_id.is_none());
        let row = row.ok_or(SetupRefused::Gone)?;
        if !self.use_up(&transaction, row.id).await? || any(&transaction).await? {
            return Err(SetupRefused::Gone);
        }
        let account = self.account(&transaction, Some(name), email, Some(password_hash)).await?;
        let organization = self.add_organization(&transaction, organization).await?;
        self.add_member(&transaction, organization, account, Role::Owner, MemberState::Active).await?;
        let entry = entry(Author::Member(account, organization), "member-joined", "", Role::Owner.as_str());
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await.map_err(Error::from)?;
        Ok(account)
    }

    async fn use_up(&self, db: &impl ConnectionTrait, id: Uuid) -> Result<bool, Error> {
        let used = invitation::Entity::update_many()
            .col_expr(invitation::Column::UsedAt, Expr::value(Some(millis(self.0.now()))))
            .filter(invitation::Column::Id.eq(id))
            .filter(invitation::Column::UsedAt.is_null())
            .exec(db)
            .await?;
        Ok(used.rows_affected == 1)
    }

    /// Makes an organization, or finds it by its slug (the demo, and `redress member add`).
    pub async fn ensure_organization(&self, new: &NewOrganization) -> Result<OrganizationId, Error> {
        let found = organization::Entity::find()
            .filter(organization::Column::Slug.eq(new.slug.as_str()))
            .one(&self.0.db)
            .await?;
        match found {
            Some(row) => Ok(OrganizationId(row.id)),
            None => self.add_organization(&self.0.db, new).await,
        }
    }

    async fn add_organization(
        &self,
        db: &impl ConnectionTrait,
        new: &NewOrganization,
    ) -> Result<OrganizationId, Error> {
        let id = OrganizationId::new(self.0.random.as_ref());
        let row = organization::ActiveModel {
            id: Set(id.0),
            slug: Set(new.slug.to_string()),
            name: Set(new.name.clone()),
            site: Set(new.site.clone()),
            mail_domain: Set(new.mail_domain.clone()),
            two_pairs_of_eyes: Set(new.two_pairs_of_eyes),
            created_at: Set(millis(self.0.now())),
            logo_id: Set(None),
        };
        organization::Entity::insert(row).exec_without_returning(db).await?;
        Ok(id)
    }

    async fn account(
        &self,
        db: &impl ConnectionTrait,
        name: Option<&PersonName>,
        email: &EmailAddress,
        password_hash: Option<String>,
    ) -> Result<AccountId, Error> {
        let hash = self.0.keys.lookup("account", &email.mailbox());
        let found =
            account::Entity::find().filter(account::Column::MailboxHash.eq(hash.clone())).one(db).await?;
        let id =
            found.as_ref().map_or_else(|| AccountId::new(self.0.random.as_ref()), |row| AccountId(row.id));
        let person = Person { name: name.map(|name| name.as_str().to_owned()), email: email.clone() };
        let sealed = seal::seal(&self.0.keys, self.0.random.as_ref(), TABLE, id.0, &person)?;
        match found {
            None => {
                let row = account::ActiveModel {
                    id: Set(id.0),
                    mailbox_hash: Set(hash),
                    sealed: Set(sealed),
                    password_hash: Set(password_hash),
                    disabled: Set(false),
                    created_at: Set(millis(self.0.now())),
                };
                account::Entity::insert(row).exec_without_returning(db).await?;
            }
            // An account that has a password keeps it: an invitation is no way to change it.
            Some(row) if row.password_hash.is_none() && name.is_some() => {
                account::Entity::update_many()
                    .col_expr(account::Column::Sealed, Expr::value(sealed))
                    .col_expr(account::Column::PasswordHash, Expr::value(password_hash))
                    .filter(account::Column::Id.eq(id.0))
                    .exec(db)
                    .await?;
            }
            Some(_) => {}
        }
        Ok(id)
    }

    async fn add_member(
        &self,
        db: &impl ConnectionTrait,
        organization: OrganizationId,
        account: AccountId,
        role: Role,
        state: MemberState,
    ) -> Result<MemberId, Error> {
        let id = MemberId::new(self.0.random.as_ref());
        let row = member::ActiveModel {
            id: Set(id.0),
            organization_id: Set(organization.0),
            account_id: Set(account.0),
            role: Set(role.as_str().to_owned()),
            state: Set(state.as_str().to_owned()),
            created_at: Set(millis(self.0.now())),
        };
        member::Entity::insert(row).exec_without_returning(db).await?;
        Ok(id)
    }

    /// Makes an active member at the command line, with a password or (without one) an account that exists.
    pub async fn add_active(
        &self,
        organization: OrganizationId,
        name: &PersonName,
        email: &EmailAddress,
        role: Role,
        password_hash: String,
    ) -> Result<AccountId, Error> {
        let transaction = db::begin(&self.0.db).await?;
        let account = self.account(&transaction, Some(name), email, Some(password_hash)).await?;
        let found = member::Entity::find()
            .filter(member::Column::OrganizationId.eq(organization.0))
            .filter(member::Column::AccountId.eq(account.0))
            .one(&transaction)
            .await?;
        match found {
            None => {
                self.add_member(&transaction, organization, account, role, MemberState::Active).await?;
            }
            Some(row) => self.set_member(&transaction, row.id, role, MemberState::Active).await?,
        }
        let entry = entry(Author::Operator, "member-joined", "", role.as_str());
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(account)
    }

    async fn set_member(
        &self,
        db: &impl ConnectionTrait,
        id: Uuid,
        role: Role,
        state: MemberState,
    ) -> Result<(), Error> {
        member::Entity::update_many()
            .col_expr(member::Column::Role, Expr::value(role.as_str()))
            .col_expr(member::Column::State, Expr::value(state.as_str()))
            .filter(member::Column::Id.eq(id))
            .exec(db)
            .await?;
        Ok(())
    }

    /// What a log-in with this address compares, if the account is not disabled.
    pub async fn login(&self, email: &EmailAddress) -> Result<Option<Login>, Error> {
        let hash = self.0.keys.lookup("account", &email.mailbox());
        let row = account::Entity::find()
            .filter(account::Column::MailboxHash.eq(hash))
            .filter(account::Column::Disabled.eq(false))
            .one(&self.0.db)
            .await?;
        Ok(row.map(|row| Login { account: AccountId(row.id), password_hash: row.password_hash }))
    }

    /// Keeps a password's hash made with today's parameters.
    pub async fn renew_hash(&self, account: AccountId, password_hash: &str) -> Result<(), Error> {
        account::Entity::update_many()
            .col_expr(account::Column::PasswordHash, Expr::value(Some(password_hash.to_owned())))
            .filter(account::Column::Id.eq(account.0))
            .exec(&self.0.db)
            .await?;
        Ok(())
    }

    /// What a password is compared with.
    pub async fn password_hash(&self, account: AccountId) -> Result<Option<String>, Error> {
        let row = account::Entity::find_by_id(account.0).one(&self.0.db).await?;
        Ok(row.and_then(|row| row.password_hash))
    }

    /// A new password; whoever was logged in with the old one no longer is.
    pub async fn change_password(
        &self,
        author: Author,
        account: AccountId,
        password_hash: &str,
    ) -> Result<(), Error> {
        let transaction = db::begin(&self.0.db).await?;
        account::Entity::update_many()
            .col_expr(account::Column::PasswordHash, Expr::value(Some(password_hash.to_owned())))
            .filter(account::Column::Id.eq(account.0))
            .exec(&transaction)
            .await?;
        session::Entity::delete_many()
            .filter(session::Column::AccountId.eq(account.0))
            .exec(&transaction)
            .await?;
        let entry = Entry { object: account.to_string(), ..entry(author, "password-changed", "", "") };
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Where an account is an active member, the oldest place first; nowhere if it is disabled.
    pub async fn memberships(&self, account: AccountId) -> Result<Vec<Member>, Error> {
        let row = account::Entity::find_by_id(account.0).one(&self.0.db).await?;
        if row.is_none_or(|row| row.disabled) {
            return Ok(Vec::new());
        }
        let rows = member::Entity::find()
            .filter(member::Column::AccountId.eq(account.0))
            .filter(member::Column::State.eq(MemberState::Active.as_str()))
            .order_by_asc(member::Column::CreatedAt)
            .all(&self.0.db)
            .await?;
        let name = self.name(account).await?.unwrap_or_default();
        let mut members = Vec::with_capacity(rows.len());
        for row in rows {
            members.push(Member {
                id: MemberId(row.id),
                account,
                organization: self.organization(row.organization_id).await?,
                role: row.role.parse().map_err(|_| Error::Row("member"))?,
                name: name.clone(),
            });
        }
        Ok(members)
    }

    /// The name of an account's holder.
    pub async fn name(&self, account: AccountId) -> Result<Option<String>, Error> {
        let row = account::Entity::find_by_id(account.0).one(&self.0.db).await?;
        let person =
            row.map(|row| seal::open::<Person>(&self.0.keys, TABLE, row.id, &row.sealed)).transpose()?;
        Ok(person.and_then(|person| person.name))
    }

    /// A team: owners first.
    pub async fn team(&self, organization: OrganizationId) -> Result<Vec<TeamMember>, Error> {
        let rows = member::Entity::find()
            .filter(member::Column::OrganizationId.eq(organization.0))
            .filter(member::Column::State.ne(MemberState::Revoked.as_str()))
            .order_by_asc(member::Column::CreatedAt)
            .all(&self.0.db)
            .await?;
        let mut team = Vec::with_capacity(rows.len());
        for row in rows {
            let account = account::Entity::find_by_id(row.account_id).one(&self.0.db).await?;
            let account = account.ok_or(Error::Row("member"))?;
            let person: Person = seal::open(&self.0.keys, TABLE, account.id, &account.sealed)?;
            team.push(TeamMember {
                id: MemberId(row.id),
                account: AccountId(row.account_id),
                name: person.name,
                email: person.email.as_str().to_owned(),
                role: row.role.parse().map_err(|_| Error::Row("member"))?,
                state: row.state.parse().map_err(|_| Error::Row("member"))?,
            });
        }
        team.sort_by_key(|member| member.role);
        Ok(team)
    }

    /// Invites a mailbox to a team, by mail.
    pub async fn invite(
        &self,
        author: Author,
        organization: OrganizationId,
        email: &EmailAddress,
        role: Role,
        locale: Locale,
    ) -> Result<(), InviteRefused> {
        let transaction = db::begin(&self.0.db).await.map_err(Error::from)?;
        let account = self.account(&transaction, None, email, None).await?;
        let found = member::Entity::find()
            .filter(member::Column::OrganizationId.eq(organization.0))
            .filter(member::Column::AccountId.eq(account.0))
            .one(&transaction)
            .await
            .map_err(Error::from)?;
        let member = match found {
            Some(row) if row.state == MemberState::Active.as_str() => {
                return Err(InviteRefused::AlreadyMember);
            }
            Some(row) => {
                self.set_member(&transaction, row.id, role, MemberState::Invited).await?;
                row.id
            }
            None => self.add_member(&transaction, organization, account, role, MemberState::Invited).await?.0,
        };
        invitation::Entity::delete_many()
            .filter(invitation::Column::MemberId.eq(member))
            .exec(&transaction)
            .await
            .map_err(Error::from)?;
        let token = self.invitation(&transaction, Some(member)).await?;
        let owed = crate::outbox::Owed {
            campaign: None,
            locale,
            recipient: Recipient { email: email.clone(), name: None },
            message: Message::Invitation { organization, role, token: token.reveal().to_owned() },
        };
        self.0.outbox().owe(&transaction, &[owed]).await?;
        let entry = entry(author, "member-invited", "", role.as_str());
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await.map_err(Error::from)?;
        Ok(())
    }

    /// Accepts an invitation; a mailbox without an account gets one.
    pub async fn accept(
        &self,
        token: &SecretToken,
        name: Option<&PersonName>,
        password_hash: Option<String>,
    ) -> Result<AccountId, AcceptRefused> {
        let transaction = db::begin(&self.0.db).await.map_err(Error::from)?;
        let row = self.held(&transaction, token).await?.ok_or(AcceptRefused::Gone)?;
        let member_id = row.member_id.ok_or(AcceptRefused::Gone)?;
        if !self.use_up(&transaction, row.id).await? {
            return Err(AcceptRefused::Gone);
        }
        let found = member::Entity::find_by_id(member_id).one(&transaction).await.map_err(Error::from)?;
        let found =
            found.filter(|found| found.state == MemberState::Invited.as_str()).ok_or(AcceptRefused::Gone)?;
        let account =
            account::Entity::find_by_id(found.account_id).one(&transaction).await.map_err(Error::from)?;
        let account = account.ok_or(Error::Row("member"))?;
        if account.password_hash.is_none() {
            let person: Person = seal::open(&self.0.keys, TABLE, account.id, &account.sealed)?;
            if name.is_none() || password_hash.is_none() {
                return Err(AcceptRefused::Gone);
            }
            self.account(&transaction, name, &person.email, password_hash).await?;
        }
        let role = found.role.parse().map_err(|_| Error::Row("member"))?;
        self.set_member(&transaction, member_id, role, MemberState::Active).await?;
        let author = Author::Member(AccountId(account.id), OrganizationId(found.organization_id));
        let entry = entry(author, "member-joined", "", role.as_str());
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await.map_err(Error::from)?;
        Ok(AccountId(account.id))
    }

    /// Changes a member's role, or (with `None`) ends the membership at once. The last owner stays.
    pub async fn change_member(
        &self,
        author: Author,
        organization: OrganizationId,
        id: MemberId,
        role: Option<Role>,
    ) -> Result<bool, InviteRefused> {
        let transaction = db::begin(&self.0.db).await.map_err(Error::from)?;
        let found = member::Entity::find_by_id(id.0)
            .filter(member::Column::OrganizationId.eq(organization.0))
            .one(&transaction)
            .await
            .map_err(Error::from)?;
        let Some(found) = found else { return Ok(false) };
        let owner = Role::Owner.as_str();
        if found.role == owner && role != Some(Role::Owner) {
            let owners = member::Entity::find()
                .filter(member::Column::OrganizationId.eq(organization.0))
                .filter(member::Column::Role.eq(owner).and(member::Column::State.eq("active")))
                .count(&transaction)
                .await
                .map_err(Error::from)?;
            if owners <= 1 {
                return Err(InviteRefused::LastOwner);
            }
        }
        let state: MemberState = found.state.parse().map_err(|_| Error::Row("member"))?;
        let old: Role = found.role.parse().map_err(|_| Error::Row("member"))?;
        let (new_role, new_state) = role.map_or((old, MemberState::Revoked), |role| (role, state));
        self.set_member(&transaction, id.0, new_role, new_state).await?;
        if new_state == MemberState::Revoked {
            // A cookie left behind is dead for good, also if its owner is invited again.
            session::Entity::delete_many()
                .filter(session::Column::AccountId.eq(found.account_id))
                .exec(&transaction)
                .await
                .map_err(Error::from)?;
        }
        let verb = if role.is_some() { "member-role" } else { "member-revoked" };
        let entry = entry(author, verb, &found.role, new_role.as_str());
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await.map_err(Error::from)?;
        Ok(true)
    }

    /// Changes an organization; the audit log keeps who did, and whether two pairs of eyes are wanted.
    pub async fn save_organization(
        &self,
        author: Author,
        id: OrganizationId,
        update: OrganizationUpdate,
    ) -> Result<(), Error> {
        let eyes = |two: bool| if two { "two pairs of eyes" } else { "one pair of eyes" };
        let before = self.organization(id.0).await?;
        let entry = Entry {
            author,
            campaign: None,
            verb: "organization-saved",
            object: id.to_string(),
            before: eyes(before.two_pairs_of_eyes).to_owned(),
            after: eyes(update.two_pairs_of_eyes).to_owned(),
        };
        let transaction = db::begin(&self.0.db).await?;
        organization::Entity::update_many()
            .col_expr(organization::Column::Name, Expr::value(update.name))
            .col_expr(organization::Column::Site, Expr::value(update.site))
            .col_expr(organization::Column::MailDomain, Expr::value(update.mail_domain))
            .col_expr(organization::Column::TwoPairsOfEyes, Expr::value(update.two_pairs_of_eyes))
            .filter(organization::Column::Id.eq(id.0))
            .exec(&transaction)
            .await?;
        audit::append(&transaction, self.0.now(), entry).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// The name of an organization.
    pub async fn organization_name(&self, id: OrganizationId) -> Result<String, Error> {
        Ok(self.organization(id.0).await?.name)
    }
}

async fn any(db: &impl ConnectionTrait) -> Result<bool, Error> {
    let found = account::Entity::find().filter(account::Column::PasswordHash.is_not_null()).one(db).await?;
    Ok(found.is_some())
}

fn entry(author: Author, verb: &'static str, before: &str, after: &str) -> Entry {
    Entry {
        author,
        campaign: None,
        verb,
        object: "member".to_owned(),
        before: before.to_owned(),
        after: after.to_owned(),
    }
}

impl std::fmt::Debug for TeamMember {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TeamMember").field("id", &self.id).finish_non_exhaustive()
    }
}
