//! Quotations as they are set: the words in Caslon, in their own language and direction, and beneath them who says it.

use leptos::prelude::*;
use redress_domain::{Language, attribution};

use super::StatementView;
use crate::campaign::model::CampaignView;
use crate::markup;
use crate::words::Words;

/// One quotation.
pub fn quotation(view: &StatementView) -> AnyView {
    let (lang, dir) = (view.language.tag().to_owned(), view.language.dir());
    let portrait = view.portrait.as_ref().map(|picture| picture.show("portrait"));
    let logo = view.logo.as_ref().map(|picture| picture.show("logo"));
    let line = |class: &'static str, text: &str| {
        (!text.is_empty()).then(|| view! { <span class=class><bdi>{text.to_owned()}</bdi></span> })
    };
    // Who speaks for nobody but an organization has the organization for a name.
    let (name, organization) = if view.name.is_empty() {
        (&view.organization, "")
    } else {
        (&view.name, view.organization.as_str())
    };
    view! {
        <figure class="statement" id=format!("statement-{}", view.id)>
            <blockquote lang=lang dir=dir inner_html=markup::testimony(&view.text)></blockquote>
            <figcaption>
                {portrait}
                <span class="said-by">
                    {line("name", name)}
                    {line("from", &view.title)}
                    {line("from", organization)}
                </span>
                {logo}
            </figcaption>
        </figure>
    }
    .into_any()
}

/// The statements of a campaign's page, and the way to the page for the press.
pub fn section(words: Words, view: &CampaignView) -> Option<AnyView> {
    let quotations: Vec<_> = view.statements.iter().map(quotation).collect();
    (!quotations.is_empty()).then(|| {
        view! {
            <section class="statements" id="statements">
                <h2>{words.say("statements-heading")}</h2>
                {quotations}
                <p class="quiet"><a href=view.path(words.0, "/press")>{words.say("statements-press")}</a></p>
            </section>
        }
        .into_any()
    })
}

/// A quotation as one copies it: in the quotation marks of its language, with who says it.
pub fn plain(view: &StatementView) -> String {
    let (open, close) = marks(&view.language);
    let text = markup::plain(&view.text);
    format!("{open}{text}{close} — {}", attribution(&view.name, &view.title, &view.organization))
}

fn marks(language: &Language) -> (&'static str, &'static str) {
    match language.tag().split('-').next() {
        Some("es" | "fr" | "it" | "pt" | "ar" | "fa" | "ru" | "uk" | "el") => ("«", "»"),
        Some("de" | "cs" | "pl") => ("„", "“"),
        Some("zh" | "ja") => ("「", "」"),
        _ => ("“", "”"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    #[test]
    fn a_quotation_to_copy_has_the_marks_of_its_language_and_says_who() {
        let view = StatementView {
            id: "00000000-0000-4000-8000-000000000000".parse().unwrap(),
            text: "No *somos* sospechosos.\n\nSomos [vecinos](https://e.example).".to_owned(),
            language: Language::parse("es").unwrap(),
            name: "Ana Díaz".to_owned(),
            title: String::new(),
            organization: "Estudiantes".to_owned(),
            portrait: None,
            logo: None,
        };
        assert_eq!(plain(&view), "«No somos sospechosos.\n\nSomos vecinos.» — Ana Díaz, Estudiantes");
    }
}
