//! Sets a page template with its data as PDF/UA-1 and PDF/A-2a.
//! It reads no file and no font but the embedded ones, and never takes data for markup: templates are fixed,
//! data reaches them as JSON bytes.

use std::sync::LazyLock;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::ecow::EcoVec;
use typst::foundations::{Bytes, Datetime, Duration, Label, Smart};
use typst::introspection::Introspector as _;
use typst::model::DocumentInfo;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, Locale};
use typst::utils::{LazyHash, PicoStr};
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp as PdfTimestamp};

use crate::document::Picture;
use crate::fonts::{Faces, FontError, faces};

/// A document of the packet.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Template {
    Packet,
    Volume,
    Document,
    Testimony,
}

/// Why a document could not be set. The template is ours, so this is a fault of ours, never of the data's.
#[derive(Debug, thiserror::Error)]
pub enum TypesetError {
    /// A font is broken.
    #[error(transparent)]
    Font(#[from] FontError),
    /// The page template or its export failed.
    #[error("the pages could not be set: {0}")]
    Template(String),
    /// The data could not be handed over.
    #[error("the data for the pages could not be written: {0}")]
    Data(#[from] serde_json::Error),
}

/// Sets `data` with a template. `ident` names the document for good, and with `at` makes its bytes stable.
pub(crate) fn pdf(
    template: Template,
    data: &impl Serialize,
    ident: String,
    at: Timestamp,
) -> Result<Vec<u8>, TypesetError> {
    pdf_with(template, data, &[], ident, at)
}

/// The same, with the pictures that the data names.
pub(crate) fn pdf_with(
    template: Template,
    data: &impl Serialize,
    pictures: &[&Picture],
    ident: String,
    at: Timestamp,
) -> Result<Vec<u8>, TypesetError> {
    let bytes = lay_out_with(template, data, pictures)?.pdf(ident, at);
    // What was laid out for this document is of no use to the next, and a city's names fill much memory.
    forget();
    bytes
}

/// Pages that are laid out and not written yet: as a whole, or in parts that are documents of their own.
pub(crate) struct Laid(PagedDocument);

/// What a part is called when it is a document of its own.
pub(crate) struct PartOf<'a> {
    pub(crate) title: &'a str,
    pub(crate) author: &'a str,
    pub(crate) locale: Locale,
}

/// Lays out `data` with a template.
pub(crate) fn lay_out(template: Template, data: &impl Serialize) -> Result<Laid, TypesetError> {
    lay_out_with(template, data, &[])
}

fn lay_out_with(
    template: Template,
    data: &impl Serialize,
    pictures: &[&Picture],
) -> Result<Laid, TypesetError> {
    let faces = faces()?;
    let mut data = serde_json::to_value(data)?;
    make_printable(&mut data, faces);
    let pictures =
        pictures.iter().map(|picture| (file_id(&picture.name), Bytes::new(picture.bytes.to_vec()))).collect();
    let desk = Desk { faces, template, data: Bytes::new(serde_json::to_vec(&data)?), pictures };
    drop(data);
    Ok(Laid(typst::compile(&desk).output.map_err(failed)?))
}

/// Lets go of what laying out has remembered; a layout that is there stays.
pub(crate) fn forget() {
    typst::comemo::evict(0);
}

impl Laid {
    /// All pages.
    pub(crate) fn pdf(&self, ident: String, at: Timestamp) -> Result<Vec<u8>, TypesetError> {
        write_pdf(&self.0, ident, at)
    }

    /// How many pages there are.
    pub(crate) fn pages(&self) -> usize {
        self.0.pages().len()
    }

    /// The page a label is on, from 0.
    pub(crate) fn page_of(&self, label: &str) -> Option<usize> {
        let label = Label::new(PicoStr::intern(label))?;
        let introspector = self.0.introspector();
        let location = introspector.query_label(label).ok()?.location()?;
        Some(introspector.page(location)?.get() - 1)
    }

    /// Some of the pages as a document of their own, tagged as the whole is.
    pub(crate) fn part(
        &self,
        pages: std::ops::Range<usize>,
        of: &PartOf<'_>,
        ident: String,
        at: Timestamp,
    ) -> Result<Vec<u8>, TypesetError> {
        let pages: EcoVec<_> = self.0.pages().get(pages).unwrap_or_default().iter().cloned().collect();
        let mut info = DocumentInfo { title: Some(of.title.into()), ..DocumentInfo::default() };
        info.author.extend((!of.author.is_empty()).then(|| of.author.into()));
        info.locale = Smart::Custom(of.locale);
        write_pdf(&PagedDocument::new(pages, info), ident, at)
    }
}

fn write_pdf(document: &PagedDocument, ident: String, at: Timestamp) -> Result<Vec<u8>, TypesetError> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|error| TypesetError::Template(error.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(ident),
        creator: Smart::Custom(Some("Redress".into())),
        timestamp: pdf_time(at),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(failed)
}

fn failed(errors: EcoVec<SourceDiagnostic>) -> TypesetError {
    TypesetError::Template(errors.first().map_or_else(String::new, |error| error.message.to_string()))
}

/// Spells out, in every text of the data, what no font has.
fn make_printable(data: &mut Value, faces: &Faces) {
    match data {
        // A run that is a line break and nothing else; a template breaks the line there.
        Value::String(text) if text == "\n" => {}
        Value::String(text) => {
            if let std::borrow::Cow::Owned(shown) = faces.printable(text) {
                *text = shown;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| make_printable(item, faces)),
        Value::Object(fields) => fields.values_mut().for_each(|field| make_printable(field, faces)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn pdf_time(at: Timestamp) -> Option<PdfTimestamp> {
    let utc = jiff::tz::Offset::UTC.to_datetime(at);
    let part = |value: i8| u8::try_from(value).ok();
    Datetime::from_ymd_hms(
        i32::from(utc.year()),
        part(utc.month())?,
        part(utc.day())?,
        part(utc.hour())?,
        part(utc.minute())?,
        part(utc.second())?,
    )
    .map(PdfTimestamp::new_utc)
}

fn file_id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("a plain file name is a path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

fn source(name: &str, text: &str) -> Source {
    Source::new(file_id(name), text.to_owned())
}

static STYLE: LazyLock<Source> =
    LazyLock::new(|| source("style.typ", include_str!("../templates/style.typ")));
static PACKET: LazyLock<Source> =
    LazyLock::new(|| source("packet.typ", include_str!("../templates/packet.typ")));
static LETTER: LazyLock<Source> =
    LazyLock::new(|| source("letter.typ", include_str!("../templates/letter.typ")));
static DOCUMENT: LazyLock<Source> =
    LazyLock::new(|| source("document.typ", include_str!("../templates/document.typ")));
static TESTIMONY: LazyLock<Source> =
    LazyLock::new(|| source("testimony.typ", include_str!("../templates/testimony.typ")));
static VOLUME: LazyLock<Source> =
    LazyLock::new(|| source("volume.typ", include_str!("../templates/volume.typ")));
static DATA: LazyLock<FileId> = LazyLock::new(|| file_id("data.json"));
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::builder().build()));

/// All that typst may see: the templates, one data file with the pictures it names, the embedded fonts.
struct Desk {
    faces: &'static Faces,
    template: Template,
    data: Bytes,
    pictures: Vec<(FileId, Bytes)>,
}

impl Desk {
    fn template(&self) -> &'static Source {
        match self.template {
            Template::Packet => &PACKET,
            Template::Volume => &VOLUME,
            Template::Document => &DOCUMENT,
            Template::Testimony => &TESTIMONY,
        }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.faces.book
    }

    fn main(&self) -> FileId {
        self.template().id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [&*STYLE, &*LETTER, self.template()]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == *DATA {
            return Ok(self.data.clone());
        }
        let picture = self.pictures.iter().find(|(picture, _)| *picture == id);
        picture
            .map(|(_, bytes)| bytes.clone())
            .ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.faces.fonts.get(index).cloned()
    }

    /// No clock: a template that asked for today would not give the same bytes tomorrow.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
