//! The little markup that stories and timelines may have: paragraphs, two levels of headings, lists, quotations,
//! emphasis, links. Whatever else is in a text comes out as text or not at all.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::Builder;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

static STORY: LazyLock<Builder<'static>> =
    LazyLock::new(|| allowing(&["p", "h2", "h3", "em", "strong", "ul", "ol", "li", "a", "blockquote"]));
static TESTIMONY: LazyLock<Builder<'static>> =
    LazyLock::new(|| allowing(&["p", "em", "strong", "ul", "ol", "li", "a"]));
static LINE: LazyLock<Builder<'static>> = LazyLock::new(|| allowing(&["em", "strong", "a"]));

/// A story as HTML that is safe to put into a page.
///
/// The page's title is its only first-level heading, so a story's first and second level become `h2`, and all
/// deeper ones `h3`.
pub fn story(markdown: &str) -> String {
    STORY.clean(&to_html(markdown)).to_string()
}

/// A testimony's text: paragraphs, emphasis, lists, links. What would be a heading is a paragraph.
pub fn testimony(markdown: &str) -> String {
    TESTIMONY
        .clean(
            &to_html(markdown)
                .replace("<h2>", "<p>")
                .replace("</h2>", "</p>")
                .replace("<h3>", "<p>")
                .replace("</h3>", "</p>"),
        )
        .to_string()
}

/// One line of a timeline: emphasis and links alone.
pub fn line(markdown: &str) -> String {
    LINE.clean(&to_html(markdown)).to_string().trim().to_owned()
}

fn allowing(tags: &[&'static str]) -> Builder<'static> {
    let mut builder = Builder::empty();
    builder
        .tags(tags.iter().copied().collect())
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"]))]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .link_rel(Some("noopener nofollow ugc"))
        .clean_content_tags(HashSet::from(["script", "style"]));
    builder
}

fn to_html(markdown: &str) -> String {
    let events = Parser::new_ext(markdown, Options::empty()).map(|event| match event {
        // What looks like HTML was typed as text, and is shown as typed.
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
            level: lowered(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lowered(level))),
        event => event,
    });
    let mut out = String::with_capacity(markdown.len() * 5 / 4);
    html::push_html(&mut out, events);
    out
}

const fn lowered(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H2,
        _ => HeadingLevel::H3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_keeps_its_shape() {
        let html = story("# One\n\n### Two\n\nA *b* **c** [d](https://e.example).\n\n- f\n\n> g");
        assert!(html.contains("<h2>One</h2>") && html.contains("<h3>Two</h3>"), "{html}");
        assert!(html.contains(r#"<a href="https://e.example" rel="noopener nofollow ugc">d</a>"#), "{html}");
        assert!(html.contains("<li>f</li>") && html.contains("<blockquote>"), "{html}");
    }

    #[test]
    fn scripts_and_their_links_come_to_nothing() {
        for text in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[a](javascript:alert(1))",
            "[a](JaVaScRiPt&#58;alert(1))",
            "[a](data:text/html;base64,PHNjcmlwdD4=)",
            "![a](https://tracker.example/x.gif)",
            "<a href=\"https://x.example\" onclick=\"alert(1)\" style=\"color:red\">b</a>",
            "<svg><a xlink:href=\"javascript:alert(1)\">x</a></svg>",
            "<javascript:alert(1)>",
        ] {
            for html in [story(text), line(text), testimony(text)] {
                let tags: String = html.split('<').skip(1).filter_map(|tag| tag.split('>').next()).collect();
                assert!(!tags.contains("script") && !tags.contains("data:"), "{text} gave {html}");
                assert!(
                    !tags.contains("img") && !tags.contains("on") && !tags.contains("style"),
                    "{text} gave {html}"
                );
            }
        }
    }

    #[test]
    fn a_testimony_has_paragraphs_emphasis_lists_and_links_alone() {
        let html = testimony("# One\n\nA *b* **c** [d](https://e.example).\n\n- f\n\n> g\n\n<h2>h</h2>");
        assert!(
            html.contains("<p>One</p>") && html.contains("<li>f</li>") && html.contains("<em>b</em>"),
            "{html}"
        );
        assert!(!html.contains("<h2") && !html.contains("<blockquote"), "{html}");
        assert!(html.contains("<p>g</p>") && html.contains("&lt;h2&gt;h&lt;/h2&gt;"), "{html}");
    }

    #[test]
    fn a_line_is_a_line() {
        assert_eq!(
            line("**Hearing.** [Read it](https://a.example)\n"),
            "<strong>Hearing.</strong> <a href=\"https://a.example\" rel=\"noopener nofollow ugc\">Read it</a>"
        );
        assert_eq!(line("# Big"), "Big");
    }
}
