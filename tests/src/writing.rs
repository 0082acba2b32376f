//! A campaign that asks for testimony, with a hearing and a template; and a form that would be taken.

use jiff::{SignedDuration, Timestamp};
use redress_domain::{DeliveryProfile, HearingId, Locale, MatterId, Slug, Stance, TemplateKind};
use redress_store::{Author, BodyDraft, HearingDraft, TemplateDraft};

use crate::{Answer, Server, link};

/// A campaign with one hearing a week away, its cut-off a day before it.
pub struct Drive {
    /// The organizer's session.
    pub owner: String,
    /// `stop-monitoring`
    pub slug: String,
    /// The hearing.
    pub hearing: HearingId,
    /// The one matter.
    pub matter: MatterId,
    /// Until when testimony is taken.
    pub cutoff: Timestamp,
}

impl Drive {
    /// Starts one; the body takes 60 words.
    pub async fn start(server: &Server) -> Self {
        let hearing = server.now().checked_add(SignedDuration::from_hours(7 * 24)).unwrap();
        Self::until(server, hearing.checked_sub(SignedDuration::from_hours(24)).unwrap()).await
    }

    /// Starts one with a cut-off of its own; the hearing is a day later.
    pub async fn until(server: &Server, cutoff: Timestamp) -> Self {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[("testimony", "on")]).await;
        let store = server.store().await;
        let campaign = store.campaigns().by_slug(&slug).await.unwrap().unwrap();
        let matter = store.hearings().matters(campaign.id).await.unwrap().remove(0);
        let body = store.bodies().find(campaign.id, matter.body).await.unwrap().unwrap();
        let draft = BodyDraft {
            kind: body.kind,
            parent: None,
            name: "Committee on Government Operations".to_owned(),
            office: "Boston City Council".to_owned(),
            address: body.address,
            email: None,
            site: None,
            profile: DeliveryProfile {
                words: Some(60),
                speak_minutes: Some(2),
                ..DeliveryProfile::default()
            },
            rules: String::new(),
            seats: Vec::new(),
        };
        let body =
            store.bodies().save(Author::Operator, campaign.id, Some(matter.body), &draft).await.unwrap();
        let draft = HearingDraft {
            body,
            title: "Hearing on docket 0617".to_owned(),
            starts_at: cutoff.checked_add(SignedDuration::from_hours(24)).unwrap(),
            cutoff_at: Some(cutoff),
            place: "City Hall, fifth floor".to_owned(),
            link: String::new(),
            note: String::new(),
            matters: Vec::new(),
        };
        let hearing = store.hearings().add(Author::Operator, campaign.id, &draft).await.unwrap();
        let template = TemplateDraft {
            slug: Slug::parse("from-a-library").unwrap(),
            kind: TemplateKind::Testimony,
            locale: Locale::En,
            stance: Some(Stance::InFavor),
            title: "From a library".to_owned(),
            summary: "For people who work where people read.".to_owned(),
            body_text:
                "I work at {your library} in {your neighborhood}.\n\nPeople come to us to read without \
                        being watched. Please pass this ordinance and keep it that way."
                    .to_owned(),
            position: 0,
        };
        store.templates().save(Author::Operator, campaign.id, None, &template).await.unwrap();
        store.close().await;
        Self { owner, slug, hearing, matter: matter.id, cutoff }
    }

    /// The path of the form.
    pub fn path(&self) -> String {
        format!("/c/{}/testimony", self.slug)
    }

    /// A form that would be taken; changes go over the defaults.
    pub fn form(&self, changes: &[(&str, &str)]) -> Vec<(String, String)> {
        let mut fields: std::collections::BTreeMap<String, String> = [
            ("hearing", self.hearing.to_string().as_str()),
            ("matter", self.matter.to_string().as_str()),
            ("stance", "in-favor"),
            ("language", "en"),
            ("text", "I read to children on Saturdays.\r\n\r\nNobody should keep a list of who listens."),
            ("name", "Ana Díaz"),
            ("email", "ana@people.example"),
            ("zip", "02121"),
            ("residency", "lives"),
            ("speaking", "no"),
            ("public", "on"),
            ("do", "send"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();
        fields.extend(changes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        fields.into_iter().collect()
    }

    /// Posts the form to its page, or to the page of a draft.
    pub async fn post_to(&self, server: &Server, path: &str, changes: &[(&str, &str)]) -> Answer {
        let form = self.form(changes);
        let form: Vec<(&str, &str)> =
            form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        server.post(path, &form).await
    }

    /// Sends a testimony.
    pub async fn send(&self, server: &Server, changes: &[(&str, &str)]) -> Answer {
        self.post_to(server, &self.path(), changes).await
    }

    /// Sends one and confirms it; gives the writer's mailed page.
    pub async fn confirmed(&self, server: &Server, email: &str, changes: &[(&str, &str)]) -> String {
        let sent = self.send(server, &[&[("email", email)], changes].concat()).await;
        assert_eq!(sent.status, 303, "{}", sent.text);
        server.all_mails().await;
        let mail = server.mail_to(email, 1).await;
        assert_eq!(server.post(&link(&mail, "/confirm/"), &[]).await.status, 303);
        link(&mail, "/testimony/")
    }
}
