//! A map of districts, drawn on the server: each a link, and the list beside it says the same in words.
//! It loads no tiles and no script.

use std::fmt::Write as _;

use leptos::prelude::*;

use super::{ContactView, Found, MapView};
use crate::words::Words;

/// The map; the districts are links to their members.
pub fn map(words: Words, view: &ContactView, map: &MapView) -> impl IntoView + use<> {
    let (width, height) = (map.drawn.width, map.drawn.height);
    let districts: Vec<_> = map
        .names
        .iter()
        .zip(&map.drawn.rings)
        .zip(&map.drawn.middles)
        .map(|((name, rings), (x, y))| {
            let chosen = view.found == Found::District(name.clone());
            let href = view.path(words.0, &[("body", &view.body.0), ("district", name)]);
            view! {
                <a href=href aria-label=name.clone() aria-current=chosen.then_some("true")>
                    <path d=path(rings)></path>
                    <text x=x.to_string() y=y.to_string()>{short(name)}</text>
                </a>
            }
        })
        .collect();
    view! {
        <svg
            class="district-map"
            viewBox=format!("-6 -6 {} {}", width + 12, height + 12)
            role="group"
            aria-label=words.say("contact-map")
        >
            {districts}
        </svg>
    }
}

fn path(rings: &[Vec<(i32, i32)>]) -> String {
    let mut path = String::new();
    for ring in rings {
        for (at, (x, y)) in ring.iter().enumerate() {
            let _ = write!(path, "{}{x} {y}", if at == 0 { "M" } else { "L" });
        }
        path.push('Z');
    }
    path
}

/// What fits on a map: a district's number, or its first letters.
fn short(name: &str) -> String {
    let number: String =
        name.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    if number.is_empty() { name.chars().take(8).collect() } else { number }
}
