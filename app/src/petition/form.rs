//! The form: the same fields beside the story and on a page of its own, posted to one address.
//! Nothing in it is preset, and nothing in it is required by the browser: the server says what is missing, in words.

use leptos::prelude::*;
use redress_domain::{EmailAddress, PersonName, Residency, SignForm, StreetRule, Visibility};

use super::model::SignFormView;
use crate::campaign::model::CampaignView;
use crate::islands::{CheckWords, SignChecks};
use crate::parts::{Choice, Choices, TextArea, TextField, TickBox, Width};
use crate::words::Words;

/// The longest street, apartment, city and state, as in [`SignForm`].
const LONGEST_LINE: usize = 120;

/// Where the form stands: what may be left out is folded away where room is scarce.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Beside the story.
    Beside,
    /// On a page of its own, with the petition above it.
    Own,
    /// On another site's page, in a frame, without any script.
    Embedded,
}

/// The form, empty or as it was typed.
pub(crate) fn form(words: Words, view: &CampaignView, sign: &SignFormView, place: Place) -> AnyView {
    let (typed, errors, rules) = (&sign.typed, &sign.errors, view.rules);
    let residents_only = (!rules.elsewhere).then(|| {
        view! { <p class="remark">{words.say("sign-residents-only")}</p> }
    });
    // Someone from elsewhere has a postal code of another kind, with letters in it.
    let (zip_label, zip_keys) =
        if rules.elsewhere { ("sign-zip-or-other", "text") } else { ("sign-zip", "numeric") };
    // What is promised of the mailbox holds for every box of the form.
    let email_hint = if sign.asks.is_some() { "sign-email-hint-asked" } else { "sign-email-hint" };
    let action = match place {
        Place::Beside | Place::Own => view.path(words.0, "/sign"),
        Place::Embedded => view.embed_path(words.0, ""),
    };
    view! {
        <form class="form" method="post" action=action novalidate>
            {residents_only}
            <TextField
                words
                name="name"
                label=words.say("sign-name")
                value=typed.name.clone()
                error=errors.of("name")
                autocomplete="name"
                // A browser counts UTF-16 units; scripts with combining marks need several for a letter.
                longest={PersonName::LONGEST * 4}
            />
            <TextField
                words
                name="email"
                label=words.say("sign-email")
                hint=words.say(email_hint)
                value=typed.email.clone()
                error=errors.of("email")
                kind="email"
                autocomplete="email"
                inputmode="email"
                longest=EmailAddress::LONGEST
                checked_while_typing=true
            />
            {address(words, view, sign, place)}
            <TextField
                words
                name="zip"
                label=words.say(zip_label)
                value=typed.zip.clone()
                error=errors.of("zip")
                autocomplete="postal-code"
                inputmode=zip_keys
                longest=10
                width=Width::Short
                checked_while_typing=true
            />
            <Choices
                words
                name="residency"
                legend=words.say("sign-residency")
                choices=residencies(words, rules.elsewhere)
                dense=true
                chosen=typed.residency.clone()
                error=errors.of("residency")
            />
            <Choices
                words
                name="visibility"
                legend=words.say("sign-visibility")
                choices=visibilities(words)
                chosen=typed.visibility.clone()
                error=errors.of("visibility")
            />
            // It concerns a name that is not shown; where the style sheet can tell, it appears with that choice.
            <div class="if-hidden">
                <TickBox
                    words
                    name="share"
                    label=words.say("sign-share")
                    hint=words.say("sign-share-hint")
                    checked=typed.share == "on"
                />
            </div>
            {comment(words, view, sign, place)}
            <TickBox
                words
                name="news"
                label=words.say("sign-news")
                checked=typed.news == "on"
            />
            {partner(words, sign)}
            {unseen(words, sign)}
            <button class="button">{words.say("sign-button")}</button>
            <div class="small-print">
                <p>{words.say("sign-after")} " " {read_first(words, view, place)}</p>
                <p>{words.say_with("sign-promise", &[("days", view.retention_days.into())])}</p>
            </div>
        </form>
    }
    .into_any()
}

/// How a signer may appear; also on the page of one's own.
pub(crate) fn visibilities(words: Words) -> Vec<Choice> {
    Visibility::ALL
        .iter()
        .map(|choice| Choice::new(choice.as_str(), words.say(&format!("sign-visibility-{choice}"))))
        .collect()
}

fn residencies(words: Words, elsewhere: bool) -> Vec<Choice> {
    Residency::ALL
        .iter()
        .filter(|choice| elsewhere || **choice != Residency::Elsewhere)
        .map(|choice| Choice::new(choice.as_str(), words.say(&format!("sign-residency-{choice}"))))
        .collect()
}

/// Street, apartment, city, state: in the open where the recipient demands them or where there is room.
fn address(words: Words, view: &CampaignView, sign: &SignFormView, place: Place) -> Option<AnyView> {
    let (typed, errors, rule) = (&sign.typed, &sign.errors, view.rules.street);
    let required = rule == StreetRule::Required;
    let hint = match rule {
        StreetRule::No => return None,
        StreetRule::Optional => "sign-address-hint",
        StreetRule::Required => "sign-address-required-hint",
    };
    let line = |name: &'static str, value: &str, autocomplete: &'static str, label: &str| {
        view! {
            <TextField
                words
                name
                label=words.say(label)
                value=value.to_owned()
                error=errors.of(name)
                // Where the whole address may be left out, its heading says so.
                optional=required && name != "street"
                autocomplete
                longest=LONGEST_LINE
            />
        }
    };
    let fields = view! {
        <p class="hint">{words.say(hint)}</p>
        {line("street", &typed.street, "address-line1", "sign-street")}
        <div class="pair">
            {line("unit", &typed.unit, "address-line2", "sign-unit")}
            {line("city", &typed.city, "address-level2", "sign-city")}
        </div>
        {line("state", &typed.state, "address-level1", "sign-state")}
    };
    if required || place == Place::Own {
        let optional = (!required).then(|| optional(words));
        let group = view! {
            <fieldset class="group">
                <legend>{words.say("sign-address")} {optional}</legend>
                {fields}
            </fieldset>
        };
        return Some(group.into_any());
    }
    let used = [&typed.street, &typed.unit, &typed.city, &typed.state].iter().any(|line| !line.is_empty());
    Some(folded(words, "sign-address", used, fields.into_any()).into_any())
}

/// The comment, where the campaign takes one, and the island that remarks on the fields.
fn comment(words: Words, view: &CampaignView, sign: &SignFormView, place: Place) -> AnyView {
    let (typed, errors) = (&sign.typed, &sign.errors);
    let checks = CheckWords {
        email: words.say("check-email"),
        zip: words.say("check-zip"),
        left_one: words.say("check-left-one"),
        left_many: words.say("check-left-many"),
    };
    let checks = (place != Place::Embedded)
        .then(|| view! { <SignChecks words=checks longest=SignForm::LONGEST_COMMENT/> });
    if !view.rules.comments {
        return checks.into_any();
    }
    let own = place == Place::Own;
    let field = view! {
        <div class="group">
            <TextArea
                words
                name="comment"
                label=words.say("sign-comment")
                hint=words.say("sign-comment-hint")
                value=typed.comment.clone()
                error=errors.of("comment")
                optional=own
                longest=SignForm::LONGEST_COMMENT
                rows=4
            />
            {checks}
        </div>
    };
    if own {
        return field.into_any();
    }
    folded(words, "sign-comment", !typed.comment.is_empty(), field.into_any()).into_any()
}

/// What the partner whose link it was asks: one more box, unticked, with the very words that were agreed.
fn partner(words: Words, sign: &SignFormView) -> Option<AnyView> {
    let asks = sign.asks.as_ref()?;
    Some(
        view! {
            <div class="partner-asks">
                <TickBox
                    words
                    name="hear"
                    label=asks.text.clone()
                    hint=words.say("sign-hear-hint")
                    // Ticked beside other words, it is not ticked beside these.
                    checked=sign.typed.hear == "on" && sign.typed.wording == asks.wording.to_string()
                />
                <input type="hidden" name="wording" value=asks.wording.to_string()/>
            </div>
        }
        .into_any(),
    )
}

fn optional(words: Words) -> AnyView {
    view! { " " <span class="optional">{words.say("field-optional")}</span> }.into_any()
}

/// What may be left out, behind its own name; it opens without a script.
fn folded(words: Words, title: &str, open: bool, content: AnyView) -> AnyView {
    view! {
        <details class="folded" open=open>
            <summary>{words.say(title)} {optional(words)}</summary>
            <div class="group">{content}</div>
        </details>
    }
    .into_any()
}

/// The server's mark of the time, the share link's label, and a field that no person sees and only a machine fills in.
fn unseen(words: Words, sign: &SignFormView) -> AnyView {
    view! {
        <input type="hidden" name="seen" value=sign.seen.clone()/>
        <input type="hidden" name="source" value=sign.typed.source.clone()/>
        <div class="unseen" aria-hidden="true">
            <label for="website">{words.say("sign-honeypot")}</label>
            <input id="website" name="website" tabindex="-1" autocomplete="off" value=sign.typed.website.clone()/>
        </div>
    }
    .into_any()
}

/// Beside the story, the text that is signed is one jump away.
fn read_first(words: Words, view: &CampaignView, place: Place) -> Option<AnyView> {
    let path = view.path(words.0, "#petition");
    (place == Place::Beside)
        .then(|| view! { <a href=path>{words.say("sign-text-link")}</a> "." })
        .map(IntoAny::into_any)
}
