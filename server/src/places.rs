//! The tracker's files and views: CSV in and out, the feed of changes, and what the pages show.
//! It takes no list that is half right, and writes no cell that a spreadsheet would take for a formula.

use atom_syndication::{Entry, Feed, Link, Person, Text};
use redress_app::dates;
use redress_app::places::model::{ChangeLine, PlaceLine, PlacesView, Sort, StatusView, TileView};
use redress_app::words::Words;
use redress_domain::{
    Locale, Place, PlaceColumn, PlaceDraft, PlaceSheet, PlaceStatus, PlaceStatusCode, RowError,
    lay_out_tiles, read_rows, status_letters,
};
use redress_packet::guarded;
use redress_store::{Campaign, Error, PlaceChange, Store};

/// How many changes the page tells, and how many the feed.
const CHANGES_ON_PAGE: u64 = 8;
const CHANGES_IN_FEED: u64 = 100;

/// What is wrong with a file as a whole.
const fn unreadable(row: u64) -> RowError {
    RowError { row, column: None, message: "error-places-unreadable" }
}

/// Reads a list (RFC 4180, headings in the first row), or gives everything that is wrong with it.
pub fn read_csv(
    text: &str,
    statuses: &[PlaceStatus],
    new_statuses: bool,
    locale: Locale,
) -> Result<PlaceSheet, Vec<RowError>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let (mut headings, mut rows) = (Vec::new(), Vec::new());
    for (number, record) in (1_u64..).zip(reader.records()) {
        let record = record.map_err(|_| vec![unreadable(number)])?;
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        if headings.is_empty() { headings = cells } else { rows.push((number, cells)) }
    }
    // The reader takes a quotation mark that nobody closes for one cell to the end of the file; every one of RFC 4180
    // has its other.
    if !text.matches('"').count().is_multiple_of(2) {
        return Err(vec![unreadable(rows.last().map_or(1, |(number, _)| *number))]);
    }
    read_rows(&headings, &rows, statuses, new_statuses, locale)
}

/// Writes the list: UTF-8, RFC 4180, the columns of [`PlaceColumn`] in order.
pub fn write_csv(places: &[Place]) -> Result<String, csv::Error> {
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    table.write_record(PlaceColumn::ALL.iter().map(|column| column.as_str()))?;
    for Place { said, .. } in places {
        let cells = PlaceColumn::ALL.iter().map(|column| cell(said, *column));
        table.write_record(cells.map(|cell| guarded(&cell).into_owned()))?;
    }
    let bytes = table.into_inner().map_err(|error| error.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn cell(said: &PlaceDraft, column: PlaceColumn) -> String {
    match column {
        PlaceColumn::Place => said.name.clone(),
        PlaceColumn::Status => said.status.in_files(),
        PlaceColumn::AsOf => said.day.map(|day| day.to_string()).unwrap_or_default(),
        PlaceColumn::Note => said.note.clone(),
        PlaceColumn::Source => said.source.clone(),
        PlaceColumn::Tile => said.tile.map(|tile| tile.to_string()).unwrap_or_default(),
    }
}

/// The statuses in a language, with their letters and numbers.
pub fn status_views(statuses: &[PlaceStatus], places: &[Place], locale: Locale) -> Vec<StatusView> {
    let names: Vec<&str> = statuses.iter().map(|status| status.text(locale)).collect();
    let letters = status_letters(&names);
    statuses
        .iter()
        .zip(letters)
        .map(|(status, letter)| StatusView {
            code: status.code.clone(),
            name: status.text(locale).to_owned(),
            tone: status.tone,
            letter,
            count: places.iter().filter(|place| place.said.status == status.code).count(),
        })
        .collect()
}

/// The number of a place's status among the statuses; one that is gone is past the last.
pub fn status_number(statuses: &[PlaceStatus], code: &PlaceStatusCode) -> usize {
    statuses.iter().position(|status| status.code == *code).unwrap_or(statuses.len())
}

/// A place as a line of a list.
pub fn line(statuses: &[PlaceStatus], said: &PlaceDraft) -> PlaceLine {
    PlaceLine {
        name: said.name.clone(),
        status: status_number(statuses, &said.status),
        day: said.day,
        source: said.source.clone(),
        note: said.note.clone(),
    }
}

/// The tracker's page, or nothing where there are no places.
pub async fn view(
    store: &Store,
    campaign: &Campaign,
    locale: Locale,
    only: Option<PlaceStatusCode>,
    sort: Sort,
    today: jiff::civil::Date,
) -> Result<Option<PlacesView>, Error> {
    let places = store.places().of_campaign(campaign.id).await?;
    if places.is_empty() {
        return Ok(None);
    }
    let statuses = store.places().statuses(campaign.id).await?;
    let only = only.filter(|only| statuses.iter().any(|status| status.code == *only));
    let is_asked = |place: &Place| only.as_ref().is_none_or(|only| place.said.status == *only);
    let mut rows: Vec<_> =
        places.iter().filter(|place| is_asked(place)).map(|place| line(&statuses, &place.said)).collect();
    match sort {
        Sort::Place => {}
        Sort::Status => rows.sort_by_key(|row| row.status),
        Sort::Day => rows.sort_by_key(|row| std::cmp::Reverse(row.day)),
    }
    let tiles = lay_out_tiles(places.iter().map(|place| &place.said));
    Ok(Some(PlacesView {
        slug: campaign.slug.clone(),
        campaign: campaign.text(locale).1.title.clone(),
        languages: campaign.languages.clone(),
        statuses: status_views(&statuses, &places, locale),
        rows,
        is_map: places.iter().any(|place| place.said.tile.is_some()),
        tiles: places
            .iter()
            .zip(tiles)
            .map(|(place, at)| TileView {
                name: place.said.name.clone(),
                status: status_number(&statuses, &place.said.status),
                at,
                faded: !is_asked(place),
            })
            .collect(),
        only,
        sort,
        changes: store
            .places()
            .changes(campaign.id, CHANGES_ON_PAGE)
            .await?
            .iter()
            .map(|change| change_line(campaign, &statuses, change, locale))
            .collect(),
        today,
    }))
}

fn name_of(statuses: &[PlaceStatus], code: &PlaceStatusCode, locale: Locale) -> String {
    let found = statuses.iter().find(|status| status.code == *code);
    found.map_or_else(|| code.in_files(), |status| status.text(locale).to_owned())
}

fn change_line(
    campaign: &Campaign,
    statuses: &[PlaceStatus],
    change: &PlaceChange,
    locale: Locale,
) -> ChangeLine {
    let name = |code: &PlaceStatusCode| name_of(statuses, code, locale);
    ChangeLine {
        day: change.changed_at.to_zoned(campaign.zone.clone()).date(),
        place: change.name.clone(),
        before: change.before.as_ref().map(name),
        after: change.after.as_ref().map(name),
    }
}

/// What a list would change, in the words of the page.
pub fn planned(
    statuses: &[PlaceStatus],
    deed: &redress_domain::PlaceDeed,
    locale: Locale,
    today: jiff::civil::Date,
) -> ChangeLine {
    use redress_domain::PlaceDeed;
    let name = |said: &PlaceDraft| name_of(statuses, &said.status, locale);
    let (place, before, after) = match deed {
        PlaceDeed::Add(said) => (said, None, Some(name(said))),
        PlaceDeed::Change { before, after } => (after, Some(name(&before.said)), Some(name(after))),
        PlaceDeed::Remove(place) => (&place.said, Some(name(&place.said)), None),
    };
    ChangeLine { day: today, place: place.name.clone(), before, after }
}

/// The feed of changes (RFC 4287), newest first; nothing where there are no changes. `site` is `https://host`, and
/// `page` and `own` are paths in the feed's language.
pub async fn feed(
    store: &Store,
    campaign: &Campaign,
    locale: Locale,
    site: &str,
    page: &str,
    own: &str,
) -> Result<Option<String>, Error> {
    let changes = store.places().changes(campaign.id, CHANGES_IN_FEED).await?;
    let Some(newest) = changes.first() else { return Ok(None) };
    let statuses = store.places().statuses(campaign.id).await?;
    let words = Words(locale);
    let at = |time: jiff::Timestamp| time.to_string().parse().unwrap_or_default();
    let link = |path: &str, rel: &str, kind: &str| Link {
        href: format!("{site}{path}"),
        rel: rel.to_owned(),
        mime_type: Some(kind.to_owned()),
        ..Link::default()
    };
    let entries = changes
        .iter()
        .map(|change| {
            let said = change_line(campaign, &statuses, change, locale).said(words);
            let day = change.day.map(|day| {
                words.say_with("places-feed-as-of", &[("day", dates::known_day(words, day).into())])
            });
            let note = Some(change.note.clone()).filter(|note| !note.is_empty());
            let summary: Vec<_> = [day, note].into_iter().flatten().collect();
            Entry {
                id: format!("urn:uuid:{}", change.id),
                title: Text::plain(said),
                updated: at(change.changed_at),
                links: vec![link(page, "alternate", "text/html")],
                summary: (!summary.is_empty()).then(|| Text::plain(summary.join("\n"))),
                ..Entry::default()
            }
        })
        .collect();
    let title = &campaign.text(locale).1.title;
    let feed = Feed {
        id: format!("{site}{own}"),
        title: Text::plain(words.say_with("places-feed-title", &[("campaign", title.into())])),
        updated: at(newest.changed_at),
        authors: campaign
            .hosts
            .iter()
            .map(|host| Person { name: host.name.clone(), ..Person::default() })
            .collect(),
        links: vec![link(own, "self", "application/atom+xml"), link(page, "alternate", "text/html")],
        lang: Some(locale.code().to_owned()),
        entries,
        ..Feed::default()
    };
    Ok(Some(feed.to_string()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use redress_domain::{PlaceId, RawPlace, Tone};

    use super::*;

    fn statuses() -> Vec<PlaceStatus> {
        let code = PlaceStatusCode::parse("state grant").unwrap();
        vec![PlaceStatus { code, tone: Tone::Filled, texts: [(Locale::En, "State grant".into())].into() }]
    }

    #[test]
    fn what_is_written_is_read_as_it_was() {
        let raw = RawPlace {
            name: "=Lynn, \"the city\"".into(),
            status: "state grant".into(),
            day: "2011-10".into(),
            source: "https://example.org/a?b=c".into(),
            note: "+1\nsecond line".into(),
            tile: "C4".into(),
        };
        let said = PlaceDraft::parse(&raw, &statuses()).unwrap();
        let file = write_csv(&[Place { id: PlaceId(uuid::Uuid::nil()), said: said.clone() }]).unwrap();
        let first =
            "place,status,as_of,note,source,tile\r\n\"'=Lynn, \"\"the city\"\"\",state grant,2011-10,";
        assert!(file.starts_with(first), "{file}");
        assert!(file.contains("\"'+1\nsecond line\"") && file.ends_with(",C4\r\n"), "{file}");
        let sheet = read_csv(&format!("\u{feff}{file}"), &statuses(), false, Locale::En).unwrap();
        assert_eq!(sheet.rows[0].said, said);
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_said_to_be_one() {
        let text = "place,status\nLynn,\"state grant\nSalem,state grant\n";
        let wrong = read_csv(text, &statuses(), false, Locale::En).unwrap_err();
        assert!(!wrong.is_empty());
        assert_eq!(read_csv("", &statuses(), false, Locale::En).unwrap_err().len(), 2);
    }
}
