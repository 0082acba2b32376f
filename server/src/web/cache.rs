//! Public pages, whole and compressed, and what signing needs to know of a campaign, for a second: what a campaign
//! in the news needs of two cores.
//! It holds nothing that differs between two visitors, and nothing for longer than a change here takes.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, header};
use redress_store::{Campaign, Error, Store};

use super::Refusal;

/// Another process's change is seen after this long; this process's own at once.
const FRESH: Duration = Duration::from_secs(1);
/// Beyond this many pages the cache starts anew: addresses are made by visitors.
const PAGES: usize = 512;

/// A page in the forms a browser may take it, each made for the first that does.
struct Stored {
    made: Instant,
    generation: u64,
    content_type: &'static str,
    plain: Bytes,
    brotli: OnceLock<Bytes>,
    gzip: OnceLock<Bytes>,
}

type Slot = Arc<tokio::sync::Mutex<Option<Arc<Stored>>>>;

/// A campaign as it was a moment ago.
struct Known {
    read: Instant,
    generation: u64,
    campaign: Arc<Campaign>,
}

/// Public pages by path, and campaigns by slug.
#[derive(Default)]
pub struct Cache {
    generation: AtomicU64,
    slots: Mutex<HashMap<String, Slot>>,
    campaigns: Mutex<HashMap<String, Known>>,
}

impl Cache {
    /// Something public changed: every page is made anew when it is asked for.
    pub fn refresh(&self) {
        self.generation.fetch_add(1, Ordering::Relaxed);
    }

    /// A campaign by its slug. A form is taken by the rules of this second: those that this process knows, and at
    /// the most a second old where another process changed them.
    pub async fn campaign(&self, store: &Store, slug: &str) -> Result<Option<Arc<Campaign>>, Error> {
        let generation = self.generation.load(Ordering::Relaxed);
        let lock = || self.campaigns.lock().unwrap_or_else(PoisonError::into_inner);
        let known = lock()
            .get(slug)
            .filter(|known| known.generation == generation && known.read.elapsed() < FRESH)
            .map(|known| known.campaign.clone());
        if known.is_some() {
            return Ok(known);
        }
        let read = Instant::now();
        let Some(campaign) = store.campaigns().by_slug(slug).await?.map(Arc::new) else { return Ok(None) };
        let mut campaigns = lock();
        if campaigns.len() >= PAGES {
            campaigns.clear();
        }
        campaigns.insert(slug.to_owned(), Known { read, generation, campaign: campaign.clone() });
        Ok(Some(campaign))
    }

    /// The page at a path, made by one request while the others wait for it.
    pub async fn get<F>(
        &self,
        path: String,
        content_type: &'static str,
        headers: &HeaderMap,
        make: F,
    ) -> Result<Response, Refusal>
    where
        F: AsyncFnOnce() -> Result<String, Refusal>,
    {
        let slot = {
            let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
            if slots.len() >= PAGES && !slots.contains_key(&path) {
                slots.clear();
            }
            slots.entry(path).or_default().clone()
        };
        let generation = self.generation.load(Ordering::Relaxed);
        let mut held = slot.lock().await;
        let fresh = held
            .as_ref()
            .filter(|page| page.generation == generation && page.made.elapsed() < FRESH)
            .cloned();
        let page = match fresh {
            Some(page) => page,
            None => {
                let page = Arc::new(Stored::new(make().await?, content_type, generation));
                *held = Some(page.clone());
                page
            }
        };
        drop(held);
        Ok(answer(&page, headers))
    }
}

impl Stored {
    fn new(text: String, content_type: &'static str, generation: u64) -> Self {
        let (made, plain) = (Instant::now(), text.into());
        Self { made, generation, content_type, plain, brotli: OnceLock::new(), gzip: OnceLock::new() }
    }
}

/// Writing into memory does not fail; if it did, an empty form is never chosen.
fn brotli(text: &[u8]) -> Bytes {
    // The usual window is four megabytes, to be cleared for a page of twenty kilobytes; below seventeen the encoder
    // takes larger tables instead.
    let (quality, lgwin, size_hint) = (5, 17, text.len());
    let params = brotli::enc::BrotliEncoderParams { quality, lgwin, size_hint, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*text, &mut packed, &params).map(|_| packed.into()).unwrap_or_default()
}

fn gzip(text: &[u8]) -> Bytes {
    use std::io::Write as _;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text).and_then(|()| encoder.finish()).map(Into::into).unwrap_or_default()
}

fn answer(page: &Stored, headers: &HeaderMap) -> Response {
    let accepts =
        headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let packed = if accepts.contains("br") {
        Some((page.brotli.get_or_init(|| brotli(&page.plain)), "br"))
    } else if accepts.contains("gzip") {
        Some((page.gzip.get_or_init(|| gzip(&page.plain)), "gzip"))
    } else {
        None
    };
    let (bytes, encoding) = match packed.filter(|(bytes, _)| !bytes.is_empty()) {
        Some((bytes, encoding)) => (bytes, Some(encoding)),
        None => (&page.plain, None),
    };
    let mut response = Body::from(bytes.clone()).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(page.content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=0, must-revalidate"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}
