//! Personal details in a text that will be public: telephone numbers, streets with a number, mailboxes,
//! numbers like a Social Security number. Found to be shown to the writer before sending and to a coordinator.
//! It refuses to change the text, and would rather miss one than cry wolf: a docket's number, a year, a sum or
//! a section of the law is none.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::Flag;
use crate::text::fold;

/// A detail that was found, and where: a byte range on letter boundaries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flagged {
    /// What it looks like.
    pub flag: Flag,
    /// Where it stands.
    pub range: Range<usize>,
}

/// Every detail in a text, in order, none over another. One pass per kind, so the work grows with the text.
pub fn flags(text: &str) -> Vec<Flagged> {
    let letters = Letters::of(text);
    let mut found: BTreeMap<usize, Flagged> = BTreeMap::new();
    // The surer kinds first: a later one gives way where they meet.
    for (flag, find) in [
        (Flag::Email, emails as fn(&Letters) -> Vec<Range<usize>>),
        (Flag::SocialSecurity, social_security),
        (Flag::Phone, phones),
        (Flag::Street, streets),
    ] {
        for range in find(&letters) {
            let range = letters.bytes(range);
            // None is over another, so the last that begins before this one ends is the only one that can meet it.
            let before = found.range(..range.end).next_back();
            if before.is_none_or(|(_, other)| other.range.end <= range.start) {
                found.insert(range.start, Flagged { flag, range });
            }
        }
    }
    found.into_values().collect()
}

/// The kinds that a text has, each once, in the order of [`Flag::ALL`].
pub fn kinds(found: &[Flagged]) -> Vec<Flag> {
    Flag::ALL.iter().copied().filter(|flag| found.iter().any(|flagged| flagged.flag == *flag)).collect()
}

/// The letters of a text with their places; digits of any script, dashes and spaces made plain.
struct Letters {
    plain: Vec<char>,
    /// Where each begins, and at last where the text ends.
    at: Vec<usize>,
    /// Words as ranges of letters, numbers among them; what is between is not.
    words: Vec<Range<usize>>,
}

impl Letters {
    fn of(text: &str) -> Self {
        let plain: Vec<char> = text.chars().map(plain).collect();
        let at: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut words: Vec<Range<usize>> = Vec::new();
        for (index, letter) in plain.iter().enumerate() {
            let inside = letter.is_alphanumeric()
                || (*letter == '\'' && index > 0 && plain[index - 1].is_alphabetic());
            match words.last_mut() {
                Some(word) if inside && word.end == index => word.end = index + 1,
                _ if inside => words.push(index..index + 1),
                _ => {}
            }
        }
        Self { plain, at, words }
    }

    fn bytes(&self, range: Range<usize>) -> Range<usize> {
        self.at[range.start]..self.at[range.end]
    }

    fn get(&self, index: usize) -> char {
        self.plain.get(index).copied().unwrap_or('\n')
    }

    fn before(&self, index: usize) -> char {
        index.checked_sub(1).map_or('\n', |before| self.get(before))
    }

    /// Reads `count` digits; where it ends.
    fn digits(&self, from: usize, count: usize) -> Option<usize> {
        (from..from + count).all(|index| self.get(index).is_ascii_digit()).then_some(from + count)
    }

    /// The word of this number, folded.
    fn word(&self, number: usize) -> Option<String> {
        let word = self.words.get(number)?;
        Some(fold(&self.plain[word.clone()].iter().collect::<String>()))
    }

    /// What stands between two words that follow each other.
    fn between(&self, number: usize) -> &[char] {
        match (self.words.get(number), self.words.get(number + 1)) {
            (Some(word), Some(next)) => &self.plain[word.end..next.start],
            _ => &['\n'],
        }
    }

    /// The value of a word that is a number of at most five digits, or such a number and one letter (12B).
    fn house(&self, number: usize) -> Option<u32> {
        let word = &self.plain[self.words.get(number)?.clone()];
        let digits: String = word.iter().take_while(|c| c.is_ascii_digit()).collect();
        let rest = &word[digits.len()..];
        let is_house = (1..=5).contains(&digits.len()) && !digits.starts_with('0');
        let is_house = is_house && (rest.is_empty() || (rest.len() == 1 && rest[0].is_ascii_alphabetic()));
        digits.parse().ok().filter(|_| is_house)
    }
}

/// One sign per meaning: ASCII digits, one hyphen, one space that keeps the line, one apostrophe.
fn plain(c: char) -> char {
    let zero = match c {
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06F0}'..='\u{06F9}' => 0x06F0,
        '\u{0966}'..='\u{096F}' => 0x0966,
        '\u{FF10}'..='\u{FF19}' => 0xFF10,
        '\u{2010}'..='\u{2015}' | '\u{2212}' => return '-',
        '\u{2019}' | '\u{02BC}' => return '\'',
        '\n' | '\r' => return '\n',
        c if c.is_whitespace() => return ' ',
        c => return c,
    };
    char::from_digit(u32::from(c) - zero, 10).unwrap_or(c)
}

fn emails(letters: &Letters) -> Vec<Range<usize>> {
    let is_local = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    let is_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in (0..letters.plain.len()).filter(|at| letters.get(*at) == '@') {
        let mut start = at;
        while start > found.last().map_or(0, |other| other.end) && is_local(letters.before(start)) {
            start -= 1;
        }
        let mut end = at + 1;
        while is_host(letters.get(end)) {
            end += 1;
        }
        while end > at + 1 && matches!(letters.before(end), '.' | '-') {
            end -= 1;
        }
        let host = &letters.plain[at + 1..end];
        let last = host.rsplit(|c| *c == '.').next().unwrap_or_default();
        let is_host = host.contains(&'.') && last.len() >= 2 && last.iter().all(|c| c.is_alphabetic());
        if start < at && is_host {
            found.push(start..end);
        }
    }
    found
}

/// `ddd-dd-dddd`, or nine digits after the words for it. Numbers that the tax office gives (9xx) are meant too.
fn social_security(letters: &Letters) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (number, word) in letters.words.iter().enumerate() {
        let start = word.start;
        if matches!(letters.before(start), '-' | '.' | '$' | '#' | '/') {
            continue;
        }
        let parted = letters.digits(start, 3).and_then(|end| {
            let mark = letters.get(end);
            let end = letters.digits(end + 1, 2).filter(|_| matches!(mark, '-' | ' ' | '.'))?;
            letters.digits(end + 1, 4).filter(|_| letters.get(end) == mark)
        });
        let end = parted.or_else(|| letters.digits(start, 9).filter(|_| names_it(letters, number)));
        if let Some(end) = end.filter(|end| ends(letters, *end)) {
            found.push(start..end);
        }
    }
    found
}

/// Whether the words just before a number say that it is a Social Security number.
fn names_it(letters: &Letters, number: usize) -> bool {
    (number.saturating_sub(4)..number)
        .filter_map(|before| letters.word(before))
        .any(|word| matches!(word.as_str(), "ssn" | "social" | "seguro" | "itin"))
}

/// Whether a number is over: no digit, and no hyphen or point that leads on to one.
fn ends(letters: &Letters, end: usize) -> bool {
    let leads_on = matches!(letters.get(end), '-' | '.' | ',' | '/') && letters.get(end + 1).is_ascii_digit();
    !letters.get(end).is_alphanumeric() && !leads_on
}

fn phones(letters: &Letters) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while from < letters.plain.len() {
        let before = letters.before(from);
        let may_start =
            !before.is_alphanumeric() && !matches!(before, '-' | '.' | '$' | '#' | '/' | ',' | '+' | '§');
        match international(letters, from).or_else(|| american(letters, from)).filter(|_| may_start) {
            Some(end) => {
                found.push(from..end);
                from = end;
            }
            None => from += 1,
        }
    }
    found
}

/// `+` and 8 to 15 digits in groups (E.164).
fn international(letters: &Letters, from: usize) -> Option<usize> {
    if letters.get(from) != '+' || !letters.get(from + 1).is_ascii_digit() {
        return None;
    }
    let (mut digits, mut end, mut at) = (0, from, from + 1);
    loop {
        match letters.get(at) {
            c if c.is_ascii_digit() => {
                digits += 1;
                end = at + 1;
            }
            ' ' | '-' | '.' | '(' | ')' if at == end || matches!(letters.before(at), ')' | ' ') => {}
            _ => break,
        }
        at += 1;
        if digits > 15 {
            return None;
        }
    }
    (8..=15).contains(&digits).then_some(end)
}

/// The plan of North America: three digits, three digits, four digits, the first two groups from 2 on; or the
/// last seven alone with a hyphen or a point.
fn american(letters: &Letters, from: usize) -> Option<usize> {
    let group = |at: usize| {
        let end = letters.digits(at, 3)?;
        (letters.get(at) >= '2').then_some(end)
    };
    let skip = |at: usize| if matches!(letters.get(at), ' ' | '-' | '.' | '/') { at + 1 } else { at };
    let ended = |end: &usize| ends(letters, *end);

    let lead = if letters.get(from) == '1' { skip(from + 1) } else { from };
    let area = if letters.get(lead) == '(' {
        group(lead + 1).filter(|end| letters.get(*end) == ')').map(|end| end + 1)
    } else {
        group(lead)
    };
    let whole = area.and_then(|end| {
        let exchange = group(skip(end))?;
        letters.digits(skip(exchange), 4)
    });
    let local = || {
        let exchange = group(from)?;
        matches!(letters.get(exchange), '-' | '.').then(|| letters.digits(exchange + 1, 4)).flatten()
    };
    whole.filter(ended).or_else(|| local().filter(ended))
}

/// What follows a name and makes it a street.
const SUFFIXES: &[&str] = &[
    "street",
    "st",
    "str",
    "avenue",
    "ave",
    "av",
    "road",
    "rd",
    "boulevard",
    "blvd",
    "lane",
    "ln",
    "drive",
    "dr",
    "court",
    "ct",
    "place",
    "pl",
    "terrace",
    "ter",
    "way",
    "circle",
    "cir",
    "square",
    "sq",
    "parkway",
    "pkwy",
    "highway",
    "hwy",
    "alley",
    "crescent",
    "calle",
    "avenida",
];

/// What stands before a name and makes it a street; the number follows the name, or leads.
const PREFIXES: &[&str] = &[
    "calle", "avenida", "avda", "av", "carrera", "calzada", "paseo", "pasaje", "camino", "callejon", "rua",
    "travessa", "rue", "ri", "duong",
];

/// A number after one of these counts something else.
const COUNTED: &[&str] = &[
    "section",
    "sections",
    "sec",
    "chapter",
    "chapters",
    "ch",
    "c",
    "article",
    "title",
    "docket",
    "no",
    "number",
    "order",
    "ordinance",
    "bill",
    "page",
    "pages",
    "line",
    "route",
    "bus",
    "ward",
    "precinct",
    "district",
    "item",
    "version",
    "seccion",
    "capitulo",
    "articulo",
    "expediente",
    "numero",
    "linea",
    "distrito",
    "ruta",
    "top",
    "about",
    "over",
    "nearly",
    "all",
    "these",
    "those",
    "casi",
    "unos",
    "unas",
];

/// A year after one of these is a year.
const DATED: &[&str] = &[
    "in",
    "since",
    "by",
    "during",
    "until",
    "till",
    "of",
    "from",
    "to",
    "after",
    "before",
    "year",
    "and",
    "through",
    "en",
    "desde",
    "hasta",
    "de",
    "del",
    "durante",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Names that make a public building, or a court of law, of what looks like an address.
const PUBLIC: &[&str] = &[
    "hall",
    "house",
    "supreme",
    "superior",
    "district",
    "federal",
    "appeals",
    "juvenile",
    "housing",
    "trial",
    "circuit",
    "municipal",
    "high",
    "immigration",
    "judicial",
];

fn streets(letters: &Letters) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut number = 0;
    while number < letters.words.len() {
        match number_first(letters, number).or_else(|| name_first(letters, number)) {
            Some(last) => {
                found.push(letters.words[number].start..letters.words[last].end);
                number = last + 1;
            }
            None => number += 1,
        }
    }
    found.extend(chinese(letters));
    found
}

/// '24 Beacon Street', '12 St. Botolph St', '7 rue Capois'; the number of its last word.
fn number_first(letters: &Letters, number: usize) -> Option<usize> {
    let house = letters.house(number)?;
    let start = letters.words[number].start;
    if matches!(letters.before(start), '$' | '#' | '-' | '.' | '§' | '/' | ',' | ':' | '%') {
        return None;
    }
    let leading = number.checked_sub(1).and_then(|before| letters.word(before));
    if let Some(leading) = &leading {
        let is_year = (1900..2100).contains(&house) && DATED.contains(&leading.as_str());
        let follows = letters.between(number - 1).iter().all(|c| matches!(c, ' ' | '.'));
        if is_year || (follows && COUNTED.contains(&leading.as_str())) {
            return None;
        }
    }
    let mut named: Vec<String> = Vec::new();
    let mut capital = true;
    for at in number + 1..number + 6 {
        let gap = letters.between(at - 1);
        let is_abbreviation = named.last().is_some_and(|word| word.chars().count() <= 3);
        let joins = matches!(gap, [' ']) || (matches!(gap, ['.', ' ']) && is_abbreviation);
        let joins = joins || (named.is_empty() && matches!(gap, [',', ' ']));
        if !joins {
            return None;
        }
        let word = letters.word(at)?;
        let first = letters.get(letters.words[at].start);
        if named.is_empty() && PREFIXES.contains(&word.as_str()) {
            let follows = letters.words.get(at + 1).map(|next| letters.get(next.start));
            let is_named = follows.is_some_and(|c| c.is_uppercase()) && letters.between(at).len() <= 2;
            return is_named.then_some(at + 1);
        }
        let plausible = capital || (named.len() == 1 && named[0].chars().count() > 3);
        if !named.is_empty() && SUFFIXES.contains(&word.as_str()) {
            let is_public = named.iter().any(|name| PUBLIC.contains(&name.as_str()));
            return (plausible && !is_public && !is_common(&named)).then_some(at);
        }
        capital &= first.is_uppercase() || first.is_ascii_digit();
        named.push(word);
    }
    None
}

/// Small words between a number and 'way', 'place', 'street' that no street is called by alone.
fn is_common(named: &[String]) -> bool {
    const WORDS: &[&str] = &[
        "city",
        "public",
        "busy",
        "other",
        "more",
        "different",
        "quiet",
        "whole",
        "single",
        "block",
        "blocks",
        "residential",
        "safe",
        "better",
        "dead",
        "long",
        "possible",
        "their",
        "this",
        "that",
        "every",
        "each",
        "with",
        "from",
        "people",
        "cameras",
        "year",
        "years",
        "hour",
        "minute",
        "mile",
        "miles",
        "percent",
        "lane",
        "side",
    ];
    named.len() == 1 && WORDS.contains(&named[0].as_str())
}

/// 'Calle Sol 45', 'Avenida de la Constitución, 12', 'Carrera 7 #20-30'; the number of its last word.
fn name_first(letters: &Letters, number: usize) -> Option<usize> {
    let prefix = letters.word(number)?;
    if !PREFIXES.contains(&prefix.as_str()) || matches!(prefix.as_str(), "ri" | "rue") {
        return None;
    }
    let mut named = 0;
    let mut dated = false;
    for at in number + 1..number + 8 {
        let gap = letters.between(at - 1);
        let text: String = gap.iter().collect();
        let joins = [" ", ", ", " #", ", #", "#", ". ", "-", ".º ", "º "].contains(&text.as_str());
        if !joins {
            return None;
        }
        let word = letters.word(at)?;
        match word.as_str() {
            "no" | "num" | "numero" | "nº" | "n" | "nro" if named > 0 => continue,
            _ => {}
        }
        if let Some(house) = letters.house(at) {
            let is_year = (1900..2100).contains(&house) && dated;
            // 'Carrera 7 #20': the first number is the street's name.
            let continues = named == 0 && matches!(letters.between(at), [' ', '#'] | ['#']);
            if named > 0 || continues {
                return (!is_year).then_some(if continues { at + 1 } else { at });
            }
            return None;
        }
        let first = letters.get(letters.words[at].start);
        dated = matches!(word.as_str(), "en" | "desde" | "hasta" | "durante");
        let is_small = matches!(
            word.as_str(),
            "de" | "la" | "las" | "los" | "el" | "del" | "da" | "do" | "das" | "dos" | "y"
        );
        if !first.is_uppercase() && !is_small && !dated {
            return None;
        }
        named += usize::from(!is_small && !dated);
    }
    None
}

/// '华盛顿街123号': digits between a word for street and the sign for number.
fn chinese(letters: &Letters) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for at in (0..letters.plain.len()).filter(|at| matches!(letters.get(*at), '号' | '號')) {
        let mut start = at;
        while start > 0 && (letters.before(start).is_ascii_digit() || letters.before(start) == ' ') {
            start -= 1;
        }
        let has_number = letters.plain[start..at].iter().any(char::is_ascii_digit);
        if has_number && matches!(letters.before(start), '街' | '路' | '道' | '巷' | '弄' | '里') {
            found.push(start - 1..at + 1);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Vec<(Flag, &str)> {
        flags(text).into_iter().map(|flagged| (flagged.flag, &text[flagged.range])).collect()
    }

    #[test]
    fn telephone_numbers_are_found_however_they_are_written() {
        for text in [
            "617-555-0123",
            "(617) 555-0123",
            "617.555.0123",
            "617 555 0123",
            "6175550123",
            "1-617-555-0123",
            "+1 617 555 0123",
            "+238 991 23 45",
            "555-0123",
            "617\u{2011}555\u{2011}0123",
            "٦١٧-٥٥٥-٠١٢٣",
        ] {
            let sentence = format!("Call me at {text}, please.");
            assert_eq!(found(&sentence), [(Flag::Phone, text)], "{sentence}");
        }
    }

    #[test]
    fn streets_with_a_number_are_found() {
        for text in [
            "24 Beacon Street",
            "12 St. Botolph St",
            "1250 Massachusetts Ave",
            "7 N Main Rd",
            "12B Dr. Martin Luther King Blvd",
            "88 42nd Street",
            "15 maple street",
            "Calle Sol 45",
            "Calle de la Luna, 12",
            "Avenida Washington No. 301",
            "Carrera 7 #20",
            "Rua das Flores, 9",
            "12, rue Capois",
            "街123号",
        ] {
            let sentence = format!("I live at {text} with my family.");
            assert_eq!(found(&sentence), [(Flag::Street, text)], "{sentence}");
        }
    }

    #[test]
    fn mailboxes_and_social_security_numbers_are_found() {
        assert_eq!(
            found("Write to ana.ruiz+vote@mail.example.org."),
            [(Flag::Email, "ana.ruiz+vote@mail.example.org")]
        );
        assert_eq!(found("My number is 123-45-6789."), [(Flag::SocialSecurity, "123-45-6789")]);
        assert_eq!(found("My SSN: 123456789"), [(Flag::SocialSecurity, "123456789")]);
        assert_eq!(found("mi seguro social es 123 45 6789"), [(Flag::SocialSecurity, "123 45 6789")]);
    }

    #[test]
    fn several_are_found_in_order_and_their_kinds_once() {
        let text = "Ana, 24 Beacon St, 617-555-0123 or 617-555-0124, ana@example.org";
        let found = flags(text);
        assert_eq!(found.len(), 4);
        assert_eq!(kinds(&found), [Flag::Phone, Flag::Street, Flag::Email]);
    }

    #[test]
    fn what_testimony_is_full_of_is_none() {
        for text in [
            "docket 0683, and docket 2020-0683",
            "In 2011 Main Street changed, and in the years 2019-2020 again.",
            "It cost $500,000, or $617.5550123 each; 1,250,000 people.",
            "Section 12 and M.G.L. c. 66, § 10, Chapter 272, Section 99",
            "42 U.S.C. 1983, 365 F. Supp. 3d 1, 410 U.S. 113 (1973)",
            "Call 911 or 311, or look at 24/7 cameras.",
            "500 people walked down Main Street; 3 cameras watch Tremont Street.",
            "12 District Court judges and 9 Supreme Court justices",
            "1 City Hall Square",
            "two-way street, 2 way street, 5 busy streets, 3 city street",
            "35 percent of Black women, 0.8 percent of white men",
            "On May 31, 2026 at 10:00, room 801, ZIP 02118-1234",
            "from 9 to 5, 14 times, 1 in 4, the 4th Amendment, Ward 7 Washington Street",
            "@BostonCityCouncil on social media, five @ two dollars",
            "ISBN 978-0-306-40615-7, order 123456789",
            "https://example.org/2020/0683?x=12345",
            "En 2020 la calle cambió; la Avenida Washington en 2020 también.",
            "1984年第12号法令",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_what_is_found_is_in_it(text in "[\\PC\\n0-9 .@#-]{0,160}") {
            let mut end = 0;
            for flagged in flags(&text) {
                prop_assert!(flagged.range.start >= end && text.get(flagged.range.clone()).is_some());
                end = flagged.range.end;
            }
        }
    }
}
