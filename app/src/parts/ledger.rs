//! How names are shown, everywhere: ruled rows under one heavy line.
//! It shortens no name and hides none; whoever calls it has decided that.

use leptos::prelude::*;

/// One row: what it is about in the face of the titles, and small figures at its end.
#[derive(Debug, Clone)]
pub struct Row {
    /// A name.
    pub name: String,
    /// Place and day, or whatever belongs to the name.
    pub from: String,
    /// Whether the name stands for somebody who is not named.
    pub unnamed: bool,
}

/// Names, ruled.
#[component]
pub fn Ledger(rows: Vec<Row>) -> impl IntoView {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| {
            view! {
                <li data-unnamed=row.unnamed>
                    // Whatever script a name is in, it keeps its own direction.
                    <bdi class="name">{row.name}</bdi>
                    <span class="from">{row.from}</span>
                </li>
            }
        })
        .collect();
    view! { <ol class="ledger">{rows}</ol> }
}
