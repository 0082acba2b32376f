//! Log-ins: the hash of a token, ended by idleness, age, log-out, disabling or a new password.
//! It keeps no address of a device and no place.

use jiff::SignedDuration;
use redress_domain::AccountId;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use crate::entity::session::{ActiveModel, Column, Entity};
use crate::{Error, SecretToken, Store, millis};

const IDLE: SignedDuration = SignedDuration::from_hours(12);
const ABSOLUTE: SignedDuration = SignedDuration::from_hours(14 * 24);
/// A session is marked as seen this often at the most, so that reading pages does not write.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// A log-in that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// Whose it is.
    pub account: AccountId,
}

/// The sessions of a store.
pub struct Sessions<'a>(pub(crate) &'a Store);

impl Store {
    /// The log-ins.
    pub const fn sessions(&self) -> Sessions<'_> {
        Sessions(self)
    }
}

impl Sessions<'_> {
    /// Starts one; the token is for the cookie alone.
    pub async fn start(&self, account: AccountId) -> Result<SecretToken, Error> {
        let token = SecretToken::new(self.0.random.as_ref());
        let now = millis(self.0.now());
        let row = ActiveModel {
            token_hash: Set(token.hash()),
            account_id: Set(account.0),
            created_at: Set(now),
            seen_at: Set(now),
        };
        Entity::insert(row).exec_without_returning(&self.0.db).await?;
        Ok(token)
    }

    /// The log-in a cookie names, if it still holds.
    pub async fn find(&self, token: &SecretToken) -> Result<Option<Session>, Error> {
        let now = self.0.now();
        let Some(row) = Entity::find_by_id(token.hash()).one(&self.0.db).await? else { return Ok(None) };
        let now_ms = millis(now);
        let old = now_ms - row.seen_at > i64::try_from(IDLE.as_millis()).unwrap_or(i64::MAX)
            || now_ms - row.created_at > i64::try_from(ABSOLUTE.as_millis()).unwrap_or(i64::MAX);
        if old {
            self.end(token).await?;
            return Ok(None);
        }
        if now_ms - row.seen_at > i64::try_from(SEEN_EVERY.as_millis()).unwrap_or(i64::MAX) {
            Entity::update_many()
                .col_expr(Column::SeenAt, Expr::value(now_ms))
                .filter(Column::TokenHash.eq(row.token_hash))
                .exec(&self.0.db)
                .await?;
        }
        Ok(Some(Session { account: AccountId(row.account_id) }))
    }

    /// Logs out.
    pub async fn end(&self, token: &SecretToken) -> Result<(), Error> {
        Entity::delete_by_id(token.hash()).exec(&self.0.db).await?;
        Ok(())
    }

    /// Logs an account out everywhere.
    pub async fn end_all(&self, account: AccountId) -> Result<(), Error> {
        Entity::delete_many().filter(Column::AccountId.eq(account.0)).exec(&self.0.db).await?;
        Ok(())
    }
}
