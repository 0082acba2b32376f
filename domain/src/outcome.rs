//! How a campaign ended: its outcome, and votes recorded member by member.
//! It counts what it is given, and takes no list of votes that is half right.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::{clean_line, fold};
use crate::{CampaignState, named_enum};

/// The longest text of an outcome in one language, in characters.
pub const LONGEST_OUTCOME: usize = 10_000;
/// The longest of its other lines.
pub const LONGEST_OUTCOME_LINE: usize = 300;
/// The most members of one vote.
pub const MOST_BALLOTS: usize = 500;

named_enum! {
    /// How it ended.
    OutcomeKind {
        /// The ask was met.
        Won = "won",
        /// The ask was refused.
        Lost = "lost",
        /// The recipient answered, neither yes nor no.
        Answered = "answered",
        /// What was before the body was taken back.
        ProposalWithdrawn = "proposal-withdrawn",
    }
}

impl OutcomeKind {
    /// The state of a campaign that ended like this.
    pub const fn state(self) -> CampaignState {
        match self {
            Self::Won => CampaignState::Won,
            Self::Lost => CampaignState::Lost,
            // Whether it is what was asked for depends on the ask; the text says it.
            Self::Answered | Self::ProposalWithdrawn => CampaignState::Answered,
        }
    }
}

named_enum! {
    /// What a member did when the question was put.
    Choice {
        /// In favor.
        Yea = "yea",
        /// Against.
        Nay = "nay",
        /// There, and neither.
        Present = "present",
        /// Not there.
        Absent = "absent",
        /// Took no part, for a reason given.
        Recused = "recused",
    }
}

impl Choice {
    /// As clerks write it, in English or Spanish.
    pub fn of(text: &str) -> Option<Self> {
        Some(match fold(text).trim_matches('.') {
            "yea" | "y" | "yes" | "aye" | "in favor" | "for" | "si" | "a favor" => Self::Yea,
            "nay" | "n" | "no" | "against" | "opposed" | "en contra" => Self::Nay,
            "present" | "abstain" | "abstained" | "abstention" | "presente" | "abstencion" => Self::Present,
            "absent" | "not present" | "ausente" => Self::Absent,
            "recused" | "recusal" | "recusado" | "recusada" => Self::Recused,
            _ => return None,
        })
    }
}

/// One member's vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// The member.
    pub name: String,
    /// Their district or seat; may be empty.
    pub district: String,
    /// What they did.
    pub choice: Choice,
}

/// Something wrong in a list of votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BallotError {
    /// As a spreadsheet counts; 1 is the first line.
    pub row: u64,
    /// The key of the message, `error-…`.
    pub message: &'static str,
}

/// How many did what.
pub fn count(ballots: &[Ballot]) -> BTreeMap<Choice, u64> {
    let mut counts = BTreeMap::new();
    for ballot in ballots {
        *counts.entry(ballot.choice).or_default() += 1;
    }
    counts
}

/// Reads a list of votes, rows with their numbers: name, district, choice in this order, or under headings. Gives
/// everything that is wrong with it.
pub fn read_ballots(rows: &[(u64, Vec<String>)]) -> Result<Vec<Ballot>, Vec<BallotError>> {
    let heading = |cell: &str| match fold(cell.trim_start_matches('\u{FEFF}')).as_str() {
        "name" | "member" | "councilor" | "nombre" => Some(0),
        "district" | "seat" | "distrito" => Some(1),
        "choice" | "vote" | "voto" => Some(2),
        _ => None,
    };
    let mut columns = [Some(0), Some(1), Some(2)];
    let mut rest = rows;
    if let Some(((row, first), after)) = rows.split_first()
        && first.iter().filter(|cell| heading(cell).is_some()).count() >= 2
    {
        columns = [0, 1, 2].map(|wanted| first.iter().position(|cell| heading(cell) == Some(wanted)));
        if columns[0].is_none() || columns[2].is_none() {
            return Err(vec![BallotError { row: *row, message: "error-ballot-headings" }]);
        }
        rest = after;
    }
    let (mut ballots, mut wrong, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (row, cells) in rest {
        let cell = |column: usize| {
            columns[column].and_then(|at| cells.get(at)).map(|cell| clean_line(cell)).unwrap_or_default()
        };
        let [name, district, choice] = [0, 1, 2].map(cell);
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        // Without a district, a list has two columns.
        let (district, choice) = match (Choice::of(&choice), choice.is_empty()) {
            (None, true) if Choice::of(&district).is_some() => (String::new(), district),
            _ => (district, choice),
        };
        let mut add = |message| wrong.push(BallotError { row: *row, message });
        let long = |text: &str| text.chars().count() > LONGEST_OUTCOME_LINE;
        if name.is_empty() {
            add("error-ballot-name");
        } else if !seen.insert((fold(&name), fold(&district))) {
            add("error-ballot-twice");
        }
        if long(&name) || long(&district) {
            add("error-ballot-long");
        }
        match Choice::of(&choice) {
            Some(choice) => ballots.push(Ballot { name, district, choice }),
            None => add("error-ballot-choice"),
        }
    }
    if wrong.is_empty() && ballots.is_empty() {
        wrong.push(BallotError { row: 1, message: "error-ballot-none" });
    }
    if ballots.len() > MOST_BALLOTS {
        wrong.push(BallotError { row: MOST_BALLOTS as u64 + 1, message: "error-ballot-many" });
    }
    if wrong.is_empty() { Ok(ballots) } else { Err(wrong) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    fn rows(lines: &[&str]) -> Vec<(u64, Vec<String>)> {
        (1..).zip(lines.iter().map(|line| line.split(',').map(str::to_owned).collect())).collect()
    }

    #[test]
    fn a_vote_is_read_with_and_without_headings() {
        let plain = rows(&["Ana Díaz,District 1,Yea", "", "Bo Li,at large,no"]);
        let headed = rows(&["Vote,Name,Seat", "aye,Ana Díaz,District 1", "Nay,Bo Li,at large"]);
        let two = rows(&["Ana Díaz,sí", "Bo Li,en contra"]);
        for list in [plain, headed, two] {
            let ballots = read_ballots(&list).unwrap();
            assert_eq!(count(&ballots), BTreeMap::from([(Choice::Yea, 1), (Choice::Nay, 1)]));
            assert_eq!(ballots[0].name, "Ana Díaz");
        }
    }

    #[test]
    fn a_list_that_is_half_right_is_not_taken() {
        let list = rows(&["Ana,1,yea", "Bo,2,perhaps", ",3,nay", "ana,1,nay", "Cy,4,absent"]);
        let wrong = read_ballots(&list).unwrap_err();
        let wanted = [(2, "error-ballot-choice"), (3, "error-ballot-name"), (4, "error-ballot-twice")];
        assert_eq!(wrong.iter().map(|error| (error.row, error.message)).collect::<Vec<_>>(), wanted);
        assert_eq!(read_ballots(&[]).unwrap_err()[0].message, "error-ballot-none");
        assert_eq!(read_ballots(&rows(&["name,district", "Ana,1"])).unwrap_err()[0].row, 1);
    }
}
