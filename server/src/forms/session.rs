//! Logging in and out, the first account, and invitations; and who sits at the desk.
//! A known and an unknown address get the same answer in the same time.

use std::net::SocketAddr;

use axum::Extension;
use axum::extract::{ConnectInfo, FromRequestParts, Path, Query, RawPathParams, State};
use axum::response::Response;
use http::request::Parts;
use http::{HeaderMap, StatusCode};
use redress_app::desk::Desk;
use redress_app::session::{InvitationView, LoginView, SetupView};
use redress_domain::{AccountId, Action, EmailAddress, FieldErrors, HostRights, PersonName, Slug};
use redress_store::{
    AcceptRefused, Author, Campaign, Invitation, Member, NewOrganization, SecretToken, SetupRefused,
};
use serde::Deserialize;

use super::Fields;
use crate::password::{self, Verdict};
use crate::web::client::{self, address, own_path, see_other};
use crate::web::{App, Prefix, Refusal};

/// The member who asks. A handler that takes one is behind the log-in.
#[derive(Debug, Clone)]
pub struct AtDesk {
    /// Who, for which organization, as what.
    pub member: Member,
    at: Place,
    path: String,
    today: jiff::civil::Date,
}

/// Where at the desk the member asks.
#[derive(Debug, Clone)]
enum Place {
    /// At a page that belongs to no campaign.
    Own,
    /// In a campaign of the member's organization, which has these rights in it.
    Campaign(Box<Campaign>, HostRights),
    /// In one that is not there, or not theirs: which of the two is nobody's business.
    Elsewhere,
}

impl AtDesk {
    /// The one place where it is asked what a member may do: what their role allows, and in a campaign what their
    /// organization's rights in it allow as well. The campaign is the one that the address names, so that no
    /// handler can ask without it.
    pub fn may(&self, action: Action) -> Result<(), Refusal> {
        if !self.member.role.may(action) {
            return Err(Refusal::Role);
        }
        match &self.at {
            Place::Own => Ok(()),
            Place::Campaign(_, rights) if rights.allow(action) => Ok(()),
            Place::Campaign(..) => Err(Refusal::Role),
            Place::Elsewhere => Err(Refusal::NotFound),
        }
    }

    /// The same as a question, for what a page offers.
    pub fn can(&self, action: Action) -> bool {
        self.may(action).is_ok()
    }

    /// What the member's organization may do in the campaign that is asked about.
    pub fn rights(&self) -> HostRights {
        match &self.at {
            Place::Campaign(_, rights) => rights.clone(),
            Place::Own | Place::Elsewhere => HostRights::All,
        }
    }

    /// The campaign that is asked about, if it is the member's organization's.
    pub fn campaign(&self) -> Option<&Campaign> {
        match &self.at {
            Place::Campaign(campaign, _) => Some(campaign),
            Place::Own | Place::Elsewhere => None,
        }
    }

    /// The same member, asking about a campaign that the address does not name.
    pub async fn in_campaign(&self, app: &App, slug: &str) -> Result<Self, Refusal> {
        let organization = self.member.organization.id;
        let campaign = app.store.campaigns().by_slug(slug).await?;
        let at = match campaign.and_then(|found| Some((found.rights_of(organization)?.clone(), found))) {
            Some((rights, campaign)) => Place::Campaign(Box::new(campaign), rights),
            None => Place::Elsewhere,
        };
        Ok(Self { at, ..self.clone() })
    }

    /// The author of what is done now.
    pub const fn author(&self) -> Author {
        Author::Member(self.member.account, self.member.organization.id)
    }

    /// What the frame of the desk shows.
    pub fn desk(&self) -> Desk {
        Desk {
            member: self.member.name.clone(),
            organization: self.member.organization.name.clone(),
            role: self.member.role,
            rights: self.rights(),
            path: self.path.clone(),
            today: self.today,
        }
    }
}

impl FromRequestParts<App> for AtDesk {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let path = parts.uri.path().to_owned();
        let log_in = || Refusal::LogIn(path.clone());
        let token = client::session(&parts.headers).ok_or_else(log_in)?;
        let session = app.store.sessions().find(&token).await?.ok_or_else(log_in)?;
        let members = app.store.accounts().memberships(session.account).await?;
        // Whoever lost every role is out at once; the oldest place is the desk.
        let member = members.into_iter().next().ok_or_else(log_in)?;
        let today = app.clock.now().to_zoned(jiff::tz::TimeZone::system()).date();
        let own = Self { member, at: Place::Own, path, today };
        // As the router reads it: what stands in the address may be spelled in many ways.
        let params = RawPathParams::from_request_parts(parts, app).await.map_err(|_| Refusal::NotFound)?;
        match params.iter().find(|(name, _)| *name == "slug") {
            Some((_, slug)) => own.in_campaign(app, slug).await,
            None => Ok(own),
        }
    }
}

/// `?next=…`
#[derive(Debug, Default, Deserialize)]
pub struct Next {
    #[serde(default)]
    next: String,
}

fn login_page(app: &App, prefix: Prefix, status: StatusCode, view: LoginView) -> Response {
    let words = prefix.words();
    let page = redress_app::session::login_head(words, &view);
    app.private(status, &page, || redress_app::session::login(words, &view))
}

/// `GET /admin/login`
pub async fn show_login(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Query(next): Query<Next>,
) -> Response {
    let view = LoginView { next: own_path(&next.next).to_owned(), ..LoginView::default() };
    login_page(&app, prefix, StatusCode::OK, view)
}

/// `POST /admin/login`
pub async fn log_in(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Refusal> {
    let now = app.clock.now();
    let next = own_path(fields.get("next")).to_owned();
    let refuse = |status, refused| {
        let view = LoginView { typed: fields.typed(), refused: Some(refused), next: next.clone() };
        Ok(login_page(&app, prefix, status, view))
    };
    let keys = app.store.keys();
    let email = EmailAddress::parse(fields.get("email")).ok();
    let mailbox = email.as_ref().map_or_else(|| fields.get("email").to_owned(), EmailAddress::mailbox);
    let mailbox_key = keys.lookup("login", &mailbox);
    let address_key = address(&app.settings, keys, peer, &headers);
    // Counted before the password is looked at, and taken back if it is right: of many at once no more are tried
    // than one after the other.
    if !app.login_limit.take(&mailbox_key, now) || !app.address_limit.take(&address_key, now) {
        return refuse(StatusCode::TOO_MANY_REQUESTS, "login-too-many");
    }
    let login = match &email {
        Some(email) => app.store.accounts().login(email).await?,
        None => None,
    };
    let stored = login.as_ref().and_then(|login| login.password_hash.clone());
    // A password longer than any we took is wrong, and not worth hashing.
    let password: String = fields.get("password").chars().take(password::LONGEST + 1).collect();
    let verdict = app.passwords.verify(password, stored).await?;
    let account = match (verdict, login) {
        (Verdict::Right, Some(login)) => login.account,
        (Verdict::Renewed(hash), Some(login)) => {
            app.store.accounts().renew_hash(login.account, &hash).await?;
            login.account
        }
        _ => return refuse(StatusCode::UNPROCESSABLE_ENTITY, "login-refused"),
    };
    app.login_limit.forget(&mailbox_key);
    app.address_limit.give_back(&address_key);
    start(&app, account, &headers, &next).await
}

/// A new session at every log-in: the old one ends.
pub async fn start(
    app: &App,
    account: AccountId,
    headers: &HeaderMap,
    next: &str,
) -> Result<Response, Refusal> {
    if let Some(old) = client::session(headers) {
        app.store.sessions().end(&old).await?;
    }
    let token = app.store.sessions().start(account).await?;
    let mut response = see_other(next);
    client::set_session(&mut response, &token);
    Ok(response)
}

/// `POST /admin/logout`
pub async fn log_out(State(app): State<App>, headers: HeaderMap) -> Result<Response, Refusal> {
    if let Some(token) = client::session(&headers) {
        app.store.sessions().end(&token).await?;
    }
    let mut response = see_other("/admin/login");
    client::clear_session(&mut response);
    Ok(response)
}

fn setup_page(app: &App, prefix: Prefix, status: StatusCode, view: SetupView) -> Response {
    let words = prefix.words();
    let page = redress_app::session::setup_head(words, &view);
    app.private(status, &page, || redress_app::session::setup(words, &view))
}

/// `GET /admin/setup/{token}`
pub async fn show_setup(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    match app.store.accounts().invitation_of(&SecretToken::from_text(&token)).await? {
        Some(Invitation::First) => {
            let view = SetupView { token, ..SetupView::default() };
            Ok(setup_page(&app, prefix, StatusCode::OK, view))
        }
        _ => Ok(gone(&app, prefix, "setup")),
    }
}

/// A single-use link that no longer works, in its own words.
fn gone(app: &App, prefix: Prefix, what: &str) -> Response {
    let words = prefix.words();
    let page = redress_app::session::gone_head(words, what);
    app.private(StatusCode::GONE, &page, || redress_app::session::gone(words, what))
}

/// `POST /admin/setup/{token}`
pub async fn set_up(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(token): Path<String>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Refusal> {
    let mut errors = FieldErrors::default();
    let organization = redress_domain::clean_line(fields.get("organization"));
    if organization.is_empty() {
        errors.add("organization", "error-organization-empty");
    } else if organization.chars().count() > 120 {
        errors.add("organization", "error-line-long");
    }
    let name = errors.check("name", PersonName::parse(fields.get("name")).map_err(|_| "error-name-empty"));
    let email =
        errors.check("email", EmailAddress::parse(fields.get("email")).map_err(|_| "error-email-form"));
    let password = fields.get("password").to_owned();
    errors.check("password", password::check(&password));
    let (Some(name), Some(email), true) = (name, email, errors.is_empty()) else {
        let view = SetupView { token, typed: fields.typed(), errors };
        return Ok(setup_page(&app, prefix, StatusCode::UNPROCESSABLE_ENTITY, view));
    };
    let hash = app.passwords.hash(password).await?;
    let slug = Slug::propose(&organization).or_else(|_| Slug::parse("organization"));
    let new = NewOrganization {
        slug: slug.map_err(|error| Refusal::broken(&error))?,
        name: organization,
        site: None,
        mail_domain: Some(email.domain()),
        two_pairs_of_eyes: false,
    };
    match app.store.accounts().set_up(&SecretToken::from_text(&token), &new, &name, &email, hash).await {
        Ok(account) => start(&app, account, &headers, "/admin").await,
        Err(SetupRefused::Gone) => Ok(gone(&app, prefix, "setup")),
        Err(SetupRefused::Store(error)) => Err(error.into()),
    }
}

async fn invitation(app: &App, token: &str) -> Result<Option<InvitationView>, Refusal> {
    Ok(match app.store.accounts().invitation_of(&SecretToken::from_text(token)).await? {
        Some(Invitation::Join { organization, role, has_account, .. }) => Some(InvitationView {
            token: token.to_owned(),
            organization: organization.name,
            role,
            has_account,
            typed: redress_app::parts::Typed::default(),
            errors: FieldErrors::default(),
        }),
        _ => None,
    })
}

fn invitation_page(app: &App, prefix: Prefix, status: StatusCode, view: InvitationView) -> Response {
    let words = prefix.words();
    let page = redress_app::session::invitation_head(words, &view);
    app.private(status, &page, || redress_app::session::invitation(words, &view))
}

/// `GET /admin/invitation/{token}`
pub async fn show_invitation(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    Ok(match invitation(&app, &token).await? {
        Some(view) => invitation_page(&app, prefix, StatusCode::OK, view),
        None => gone(&app, prefix, "invitation"),
    })
}

/// `POST /admin/invitation/{token}`
pub async fn accept(
    State(app): State<App>,
    Extension(prefix): Extension<Prefix>,
    Path(token): Path<String>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Refusal> {
    let Some(view) = invitation(&app, &token).await? else {
        return Ok(gone(&app, prefix, "invitation"));
    };
    let secret = SecretToken::from_text(&token);
    let accepted = if view.has_account {
        app.store.accounts().accept(&secret, None, None).await
    } else {
        let mut errors = FieldErrors::default();
        let name =
            errors.check("name", PersonName::parse(fields.get("name")).map_err(|_| "error-name-empty"));
        let password = fields.get("password").to_owned();
        errors.check("password", password::check(&password));
        if !errors.is_empty() {
            let view = InvitationView { typed: fields.typed(), errors, ..view };
            return Ok(invitation_page(&app, prefix, StatusCode::UNPROCESSABLE_ENTITY, view));
        }
        let hash = app.passwords.hash(password).await?;
        app.store.accounts().accept(&secret, name.as_ref(), Some(hash)).await
    };
    match accepted {
        // Who has an account already logs in with it: the link alone is no log-in.
        Ok(_) if view.has_account => Ok(see_other("/admin/login")),
        Ok(account) => start(&app, account, &headers, "/admin").await,
        Err(AcceptRefused::Gone) => Ok(gone(&app, prefix, "invitation")),
        Err(AcceptRefused::Store(error)) => Err(error.into()),
    }
}
