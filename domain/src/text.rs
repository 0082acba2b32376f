//! Text as people type it, made safe to keep and to compare.
//! It never judges what is said, and never changes letters that can be seen.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Marks that turn the direction of what follows; a name that carries one could rewrite its neighbors.
const fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{061C}')
}

/// One line: composed (NFC), without control characters or direction overrides, spaces collapsed.
pub fn clean_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let kept = text.nfc().map(|c| if c.is_control() { ' ' } else { c });
    for c in kept.filter(|c| !is_bidi_control(*c) && *c != '\u{FEFF}') {
        if !c.is_whitespace() {
            line.push(c);
        } else if !line.is_empty() && !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// Several lines: as [`clean_line`], with line breaks kept (as `\n`, at most two in a row).
pub fn clean_text(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut blank = 0;
    for line in text.replace("\r\n", "\n").replace('\r', "\n").split('\n').map(clean_line) {
        if line.is_empty() {
            blank += 1;
            continue;
        }
        if !clean.is_empty() {
            clean.push_str(if blank > 0 { "\n\n" } else { "\n" });
        }
        blank = 0;
        clean.push_str(&line);
    }
    clean
}

/// A key for comparing: without case, accents, width and punctuation; words parted by one space.
///
/// Only the marks of the Latin, Greek and Cyrillic scripts (U+0300 to U+036F) go: in other scripts a
/// mark is a vowel, and two names that differ in it are two names.
pub fn fold(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let letters = text.nfkd().filter(|c| !matches!(c, '\u{0300}'..='\u{036F}'));
    for c in letters.flat_map(char::to_lowercase) {
        match c {
            'ł' => key.push('l'),
            'ø' => key.push('o'),
            'đ' => key.push('d'),
            'ß' => key.push_str("ss"),
            'æ' => key.push_str("ae"),
            'œ' => key.push_str("oe"),
            'ı' => key.push('i'),
            // O’Brien, O'Brien and OBrien are one name.
            '\'' | '’' | 'ʼ' | '‘' | '`' | '´' => {}
            c if c.is_alphanumeric() || is_combining_mark(c) => key.push(c),
            _ if key.is_empty() || key.ends_with(' ') => {}
            _ => key.push(' '),
        }
    }
    key.truncate(key.trim_end().len());
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_break_in_a_line_becomes_a_space() {
        assert_eq!(clean_line(" Ana\r\nBcc: x@y.z  \t"), "Ana Bcc: x@y.z");
    }

    #[test]
    fn spellings_of_one_name_fold_to_one_key() {
        assert_eq!(fold("José  GARCÍA-Pérez"), fold("jose garcia perez"));
        assert_eq!(fold("Siobhán O’Brien"), fold("siobhan o'brien"));
        assert_eq!(fold("Đặng Thị Hoa"), fold("dang thi hoa"));
    }

    #[test]
    fn vowel_signs_of_other_scripts_are_letters() {
        assert_ne!(fold("मीरा"), fold("मारी"));
    }

    proptest! {
        #[test]
        fn cleaning_and_folding_twice_changes_nothing(text in "\\PC{0,60}") {
            prop_assert_eq!(clean_line(&clean_line(&text)), clean_line(&text));
            prop_assert_eq!(clean_text(&clean_text(&text)), clean_text(&text));
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
