//! Forms are read whole before anybody answers them: an answer given while the browser still sends is lost with
//! the connection. It keeps no more than a form may have, and reads no more than a slip of the finger.

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use futures::StreamExt as _;
use http::{Method, StatusCode};

use super::App;

/// The largest form: a petition's texts in two languages are a tenth of it.
const LARGEST: usize = 1024 * 1024;
/// The largest with a partner's list in it: two hundred thousand mailboxes.
const LARGEST_LIST: usize = 10 * LARGEST;
/// What is larger is passed over up to here, so that its sender hears that it is too large; then it is cut.
const ENDLESS: usize = 8 * LARGEST;

/// Reads the form, or refuses it as too large.
pub async fn read_whole(State(app): State<App>, request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    // Only behind a link that we have made: nobody else fills memory with ten of these at once.
    let list = crate::forms::partners::takes_list(&app, parts.uri.path());
    match gather(body, if list { LARGEST_LIST } else { LARGEST }).await {
        Ok(form) => next.run(Request::from_parts(parts, Body::from(form))).await,
        Err(status) => status.into_response(),
    }
}

async fn gather(body: Body, largest: usize) -> Result<Bytes, StatusCode> {
    let (mut form, mut seen) = (Vec::new(), 0);
    let mut parts = body.into_data_stream();
    while let Some(part) = parts.next().await {
        // Who hangs up in the middle gets no answer anyway.
        let part = part.map_err(|_| StatusCode::BAD_REQUEST)?;
        seen += part.len();
        if seen <= largest {
            form.extend_from_slice(&part);
        } else if seen <= largest.max(ENDLESS) {
            form = Vec::new();
        } else {
            break;
        }
    }
    if seen > largest { Err(StatusCode::PAYLOAD_TOO_LARGE) } else { Ok(form.into()) }
}
