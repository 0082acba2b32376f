//! A load generator: plain HTTP/1.1 over so many connections, each asking again as soon as it is answered.
//! It shares the machine with what it measures, so it does little: it builds no page and parses no body.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::error::{Error, while_doing};
use crate::interrupt;

/// An answer that takes longer is a failure.
const PATIENCE: Duration = Duration::from_secs(30);

/// When to stop asking.
#[derive(Clone, Copy)]
pub enum Until {
    /// After this long.
    Elapsed(Duration),
    /// After so many requests in all.
    Asked(u64),
}

/// What a run saw.
#[derive(Debug, Default)]
pub struct Seen {
    /// How long it took, in seconds.
    pub seconds: f64,
    /// Answers by status.
    pub statuses: BTreeMap<u16, u64>,
    /// Answer times, sorted, in microseconds.
    micros: Vec<u32>,
}

impl Seen {
    /// Answers of one status in a second.
    pub fn rate(&self, status: u16) -> f64 {
        self.statuses.get(&status).copied().unwrap_or_default() as f64 / self.seconds
    }

    /// The answer time that this share of the requests stayed within, in milliseconds.
    pub fn within(&self, share: f64) -> f64 {
        let last = self.micros.len().saturating_sub(1);
        let at = (last as f64 * share) as usize;
        self.micros.get(at).copied().map_or(0.0, |micros| f64::from(micros) / 1000.0)
    }
}

/// Asks `address` over `connections` connections. `request` makes the bytes of the request of a number, which
/// counts up from 0 over all connections.
pub fn ask(
    address: &str,
    connections: usize,
    until: Until,
    request: &(dyn Fn(u64) -> Vec<u8> + Sync),
) -> Result<Seen, Error> {
    let (next, stop) = (AtomicU64::new(0), AtomicBool::new(false));
    let started = Instant::now();
    let one = || -> std::io::Result<(BTreeMap<u16, u64>, Vec<u32>)> {
        let mut connection = Connection::open(address)?;
        let (mut statuses, mut micros) = (BTreeMap::new(), Vec::new());
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let over = match until {
                Until::Elapsed(span) => started.elapsed() >= span,
                Until::Asked(most) => number >= most,
            };
            if over || stop.load(Ordering::Relaxed) {
                return Ok((statuses, micros));
            }
            let bytes = request(number);
            let asked = Instant::now();
            let status = connection.exchange(&bytes)?.status;
            *statuses.entry(status).or_default() += 1;
            micros.push(u32::try_from(asked.elapsed().as_micros()).unwrap_or(u32::MAX));
        }
    };
    let mut seen = Seen::default();
    let outcomes = thread::scope(|scope| {
        let workers: Vec<_> = (0..connections).map(|_| scope.spawn(one)).collect();
        while workers.iter().any(|worker| !worker.is_finished()) {
            if interrupt::check().is_err() {
                stop.store(true, Ordering::Relaxed);
            }
            thread::sleep(Duration::from_millis(20));
        }
        workers.into_iter().map(|worker| worker.join()).collect::<Vec<_>>()
    });
    interrupt::check()?;
    seen.seconds = started.elapsed().as_secs_f64();
    for outcome in outcomes {
        let joined = outcome.map_err(|_| Error::Missing("A connection of the load ended.".to_owned()))?;
        let (statuses, micros) = joined.map_err(while_doing("A request of the load failed"))?;
        for (status, count) in statuses {
            *seen.statuses.entry(status).or_default() += count;
        }
        seen.micros.extend(micros);
    }
    seen.micros.sort_unstable();
    Ok(seen)
}

/// An answer: its status, and its body as it came over the wire.
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

/// One connection that is kept open.
pub struct Connection {
    stream: BufReader<TcpStream>,
}

impl Connection {
    pub fn open(address: &str) -> std::io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self { stream: BufReader::with_capacity(32 * 1024, stream) })
    }

    /// Sends a request and reads its answer to the end.
    pub fn exchange(&mut self, request: &[u8]) -> std::io::Result<Answer> {
        self.stream.get_mut().write_all(request)?;
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        let malformed = || std::io::Error::from(std::io::ErrorKind::InvalidData);
        let status = line.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(malformed)?;
        let (mut length, mut chunked) = (None, false);
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(':') else { break };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse::<usize>().ok();
            } else if name.eq_ignore_ascii_case("transfer-encoding") {
                chunked = value.trim().eq_ignore_ascii_case("chunked");
            }
        }
        let mut body = Vec::new();
        if chunked {
            loop {
                line.clear();
                self.stream.read_line(&mut line)?;
                let size = usize::from_str_radix(line.trim_end(), 16).map_err(|_| malformed())?;
                let start = body.len();
                // The two bytes after a chunk are its line's end.
                body.resize(start + size + 2, 0);
                self.stream.read_exact(&mut body[start..])?;
                body.truncate(start + size);
                if size == 0 {
                    break;
                }
            }
        } else {
            body.resize(length.unwrap_or_default(), 0);
            self.stream.read_exact(&mut body)?;
        }
        Ok(Answer { status, body })
    }
}

/// A GET, as a browser that takes brotli sends it.
pub fn get(path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: br\r\n\r\n").into_bytes()
}

/// A form, as it comes through a proxy that says for whom.
pub fn post(path: &str, forwarded_for: &str, form: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\nx-forwarded-for: {forwarded_for}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
        form.len()
    )
    .into_bytes()
}
