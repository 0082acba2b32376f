//! `/admin/c/{slug}/letters/{id}/co-signers`: who is asked, who has said yes, and whom a host has to look at.
//! Its numbers add up on one line; it decides nothing by itself.

use leptos::prelude::*;
use redress_domain::{CoSignatureState, LetterState, Standing};

use super::form::{LONGEST_REASON, kinds};
use super::model::{CircularRow, CircularSum, CircularView, PairRow};
use super::page::by;
use crate::dates;
use crate::desk::{Desk, campaign_frame, campaign_head, sum};
use crate::parts::{ErrorSummary, Notice, SelectField, TextArea, TextField, Tone};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of it.
pub fn circulation_head(words: Words, view: &CircularView) -> Page {
    let wrong = !view.errors.is_empty() || !view.wrong_lines.is_empty();
    campaign_head(words, &words.say("circular-title"), &view.title, wrong)
}

/// The sum, what waits for a host, the list, and the forms to invite.
pub fn circulation(words: Words, desk: &Desk, view: &CircularView) -> AnyView {
    let own = format!("/admin/c/{}/letters/{}", view.slug, view.id);
    let done = view.done.map(|(care, key, count, more)| {
        let tone = if care { Tone::Care } else { Tone::Done };
        let values = [("count", count.into()), ("more", more.into())];
        view! { <Notice tone><p>{words.say_with(key, &values)}</p></Notice> }
    });
    let content = view! {
        <ErrorSummary words errors=&view.errors/>
        {wrong_lines(words, view)}
        <h1>{words.say("circular-title")}</h1>
        <p class="lead"><a href=own>{view.letter_title.clone()}</a></p>
        {done}
        {equation(words, &view.sum)}
        {waiting(words, desk, view)}
        {pairs(words, view)}
        {list(words, desk, view)}
        {invite(words, view)}
    };
    campaign_frame(words, desk, &view.slug, &view.title, content).into_any()
}

fn equation(words: Words, of: &CircularSum) -> AnyView {
    let parts = [
        ("whole", of.whole()),
        ("counted", of.counted),
        ("invited", of.invited),
        ("unconfirmed", of.unconfirmed),
        ("waiting", of.waiting),
        ("stale", of.stale),
        ("lapsed", of.lapsed),
        ("merged", of.merged),
        ("ended", of.ended),
    ];
    let word =
        |part, count: u64| words.say_with(&format!("circular-part-{part}"), &[("count", count.into())]);
    sum(words, parts.map(|(part, count)| (part, count, word(part, count).into_any())))
}

/// A deed about one, as a form with one button.
fn deed(row: &CircularRow, name: &'static str, label: String, full: String) -> AnyView {
    view! {
        <form class="inline" method="post">
            <input type="hidden" name="co_signature" value=row.id.to_string()/>
            <button class="as-link" name="do" value=name aria-label=full>{label}</button>
        </form>
    }
    .into_any()
}

/// Those that wait for a host: to be vouched for, or to name another signatory.
fn waiting(words: Words, desk: &Desk, view: &CircularView) -> Option<AnyView> {
    let rows: Vec<_> = view
        .rows
        .iter()
        .filter(|row| row.waits || row.state == CoSignatureState::Lapsed)
        .map(|row| {
            if row.waits {
                vouch(words, desk, view, row).into_any()
            } else {
                another(words, view, row).into_any()
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section>
                <h2>{words.say("circular-waiting")}</h2>
                <p class="lead">{words.say("circular-waiting-lead")}</p>
                <ul class="circular-waiting">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

/// A row's field: its id in the page, and what was typed and is wrong if it is this row's form that came back.
fn typed_at(
    view: &CircularView,
    row: &CircularRow,
    field: &'static str,
) -> (String, String, Option<&'static str>) {
    if view.typed.get("co_signature") == row.id.to_string() {
        (field.to_owned(), view.typed.get(field).to_owned(), view.errors.of(field))
    } else {
        (format!("{field}-{}", row.id), String::new(), None)
    }
}

fn vouch(words: Words, desk: &Desk, view: &CircularView, row: &CircularRow) -> AnyView {
    let domain = row.mailbox.rsplit_once('@').map_or("", |(_, domain)| domain);
    let about = match &row.taken {
        Some(title) => words.say_with("circular-taken", &[("title", title.into())]),
        None if row.standing == Standing::OfDomain => words.say("circular-of-domain"),
        None => {
            let values = [("organization", (&row.name).into()), ("domain", domain.into())];
            words.say_with(&format!("circular-standing-{}", row.standing), &values)
        }
    };
    let granted = row.granted.map(|day| dates::full_day(words, day)).unwrap_or_default();
    let values = [("authority", (&row.authority).into()), ("day", granted.into())];
    let (id, value, error) = typed_at(view, row, "reason");
    view! {
        <li>
            <h3><bdi>{row.name.clone()}</bdi></h3>
            <p>{by(words, &row.signatory, &row.title)} " " <span class="from mailbox">{row.mailbox.clone()}</span></p>
            <p>{words.say_with("circular-authority", &values)}</p>
            <p class="remark">{about}</p>
            <form class="form" method="post">
                <input type="hidden" name="co_signature" value=row.id.to_string()/>
                <TextField
                    words
                    name="reason"
                    id=id
                    label=words.say_with("circular-vouch-reason", &[("member", (&desk.member).into())])
                    hint=words.say("circular-vouch-reason-hint")
                    value=value
                    error=error
                    longest=LONGEST_REASON
                />
                <div class="actions">
                    <button class="button" name="do" value="vouch">{words.say("circular-vouch")}</button>
                    <button class="button" data-quiet name="do" value="take-back">{words.say("circular-refuse")}</button>
                </div>
            </form>
        </li>
    }
    .into_any()
}

fn another(words: Words, view: &CircularView, row: &CircularRow) -> AnyView {
    let why = if row.lapsed.is_empty() {
        words.say("circular-lapsed-mail")
    } else {
        words.say("circular-lapsed-why")
    };
    let (id, value, error) = typed_at(view, row, "another");
    view! {
        <li>
            <h3><bdi>{row.name.clone()}</bdi></h3>
            <p>{by(words, &row.signatory, &row.title)} " " <span class="from mailbox">{row.mailbox.clone()}</span></p>
            <p class="remark">{why}</p>
            <form class="form" method="post">
                <input type="hidden" name="co_signature" value=row.id.to_string()/>
                <TextField
                    words
                    name="another"
                    id=id
                    error=error
                    label=words.say("circular-another")
                    hint=words.say("circular-another-hint")
                    value=value
                    kind="email"
                    optional=true
                />
                <div class="actions">
                    <button class="button" name="do" value="another">{words.say("circular-another-button")}</button>
                    <button class="button" data-quiet name="do" value="take-back">{words.say("circular-take-back")}</button>
                </div>
            </form>
        </li>
    }
    .into_any()
}

fn pairs(words: Words, view: &CircularView) -> Option<AnyView> {
    let rows: Vec<_> = view.pairs.iter().map(|pair| self::pair(words, pair)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section>
                <h2>{words.say("circular-pairs")}</h2>
                <p class="lead">{words.say("circular-pairs-lead")}</p>
                <ul class="circular-waiting">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

fn pair(words: Words, pair: &PairRow) -> AnyView {
    let why = pair.why.map(|why| {
        let values = [("domain", (&pair.domain).into())];
        view! { <p class="remark">{words.say_with(&format!("circular-why-{}", why.as_str()), &values)}</p> }
    });
    let state = |state: CoSignatureState| words.say(&format!("circular-state-{state}"));
    let decided = pair.decided.as_ref().map(|(same, by)| {
        let key = if *same { "circular-decided-same" } else { "circular-decided-different" };
        let by = by.clone().unwrap_or_else(|| words.say("letters-by-nobody"));
        view! { <p>{words.say_with(key, &[("name", by.into())])}</p> }
    });
    let button = |value: &'static str, key: &str| {
        view! { <button class="button" data-quiet name="do" value=value>{words.say(key)}</button> }
    };
    let buttons = if pair.decided.is_some() {
        button("undo", "circular-undo").into_any()
    } else {
        view! { {button("same", "circular-same")} {button("different", "circular-different")} }.into_any()
    };
    view! {
        <li data-decided=pair.decided.is_some()>
            <h3><bdi>{pair.first_name.clone()}</bdi></h3>
            <p class="from">{state(pair.first_state)}</p>
            <h3><bdi>{pair.second_name.clone()}</bdi></h3>
            <p class="from">{state(pair.second_state)}</p>
            {why}
            {decided}
            <form method="post">
                <input type="hidden" name="first" value=pair.first.to_string()/>
                <input type="hidden" name="second" value=pair.second.to_string()/>
                <div class="actions">{buttons}</div>
            </form>
        </li>
    }
    .into_any()
}

fn list(words: Words, desk: &Desk, view: &CircularView) -> AnyView {
    if view.rows.is_empty() {
        return view! {
            <section class="empty">
                <p class="empty-lead">{words.say("circular-empty")}</p>
                <p>{words.say("circular-empty-next")}</p>
            </section>
        }
        .into_any();
    }
    let rows: Vec<_> = view.rows.iter().map(|row| self::row(words, desk, row)).collect();
    view! {
        <section>
            <h2>{words.say("circular-list")}</h2>
            <table class="rows entries circular">
                <caption class="unseen">{words.say("circular-list")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.say("circular-column-who")}</th>
                        <th scope="col">{words.say("circular-column-signatory")}</th>
                        <th scope="col">{words.say("circular-column-state")}</th>
                        <th scope="col" class="do">{words.say("letters-column-do")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn row(words: Words, desk: &Desk, row: &CircularRow) -> AnyView {
    use CoSignatureState::{Invited, Lapsed, Pending, Reaffirmed, Stale, Verified};
    let kind = if row.individual {
        words.say(if row.identification_only { "circular-person-identified" } else { "circular-person" })
    } else {
        words.say(&format!("letter-kind-{}", row.kind))
    };
    let state =
        if row.waits { "circular-state-waiting".to_owned() } else { format!("circular-state-{}", row.state) };
    let version = (row.version > 0).then(|| {
        let values = [("number", row.version.to_string().into())];
        view! { <span class="from">{words.say_with("circular-version", &values)}</span> }
    });
    let vouched = row.vouched.as_ref().map(|(name, reason)| {
        let values = [("name", name.into()), ("reason", reason.into())];
        view! { <span class="from">{words.say_with("circular-vouched", &values)}</span> }
    });
    let merged = row.merged_with.as_ref().map(|other| {
        view! { <span class="from">{words.say_with("circular-merged", &[("name", other.into())])}</span> }
    });
    let quiet = row.quiet.then(|| view! { <span class="from">{words.say("circular-quiet")}</span> });
    let do_it = |name: &'static str| {
        let label = words.say(&format!("circular-do-{name}"));
        let full = words.say_with(&format!("circular-do-{name}-for"), &[("name", (&row.name).into())]);
        deed(row, name, label, full)
    };
    let mailed = !row.mailbox.is_empty() && !row.quiet;
    let resend = (mailed && (matches!(row.state, Invited | Stale) || (row.state == Pending && !row.waits)))
        .then(|| do_it("resend"));
    let back = (matches!(row.state, Invited | Pending | Lapsed) && !row.waits).then(|| do_it("take-back"));
    let gone = (!row.individual && matches!(row.state, Verified | Reaffirmed | Stale)).then(|| do_it("gone"));
    let link = row.link.clone().map(|link| {
        view! {
            <details class="pass-on">
                <summary>{words.say("circular-link")}</summary>
                <code class="hash">{link}</code>
            </details>
        }
    });
    let _ = desk;
    view! {
        <tr data-state=row.state.as_str()>
            <th scope="row"><span class="name"><bdi>{row.name.clone()}</bdi></span> <span class="from">{kind}</span></th>
            <td data-head=words.say("circular-column-signatory")>
                {by(words, &row.signatory, &row.title)}
                <span class="from mailbox">{row.mailbox.clone()}</span>
                {(!row.individual).then(|| row.mail_domain.clone()).flatten().map(|domain| view! {
                    <span class="from">{words.say_with("circular-domain", &[("domain", domain.into())])}</span>
                })}
            </td>
            <td data-head=words.say("circular-column-state")>{words.say(&state)} {version} {vouched} {merged} {quiet} {link}</td>
            <td class="do">{resend} {back} {gone}</td>
        </tr>
    }
    .into_any()
}

fn wrong_lines(words: Words, view: &CircularView) -> Option<AnyView> {
    let lines: Vec<_> = view
        .wrong_lines
        .iter()
        .map(|(line, key)| {
            let values = [("line", (*line as u64).into()), ("what", words.say(key).into())];
            view! { <li><a href="#rows">{words.say_with("circular-line", &values)}</a></li> }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <section class="summary" role="alert" tabindex="-1" autofocus aria-labelledby="lines-title">
                <h2 id="lines-title">{words.say("circular-lines")}</h2>
                <ul>{lines}</ul>
            </section>
        }
        .into_any()
    })
}

fn invite(words: Words, view: &CircularView) -> AnyView {
    if view.state != LetterState::Circulating {
        return view! { <p class="notice" data-tone="plain">{words.say("circular-not-yet")}</p> }.into_any();
    }
    let typed = &view.typed;
    let field = |name: &'static str, kind: &'static str, optional: bool| {
        view! {
            <TextField
                words
                name
                kind
                label=words.say(&format!("circular-field-{name}"))
                value=if typed.get("do") == "invite-one" { typed.get(name).to_owned() } else { String::new() }
                error=view.errors.of(name)
                optional
            />
        }
    };
    view! {
        <section>
            <h2>{words.say("circular-invite")}</h2>
            <form class="form one-form still" method="post" novalidate>
                <TextArea
                    words
                    name="rows"
                    label=words.say("circular-rows")
                    hint=words.say("circular-rows-hint")
                    value=typed.get("rows")
                    error=view.errors.of("rows")
                    rows=6
                />
                <div class="actions">
                    <button class="button" name="do" value="invite">{words.say("circular-invite-button")}</button>
                </div>
            </form>
            <details class="folded" open=typed.get("do") == "invite-one">
                <summary>{words.say("circular-invite-one")}</summary>
                <form class="form one-form still" method="post" novalidate>
                    {field("organization", "text", false)}
                    <SelectField
                        words
                        name="kind"
                        label=words.say("letter-field-kind")
                        choices=kinds(words)
                        chosen=typed.get("kind")
                    />
                    {field("mail_domain", "text", true)}
                    {field("site", "text", true)}
                    {field("mailbox", "email", true)}
                    <div class="actions">
                        <button class="button" name="do" value="invite-one">{words.say("circular-invite-one-button")}</button>
                    </div>
                </form>
            </details>
        </section>
    }
    .into_any()
}
