//! The form on another site's page: one document with its style inside, which asks for nothing else, sets no cookie
//! and needs no script. What it links to opens beside the page that holds it.

use std::sync::LazyLock;

use leptos::prelude::*;

use crate::campaign::model::CampaignView;
use crate::campaign::{count, letter, no_form};
use crate::parts::{ErrorSummary, Mark, typed_text};
use crate::petition::form::{Place, form};
use crate::petition::model::SignFormView;
use crate::words::Words;

/// Room for the form in a narrow column; with the script below the frame takes the height of what is in it.
const HEIGHT: u32 = 1_600;

/// What a site may load beside the frame: it sets the frame's height, and nothing else.
pub const SIZING: &str = include_str!("../../assets/embed.js");

/// What the framed page tells the page around it: how high it is.
pub const HEIGHT_SCRIPT: &str = "new ResizeObserver(()=>parent.postMessage({redressHeight:Math.ceil(\
document.documentElement.getBoundingClientRect().height)},\"*\")).observe(document.documentElement)";

/// The style of the framed page: the form's own layers of the public style, and what a frame needs besides.
pub static STYLE: LazyLock<String> = LazyLock::new(|| {
    let main = include_str!("../../../style/main.css");
    let mut style = String::from("@layer reset,tokens,base,parts,features;");
    for name in ["reset", "tokens", "base", "parts"] {
        style.push_str(&slim(layer(main, name)));
    }
    style + &slim(include_str!("../../../style/embed.css"))
});

/// One layer of a style sheet, braces included; nothing if it has none of that name.
fn layer<'a>(style: &'a str, name: &str) -> &'a str {
    let Some(start) = style.find(&format!("@layer {name} {{")) else { return "" };
    let mut depth = 0_i32;
    for (at, letter) in style[start..].char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    return &style[start..=start + at];
                }
            }
            _ => {}
        }
    }
    ""
}

/// Without comments and indentation.
fn slim(style: &str) -> String {
    let mut rest = style;
    let mut plain = String::with_capacity(style.len());
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What an organization puts on its site: the frame, and the script that sizes it.
pub fn code(base_url: &str, path: &str, label: &str, title: &str) -> String {
    let from = if label.is_empty() { String::new() } else { format!("?from={label}") };
    let title = title.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!(
        "<iframe src=\"{base_url}{path}{from}\" title=\"{title}\" width=\"100%\" height=\"{HEIGHT}\" \
         style=\"border:0\" loading=\"lazy\" data-redress></iframe>\n\
         <script async src=\"{base_url}/embed.js\"></script>"
    )
}

/// The code, in a field to copy from.
pub fn code_field(words: Words, code: &str) -> AnyView {
    view! {
        <div class="field">
            <label for="embed-code">{words.say("embed-code")}</label>
            <p class="hint" id="embed-code-hint">{words.say("embed-code-hint")}</p>
            <textarea id="embed-code" class="code" readonly rows="5" spellcheck="false" aria-describedby="embed-code-hint">
                {typed_text(code)}
            </textarea>
        </div>
    }
    .into_any()
}

/// The form, empty or with what was typed and everything that is wrong with it; or why there is none.
pub fn page(words: Words, view: &CampaignView, sign: &SignFormView) -> String {
    let title = words.say_with("sign-title", &[("title", (&view.title).into())]);
    let title = if sign.errors.is_empty() {
        title
    } else {
        words.say_with("error-title", &[("title", title.into())])
    };
    rendered(|| {
        let body = if view.state.is_open() {
            view! {
                {count(words, view)}
                <details class="folded">
                    <summary>{words.say("sign-read")}</summary>
                    {letter(&view.petition.text)}
                </details>
                {form(words, view, sign, Place::Embedded)}
            }
            .into_any()
        } else {
            view! {
                {count(words, view)}
                {no_form(words, view)}
            }
            .into_any()
        };
        let content = view! {
            <ErrorSummary words errors=&sign.errors/>
            {title_of(words, view)}
            <p class="ask">{view.ask.clone()}</p>
            {body}
        };
        document(words, view, title, content.into_any())
    })
}

/// What comes after the form: look in your mailbox.
pub fn sent(words: Words, view: &CampaignView) -> String {
    rendered(|| {
        let open = words.say_with("sent-step-open", &[("title", (&view.title).into())]);
        let content = view! {
            <h1>{words.say("sent-heading")}</h1>
            <p>{words.say("sent-lead")}</p>
            <ol class="steps">
                <li>{open}</li>
                <li>{words.say("sent-step-follow")}</li>
                <li>{words.say("sent-step-press")}</li>
            </ol>
            <p class="quiet">
                {words.say("sent-none-again")} " "
                <a href=view.embed_path(words.0, "")>{words.say("sent-again-link")}</a>
            </p>
        };
        document(words, view, words.say("sent-title"), content.into_any())
    })
}

fn title_of(words: Words, view: &CampaignView) -> AnyView {
    view! {
        <header>
            <p class="quiet">{view.target_line.clone()}</p>
            <h1>
                <a href=view.path(words.0, "") target="_blank" rel="noopener">{view.title.clone()}</a>
            </h1>
        </header>
    }
    .into_any()
}

fn rendered(page: impl FnOnce() -> AnyView) -> String {
    Owner::new().with(|| page().to_html())
}

fn document(words: Words, view: &CampaignView, title: String, content: AnyView) -> AnyView {
    let locale = words.0;
    let campaign = view.path(locale, "");
    view! {
        <!DOCTYPE html>
        <html lang=locale.code() dir=locale.dir()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{title}</title>
                <meta name="robots" content="noindex"/>
                <style inner_html=STYLE.as_str()></style>
            </head>
            <body>
                <main id="main">{content}</main>
                <footer class="foot">
                    <a class="brand" href="/" target="_blank" rel="noopener">
                        <Mark/>
                        {words.say("product-name")}
                    </a>
                    <a href=campaign target="_blank" rel="noopener">{words.say("embed-campaign")}</a>
                </footer>
                <script inner_html=HEIGHT_SCRIPT></script>
            </body>
        </html>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_has_every_layer_it_needs_and_no_address() {
        for part in ["--paper:", "box-sizing", ".field input", ".button", ".embedded, main"] {
            assert!(STYLE.contains(part), "{part}");
        }
        assert!(!STYLE.contains("url(") && !STYLE.contains("/*") && !STYLE.contains("</"), "{}", *STYLE);
        assert_eq!(STYLE.matches('{').count(), STYLE.matches('}').count());
    }

    #[test]
    fn the_sizing_script_stays_small_enough_to_be_read() {
        assert!(SIZING.len() < 1_000, "{}", SIZING.len());
    }

    #[test]
    fn a_title_cannot_leave_its_attribute() {
        let code = code("https://r.example", "/embed/x", "tenants", "\"><script>alert(1)</script>");
        assert_eq!(code.matches("<script").count(), 1, "{code}");
    }
}
