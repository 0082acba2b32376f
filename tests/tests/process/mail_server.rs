//! The SMTP server of tests/smtp: a process in Node, started for one test.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Arc, Mutex};

use mail_parser::{Message, MessageParser};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, ChildStdin, Command};

use crate::binary::{Folder, PATIENCE, until};

/// How the server speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    StartTls,
    Implicit,
    None,
}

/// A certificate authority of this test alone, and a certificate of `localhost` that it vouches for.
pub struct Certificates {
    pub authority: PathBuf,
    certificate: PathBuf,
    key: PathBuf,
}

impl Certificates {
    pub fn make(folder: &Path) -> Self {
        use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
        let key = KeyPair::generate().unwrap();
        let names = vec!["localhost".to_owned(), "127.0.0.1".to_owned()];
        let certificate = CertificateParams::new(names).unwrap().signed_by(&key, &authority).unwrap();
        let write = |name: &str, text: String| {
            let file = folder.join(name);
            std::fs::write(&file, text).unwrap();
            file
        };
        Self {
            authority: write("authority.pem", authority.pem()),
            certificate: write("certificate.pem", certificate.pem()),
            key: write("key.pem", key.serialize_pem()),
        }
    }

    /// A certificate that vouches for itself, as a relay of one's own has it.
    pub fn self_made(folder: &Path) -> Self {
        let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
        let (certificate, key) = (folder.join("self.pem"), folder.join("self.key"));
        std::fs::write(&certificate, made.cert.pem()).unwrap();
        std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
        Self { authority: certificate.clone(), certificate, key }
    }
}

/// A mail that the server took.
pub struct Taken {
    /// Who it was given to, on the outside.
    pub to: Vec<String>,
    /// Whether the connection was encrypted.
    pub secure: bool,
    /// Who logged in.
    pub user: Option<String>,
    /// How many connections the server had had by then.
    pub connections: u64,
    /// What the client called itself.
    pub hello: String,
    /// As it came.
    pub data: String,
}

impl Taken {
    pub fn parsed(&self) -> Message<'_> {
        MessageParser::default().parse(self.data.as_bytes()).unwrap()
    }

    /// A header's value as it stands there, in one line.
    pub fn header(&self, name: &str) -> String {
        let (head, _) = self.data.split_once("\r\n\r\n").unwrap();
        let head = head.replace("\r\n ", " ").replace("\r\n\t", " ");
        let wanted = format!("{}:", name.to_lowercase());
        let values: Vec<&str> =
            head.split("\r\n").filter(|line| line.to_lowercase().starts_with(&wanted)).collect();
        assert!(values.len() <= 1, "{name} is there more than once:\n{head}");
        values.first().map_or_else(String::new, |line| line[wanted.len()..].trim().to_owned())
    }

    /// The path of the first link in the text that goes to this place.
    pub fn link(&self, place: &str) -> String {
        let text = self.parsed().body_text(0).unwrap().into_owned();
        text.split_whitespace()
            .find_map(|word| word.find(place).map(|at| word[at..].to_owned()))
            .unwrap_or_else(|| panic!("no {place} in: {text}"))
    }
}

/// A refusal that the server gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    pub code: u64,
    /// Where the server had read that far.
    pub message_id: Option<String>,
}

pub struct MailServer {
    options: Value,
    folder: Folder,
    port: u16,
    process: Option<(Child, ChildStdin)>,
    refused: Arc<Mutex<Vec<Refused>>>,
}

impl MailServer {
    /// Starts it; without Node or its packages the test cannot run, and says so.
    pub async fn start(
        security: Security,
        certificates: Option<&Certificates>,
        login: Option<[&str; 2]>,
    ) -> Self {
        let folder = Folder::new("mail");
        let mut options = json!({
            "folder": folder.path(),
            "security": match security {
                Security::StartTls => "starttls",
                Security::Implicit => "implicit",
                Security::None => "none",
            },
        });
        if let Some(Certificates { certificate, key, .. }) = certificates {
            options["cert"] = json!(certificate);
            options["key"] = json!(key);
        }
        if let Some(login) = login {
            options["login"] = json!(login);
        }
        let refused = Arc::new(Mutex::new(Vec::new()));
        let mut server = Self { options, folder, port: 0, process: None, refused };
        server.up().await;
        server
    }

    /// Starts it on the port it had before, if it had one.
    pub async fn up(&mut self) {
        let mut process = Command::new("node")
            .arg("server.mjs")
            .arg(self.options.to_string())
            .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/smtp"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("Node is needed for the tests of sending: sudo apt-get install nodejs npm");
        // The server ends when this does.
        let stdin = process.stdin.take().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let first = tokio::time::timeout(PATIENCE, lines.next_line()).await.unwrap().unwrap();
        let first = first.expect("the SMTP server did not start; run: npm ci in tests/smtp");
        let told: Value = serde_json::from_str(&first).unwrap();
        self.port = u16::try_from(told["port"].as_u64().unwrap()).unwrap();
        self.options["port"] = json!(self.port);
        self.process = Some((process, stdin));
        let refused = self.refused.clone();
        tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                let told: Value = serde_json::from_str(&line).unwrap();
                refused.lock().unwrap().push(Refused {
                    code: told["refused"].as_u64().unwrap(),
                    message_id: told["id"].as_str().map(str::to_owned),
                });
            }
        });
    }

    /// Ends it; nothing listens on its port then.
    pub async fn down(&mut self) {
        let (mut process, stdin) = self.process.take().unwrap();
        drop(stdin);
        tokio::time::timeout(PATIENCE, process.wait()).await.unwrap().unwrap();
    }

    /// The address for REDRESS_SMTP_URL, with what stands before the host and after the port.
    pub fn url(&self, scheme: &str, user: &str, host: &str, rest: &str) -> String {
        format!("{scheme}://{user}{host}:{}{rest}", self.port)
    }

    /// Every mail it took, oldest first.
    pub fn taken(&self) -> Vec<Taken> {
        let mut files: Vec<PathBuf> = std::fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| !path.file_name().unwrap().to_string_lossy().starts_with('.'))
            .collect();
        files.sort();
        files
            .iter()
            .map(|file| {
                let mail: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
                let text = |name: &str| mail[name].as_str().map(str::to_owned);
                let to = mail["to"].as_array().unwrap();
                Taken {
                    to: to.iter().map(|to| to.as_str().unwrap().to_owned()).collect(),
                    secure: mail["secure"].as_bool().unwrap(),
                    user: text("user"),
                    connections: mail["connections"].as_u64().unwrap(),
                    hello: text("hello").unwrap(),
                    data: text("data").unwrap(),
                }
            })
            .collect()
    }

    /// Every mail it took, once there are so many.
    pub async fn mails(&self, at_least: usize) -> Vec<Taken> {
        until("mails", async || {
            let taken = self.taken();
            (taken.len() >= at_least).then_some(taken)
        })
        .await
    }

    /// Every refusal it gave, once there are so many.
    pub async fn refusals(&self, at_least: usize) -> Vec<Refused> {
        until("refusals", async || {
            let refused = self.refused.lock().unwrap().clone();
            (refused.len() >= at_least).then_some(refused)
        })
        .await
    }
}
