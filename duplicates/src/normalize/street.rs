//! A street line as it is compared, after the United States Postal Service's Publication 28: suffixes and
//! directionals abbreviated, the unit taken out.
//! It refuses a line without a house number: 'Main Street' is where a thousand people live.

use redress_domain::fold;

/// Suffixes (Publication 28, appendix C1: those seen in addresses of people), and a few words of street
/// names that are abbreviated as often. The second of each pair is what is kept.
const WORDS: &[(&str, &str)] = &[
    ("alley", "aly"),
    ("aly", "aly"),
    ("av", "ave"),
    ("ave", "ave"),
    ("aven", "ave"),
    ("avenue", "ave"),
    ("blvd", "blvd"),
    ("boul", "blvd"),
    ("boulevard", "blvd"),
    ("bnd", "bnd"),
    ("bend", "bnd"),
    ("brg", "brg"),
    ("bridge", "brg"),
    ("brook", "brk"),
    ("brk", "brk"),
    ("center", "ctr"),
    ("centre", "ctr"),
    ("ctr", "ctr"),
    ("cir", "cir"),
    ("circ", "cir"),
    ("circle", "cir"),
    ("common", "cmn"),
    ("cmn", "cmn"),
    ("corner", "cor"),
    ("cor", "cor"),
    ("court", "ct"),
    ("crt", "ct"),
    ("ct", "ct"),
    ("cove", "cv"),
    ("cv", "cv"),
    ("crescent", "cres"),
    ("cres", "cres"),
    ("crossing", "xing"),
    ("xing", "xing"),
    ("dr", "dr"),
    ("drive", "dr"),
    ("drv", "dr"),
    ("estates", "ests"),
    ("ests", "ests"),
    ("expressway", "expy"),
    ("expy", "expy"),
    ("ext", "ext"),
    ("extension", "ext"),
    ("field", "fld"),
    ("fld", "fld"),
    ("fort", "ft"),
    ("ft", "ft"),
    ("garden", "gdn"),
    ("gardens", "gdns"),
    ("gdn", "gdn"),
    ("gdns", "gdns"),
    ("green", "grn"),
    ("grn", "grn"),
    ("grove", "grv"),
    ("grv", "grv"),
    ("harbor", "hbr"),
    ("hbr", "hbr"),
    ("heights", "hts"),
    ("hgts", "hts"),
    ("hts", "hts"),
    ("highway", "hwy"),
    ("hiway", "hwy"),
    ("hwy", "hwy"),
    ("hill", "hl"),
    ("hl", "hl"),
    ("island", "is"),
    ("junction", "jct"),
    ("jct", "jct"),
    ("la", "ln"),
    ("lane", "ln"),
    ("ln", "ln"),
    ("landing", "lndg"),
    ("lndg", "lndg"),
    ("manor", "mnr"),
    ("mnr", "mnr"),
    ("meadow", "mdw"),
    ("mdw", "mdw"),
    ("mount", "mt"),
    ("mt", "mt"),
    ("parkway", "pkwy"),
    ("parkwy", "pkwy"),
    ("pkwy", "pkwy"),
    ("pky", "pkwy"),
    ("park", "park"),
    ("pk", "park"),
    ("path", "path"),
    ("pl", "pl"),
    ("place", "pl"),
    ("plaza", "plz"),
    ("plz", "plz"),
    ("point", "pt"),
    ("pt", "pt"),
    ("rd", "rd"),
    ("road", "rd"),
    ("ridge", "rdg"),
    ("rdg", "rdg"),
    ("route", "rte"),
    ("rt", "rte"),
    ("rte", "rte"),
    ("row", "row"),
    // As in St. Botolph Street.
    ("saint", "st"),
    ("sq", "sq"),
    ("sqr", "sq"),
    ("square", "sq"),
    ("st", "st"),
    ("str", "st"),
    ("street", "st"),
    ("strt", "st"),
    ("ter", "ter"),
    ("terr", "ter"),
    ("terrace", "ter"),
    ("tpke", "tpke"),
    ("trnpk", "tpke"),
    ("turnpike", "tpke"),
    ("trail", "trl"),
    ("trl", "trl"),
    ("valley", "vly"),
    ("vly", "vly"),
    ("view", "vw"),
    ("vw", "vw"),
    ("walk", "walk"),
    ("way", "way"),
    ("wy", "way"),
    ("wharf", "whf"),
    ("whf", "whf"),
];

const DIRECTIONS: &[(&str, &str)] = &[
    ("north", "n"),
    ("south", "s"),
    ("east", "e"),
    ("west", "w"),
    ("northeast", "ne"),
    ("northwest", "nw"),
    ("southeast", "se"),
    ("southwest", "sw"),
];

/// Secondary units (Publication 28, appendix C2). Apartment 4, unit 4 and #4 are one door, so those leave no
/// trace in the key; a floor, a room and a building do.
const UNITS: &[(&str, &str)] = &[
    ("apartment", ""),
    ("apt", ""),
    ("unit", ""),
    ("suite", ""),
    ("ste", ""),
    ("no", ""),
    ("number", ""),
    ("floor", "fl"),
    ("flr", "fl"),
    ("fl", "fl"),
    ("room", "rm"),
    ("rm", "rm"),
    ("building", "bldg"),
    ("bldg", "bldg"),
];

/// Units that stand without a number.
const LONE_UNITS: &[(&str, &str)] =
    &[("basement", "bsmt"), ("bsmt", "bsmt"), ("penthouse", "ph"), ("ph", "ph"), ("rear", "rear")];

const ORDINALS: &[(&str, &str)] = &[
    ("first", "1st"),
    ("second", "2nd"),
    ("third", "3rd"),
    ("fourth", "4th"),
    ("fifth", "5th"),
    ("sixth", "6th"),
    ("seventh", "7th"),
    ("eighth", "8th"),
    ("ninth", "9th"),
    ("tenth", "10th"),
];

const NUMBERS: &[(&str, &str)] = &[
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
];

fn look_up(table: &[(&'static str, &'static str)], word: &str) -> Option<&'static str> {
    table.iter().find(|(from, _)| *from == word).map(|(_, to)| *to)
}

/// A street with a house number, and a unit: each in its one spelling, or absent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Address {
    pub(crate) street: Option<String>,
    pub(crate) unit: Option<String>,
}

impl Address {
    /// Reads a street line and the unit beside it; where that is empty, the unit is looked for in the line.
    pub(crate) fn read(street: &str, unit: &str) -> Self {
        let mut words = words(street);
        let within = take_unit(&mut words);
        let unit = unit_key(&self::words(unit)).or(within);
        if let [p, o, number @ ..] = words.as_slice()
            && p == "p"
            && o == "o"
        {
            words = std::iter::once("po".to_owned()).chain(number.iter().cloned()).collect();
        }
        let boxed = matches!(words.as_slice(), [po, word, _] if po == "po" && word == "box");
        if let Some(number) = words.first().and_then(|word| look_up(NUMBERS, word)) {
            words[0] = number.to_owned();
        }
        let house = words.len() > 1 && words.first().is_some_and(|word| is_house_number(word));
        if !boxed && !house {
            return Self { street: None, unit };
        }
        if house {
            abbreviate(&mut words[1..]);
        }
        Self { street: Some(words.join(" ")), unit }
    }
}

/// The folded words of a line, `#4` and `apt4` taken apart.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in fold(&line.replace('#', " unit ")).split(' ').filter(|word| !word.is_empty()) {
        let number = ["apt", "unit"].into_iter().find_map(|unit| {
            word.strip_prefix(unit).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        });
        match number {
            Some(number) => words.extend(["unit".to_owned(), number.to_owned()]),
            None => words.push(word.to_owned()),
        }
    }
    words
}

/// Digits, with one letter after them at the most: 12, 12a; not 3rd.
fn is_house_number(word: &str) -> bool {
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    letters.len() < word.len() && (letters.is_empty() || (letters.len() == 1 && letters.is_ascii()))
}

fn is_ordinal(word: &str) -> bool {
    ["st", "nd", "rd", "th"].into_iter().any(|end| {
        word.strip_suffix(end)
            .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

/// Takes the unit off the end of a line: '… Apt 4', '… #4', '… 3rd Floor', '… Rear', '… St 4B'.
fn take_unit(words: &mut Vec<String>) -> Option<String> {
    // Two words at the least are the street's own.
    let own = 2.min(words.len());
    let named = words[own..].iter().position(|word| look_up(UNITS, word).is_some()).map(|at| at + own);
    if let Some(at) = named {
        let last = at + 1 == words.len();
        let ordinal = words[at - 1].as_str();
        let from = match last {
            // 'third floor': the number comes before the word.
            true if at > 2 && (is_ordinal(ordinal) || look_up(ORDINALS, ordinal).is_some()) => at - 1,
            true => return None,
            false => at,
        };
        return unit_key(&words.split_off(from));
    }
    let last = words.last()?;
    if words.len() > 3 && look_up(LONE_UNITS, last).is_some() {
        return unit_key(&words.split_off(words.len() - 1));
    }
    let letter = last.len() == 1 && !["n", "s", "e", "w"].contains(&last.as_str());
    let before = &words[words.len().checked_sub(2)?];
    // Not after a road, route or highway: '100 County Road 9' is a road's name.
    let after_suffix = words.len() > 3
        && look_up(WORDS, before).is_some_and(|suffix| {
            matches!(suffix, "st" | "ave" | "pl" | "ter" | "ct" | "dr" | "blvd" | "ln" | "sq")
        });
    let bare = after_suffix && (letter || is_house_number(last));
    if bare { unit_key(&words.split_off(words.len() - 1)) } else { None }
}

/// One spelling of a unit: its kind where that matters, then its number: `4b`, `fl3`, `bsmt`.
fn unit_key(words: &[String]) -> Option<String> {
    let (mut kind, mut number) = (String::new(), String::new());
    for word in words {
        let word = look_up(ORDINALS, word).unwrap_or(word);
        match look_up(UNITS, word).or_else(|| look_up(LONE_UNITS, word)) {
            Some(unit) => kind.push_str(unit),
            None if is_ordinal(word) => number.push_str(&word[..word.len() - 2]),
            None => number.push_str(word),
        }
    }
    kind.push_str(&number);
    (!kind.is_empty()).then_some(kind)
}

/// Abbreviates suffixes, ordinals and directions in the words after the house number. A direction that is
/// the street's own name stays (Publication 28, 233): North Street and N Street are two streets of Boston.
fn abbreviate(words: &mut [String]) {
    let suffix = words.iter().rposition(|word| look_up(WORDS, word).is_some());
    let direction = |word: &str| {
        look_up(DIRECTIONS, word).or_else(|| DIRECTIONS.iter().find(|(_, to)| *to == word).map(|(_, to)| *to))
    };
    let names = words
        .iter()
        .enumerate()
        .filter(|(at, word)| Some(*at) != suffix && direction(word).is_none())
        .count();
    for word in words {
        let short = look_up(WORDS, word)
            .or_else(|| look_up(ORDINALS, word))
            .or_else(|| direction(word).filter(|_| names > 0));
        if let Some(short) = short {
            short.clone_into(word);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(street: &str) -> (Option<String>, Option<String>) {
        let address = Address::read(street, "");
        (address.street, address.unit)
    }

    #[test]
    fn spellings_of_one_street_are_one() {
        for (a, b) in [
            ("12 Main Street", "12 MAIN ST."),
            ("12 Commonwealth Avenue", "12 Commonwealth Av"),
            ("1 City Hall Square", "One City Hall Sq"),
            ("10 West Broadway", "10 W. Broadway"),
            ("10 East Third Street", "10 E 3rd St"),
            ("40 Saint Botolph Street", "40 St. Botolph St"),
            ("100 Avenue Louis Pasteur", "100 Ave Louis Pasteur"),
            ("P.O. Box 12", "PO Box 12"),
            ("12 Main St Apt 4", "12 Main Street #4"),
            ("12 Main St, Unit 4-B", "12 Main St 4B"),
            ("12 Main St 3rd Floor", "12 Main St Fl. 3"),
            ("12 Main St, third floor", "12 Main St, Floor 3"),
            ("12 Main St Basement", "12 Main St, bsmt"),
            ("12 Main St apt4", "12 Main St apt. # 4"),
        ] {
            assert_eq!(read(a), read(b), "{a} | {b}");
            assert!(read(a).0.is_some(), "{a}");
        }
        assert_eq!(Address::read("12 Main St", "Apt. 4"), Address::read("12 Main St Apt 4", ""));
    }

    #[test]
    fn two_streets_stay_two() {
        for (a, b) in [
            ("12 North Street", "12 N Street"),
            ("12 East Street", "12 E Street"),
            ("12 Main St", "12 Main Ave"),
            ("12 Main St", "14 Main St"),
            ("12 Main St", "12A Main St"),
            ("12 N Main St", "12 S Main St"),
            ("12 Main St Apt 4", "12 Main St Floor 4"),
            ("100 County Road 9", "100 County Road 8"),
            ("12 Front St", "12 Rear St"),
        ] {
            assert_ne!(read(a), read(b), "{a} | {b}");
        }
    }

    #[test]
    fn a_line_without_a_house_is_no_street() {
        for line in ["", "Main Street", "3rd Avenue", "12", "Main St Apt 4", "Boston"] {
            assert_eq!(read(line).0, None, "{line}");
        }
    }

    proptest! {
        #[test]
        fn reading_what_was_read_changes_nothing(
            number in 1..200u32, name in "(North |E |St |First |)(Main|Park|Elm Hill|Nguyễn)", end in "( Street| Av| Sq.|)( W| North|)"
        ) {
            let once = Address::read(&format!("{number} {name}{end}"), "#4");
            let street = once.street.clone().unwrap_or_default();
            prop_assert_eq!(Address::read(&street, once.unit.as_deref().unwrap_or_default()), once);
        }

        #[test]
        fn no_line_breaks_it(street in "\\PC{0,40}", unit in "\\PC{0,10}") {
            let _ = Address::read(&street, &unit);
        }
    }
}
