//! A name as it is compared: its words without case, accents and punctuation, its suffix and its accents apart.
//! It refuses to know nicknames or to swap letters: Bob and Robert are two names here.

use redress_domain::fold;
use unicode_normalization::UnicodeNormalization;

/// A generation: what tells a father from his son.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Suffix {
    Junior,
    Senior,
    Second,
    Third,
    Fourth,
    Fifth,
}

impl Suffix {
    fn parse(text: &str) -> Option<Self> {
        Some(match fold(text).as_str() {
            "jr" | "jnr" | "junior" => Self::Junior,
            "sr" | "snr" | "senior" => Self::Senior,
            "ii" | "2nd" => Self::Second,
            "iii" | "3rd" => Self::Third,
            "iv" | "4th" => Self::Fourth,
            "v" | "5th" => Self::Fifth,
            _ => return None,
        })
    }

    /// The suffix at the end of a name of `before` more words. A lone V is a family name's initial more
    /// often than a fifth, and Junior is also a family name: those need two words before them.
    fn at_the_end(word: &str, before: usize) -> Option<Self> {
        let suffix = Self::parse(word)?;
        let abbreviated = matches!(fold(word).as_str(), "jr" | "jnr" | "sr" | "snr");
        (suffix != Self::Fifth && (before >= 2 || (before == 1 && abbreviated))).then_some(suffix)
    }
}

/// The accents of a name: the number of the letter, and its mark.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Marks(Vec<(usize, char)>);

impl Marks {
    fn of(name: &str) -> Self {
        let mut marks = Vec::new();
        if name.is_ascii() {
            return Self(marks);
        }
        let mut letters = 0;
        for c in name.nfkd().flat_map(char::to_lowercase) {
            match c {
                '\u{0300}'..='\u{036F}' => marks.push((letters, c)),
                'ß' | 'æ' | 'œ' => letters += 2,
                c if c.is_alphanumeric() => {
                    letters += 1;
                    // These have their stroke built in; Đặng is written Dang as often as it is written right.
                    if matches!(c, 'đ' | 'ø' | 'ł') {
                        marks.push((letters, '\u{0335}'));
                    }
                }
                _ => {}
            }
        }
        Self(marks)
    }

    fn at(&self, letter: usize) -> impl Iterator<Item = char> {
        self.0.iter().filter(move |(at, _)| *at == letter).map(|(_, mark)| *mark)
    }

    /// Whether no letter carries different accents in the two: Hung may be Hùng or Hưng, but Hùng is not
    /// Hưng, and those two may be brothers.
    pub(crate) fn agree(&self, other: &Self) -> bool {
        self.0
            .iter()
            .all(|(letter, _)| other.at(*letter).next().is_none() || self.at(*letter).eq(other.at(*letter)))
    }
}

/// A name, ready to compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// Folded words, parted by one space, the suffix left out.
    pub(crate) words: String,
    pub(crate) suffix: Option<Suffix>,
    pub(crate) marks: Marks,
}

impl Name {
    /// Reads a name as typed ('García, María' as well as 'María García Jr.') and the suffix column beside it.
    /// `None` where no letter is left.
    pub(crate) fn read(name: &str, suffix_column: &str) -> Option<Self> {
        let mut suffix = Suffix::parse(suffix_column);
        let mut parts: Vec<&str> = name.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
        while let [_, .., last] = parts.as_slice()
            && let Some(found) = Suffix::parse(last)
        {
            suffix = suffix.or(Some(found));
            parts.pop();
        }
        let mut words: Vec<&str> = match parts.as_slice() {
            [family, given] => {
                let mut family: Vec<&str> = family.split_whitespace().collect();
                take_suffix(&mut family, 1, &mut suffix);
                given.split_whitespace().chain(family).collect()
            }
            _ => parts.iter().flat_map(|part| part.split_whitespace()).collect(),
        };
        take_suffix(&mut words, 0, &mut suffix);
        let typed = words.join(" ");
        let words = fold(&typed);
        words.chars().any(char::is_alphabetic).then(|| Self { words, suffix, marks: Marks::of(&typed) })
    }

    /// Whether these are the same words in another order, accents and suffix alike.
    pub(crate) fn reordered(&self, other: &Self) -> bool {
        let sorted = |name: &Self| {
            let mut words: Vec<String> = name.words.split(' ').map(str::to_owned).collect();
            words.sort_unstable();
            let mut marks: Vec<char> = name.marks.0.iter().map(|(_, mark)| *mark).collect();
            marks.sort_unstable();
            (words, marks)
        };
        self.words != other.words
            && self.words.len() == other.words.len()
            && self.suffix == other.suffix
            && sorted(self) == sorted(other)
    }

    /// Whether these may be one name written fully and shortly: an initial for a given name, a middle name
    /// left out, a suffix on one side. Never where suffixes, accents or middle names contradict each other.
    pub(crate) fn resembles(&self, other: &Self) -> bool {
        if self.suffix.is_some() && other.suffix.is_some() && self.suffix != other.suffix {
            return false;
        }
        if self.words == other.words {
            return self.marks.agree(&other.marks);
        }
        let (a, b): (Vec<&str>, Vec<&str>) =
            (self.words.split(' ').collect(), other.words.split(' ').collect());
        let ([first_a, middle_a @ .., last_a], [first_b, middle_b @ .., last_b]) =
            (a.as_slice(), b.as_slice())
        else {
            return false;
        };
        a.len() > 1
            && b.len() > 1
            && last_a == last_b
            && abbreviates(first_a, first_b)
            && (middle_a.is_empty()
                || middle_b.is_empty()
                || (middle_a.len() == middle_b.len()
                    && middle_a.iter().zip(middle_b).all(|(a, b)| abbreviates(a, b))))
    }

    /// The last word and the first letter: what all names that [`Self::resembles`] holds together share.
    pub(crate) fn rough(&self) -> String {
        let last = self.words.rsplit(' ').next().unwrap_or_default();
        let first = self.words.chars().next().map(String::from).unwrap_or_default();
        format!("{last} {first}")
    }
}

/// Takes the suffix off the end, if there is one and enough words before it (`others` stand elsewhere).
fn take_suffix(words: &mut Vec<&str>, others: usize, suffix: &mut Option<Suffix>) {
    let Some((last, rest)) = words.split_last() else { return };
    if !rest.is_empty()
        && let Some(found) = Suffix::at_the_end(last, rest.len() + others)
    {
        *suffix = suffix.or(Some(found));
        words.pop();
    }
}

/// Whether the words are equal, or one is the other's initial.
fn abbreviates(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    a == b || initial(a, b) || initial(b, a)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;
    use proptest::prelude::*;

    fn read(name: &str) -> Name {
        Name::read(name, "").unwrap()
    }

    #[test]
    fn spellings_of_one_name_share_their_words() {
        for (a, b) in [
            ("María García", "maria  GARCIA"),
            ("García, María", "Maria Garcia"),
            ("Jean-Luc O’Brien", "jean luc OBRIEN"),
            ("Đặng Thị Hoa", "Dang Thi Hoa"),
            ("Ｍａｒｉａ Garcia", "Maria Garcia"),
            ("Strauß", "STRAUSS"),
            ("Smith Jr., John", "John Smith Jr."),
            ("Smith, John, Jr", "John Smith, Junior"),
        ] {
            let (a, b) = (read(a), read(b));
            assert_eq!((&a.words, a.suffix), (&b.words, b.suffix));
            assert!(a.marks.agree(&b.marks));
        }
    }

    #[test]
    fn a_suffix_is_kept_apart() {
        for (name, suffix) in [
            ("John Smith Jr.", Some(Suffix::Junior)),
            ("John Smith III", Some(Suffix::Third)),
            ("João da Silva Junior", Some(Suffix::Junior)),
            ("Maria V", None),
            ("Anna Maria V", None),
            ("Robert Junior", None),
            ("Jr", None),
            ("JR Smith", None),
        ] {
            assert_eq!(read(name).suffix, suffix, "{name}");
        }
        assert_eq!(Name::read("John Smith", "Sr").unwrap().suffix, Some(Suffix::Senior));
        assert_eq!(Name::read("John Smith", "PhD").unwrap().suffix, None);
    }

    #[test]
    fn accents_contradict_each_other_only_on_one_letter() {
        let agree = |a, b| read(a).marks.agree(&read(b).marks) && read(b).marks.agree(&read(a).marks);
        assert!(agree("Nguyễn Văn Hùng", "Nguyen Van Hung"));
        assert!(agree("María Garcia", "Maria García"));
        assert!(!agree("Nguyễn Văn Hùng", "Nguyễn Văn Hưng"));
        assert!(!agree("Lê Tuân", "Lê Tuấn"));
    }

    #[test]
    fn a_short_form_resembles_its_name_and_a_contradiction_does_not() {
        for (a, b) in
            [("J. Smith", "John Smith"), ("Maria L Garcia", "Maria Garcia"), ("John Smith Jr", "John Smith")]
        {
            assert!(read(a).resembles(&read(b)) && read(b).resembles(&read(a)), "{a} {b}");
            assert_eq!(read(a).rough(), read(b).rough());
        }
        for (a, b) in [
            ("John Smith Jr", "John Smith Sr"),
            ("John A Smith", "John B Smith"),
            ("Maria Garcia", "Mario Garcia"),
            ("Ana", "Ana Diaz"),
        ] {
            assert!(!read(a).resembles(&read(b)), "{a} {b}");
        }
        assert!(read("Wei Li").reordered(&read("Li Wei")));
    }

    #[test]
    fn what_holds_no_letter_is_no_name() {
        for text in ["", "  ", ",", "-", "42", "…"] {
            assert_eq!(Name::read(text, ""), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn reading_what_was_read_changes_nothing(text in "[\\PC,]{0,24}", plain in "[A-Za-zéùư ,.'-]{0,24}") {
            for text in [text, plain] {
                if let Some(name) = Name::read(&text, "Jr") {
                    let again = Name::read(&name.words, "Jr").map(|again| again.words);
                    // Only a second suffix ('Ana Diaz Jr III') can still go.
                    let shorter = again.as_deref().is_some_and(|again| name.words.starts_with(again));
                    prop_assert!(shorter, "{} {:?}", name.words, again);
                }
            }
        }
    }
}
