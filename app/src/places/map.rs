//! Tiles and swatches, drawn as SVG on the server: a pattern and a letter for each status, and a color besides.

use leptos::prelude::*;
use redress_domain::{Tone, short_name};

use super::model::{PlacesView, TileView};
use crate::words::Words;

/// The side of a tile, in the drawing's own units.
const SIDE: u32 = 40;
/// What a tile's name stands on.
const STRIP: u32 = 13;

/// The patterns that the drawings of a page share. A page has them once, before the first drawing.
#[component]
pub fn Patterns() -> impl IntoView {
    view! {
        <svg class="patterns" width="0" height="0" aria-hidden="true">
            <defs>
                <pattern id="tone-striped" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="tone-ground" width="7" height="7"></rect>
                    <rect class="tone-seal" width="3.5" height="7"></rect>
                </pattern>
                <pattern id="tone-dotted" width="6" height="6" patternUnits="userSpaceOnUse">
                    <rect class="tone-ground" width="6" height="6"></rect>
                    <circle class="tone-ink" cx="3" cy="3" r="1.25"></circle>
                </pattern>
                <pattern id="tone-crossed" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="tone-harbor" width="7" height="7"></rect>
                    <rect class="tone-ground" width="5" height="5"></rect>
                </pattern>
            </defs>
        </svg>
    }
}

/// What a tone fills a shape with: a class for plain ones, a pattern for the others.
const fn fill(tone: Tone) -> (&'static str, Option<&'static str>) {
    match tone {
        Tone::Filled => ("tone-seal", None),
        Tone::Striped => ("", Some("url(#tone-striped)")),
        Tone::Dotted => ("", Some("url(#tone-dotted)")),
        Tone::Crossed => ("", Some("url(#tone-crossed)")),
        Tone::Open => ("tone-ground", None),
    }
}

/// A status as the map draws it, small, beside its name.
#[component]
pub fn Swatch(tone: Tone, letter: char) -> impl IntoView {
    let (class, pattern) = fill(tone);
    view! {
        <svg class="swatch" viewBox="0 0 28 28" aria-hidden="true">
            <rect class=class fill=pattern x="1" y="1" width="26" height="26"></rect>
            <circle class="plaque" cx="14" cy="14" r="8.5"></circle>
            <text class="letter-of" x="14" y="18.4" text-anchor="middle">{letter.to_string()}</text>
            <rect class="edge" x="1" y="1" width="26" height="26"></rect>
        </svg>
    }
}

/// Every place as a tile. The table says all that it says, so that it is one picture to whoever cannot see it.
pub fn map(words: Words, view: &PlacesView) -> impl IntoView + use<> {
    let across = view.tiles.iter().map(|tile| u32::from(tile.at.column) + 1).max().unwrap_or(1);
    let down = view.tiles.iter().map(|tile| u32::from(tile.at.row) + 1).max().unwrap_or(1);
    let tiles: Vec<_> = view.tiles.iter().map(|tile| drawn(words, view, tile)).collect();
    let how = if view.is_map { "places-map-how" } else { "places-map-alphabet" };
    view! {
        <figure class="map" id="map">
            <svg
                viewBox=format!("0 0 {} {}", across * SIDE, down * SIDE)
                role="img"
                aria-label=words.say("places-map-label")
            >
                {tiles}
            </svg>
            <figcaption class="quiet">{words.say(how)}</figcaption>
        </figure>
    }
}

fn drawn(words: Words, view: &PlacesView, tile: &TileView) -> impl IntoView + use<> {
    let (x, y) = (u32::from(tile.at.column) * SIDE, u32::from(tile.at.row) * SIDE);
    let status = view.statuses.get(tile.status);
    let (class, pattern) = fill(status.map_or(Tone::Open, |status| status.tone));
    let letter = status.map(|status| status.letter.to_string()).unwrap_or_default();
    let name = status.map(|status| status.name.clone()).unwrap_or_default();
    let title = words.say_with("places-tile", &[("place", (&tile.name).into()), ("status", name.into())]);
    let inner = SIDE - 3;
    view! {
        <g class="tile" data-faded=tile.faded.then_some("true") transform=format!("translate({x} {y})")>
            <title>{title}</title>
            <rect class=class fill=pattern x="1.5" y="1.5" width=inner height=inner></rect>
            <circle class="plaque" cx="20" cy="15" r="9"></circle>
            <text class="letter-of" x="20" y="19.6" text-anchor="middle">{letter}</text>
            <g class="tile-name">
                <rect class="tone-ground" x="1.5" y=SIDE - STRIP - 1 width=inner height=STRIP - 1></rect>
                <text x="20" y="36" text-anchor="middle">{short_name(&tile.name)}</text>
            </g>
            <rect class="edge" x="1.5" y="1.5" width=inner height=inner></rect>
        </g>
    }
}
