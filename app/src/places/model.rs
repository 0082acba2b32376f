//! What the tracker's page shows.

use jiff::civil::Date;
use redress_domain::{KnownDay, Locale, PlaceStatusCode, Slug, Tile, Tone};

use crate::words::Words;

/// `/c/{slug}/places`
#[derive(Debug, Clone)]
pub struct PlacesView {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub campaign: String,
    /// Its languages, the first in front.
    pub languages: Vec<Locale>,
    /// Every status, in order, with how many places have it.
    pub statuses: Vec<StatusView>,
    /// The places to list: all, or those of one status.
    pub rows: Vec<PlaceLine>,
    /// Every place, on its tile.
    pub tiles: Vec<TileView>,
    /// Whether tiles lie roughly where their places do; else they come in the order of the alphabet.
    pub is_map: bool,
    /// The status that is asked for.
    pub only: Option<PlaceStatusCode>,
    /// How the list is sorted.
    pub sort: Sort,
    /// What changed last, newest first.
    pub changes: Vec<ChangeLine>,
    /// Today, in the campaign's time zone.
    pub today: Date,
}

/// The order of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// By name.
    #[default]
    Place,
    /// By status, as the statuses are ordered.
    Status,
    /// The latest first.
    Day,
}

impl Sort {
    /// As in the address; the order by name has none.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Place => "",
            Self::Status => "status",
            Self::Day => "day",
        }
    }
}

/// A status.
#[derive(Debug, Clone)]
pub struct StatusView {
    /// Its name in addresses.
    pub code: PlaceStatusCode,
    /// What it is called.
    pub name: String,
    /// How it is drawn.
    pub tone: Tone,
    /// Its letter on the map.
    pub letter: char,
    /// How many places have it.
    pub count: usize,
}

/// A place in the list.
#[derive(Debug, Clone)]
pub struct PlaceLine {
    /// Its name.
    pub name: String,
    /// The number of its status among the statuses.
    pub status: usize,
    /// Since when.
    pub day: Option<KnownDay>,
    /// Where it is written: a text, or an address.
    pub source: String,
    /// A note.
    pub note: String,
}

/// A place on the map.
#[derive(Debug, Clone)]
pub struct TileView {
    /// Its name.
    pub name: String,
    /// The number of its status among the statuses.
    pub status: usize,
    /// Where it stands.
    pub at: Tile,
    /// Whether another status is asked for.
    pub faded: bool,
}

/// A change, as the page and the feed say it.
#[derive(Debug, Clone)]
pub struct ChangeLine {
    /// The day it was written down.
    pub day: Date,
    /// The place.
    pub place: String,
    /// The status before, by its name; `None` for a place that is new.
    pub before: Option<String>,
    /// The status after; `None` for a place that was taken off.
    pub after: Option<String>,
}

impl ChangeLine {
    /// In a sentence: `Brookline: State grant became Refused after a vote`.
    pub fn said(&self, words: Words) -> String {
        let place = ("place", (&self.place).into());
        match (&self.before, &self.after) {
            (None, Some(after)) => words.say_with("places-change-new", &[place, ("after", after.into())]),
            (Some(before), Some(after)) if before != after => words.say_with(
                "places-change-status",
                &[place, ("before", before.into()), ("after", after.into())],
            ),
            (Some(_), Some(after)) => words.say_with("places-change-same", &[place, ("after", after.into())]),
            (_, None) => words.say_with("places-change-gone", &[place]),
        }
    }
}
