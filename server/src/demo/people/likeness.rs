//! Signers who are, or only seem to be, the same as an earlier one.
//! It refuses to hide which is which: every one it makes says what it is.

use redress_domain::fold;

use super::person::{Author, Draft, compose};
use super::words::{Word, words};
use super::{Likeness, Outcome};

/// The likenesses that `count` signers hold, in the order they are made.
pub(super) fn plan(count: usize) -> Vec<Likeness> {
    const DUPLICATES: [Likeness; 7] = [
        Likeness::AnotherMailbox,
        Likeness::Rewritten,
        Likeness::AnotherMailbox,
        Likeness::Rewritten,
        Likeness::PlusTag,
        Likeness::AnotherMailbox,
        Likeness::Rewritten,
    ];
    let per_thousand = |share: usize| count.saturating_mul(share) / 1000;
    let duplicates = DUPLICATES.into_iter().cycle().take(per_thousand(40));
    let several = |likeness, share| std::iter::repeat_n(likeness, per_thousand(share));
    duplicates
        .chain(several(Likeness::Household, 14))
        .chain(several(Likeness::Junior, 4))
        .chain(several(Likeness::Namesake, 2))
        .collect()
}

/// Adds the planned likenesses of people already there, as far as there are people fit to be like.
pub(super) fn add_likenesses(author: &mut Author, drafts: &mut Vec<Draft>, plan: Vec<Likeness>) {
    // A street to have in common, two names to vary, and a signature that counts.
    let mut fit: Vec<usize> = (0..drafts.len())
        .filter(|&index| {
            let draft = &drafts[index];
            draft.door.is_some() && draft.family.is_some() && draft.signer.outcome == Outcome::Confirmed
        })
        .collect();
    author.draw.shuffle(&mut fit);
    let mut again = None;
    for (number, likeness) in plan.into_iter().enumerate() {
        let original = match (likeness, again) {
            // A few sign a third time.
            (Likeness::AnotherMailbox, Some(original)) if number % 28 == 5 => original,
            (Likeness::Junior, _) => {
                let Some(at) = fit.iter().rposition(|&index| drafts[index].community.juniors) else {
                    continue;
                };
                fit.swap_remove(at)
            }
            _ => match fit.pop() {
                Some(original) => original,
                None => continue,
            },
        };
        again = Some(original);
        prepare(author, &mut drafts[original], likeness);
        if let Some(like) = alike(author, &drafts[original], likeness) {
            drafts.push(like);
        }
    }
}

/// Gives the original the name the likeness needs.
fn prepare(author: &mut Author, original: &mut Draft, likeness: Likeness) {
    match (likeness, original.family.clone()) {
        (Likeness::Junior, Some(family)) => {
            let father = author.draw.pick::<Word>(&words().fathers).clone();
            author.rename(original, father, family);
        }
        // The one case every rule has to get right.
        (Likeness::Namesake, _) if !original.community.family_first => {
            author.rename(original, Word::from("Maria".to_owned()), Word::from("Garcia".to_owned()));
        }
        _ => {}
    }
}

fn alike(author: &mut Author, original: &Draft, likeness: Likeness) -> Option<Draft> {
    let mut like = original.clone();
    let (door, family) = (original.door.as_ref()?, original.family.as_ref()?);
    let later = u16::try_from(author.draw.below(7)).unwrap_or(0);
    like.signer.day_offset = original.signer.day_offset.saturating_sub(later);
    like.signer.outcome = author.outcome(like.signer.day_offset);
    like.signer.comment = None;
    like.signer.likeness = likeness;
    match likeness {
        Likeness::None => return None,
        Likeness::AnotherMailbox => {
            like.signer.email = author.mailbox(&original.given, Some(family));
            like.signer.outcome = Outcome::Confirmed;
        }
        Likeness::Rewritten => {
            like.signer.email = author.mailbox(&original.given, Some(family));
            like.signer.name = rewritten(author, &original.signer.name);
            like.signer.street = Some(door.in_short())
                .map(|street| if author.draw.percent(30) { street.to_lowercase() } else { street });
            like.signer.unit = door.unit(&mut author.draw);
            like.signer.outcome = Outcome::Confirmed;
        }
        Likeness::PlusTag => {
            let tag: &str = author.draw.pick(&["petition", "boston", "sign", "redress"]);
            like.signer.email = original.signer.email.replacen('@', &format!("+{tag}@"), 1);
        }
        Likeness::Household => {
            let other = author.draw.pick::<Word>(&original.community.given).clone();
            if other.shown == original.given.shown {
                return None;
            }
            like.signer.name = compose(original.community, &other, Some(family));
            like.given = other;
            like.signer.news = false;
        }
        Likeness::Junior => {
            like.signer.name = format!("{} Jr.", original.signer.name);
            like.signer.email = author.mailbox(&original.given, Some(family));
        }
        Likeness::Namesake => {
            let other = author.door();
            like.signer.email = author.mailbox(&original.given, Some(family));
            like.signer.street = Some(other.in_full());
            like.signer.unit = other.unit(&mut author.draw);
            like.door = Some(other);
        }
    }
    Some(like)
}

/// The same name without its accents, or without its capitals.
fn rewritten(author: &mut Author, name: &str) -> String {
    let plain = fold(name);
    match author.draw.below(3) {
        0 => name.to_lowercase(),
        1 => name.to_uppercase(),
        _ if plain.is_ascii() => plain,
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_holds_its_shares() {
        let plan = plan(1000);
        assert_eq!(plan.iter().filter(|likeness| likeness.is_duplicate()).count(), 40);
        assert_eq!(plan.iter().filter(|likeness| **likeness == Likeness::Household).count(), 14);
        assert!(super::plan(20).is_empty());
    }
}
