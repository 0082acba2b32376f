//! Settings: from the environment, or from redress.toml in the working directory under the same names in lower
//! case. A wrong one stops the start with a sentence that names it.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use url::Url;

/// Everything an operator can set.
#[derive(Clone)]
pub struct Settings {
    /// REDRESS_LISTEN
    pub listen: SocketAddr,
    /// REDRESS_BASE_URL, without a slash at its end.
    pub base_url: Url,
    /// REDRESS_DATA
    pub data: PathBuf,
    /// REDRESS_DATABASE_URL
    pub database_url: String,
    /// REDRESS_SMTP_URL
    pub smtp_url: Option<String>,
    /// REDRESS_MAIL_FROM
    pub mail_from: String,
    /// REDRESS_STORAGE_URL, as a folder.
    pub storage: PathBuf,
    /// REDRESS_KEY_FILE
    pub key_file: PathBuf,
    /// REDRESS_TRUSTED_PROXIES
    pub trusted_proxies: Vec<IpAddr>,
    /// REDRESS_METRICS_LISTEN; none: no metrics.
    pub metrics_listen: Option<SocketAddr>,
    /// REDRESS_CONNECTIONS: the size of the pool.
    pub connections: u32,
}

/// A setting that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingRefused {
    /// Its value is not what it should be.
    #[error("{name} is not {wanted}{}", told(value))]
    Value {
        /// Which setting.
        name: &'static str,
        /// What it should be.
        wanted: &'static str,
        /// What it is; empty where it may hold a password.
        value: String,
    },
    /// redress.toml cannot be read.
    #[error("redress.toml cannot be read: {0}")]
    File(String),
    /// A name nobody knows: most likely a slip.
    #[error("{0} is no setting of Redress; see: redress help")]
    Unknown(String),
}

fn told(value: &str) -> String {
    if value.is_empty() { String::new() } else { format!(": {value:?}") }
}

const NAMES: &[&str] = &[
    "REDRESS_LISTEN",
    "REDRESS_BASE_URL",
    "REDRESS_DATA",
    "REDRESS_DATABASE_URL",
    "REDRESS_SMTP_URL",
    "REDRESS_MAIL_FROM",
    "REDRESS_STORAGE_URL",
    "REDRESS_KEY_FILE",
    "REDRESS_TRUSTED_PROXIES",
    "REDRESS_METRICS_LISTEN",
    "REDRESS_CONNECTIONS",
];

impl Settings {
    /// From the environment of this process and the redress.toml beside it.
    pub fn load() -> Result<Self, SettingRefused> {
        let file = match std::fs::read_to_string("redress.toml") {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(SettingRefused::File(error.to_string())),
        };
        let environment =
            NAMES.iter().filter_map(|name| Some(((*name).to_owned(), std::env::var(name).ok()?)));
        Self::from_sources(&file, environment.collect())
    }

    /// From a file's text, overruled by variables.
    pub fn from_sources(file: &str, variables: BTreeMap<String, String>) -> Result<Self, SettingRefused> {
        let table: toml::Table = file
            .parse()
            .map_err(|error: toml::de::Error| SettingRefused::File(error.message().to_owned()))?;
        let mut values = BTreeMap::new();
        for (name, value) in table {
            let full = format!("REDRESS_{}", name.to_uppercase());
            if !NAMES.contains(&full.as_str()) {
                return Err(SettingRefused::Unknown(name));
            }
            let text = match value {
                toml::Value::String(text) => text,
                toml::Value::Integer(number) => number.to_string(),
                _ => return Err(SettingRefused::File(format!("{name} is neither a text nor a number"))),
            };
            values.insert(full, text);
        }
        values.extend(variables.into_iter().filter(|(_, value)| !value.is_empty()));
        Self::read(&values)
    }

    fn read(values: &BTreeMap<String, String>) -> Result<Self, SettingRefused> {
        let get = |name: &'static str| values.get(name).map(String::as_str);
        let refuse =
            |name, wanted, value: &str| SettingRefused::Value { name, wanted, value: value.to_owned() };

        let data = PathBuf::from(get("REDRESS_DATA").unwrap_or("./data"));
        let listen = get("REDRESS_LISTEN").unwrap_or("127.0.0.1:3000");
        let listen: SocketAddr = listen
            .parse()
            .map_err(|_| refuse("REDRESS_LISTEN", "an address and port such as 127.0.0.1:3000", listen))?;
        let base = get("REDRESS_BASE_URL").unwrap_or("http://localhost:3000").trim_end_matches('/');
        let wanted = "an address such as https://petitions.example.org";
        let base_url = Url::parse(base)
            .ok()
            .filter(|url| {
                matches!(url.scheme(), "http" | "https") && url.host().is_some() && url.path() == "/"
            })
            .ok_or_else(|| refuse("REDRESS_BASE_URL", wanted, base))?;
        let database_url = match get("REDRESS_DATABASE_URL") {
            None => format!("sqlite://{}", data.join("redress.db").display()),
            Some(url)
                if ["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| url.starts_with(scheme)) =>
            {
                url.to_owned()
            }
            // It may hold a password: it is not repeated.
            Some(_) => {
                return Err(refuse("REDRESS_DATABASE_URL", "sqlite://FILE or postgres://USER@HOST/NAME", ""));
            }
        };
        let smtp_url = get("REDRESS_SMTP_URL").map(str::to_owned);
        if smtp_url.as_ref().is_some_and(|url| {
            !Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "smtp" | "smtps") && url.host().is_some())
        }) {
            return Err(refuse("REDRESS_SMTP_URL", "smtp://USER:PASSWORD@HOST:587 or smtps://…", ""));
        }
        let host = base_url.host_str().unwrap_or("localhost");
        let mail_from =
            get("REDRESS_MAIL_FROM").map_or_else(|| format!("Redress <redress@{host}>"), str::to_owned);
        if mail_from.parse::<lettre::message::Mailbox>().is_err() {
            return Err(refuse(
                "REDRESS_MAIL_FROM",
                "an address such as Redress <mail@example.org>",
                &mail_from,
            ));
        }
        let storage = match get("REDRESS_STORAGE_URL") {
            None => data.join("packets"),
            Some(url) => match url.strip_prefix("file://") {
                Some(path) => PathBuf::from(path),
                None => return Err(refuse("REDRESS_STORAGE_URL", "file:///FOLDER", url)),
            },
        };
        let key_file = get("REDRESS_KEY_FILE").map_or_else(|| data.join("keys"), PathBuf::from);
        let proxies = get("REDRESS_TRUSTED_PROXIES").unwrap_or_default();
        let trusted_proxies = proxies
            .split([',', ' '])
            .filter(|part| !part.is_empty())
            .map(str::parse)
            .collect::<Result<_, _>>()
            .map_err(|_| refuse("REDRESS_TRUSTED_PROXIES", "a list of IP addresses", proxies))?;
        let metrics_listen = get("REDRESS_METRICS_LISTEN")
            .map(|value| {
                let wanted = "an address and port such as 127.0.0.1:9464";
                value.parse().map_err(|_| refuse("REDRESS_METRICS_LISTEN", wanted, value))
            })
            .transpose()?;
        // In SQLite a connection more is memory more, and two cores answer no sooner for it.
        let usual = if database_url.starts_with("sqlite") { "6" } else { "16" };
        let connections = get("REDRESS_CONNECTIONS").unwrap_or(usual);
        let connections = connections
            .parse()
            .ok()
            .filter(|n| (2..=500).contains(n))
            .ok_or_else(|| refuse("REDRESS_CONNECTIONS", "a number from 2 to 500", connections))?;
        Ok(Self {
            listen,
            base_url,
            data,
            database_url,
            smtp_url,
            mail_from,
            storage,
            key_file,
            trusted_proxies,
            metrics_listen,
            connections,
        })
    }

    /// An address on our own host.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.as_str().trim_end_matches('/'))
    }

    /// The file of the embedded database; none on Postgres.
    pub fn sqlite_file(&self) -> Option<PathBuf> {
        let path = self.database_url.strip_prefix("sqlite:")?;
        let path = path.strip_prefix("//").unwrap_or(path);
        Some(PathBuf::from(path.split_once('?').map_or(path, |(path, _)| path)))
    }

    /// The name of our own host.
    pub fn host(&self) -> &str {
        self.base_url.host_str().unwrap_or("localhost")
    }

    /// Whether visitors reach us over TLS.
    pub fn is_secure(&self) -> bool {
        self.base_url.scheme() == "https"
    }

    /// Where outgoing mail goes while no SMTP server is set.
    pub fn outbox(&self) -> Option<PathBuf> {
        self.smtp_url.is_none().then(|| self.data.join("outbox"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    fn with(name: &str, value: &str) -> Result<Settings, SettingRefused> {
        Settings::from_sources("", BTreeMap::from([(name.to_owned(), value.to_owned())]))
    }

    #[test]
    fn nothing_set_is_loopback_and_one_file() {
        let settings = Settings::from_sources("", BTreeMap::new()).unwrap();
        assert_eq!(settings.listen.to_string(), "127.0.0.1:3000");
        assert_eq!(settings.database_url, "sqlite://./data/redress.db");
        assert_eq!(settings.url("/c/x"), "http://localhost:3000/c/x");
    }

    #[test]
    fn a_wrong_setting_is_named_and_a_password_is_not_repeated() {
        for (name, value) in [
            ("REDRESS_LISTEN", "3000"),
            ("REDRESS_BASE_URL", "localhost"),
            ("REDRESS_DATABASE_URL", "mysql://u:secret@h/d"),
            ("REDRESS_SMTP_URL", "http://u:secret@h"),
            ("REDRESS_MAIL_FROM", "nobody"),
            ("REDRESS_TRUSTED_PROXIES", "proxy"),
            ("REDRESS_METRICS_LISTEN", "9464"),
            ("REDRESS_CONNECTIONS", "0"),
            ("REDRESS_STORAGE_URL", "ftp://x"),
        ] {
            let sentence = with(name, value).err().unwrap().to_string();
            assert!(sentence.contains(name) && !sentence.contains("secret"), "{sentence}");
        }
    }

    #[test]
    fn a_file_sets_in_lower_case_and_a_slip_is_found() {
        let settings = Settings::from_sources("listen = \"127.0.0.1:4000\"", BTreeMap::new()).unwrap();
        assert_eq!(settings.listen.port(), 4000);
        assert!(Settings::from_sources("lisen = \"x\"", BTreeMap::new()).is_err());
    }
}
