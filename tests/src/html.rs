//! Pages and mails read as a browser reads them: elements with their attributes, told apart from text.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{
    BufferQueue, StartTag, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// An element's opening tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// `a`, `form` …
    pub name: String,
    /// Names and values, in order.
    pub attributes: Vec<(String, String)>,
    /// The text up to the next tag, its own end or another's beginning.
    pub text: String,
}

impl Element {
    /// An attribute, or nothing.
    pub fn get(&self, name: &str) -> &str {
        self.attributes.iter().find(|(other, _)| other == name).map_or("", |(_, value)| value)
    }

    /// Whether it has the attribute, with any value or none.
    pub fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(other, _)| other == name)
    }
}

#[derive(Default)]
struct Sink(RefCell<Vec<Element>>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) if tag.kind == StartTag => {
                let element = Element {
                    name: tag.name.to_string(),
                    attributes: tag
                        .attrs
                        .iter()
                        .map(|attribute| (attribute.name.local.to_string(), attribute.value.to_string()))
                        .collect(),
                    text: String::new(),
                };
                let inside = match element.name.as_str() {
                    "script" => TokenSinkResult::RawData(ScriptData),
                    "style" | "iframe" | "noembed" | "noframes" | "xmp" => TokenSinkResult::RawData(Rawtext),
                    "title" | "textarea" => TokenSinkResult::RawData(Rcdata),
                    _ => TokenSinkResult::Continue,
                };
                self.0.borrow_mut().push(element);
                return inside;
            }
            // What comes after an element's end is not its text.
            Token::TagToken(_) => {
                let (name, attributes, text) = (String::new(), Vec::new(), String::new());
                self.0.borrow_mut().push(Element { name, attributes, text });
            }
            Token::CharacterTokens(text) => {
                if let Some(last) = self.0.borrow_mut().last_mut() {
                    last.text.push_str(&text);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Every element of a page, in order.
pub fn elements(html: &str) -> Vec<Element> {
    pieces(html).into_iter().filter(|piece| !piece.name.is_empty()).collect()
}

/// Elements, and between them what comes after an element's end, without a name.
fn pieces(html: &str) -> Vec<Element> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    // A script's end is reported, and reading goes on after it.
    while !matches!(tokenizer.feed(&input), html5ever::TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

/// What a page can do, without what it says: each element with the names of its attributes, and the values of
/// those that lead somewhere or run.
pub fn shape(html: &str) -> Vec<String> {
    elements(html)
        .into_iter()
        .map(|element| {
            let attributes: Vec<String> = element
                .attributes
                .iter()
                .map(|(name, value)| match name.as_str() {
                    "href" | "src" | "action" | "formaction" => {
                        let scheme = value.split(':').next().filter(|_| value.contains(':'));
                        format!("{name}={}", scheme.unwrap_or("own"))
                    }
                    _ => name.clone(),
                })
                .collect();
            format!("{} {}", element.name, attributes.join(" "))
        })
        .collect()
}

/// The value of a form's field: what an `input` or a `textarea` holds.
pub fn value_of(html: &str, name: &str) -> Option<String> {
    let field = elements(html)
        .into_iter()
        .find(|element| element.get("name") == name && matches!(&*element.name, "input" | "textarea"))?;
    Some(if field.name == "textarea" { field.text } else { field.get("value").to_owned() })
}

/// What a page says, without its markup.
pub fn text(html: &str) -> String {
    pieces(html)
        .into_iter()
        .filter(|piece| !matches!(&*piece.name, "script" | "style"))
        .map(|element| element.text)
        .collect::<Vec<_>>()
        .join(" ")
}
