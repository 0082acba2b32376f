//! The little markup that stories and timelines may have: paragraphs, two levels of headings, lists, quotations,
//! emphasis, links. Whatever else is in a text comes out as text or not at all.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::Builder;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

static STORY: LazyLock<Builder<'static>> =
    LazyLock::new(|| allowing(&["p", "br", "h2", "h3", "em", "strong", "ul", "ol", "li", "a", "blockquote"]));
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

/// The words alone, without emphasis and links; paragraphs are parted by an empty line.
pub fn plain(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    for event in Parser::new_ext(markdown, Options::empty()) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                out.push_str(&text);
            }
            Event::SoftBreak => out.push(' '),
            Event::HardBreak | Event::End(TagEnd::Item) => out.push('\n'),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::List(_)) => out.push_str("\n\n"),
            _ => {}
        }
    }
    out.trim().to_owned()
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

/// Sites that play a video as soon as one is there, and set cookies as they do.
const VIDEO: &[&str] = &[
    "youtube.com",
    "youtu.be",
    "youtube-nocookie.com",
    "vimeo.com",
    "dailymotion.com",
    "tiktok.com",
    "twitch.tv",
    "facebook.com",
    "fb.watch",
    "instagram.com",
    "x.com",
    "twitter.com",
    "rumble.com",
];

/// The site of a video, where a link leads to one. Nothing of it is loaded before somebody follows the link, and
/// where that leads is said beside it.
fn video_site(address: &str) -> Option<&str> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next()?;
    VIDEO
        .iter()
        .copied()
        .find(|site| host.strip_suffix(site).is_some_and(|before| before.is_empty() || before.ends_with('.')))
}

fn to_html(markdown: &str) -> String {
    let mut sites = Vec::new();
    let events = Parser::new_ext(markdown, Options::empty()).flat_map(|event| {
        let mut beside = None;
        let event = match event {
            // What looks like HTML was typed as text, and is shown as typed.
            Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
            Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
                level: lowered(level),
                id: None,
                classes: Vec::new(),
                attrs: Vec::new(),
            }),
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lowered(level))),
            Event::Start(Tag::Link { ref dest_url, .. }) => {
                sites.push(video_site(dest_url).map(str::to_owned));
                event
            }
            Event::End(TagEnd::Link) => {
                let site = sites.pop().flatten();
                beside = site.map(|site| Event::Text(format!(" ({site})").into()));
                event
            }
            event => event,
        };
        [Some(event), beside].into_iter().flatten()
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
    fn a_video_is_a_link_that_says_where_it_leads() {
        for (address, site) in
            [("https://www.youtube.com/watch?v=1", "youtube.com"), ("https://youtu.be/1", "youtu.be")]
        {
            let html = story(&format!("[The hearing]({address}) and ![more]({address})"));
            assert!(html.contains(&format!(">The hearing</a> ({site})")), "{html}");
            assert!(!html.contains("<img") && !html.contains("<iframe"), "{html}");
        }
        assert!(story("[x](https://notyoutube.com)").ends_with("</a></p>\n"));
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
