//! The form: about what, the letter itself, who writes it, and how it goes off.
//! It is one form with several buttons; the first of them changes nothing, since Enter presses it.

use leptos::prelude::*;
use redress_domain::{
    EmailAddress, FieldErrors, Language, PersonName, Residency, Speaking, Stance, TestimonyForm, parts,
};

use super::letter::{matter_line, of_language};
use super::model::{HearingChoice, WriteView};
use crate::islands::{DraftDesk, DraftWords};
use crate::parts::{Choice, Choices, TextField, TickBox, Width, typed_text};
use crate::words::Words;

/// Parts that a page asks for at a time; a template has a handful.
const MOST_PARTS: usize = 50;

/// A message about the form, with the numbers and names that it tells.
pub(super) fn say_error(words: Words, view: &WriteView, key: &str) -> String {
    let late = view.chosen_hearing().map_or("", |hearing| hearing.cutoff.as_str());
    words.say_with(
        key,
        &[
            ("words", view.told.words.into()),
            ("limit", view.told.limit.unwrap_or_default().into()),
            ("part", (&view.told.part).into()),
            ("when", late.into()),
        ],
    )
}

impl WriteView {
    /// The hearing that is chosen, or the only one there is.
    pub fn chosen_hearing(&self) -> Option<&HearingChoice> {
        let chosen = self.hearings.iter().find(|hearing| hearing.id.to_string() == self.typed.hearing);
        chosen.or(match &self.hearings[..] {
            [only] => Some(only),
            _ => None,
        })
    }

    fn language(&self) -> Option<Language> {
        self.typed.text_language()
    }
}

/// The form.
pub(super) fn form(words: Words, view: &WriteView) -> AnyView {
    view! {
        <form class="form write" id="write" method="post" action=view.action.clone() novalidate>
            {what(words, view).into_any()}
            {paper(words, view).into_any()}
            {who(words, view).into_any()}
            {how(words, view).into_any()}
            <input type="hidden" name="seen" value=view.seen.clone()/>
            <input type="hidden" name="base" value=view.base.to_string()/>
            <input type="hidden" name="template" value=view.typed.template.clone()/>
            <input type="hidden" name="source" value=view.typed.source.clone()/>
            <div class="unseen" aria-hidden="true">
                <label for="website">{words.say("sign-honeypot")}</label>
                <input id="website" name="website" tabindex="-1" autocomplete="off" value=view.typed.website.clone()/>
            </div>
            {buttons(words, view).into_any()}
        </form>
    }
    .into_any()
}

/// The hearing, the matters, the stance.
fn what(words: Words, view: &WriteView) -> AnyView {
    let errors = &view.told.fields;
    view! {
        <section class="group" aria-labelledby="part-what">
            <h2 id="part-what">{words.say("testimony-part-what")}</h2>
            {hearings(words, view)}
            {matters(words, view)}
            <Choices
                words
                name="stance"
                legend=words.say("testimony-stance")
                choices=Stance::ALL
                    .iter()
                    .map(|stance| Choice::new(stance.as_str(), words.say(&format!("testimony-stance-{stance}"))))
                    .collect()
                dense=true
                chosen=view.typed.stance.clone()
                error=errors.of("stance")
            />
        </section>
    }
    .into_any()
}

fn cutoff(words: Words, hearing: &HearingChoice) -> Option<String> {
    let key = if hearing.open { "testimony-cutoff" } else { "testimony-cutoff-over" };
    (!hearing.cutoff.is_empty()).then(|| words.say_with(key, &[("when", (&hearing.cutoff).into())]))
}

fn limit(words: Words, hearing: &HearingChoice) -> Option<String> {
    hearing.words.map(|limit| words.say_with("testimony-limit", &[("limit", limit.into())]))
}

/// The only hearing, as a small notice: what, who hears it, when and where.
fn hearing_card(words: Words, hearing: &HearingChoice) -> AnyView {
    let fact = |label: &str, value: String| {
        (!value.is_empty()).then(|| view! { <dt>{words.say(label)}</dt> <dd>{value}</dd> }.into_any())
    };
    view! {
        <h3>{hearing.title.clone()}</h3>
        <p class="hint">{hearing.body.clone()}</p>
        <dl class="facts">
            {fact("testimony-hearing-when", hearing.when.clone())}
            {fact("hearing-where", hearing.place.clone())}
            {fact("testimony-hearing-length", limit(words, hearing).unwrap_or_default())}
        </dl>
        {cutoff(words, hearing).map(|text| view! { <p class="due">{text}</p> })}
    }
    .into_any()
}

/// A hearing among several: a label holds no list, so its facts are lines.
fn hearing_lines(words: Words, hearing: &HearingChoice) -> AnyView {
    let line = |text: String| (!text.is_empty()).then(|| view! { <span class="hint">{text}</span> });
    view! {
        <strong>{hearing.title.clone()}</strong>
        {line(hearing.body.clone())}
        {line(hearing.when.clone())}
        {line(hearing.place.clone())}
        {limit(words, hearing).and_then(line)}
        {cutoff(words, hearing).map(|text| view! { <span class="due">{text}</span> })}
    }
    .into_any()
}

fn field_error(words: Words, view: &WriteView, field: &str) -> Option<AnyView> {
    let key = view.told.fields.of(field)?;
    let text = say_error(words, view, key);
    Some(view! { <p class="error" id=format!("{field}-error")>{text}</p> }.into_any())
}

fn hearings(words: Words, view: &WriteView) -> Option<AnyView> {
    match &view.hearings[..] {
        [] => None,
        [only] => Some(
            view! {
                <div class="to-hearing" id="hearing" data-invalid=view.told.fields.of("hearing").is_some()>
                    {field_error(words, view, "hearing")}
                    {hearing_card(words, only)}
                    <input type="hidden" name="hearing" value=only.id.to_string()/>
                </div>
            }
            .into_any(),
        ),
        several => {
            let buttons: Vec<_> = several
                .iter()
                .enumerate()
                .map(|(at, hearing)| {
                    let id = if at == 0 { "hearing".to_owned() } else { format!("hearing-{}", hearing.id) };
                    let value = hearing.id.to_string();
                    view! {
                        <label class="choice" for=id.clone()>
                            <input
                                id=id.clone()
                                type="radio"
                                name="hearing"
                                value=value.clone()
                                checked=view.typed.hearing == value
                                disabled=!hearing.open
                            />
                            <span class="hearing-lines">{hearing_lines(words, hearing)}</span>
                        </label>
                    }
                })
                .collect();
            Some(
                view! {
                    <fieldset class="choices" data-invalid=view.told.fields.of("hearing").is_some()>
                        <legend>{words.say("testimony-hearing")}</legend>
                        {field_error(words, view, "hearing")}
                        {buttons}
                    </fieldset>
                }
                .into_any(),
            )
        }
    }
}

fn matters(words: Words, view: &WriteView) -> Option<AnyView> {
    match &view.matters[..] {
        [] => None,
        [only] => Some(view! { <p class="matter">{matter_line(words, only)}</p> }.into_any()),
        several => {
            let boxes: Vec<_> = several
                .iter()
                .enumerate()
                .map(|(at, matter)| {
                    let value = matter.id.to_string();
                    let id = if at == 0 { "matter".to_owned() } else { format!("matter-{value}") };
                    view! {
                        <label class="choice" for=id.clone()>
                            <input
                                id=id.clone()
                                type="checkbox"
                                name="matter"
                                value=value.clone()
                                checked=view.typed.matter.contains(&value)
                            />
                            <span>{matter_line(words, matter)}</span>
                        </label>
                    }
                })
                .collect();
            Some(
                view! {
                    <fieldset class="choices" data-invalid=view.told.fields.of("matter").is_some()>
                        <legend>{words.say("testimony-matters")}</legend>
                        <p class="hint">{words.say("testimony-matters-hint")}</p>
                        {field_error(words, view, "matter")}
                        {boxes}
                    </fieldset>
                }
                .into_any(),
            )
        }
    }
}

/// The sheet that is written on: parts to fill in, the text, its language, its words.
fn paper(words: Words, view: &WriteView) -> AnyView {
    let typed = &view.typed;
    let (lang, dir) = of_language(view.language().as_ref());
    let invalid = view.told.fields.of("text").is_some();
    let described = if invalid { "text-error text-hint" } else { "text-hint" };
    view! {
        <section class="group" aria-labelledby="part-letter">
            <h2 id="part-letter">{words.say("testimony-part-letter")}</h2>
            {fill_in(words, view).into_any()}
            <div class="field sheet-edit" data-invalid=invalid>
                <label for="text">{words.say("testimony-your-text")}</label>
                <p class="hint" id="text-hint">{words.say("testimony-text-hint")}</p>
                {field_error(words, view, "text")}
                <textarea
                    id="text"
                    name="text"
                    rows="16"
                    lang=lang
                    dir=dir
                    aria-describedby=described
                    aria-invalid=invalid.then_some("true")
                >
                    {typed_text(&typed.text)}
                </textarea>
                {counted(words, view).into_any()}
                {island(words, view).into_any()}
            </div>
            {language(words, view).into_any()}
        </section>
    }
    .into_any()
}

/// The template's parts, each as a field of its own.
fn fill_in(words: Words, view: &WriteView) -> Option<AnyView> {
    let names = parts(&view.typed.text);
    let fields: Vec<_> = names
        .iter()
        .take(MOST_PARTS)
        .enumerate()
        .map(|(at, name)| {
            let value = view.fillings.iter().find(|(part, _)| part == name).map_or("", |(_, value)| value);
            view! {
                <TextField
                    words
                    name=format!("part-{name}")
                    id=format!("part-{at}")
                    label=(*name).to_owned()
                    value=value.to_owned()
                    longest=500
                />
            }
        })
        .collect();
    (!fields.is_empty()).then(|| {
        view! {
            <fieldset class="group fill-in">
                <legend>{words.say("testimony-fill")}</legend>
                <p class="hint">{words.say("testimony-fill-hint")}</p>
                {fields}
                <button class="button" data-quiet name="do" value="fill">{words.say("testimony-fill-button")}</button>
            </fieldset>
        }
        .into_any()
    })
}

/// Words, limit and own share, as far as the server knows them.
fn counted(words: Words, view: &WriteView) -> AnyView {
    let count = match view.limit {
        Some(limit) => {
            words.say_with("testimony-words-of", &[("words", view.words.into()), ("limit", limit.into())])
        }
        None => words.say_with("testimony-counted-words", &[("words", view.words.into())]),
    };
    let over = view.limit.is_some_and(|limit| view.words > limit as usize);
    view! { <p class="words" id="words" data-over=over>{count}</p> {own(words, view)} }.into_any()
}

fn own(words: Words, view: &WriteView) -> Option<AnyView> {
    let own = view.own?;
    let key = match own.percent {
        _ if own.form_letter => "testimony-own-little",
        100 => "testimony-own-all",
        _ => "testimony-own-some",
    };
    Some(
        view! { <p class="own">{words.say_with(key, &[("percent", u32::from(own.percent).into())])}</p> }
            .into_any(),
    )
}

fn island(words: Words, view: &WriteView) -> AnyView {
    let draft_words = DraftWords {
        count: words.say("testimony-live-words"),
        count_of: words.say("testimony-live-words-of"),
        saved: words.say("draft-live-saved"),
        begun: words.say("draft-live-begun"),
        behind: words.say("draft-live-behind"),
        failed: words.say("draft-live-failed"),
        show: words.say("draft-live-show"),
        hide: words.say("draft-live-hide"),
    };
    view! {
        <DraftDesk
            words=draft_words
            slug=view.campaign.slug.to_string()
            token=view.token.clone()
            locale=words.0
            limit=view.limit
        />
    }
    .into_any()
}

fn language(words: Words, view: &WriteView) -> AnyView {
    let errors = &view.told.fields;
    let chosen = view.typed.language.clone();
    let options: Vec<_> = Language::named()
        .map(|language| {
            let tag = language.tag().to_owned();
            view! {
                <option value=tag.clone() lang=tag.clone() selected=tag == chosen>{language.endonym().to_owned()}</option>
            }
        })
        .collect();
    let invalid = errors.of("language").is_some();
    view! {
        <div class="pair">
            <div class="field" data-invalid=invalid>
                <label for="language">{words.say("testimony-language")}</label>
                {field_error(words, view, "language")}
                <select
                    id="language"
                    name="language"
                    aria-describedby=invalid.then_some("language-error")
                    aria-invalid=invalid.then_some("true")
                >
                    <option value="" selected=chosen.is_empty()>{words.say("testimony-language-choose")}</option>
                    {options}
                </select>
            </div>
            <TextField
                words
                name="language_other"
                label=words.say("testimony-language-other")
                value=view.typed.language_other.clone()
                error=errors.of("language_other")
                optional=true
                longest=60
            />
        </div>
    }
    .into_any()
}

/// Name, mailbox, tie to the place, and the organization that is spoken for.
fn who(words: Words, view: &WriteView) -> AnyView {
    let (typed, errors) = (&view.typed, &view.told.fields);
    let (zip_label, zip_keys) =
        if view.elsewhere { ("sign-zip-or-other", "text") } else { ("sign-zip", "numeric") };
    let email = if view.known {
        view! {
            <p class="hint">{words.say_with("testimony-email-known", &[("email", (&typed.email).into())])}</p>
            <input type="hidden" name="email" value=typed.email.clone()/>
        }
        .into_any()
    } else {
        view! {
            <TextField
                words
                name="email"
                label=words.say("sign-email")
                hint=words.say("testimony-email-hint")
                value=typed.email.clone()
                error=errors.of("email")
                kind="email"
                autocomplete="email"
                inputmode="email"
                longest=EmailAddress::LONGEST
            />
        }
        .into_any()
    };
    view! {
        <section class="group" aria-labelledby="part-who">
            <h2 id="part-who">{words.say("testimony-part-who")}</h2>
            <TextField
                words
                name="name"
                label=words.say("sign-name")
                hint=words.say("testimony-name-hint")
                value=typed.name.clone()
                error=errors.of("name")
                autocomplete="name"
                longest={PersonName::LONGEST * 4}
            />
            {email}
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
            />
            <Choices
                words
                name="residency"
                legend=words.say("sign-residency")
                choices=Residency::ALL
                    .iter()
                    .filter(|choice| view.elsewhere || **choice != Residency::Elsewhere)
                    .map(|choice| Choice::new(choice.as_str(), words.say(&format!("sign-residency-{choice}"))))
                    .collect()
                dense=true
                chosen=typed.residency.clone()
                error=errors.of("residency")
            />
            {organization(words, view, errors).into_any()}
        </section>
    }
    .into_any()
}

fn organization(words: Words, view: &WriteView, errors: &FieldErrors) -> AnyView {
    let typed = &view.typed;
    let used = [&typed.organization, &typed.title, &typed.authority].iter().any(|line| !line.is_empty());
    let line = |name: &'static str, value: &str, autocomplete: &'static str| {
        view! {
            <TextField
                words
                name
                label=words.say(&format!("testimony-field-{name}"))
                hint=words.say(&format!("testimony-field-{name}-hint"))
                value=value.to_owned()
                error=errors.of(name)
                autocomplete
                longest=TestimonyForm::LONGEST_LINE
            />
        }
    };
    view! {
        <details class="folded" open=used>
            <summary>
                {words.say("testimony-for-organization")} " "
                <span class="optional">{words.say("field-optional")}</span>
            </summary>
            <div class="group">
                {line("organization", &typed.organization, "organization")}
                {line("title", &typed.title, "organization-title")}
                {line("authority", &typed.authority, "off")}
            </div>
        </details>
    }
    .into_any()
}

/// Speaking, personal details that were found, the public record.
fn how(words: Words, view: &WriteView) -> AnyView {
    let (typed, errors) = (&view.typed, &view.told.fields);
    let minutes = view.chosen_hearing().and_then(|hearing| hearing.speak_minutes);
    let speaking = (!view.hearings.is_empty()).then(|| {
        let hint = match minutes {
            Some(minutes) => words.say_with("testimony-speaking-minutes", &[("minutes", minutes.into())]),
            None => words.say("testimony-speaking-hint"),
        };
        view! {
            <Choices
                words
                name="speaking"
                legend=words.say("testimony-speaking")
                hint
                choices=Speaking::ALL
                    .iter()
                    .map(|choice| Choice::new(choice.as_str(), words.say(&format!("testimony-speak-{choice}"))))
                    .collect()
                chosen=typed.speaking.clone()
                error=errors.of("speaking")
            />
        }
    });
    view! {
        <section class="group" aria-labelledby="part-how">
            <h2 id="part-how">{words.say("testimony-part-how")}</h2>
            {speaking}
            {found(words, view).into_any()}
            <TickBox
                words
                name="public"
                label=words.say("testimony-public")
                hint=words.say("testimony-public-hint")
                error=errors.of("public")
                checked=typed.public == "on"
            />
            <TickBox words name="news" label=words.say("sign-news") checked=typed.news == "on"/>
        </section>
    }
    .into_any()
}

/// What was found of personal details, before it is sent: shown, and left in only by a tick.
fn found(words: Words, view: &WriteView) -> Option<AnyView> {
    if view.found.is_empty() {
        return None;
    }
    let asked = view.told.fields.of("leave").is_some() || !view.typed.leave.is_empty();
    if !asked && view.preview.is_none() {
        return None;
    }
    let details: Vec<_> = view
        .found
        .iter()
        .map(|(flag, text)| {
            view! { <li>{words.say(&format!("testimony-found-{flag}"))} " " <bdi><mark>{text.clone()}</mark></bdi></li> }
        })
        .collect();
    let mut kinds: Vec<&str> = view.found.iter().map(|(flag, _)| flag.as_str()).collect();
    kinds.dedup();
    let kinds = kinds.join(" ");
    let agreed = kinds.split(' ').all(|kind| view.typed.leave.split(' ').any(|one| one == kind));
    let invalid = view.told.fields.of("leave").is_some();
    Some(
        view! {
            <fieldset class="notice" data-tone="care" data-invalid=invalid>
                <legend>{words.say("testimony-found")}</legend>
                <p>{words.say("testimony-found-why")}</p>
                <ul class="plain-list">{details}</ul>
                {field_error(words, view, "leave")}
                <label class="choice" for="leave">
                    <input id="leave" type="checkbox" name="leave" value=kinds checked=agreed/>
                    <span>{words.say("testimony-leave")}</span>
                </label>
            </fieldset>
        }
        .into_any(),
    )
}

fn buttons(words: Words, view: &WriteView) -> AnyView {
    let draft = if view.base == 0 { "testimony-button-draft" } else { "testimony-button-save" };
    view! {
        <div class="buttons">
            <button class="button" data-quiet name="do" value="preview">{words.say("testimony-button-preview")}</button>
            <button class="button" data-quiet name="do" value="draft">{words.say(draft)}</button>
            <button class="button" name="do" value="send">{words.say("testimony-button-send")}</button>
        </div>
        <div class="small-print">
            <p>{words.say(if view.known { "testimony-after-known" } else { "testimony-after" })}</p>
            <p>{words.say_with("testimony-promise", &[("days", view.campaign.retention_days.into())])}</p>
        </div>
    }
    .into_any()
}
