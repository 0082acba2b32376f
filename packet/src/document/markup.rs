//! The little markup a text may have: paragraphs, headings, lists, quotations, emphasis, links.
//! Whatever else it has comes out as text; nothing is nested deeper than a page can show.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde::Serialize;

/// Lists and quotations within one another, at most; what is nested deeper stands at this depth.
const DEEPEST: usize = 4;
/// A longer address is no link.
const LONGEST_LINK: usize = 2_000;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    /// A heading within the text.
    Heading {
        /// 1 or 2; the document's own title stands above both.
        level: u8,
        /// What it says.
        text: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph {
        /// What it says.
        text: Vec<Inline>,
    },
    /// A list.
    List {
        /// The number of the first item, where they are numbered.
        first: Option<u64>,
        /// Its items.
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
    },
}

/// A run of text of one kind. A line break is the text `\n`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Inline {
    /// The text.
    pub text: String,
    /// Whether it is strong.
    pub strong: bool,
    /// Whether it is emphasized.
    pub emphasis: bool,
    /// Where it leads: http, https or mailto, nothing else.
    pub link: Option<String>,
}

impl Block {
    /// The blocks of a text in limited Markdown. A text without any markup gives its paragraphs.
    pub fn parse(markdown: &str) -> Vec<Self> {
        let mut reader = Reader::default();
        for event in Parser::new_ext(markdown, Options::empty()) {
            reader.take(event);
        }
        reader.finish()
    }

    /// The text alone, as it is read: for counting, comparing and checking.
    pub fn plain(blocks: &[Self]) -> String {
        let mut out = String::new();
        plain(blocks, &mut out);
        out.truncate(out.trim_end().len());
        out
    }
}

fn plain(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text } => {
                text.iter().for_each(|piece| out.push_str(&piece.text));
                out.push('\n');
            }
            Block::List { items, .. } => items.iter().for_each(|item| plain(item, out)),
            Block::Quote { blocks } => plain(blocks, out),
        }
    }
}

/// What is open around the text that is being read.
enum Frame {
    List {
        first: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Item(Vec<Block>),
    Quote(Vec<Block>),
    /// Too deep to be shown: its blocks go to what is around it.
    Flat,
}

#[derive(Default)]
struct Reader {
    done: Vec<Block>,
    open: Vec<Frame>,
    text: Vec<Inline>,
    heading: Option<u8>,
    strong: usize,
    emphasis: usize,
    links: Vec<Option<String>>,
    /// Whether a heading of the first level was read: before one, every heading is of it.
    headed: bool,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            // What looks like HTML or code was typed as text, and is shown as typed.
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.lines(&text);
            }
            Event::SoftBreak => self.push(" "),
            Event::HardBreak => self.push("\n"),
            Event::Rule => self.flush(),
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.push(&text);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Link { dest_url, .. } => self.links.push(safe(&dest_url)),
            Tag::Heading { level, .. } => {
                self.flush();
                self.heading = Some(match level {
                    HeadingLevel::H1 | HeadingLevel::H2 => 1,
                    _ => 2,
                });
            }
            Tag::List(first) => {
                self.flush();
                let frame = Frame::List { first, items: Vec::new() };
                self.enter(frame);
            }
            Tag::Item => {
                self.flush();
                let in_list = matches!(self.open.last(), Some(Frame::List { .. }));
                self.open.push(if in_list { Frame::Item(Vec::new()) } else { Frame::Flat });
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.enter(Frame::Quote(Vec::new()));
            }
            Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Link => drop(self.links.pop()),
            TagEnd::List(_) | TagEnd::Item | TagEnd::BlockQuote(_) => {
                self.flush();
                self.leave();
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock => self.flush(),
            _ => {}
        }
    }

    /// A text that may have line breaks of its own, as code and HTML have.
    fn lines(&mut self, text: &str) {
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.push("\n");
            }
            self.push(line);
        }
    }

    fn push(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let piece = Inline {
            text: text.to_owned(),
            strong: self.strong > 0,
            emphasis: self.emphasis > 0,
            link: self.links.last().cloned().flatten(),
        };
        match self.text.last_mut() {
            Some(last)
                if last.text != "\n"
                    && text != "\n"
                    && (last.strong, last.emphasis, &last.link)
                        == (piece.strong, piece.emphasis, &piece.link) =>
            {
                last.text.push_str(text);
            }
            _ => self.text.push(piece),
        }
    }

    /// Closes the paragraph or heading that is being read, where it says anything.
    fn flush(&mut self) {
        let level = self.heading.take();
        let mut text = std::mem::take(&mut self.text);
        while text.last().is_some_and(|piece| piece.text.trim().is_empty()) {
            text.pop();
        }
        let blank = text.iter().take_while(|piece| piece.text.trim().is_empty()).count();
        text.drain(..blank);
        if !text.is_empty() {
            let block = match level {
                Some(level) => {
                    let level = if self.headed { level } else { 1 };
                    self.headed = true;
                    Block::Heading { level, text }
                }
                None => Block::Paragraph { text },
            };
            self.add(block);
        }
    }

    fn enter(&mut self, frame: Frame) {
        let depth = self.open.iter().filter(|it| matches!(it, Frame::List { .. } | Frame::Quote(_))).count();
        self.open.push(if depth < DEEPEST { frame } else { Frame::Flat });
    }

    fn leave(&mut self) {
        match self.open.pop() {
            Some(Frame::List { first, items }) => {
                if !items.is_empty() {
                    self.add(Block::List { first, items });
                }
            }
            Some(Frame::Item(blocks)) => {
                if let Some(Frame::List { items, .. }) = self.open.last_mut()
                    && !blocks.is_empty()
                {
                    items.push(blocks);
                }
            }
            Some(Frame::Quote(blocks)) => {
                if !blocks.is_empty() {
                    self.add(Block::Quote { blocks });
                }
            }
            Some(Frame::Flat) | None => {}
        }
    }

    fn add(&mut self, block: Block) {
        let around = self.open.iter_mut().rev().find_map(|frame| match frame {
            Frame::Item(blocks) | Frame::Quote(blocks) => Some(blocks),
            Frame::List { .. } | Frame::Flat => None,
        });
        around.unwrap_or(&mut self.done).push(block);
    }

    fn finish(mut self) -> Vec<Block> {
        self.flush();
        while !self.open.is_empty() {
            self.leave();
        }
        self.done
    }
}

/// An address a reader may follow from a page; any other is shown as text without a link.
fn safe(url: &str) -> Option<String> {
    let known = ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| url.get(..scheme.len()).is_some_and(|it| it.eq_ignore_ascii_case(scheme)));
    let plain = url.len() <= LONGEST_LINK && !url.chars().any(|c| c.is_control() || c.is_whitespace());
    (known && plain).then(|| url.to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    fn plain_text(text: &str) -> Inline {
        Inline { text: text.into(), ..Inline::default() }
    }

    #[test]
    fn a_text_keeps_its_shape() {
        let blocks =
            Block::parse("# One\n\nA *b* **c** [d](https://e.example).\n\n2. f\n3. g\n\n> h\n\ni  \nj");
        assert_eq!(blocks[0], Block::Heading { level: 1, text: vec![plain_text("One")] });
        let Block::Paragraph { text } = &blocks[1] else { panic!("{blocks:?}") };
        assert_eq!(text.len(), 7);
        assert!(text[1].emphasis && text[3].strong);
        assert_eq!(text[5].link.as_deref(), Some("https://e.example"));
        let Block::List { first: Some(2), items } = &blocks[2] else { panic!("{blocks:?}") };
        assert_eq!(items.len(), 2);
        assert!(matches!(&blocks[3], Block::Quote { .. }));
        assert_eq!(
            blocks[4],
            Block::Paragraph { text: vec![plain_text("i"), plain_text("\n"), plain_text("j")] }
        );
        assert_eq!(Block::plain(&blocks), "One\nA b c d.\nf\ng\nh\ni\nj");
    }

    #[test]
    fn what_is_no_markup_of_ours_is_text() {
        let blocks = Block::parse("<b>x</b> `y` ![z](https://t.example/z.gif) [w](javascript:alert(1))");
        assert_eq!(Block::plain(&blocks), "<b>x</b> y z w");
        let Block::Paragraph { text } = &blocks[0] else { panic!("{blocks:?}") };
        assert!(text.iter().all(|piece| piece.link.is_none()));
    }

    #[test]
    fn nothing_is_nested_without_end() {
        let deep = format!("{}x\n\n{}y", ">".repeat(5_000), "- ".repeat(2_000));
        let blocks = Block::parse(&deep);
        fn depth(blocks: &[Block]) -> usize {
            blocks
                .iter()
                .map(|block| match block {
                    Block::List { items, .. } => 1 + items.iter().map(|it| depth(it)).max().unwrap_or(0),
                    Block::Quote { blocks } => 1 + depth(blocks),
                    _ => 0,
                })
                .max()
                .unwrap_or(0)
        }
        assert!(depth(&blocks) <= DEEPEST);
        assert!(Block::plain(&blocks).contains('x') && Block::plain(&blocks).contains('y'));
    }

    #[test]
    fn an_empty_text_has_no_blocks() {
        assert!(Block::parse("").is_empty() && Block::parse(" \n\n---\n\n- \n").is_empty());
    }
}
