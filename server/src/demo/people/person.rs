//! One made-up person at a time: name, door, mailbox, choices, day and what became of the signature.
//! It knows nothing of who is like whom; [`super::likeness`] does.

use std::collections::HashSet;

use redress_domain::{Locale, Residency, Visibility};

use super::draw::Draw;
use super::words::{Community, Word, Words, words};
use super::{DemoSigner, Likeness, Outcome};

/// The campaign's age in days.
pub(super) const DAYS: u16 = 38;

/// A signer, and the parts it was put together from.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) signer: DemoSigner,
    pub(super) community: &'static Community,
    pub(super) given: Word,
    /// Missing where one word is the whole name.
    pub(super) family: Option<Word>,
    pub(super) door: Option<Door>,
}

/// A street address in parts, so that it can be written in more than one way.
#[derive(Debug, Clone)]
pub(super) struct Door {
    number: usize,
    direction: &'static str,
    name: &'static str,
    kind: &'static str,
    unit: Option<String>,
}

impl Door {
    /// As a careful person writes it.
    pub(super) fn in_full(&self) -> String {
        format!("{} {}{} {}", self.number, self.direction, self.name, self.kind)
    }

    /// As a person in a hurry writes it.
    pub(super) fn in_short(&self) -> String {
        let direction = self.direction.chars().next().map(|letter| format!("{letter} ")).unwrap_or_default();
        format!("{} {direction}{} {}", self.number, self.name, words().streets.abbreviated(self.kind))
    }

    /// The unit, in one of its many spellings.
    pub(super) fn unit(&self, draw: &mut Draw) -> Option<String> {
        let prefix: &str = draw.pick(&["Apt ", "Apt. ", "Unit ", "#", "Apartment "]);
        self.unit.as_ref().map(|unit| format!("{prefix}{unit}"))
    }
}

/// Makes people up, and remembers the mailboxes it has given out.
#[derive(Debug)]
pub(super) struct Author {
    pub(super) draw: Draw,
    words: &'static Words,
    mailboxes: HashSet<String>,
}

impl Author {
    pub(super) fn new(draw: Draw) -> Self {
        Self { draw, words: words(), mailboxes: HashSet::new() }
    }

    /// A person like nobody before, but for chance.
    pub(super) fn person(&mut self) -> Draft {
        let words = self.words;
        let draw = &mut self.draw;
        let community =
            &words.communities[draw.weighted(words.communities.iter().map(|community| community.weight))];
        let (given, family) = if draw.below(400) == 0 {
            (draw.pick(&words.mononyms), None)
        } else {
            (draw.pick(&community.given), Some(draw.pick(&community.family)))
        };
        let residency = [Residency::Lives, Residency::Works, Residency::Studies, Residency::Elsewhere]
            [draw.weighted([84, 8, 5, 3].into_iter())];
        let (zip, city, state) = place(draw, words, community, residency);
        let door = draw.percent(79).then(|| door(draw, words));
        let locale = if draw.percent(community.spanish) { Locale::Es } else { Locale::En };
        let visibility = [Visibility::Full, Visibility::Short, Visibility::Hidden]
            [draw.weighted([58, 30, 12].into_iter())];
        let day_offset = day(draw);
        let comment = draw.percent(13).then(|| comment(draw, words, community, locale, city));
        let source: &str = draw.pick(&words.sources);
        let signer = DemoSigner {
            name: typed(draw, compose(community, given, family)),
            email: self.mailbox(given, family),
            street: door.as_ref().map(Door::in_full),
            unit: door.as_ref().and_then(|door| door.unit(&mut self.draw)),
            city: door.is_some().then(|| city.to_owned()),
            state: door.is_some().then(|| state.to_owned()),
            zip: zip.to_owned(),
            residency,
            visibility,
            share: visibility == Visibility::Hidden && self.draw.percent(60),
            news: self.draw.percent(41),
            comment,
            locale,
            day_offset,
            source: Some(source.to_owned()).filter(|label| !label.is_empty()),
            outcome: self.outcome(day_offset),
            likeness: Likeness::None,
        };
        Draft { signer, community, given: given.clone(), family: family.cloned(), door }
    }

    /// Gives a person another given name (and family name), and the mailbox that goes with it.
    pub(super) fn rename(&mut self, draft: &mut Draft, given: Word, family: Word) {
        draft.signer.name = compose(draft.community, &given, Some(&family));
        draft.signer.email = self.mailbox(&given, Some(&family));
        draft.given = given;
        draft.family = Some(family);
    }

    /// A mailbox nobody has yet.
    pub(super) fn mailbox(&mut self, given: &Word, family: Option<&Word>) -> String {
        let draw = &mut self.draw;
        let given = &given.letters;
        let family = family.map_or("hello", |family| &family.letters);
        let mut local = match draw.below(6) {
            0 | 1 => format!("{given}.{family}"),
            2 => format!("{given}{family}"),
            3 => format!("{}{family}", &given[..1]),
            4 => format!("{family}.{given}"),
            _ => format!("{given}{}", 55 + draw.below(45)),
        };
        let domain: &str = draw.pick(&self.words.domains);
        while !self.mailboxes.insert(format!("{local}@{domain}")) {
            local = format!("{local}{}", draw.below(10));
        }
        if draw.percent(4) {
            local = capitalized(&local);
        }
        format!("{local}@{domain}")
    }

    /// A house and a street nobody was asked about.
    pub(super) fn door(&mut self) -> Door {
        door(&mut self.draw, self.words)
    }

    /// What became of a signature of that day.
    pub(super) fn outcome(&mut self, day_offset: u16) -> Outcome {
        // Most of those who have not confirmed have only just signed.
        let unconfirmed = match day_offset {
            0 => 22,
            1 => 12,
            _ => 7,
        };
        match (self.draw.percent(unconfirmed), self.draw.below(1000) < 13) {
            (true, _) if day_offset > 30 => Outcome::Expired,
            (true, _) => Outcome::Pending,
            (false, true) => Outcome::Withdrawn,
            (false, false) => Outcome::Confirmed,
        }
    }
}

/// The whole name, in its community's order.
pub(super) fn compose(community: &Community, given: &Word, family: Option<&Word>) -> String {
    let Some(family) = family else { return given.shown.clone() };
    let between = if community.joined { "" } else { " " };
    let (first, last) = if community.family_first { (family, given) } else { (given, family) };
    format!("{}{between}{}", first.shown, last.shown)
}

/// The same letters with a capital in front.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Some never press the shift key, and some never let it go.
fn typed(draw: &mut Draw, name: String) -> String {
    match draw.below(100) {
        0..=2 => name.to_lowercase(),
        3 => name.to_uppercase(),
        _ => name,
    }
}

fn place(
    draw: &mut Draw,
    words: &'static Words,
    community: &'static Community,
    residency: Residency,
) -> (&'static str, &'static str, &'static str) {
    let from_outside = match residency {
        Residency::Lives => 0,
        Residency::Studies => 30,
        Residency::Works => 60,
        Residency::Elsewhere => 100,
    };
    if draw.percent(from_outside) {
        let town = draw.pick(&words.outside);
        return (&town.zip, &town.city, &town.state);
    }
    let near = draw.percent(82).then(|| draw.pick::<str>(&community.zips)).and_then(|zip| words.place(zip));
    let place = near.unwrap_or_else(|| draw.pick(&words.places));
    (&place.zip, draw.pick(&place.names), "MA")
}

fn door(draw: &mut Draw, words: &'static Words) -> Door {
    let streets = &words.streets;
    let unit = match draw.below(100) {
        0..=29 => Some((1 + draw.below(6)).to_string()),
        30..=37 => Some(format!("{}{}", 1 + draw.below(4), draw.pick::<str>(&["A", "B", "L", "R"]))),
        _ => None,
    };
    Door {
        number: 1 + draw.below(240),
        direction: if draw.percent(5) { draw.pick(&streets.directions) } else { "" },
        name: draw.pick(&streets.names),
        kind: draw.pick(&streets.kinds),
        unit,
    }
}

fn comment(draw: &mut Draw, words: &Words, community: &Community, locale: Locale, city: &str) -> String {
    let comments = &words.comments;
    if let Some(own) = comments.others.get(&community.label)
        && draw.percent(45)
    {
        return draw.pick::<str>(own).to_owned();
    }
    let (openings, sentences) = match locale {
        Locale::En => (&comments.english_openings, &comments.english),
        Locale::Es => (&comments.spanish_openings, &comments.spanish),
    };
    let sentence: &str = draw.pick(sentences);
    if draw.percent(35) {
        return sentence.to_owned();
    }
    format!("{} {sentence}", draw.pick::<str>(openings)).replace("{place}", city)
}

/// A day before today: many at the launch, few after, many again when the papers write about it; fewer on
/// weekends. In whole numbers, so that every machine draws the same.
fn day(draw: &mut Draw) -> u16 {
    const LAUNCH: [usize; 10] = [100, 72, 50, 36, 27, 20, 16, 13, 10, 8];
    const PRESS: [usize; 9] = [80, 64, 40, 26, 18, 13, 10, 8, 6];
    const PRESS_DAY: usize = DAYS as usize - 9;
    const WEEK: [usize; 7] = [10, 11, 11, 10, 9, 6, 7];
    let weight = |since: usize| {
        let launch = LAUNCH.get(since).copied().unwrap_or(0);
        let press = since.checked_sub(PRESS_DAY).and_then(|after| PRESS.get(after)).copied().unwrap_or(0);
        (10 + launch + press) * WEEK[since % WEEK.len()]
    };
    let since = draw.weighted((0..=usize::from(DAYS)).map(weight));
    DAYS - u16::try_from(since).unwrap_or(DAYS).min(DAYS)
}
