//! What a list of places would change: shown before it is done, and done as it was shown.

use std::collections::{HashMap, HashSet};

use super::{Place, PlaceColumn, PlaceDraft, PlaceSheet};

/// One change to one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceDeed {
    /// A place that was not there.
    Add(PlaceDraft),
    /// A place of which something else is said now.
    Change {
        /// As it stands.
        before: Place,
        /// As it will.
        after: PlaceDraft,
    },
    /// A place the list no longer has.
    Remove(Place),
}

/// Everything a list would change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlacePlan {
    /// In the order of the list; what goes comes last.
    pub deeds: Vec<PlaceDeed>,
    /// How many places the list leaves as they are.
    pub same: usize,
}

impl PlacePlan {
    /// How many come, change and go.
    pub fn counts(&self) -> (usize, usize, usize) {
        let count = |of: fn(&PlaceDeed) -> bool| self.deeds.iter().filter(|deed| of(deed)).count();
        (
            count(|deed| matches!(deed, PlaceDeed::Add(_))),
            count(|deed| matches!(deed, PlaceDeed::Change { .. })),
            count(|deed| matches!(deed, PlaceDeed::Remove(_))),
        )
    }
}

/// What a list would change of the places there are. Of a column it does not have it changes nothing; a place it
/// does not have stays, unless `remove` says that it goes.
pub fn plan_places(places: &[Place], sheet: &PlaceSheet, remove: bool) -> PlacePlan {
    let known: HashMap<String, &Place> = places.iter().map(|place| (place.said.key(), place)).collect();
    let mut plan = PlacePlan::default();
    let mut named = HashSet::new();
    for row in &sheet.rows {
        let key = row.said.key();
        match known.get(&key) {
            None => plan.deeds.push(PlaceDeed::Add(row.said.clone())),
            Some(place) => {
                let after = kept(&place.said, &row.said, &sheet.columns);
                if after == place.said {
                    plan.same += 1;
                } else {
                    plan.deeds.push(PlaceDeed::Change { before: (*place).clone(), after });
                }
            }
        }
        named.insert(key);
    }
    if remove {
        let gone = places.iter().filter(|place| !named.contains(&place.said.key()));
        plan.deeds.extend(gone.cloned().map(PlaceDeed::Remove));
    }
    plan
}

fn kept(before: &PlaceDraft, row: &PlaceDraft, columns: &[PlaceColumn]) -> PlaceDraft {
    let mut after = row.clone();
    for column in PlaceColumn::ALL.iter().filter(|column| !columns.contains(column)) {
        match column {
            PlaceColumn::Place | PlaceColumn::Status => {}
            PlaceColumn::AsOf => after.day = before.day,
            PlaceColumn::Note => after.note.clone_from(&before.note),
            PlaceColumn::Source => after.source.clone_from(&before.source),
            PlaceColumn::Tile => after.tile = before.tile,
        }
    }
    after
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::super::{KnownDay, PlaceRow, PlaceStatusCode, Tile};
    use super::*;
    use crate::PlaceId;

    fn draft(name: &str, status: &str, note: &str) -> PlaceDraft {
        PlaceDraft {
            name: name.into(),
            status: PlaceStatusCode::parse(status).unwrap(),
            day: KnownDay::parse("2011-10").ok(),
            source: String::new(),
            note: note.into(),
            tile: Tile::parse("C4").ok(),
        }
    }

    fn place(number: u128, said: PlaceDraft) -> Place {
        Place { id: PlaceId(uuid::Uuid::from_u128(number)), said }
    }

    #[test]
    fn a_list_adds_changes_and_leaves_and_takes_away_only_when_told() {
        let places = [
            place(1, draft("Lynn", "grant", "kept")),
            place(2, draft("Salem", "own", "")),
            place(3, draft("Hull", "own", "")),
        ];
        let rows = [draft("LYNN", "grant", ""), draft("Salem", "refused", ""), draft("Revere", "grant", "")];
        let rows = (2..).zip(rows).map(|(row, mut said)| {
            (said.day, said.tile) = (None, None);
            PlaceRow { row, said }
        });
        let columns = vec![PlaceColumn::Place, PlaceColumn::Status];
        let sheet = PlaceSheet { rows: rows.collect(), statuses: Vec::new(), columns, ignored: Vec::new() };
        let told = plan_places(&places, &sheet, false);
        // Lynn is written in another way now; what the list says nothing of is kept.
        assert_eq!((told.counts(), told.same), ((1, 2, 0), 0));
        assert!(
            matches!(&told.deeds[0], PlaceDeed::Change { after, .. } if after == &draft("LYNN", "grant", "kept"))
        );
        assert!(
            matches!(&told.deeds[1], PlaceDeed::Change { after, .. } if after == &draft("Salem", "refused", ""))
        );
        let told = plan_places(&places, &sheet, true);
        assert!(matches!(&told.deeds[3], PlaceDeed::Remove(place) if place.said.name == "Hull"));
    }
}
