//! Organizations that may be one: by their mail domain, their name, or its first letters.
//! It decides nothing: a person of the hosts does. Parts of a whole (a local, a chapter, a state's) are told apart.

use std::collections::HashMap;

use crate::text::fold;

/// An organization as it is compared.
#[derive(Debug, Clone, Copy)]
pub struct Alike<'a> {
    /// Its name, as typed.
    pub name: &'a str,
    /// The domain of its mail.
    pub domain: Option<&'a str>,
}

/// Why two may be one; the most certain reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The names are one, but for `Inc.`, `LLC`, `The`.
    Name,
    /// One name is the other's first letters.
    Acronym,
    /// The mail comes from one domain.
    Domain,
    /// One may be a part of the other, or both of a third: not certain.
    Part,
}

impl Likeness {
    /// The stable name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Acronym => "acronym",
            Self::Domain => "domain",
            Self::Part => "part",
        }
    }
}

/// Words at the end of a name that say what it is before the law, and not who.
const LEGAL: &[&str] = &[
    "inc",
    "incorporated",
    "llc",
    "llp",
    "ltd",
    "limited",
    "corp",
    "corporation",
    "co",
    "company",
    "pc",
    "nfp",
];
/// Words that first letters pass over.
const SMALL: &[&str] =
    &["of", "the", "for", "and", "in", "on", "to", "a", "de", "del", "la", "las", "los", "el", "y"];

/// A name without what does not tell one organization from another.
struct Bare {
    words: Vec<String>,
    /// Whether its first word was typed in capitals, as first letters are.
    capitals: bool,
}

impl Bare {
    fn of(name: &str) -> Self {
        let folded = fold(name);
        let mut words: Vec<String> = folded
            .split(' ')
            .filter(|word| !word.is_empty() && *word != "and" && *word != "y")
            .map(str::to_owned)
            .collect();
        // 'A.C.L.U.' is four words of one letter to a fold, and one to a reader.
        let letters = words.iter().take_while(|word| word.chars().count() == 1).count();
        if letters >= 3 {
            let first: String = words.drain(..letters).collect();
            words.insert(0, first);
        }
        while words.len() > 1 && words.first().is_some_and(|word| word == "the") {
            words.remove(0);
        }
        while words.len() > 1 && words.last().is_some_and(|word| LEGAL.contains(&word.as_str())) {
            words.pop();
        }
        let first: String = name
            .trim_start_matches(|c: char| !c.is_alphanumeric())
            .chars()
            .take_while(|c| !c.is_whitespace() && *c != ',')
            .filter(|c| c.is_alphabetic())
            .collect();
        let capitals = first.chars().count() >= 2 && first.chars().all(char::is_uppercase);
        Self { words, capitals }
    }

    /// Numbers of locals, lodges, posts.
    fn numbers(&self) -> Vec<&str> {
        let numbers = self.words.iter().filter(|word| word.chars().any(|c| c.is_ascii_digit()));
        numbers.map(String::as_str).collect()
    }
}

/// How many words the first letters in `short` stand for, at the beginning of `long`.
fn spelled_out(short: &str, long: &[String]) -> Option<usize> {
    let letters: Vec<char> = short.chars().collect();
    if !(3..=8).contains(&letters.len()) || !letters.iter().all(|c| c.is_alphabetic()) {
        return None;
    }
    let (mut at, mut passed) = (0, false);
    for (index, word) in long.iter().enumerate() {
        let first = word.chars().next()?;
        if letters.get(at) == Some(&first) {
            at += 1;
        } else if SMALL.contains(&word.as_str()) {
            passed = true;
        } else {
            return None;
        }
        if at == letters.len() {
            // A word of its own that happens to begin as the other does is none.
            return (index > 1 || passed).then_some(index + 1);
        }
    }
    None
}

/// What two names tell: one organization, a part of it, or nothing.
fn by_name(a: &Bare, b: &Bare) -> Option<Likeness> {
    if a.words == b.words {
        return (!a.words.is_empty()).then_some(Likeness::Name);
    }
    let rest = |likeness: Likeness, left: &[String], right: &[String]| {
        if left == right {
            Some(likeness)
        } else {
            (left.is_empty() || right.is_empty()).then_some(Likeness::Part)
        }
    };
    for (short, long) in [(a, b), (b, a)] {
        let Some((first, after)) = short.words.split_first() else { continue };
        if let Some(found) = spelled_out(first, &long.words)
            .and_then(|taken| rest(Likeness::Acronym, after, long.words.get(taken..).unwrap_or_default()))
        {
            return Some(found);
        }
        // 'ACLU' and 'ACLU of Massachusetts'; but not 'Boston' and everything that begins with it.
        let telling = short.words.len() >= 2 || short.capitals;
        if telling && (long.words.starts_with(&short.words) || long.words.ends_with(&short.words)) {
            return Some(Likeness::Part);
        }
    }
    None
}

fn compare(a: (&Alike<'_>, &Bare), b: (&Alike<'_>, &Bare)) -> Option<Likeness> {
    let named = by_name(a.1, b.1);
    let one_domain = matches!((a.0.domain, b.0.domain), (Some(a), Some(b)) if a == b);
    match named {
        Some(Likeness::Part) | None if one_domain => {
            let (left, right) = (a.1.numbers(), b.1.numbers());
            let apart = named == Some(Likeness::Part) || left != right || has_place(a.1) != has_place(b.1);
            Some(if apart { Likeness::Part } else { Likeness::Domain })
        }
        named => named,
    }
}

/// What a name says after its first 'of': 'of Massachusetts'.
fn has_place(bare: &Bare) -> Option<&[String]> {
    let at = bare.words.iter().rposition(|word| word == "of")?;
    bare.words.get(at..)
}

/// Every two that may be one, by their places in the list, the earlier first.
pub fn likenesses(all: &[Alike<'_>]) -> Vec<(usize, usize, Likeness)> {
    let bare: Vec<Bare> = all.iter().map(|one| Bare::of(one.name)).collect();
    let mut by_domain: HashMap<&str, usize> = HashMap::new();
    for domain in all.iter().filter_map(|one| one.domain) {
        *by_domain.entry(domain).or_default() += 1;
    }
    let mut found = Vec::new();
    for (first, (one, one_bare)) in all.iter().zip(&bare).enumerate() {
        for (second, (other, other_bare)) in all.iter().zip(&bare).enumerate().skip(first + 1) {
            if let Some(likeness) = compare((one, one_bare), (other, other_bare)) {
                found.push((first, second, likeness));
            }
        }
    }
    found.sort_by_key(|(first, second, likeness)| (*likeness, *first, *second));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(a: (&str, Option<&str>), b: (&str, Option<&str>)) -> Option<Likeness> {
        let one = |(name, domain)| Alike { name, domain };
        let there = likenesses(&[one(a), one(b)]).pop().map(|(_, _, likeness)| likeness);
        let back = likenesses(&[one(b), one(a)]).pop().map(|(_, _, likeness)| likeness);
        assert_eq!(there, back, "{a:?} {b:?}");
        there
    }

    fn named(a: &str, b: &str) -> Option<Likeness> {
        alike((a, None), (b, None))
    }

    #[test]
    fn what_a_name_is_before_the_law_does_not_tell_two_apart() {
        for other in ["Bay Works, Inc.", "BAY WORKS LLC", "The Bay Works Incorporated", "Báy Works Co."] {
            assert_eq!(named("Bay Works", other), Some(Likeness::Name), "{other}");
        }
        assert_eq!(named("Bread & Roses", "Bread and Roses"), Some(Likeness::Name));
        assert_eq!(named("Bay Works", "Bay Words"), None);
        assert_eq!(named("Inc.", "LLC"), None);
    }

    #[test]
    fn first_letters_stand_for_a_name() {
        assert_eq!(named("ACLU", "American Civil Liberties Union"), Some(Likeness::Acronym));
        assert_eq!(named("A.C.L.U.", "American Civil Liberties Union"), Some(Likeness::Acronym));
        assert_eq!(
            named("NAACP", "National Association for the Advancement of Colored People"),
            Some(Likeness::Acronym)
        );
        assert_eq!(
            named("SEIU Local 509", "Service Employees International Union Local 509"),
            Some(Likeness::Acronym)
        );
        let place = "American Civil Liberties Union of Massachusetts";
        assert_eq!(named("ACLU of Massachusetts", place), Some(Likeness::Acronym));
        assert_eq!(named("ABC", "A Better City"), Some(Likeness::Acronym));
        assert_eq!(named("Bay", "Bay Action"), None);
    }

    #[test]
    fn a_part_is_not_certainly_the_whole() {
        assert_eq!(named("ACLU", "ACLU of Massachusetts"), Some(Likeness::Part));
        assert_eq!(named("ACLU", "American Civil Liberties Union of Massachusetts"), Some(Likeness::Part));
        assert_eq!(named("Jobs with Justice", "Massachusetts Jobs with Justice"), Some(Likeness::Part));
        assert_eq!(named("SEIU Local 1199", "SEIU Local 26"), None);
        assert_eq!(named("SEIU Local 1199", "Service Employees International Union Local 26"), None);
        assert_eq!(named("ACLU of Massachusetts", "ACLU of Maine"), None);
        assert_eq!(named("Boston", "Boston Tenants Union"), None);
    }

    #[test]
    fn one_domain_is_a_reason_unless_the_names_tell_parts() {
        let of = |a, b| alike((a, Some("seiu.example")), (b, Some("seiu.example")));
        assert_eq!(of("Janitors for Justice", "Healthcare Workers East"), Some(Likeness::Domain));
        assert_eq!(of("SEIU Local 1199", "SEIU Local 26"), Some(Likeness::Part));
        assert_eq!(of("SEIU", "SEIU Local 26"), Some(Likeness::Part));
        assert_eq!(of("SEIU Inc.", "SEIU"), Some(Likeness::Name));
        assert_eq!(alike(("One", Some("a.example")), ("Two", Some("b.example"))), None);
    }
}
