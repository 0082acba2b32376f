//! A testimony as the clerk gets it: to whom, about what, the text in its own language and direction, the signature.
//! It shows nothing that the packet does not carry.

use leptos::prelude::*;
use redress_domain::Language;

use super::model::{LetterView, MatterChoice, Piece};
use crate::words::Words;

/// A matter in one line: `Docket 0683: Ordinance banning face surveillance`.
pub(super) fn matter_line(words: Words, matter: &MatterChoice) -> String {
    if matter.docket.is_empty() {
        return matter.title.clone();
    }
    let values = [("docket", (&matter.docket).into()), ("title", (&matter.title).into())];
    words.say_with("testimony-matter-line", &values)
}

/// The attributes of a text in a language.
pub(crate) fn of_language(language: Option<&Language>) -> (Option<String>, &'static str) {
    language.map_or((None, "auto"), |language| (Some(language.tag().to_owned()), language.dir()))
}

/// The whole letter.
pub(super) fn letter(words: Words, view: &LetterView) -> AnyView {
    let (lang, dir) = of_language(view.language.as_ref());
    let line = |text: &str| (!text.is_empty()).then(|| view! { <p dir="auto">{text.to_owned()}</p> });
    let to: Vec<_> = view.to.iter().map(|text| line(text)).collect();
    let matters: Vec<_> =
        view.matters.iter().map(|matter| view! { <li>{matter_line(words, matter)}</li> }).collect();
    let stance = view.stance.map(|stance| {
        view! {
            <dt>{words.say("testimony-letter-stance")}</dt>
            <dd>{words.say(&format!("testimony-stance-{stance}"))}</dd>
        }
    });
    let language = view.language.as_ref().map(|language| {
        view! {
            <dt>{words.say("testimony-letter-language")}</dt>
            <dd lang=language.tag().to_owned()>{language.endonym().to_owned()}</dd>
        }
    });
    let tie = (!view.residency.is_empty()).then(|| {
        let values = [
            ("tie", words.say(&format!("testimony-tie-{}", view.residency)).into()),
            ("zip", (&view.zip).into()),
        ];
        view! { <p class="quiet">{words.say_with("testimony-tie", &values)}</p> }
    });
    let affiliation = (!view.organization.is_empty()).then(|| {
        view! {
            <p class="affiliation" dir="auto">{view.title.clone()}</p>
            <p class="affiliation" dir="auto">{view.organization.clone()}</p>
            <p class="quiet" dir="auto">{view.authority.clone()}</p>
        }
    });
    view! {
        <article class="sheet">
            <div class="sheet-head">
                {to}
                {line(&view.hearing)}
            </div>
            <dl class="facts">
                <dt>{words.say("testimony-letter-about")}</dt>
                <dd><ul>{matters}</ul></dd>
                {stance}
                {language}
            </dl>
            <div class="sheet-text" lang=lang dir=dir inner_html=view.html.clone()></div>
            <footer class="sheet-foot">
                <p class="signature" dir="auto">{view.name.clone()}</p>
                {affiliation}
                {tie}
            </footer>
        </article>
    }
    .into_any()
}

/// A difference, piece by piece: what came is underlined, what went is struck out.
pub(crate) fn pieces(pieces: &[Piece], language: Option<&Language>) -> AnyView {
    let (lang, dir) = of_language(language);
    let pieces: Vec<_> = pieces
        .iter()
        .map(|piece| match piece {
            Piece::Same(text) => text.clone().into_any(),
            Piece::Added(text) => view! { <ins>{text.clone()}</ins> }.into_any(),
            Piece::Removed(text) => view! { <del>{text.clone()}</del> }.into_any(),
        })
        .collect();
    view! { <div class="difference" lang=lang dir=dir>{pieces}</div> }.into_any()
}
