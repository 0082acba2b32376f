//! The demo's partners and what its joint hosts agreed. Nobody of them gets a mail.

use redress_domain::{
    CampaignId, EmailAddress, HostRights, Locale, OrganizationId, OrganizationKind, PersonName, Wordings,
    wording,
};
use redress_store::{Author, PartnerContact, PartnerDraft, Store};
use serde::Deserialize;
use std::collections::BTreeMap;

use super::{DemoFailed, wrong};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    #[serde(rename = "agreement")]
    agreements: Vec<DemoAgreement>,
    #[serde(rename = "partner")]
    partners: Vec<DemoPartner>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoAgreement {
    campaign: String,
    host: String,
    rights: String,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoPartner {
    campaign: String,
    organization: String,
    kind: OrganizationKind,
    #[serde(default)]
    site: Option<String>,
    label: String,
    contact: String,
    email: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    en: Option<String>,
    #[serde(default)]
    es: Option<String>,
}

fn content() -> Content {
    toml::from_str(include_str!("../../demo/partners.toml")).expect("a test reads the demo's partners")
}

/// Loads a campaign's agreements and partners, unless they are there.
pub(super) async fn load(
    store: &Store,
    slug: &str,
    id: CampaignId,
    organizations: &BTreeMap<String, OrganizationId>,
) -> Result<(), DemoFailed> {
    let content = content();
    for agreement in content.agreements.iter().filter(|one| one.campaign == slug) {
        let host = organizations.get(&agreement.host).ok_or_else(|| wrong(&agreement.host))?;
        let rights = HostRights::parse(&agreement.rights).map_err(wrong)?;
        store.hosts().set(Author::Operator, id, *host, &rights, &agreement.note).await?;
    }
    for partner in content.partners.iter().filter(|one| one.campaign == slug) {
        let draft = PartnerDraft {
            organization: partner.organization.clone(),
            kind: partner.kind,
            site: partner.site.clone(),
            contact: PartnerContact {
                name: PersonName::parse(&partner.contact).map_err(wrong)?,
                email: EmailAddress::parse(&partner.email).map_err(wrong)?,
                locale: Locale::En,
            },
            label: partner.label.clone(),
            note: partner.note.clone(),
        };
        store.partners().load(id, &draft, &wordings(partner)?).await?;
    }
    Ok(())
}

fn wordings(partner: &DemoPartner) -> Result<Wordings, DemoFailed> {
    [(Locale::En, &partner.en), (Locale::Es, &partner.es)]
        .into_iter()
        .filter_map(|(locale, text)| Some((locale, text.as_ref()?)))
        .map(|(locale, text)| {
            let text = wording(text, &partner.organization).map_err(|fault| wrong(fault.message()))?;
            Ok((locale, text))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_partner_and_agreement_holds_together() {
        let (content, campaigns) = (content(), super::super::content::content());
        let slugs: BTreeSet<_> = campaigns.campaigns.iter().map(|campaign| campaign.slug.as_str()).collect();
        let mut labels = BTreeSet::new();
        for partner in &content.partners {
            assert!(slugs.contains(partner.campaign.as_str()), "{}", partner.campaign);
            assert!(labels.insert((&partner.campaign, &partner.label)), "{}", partner.label);
            assert!(redress_domain::share_label(&partner.label).is_some(), "{}", partner.label);
            assert!(partner.email.ends_with(".example.org") && PersonName::parse(&partner.contact).is_ok());
            assert!(wordings(partner).is_ok(), "{}", partner.organization);
        }
        for agreement in &content.agreements {
            let campaign = campaigns.campaigns.iter().find(|one| one.slug == agreement.campaign).unwrap();
            assert!(campaign.hosts.contains(&agreement.host) && campaign.hosts[0] != agreement.host);
            assert!(HostRights::parse(&agreement.rights).is_ok());
        }
    }
}
