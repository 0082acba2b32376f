//! How mail leaves: SMTP with STARTTLS, SMTP within TLS, or files in a folder.

use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};
use redress_domain::MessageId;
use url::{Host, Url};

use super::folder;

/// What a certificate in PEM begins with; a file without it would quietly vouch for nobody.
const BEGIN: &[u8] = b"-----BEGIN CERTIFICATE-----";
/// How long the server may take for one answer.
const ANSWER: Duration = Duration::from_secs(20);
/// How long one mail may take in all: two of them one after the other stay within the outbox's lease.
const MAIL: Duration = Duration::from_secs(45);

/// Where mail goes.
pub enum Transport {
    /// `.eml` files in this folder.
    Folder(PathBuf),
    /// A mail server.
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>),
}

/// Why a transport cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum TransportRefused {
    /// The address is not one.
    #[error("REDRESS_SMTP_URL is not smtp://USER:PASSWORD@HOST:587 or smtps://…")]
    Address,
    /// The certificate of `?ca=` cannot be read.
    #[error("the certificate that REDRESS_SMTP_URL names with ?ca= cannot be read: {0}")]
    Certificate(String),
}

/// Why a mail was not sent; it never holds an address.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// Later, perhaps.
    #[error("not now: {0}")]
    Transient(String),
    /// Never.
    #[error("refused: {0}")]
    Permanent(String),
}

fn hello_name(host: &str) -> ClientId {
    match host.trim_matches(['[', ']']).parse() {
        Ok(IpAddr::V4(address)) => ClientId::Ipv4(address),
        Ok(IpAddr::V6(address)) => ClientId::Ipv6(address),
        Err(_) => ClientId::Domain(host.to_owned()),
    }
}

impl Transport {
    /// `smtp://` asks for STARTTLS; `smtps://` speaks TLS from the first byte; `?ca=FILE` trusts one certificate
    /// more, for a relay of one's own. A relay on this machine without `?ca=` may do without: nothing leaves the
    /// machine then. `hello` is the host that Redress says it is.
    pub fn smtp(url: &str, hello: &str) -> Result<Self, TransportRefused> {
        let url = Url::parse(url).map_err(|_| TransportRefused::Address)?;
        let (host, loopback) = match url.host().ok_or(TransportRefused::Address)? {
            // The URL's host of `smtp` is no special one: an address is told apart by hand.
            Host::Domain(name) => match name.parse::<IpAddr>() {
                Ok(address) => (address.to_string(), address.is_loopback()),
                Err(_) => (name.to_owned(), name.eq_ignore_ascii_case("localhost")),
            },
            Host::Ipv4(address) => (address.to_string(), address.is_loopback()),
            // Without the brackets, which belong to the URL.
            Host::Ipv6(address) => (address.to_string(), address.is_loopback()),
        };
        let mut parameters = TlsParameters::builder(host.clone());
        let mut authority = false;
        for (name, file) in url.query_pairs() {
            if name != "ca" {
                return Err(TransportRefused::Address);
            }
            let pem = std::fs::read(file.as_ref())
                .map_err(|error| TransportRefused::Certificate(error.to_string()))?;
            if !pem.windows(BEGIN.len()).any(|window| window == BEGIN) {
                let why = format!("{file} holds no certificate in PEM");
                return Err(TransportRefused::Certificate(why));
            }
            let certificate = Certificate::from_pem(&pem)
                .map_err(|error| TransportRefused::Certificate(error.to_string()))?;
            parameters = parameters.add_root_certificate(certificate);
            authority = true;
        }
        let parameters =
            parameters.build().map_err(|error| TransportRefused::Certificate(error.to_string()))?;
        let (tls, port) = match url.scheme() {
            "smtps" => (Tls::Wrapper(parameters), 465),
            "smtp" if loopback && !authority => (Tls::Opportunistic(parameters), 587),
            "smtp" => (Tls::Required(parameters), 587),
            _ => return Err(TransportRefused::Address),
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
            .port(url.port().unwrap_or(port))
            .tls(tls)
            .hello_name(hello_name(hello))
            .timeout(Some(ANSWER));
        if !url.username().is_empty() {
            let decode = |text: &str| {
                let text = text.replace('+', "%2B").replace('&', "%26");
                url::form_urlencoded::parse(format!("x={text}").as_bytes())
                    .next()
                    .map(|(_, value)| value.into_owned())
                    .unwrap_or_default()
            };
            let password = decode(url.password().unwrap_or_default());
            builder = builder.credentials(Credentials::new(decode(url.username()), password));
        }
        Ok(Self::Smtp(Box::new(builder.build())))
    }

    /// Whether the mail server answers and lets us in, without sending anything.
    pub async fn check(&self) -> Result<(), SendError> {
        let Self::Smtp(smtp) = self else { return Ok(()) };
        match tokio::time::timeout(MAIL, smtp.test_connection()).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Ok(false)) | Err(_) => Err(SendError::Transient("no answer in time".to_owned())),
            // A log-in is the operator's own; who is refused may read why.
            Ok(Err(error)) => Err(SendError::Transient(error.to_string())),
        }
    }

    /// Sends one mail.
    pub async fn send(&self, id: MessageId, now: Timestamp, mail: lettre::Message) -> Result<(), SendError> {
        match self {
            Self::Folder(folder) => {
                let (folder, bytes) = (folder.clone(), mail.formatted());
                tokio::task::spawn_blocking(move || folder::write(&folder, id, now, &bytes))
                    .await
                    .map_err(|error| SendError::Transient(error.to_string()))?
                    .map_err(|error| SendError::Transient(error.to_string()))
            }
            Self::Smtp(smtp) => match tokio::time::timeout(MAIL, smtp.send(mail)).await {
                Ok(Ok(_)) => Ok(()),
                Err(_) => Err(SendError::Transient("no answer in time".to_owned())),
                // What a server says may repeat the address: the code is what is told.
                Ok(Err(error)) => {
                    let code = error.status().map_or_else(|| "no answer".to_owned(), |code| code.to_string());
                    // Only what concerns this one mailbox is final; a refused sender, log-in or greeting is the
                    // operator's to mend, and the mail is still owed.
                    if matches!(code.as_str(), "550" | "551" | "552") {
                        Err(SendError::Permanent(code))
                    } else {
                        Err(SendError::Transient(code))
                    }
                }
            },
        }
    }
}
