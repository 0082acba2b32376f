//! What islands may ask: the live count, how far a packet is, a preview; and that a draft's text is saved.
//! Nothing else here changes anything, and nothing here is for other sites.

use std::net::SocketAddr;
use std::sync::Arc;

use async_trait::async_trait;
use axum::extract::{ConnectInfo, Request, State};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use redress_app::islands::DraftSaved;
use redress_app::islands::ask::{Asks, BuildProgress, DraftText};
use redress_domain::{Action, PacketId};
use redress_store::PacketState;

use super::campaign::public;
use super::desk::own;
use super::session::AtDesk;
use crate::web::{App, Refusal};

/// Answers for one request: as the member who asks, or as nobody in particular.
struct Answers {
    app: App,
    at: Option<AtDesk>,
    peer: SocketAddr,
    headers: HeaderMap,
}

#[async_trait]
impl Asks for Answers {
    async fn count(&self, slug: String) -> Option<u64> {
        let campaign = public(&self.app, &slug).await.ok()?;
        Some(self.app.store.tally(campaign.id).await.ok()?.confirmed)
    }

    async fn packet_progress(&self, slug: String, packet: String) -> Option<BuildProgress> {
        let at = self.at.as_ref()?.in_campaign(&self.app, &slug).await.ok()?;
        at.may(Action::MakePacket).ok()?;
        let campaign = own(&at, &slug).ok()?;
        let id: PacketId = packet.parse().ok()?;
        let packet = self.app.store.packets().find(id).await.ok()??;
        if packet.campaign != campaign.id {
            return None;
        }
        Some(match packet.state {
            PacketState::Building => {
                BuildProgress::Building(self.app.store.jobs().percent(id.0).await.ok()?.unwrap_or(0))
            }
            PacketState::Ready | PacketState::Superseded => BuildProgress::Ready,
            PacketState::Failed => BuildProgress::Failed,
        })
    }

    async fn preview(&self, text: String) -> String {
        match &self.at {
            Some(at) if at.may(Action::EditCampaign).is_ok() => redress_app::markup::story(&text),
            _ => String::new(),
        }
    }

    async fn save_draft(&self, draft: DraftText) -> DraftSaved {
        let from = Some((self.peer, &self.headers));
        super::testimony::save_draft(&self.app, from, draft).await.unwrap_or(DraftSaved::Closed)
    }
}

/// `GET` and `POST /do/{name}`
pub async fn answer(
    State(app): State<App>,
    at: Result<AtDesk, Refusal>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
) -> Response {
    let headers = request.headers().clone();
    let answers: Arc<dyn Asks> = Arc::new(Answers { app, at: at.ok(), peer, headers });
    let context = move || leptos::prelude::provide_context(answers.clone());
    let mut response = leptos_axum::handle_server_fns_with_context(context, request).await.into_response();
    // They always have an answer: what fails is the reading of the arguments.
    if response.status() == StatusCode::INTERNAL_SERVER_ERROR {
        return Refusal::Form.into_response();
    }
    // No function of this name, or none that is asked in this way.
    if response.status() == StatusCode::BAD_REQUEST {
        return Refusal::NotFound.into_response();
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
