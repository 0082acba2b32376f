//! The demo's testimony: texts to start from, and letters by people nobody is, in several languages and states.
//! Nobody of them gets a mail.

use jiff::{SignedDuration, Timestamp};
use redress_domain::{
    CampaignId, Flag, Language, Locale, OwnWords, PersonName, Residency, Slug, Speaking, Stance,
    TemplateKind, TestimonyState, count_words, fill, fixed_parts, own_words, parts,
};
use redress_store::{Author, DeskWords, Loading, Measure, Store, Template, TemplateDraft, Writer, Writing};
use serde::Deserialize;

use super::{DemoFailed, wrong};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    #[serde(rename = "template")]
    templates: Vec<DemoTemplate>,
    #[serde(rename = "testimony")]
    testimonies: Vec<DemoTestimony>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoTemplate {
    slug: String,
    locale: Locale,
    stance: Stance,
    title: String,
    summary: String,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DemoTestimony {
    name: String,
    email: String,
    state: TestimonyState,
    stance: Stance,
    language: String,
    #[serde(default)]
    locale: Locale,
    residency: Residency,
    zip: String,
    /// Days before today.
    day: u16,
    #[serde(default)]
    speaking: Option<Speaking>,
    #[serde(default)]
    organization: Option<String>,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    authority: Option<String>,
    #[serde(default)]
    template: Option<String>,
    #[serde(default)]
    fill: Vec<String>,
    #[serde(default)]
    text: String,
    #[serde(default)]
    reason: Option<String>,
    #[serde(default)]
    flags: Vec<Flag>,
}

fn content() -> Content {
    toml::from_str(include_str!("../../demo/testimony.toml")).expect("a test reads the demo's testimony")
}

/// Loads templates and testimony, unless they are there.
pub(super) async fn load(store: &Store, id: CampaignId, now: Timestamp) -> Result<(), DemoFailed> {
    let content = content();
    if store.templates().all(id).await?.iter().any(|one| one.kind == TemplateKind::Testimony) {
        return Ok(());
    }
    for (position, template) in (0..).zip(&content.templates) {
        let draft = TemplateDraft {
            slug: Slug::parse(&template.slug).map_err(wrong)?,
            kind: TemplateKind::Testimony,
            locale: template.locale,
            stance: Some(template.stance),
            title: template.title.clone(),
            summary: template.summary.clone(),
            body_text: template.text.trim().to_owned(),
            position,
        };
        store.templates().save(Author::Operator, id, None, &draft).await.map_err(wrong)?;
    }
    let templates = store.templates().all(id).await?;
    let hearing = store.hearings().of_campaign(id).await?.into_iter().next();
    let matters: Vec<_> = store.hearings().matters(id).await?.into_iter().map(|matter| matter.id).collect();
    for (number, one) in (1_i64..).zip(content.testimonies) {
        let template = one.template.as_ref().and_then(|slug| {
            templates.iter().find(|found| found.slug.as_str() == slug && found.locale == one.locale)
        });
        let text = text(&one, template);
        let before =
            SignedDuration::from_hours(24 * i64::from(one.day)) + SignedDuration::from_mins(number * 37);
        let loading = Loading {
            campaign: id,
            locale: one.locale,
            at: now.checked_sub(before).map_err(wrong)?,
            state: one.state,
            desk: DeskWords { reason: one.reason.clone(), ..DeskWords::default() },
            writing: Writing {
                hearing: hearing.as_ref().map(|hearing| hearing.id),
                // Every third writes about one of them alone.
                matters: if number % 3 == 0 {
                    matters.iter().copied().take(1).collect()
                } else {
                    matters.clone()
                },
                stance: Some(one.stance),
                language: Language::parse(&one.language).map_err(wrong)?.tag().to_owned(),
                residency: Some(one.residency),
                zip: one.zip.clone(),
                for_organization: one.organization.is_some(),
                template: template.map(|template| template.id),
                speaking: one.speaking.unwrap_or(Speaking::No),
                news: false,
                measure: measure(&text, template, &one.flags),
                writer: Writer {
                    name: PersonName::parse(&one.name).map_err(wrong)?.as_str().to_owned(),
                    email: one.email,
                    organization: one.organization,
                    title: one.title,
                    authority: one.authority,
                    text,
                },
            },
        };
        store.testimonies().load(&loading).await?;
    }
    Ok(())
}

fn text(one: &DemoTestimony, template: Option<&Template>) -> String {
    match template {
        Some(template) if !one.fill.is_empty() => {
            let names = parts(&template.body_text);
            fill(&template.body_text, |part| {
                let at = names.iter().position(|name| *name == part)?;
                one.fill.get(at).map(String::as_str)
            })
        }
        _ => one.text.trim().to_owned(),
    }
}

fn measure(text: &str, template: Option<&Template>, flags: &[Flag]) -> Measure {
    let own = template.map(|template| own_words(text, fixed_parts(&template.body_text)));
    Measure {
        words: u32::try_from(count_words(text)).unwrap_or(u32::MAX),
        own_percent: own.as_ref().map_or(100, OwnWords::percent),
        flags: flags.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demos_testimony_holds_together() {
        let content = content();
        assert!(content.testimonies.len() >= 25, "{}", content.testimonies.len());
        for one in &content.testimonies {
            assert!(Language::parse(&one.language).is_ok(), "{}", one.name);
            assert!(PersonName::parse(&one.name).is_ok() && one.email.ends_with(".example"), "{}", one.name);
            let template = one.template.as_ref().map(|slug| {
                let found =
                    content.templates.iter().find(|two| two.slug == *slug && two.locale == one.locale);
                found.unwrap_or_else(|| panic!("{}: no template {slug}", one.name))
            });
            match template {
                Some(template) if !one.fill.is_empty() => {
                    assert_eq!(parts(&template.text).len(), one.fill.len(), "{}", one.name);
                }
                _ => assert!(!one.text.is_empty(), "{}", one.name),
            }
            let whole = [one.organization.is_some(), one.title.is_some(), one.authority.is_some()];
            assert!(whole == [true; 3] || whole == [false; 3], "{}", one.name);
        }
    }
}
