//! Numbers for a monitoring system, in the text format of Prometheus, on a listener of their own.
//! It counts requests, mails and batches; it knows nobody: no address, no name, no path that somebody chose.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use http::{StatusCode, header};
use redress_store::{BATCH_SIZES, OutboxHealth, Written};

use crate::web::App;

/// The upper ends of the latency histogram's buckets.
const LATENCIES: [Duration; 10] = [
    Duration::from_millis(5),
    Duration::from_millis(10),
    Duration::from_millis(25),
    Duration::from_millis(50),
    Duration::from_millis(100),
    Duration::from_millis(250),
    Duration::from_millis(500),
    Duration::from_secs(1),
    Duration::from_millis(2_500),
    Duration::from_secs(10),
];
/// What no route took: its path is the visitor's own words, and is not repeated.
const NO_ROUTE: &str = "none";

/// One route's requests.
#[derive(Default)]
struct Route {
    /// By the status's first digit, less one.
    classes: [AtomicU64; 5],
    /// By the first bucket that fits; the last holds what took longer.
    latencies: [AtomicU64; LATENCIES.len() + 1],
    microseconds: AtomicU64,
}

/// The requests since the start, by the route's template.
#[derive(Default)]
pub struct Requests(RwLock<HashMap<String, Arc<Route>>>);

impl Requests {
    fn count(&self, template: &str, status: StatusCode, took: Duration) {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(template).cloned();
        let route = known.unwrap_or_else(|| {
            let mut routes = self.0.write().unwrap_or_else(PoisonError::into_inner);
            routes.entry(template.to_owned()).or_default().clone()
        });
        if let Some(class) = route.classes.get(usize::from(status.as_u16() / 100).wrapping_sub(1)) {
            class.fetch_add(1, Ordering::Relaxed);
        }
        let fits = LATENCIES.iter().position(|most| took <= *most).unwrap_or(LATENCIES.len());
        route.latencies[fits].fetch_add(1, Ordering::Relaxed);
        let microseconds = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        route.microseconds.fetch_add(microseconds, Ordering::Relaxed);
    }

    fn write(&self, text: &mut Text) {
        let mut routes: Vec<(String, Arc<Route>)> = self
            .0
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .map(|(template, route)| (template.clone(), route.clone()))
            .collect();
        routes.sort_by(|(one, _), (other, _)| one.cmp(other));
        text.family("redress_requests_total", "counter", "Requests by route template and status class.");
        for (template, route) in &routes {
            for (class, count) in (1..).zip(&route.classes) {
                let count = count.load(Ordering::Relaxed);
                if count > 0 {
                    text.line("", &format!("route=\"{template}\",status=\"{class}xx\""), count);
                }
            }
        }
        text.family("redress_request_seconds", "histogram", "How long answers took, by route template.");
        for (template, route) in &routes {
            let mut count = 0;
            for (most, bucket) in LATENCIES.iter().zip(&route.latencies) {
                count += bucket.load(Ordering::Relaxed);
                text.line("_bucket", &format!("route=\"{template}\",le=\"{}\"", most.as_secs_f64()), count);
            }
            count += route.latencies[LATENCIES.len()].load(Ordering::Relaxed);
            text.line("_bucket", &format!("route=\"{template}\",le=\"+Inf\""), count);
            let seconds = Duration::from_micros(route.microseconds.load(Ordering::Relaxed)).as_secs_f64();
            text.line("_sum", &format!("route=\"{template}\""), seconds);
            text.line("_count", &format!("route=\"{template}\""), count);
        }
    }
}

/// What became of a mail that was tried.
#[derive(Debug, Clone, Copy)]
pub enum Tried {
    /// The mail server took it.
    Sent,
    /// It is tried again.
    Later,
    /// It was refused for good.
    Refused,
    /// What it was about is gone.
    Pointless,
}

/// The mails that this process tried since its start.
#[derive(Default)]
pub struct Mails([AtomicU64; 4]);

impl Mails {
    const NAMES: [&str; 4] = ["sent", "later", "refused", "pointless"];

    /// Counts one, once the outbox knows.
    pub fn count(&self, tried: Tried) {
        self.0[tried as usize].fetch_add(1, Ordering::Relaxed);
    }

    fn write(&self, text: &mut Text) {
        text.family("redress_mails_total", "counter", "Attempts of this process to send, by outcome.");
        for (name, count) in Self::NAMES.iter().zip(&self.0) {
            text.line("", &format!("outcome=\"{name}\""), count.load(Ordering::Relaxed));
        }
    }
}

/// Counts a request once it is answered.
pub async fn count(State(app): State<App>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let template = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    let template = template.as_ref().map_or(NO_ROUTE, MatchedPath::as_str);
    app.requests.count(template, response.status(), started.elapsed());
    response
}

/// The listener's one page.
pub fn router(app: App) -> Router {
    Router::new().route("/metrics", get(show)).with_state(app)
}

async fn show(State(app): State<App>) -> Response {
    let mut text = Text::default();
    app.requests.write(&mut text);
    app.mails.write(&mut text);
    write_store(&mut text, &app.store.written());
    // What the database tells is left out while it does not answer: the rest is wanted just then.
    let health = tokio::time::timeout(Duration::from_secs(3), async {
        Ok::<_, redress_store::Error>((app.store.outbox().health().await?, app.store.jobs().waiting().await?))
    })
    .await;
    text.family("redress_database_up", "gauge", "Whether the database answered within three seconds.");
    text.line("", "", u8::from(matches!(health, Ok(Ok(_)))));
    if let Ok(Ok((outbox, jobs))) = health {
        write_queues(&mut text, &outbox, jobs);
    }
    if let Some(bytes) = resident_bytes() {
        text.family("process_resident_memory_bytes", "gauge", "Memory this process holds.");
        text.line("", "", bytes);
    }
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text.written).into_response()
}

fn write_store(text: &mut Text, written: &Written) {
    let received = "Signatures that came in through this process and were counted.";
    text.family("redress_signatures_received_total", "counter", received);
    text.line("", "", written.received);
    let confirmed = "Signatures that were confirmed through this process.";
    text.family("redress_signatures_confirmed_total", "counter", confirmed);
    text.line("", "", written.confirmed);
    text.family("redress_batch_writes", "histogram", "How many writes shared one commit.");
    let mut count = 0;
    for (most, batches) in BATCH_SIZES.iter().zip(written.batches) {
        count += batches;
        text.line("_bucket", &format!("le=\"{most}\""), count);
    }
    text.line("_bucket", "le=\"+Inf\"", count);
    text.line("_sum", "", written.writes);
    text.line("_count", "", count);
}

fn write_queues(text: &mut Text, outbox: &OutboxHealth, jobs: u64) {
    text.family("redress_outbox_waiting", "gauge", "Mails that are owed.");
    text.line("", "", outbox.waiting);
    text.family("redress_outbox_dead", "gauge", "Mails that were given up within the last week.");
    text.line("", "", outbox.dead);
    text.family("redress_outbox_oldest_seconds", "gauge", "How long the oldest mail has been owed.");
    text.line("", "", outbox.oldest.map_or(0, |age| age.as_secs().max(0)));
    text.family("redress_jobs_waiting", "gauge", "Packets that wait or are being built.");
    text.line("", "", jobs);
}

/// What Linux says this process holds; `None` elsewhere.
fn resident_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

/// The exposition format: three kinds of line, written by hand, since a client library would bring more code
/// than it replaces. Names and labels are our own words and need no escapes.
#[derive(Default)]
struct Text {
    written: String,
    name: &'static str,
}

impl Text {
    fn family(&mut self, name: &'static str, kind: &str, help: &str) {
        self.name = name;
        // Writing to a string cannot fail.
        let _ = writeln!(self.written, "# HELP {name} {help}\n# TYPE {name} {kind}");
    }

    fn line(&mut self, suffix: &str, labels: &str, value: impl std::fmt::Display) {
        let name = self.name;
        let _ = if labels.is_empty() {
            writeln!(self.written, "{name}{suffix} {value}")
        } else {
            writeln!(self.written, "{name}{suffix}{{{labels}}} {value}")
        };
    }
}
