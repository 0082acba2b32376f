//! `/outbox/{id}`: one mail as its text part reads, with its links to press.
//! It makes links of `http` and `https` addresses alone; all else in a mail is text.

use leptos::prelude::*;

use super::OutboxMail;
use super::list::{frame, subject};
use crate::dates;
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words, mail: &OutboxMail) -> Page {
    crate::desk::head(words, &subject(words, &mail.subject), false)
}

/// The head of the mail, its text, and each link once more by itself.
pub fn page(words: Words, mail: &OutboxMail) -> AnyView {
    let text: Vec<_> = pieces(&mail.text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(text) => text.to_owned().into_any(),
            Piece::Link(url) => view! { <a href=url.to_owned()>{url.to_owned()}</a> }.into_any(),
        })
        .collect();
    let html = mail.html_path.clone().map(|path| {
        view! { <p><a href=path>{words.say("outbox-html")}</a></p> }
    });
    frame(
        words,
        view! {
            <article class="mail">
                <h1>{subject(words, &mail.subject)}</h1>
                <dl class="mail-head">
                    <div>
                        <dt>{words.say("outbox-to")}</dt>
                        <dd class="mailbox">{mail.to.clone()}</dd>
                    </div>
                    <div>
                        <dt>{words.say("outbox-at")}</dt>
                        <dd>{dates::day_and_time(words, &mail.at, mail.at.date())}</dd>
                    </div>
                </dl>
                <div class="mail-text">{text}</div>
                {html}
            </article>
        },
    )
    .into_any()
}

#[derive(Debug, PartialEq, Eq)]
enum Piece<'a> {
    Text(&'a str),
    Link(&'a str),
}

/// A text cut into addresses and what is between them. The mark that ends a sentence is not part of an address.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = ["https://", "http://"].iter().filter_map(|scheme| rest.find(scheme)).min() {
        let (before, from) = rest.split_at(start);
        let end =
            from.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')).unwrap_or(from.len());
        let link = from[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '»', '”']);
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        pieces.push(Piece::Link(link));
        rest = &from[link.len()..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_before_the_mark_that_ends_its_sentence() {
        assert_eq!(
            pieces("Press (http://localhost:3000/confirm/a1).\nOr not."),
            [
                Piece::Text("Press ("),
                Piece::Link("http://localhost:3000/confirm/a1"),
                Piece::Text(").\nOr not."),
            ]
        );
    }

    #[test]
    fn no_other_scheme_becomes_a_link() {
        let text = "javascript:alert(1) data:text/html,x ftp://a.example";
        assert_eq!(pieces(text), [Piece::Text(text)]);
    }

    #[test]
    fn cutting_loses_nothing() {
        for text in ["", "https://", "a https://b.example/c?d=e, f", "https://a.example https://b.example."] {
            let whole: String = pieces(text)
                .iter()
                .map(|piece| match piece {
                    Piece::Text(text) | Piece::Link(text) => *text,
                })
                .collect();
            assert_eq!(whole, text);
        }
    }
}
