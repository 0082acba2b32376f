//! How mail leaves: SMTP with STARTTLS, SMTP within TLS, or files in a folder.

use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};
use redress_domain::MessageId;
use url::Url;

use super::folder;

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

impl Transport {
    /// `smtp://` asks for STARTTLS (on loopback: takes it where it is offered); `smtps://` speaks TLS from the
    /// first byte; `?ca=FILE` trusts one certificate more, for a relay of one's own.
    pub fn smtp(url: &str) -> Result<Self, TransportRefused> {
        let url = Url::parse(url).map_err(|_| TransportRefused::Address)?;
        let host = url.host_str().ok_or(TransportRefused::Address)?.to_owned();
        let mut parameters = TlsParameters::builder(host.clone());
        if let Some((_, file)) = url.query_pairs().find(|(name, _)| name == "ca") {
            let pem = std::fs::read(file.as_ref())
                .map_err(|error| TransportRefused::Certificate(error.to_string()))?;
            let certificate = Certificate::from_pem(&pem)
                .map_err(|error| TransportRefused::Certificate(error.to_string()))?;
            parameters = parameters.add_root_certificate(certificate);
        }
        let parameters =
            parameters.build().map_err(|error| TransportRefused::Certificate(error.to_string()))?;
        let loopback = matches!(host.as_str(), "localhost" | "127.0.0.1" | "[::1]");
        let (tls, port) = match url.scheme() {
            "smtps" => (Tls::Wrapper(parameters), 465),
            "smtp" if loopback => (Tls::Opportunistic(parameters), 587),
            "smtp" => (Tls::Required(parameters), 587),
            _ => return Err(TransportRefused::Address),
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
            .port(url.port().unwrap_or(port))
            .tls(tls)
            .timeout(Some(Duration::from_secs(30)));
        if !url.username().is_empty() {
            let decode = |text: &str| {
                url::form_urlencoded::parse(format!("x={}", text.replace('+', "%2B")).as_bytes())
                    .next()
                    .map(|(_, value)| value.into_owned())
                    .unwrap_or_default()
            };
            let password = decode(url.password().unwrap_or_default());
            builder = builder.credentials(Credentials::new(decode(url.username()), password));
        }
        Ok(Self::Smtp(Box::new(builder.build())))
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
            Self::Smtp(smtp) => match smtp.send(mail).await {
                Ok(_) => Ok(()),
                // What a server says may repeat the address: the code is what is told.
                Err(error) => {
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
