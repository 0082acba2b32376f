//! A member's own password: changed with the one so far, and every other session ends.

use axum::extract::{Query, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use redress_app::desk::AccountView;
use redress_domain::FieldErrors;
use serde::Deserialize;

use super::Fields;
use super::desk::WORDS;
use super::session::{AtDesk, start};
use crate::password::{self, Verdict};
use crate::web::{App, Refusal};

/// `?done=changed`
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

fn page(app: &App, at: &AtDesk, status: StatusCode, view: &AccountView) -> Response {
    let desk = at.desk();
    let page = redress_app::desk::account::head(WORDS, view);
    app.private(status, &page, || redress_app::desk::account::page(WORDS, &desk, view))
}

/// `GET /admin/account`
pub async fn show(State(app): State<App>, at: AtDesk, Query(done): Query<Done>) -> Response {
    let view = AccountView { errors: FieldErrors::default(), changed: done.done == "changed" };
    page(&app, &at, StatusCode::OK, &view)
}

/// `POST /admin/account`
pub async fn change(
    State(app): State<App>,
    at: AtDesk,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Refusal> {
    let account = at.member.account;
    let refuse = |status, errors| Ok(page(&app, &at, status, &AccountView { errors, changed: false }));
    let mut errors = FieldErrors::default();
    // Whoever sits down at an open desk may not guess either.
    let key = app.store.keys().lookup("password change", &account.to_string());
    if !app.login_limit.take(&key, app.clock.now()) {
        errors.add("current", "error-account-too-many");
        return refuse(StatusCode::TOO_MANY_REQUESTS, errors);
    }
    let stored = app.store.accounts().password_hash(account).await?;
    let current: String = fields.get("current").chars().take(password::LONGEST + 1).collect();
    if app.passwords.verify(current, stored).await? == Verdict::Wrong {
        errors.add("current", "error-account-current");
    }
    let new = fields.get("password").to_owned();
    errors.check("password", password::check(&new));
    if !errors.is_empty() {
        return refuse(StatusCode::UNPROCESSABLE_ENTITY, errors);
    }
    app.login_limit.forget(&key);
    let hash = app.passwords.hash(new).await?;
    app.store.accounts().change_password(at.author(), account, &hash).await?;
    start(&app, account, &headers, "/admin/account?done=changed").await
}
