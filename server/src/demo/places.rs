//! The tracker of the demo: which agencies of Massachusetts were chosen for plate readers in 2011, as public records
//! have it; and the one town that voted no.

use std::collections::BTreeMap;

use redress_domain::{CampaignId, KnownDay, Locale, PlaceDraft, PlaceStatus, PlaceStatusCode, Tone};
use redress_store::{Author, PlaceRefused, Store};

use super::{DemoFailed, wrong};
use crate::places::read_csv;

/// The list as it was published, with a tile for each agency.
const LIST: &str = include_str!("../../demo/plate-readers-2011.csv");

/// Code, tone, English, Spanish.
const STATUSES: [(&str, Tone, &str, &str); 3] = [
    ("state grant", Tone::Filled, "State grant", "Subvención del estado"),
    ("bought its own", Tone::Striped, "Bought its own", "Los compró por su cuenta"),
    ("refused after a vote", Tone::Crossed, "Refused after a vote", "Los rechazó en una votación"),
];

fn statuses() -> Result<Vec<PlaceStatus>, DemoFailed> {
    STATUSES
        .iter()
        .map(|(code, tone, en, es)| {
            let texts = BTreeMap::from([(Locale::En, (*en).to_owned()), (Locale::Es, (*es).to_owned())]);
            Ok(PlaceStatus { code: PlaceStatusCode::parse(code).map_err(wrong)?, tone: *tone, texts })
        })
        .collect()
}

/// The one that refused.
fn brookline(before: &PlaceDraft) -> Result<PlaceDraft, DemoFailed> {
    Ok(PlaceDraft {
        status: PlaceStatusCode::parse("refused after a vote").map_err(wrong)?,
        day: Some(KnownDay::parse("2011-09-13").map_err(wrong)?),
        note: "It was chosen for a state grant; the select board voted no, unanimously.".to_owned(),
        source: "Vote of the select board, 13 September 2011".to_owned(),
        ..before.clone()
    })
}

/// Loads the list into a campaign that has none.
pub async fn load(store: &Store, campaign: CampaignId) -> Result<(), DemoFailed> {
    let refused = |refused: PlaceRefused| match refused {
        PlaceRefused::Store(error) => DemoFailed::Store(error),
        other => wrong(other),
    };
    let places = store.places();
    let statuses = statuses()?;
    if places.count(campaign).await? == 0 {
        for status in &statuses {
            places.save_status(Author::Operator, campaign, status).await.map_err(refused)?;
        }
        let sheet = read_csv(LIST, &statuses, false, Locale::En).map_err(|_| wrong("the list of places"))?;
        places.take(Author::Operator, campaign, &sheet, false, None).await.map_err(refused)?;
    }
    let all = places.of_campaign(campaign).await?;
    if let Some(place) = all.iter().find(|place| place.said.name == "Brookline") {
        let said = brookline(&place.said)?;
        places.save(Author::Operator, campaign, Some(place.id), &said).await.map_err(refused)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use std::collections::HashSet;

    use super::*;

    #[test]
    fn forty_three_were_chosen_and_eighteen_had_readers_before() {
        let statuses = statuses().unwrap();
        let sheet = read_csv(LIST, &statuses, false, Locale::En).unwrap();
        let has = |code: &str| sheet.rows.iter().filter(|row| row.said.status.in_files() == code).count();
        assert_eq!((has("state grant"), has("bought its own")), (43, 13));
        let both = sheet.rows.iter().filter(|row| row.said.note == "also using readers before the grant");
        assert_eq!(both.count() + has("bought its own"), 18);
        let tiles: HashSet<_> = sheet.rows.iter().filter_map(|row| row.said.tile).collect();
        assert_eq!(tiles.len(), sheet.rows.len(), "each has a tile of its own");
    }
}
