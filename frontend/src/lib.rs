//! The WASM entry: it wakes the islands, and is all that a browser runs of Redress.
//! It refuses to render pages; those come finished from the server.

// Each island exports its own function; naming the crate is what links them in.
use redress_app as _;
use wasm_bindgen::prelude::wasm_bindgen;

/// Makes ready for the islands; `boot.js` calls it once, and then the function of each island on the page.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
