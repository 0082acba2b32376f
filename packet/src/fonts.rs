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

/// The bit of Libre Caslon's first face in [`Letters`]; what the others lack, typst takes from the next face.
const CASLON: u32 = 0b1;
/// The bits of all three faces of Noto Serif. Every font after them has one face.
const NOTO_SERIF: u32 = 0b11_1000;
/// The bits of all faces of both.
const BOTH_SERIFS: u32 = 0b11_1111;

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

    /// The fonts that have every letter of a text.
    fn fonts_with_all(&self, text: &str) -> u32 {
        text.chars().fold(u32::MAX, |fonts, c| fonts & self.fonts_with(c))
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
    /// The faces texts need besides Noto Serif; none where Libre Caslon has all of them, so that no name changes
    /// its face in the middle. typst sets a text in one face of its list after the other until every letter has
    /// one, so the list is kept to those that are the first to have any.
    pub(crate) fn beyond_caslon<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Option<Vec<String>> {
        let (mut in_caslon, mut others) = (true, 0);
        let first_of = |fonts: u32| {
            let beyond = fonts & !BOTH_SERIFS;
            if fonts & NOTO_SERIF == NOTO_SERIF { 0 } else { beyond & beyond.wrapping_neg() }
        };
        for text in texts.filter(|text| !text.is_ascii()) {
            in_caslon &= text.chars().all(|c| self.letters.fonts_with(c) & CASLON == CASLON);
            let text = self.printable(text);
            if self.letters.fonts_with_all(&text) & NOTO_SERIF == NOTO_SERIF {
                continue;
            }
            // A letter and its marks are set in one face, which need not be the first that has either.
            for cluster in text.graphemes(true) {
                others |= first_of(self.letters.fonts_with_all(cluster));
                others |= cluster.chars().fold(0, |fonts, c| fonts | first_of(self.letters.fonts_with(c)));
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
        self.letters.fonts_with_all(text) != 0
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests may")]

    use super::*;

    #[test]
    fn a_text_names_the_faces_that_have_its_letters_and_no_others() {
        let faces = faces().unwrap();
        let beyond = |text: &str| faces.beyond_caslon([text].into_iter()).map(|named| named.join(", "));
        let ascii: String = (' '..='~').collect();
        assert!(ascii.chars().all(|c| faces.letters.fonts_with(c) & CASLON == CASLON));
        assert_eq!(beyond(&ascii), None);
        assert_eq!(beyond("Siobhán Łukasz"), None);
        assert_eq!(beyond("Nguyễn Thị Hồng Đào").as_deref(), Some(""));
        assert_eq!(beyond("Юлия Щербакова").as_deref(), Some(""));
        assert_eq!(beyond("我叫陳麗華 (Chen)").as_deref(), Some("Droid Sans Fallback"));
        assert_eq!(beyond("محمد and สมชาย").as_deref(), Some("Noto Naskh Arabic, Noto Sans Thai"));
    }
}
