//! Testimony: the page it is written on, the writer's own page, and the page of a draft's readers.
//! What was typed comes back with every answer, and nothing is taken after a hearing's cut-off.

mod mine;
mod page;
mod readers;
mod setting;
mod write;

pub use mine::{change, show as show_mine};
pub use page::{difference, soon};
pub use readers::{show as show_shared, suggest};
pub(super) use setting::{Setting, letter_view};
pub use write::{save_draft, sent, show, submit};

use std::collections::HashMap;

use axum::http::HeaderMap;
use jiff::SignedDuration;
use redress_domain::{
    Language, OwnWords, RawTestimonyForm, TestimonyForm, TestimonyId, clean_line, count_words, fixed_parts,
    flags, kinds, own_words,
};
use redress_store::{Measure, Template, Writer, Writing};

use super::Fields;
use crate::web::App;

/// Nobody writes a testimony faster.
const WRITING: SignedDuration = SignedDuration::from_secs(2);
/// The longest line of a draft, in characters; a form that is sent has its own, narrower rules.
const LONGEST_LINE: usize = 500;

/// The form as it came.
fn raw(fields: &Fields) -> RawTestimonyForm {
    let get = |name| fields.get(name).to_owned();
    RawTestimonyForm {
        hearing: get("hearing"),
        matter: fields.all("matter").map(str::to_owned).collect(),
        stance: get("stance"),
        language: get("language"),
        language_other: get("language_other"),
        template: get("template"),
        text: get("text").replace("\r\n", "\n"),
        name: get("name"),
        email: get("email"),
        zip: get("zip"),
        residency: get("residency"),
        organization: get("organization"),
        title: get("title"),
        authority: get("authority"),
        speaking: get("speaking"),
        news: get("news"),
        public: get("public"),
        leave: get("leave"),
        source: get("source"),
        website: get("website"),
        seen: get("seen"),
    }
}

/// What stands in the fields for a template's parts.
fn fillings(fields: &Fields) -> Vec<(String, String)> {
    let part =
        |(name, value): &(String, String)| Some((name.strip_prefix("part-")?.to_owned(), value.clone()));
    fields.0.iter().filter_map(part).collect()
}

/// A text with its parts filled in.
fn filled(text: &str, fillings: &[(String, String)]) -> String {
    let by_name: HashMap<&str, &str> =
        fillings.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    redress_domain::fill(text, |part| by_name.get(part).copied())
}

/// How much of a text is its writer's own; without a template nothing is measured.
fn measured(text: &str, template: Option<&Template>) -> Option<OwnWords> {
    template.map(|template| own_words(text, fixed_parts(&template.body_text)))
}

fn measure(text: &str, template: Option<&Template>) -> Measure {
    let own = measured(text, template);
    Measure {
        words: u32::try_from(count_words(text)).unwrap_or(u32::MAX),
        own_percent: own.as_ref().map_or(100, OwnWords::percent),
        flags: kinds(&flags(text)),
    }
}

/// A draft as it was typed: nothing is required, and nothing judged.
fn draft_of(raw: &RawTestimonyForm, setting: &Setting, template: Option<&Template>) -> Writing {
    let line = |text: &str| clean_line(text).chars().take(LONGEST_LINE).collect::<String>();
    let given = |text: &str| Some(line(text)).filter(|text| !text.is_empty());
    Writing {
        hearing: raw.hearing(&setting.rules).map(|hearing| hearing.id),
        matters: raw.matters(&setting.rules),
        stance: raw.stance.parse().ok(),
        language: raw.text_language().as_ref().map_or("", Language::tag).to_owned(),
        residency: raw.residency.parse().ok(),
        zip: line(&raw.zip).chars().take(10).collect(),
        for_organization: given(&raw.organization).is_some(),
        template: template.map(|template| template.id),
        speaking: raw.speaking.parse().unwrap_or(redress_domain::Speaking::No),
        news: raw.news == "on",
        measure: measure(&raw.text, template),
        writer: Writer {
            name: line(&raw.name),
            email: line(&raw.email),
            organization: given(&raw.organization),
            title: given(&raw.title),
            authority: given(&raw.authority),
            text: raw.text.clone(),
        },
    }
}

/// A form that passed its rules.
fn writing_of(form: TestimonyForm, template: Option<&Template>) -> Writing {
    let affiliation = form.affiliation;
    let mut measure = measure(&form.text, template);
    measure.flags = form.flags;
    Writing {
        hearing: form.hearing,
        matters: form.matters,
        stance: Some(form.stance),
        language: form.language.tag().to_owned(),
        residency: Some(form.residency),
        zip: form.zip.as_str().to_owned(),
        for_organization: affiliation.is_some(),
        template: template.map(|template| template.id),
        speaking: form.speaking,
        news: form.news,
        measure,
        writer: Writer {
            name: form.name.as_str().to_owned(),
            email: form.email.as_str().to_owned(),
            organization: affiliation.as_ref().map(|one| one.organization.clone()),
            title: affiliation.as_ref().map(|one| one.title.clone()),
            authority: affiliation.map(|one| one.authority),
            text: form.text,
        },
    }
}

/// A machine's form, as far as one can tell. It is not kept: a person presses the button once more.
fn is_hasty(app: &App, raw: &RawTestimonyForm) -> bool {
    let quick = app
        .store
        .keys()
        .read_mark(&raw.seen)
        .is_ok_and(|seen| app.clock.now().duration_since(seen) < WRITING);
    quick || !raw.website.is_empty()
}

/// Takes one of the saves that a draft has in an hour.
fn may_save(app: &App, draft: TestimonyId) -> bool {
    app.draft_limit.take(draft.0.as_bytes(), app.clock.now())
}

/// Takes one of the writes that an address has in an hour.
fn is_within(app: &App, peer: std::net::SocketAddr, headers: &HeaderMap) -> bool {
    let key = crate::web::client::address(&app.settings, app.store.keys(), peer, headers);
    app.testimony_limit.take(&key, app.clock.now())
}
