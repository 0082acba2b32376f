//! Pieces of the kit as files: the text with its parts filled in, set by the packet's own document writer.
//! It writes to no disk and to no log; a file is made in memory for the one who asked, and forgotten.

use jiff::Timestamp;
use redress_app::kit::model::PieceView;
use redress_app::kit::text::{filled, marked};
use redress_app::words::Words;
use redress_domain::TemplateKind;
use redress_packet::{Block, Direction, Document, DocumentError, Inline};

/// A kind of file to take along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// PDF.
    Pdf,
    /// Word (Office Open XML).
    Docx,
}

impl Format {
    /// How the file's name ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }
}

/// A piece as a document, with what was typed in place of its parts, and ruled blanks where nothing was.
pub fn document(view: &PieceView) -> Document {
    let language = view.line.locale.code();
    let values: Vec<&str> = view.parts.iter().map(|part| part.value.as_str()).collect();
    let mut body = Block::parse(&marked(&view.text));
    fill_blocks(&mut body, &values);
    // A letter is sent as it is: what it is called stands over it, and nothing more.
    let kicker = match view.line.kind {
        TemplateKind::Letter | TemplateKind::RecordsRequest => String::new(),
        kind => Words(view.line.locale).say(&format!("kit-one-{kind}")),
    };
    Document {
        rolls: Vec::new(),
        kicker,
        title: view.line.title.clone(),
        author: String::new(),
        frame_language: String::new(),
        language: language.to_owned(),
        direction: Direction::of(language),
        lines: Vec::new(),
        body,
        signature: Vec::new(),
        foot: String::new(),
    }
}

/// The file.
pub fn file(document: &Document, format: Format, at: Timestamp) -> Result<Vec<u8>, DocumentError> {
    match format {
        Format::Pdf => document.pdf(at),
        Format::Docx => document.docx(at),
    }
}

fn fill_blocks(blocks: &mut [Block], values: &[&str]) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text } => fill_line(text, values),
            Block::List { items, .. } => items.iter_mut().for_each(|item| fill_blocks(item, values)),
            Block::Quote { blocks } => fill_blocks(blocks, values),
        }
    }
}

/// A line break within what was typed is a piece of its own, as the document has it.
fn fill_line(line: &mut Vec<Inline>, values: &[&str]) {
    let mut done = Vec::with_capacity(line.len());
    for piece in line.drain(..) {
        let text = filled(&piece.text, values);
        for (number, part) in text.split('\n').enumerate() {
            if number > 0 {
                done.push(Inline { text: "\n".to_owned(), ..Inline::default() });
            }
            if !part.is_empty() {
                done.push(Inline { text: part.to_owned(), ..piece.clone() });
            }
        }
    }
    *line = done;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_into_a_part_is_text_in_a_file_too() {
        let mut body = Block::parse(&marked("# To {who}\n\n- **{what}** and {what}\n\n> {nothing}"));
        fill_blocks(&mut body, &["# *A*", "one\ntwo", ""]);
        assert_eq!(Block::plain(&body), "To # *A*\none\ntwo and one\ntwo\n________");
    }
}
