//! Looking for duplicates among what counts: records out of the store, findings of the rules back into it.
//! It removes by certain rules alone, and keeps what a person has taken back.

use redress_domain::{CampaignId, SignatureId};
use redress_duplicates::Record;
use redress_store::{Author, Found, Proposal, Signature, Store};

/// Looks, and leaves out what is certain.
pub async fn search(
    store: &Store,
    author: Author,
    campaign: CampaignId,
) -> Result<Found, redress_store::Error> {
    let confirmed = store.snapshot(campaign).await?.confirmed;
    store.exclusions().take(author, campaign, &propose(&confirmed)).await
}

fn propose(confirmed: &[Signature]) -> Vec<Proposal> {
    let ids: Vec<String> = confirmed.iter().map(|signature| signature.id.to_string()).collect();
    let records: Vec<Record<'_>> = confirmed
        .iter()
        .zip(&ids)
        .filter_map(|(signature, id)| {
            let signer = signature.signer.as_ref()?;
            Some(Record {
                id,
                name: signer.name.as_str(),
                email: signer.email.as_str(),
                street: signer.street.as_deref().unwrap_or_default(),
                unit: signer.unit.as_deref().unwrap_or_default(),
                city: signer.city.as_deref().unwrap_or_default(),
                state: signer.state.as_deref().unwrap_or_default(),
                zip: &signature.zip,
                signed_at: signature.confirmed_at,
                ..Record::default()
            })
        })
        .collect();
    let findings = redress_duplicates::find(&records);
    let id_of = |index: usize| -> Option<SignatureId> { records.get(index)?.id.parse().ok() };
    findings
        .removals()
        .filter_map(|removal| {
            Some(Proposal {
                signature: id_of(removal.record)?,
                survivor: id_of(removal.survivor),
                rule: removal.pair.rule().as_str().to_owned(),
            })
        })
        .collect()
}
