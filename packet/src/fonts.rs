//! The faces a packet is set in, embedded in the program, and what of a text they can show.
//! It looks at no font of the system: a packet looks the same wherever it is built.

use std::borrow::Cow;
use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

macro_rules! embedded {
    ($($file:literal),+ $(,)?) => {
        &[$(($file, include_bytes!(concat!("../fonts/", $file)))),+]
    };
}

/// Every file of fonts/, the reading face first. Where they come from is in fonts/README.md.
const FILES: &[(&str, &[u8])] = embedded![
    "LibreCaslonText-Regular.ttf",
    "LibreCaslonText-Italic.ttf",
    "LibreCaslonText-Bold.ttf",
    "NotoSerif-Regular.ttf",
    "NotoSerif-Italic.ttf",
    "NotoSerif-Bold.ttf",
    "NotoSans-Regular.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansArmenian-Regular.ttf",
    "NotoSansGeorgian-Regular.ttf",
    "NotoSansEthiopic-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansBengali-Regular.ttf",
    "NotoSansGurmukhi-Regular.ttf",
    "NotoSansGujarati-Regular.ttf",
    "NotoSansTamil-Regular.ttf",
    "NotoSansTelugu-Regular.ttf",
    "NotoSansKannada-Regular.ttf",
    "NotoSansMalayalam-Regular.ttf",
    "NotoSansSinhala-Regular.ttf",
    "NotoSansThai-Regular.ttf",
    "NotoSansLao-Regular.ttf",
    "NotoSansKhmer-Regular.ttf",
    "NotoSansMyanmar-Regular.ttf",
    "DroidSansFallback-CJK.ttf",
    "NanumSquareR.ttf",
];

/// The bits of Noto Serif's three faces in [`Letters`], and of Noto Sans.
const NOTO_SERIF: u32 = 0b11_1000;
const NOTO_SANS: u32 = 0b100_0000;

/// Names that must be shown as they are, each with the script it stands for.
const SAMPLES: &[(&str, &str)] = &[
    ("Latin with diacritics", "Siobhán Łukasz Nuñez Ångström Çelik Șerban Žižka D’Arcy"),
    ("Vietnamese", "Nguyễn Thị Hồng Đào Trần Phượng"),
    ("Cyrillic", "Юлия Щербакова Їжакевич"),
    ("Arabic", "محمد علي الحسيني فاطمة"),
    ("Chinese", "王小明 張偉 陳麗華"),
];

/// An embedded font that cannot be used. A packet built without it would be broken, so none is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FontError {
    /// The bytes are no font.
    #[error("the embedded font {file} cannot be read; build the program again from whole sources")]
    Unreadable {
        /// Its file name.
        file: &'static str,
    },
    /// No font has a letter that names are written with.
    #[error("no embedded font has U+{codepoint:04X}, which {script} names need")]
    Uncovered {
        /// Which names.
        script: &'static str,
        /// The letter.
        codepoint: u32,
    },
}

/// All fonts with the index typst chooses from.
pub(crate) struct Faces {
    pub(crate) fonts: Vec<Font>,
    pub(crate) book: LazyHash<FontBook>,
    letters: Letters,
}

/// Which fonts have a letter: one bit for each file, in the order of [`FILES`]. A font's own coverage is a list
/// that is walked from its start, and a packet asks for each of its letters.
struct Letters(Vec<Option<Box<[u32; 256]>>>);

impl Letters {
    fn of(fonts: &[Font]) -> Self {
        let mut blocks = vec![None; 0x1100];
        for (number, font) in fonts.iter().enumerate() {
            for letter in font.info().coverage.iter() {
                if let Some(block) = blocks.get_mut(letter as usize / 256) {
                    block.get_or_insert_with(|| Box::new([0; 256]))[letter as usize % 256] |= 1 << number;
                }
            }
        }
        Self(blocks)
    }

    /// The fonts that have a letter: all, where shaping takes it and needs no glyph.
    fn fonts_with(&self, c: char) -> u32 {
        if is_unseen(c) {
            return u32::MAX;
        }
        let block = self.0.get(c as usize / 256).and_then(Option::as_ref);
        block.filter(|_| !is_refused(c)).map_or(0, |block| block[c as usize % 256])
    }
}

/// The fonts, parsed once.
pub(crate) fn faces() -> Result<&'static Faces, FontError> {
    static FACES: LazyLock<Result<Faces, FontError>> = LazyLock::new(|| {
        let fonts = FILES
            .iter()
            .map(|&(file, bytes)| Font::new(Bytes::new(bytes), 0).ok_or(FontError::Unreadable { file }))
            .collect::<Result<Vec<_>, _>>()?;
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        let letters = Letters::of(&fonts);
        Ok(Faces { fonts, book, letters })
    });
    FACES.as_ref().map_err(Clone::clone)
}

/// Whether every embedded font parses and names of the scripts a city writes in can be shown; for
/// `redress doctor` and the start of the program.
pub fn check_fonts() -> Result<(), FontError> {
    let faces = faces()?;
    for &(script, sample) in SAMPLES {
        if let Some(cluster) = sample.graphemes(true).find(|cluster| !faces.show(cluster)) {
            let codepoint = cluster.chars().next().map_or(0, u32::from);
            return Err(FontError::Uncovered { script, codepoint });
        }
    }
    Ok(())
}

impl Faces {
    /// The faces texts need besides Noto Serif and Noto Sans; none where Libre Caslon has all of them, so that no
    /// name changes its face in the middle. typst sets a text in one face of its list after the other until every
    /// letter has one, so the list is kept to those that have any.
    pub(crate) fn beyond_caslon<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Option<Vec<String>> {
        let (mut in_caslon, mut others) = (true, 0);
        for c in texts.flat_map(str::chars).filter(|&c| !is_unseen(c)) {
            let fonts = self.letters.fonts_with(c);
            in_caslon &= fonts & 1 != 0;
            // Noto Sans comes in one face alone, and so does whatever follows it.
            if fonts & NOTO_SANS == 0 && fonts & NOTO_SERIF != NOTO_SERIF {
                let script = fonts & !(NOTO_SANS * 2 - 1);
                others |= script & script.wrapping_neg();
            }
        }
        if in_caslon {
            return None;
        }
        let named = self.fonts.iter().enumerate().filter(|(number, _)| others & (1 << number) != 0);
        Some(named.map(|(_, font)| font.info().family.to_string()).collect())
    }

    /// Whether one font has all of a text.
    fn show(&self, text: &str) -> bool {
        text.chars().fold(u32::MAX, |fonts, c| fonts & self.letters.fonts_with(c)) != 0
    }

    /// The text as the pages can set it: a cluster no font has, composed or in parts, is spelled out as
    /// `[U+1F600]`, since PDF/A and PDF/UA allow no missing glyph and one odd name must not stop a packet.
    /// The tables keep the text as it was typed.
    pub(crate) fn printable<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.show(text) || text.graphemes(true).all(|it| self.show(it)) {
            return Cow::Borrowed(text);
        }
        let mut shown = String::with_capacity(text.len());
        for cluster in text.graphemes(true) {
            let forms = [cluster.to_owned(), cluster.nfc().collect(), cluster.nfd().collect()];
            if let Some(form) = forms.iter().find(|form| self.show(form)) {
                shown.push_str(form);
            } else if cluster.chars().all(char::is_whitespace) {
                shown.push(' ');
            } else {
                let codes: Vec<_> = cluster.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect();
                shown.push_str(&format!("[{}]", codes.join(" ")));
            }
        }
        Cow::Owned(shown)
    }
}

/// Joiners and variation selectors: shaping takes them, no glyph is needed.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Private use has no meaning outside one font, and PDF/A-2a takes none; nor controls and non-characters.
fn is_refused(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'.. | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFF}')
}
