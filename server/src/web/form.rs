//! Forms are read whole before anybody answers them: an answer given while the browser still sends is lost with
//! the connection. It keeps no more than a form may have, and reads no more than a slip of the finger.
//!
//! Forms with pictures (multipart) are taken where a page asks for pictures, and nowhere else. A picture that is too
//! large is passed over, so that the page can say so with everything else that was typed still in it.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequestParts, MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use futures::StreamExt as _;
use http::request::Parts;
use http::{HeaderMap, Method, StatusCode, header};

use super::App;

/// The largest form: a petition's texts in two languages are a tenth of it.
const LARGEST: usize = 1024 * 1024;
/// The largest with a partner's list in it: two hundred thousand mailboxes.
const LARGEST_LIST: usize = 10 * LARGEST;
/// So much beyond the largest is passed over, so that its sender hears that it is too large; then it is cut.
const ENDLESS: usize = 8 * LARGEST;
/// The largest picture: what a phone takes.
pub const LARGEST_PICTURE: usize = 8 * LARGEST;
/// The most pictures of a form, and the most of its fields.
const MOST_PICTURES: usize = 4;
const MOST_FIELDS: usize = 1_000;
/// Where a form with pictures is cut: beyond a photograph as a camera keeps it.
const ENDLESS_PICTURES: usize = 64 * LARGEST;
/// A form that takes longer is not being sent by a person.
const LONGEST: Duration = Duration::from_secs(30);
/// A picture over a slow line takes a while.
const LONGEST_PICTURES: Duration = Duration::from_secs(150);

/// A file of a form.
#[derive(Clone)]
pub struct Sent {
    /// The field's name.
    pub field: String,
    /// What was sent; empty if it was too large.
    pub bytes: Bytes,
    /// Whether it was larger than a picture may be.
    pub too_large: bool,
}

/// A form with files, read.
pub struct WithFiles {
    /// The fields that are no files.
    pub fields: Vec<(String, String)>,
    files: Vec<Sent>,
}

/// The files of the form that was sent; none if it has none.
#[derive(Clone)]
pub struct Files(Option<Arc<WithFiles>>);

impl Files {
    /// The file of a field, if one was chosen.
    pub fn of(&self, field: &str) -> Option<&Sent> {
        self.0.as_ref()?.files.iter().find(|file| file.field == field)
    }

    /// Whether a file was larger than a picture may be.
    pub fn any_too_large(&self) -> bool {
        self.0.as_ref().is_some_and(|form| form.files.iter().any(|file| file.too_large))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Files {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(parts.extensions.get::<Arc<WithFiles>>().cloned()))
    }
}

/// Reads the form, or refuses it as too large.
pub async fn read_whole(State(app): State<App>, request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let pictures = request
        .extensions()
        .get::<MatchedPath>()
        .filter(|path| crate::router::takes_pictures(path.as_str()))
        .and_then(|_| boundary(request.headers()));
    // Only behind a link that we have made: nobody else fills memory with ten of these at once.
    let list = crate::forms::partners::takes_list(&app, request.uri().path());
    let (mut parts, body) = request.into_parts();
    let read = async {
        match pictures {
            Some(boundary) => {
                parts.extensions.insert(Arc::new(sort(body, boundary).await?));
                Ok(Bytes::new())
            }
            None => gather(body, if list { LARGEST_LIST } else { LARGEST }).await,
        }
    };
    let longest = if boundary(&parts.headers).is_some() { LONGEST_PICTURES } else { LONGEST };
    let read = tokio::time::timeout(longest, read).await;
    match read.unwrap_or(Err(StatusCode::SERVICE_UNAVAILABLE)) {
        Ok(form) => next.run(Request::from_parts(parts, Body::from(form))).await,
        Err(status) => status.into_response(),
    }
}

fn boundary(headers: &HeaderMap) -> Option<String> {
    multer::parse_boundary(headers.get(header::CONTENT_TYPE)?.to_str().ok()?).ok()
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
        } else if seen <= largest + ENDLESS {
            form = Vec::new();
        } else {
            break;
        }
    }
    if seen > largest { Err(StatusCode::PAYLOAD_TOO_LARGE) } else { Ok(form.into()) }
}

/// Tells fields and files apart while they come in.
async fn sort(body: Body, boundary: String) -> Result<WithFiles, StatusCode> {
    let broken = |error: multer::Error| match error {
        multer::Error::StreamSizeExceeded { .. } => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let whole = multer::SizeLimit::new().whole_stream(ENDLESS_PICTURES as u64);
    let constraints = multer::Constraints::new().size_limit(whole);
    let mut form = multer::Multipart::with_constraints(body.into_data_stream(), boundary, constraints);
    let mut sent = WithFiles { fields: Vec::new(), files: Vec::new() };
    let mut typed = 0;
    while let Some(mut field) = form.next_field().await.map_err(broken)? {
        let name = field.name().unwrap_or_default().to_owned();
        let is_file = field.file_name().is_some();
        let largest = if is_file { LARGEST_PICTURE } else { LARGEST };
        let (mut bytes, mut too_large) = (Vec::new(), false);
        while let Some(part) = field.chunk().await.map_err(broken)? {
            too_large |= bytes.len() + part.len() > largest;
            if too_large {
                bytes = Vec::new();
            } else {
                bytes.extend_from_slice(&part);
            }
        }
        if is_file {
            // Where none was chosen, a browser sends an empty one.
            let chosen = too_large || !bytes.is_empty();
            if chosen && sent.files.len() < MOST_PICTURES {
                sent.files.push(Sent { field: name, bytes: bytes.into(), too_large });
            }
            continue;
        }
        typed += name.len() + bytes.len();
        if too_large || typed > LARGEST || sent.fields.len() >= MOST_FIELDS {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        let text = String::from_utf8(bytes).map_err(|_| StatusCode::UNPROCESSABLE_ENTITY)?;
        sent.fields.push((name, text));
    }
    Ok(sent)
}
