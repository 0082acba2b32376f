// Wakes the islands of a page once it stands. It is the only script of ours: no page needs it, and it asks
// nothing of any other host. The two names below are put in when the pages are built.
import init, * as islands from "./__GLUE__";

await init({ module_or_path: new URL("./__WASM__", import.meta.url) });
islands.hydrate();

// Islands sit beside each other, never inside one another, so their order does not matter.
for (const place of document.querySelectorAll("leptos-island")) {
  islands[place.dataset.component]?.(place);
}
