//! What a testimony is written for: the campaign's hearings, bodies, matters and templates, read once a request.

use std::sync::Arc;

use jiff::Timestamp;
use redress_app::testimony::model::{AboutCampaign, HearingChoice, LetterView, MatterChoice, TemplateChoice};
use redress_app::words::Words;
use redress_app::{dates, markup};
use redress_domain::{
    HearingId, HearingRule, HearingState, Locale, MatterId, RawTestimonyForm, TemplateKind, TestimonyRules,
};
use redress_store::{Body, Campaign, Error, Hearing, Matter, Template, Testimony};

use crate::web::App;

/// What a testimony is written for.
pub struct Setting {
    pub campaign: Arc<Campaign>,
    pub now: Timestamp,
    /// Those to come.
    pub hearings: Vec<Hearing>,
    pub bodies: Vec<Body>,
    pub matters: Vec<Matter>,
    pub templates: Vec<Template>,
    pub rules: TestimonyRules,
    /// There were hearings, and none is to come.
    pub all_held: bool,
}

impl Setting {
    /// As it is at `now`: the moment the form arrived, which a slow answer does not make a later one.
    pub async fn load(
        app: &App,
        campaign: Arc<Campaign>,
        locale: Locale,
        now: Timestamp,
    ) -> Result<Self, Error> {
        let mut hearings = app.store.hearings().of_campaign(campaign.id).await?;
        let any = !hearings.is_empty();
        hearings.retain(|hearing| hearing.state == HearingState::Planned);
        let bodies = app.store.bodies().of_campaign(campaign.id).await?;
        let matters = app.store.hearings().matters(campaign.id).await?;
        let templates =
            app.store.templates().offered(campaign.id, &[TemplateKind::Testimony], locale).await?;
        let words = |id| bodies.iter().find(|body| body.id == id).and_then(|body| body.profile.words);
        let rules = TestimonyRules {
            elsewhere: campaign.rules.elsewhere,
            hearings: hearings
                .iter()
                .map(|hearing| HearingRule {
                    id: hearing.id,
                    words: words(hearing.body),
                    open: hearing.cutoff.takes(now),
                    matters: hearing.matters.clone(),
                })
                .collect(),
            matters: matters.iter().map(|matter| matter.id).collect(),
            words: matters.first().and_then(|matter| words(matter.committee.unwrap_or(matter.body))),
        };
        let all_held = any && hearings.is_empty();
        Ok(Self { campaign, now, hearings, bodies, matters, templates, rules, all_held })
    }

    /// Why nothing is taken now, if nothing is.
    pub fn closed(&self, words: Words, chosen: Option<HearingId>) -> Option<String> {
        if !self.campaign.is_open_at(self.now) {
            return Some(words.say("testimony-closed"));
        }
        if self.all_held {
            return Some(words.say("testimony-closed-held"));
        }
        let choices = self.hearing_choices(words);
        let late = choices.iter().filter(|hearing| !hearing.open);
        let chosen_late = late.clone().find(|hearing| Some(hearing.id) == chosen);
        let last =
            if choices.iter().any(|hearing| hearing.open) { chosen_late } else { late.clone().next_back() };
        last.map(|hearing| words.say_with("testimony-closed-late", &[("when", (&hearing.cutoff).into())]))
    }

    pub fn about(&self, locale: Locale) -> AboutCampaign {
        about(&self.campaign, locale)
    }

    fn body(&self, id: redress_domain::BodyId) -> Option<&Body> {
        self.bodies.iter().find(|body| body.id == id)
    }

    pub fn hearing_choices(&self, words: Words) -> Vec<HearingChoice> {
        let zone = &self.campaign.zone;
        let today = self.now.to_zoned(zone.clone()).date();
        let when = |at: Timestamp| {
            let at = at.to_zoned(zone.clone());
            let said = dates::deadline(words, &at, today);
            // The hour that clocks show twice has its zone's letters beside it.
            if zone.to_ambiguous_zoned(at.datetime()).is_ambiguous() {
                let values = [("when", said.into()), ("zone", at.strftime("%Z").to_string().into())];
                words.say_with("testimony-when-twice", &values)
            } else {
                said
            }
        };
        self.hearings
            .iter()
            .map(|hearing| {
                let body = self.body(hearing.body);
                HearingChoice {
                    id: hearing.id,
                    title: hearing.title.clone(),
                    body: body.map(|body| body.name.clone()).unwrap_or_default(),
                    when: when(hearing.starts_at),
                    place: hearing.place.clone(),
                    cutoff: hearing.cutoff.at.map(when).unwrap_or_default(),
                    open: hearing.cutoff.takes(self.now),
                    words: body.and_then(|body| body.profile.words),
                    speak_minutes: body.and_then(|body| body.profile.speak_minutes),
                }
            })
            .collect()
    }

    pub fn matter_choices(&self, only: Option<&[MatterId]>) -> Vec<MatterChoice> {
        self.matters
            .iter()
            .filter(|matter| only.is_none_or(|only| only.contains(&matter.id)))
            .map(|matter| MatterChoice {
                id: matter.id,
                docket: matter.docket.clone(),
                title: matter.title.clone(),
            })
            .collect()
    }

    pub fn template_choices(&self, chosen: &str) -> Vec<TemplateChoice> {
        self.templates
            .iter()
            .map(|template| TemplateChoice {
                slug: template.slug.clone(),
                title: template.title.clone(),
                summary: template.summary.clone(),
                chosen: template.slug.as_str() == chosen,
            })
            .collect()
    }

    /// The template a form names; a retired one as well: its writers did not change it.
    pub async fn template(&self, app: &App, slug: &str, locale: Locale) -> Result<Option<Template>, Error> {
        if slug.is_empty() {
            return Ok(None);
        }
        let found = app.store.templates().by_slug(self.campaign.id, slug, locale).await?;
        Ok(found.filter(|template| template.kind == TemplateKind::Testimony))
    }

    /// To whom it goes: the hearing's body, else the bodies of its matters.
    fn addressees(&self, hearing: Option<HearingId>, matters: &[MatterId]) -> Vec<String> {
        let bodies: Vec<_> = match self.hearings.iter().find(|one| Some(one.id) == hearing) {
            Some(hearing) => vec![hearing.body],
            None => self
                .matters
                .iter()
                .filter(|matter| matters.contains(&matter.id))
                .map(|matter| matter.committee.unwrap_or(matter.body))
                .collect(),
        };
        let mut names: Vec<String> = Vec::new();
        for body in bodies.into_iter().filter_map(|id| self.body(id)) {
            let office = Some(&body.office).filter(|office| !office.is_empty() && **office != body.name);
            for line in office.into_iter().chain([&body.name]) {
                if !names.contains(line) {
                    names.push(line.clone());
                }
            }
        }
        names
    }

    /// What was typed, as the clerk will get it.
    pub fn preview(&self, raw: &RawTestimonyForm) -> LetterView {
        let matters = raw.matters(&self.rules);
        let hearing = raw.hearing(&self.rules).map(|hearing| hearing.id);
        LetterView {
            to: self.addressees(hearing, &matters),
            hearing: self.hearing_title(hearing),
            matters: self.matter_choices(Some(&matters)),
            stance: raw.stance.parse().ok(),
            language: raw.text_language(),
            html: markup::testimony(&redress_domain::clean_pasted(&raw.text)),
            name: redress_domain::clean_line(&raw.name),
            organization: redress_domain::clean_line(&raw.organization),
            title: redress_domain::clean_line(&raw.title),
            authority: redress_domain::clean_line(&raw.authority),
            residency: raw
                .residency
                .parse::<redress_domain::Residency>()
                .map_or_else(|_| String::new(), |tie| tie.as_str().to_owned()),
            zip: redress_domain::clean_line(&raw.zip),
        }
    }

    fn hearing_title(&self, hearing: Option<HearingId>) -> String {
        let found = self.hearings.iter().find(|one| Some(one.id) == hearing);
        found.map(|hearing| hearing.title.clone()).unwrap_or_default()
    }
}

/// What the pages tell of a campaign.
pub fn about(campaign: &Campaign, locale: Locale) -> AboutCampaign {
    AboutCampaign {
        slug: campaign.slug.clone(),
        state: campaign.state,
        languages: campaign.languages.clone(),
        title: campaign.text(locale).1.title.clone(),
        retention_days: campaign.retention_days,
    }
}

/// A testimony that was kept, as the clerk will get it.
pub fn letter_view(setting: &Setting, row: &Testimony) -> LetterView {
    let writer = row.writer.clone().unwrap_or_default();
    LetterView {
        to: setting.addressees(row.hearing, &row.matters),
        hearing: setting.hearing_title(row.hearing),
        matters: setting.matter_choices(Some(&row.matters)),
        stance: row.stance,
        language: row.language.parse().ok(),
        html: markup::testimony(&writer.text),
        name: writer.name,
        organization: writer.organization.unwrap_or_default(),
        title: writer.title.unwrap_or_default(),
        authority: writer.authority.unwrap_or_default(),
        residency: row.residency.map(|tie| tie.as_str().to_owned()).unwrap_or_default(),
        zip: row.zip.clone(),
    }
}
