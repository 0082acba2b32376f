//! What the program writes into its log, at the finest level, while a test listens.

use std::io::{self, Write};
use std::sync::{Mutex, Once, PoisonError};

use tracing_subscriber::filter::dynamic_filter_fn;
use tracing_subscriber::fmt::format::FmtSpan;
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};

/// How many listen, and what was written since the first of them began.
static HEARD: Mutex<(u32, Vec<u8>)> = Mutex::new((0, Vec::new()));
static ONCE: Once = Once::new();

struct Ear;

impl Write for Ear {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut heard = HEARD.lock().unwrap_or_else(PoisonError::into_inner);
        if heard.0 > 0 {
            heard.1.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Listens to the log until it is dropped. Other tests of the same program may be heard too.
pub struct Listening(());

/// Begins to listen: every target at every level, but for the tests' own browser.
pub fn listen() -> Listening {
    ONCE.call_once(|| {
        let ours = dynamic_filter_fn(|about, _| {
            let theirs = ["reqwest", "hyper_util::client", "hyper::client"];
            let heard = HEARD.lock().unwrap_or_else(PoisonError::into_inner).0 > 0;
            heard && !theirs.iter().any(|target| about.target().starts_with(target))
        });
        let layer = tracing_subscriber::fmt::layer()
            .with_ansi(false)
            .with_span_events(FmtSpan::NEW)
            .with_writer(|| Ear)
            .with_filter(ours);
        let subscriber = tracing_subscriber::registry().with(layer);
        // Nothing else in the tests sets one; if it did, the tests that listen would hear nothing and fail.
        let _ = tracing::subscriber::set_global_default(subscriber);
    });
    HEARD.lock().unwrap_or_else(PoisonError::into_inner).0 += 1;
    Listening(())
}

impl Listening {
    /// What was heard so far.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&HEARD.lock().unwrap_or_else(PoisonError::into_inner).1).into_owned()
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let mut heard = HEARD.lock().unwrap_or_else(PoisonError::into_inner);
        heard.0 -= 1;
        if heard.0 == 0 {
            heard.1.clear();
        }
    }
}
