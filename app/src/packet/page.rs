//! `/admin/c/{slug}/packet`.
//! It offers no button while something is missing without which the packet would not stand.

use leptos::prelude::*;
use redress_domain::Locale;

use super::{PacketRow, PacketState, PacketView, Preflight};
use crate::dates;
use crate::desk::{Desk, campaign_frame, campaign_head};
use crate::islands::Progress;
use crate::parts::{Choice, Choices};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn head(words: Words, view: &PacketView) -> Page {
    let building = view.packets.iter().any(|packet| matches!(packet.state, PacketState::Building(_)));
    let page = campaign_head(words, &words.say("packets-title"), &view.title, false);
    Page { islands: building, ..page }
}

/// Preflight, the form, the packets.
pub fn page(words: Words, desk: &Desk, view: &PacketView) -> AnyView {
    let stopped = view.preflight.iter().any(|item| item.stops);
    let content = view! {
        <h1>{words.say("packets-title")}</h1>
        <p class="lead">{words.say("packets-lead")}</p>
        <p><strong>{words.say_with("packets-now", &[("count", view.confirmed.into())])}</strong></p>
        {(view.testimonies > 0).then(|| view! {
            <p>
                <strong>
                    {words.say_with("packets-now-testimonies", &[("count", view.testimonies.into())])}
                </strong>
            </p>
        })}
        {preflight(words, &view.preflight)}
        {(!stopped).then(|| form(words, view))}
        {packets(words, desk, view)}
    };
    campaign_frame(words, desk, &view.slug, &view.title, content).into_any()
}

fn preflight(words: Words, items: &[Preflight]) -> AnyView {
    let list = if items.is_empty() {
        view! { <p>{words.say("packets-preflight-clear")}</p> }.into_any()
    } else {
        // What stops the building comes first, and says so in words.
        let groups = [(true, "packets-stops"), (false, "packets-note")];
        let items: Vec<_> =
            groups.into_iter().filter_map(|(stops, label)| group(words, items, stops, label)).collect();
        view! { <dl class="preflight">{items}</dl> }.into_any()
    };
    view! {
        <section aria-labelledby="preflight">
            <h2 id="preflight">{words.say("packets-preflight")}</h2>
            {list}
        </section>
    }
    .into_any()
}

fn group(words: Words, items: &[Preflight], stops: bool, label: &str) -> Option<AnyView> {
    let said: Vec<_> = items
        .iter()
        .filter(|item| item.stops == stops)
        .map(|item| {
            let values = [("count", item.count.into()), ("lines", (&item.lines).into())];
            view! { <dd>{words.say_with(item.message, &values)}</dd> }
        })
        .collect();
    (!said.is_empty())
        .then(|| {
            view! {
                <div data-stops=stops>
                    <dt>{words.say(label)}</dt>
                    {said}
                </div>
            }
        })
        .map(IntoAny::into_any)
}

fn form(words: Words, view: &PacketView) -> AnyView {
    let slices = vec![
        Choice::new("all", words.say("packets-slice-all")),
        Choice::new("residents", words.say("packets-slice-residents")),
    ];
    let languages: Vec<_> =
        view.languages.iter().map(|locale| Choice::new(locale.code(), locale.endonym())).collect();
    // The first language is the campaign's own; with one alone there is nothing to choose.
    let first = view.languages.first().copied().map_or(Locale::default().code(), Locale::code);
    let language = if languages.len() > 1 {
        view! { <Choices words name="language" legend=words.say("packets-language") choices=languages chosen=first/> }
            .into_any()
    } else {
        view! { <input type="hidden" name="language" value=first/> }.into_any()
    };
    view! {
        <section aria-labelledby="build">
            <h2 id="build">{words.say("packets-new")}</h2>
            <form class="build" method="post" action=format!("/admin/c/{}/packet", view.slug)>
                {recipients(words, view)}
                <div class="pair">
                    <Choices words name="slice" legend=words.say("packets-slice") choices=slices chosen="all"/>
                    {language}
                </div>
                <button class="button">{words.say("packets-build")}</button>
            </form>
        </section>
    }
    .into_any()
}

/// With one body alone there is nothing to choose.
fn recipients(words: Words, view: &PacketView) -> Option<AnyView> {
    let options: Vec<_> = view
        .recipients
        .iter()
        .map(|(slug, name)| view! { <option value=slug.clone()>{name.clone()}</option> })
        .collect();
    (options.len() > 1)
        .then(|| {
            view! {
                <div class="field">
                    <label for="recipient">{words.say("packets-recipient")}</label>
                    <select id="recipient" name="recipient">{options}</select>
                </div>
            }
        })
        .map(IntoAny::into_any)
}

fn packets(words: Words, desk: &Desk, view: &PacketView) -> AnyView {
    let list = if view.packets.is_empty() {
        view! { <p class="quiet">{words.say("packets-empty")}</p> }.into_any()
    } else {
        let heard = has_testimony(view);
        let rows: Vec<_> = view.packets.iter().map(|packet| row(words, desk, view, packet)).collect();
        view! {
            <table class="rows entries packets">
                <caption class="unseen">{words.say("packets-caption")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.say("packets-column-number")}</th>
                        <th scope="col">{words.say("packets-column-state")}</th>
                        <th scope="col" class="number">{words.say("packets-column-signatures")}</th>
                        {heard.then(|| view! {
                            <th scope="col" class="number">{words.say("packets-column-testimonies")}</th>
                        })}
                        <th scope="col" class="number">{words.say("packets-column-size")}</th>
                        <th scope="col">{words.say("packets-column-seal")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="packets">
            <h2 id="packets">{words.say("packets-list")}</h2>
            {list}
        </section>
    }
    .into_any()
}

/// Whether there is testimony in any packet, or would be in the next.
fn has_testimony(view: &PacketView) -> bool {
    view.testimonies > 0 || view.packets.iter().any(|packet| packet.testimonies > 0)
}

fn row(words: Words, desk: &Desk, view: &PacketView, packet: &PacketRow) -> AnyView {
    let done = matches!(packet.state, PacketState::Ready | PacketState::Superseded);
    // A text, not a number: it is a name, and names have no separators.
    let number = packet.number.to_string();
    let by = packet.member.as_ref().map(|member| {
        view! { <span class="from">{words.say_with("packets-by", &[("member", member.into())])}</span> }
    });
    let to = packet.recipient.as_ref().map(|to| {
        view! { <span class="from">{words.say_with("packets-to", &[("recipient", to.into())])}</span> }
    });
    let figure = |text: String| if done { text } else { "–".to_owned() };
    view! {
        <tr data-state=done.then_some("done")>
            <th scope="row">
                <span class="name">{words.say_with("packets-number", &[("number", (&number).into())])}</span>
                <span class="from">{dates::day_and_time(words, &packet.taken_at, desk.today)}</span>
                {to}
                {by}
            </th>
            <td>{state(words, view, packet, &number)}</td>
            // The columns' heads are out of sight on a phone; a bare figure carries its own there.
            <td class="number" data-head=words.say("packets-column-signatures")>
                {figure(words.number(packet.signatures))}
            </td>
            {has_testimony(view).then(|| view! {
                <td class="number" data-head=words.say("packets-column-testimonies")>
                    {figure(words.number(packet.testimonies))}
                </td>
            })}
            <td class="number" data-head=words.say("packets-column-size")>{figure(size(words, packet.bytes))}</td>
            {seal(words, packet.sha256.clone().filter(|_| done))}
        </tr>
    }
    .into_any()
}

fn state(words: Words, view: &PacketView, packet: &PacketRow, number: &String) -> AnyView {
    let page = format!("/admin/c/{}/packet", view.slug);
    // The newest is the one to deliver; an older one is still there to compare.
    let download = |newest: bool| {
        let label = words.say_with("packets-download-for", &[("number", number.into())]);
        let class = newest.then_some("button");
        view! {
            <a class=class data-quiet=newest href=format!("{page}/{}", packet.id) download="" aria-label=label>
                {words.say("packets-download")}
            </a>
        }
    };
    match &packet.state {
        PacketState::Building(percent) => view! {
            <Progress
                slug=view.slug.to_string()
                packet=packet.id.to_string()
                percent=*percent
                label=words.say_with("packets-building-label", &[("number", number.into())])
                building=words.say_with("packets-building", &[("percent", "#".into())])
                reload=words.say("packets-building-reload")
                ready=words.say("packets-building-ready")
                failed=words.say("packets-building-failed")
                page=page
            />
        }
        .into_any(),
        PacketState::Ready => view! {
            <span class="ready">{words.say("packets-ready")}</span>
            <br/>
            {download(true)}
        }
        .into_any(),
        PacketState::Superseded => view! {
            <span class="quiet">{words.say("packets-superseded")}</span>
            <br/>
            {download(false)}
        }
        .into_any(),
        PacketState::Failed(reference) => view! {
            <span class="failed">{words.say_with("packets-failed", &[("reference", reference.into())])}</span>
        }
        .into_any(),
    }
}

fn seal(words: Words, seal: Option<String>) -> AnyView {
    let head = seal.is_some().then(|| words.say("packets-column-seal"));
    view! { <td data-head=head>{seal.map(|seal| sealed(words, seal))}</td> }.into_any()
}

/// The first letters of the seal, enough to compare by eye; all of it behind a line that opens.
fn sealed(words: Words, seal: String) -> AnyView {
    let short: String = seal.chars().take(12).collect();
    view! {
        <details class="seal">
            <summary><code>{short} "…"</code></summary>
            <p class="quiet">{words.say("packets-seal-whole")}</p>
            <code class="address">{seal}</code>
        </details>
    }
    .into_any()
}

/// `412 kB`, `3.4 MB`: decimal units, as every file manager but one shows them.
fn size(words: Words, bytes: u64) -> String {
    let kilobytes = bytes.div_ceil(1_000);
    if kilobytes < 1_000 {
        return words.say_with("packets-size-kb", &[("size", kilobytes.into())]);
    }
    let tenths = bytes.div_ceil(100_000);
    let point = match words.0 {
        Locale::En => '.',
        Locale::Es => ',',
    };
    let size = format!("{}{point}{}", words.number(tenths / 10), tenths % 10);
    words.say_with("packets-size-mb", &[("size", size.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_said_in_the_unit_that_suits_them() {
        let english = Words(Locale::En);
        assert_eq!(size(english, 1), "1 kB");
        assert_eq!(size(english, 411_200), "412 kB");
        assert_eq!(size(english, 3_400_000), "3.4 MB");
        assert_eq!(size(Words(Locale::Es), 3_410_000), "3,5 MB");
    }
}
