//! Passwords: Argon2id, at most two at a time, off the threads that answer.
//! It keeps no password, and an unknown address costs as much time as a wrong password.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

/// OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane; at or above it.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// The shortest password (NIST SP 800-63B asks for 8; without a second factor, ten).
pub const SHORTEST: usize = 10;
/// The longest, in letters: far above 64, far below what would tire the hash.
pub const LONGEST: usize = 256;

/// The common ones that pass the length; the rest of the well-known lists is shorter than ten letters.
const COMMON: &[&str] = &[
    "password12",
    "password123",
    "password1234",
    "passwordpassword",
    "1234567890",
    "12345678910",
    "123456789a",
    "qwertyuiop",
    "qwerty1234",
    "qwerty12345",
    "qwerty123456",
    "iloveyou12",
    "iloveyou123",
    "1q2w3e4r5t",
    "0123456789",
    "0987654321",
    "9876543210",
    "1111111111",
    "0000000000",
    "1234512345",
    "asdfghjkl1",
    "abcdefghij",
    "abcd123456",
    "letmein1234",
    "welcome123",
    "welcome1234",
    "administrator",
    "changeme123",
    "redress123",
    "redressredress",
    "petition123",
    "password1!",
    "passw0rd123",
    "football123",
    "baseball123",
    "liverpool1",
    "sunshine123",
    "princess123",
    "superman123",
    "trustno1trustno1",
    "qwertyqwerty",
    "qazwsxedcrfv",
    "1qaz2wsx3edc",
    "zaq12wsxcde3",
    "correcthorsebatterystaple",
];

/// Why a password is not taken: message keys.
pub fn check(password: &str) -> Result<(), &'static str> {
    if password.chars().count() < SHORTEST {
        return Err("error-password-short");
    }
    if password.chars().count() > LONGEST {
        return Err("error-password-long");
    }
    let lower = password.to_lowercase();
    let one_letter = lower.chars().next().is_some_and(|first| lower.chars().all(|c| c == first));
    if one_letter || COMMON.contains(&lower.as_str()) {
        return Err("error-password-common");
    }
    Ok(())
}

/// Hashes and compares.
#[derive(Clone)]
pub struct Passwords {
    permits: Arc<Semaphore>,
    /// The hash of a password nobody has, for addresses nobody has.
    decoy: Arc<str>,
    /// How often the expensive function ran.
    hashed: Arc<AtomicU64>,
}

/// The outcome of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is not the password.
    Wrong,
    /// It is.
    Right,
    /// It is, and its hash was made with older parameters: here is today's.
    Renewed(String),
}

/// The hash could not be made or read; a fault of ours.
#[derive(Debug, thiserror::Error)]
#[error("a password could not be hashed: {0}")]
pub struct HashFault(String);

fn argon2() -> Argon2<'static> {
    let params =
        Params::new(MEMORY_KIB, PASSES, LANES, None).expect("these parameters are within Argon2's bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn hash(password: &str) -> Result<String, HashFault> {
    argon2()
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|error| HashFault(error.to_string()))
}

impl Passwords {
    /// Ready to hash; takes one hash's time.
    pub fn new() -> Result<Self, HashFault> {
        let decoy = hash("nobody has this password")?;
        Ok(Self { permits: Arc::new(Semaphore::new(2)), decoy: decoy.into(), hashed: Arc::default() })
    }

    /// How many passwords were hashed or compared so far: what an answer costs, without a watch.
    pub fn hashed(&self) -> u64 {
        self.hashed.load(Ordering::Relaxed)
    }

    /// The hash of a new password, as a PHC string.
    pub async fn hash(&self, password: String) -> Result<String, HashFault> {
        self.off_thread(move || hash(&password)).await
    }

    /// Compares; without a hash, compares with the decoy and says wrong, in the same time.
    pub async fn verify(&self, password: String, stored: Option<String>) -> Result<Verdict, HashFault> {
        let decoy = self.decoy.clone();
        self.off_thread(move || {
            let known = stored.is_some();
            let stored = stored.as_deref().unwrap_or(&decoy);
            let parsed = PasswordHash::new(stored).map_err(|error| HashFault(error.to_string()))?;
            if argon2().verify_password(password.as_bytes(), &parsed).is_err() || !known {
                return Ok(Verdict::Wrong);
            }
            let today = format!("m={MEMORY_KIB},t={PASSES},p={LANES}");
            if stored.starts_with("$argon2id$") && stored.contains(&today) {
                Ok(Verdict::Right)
            } else {
                hash(&password).map(Verdict::Renewed)
            }
        })
        .await
    }

    async fn off_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, HashFault> + Send + 'static,
    ) -> Result<T, HashFault> {
        self.hashed.fetch_add(1, Ordering::Relaxed);
        let _permit = self.permits.acquire().await.map_err(|error| HashFault(error.to_string()))?;
        tokio::task::spawn_blocking(work).await.map_err(|error| HashFault(error.to_string()))?
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    #[test]
    fn long_passwords_are_taken_and_common_ones_are_not() {
        assert!(check(&"a few words in a row ".repeat(4)).is_ok());
        assert_eq!(check("short"), Err("error-password-short"));
        assert_eq!(check("Password123"), Err("error-password-common"));
        assert_eq!(check("aaaaaaaaaaaa"), Err("error-password-common"));
        assert_eq!(check(&"ab".repeat(400)), Err("error-password-long"));
    }

    #[tokio::test]
    async fn an_older_hash_is_renewed() {
        let older = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8_192, 1, 1, None).unwrap())
            .hash_password(b"a few words in a row")
            .unwrap()
            .to_string();
        let passwords = Passwords::new().unwrap();
        let verdict = passwords.verify("a few words in a row".into(), Some(older)).await.unwrap();
        let Verdict::Renewed(new) = verdict else { panic!("{verdict:?}") };
        assert_eq!(passwords.verify("a few words in a row".into(), Some(new)).await.unwrap(), Verdict::Right);
        assert_eq!(passwords.verify("x".into(), None).await.unwrap(), Verdict::Wrong);
    }
}
