//! The frame around every page: head, masthead, main, foot; and the one way a view becomes HTML.
//! It sends nothing to another host and needs no inline script but the one whose hash the policy names.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use redress_domain::Locale;

use crate::parts::Mark;
use crate::words::Words;

/// Where the hashed assets are, as paths on our own host.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    /// `/assets/main.HASH.css`
    pub main_css: String,
    /// `/assets/desk.HASH.css`
    pub desk_css: String,
    /// `/assets/boot.HASH.js`, a module that hydrates the islands; empty if the pages were built without.
    pub boot_js: String,
    /// `/assets/libre-caslon-text-latin-400.HASH.woff2`
    pub font: String,
    /// `/assets/favicon.HASH.svg`
    pub favicon: String,
}

/// What the frame needs to know of the page in it.
#[derive(Debug, Clone)]
pub struct Page {
    /// The language of the page.
    pub locale: Locale,
    /// `<title>`, without the product's name; an error puts `Error:` before it.
    pub title: String,
    /// For search engines and shared links; empty for pages that are nobody else's business.
    pub description: String,
    /// The path without language prefix, for links to the other languages; empty where there is none.
    pub path: String,
    /// The languages this page exists in, the one without prefix in front.
    pub languages: Vec<Locale>,
    /// `https://host`, for hreflang and canonical links.
    pub base_url: String,
    /// Whether search engines may list it.
    pub indexed: bool,
    /// Whether it is a page of the desk: denser, with its own style sheet, and bringing its own masthead
    /// and its own `<main id="main">`.
    pub desk: bool,
    /// Whether it has islands.
    pub islands: bool,
}

impl Page {
    /// A page that is nobody else's business: no description, no other languages, not listed, no islands.
    pub fn private(locale: Locale, title: impl Into<String>) -> Self {
        Self {
            locale,
            title: title.into(),
            description: String::new(),
            path: String::new(),
            languages: vec![locale],
            base_url: String::new(),
            indexed: false,
            desk: false,
            islands: false,
        }
    }
}

/// The path of a page in a language: `/es/c/…`; without a prefix in the campaign's first language.
pub fn path(locale: Locale, first: Locale, path: &str) -> String {
    if locale == first {
        return path.to_owned();
    }
    format!("/{locale}{}", if path == "/" { "" } else { path })
}

/// The whole text of the one inline script, for the content security policy to take the hash of.
/// Empty if the pages were built without islands.
///
/// It adds an element instead of calling `import()`: what a hash vouches for may load more scripts under
/// `'strict-dynamic'` only if the parser has not inserted them, and a script imported by an inline one counts as
/// inserted by the parser (CSP Level 3, section 6.7.1.1).
pub fn boot_script(assets: &Assets) -> String {
    if assets.boot_js.is_empty() {
        return String::new();
    }
    format!(
        r#"const s=document.createElement("script");s.type="module";s.src={:?};document.head.append(s)"#,
        assets.boot_js
    )
}

/// Renders a page: the view is made and written at once, since everything it shows has been loaded.
pub fn render<V>(page: &Page, assets: &Assets, content: impl FnOnce() -> V) -> String
where
    V: IntoView + 'static,
{
    // Islands alone are hydrated: what is around them is written without the marks hydration needs.
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    owner.with(|| document(page, assets, content().into_any()).to_html())
}

fn document(page: &Page, assets: &Assets, content: AnyView) -> AnyView {
    let words = Words(page.locale);
    let body = if page.desk { content } else { public_frame(words, page, content).into_any() };
    view! {
        <!DOCTYPE html>
        <html lang=page.locale.code() dir=page.locale.dir()>
            {head(words, page, assets)}
            <body>
                <a class="skip" href="#main">{words.say("skip-to-content")}</a>
                {body}
            </body>
        </html>
    }
    .into_any()
}

fn head(words: Words, page: &Page, assets: &Assets) -> AnyView {
    let title = words.say_with("page-title", &[("title", (&page.title).into())]);
    let first = page.languages.first().copied().unwrap_or(page.locale);
    let address = |locale| format!("{}{}", page.base_url, path(locale, first, &page.path));
    let shared = (!page.path.is_empty()).then(|| {
        let here = address(page.locale);
        // One language alone needs no word about others.
        let several = page.languages.len() > 1;
        let others: Vec<_> = page
            .languages
            .iter()
            .filter(|_| several)
            .map(|locale| view! { <link rel="alternate" hreflang=locale.code() href=address(*locale)/> })
            .collect();
        let fallback =
            several.then(|| view! { <link rel="alternate" hreflang="x-default" href=address(first)/> });
        view! {
            <link rel="canonical" href=here.clone()/>
            {others}
            {fallback}
            {shared_meta("og:title", page.title.clone())}
            {shared_meta("og:url", here)}
        }
    });
    let description = (!page.description.is_empty()).then(|| {
        view! {
            <meta name="description" content=page.description.clone()/>
            {shared_meta("og:description", page.description.clone())}
        }
    });
    let script = boot_script(assets);
    let script = (page.islands && !script.is_empty())
        .then(|| view! { <script type="module" inner_html=script></script> });
    view! {
        <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>{title}</title>
            {(!page.indexed).then(|| view! { <meta name="robots" content="noindex"/> })}
            <link rel="preload" r#as="font" type="font/woff2" crossorigin="" href=assets.font.clone()/>
            <link rel="stylesheet" href=assets.main_css.clone()/>
            {page.desk.then(|| view! { <link rel="stylesheet" href=assets.desk_css.clone()/> })}
            <link rel="icon" type="image/svg+xml" href=assets.favicon.clone()/>
            {description}
            {shared}
            {script}
        </head>
    }
    .into_any()
}

/// What is shared with a link (Open Graph); leptos has no such attribute of its own.
fn shared_meta(property: &'static str, content: String) -> impl IntoView {
    view! { <meta content=content/> }.add_any_attr(custom_attribute("property", property))
}

/// Masthead, main and foot of the pages for everybody.
fn public_frame(words: Words, page: &Page, content: AnyView) -> AnyView {
    let home = path(page.locale, Locale::default(), "/");
    view! {
        <header class="masthead">
            <div class="wrap">
                <a class="brand" href=home>
                    <Mark/>
                    {words.say("product-name")}
                </a>
                {languages(words, page)}
            </div>
        </header>
        <main id="main" class="wrap">{content}</main>
        <footer class="foot">
            <div class="wrap">
                <p>{words.say("foot-promise")}</p>
                <p><a href="/admin">{words.say("foot-organizers")}</a></p>
            </div>
        </footer>
    }
    .into_any()
}

/// Links to the page in its other languages, each named in itself.
fn languages(words: Words, page: &Page) -> Option<impl IntoView + use<>> {
    let first = page.languages.first().copied().unwrap_or(page.locale);
    let links: Vec<_> = page
        .languages
        .iter()
        .filter(|locale| **locale != page.locale && !page.path.is_empty())
        .map(|locale| {
            let code = locale.code();
            view! {
                <a href=path(*locale, first, &page.path) lang=code hreflang=code>{locale.endonym()}</a>
            }
        })
        .collect();
    (!links.is_empty()).then(|| view! { <nav aria-label=words.say("language-links")>{links}</nav> })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_has_no_prefix() {
        assert_eq!(path(Locale::En, Locale::En, "/c/x"), "/c/x");
        assert_eq!(path(Locale::Es, Locale::En, "/c/x"), "/es/c/x");
        assert_eq!(path(Locale::En, Locale::Es, "/c/x"), "/en/c/x");
        assert_eq!(path(Locale::Es, Locale::En, "/"), "/es");
    }

    #[test]
    fn what_people_typed_is_text() {
        let page = Page::private(Locale::En, "</title><script>alert(1)</script>");
        let html = render(&page, &Assets::default(), || view! { <p>{"<b>\"&"}</p> });
        assert!(!html.contains("<script>") && !html.contains("<b>"), "{html}");
    }

    #[test]
    fn the_script_in_the_page_is_the_one_that_is_hashed() {
        let page = Page { islands: true, ..Page::private(Locale::En, "x") };
        let assets = Assets { boot_js: "/assets/boot.0a.js".to_owned(), ..Assets::default() };
        let html = render(&page, &assets, || ());
        assert!(
            html.contains(&format!("<script type=\"module\">{}</script>", boot_script(&assets))),
            "{html}"
        );
    }
}
