//! A load generator: plain HTTP/1.1 over so many connections, each asking again as soon as it is answered.
//! It shares the cores with what it measures, so it does little: one thread waits for all connections at once, as
//! a proxy before the server would.

use std::collections::BTreeMap;
use std::io::{Error as IoError, ErrorKind, Read, Result as IoResult, Write};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use httparse::{EMPTY_HEADER, Response, Status};
use mio::{Events, Interest, Poll, Token};

use crate::error::{Error, while_doing};
use crate::interrupt;

/// An answer that takes longer is a failure.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often to look whether somebody wants to stop.
const LOOK_UP: Duration = Duration::from_millis(20);
/// More headers than any of our answers has.
const MOST_HEADERS: usize = 48;

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
    request: &dyn Fn(u64) -> Vec<u8>,
) -> Result<Seen, Error> {
    let failed = while_doing("A request of the load failed");
    let address = address.parse().map_err(|_| Error::Missing(format!("{address} is no address.")))?;
    let mut load = Load { started: Instant::now(), asked: 0, until, request, seen: Seen::default() };
    load.run(address, connections).map_err(failed)?;
    interrupt::check()?;
    load.seen.seconds = load.started.elapsed().as_secs_f64();
    load.seen.micros.sort_unstable();
    Ok(load.seen)
}

/// A run under way.
struct Load<'r> {
    started: Instant,
    asked: u64,
    until: Until,
    request: &'r dyn Fn(u64) -> Vec<u8>,
    seen: Seen,
}

/// A connection of a run, with one request under way.
struct Line {
    stream: mio::net::TcpStream,
    /// What of the request is not sent yet.
    unsent: Vec<u8>,
    /// What of the answer has come.
    received: Vec<u8>,
    asked: Instant,
}

impl Load<'_> {
    fn run(&mut self, address: SocketAddr, connections: usize) -> IoResult<()> {
        let mut poll = Poll::new()?;
        let mut lines = Vec::with_capacity(connections);
        for place in 0..connections {
            let mut stream = mio::net::TcpStream::connect(address)?;
            stream.set_nodelay(true)?;
            poll.registry().register(&mut stream, Token(place), Interest::READABLE | Interest::WRITABLE)?;
            let Some(unsent) = self.next() else { break };
            lines.push(Some(Line { stream, unsent, received: Vec::new(), asked: Instant::now() }));
        }
        let mut events = Events::with_capacity(connections);
        while lines.iter().any(Option::is_some) && interrupt::check().is_ok() {
            poll.poll(&mut events, Some(LOOK_UP))?;
            for event in &events {
                let Some(place) = lines.get_mut(event.token().0) else { continue };
                let Some(line) = place else { continue };
                if let Some(status) = line.advance()? {
                    self.note(status, line.asked.elapsed());
                    match self.next() {
                        Some(request) => line.ask(request)?,
                        None => *place = None,
                    }
                }
            }
            if lines.iter().flatten().any(|line| line.asked.elapsed() > PATIENCE) {
                return Err(ErrorKind::TimedOut.into());
            }
        }
        Ok(())
    }

    /// The next request, unless it is time to stop.
    fn next(&mut self) -> Option<Vec<u8>> {
        let over = match self.until {
            Until::Elapsed(span) => self.started.elapsed() >= span,
            Until::Asked(most) => self.asked >= most,
        };
        (!over).then(|| {
            self.asked += 1;
            (self.request)(self.asked - 1)
        })
    }

    fn note(&mut self, status: u16, taken: Duration) {
        *self.seen.statuses.entry(status).or_default() += 1;
        self.seen.micros.push(u32::try_from(taken.as_micros()).unwrap_or(u32::MAX));
    }
}

impl Line {
    /// Sends the next request, or as much of it as goes at once.
    fn ask(&mut self, request: Vec<u8>) -> IoResult<()> {
        self.unsent = request;
        self.received.clear();
        self.asked = Instant::now();
        self.send()
    }

    /// Sends what goes and takes what is there; gives the status once the answer is whole.
    fn advance(&mut self) -> IoResult<Option<u16>> {
        self.send()?;
        let mut chunk = [0; 16 * 1024];
        loop {
            match self.stream.read(&mut chunk) {
                Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
                Ok(length) => self.received.extend_from_slice(&chunk[..length]),
                Err(error) if is_for_later(&error) => return Ok(None),
                Err(error) => return Err(error),
            }
            // Nothing comes unasked: behind a whole answer there is nothing to read.
            if let Some(answer) = Answer::read(&self.received)? {
                return Ok(Some(answer.status));
            }
        }
    }

    fn send(&mut self) -> IoResult<()> {
        while !self.unsent.is_empty() {
            match self.stream.write(&self.unsent) {
                Ok(length) => drop(self.unsent.drain(..length)),
                Err(error) if is_for_later(&error) => return Ok(()),
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

/// Whether the connection is not there yet, or has no room or nothing to read for now.
fn is_for_later(error: &IoError) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::NotConnected | ErrorKind::Interrupted)
}

fn malformed<E>(_: E) -> IoError {
    ErrorKind::InvalidData.into()
}

/// An answer: its status, and its body as it came over the wire.
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

impl Answer {
    /// Reads an answer; nothing where more of it is to come.
    fn read(bytes: &[u8]) -> IoResult<Option<Self>> {
        let mut headers = [EMPTY_HEADER; MOST_HEADERS];
        let mut head = Response::new(&mut headers);
        let Status::Complete(length) = head.parse(bytes).map_err(malformed)? else { return Ok(None) };
        let status = head.code.unwrap_or_default();
        let value = |name: &str| {
            let header = head.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
            header.map(|header| String::from_utf8_lossy(header.value))
        };
        let mut rest = &bytes[length..];
        if value("transfer-encoding").is_some_and(|encoding| encoding.eq_ignore_ascii_case("chunked")) {
            let mut body = Vec::new();
            loop {
                let read = httparse::parse_chunk_size(rest);
                let Status::Complete((start, size)) = read.map_err(malformed)? else { return Ok(None) };
                // The two bytes after a chunk are its line's end.
                let end = start + usize::try_from(size).map_err(malformed)?;
                let Some(chunk) = rest.get(start..end) else { return Ok(None) };
                let Some(after) = rest.get(end + 2..) else { return Ok(None) };
                if size == 0 {
                    return Ok(Some(Self { status, body }));
                }
                body.extend_from_slice(chunk);
                rest = after;
            }
        }
        let length = value("content-length").and_then(|length| length.parse().ok()).unwrap_or_default();
        Ok(rest.get(..length).map(|body| Self { status, body: body.to_vec() }))
    }
}

/// One connection that is kept open.
pub struct Connection {
    stream: std::net::TcpStream,
}

impl Connection {
    pub fn open(address: &str) -> IoResult<Self> {
        let stream = std::net::TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self { stream })
    }

    /// Sends a request and reads its answer to the end.
    pub fn exchange(&mut self, request: &[u8]) -> IoResult<Answer> {
        self.stream.write_all(request)?;
        let mut received = Vec::new();
        let mut chunk = [0; 16 * 1024];
        loop {
            match self.stream.read(&mut chunk)? {
                0 => return Err(ErrorKind::UnexpectedEof.into()),
                length => received.extend_from_slice(&chunk[..length]),
            }
            if let Some(answer) = Answer::read(&received)? {
                return Ok(answer);
            }
        }
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
