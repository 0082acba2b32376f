//! How far the build of a packet is, without reloading the page.
//! It never reloads by itself: what somebody is reading or filling in stays where it is.

use leptos::prelude::*;

use super::ask::BuildProgress;

/// A bar, what it says, and once it is done the way to the packet. Without scripts, a hint to reload.
#[island]
pub fn Progress(
    slug: String,
    packet: String,
    percent: u8,
    label: String,
    /// With `#` where the number goes.
    building: String,
    reload: String,
    ready: String,
    failed: String,
    /// Where the packet is listed.
    page: String,
) -> impl IntoView {
    let awake = RwSignal::new(false);
    let progress = RwSignal::new(BuildProgress::Building(percent));
    #[cfg(feature = "hydrate")]
    Effect::new(move || {
        awake.set(true);
        browser::follow(slug.clone(), packet.clone(), progress);
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = (slug, packet);
    let done = move || match progress.get() {
        BuildProgress::Building(percent) => percent,
        BuildProgress::Ready | BuildProgress::Failed => 100,
    };
    view! {
        <div class="progress">
            <progress
                max="100"
                value=move || done().to_string()
                aria-label=label
                hidden=move || progress.get() == BuildProgress::Failed
            ></progress>
            // The number changes every second: it is there to be read, the end is what is announced.
            <p hidden=move || !matches!(progress.get(), BuildProgress::Building(_))>
                {move || building.replace('#', &done().to_string())}
            </p>
            <p class="quiet" hidden=move || awake.get()>{reload}</p>
            <p role="status">
                <a href=page hidden=move || progress.get() != BuildProgress::Ready>{ready}</a>
                <span hidden=move || progress.get() != BuildProgress::Failed>{failed}</span>
            </p>
        </div>
    }
}

#[cfg(feature = "hydrate")]
mod browser {
    use std::time::Duration;

    use leptos::prelude::*;
    use leptos::task::spawn_local;

    use super::BuildProgress;
    use crate::islands::ask;

    const PAUSE: Duration = Duration::from_secs(1);

    /// Asks every second until the build has ended, and not at all from a tab in the background.
    pub fn follow(slug: String, packet: String, progress: RwSignal<BuildProgress>) {
        let asking = StoredValue::new(false);
        let timer = StoredValue::new(None);
        let tick = move || {
            if !matches!(progress.get_untracked(), BuildProgress::Building(_)) {
                if let Some(timer) = timer.get_value() {
                    IntervalHandle::clear(&timer);
                }
                return;
            }
            // One question at a time, however slow the answers are.
            if asking.get_value() || document().hidden() {
                return;
            }
            asking.set_value(true);
            let (slug, packet) = (slug.clone(), packet.clone());
            spawn_local(async move {
                if let Ok(Some(now)) = ask::packet_progress(slug, packet).await {
                    progress.set(now);
                }
                asking.set_value(false);
            });
        };
        timer.set_value(set_interval_with_handle(tick, PAUSE).ok());
    }
}
