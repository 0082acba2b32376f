//! Sealing: personal fields of a row as one blob that opens only with the key, and only in that row.
//! AES-256-GCM-SIV (RFC 8452), which stays safe if a nonce should ever repeat.
//!
//! Blob: key number (1 byte), nonce (12), ciphertext with tag. Associated data: table and row id.

use aes_gcm_siv::aead::{Aead as _, Payload};
use redress_domain::Random;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::{Error, Keys};

const NONCE: usize = 12;

pub(crate) fn seal<T: Serialize>(
    keys: &Keys,
    random: &dyn Random,
    table: &'static str,
    row: Uuid,
    value: &T,
) -> Result<Vec<u8>, Error> {
    let plain = serde_json::to_vec(value).map_err(|_| Error::Sealed(table))?;
    let (number, cipher) = keys.newest();
    let mut nonce = [0; NONCE];
    random.fill(&mut nonce);
    let payload = Payload { msg: &plain, aad: &associated(table, row) };
    let sealed = cipher.encrypt(&nonce.into(), payload).map_err(|_| Error::Sealed(table))?;
    let mut blob = Vec::with_capacity(1 + NONCE + sealed.len());
    blob.push(number);
    blob.extend_from_slice(&nonce);
    blob.extend_from_slice(&sealed);
    Ok(blob)
}

pub(crate) fn open<T: DeserializeOwned>(
    keys: &Keys,
    table: &'static str,
    row: Uuid,
    blob: &[u8],
) -> Result<T, Error> {
    let fault = || Error::Sealed(table);
    let (number, rest) = blob.split_first().ok_or_else(fault)?;
    let (nonce, sealed) = rest.split_first_chunk::<NONCE>().ok_or_else(fault)?;
    let cipher = keys.sealing(*number).ok_or_else(fault)?;
    let payload = Payload { msg: sealed, aad: &associated(table, row) };
    let plain = cipher.decrypt(&(*nonce).into(), payload).map_err(|_| fault())?;
    serde_json::from_slice(&plain).map_err(|_| fault())
}

fn associated(table: &str, row: Uuid) -> Vec<u8> {
    [table.as_bytes(), b":", row.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    struct Counting(std::sync::atomic::AtomicU8);

    impl Random for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            let next = self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            bytes.fill(next);
        }
    }

    fn key(number: u8) -> String {
        use base64::Engine as _;
        format!("{number} {}\n", base64::engine::general_purpose::STANDARD.encode([number; 32]))
    }

    #[test]
    fn a_blob_opens_in_its_own_row_alone() {
        let keys = Keys::parse(&key(1)).unwrap();
        let random = Counting(0.into());
        let (row, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let blob = seal(&keys, &random, "signature", row, &"Ana").unwrap();
        assert_eq!(open::<String>(&keys, "signature", row, &blob).unwrap(), "Ana");
        assert!(open::<String>(&keys, "signature", other, &blob).is_err());
        assert!(open::<String>(&keys, "account", row, &blob).is_err());
        assert!(!blob.windows(3).any(|window| window == b"Ana"));
    }

    #[test]
    fn after_rotation_old_blobs_open_and_lookups_stay() {
        let old = Keys::parse(&key(1)).unwrap();
        let both = Keys::parse(&(key(2) + &key(1))).unwrap();
        let random = Counting(0.into());
        let row = Uuid::from_u128(1);
        let blob = seal(&old, &random, "signature", row, &"Ana").unwrap();
        assert_eq!(open::<String>(&both, "signature", row, &blob).unwrap(), "Ana");
        assert_eq!(seal(&both, &random, "signature", row, &"Ana").unwrap()[0], 2);
        assert_eq!(old.lookup("mailbox", "a@b.c"), both.lookup("mailbox", "a@b.c"));
    }
}
