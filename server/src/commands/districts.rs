//! `redress import districts`: which ZIP codes a district has (CSV), or where it lies (GeoJSON), for a body.
//! It takes a file whole or not at all, and says what is wrong with it in a sentence.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

use clap::Args;
use geojson::{GeoJson, Value};
use redress_domain::{Outline, Zip, clean_line};
use redress_store::{Body, Store};

use super::{Failed, open, tell};

/// The largest file: a city's districts, drawn to the meter.
const LARGEST: u64 = 50_000_000;
/// More districts than any council has.
const MOST: usize = 500;
/// What a district's name stands under, where nothing else is said.
const PROPERTIES: [&str; 2] = ["district", "name"];

#[derive(Debug, Args)]
pub(super) struct DistrictArgs {
    /// The body's slug, as the desk lists it under Bodies.
    body: String,
    /// A CSV file with the columns zip and district, or a GeoJSON file with the outlines.
    file: PathBuf,
    /// The property of a GeoJSON feature that holds the district's name; `district` or `name` by themselves.
    #[arg(long)]
    property: Option<String>,
    /// Says what would happen, and changes nothing.
    #[arg(long)]
    dry_run: bool,
}

/// What was read.
enum Read {
    /// ZIP code and district.
    Zips(BTreeSet<(String, String)>),
    /// District and outline.
    Outlines(BTreeMap<String, Outline>),
}

/// What became of it.
#[derive(Debug, serde::Serialize)]
struct Imported {
    dry_run: bool,
    body: String,
    zips: usize,
    outlines: usize,
    districts: usize,
    without_seat: Vec<String>,
    without_entry: Vec<String>,
}

pub(super) async fn run(args: DistrictArgs, json: bool) -> Result<(), Failed> {
    let read = read(&args.file, args.property.as_deref())
        .map_err(|problem| format!("{}: {problem}; nothing was imported", args.file.display()))?;
    let (_, store) = open().await?;
    let imported = import(&store, &args, read).await;
    store.close().await;
    tell(&imported?, json)
}

async fn import(store: &Store, args: &DistrictArgs, read: Read) -> Result<Imported, Failed> {
    let found = store.bodies().by_slug(&args.body).await?;
    let body =
        found.ok_or_else(|| format!("there is no body {}; the desk lists them under Bodies", args.body))?;
    let read = match read {
        Read::Zips(rows) => {
            Read::Zips(rows.into_iter().map(|(zip, name)| (zip, seat_name(&body, &name))).collect())
        }
        Read::Outlines(outlines) => Read::Outlines(
            outlines.into_iter().map(|(name, outline)| (seat_name(&body, &name), outline)).collect(),
        ),
    };
    let districts: BTreeSet<String> = match &read {
        Read::Zips(rows) => rows.iter().map(|(_, name)| name.clone()).collect(),
        Read::Outlines(outlines) => outlines.keys().cloned().collect(),
    };
    let seats = body.districts();
    let (zips, outlines) = match &read {
        Read::Zips(rows) => (rows.len(), 0),
        Read::Outlines(outlines) => (0, outlines.len()),
    };
    if !args.dry_run {
        match &read {
            Read::Zips(rows) => store.contacts().import_zips(body.id, rows).await?,
            Read::Outlines(outlines) => store.contacts().import_outlines(body.id, outlines).await?,
        }
    }
    Ok(Imported {
        dry_run: args.dry_run,
        body: body.name,
        zips,
        outlines,
        without_seat: districts.iter().filter(|name| !seats.contains(name)).cloned().collect(),
        without_entry: seats.into_iter().filter(|name| !districts.contains(name)).collect(),
        districts: districts.len(),
    })
}

/// A district as the seats call it: letter case is passed over, and a bare number is the one district with it.
fn seat_name(body: &Body, name: &str) -> String {
    let number = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let districts = body.districts();
    let same = districts.iter().find(|district| district.to_lowercase() == name.to_lowercase());
    let bare = name.bytes().all(|byte| byte.is_ascii_digit());
    let mut numbered =
        districts.iter().filter(|district| bare && number(district) == name.trim_start_matches('0'));
    let only = numbered.next().filter(|_| numbered.next().is_none());
    same.or(only).cloned().unwrap_or_else(|| name.to_owned())
}

fn read(file: &Path, property: Option<&str>) -> Result<Read, String> {
    let size = std::fs::metadata(file).map_err(|error| format!("it cannot be opened ({error})"))?.len();
    if size > LARGEST {
        return Err("it is larger than 50 MB; simplify the outlines first".to_owned());
    }
    let bytes = std::fs::read(file).map_err(|error| format!("it cannot be read ({error})"))?;
    let text = String::from_utf8(bytes).map_err(|_| "it is not text in UTF-8".to_owned())?;
    let text = text.trim_start_matches('\u{FEFF}');
    let is_csv = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    if is_csv { zips(text).map(Read::Zips) } else { outlines(text, property).map(Read::Outlines) }
}

fn zips(text: &str) -> Result<BTreeSet<(String, String)>, String> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let headings = reader.headers().map_err(|error| format!("it is no CSV file ({error})"))?.clone();
    let column = |name: &str| headings.iter().position(|heading| heading.eq_ignore_ascii_case(name));
    let (Some(zip), Some(district)) = (column("zip"), column("district")) else {
        return Err("its first row does not name the columns zip and district".to_owned());
    };
    let mut rows = BTreeSet::new();
    for (number, record) in (2..).zip(reader.records()) {
        let record = record.map_err(|error| format!("row {number} cannot be read ({error})"))?;
        let (zip, district) = (record.get(zip).unwrap_or_default(), record.get(district).unwrap_or_default());
        if zip.is_empty() && district.is_empty() {
            continue;
        }
        let zip = Zip::parse(zip)
            .map_err(|_| format!("row {number}, column zip: {zip:?} is no ZIP code of five digits"))?;
        rows.insert((
            zip.as_str().to_owned(),
            name(district).ok_or(format!("row {number} names no district"))?,
        ));
    }
    if rows.is_empty() {
        return Err("it has no rows".to_owned());
    }
    Ok(rows)
}

fn name(text: &str) -> Option<String> {
    let name = clean_line(text);
    (!name.is_empty() && name.chars().count() <= 80).then_some(name)
}

fn outlines(text: &str, property: Option<&str>) -> Result<BTreeMap<String, Outline>, String> {
    let features = match text.parse::<GeoJson>() {
        Ok(GeoJson::FeatureCollection(collection)) => collection.features,
        Ok(_) => return Err("it is GeoJSON, but no collection of features".to_owned()),
        Err(_) => return Err("it is no GeoJSON (RFC 7946)".to_owned()),
    };
    if features.is_empty() || features.len() > MOST {
        return Err(format!("it has {} features; a body has between 1 and {MOST} districts", features.len()));
    }
    let mut outlines: BTreeMap<String, Outline> = BTreeMap::new();
    for (number, feature) in (1..).zip(features) {
        let asked = property.map_or_else(|| PROPERTIES.to_vec(), |property| vec![property]);
        let value = asked.iter().find_map(|property| feature.property(property));
        // A district's number is a number in many a city's file.
        let found = value.and_then(|value| {
            value.as_str().map(str::to_owned).or_else(|| value.as_i64().map(|n| n.to_string()))
        });
        let Some(district) = found.as_deref().and_then(name) else {
            return Err(format!(
                "feature {number} has no name: its property {} is missing or empty; --property says which one it is",
                asked.join(" or ")
            ));
        };
        let rings = match feature.geometry.map(|geometry| geometry.value) {
            Some(Value::Polygon(rings)) => rings,
            Some(Value::MultiPolygon(polygons)) => polygons.into_iter().flatten().collect(),
            _ => return Err(format!("feature {number} ({district}) is no polygon")),
        };
        let mut sound = Vec::new();
        for ring in rings {
            let points: Option<Vec<(f64, f64)>> =
                ring.iter().map(|point| Some((*point.first()?, *point.get(1)?))).collect();
            sound.push(
                points.ok_or_else(|| format!("feature {number} ({district}) has a point without a place"))?,
            );
        }
        let outline = Outline(sound);
        if !outline.is_sound() {
            return Err(format!(
                "feature {number} ({district}) is not in degrees of longitude and latitude; convert it to WGS 84 first"
            ));
        }
        // A district in several pieces may come as several features.
        outlines.entry(district).or_default().0.extend(outline.0);
    }
    Ok(outlines)
}

impl fmt::Display for Imported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { dry_run, body, zips, outlines, districts, without_seat, without_entry } = self;
        let would = if *dry_run { "would be imported" } else { "imported" };
        if *zips > 0 {
            writeln!(f, "{body}: ZIP codes and their districts {would}: {zips}, of districts: {districts}.")?;
        } else {
            writeln!(f, "{body}: outlines {would}: {outlines}.")?;
        }
        if !without_seat.is_empty() {
            writeln!(f, "In the file, and no seat has it: {}.", without_seat.join(", "))?;
        }
        if !without_entry.is_empty() {
            writeln!(f, "A seat has it, and the file does not: {}.", without_entry.join(", "))?;
        }
        f.write_str(if *dry_run {
            "Nothing was changed: this was a dry run."
        } else {
            "It takes the place of what was imported before."
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    const SQUARE: &str = "[[[-71.2,42.3],[-71.1,42.3],[-71.1,42.4],[-71.2,42.3]]]";

    fn feature(properties: &str, kind: &str, coordinates: &str) -> String {
        format!(
            r#"{{"type":"Feature","properties":{properties},"geometry":{{"type":"{kind}","coordinates":{coordinates}}}}}"#
        )
    }

    fn collection(features: &[String]) -> String {
        format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
    }

    #[test]
    fn outlines_are_read_by_their_names() {
        let text = collection(&[
            feature(r#"{"district":7}"#, "Polygon", SQUARE),
            feature(r#"{"name":"Ward B"}"#, "MultiPolygon", &format!("[{SQUARE},{SQUARE}]")),
            feature(r#"{"district":7}"#, "Polygon", SQUARE),
        ]);
        let read = outlines(&text, None).unwrap();
        assert_eq!(read.keys().collect::<Vec<_>>(), ["7", "Ward B"]);
        assert_eq!((read["7"].0.len(), read["Ward B"].0.len()), (2, 2));
        let named = collection(&[feature(r#"{"DIST":"D1","name":"x"}"#, "Polygon", SQUARE)]);
        assert_eq!(outlines(&named, Some("DIST")).unwrap().keys().collect::<Vec<_>>(), ["D1"]);
    }

    #[test]
    fn what_is_no_map_of_districts_is_refused_with_a_sentence() {
        for (text, said) in [
            ("zip,district\n02121,7\n".to_owned(), "it is no GeoJSON"),
            (r#"{"hello":1}"#.to_owned(), "it is no GeoJSON"),
            ("[".repeat(100_000), "it is no GeoJSON"),
            (feature(r#"{"district":"7"}"#, "Polygon", SQUARE), "no collection of features"),
            (collection(&[]), "it has 0 features"),
            (
                collection(&[feature("{}", "Polygon", SQUARE)]),
                "feature 1 has no name: its property district or name",
            ),
            (collection(&[feature("null", "Polygon", SQUARE)]), "feature 1 has no name"),
            (collection(&[feature(r#"{"district":""}"#, "Polygon", SQUARE)]), "feature 1 has no name"),
            (collection(&[feature(r#"{"district":"7"}"#, "Point", "[-71.2,42.3]")]), "(7) is no polygon"),
            (
                collection(&[feature(
                    r#"{"district":"7"}"#,
                    "Polygon",
                    "[[[230000,890000],[230001,890000],[1,1]]]",
                )]),
                "convert it to WGS 84",
            ),
        ] {
            let refused = outlines(&text, None).unwrap_err();
            assert!(refused.contains(said), "{refused}");
        }
    }

    #[test]
    fn a_crosswalk_is_read_whole_or_not_at_all() {
        let read = zips(
            "\u{FEFF}ZIP, District\n02121-1234,District 7\n02130,District 6\n02130,District 7\n,\n"
                .trim_start_matches('\u{FEFF}'),
        );
        assert_eq!(read.unwrap().len(), 3);
        for (text, said) in [
            ("", "does not name the columns"),
            ("zip\n02121\n", "does not name the columns"),
            ("zip,district\n", "it has no rows"),
            ("zip,district\n02121,7\n2121,7\n", "row 3, column zip: \"2121\""),
            ("zip,district\n02121,\n", "row 2 names no district"),
            ("zip,district\n02121,7,8\n", "row 2 cannot be read"),
        ] {
            let refused = zips(text).unwrap_err();
            assert!(refused.contains(said), "{refused}");
        }
    }
}
