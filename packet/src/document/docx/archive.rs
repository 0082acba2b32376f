//! The archive a Word file is: its parts in a fixed order, with the properties the library does not write.
//! It packs no part again that an empty document has as well.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{Cursor, Write};
use std::sync::{Arc, OnceLock};

use docx_rs::XMLDocx;
use jiff::Timestamp;
use zip::read::ZipFile;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipArchive, ZipWriter};

use super::{clean, foot, styled};
use crate::build::zip_time;
use crate::document::{Direction, Document, DocumentError};

/// A part as it stands in an archive.
type Packed<'a> = ZipFile<'a, Cursor<Arc<[u8]>>>;

/// Title, language, writer and date: the library has no way to set the first two.
fn core_properties(document: &Document, at: Timestamp) -> String {
    let [title, author, language] =
        [&document.title, &document.author, &document.language].map(|text| escaped(text));
    let seconds = at.as_second();
    let day = Timestamp::from_second(seconds).unwrap_or(at);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:language>{language}</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:modified></cp:coreProperties>"
    )
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

/// The styles with the language of the text, and its direction, in what every style starts from: the library
/// knows neither.
fn spoken(styles: &[u8], document: &Document) -> Vec<u8> {
    const END: &str = "</w:rPr></w:rPrDefault>";
    let language = escaped(&document.language);
    let direction = if document.direction == Direction::RightToLeft { "<w:rtl />" } else { "" };
    let own = format!(
        "{direction}<w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" w:bidi=\"{language}\" />{END}"
    );
    String::from_utf8_lossy(styles).replacen(END, &own, 1).into_bytes()
}

/// Relationships sorted: the library keeps links in a map that has another order each time.
fn in_order(relationships: &[u8]) -> Vec<u8> {
    const ITEM: &str = "<Relationship ";
    const END: &str = "</Relationships>";
    let text = String::from_utf8_lossy(relationships);
    let (Some(start), Some(end)) = (text.find(ITEM), text.rfind(END)) else { return relationships.to_vec() };
    let mut items: Vec<&str> = text[start..end].split(ITEM).skip(1).collect();
    items.sort_unstable();
    let items: String = items.into_iter().flat_map(|item| [ITEM, item]).collect();
    [&text[..start], &items, &text[end..]].concat().into_bytes()
}

/// The parts in a fixed order, all dated `at`.
pub(super) fn archive(document: &Document, parts: XMLDocx, at: Timestamp) -> Result<Vec<u8>, DocumentError> {
    let own = Own { core: core_properties(document, at), styles: spoken(&parts.styles, document) };
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(16 * 1024)));
    let mut stock = Stock::get()?;
    for (path, bytes) in named(&parts, &own) {
        match stock.packed(&path, &bytes) {
            Some(packed) => zip.raw_copy_file_touch(packed?, zip_time(at), Some(MODE))?,
            None => {
                zip.start_file(path, options(zip_time(at)))?;
                zip.write_all(&bytes)?;
            }
        }
    }
    Ok(zip.finish()?.into_inner())
}

/// The parts the library does not write, or not as they should be.
struct Own {
    core: String,
    styles: Vec<u8>,
}

fn named<'p>(parts: &'p XMLDocx, own: &'p Own) -> Vec<(String, Cow<'p, [u8]>)> {
    let files: [(&str, &[u8]); 13] = [
        ("[Content_Types].xml", &parts.content_type),
        ("_rels/.rels", &parts.rels),
        ("docProps/app.xml", &parts.doc_props.app),
        ("docProps/core.xml", own.core.as_bytes()),
        ("docProps/custom.xml", &parts.doc_props.custom),
        ("word/document.xml", &parts.document),
        ("word/styles.xml", &own.styles),
        ("word/settings.xml", &parts.settings),
        ("word/fontTable.xml", &parts.font_table),
        ("word/numbering.xml", &parts.numberings),
        ("word/comments.xml", &parts.comments),
        ("word/commentsExtended.xml", &parts.comments_extended),
        ("word/footnotes.xml", &parts.footnotes),
    ];
    let mut files: Vec<_> =
        files.into_iter().map(|(path, bytes)| (path.to_owned(), Cow::Borrowed(bytes))).collect();
    files.insert(6, ("word/_rels/document.xml.rels".into(), in_order(&parts.document_rels).into()));
    let footers = (1..).zip(&parts.footers);
    files.extend(footers.map(|(number, footer)| (format!("word/footer{number}.xml"), footer.into())));
    files
}

const MODE: u32 = 0o644;

fn options(at: DateTime) -> SimpleFileOptions {
    SimpleFileOptions::default().last_modified_time(at).unix_permissions(MODE).large_file(false)
}

/// An empty document's parts, packed once. Most of the parts of any other are the same, and packing those anew
/// took more time than writing the letter.
#[derive(Clone)]
struct Stock {
    archive: ZipArchive<Cursor<Arc<[u8]>>>,
    parts: Arc<HashMap<String, Vec<u8>>>,
}

impl Stock {
    fn get() -> Result<Self, DocumentError> {
        static STOCK: OnceLock<Stock> = OnceLock::new();
        if let Some(stock) = STOCK.get() {
            return Ok(stock.clone());
        }
        let stock = Self::pack()?;
        Ok(STOCK.get_or_init(|| stock).clone())
    }

    fn pack() -> Result<Self, DocumentError> {
        let blank = Document { language: "en".into(), ..Document::default() };
        let parts = styled().footer(foot(&blank)).build();
        let own = Own { core: String::new(), styles: spoken(&parts.styles, &blank) };
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let mut same = HashMap::new();
        for (path, bytes) in named(&parts, &own) {
            zip.start_file(path.as_str(), options(DateTime::default()))?;
            zip.write_all(&bytes)?;
            same.insert(path, bytes.into_owned());
        }
        let bytes: Arc<[u8]> = zip.finish()?.into_inner().into();
        Ok(Self { archive: ZipArchive::new(Cursor::new(bytes))?, parts: Arc::new(same) })
    }

    /// A part of the same bytes, if the stock has it.
    fn packed(&mut self, path: &str, bytes: &[u8]) -> Option<ZipResult<Packed<'_>>> {
        let same = self.parts.get(path).is_some_and(|part| part == bytes);
        same.then(|| self.archive.index_for_name(path))
            .flatten()
            .map(|index| self.archive.by_index_raw(index))
    }
}
