//! Hearings and testimony that are there already, for tests about what comes after: put in by the store, as
//! people's own forms would.

use jiff::{SignedDuration, Timestamp};
use redress_domain::{
    CampaignId, HearingId, Locale, MatterId, Residency, Speaking, Stance, TemplateId, TemplateKind,
    TestimonyId, count_words, fixed_parts, flags, kinds, own_words,
};
use redress_store::{
    Author, Confirming, HearingDraft, Measure, Sending, Sent, Store, TemplateDraft, Writer, Writing,
};

use crate::Server;

/// A campaign with a hearing, and the store it is in.
pub struct Drive {
    /// The store, opened once more.
    pub store: Store,
    /// The campaign.
    pub campaign: CampaignId,
    /// Its first matter.
    pub matter: MatterId,
    /// A hearing in ten days, with its cut-off five days before it.
    pub hearing: HearingId,
    /// What its hearing was made of.
    pub draft: HearingDraft,
}

impl Drive {
    /// Adds a hearing to a campaign of the server.
    pub async fn of(server: &Server, slug: &str) -> Self {
        let store = server.store().await;
        let campaign = store.campaigns().by_slug(slug).await.unwrap().unwrap().id;
        let matter = store.hearings().matters(campaign).await.unwrap().remove(0);
        let in_days = |days: i64| server.now() + SignedDuration::from_hours(24 * days);
        let draft = HearingDraft {
            body: matter.body,
            title: "Hearing on the software".to_owned(),
            starts_at: in_days(10),
            cutoff_at: Some(in_days(5)),
            place: "Iannella Chamber".to_owned(),
            link: "https://meet.example/join".to_owned(),
            note: String::new(),
            matters: vec![matter.id],
        };
        let hearing = store.hearings().add(Author::Operator, campaign, &draft).await.unwrap();
        Self { store, campaign, matter: matter.id, hearing, draft }
    }

    /// Moves the hearing.
    pub async fn move_hearing(&self, starts_at: Timestamp) {
        let draft = HearingDraft { starts_at, ..self.draft.clone() };
        let author = Author::Operator;
        assert!(self.store.hearings().change(author, self.campaign, self.hearing, &draft).await.unwrap());
    }

    /// Adds a template.
    pub async fn template(&self, slug: &str, text: &str) -> TemplateId {
        let draft = TemplateDraft {
            slug: redress_domain::Slug::parse(slug).unwrap(),
            kind: TemplateKind::Testimony,
            locale: Locale::En,
            stance: Some(Stance::InFavor),
            title: format!("Template {slug}"),
            summary: String::new(),
            body_text: text.to_owned(),
            position: 0,
        };
        self.store.templates().save(Author::Operator, self.campaign, None, &draft).await.unwrap()
    }

    /// What somebody writes: in favor, for the hearing, measured as the form measures it.
    pub async fn writing(&self, name: &str, text: &str, template: Option<TemplateId>) -> Writing {
        let fixed = match template {
            Some(id) => self.store.templates().find(id).await.unwrap().unwrap().body_text,
            None => String::new(),
        };
        let parts = if fixed.is_empty() { Vec::new() } else { fixed_parts(&fixed) };
        let mailbox: String = name.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
        Writing {
            hearing: Some(self.hearing),
            matters: vec![self.matter],
            stance: Some(Stance::InFavor),
            language: "en".to_owned(),
            residency: Some(Residency::Lives),
            zip: "02121".to_owned(),
            for_organization: false,
            template,
            speaking: Speaking::No,
            news: false,
            measure: Measure {
                words: u32::try_from(count_words(text)).unwrap(),
                own_percent: own_words(text, parts).percent(),
                flags: kinds(&flags(text)),
            },
            writer: Writer {
                name: name.to_owned(),
                email: format!("{mailbox}@people.example"),
                text: text.to_owned(),
                ..Writer::default()
            },
        }
    }

    /// Sends what was written, without confirming it.
    pub async fn send(&self, server: &Server, writing: Writing) -> TestimonyId {
        // Each at a moment of its own, as people send.
        server.clock.advance(SignedDuration::from_secs(1));
        let sending = Sending {
            campaign: self.campaign,
            locale: Locale::En,
            source: None,
            at: server.now(),
            writing,
            draft: None,
            known: false,
        };
        match self.store.testimonies().send(&sending).await.unwrap() {
            Sent::Taken(id) => id,
            other => panic!("{other:?}"),
        }
    }

    /// Sends what was written, and its mailbox says yes.
    pub async fn confirmed(&self, server: &Server, writing: Writing) -> TestimonyId {
        let id = self.send(server, writing).await;
        let confirmed = self.store.testimonies().confirm(id).await.unwrap();
        assert_eq!(confirmed, Confirming::Counted { now: true });
        id
    }

    /// A text from somebody, confirmed.
    pub async fn testimony(&self, server: &Server, name: &str, text: &str) -> TestimonyId {
        let writing = self.writing(name, text, None).await;
        self.confirmed(server, writing).await
    }
}
