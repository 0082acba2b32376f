//! People in numbers: who sign from browsers of their own, and the mail they get.

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use mail_parser::MessageParser;
use redress_tests::{Answer, Server, Setup};
use reqwest::Client;
use tokio::task::JoinSet;

use crate::binary::{Folder, PATIENCE, until};

/// A browser that follows no redirect.
pub fn client() -> Client {
    Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(PATIENCE).build().unwrap()
}

/// What came of a request.
#[derive(Debug)]
pub enum Came {
    /// An answer, read whole.
    Answer(Answer),
    /// Nothing: nobody took the request.
    Nothing,
    /// An answer that breaks off.
    Broken,
}

impl Came {
    /// The status of an answer; 0 of none.
    pub fn status(&self) -> u16 {
        match self {
            Self::Answer(answer) => answer.status,
            Self::Nothing | Self::Broken => 0,
        }
    }

    pub fn answer(self) -> Answer {
        match self {
            Self::Answer(answer) => answer,
            other => panic!("no answer: {other:?}"),
        }
    }
}

pub async fn send(request: reqwest::RequestBuilder) -> Came {
    let Ok(response) = request.send().await else { return Came::Nothing };
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    match response.bytes().await {
        Ok(bytes) => {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            Came::Answer(Answer { status, headers, text, bytes: bytes.into() })
        }
        Err(_) => Came::Broken,
    }
}

pub async fn get(client: &Client, url: &str) -> Came {
    send(client.get(url)).await
}

pub async fn post(client: &Client, url: &str) -> Came {
    send(client.post(url)).await
}

/// Signs with a mailbox of its own, from a network address of its own.
pub async fn sign(client: &Client, base: &str, slug: &str, number: usize) -> Came {
    sign_as(client, base, slug, number, &address(number)).await
}

pub fn address(number: usize) -> String {
    format!("p{number}@people.example")
}

pub async fn sign_as(client: &Client, base: &str, slug: &str, number: usize, email: &str) -> Came {
    let name = format!("Person {}", letters(number));
    let fields = [
        ("name", name.as_str()),
        ("email", email),
        ("zip", "02121"),
        ("residency", "lives"),
        ("visibility", "full"),
    ];
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let from = format!("10.{}.{}.{}", number >> 16 & 255, number >> 8 & 255, number & 255);
    let request = client
        .post(format!("{base}/c/{slug}/sign"))
        .header("x-forwarded-for", from)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(body);
    send(request).await
}

/// A number as a name: people have no digits in theirs.
fn letters(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.push(char::from(b'a' + u8::try_from(number % 26).unwrap()));
        number /= 26;
        if number == 0 {
            return name;
        }
    }
}

/// The settings with which many people sign from one machine.
pub const FROM_A_PROXY: (&str, &str) = ("REDRESS_TRUSTED_PROXIES", "127.0.0.1");

/// A data folder with an owner and a campaign that can be signed.
pub async fn prepared(database: &str) -> (Folder, String) {
    let folder = Folder::new("data");
    let data = Some(folder.path().to_owned());
    let server = Server::with(Setup { database: database.to_owned(), data, ..Setup::default() }).await;
    let owner = server.owner().await;
    let slug = server.campaign(&owner, &[]).await;
    server.leave().await;
    (folder, slug)
}

/// A mail in a data folder's outbox.
#[derive(Debug, Clone)]
pub struct Filed {
    pub to: String,
    pub message_id: String,
    /// The path of its link to confirm.
    pub confirm: String,
}

/// The mails in a data folder's outbox.
pub fn outbox(data: &Path) -> Vec<Filed> {
    let Ok(files) = std::fs::read_dir(data.join("outbox")) else { return Vec::new() };
    files
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "eml"))
        .map(|path| {
            let bytes = std::fs::read(&path).unwrap();
            let mail = MessageParser::default().parse(&bytes).unwrap();
            let text = mail.body_text(0).unwrap();
            let confirm =
                text.split_whitespace().find_map(|word| Some(word[word.find("/confirm/")?..].to_owned()));
            Filed {
                to: mail.to().unwrap().first().unwrap().address().unwrap().to_owned(),
                message_id: mail.message_id().unwrap().to_owned(),
                confirm: confirm.unwrap_or_default(),
            }
        })
        .collect()
}

/// The number of mails in a data folder's outbox.
pub fn outbox_count(data: &Path) -> usize {
    let Ok(files) = std::fs::read_dir(data.join("outbox")) else { return 0 };
    files.filter(|entry| entry.as_ref().unwrap().path().extension().is_some_and(|e| e == "eml")).count()
}

/// Signs with so many clients until told to stop; gives the numbers that were answered with 303, and how many
/// answers broke off.
pub struct Signing {
    clients: JoinSet<()>,
    answered: Arc<Mutex<Vec<usize>>>,
    broken: Arc<AtomicU32>,
    stopped: Arc<AtomicBool>,
}

impl Signing {
    pub fn start(clients: usize, bases: &[&str], slug: &str, numbers: &Arc<AtomicUsize>) -> Self {
        let signing = Self {
            clients: JoinSet::new(),
            answered: Arc::default(),
            broken: Arc::default(),
            stopped: Arc::default(),
        };
        let mut all = JoinSet::new();
        let client = client();
        for n in 0..clients {
            let (base, slug) = (bases[n % bases.len()].to_owned(), slug.to_owned());
            let (client, numbers) = (client.clone(), numbers.clone());
            let (answered, broken) = (signing.answered.clone(), signing.broken.clone());
            let stopped = signing.stopped.clone();
            all.spawn(async move {
                while !stopped.load(Ordering::SeqCst) {
                    let number = numbers.fetch_add(1, Ordering::SeqCst);
                    match sign(&client, &base, &slug, number).await {
                        Came::Answer(answer) if answer.status == 303 => answered.lock().unwrap().push(number),
                        Came::Answer(answer) => assert_eq!(answer.status, 503, "{}", answer.text),
                        Came::Broken => {
                            broken.fetch_add(1, Ordering::SeqCst);
                        }
                        // The server is gone.
                        Came::Nothing => return,
                    }
                }
            });
        }
        Self { clients: all, ..signing }
    }

    /// Those answered so far.
    pub fn answered(&self) -> Vec<usize> {
        self.answered.lock().unwrap().clone()
    }

    /// Waits until so many are answered.
    pub async fn reaches(&self, count: usize) {
        until("signatures", async || (self.answered.lock().unwrap().len() >= count).then_some(())).await;
    }

    /// Stops the clients after what each has in hand; gives who was answered, and how many answers broke off.
    pub async fn end(mut self) -> (Vec<usize>, u32) {
        self.stopped.store(true, Ordering::SeqCst);
        while let Some(client) = self.clients.join_next().await {
            client.unwrap();
        }
        (self.answered(), self.broken.load(Ordering::SeqCst))
    }
}
