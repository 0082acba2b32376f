//! The key material: where it is kept, and the one key per use that is derived from it.
//! It never reaches the database, a log or a backup of the database.

use std::io::Write as _;
use std::path::Path;

use aes_gcm_siv::{Aes256GcmSiv, KeyInit as _};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hkdf::Hkdf;
use hmac::{Hmac, Mac as _};
use redress_domain::Random;
use sha2::Sha256;
use zeroize::Zeroizing;

type HmacSha256 = Hmac<Sha256>;

/// The keys of an installation. The newest seals; all of them open; the oldest looks up and signs tokens,
/// so that rotating the sealing key breaks no link and no uniqueness.
pub struct Keys {
    sealing: Vec<(u8, Aes256GcmSiv)>,
    lookup: Zeroizing<[u8; 32]>,
    tokens: Zeroizing<[u8; 32]>,
    check: [u8; 16],
}

/// Why the key material cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyFault {
    /// The file cannot be read or made.
    #[error("the key file {path}: {fault}")]
    File {
        /// Which file.
        path: String,
        /// What the system says.
        fault: std::io::Error,
    },
    /// Others on this machine can read it.
    #[error("the key file {0} can be read by others on this machine; run: chmod 600 {0}")]
    Open(String),
    /// Not lines of a number (1 to 255) and 32 bytes in base64.
    #[error("the key material is not lines of a number from 1 to 255 and 32 bytes in base64")]
    Malformed,
}

impl Keys {
    /// Reads the file, or makes it (mode 0600) with one fresh key if there is none.
    pub fn load_or_create(path: &Path, random: &dyn Random) -> Result<Self, KeyFault> {
        let fault = |fault| KeyFault::File { path: path.display().to_string(), fault };
        match std::fs::read_to_string(path) {
            Ok(text) => {
                check_mode(path)?;
                Self::parse(&Zeroizing::new(text))
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let mut key = Zeroizing::new([0_u8; 32]);
                random.fill(&mut *key);
                let text = Zeroizing::new(format!("1 {}\n", STANDARD.encode(*key)));
                let mut file = create_private(path).map_err(fault)?;
                file.write_all(text.as_bytes()).map_err(fault)?;
                file.sync_all().map_err(fault)?;
                Self::parse(&text)
            }
            Err(error) => Err(fault(error)),
        }
    }

    /// Reads lines of `NUMBER BASE64`; empty lines and lines that begin with `#` are passed over.
    pub fn parse(text: &str) -> Result<Self, KeyFault> {
        let mut masters: Vec<(u8, Zeroizing<Vec<u8>>)> = Vec::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (number, key) = line.split_once(' ').ok_or(KeyFault::Malformed)?;
            let number: u8 = number.parse().map_err(|_| KeyFault::Malformed)?;
            let key = Zeroizing::new(STANDARD.decode(key.trim()).map_err(|_| KeyFault::Malformed)?);
            if key.len() != 32 || number == 0 || masters.iter().any(|(other, _)| *other == number) {
                return Err(KeyFault::Malformed);
            }
            masters.push((number, key));
        }
        masters.sort_by_key(|(number, _)| *number);
        let (_, oldest) = masters.first().ok_or(KeyFault::Malformed)?;
        let check = *derive(oldest, "redress check v1");
        let mut check_bytes = [0; 16];
        check_bytes.copy_from_slice(&check[..16]);
        Ok(Self {
            lookup: derive(oldest, "redress lookup v1"),
            tokens: derive(oldest, "redress tokens v1"),
            check: check_bytes,
            sealing: masters
                .iter()
                .map(|(number, key)| (*number, Aes256GcmSiv::new(&(*derive(key, "redress seal v1")).into())))
                .collect(),
        })
    }

    pub(crate) fn newest(&self) -> (u8, &Aes256GcmSiv) {
        let (number, cipher) = self.sealing.last().expect("parse refuses an empty list");
        (*number, cipher)
    }

    pub(crate) fn sealing(&self, number: u8) -> Option<&Aes256GcmSiv> {
        self.sealing.iter().find(|(other, _)| *other == number).map(|(_, cipher)| cipher)
    }

    /// A keyed hash for looking up: equal for equal values, and nothing without the key.
    pub fn lookup(&self, domain: &str, value: &str) -> Vec<u8> {
        mac(&*self.lookup, &[domain.as_bytes(), value.as_bytes()]).to_vec()
    }

    pub(crate) fn token_mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        mac(&*self.tokens, parts)
    }

    /// Tells one installation's keys from another's without telling the keys.
    pub(crate) const fn fingerprint(&self) -> [u8; 16] {
        self.check
    }
}

redress_domain::hidden_debug!(Keys);

fn derive(master: &[u8], use_: &str) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(None, master)
        .expand(use_.as_bytes(), &mut *key)
        .expect("32 bytes are within what HKDF-SHA256 gives");
    key
}

/// HMAC-SHA256 over the parts, each with its length before it, so that no two lists of parts look alike.
fn mac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = HmacSha256::new_from_slice(key).expect("HMAC takes a key of any length");
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

#[cfg(unix)]
fn create_private(path: &Path) -> std::io::Result<std::fs::File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn create_private(path: &Path) -> std::io::Result<std::fs::File> {
    std::fs::OpenOptions::new().write(true).create_new(true).open(path)
}

#[cfg(unix)]
fn check_mode(path: &Path) -> Result<(), KeyFault> {
    use std::os::unix::fs::PermissionsExt as _;
    let meta = std::fs::metadata(path)
        .map_err(|fault| KeyFault::File { path: path.display().to_string(), fault })?;
    if meta.permissions().mode() & 0o077 == 0 {
        Ok(())
    } else {
        Err(KeyFault::Open(path.display().to_string()))
    }
}

#[cfg(not(unix))]
const fn check_mode(_path: &Path) -> Result<(), KeyFault> {
    Ok(())
}
