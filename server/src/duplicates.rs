//! Looking for duplicates among what counts: records out of the store, findings of the rules back into it.
//! It removes by certain rules alone, puts what is likely before a person, and keeps what a person decided.

use std::collections::HashMap;

use redress_domain::{CampaignId, SignatureId};
use redress_duplicates::{Record, Tier};
use redress_store::{Author, Found, Proposal, Signature, Store};

/// Looks, leaves out what is certain, and proposes what is likely.
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
    let certain = findings.removals().filter_map(|removal| {
        Some(Proposal {
            signature: id_of(removal.record)?,
            survivor: id_of(removal.survivor),
            rule: removal.pair.rule().as_str().to_owned(),
            certain: true,
        })
    });
    // Who stands for whom once the certain ones are left out: a person is asked about those that count.
    let stands: HashMap<usize, usize> = findings
        .clusters
        .iter()
        .flat_map(|cluster| cluster.members.iter().map(|member| (*member, cluster.survivor)))
        .collect();
    let standing = |index: usize| stands.get(&index).copied().unwrap_or(index);
    let likely = findings.pairs.iter().filter(|pair| pair.tier() == Tier::Review).filter_map(|pair| {
        Some(Proposal {
            signature: id_of(standing(pair.b))?,
            survivor: id_of(standing(pair.a)),
            rule: pair.rule().as_str().to_owned(),
            certain: false,
        })
    });
    certain.chain(likely).collect()
}
