//! A shared draft as a reader sees it: the text, and a form to propose another or to say something.
//! It does not tell who wrote it.

use leptos::prelude::*;

use super::letter::of_language;
use super::model::SharedView;
use super::own::unsaved;
use crate::parts::{Notice, TextArea, TextField, Tone, summary, typed_text};
use crate::shell::Page;
use crate::words::Words;

/// What the shell needs to know of the page.
pub fn shared_frame(words: Words, view: &SharedView) -> Page {
    let title = words.say("draft-shared-title");
    let title =
        if view.error.is_some() { words.say_with("error-title", &[("title", title.into())]) } else { title };
    Page::private(words.0, title)
}

/// The page.
pub fn shared(words: Words, view: &SharedView) -> AnyView {
    let error_of = |field: &str| view.error.filter(|(name, _)| *name == field).map(|(_, message)| message);
    let wrong = view.error.map(|(field, message)| (field.to_owned(), words.say(message)));
    let done = view.done.then(|| {
        view! { <Notice tone=Tone::Done><p>{words.say("draft-suggested")}</p></Notice> }
    });
    let (lang, dir) = of_language(view.language.as_ref());
    let (text_lang, invalid) = (lang.clone(), error_of("text").is_some());
    let text_error =
        error_of("text").map(|message| view! { <p class="error" id="text-error">{words.say(message)}</p> });
    view! {
        <div class="column writing">
            {summary(words, wrong.into_iter().collect())}
            {done}
            <header class="lede">
                <p class="eyebrow">
                    <a href=view.campaign.path(words.0, "")>{view.campaign.title.clone()}</a>
                </p>
                <h1>{words.say("draft-shared-heading")}</h1>
                <p class="standfirst">{words.say("draft-shared-lead")}</p>
            </header>
            <article class="sheet">
                <div class="sheet-text" lang=lang dir=dir inner_html=view.html.clone()></div>
            </article>
            <section>
                <h2>{words.say("draft-shared-propose")}</h2>
                <form class="form write" method="post" novalidate>
                    <input type="hidden" name="base" value=view.number.to_string()/>
                    <TextField
                        words
                        name="name"
                        label=words.say("sign-name")
                        hint=words.say("draft-shared-name-hint")
                        value=view.name.clone()
                        error=error_of("name")
                        autocomplete="name"
                        longest=480
                    />
                    <TextArea
                        words
                        name="comment"
                        label=words.say("draft-shared-comment")
                        value=view.comment.clone()
                        error=error_of("comment")
                        optional=true
                        rows=4
                    />
                    <div class="field sheet-edit" data-invalid=invalid>
                        <label for="text">{words.say("draft-shared-text")}</label>
                        <p class="hint" id="text-hint">{words.say("draft-shared-text-hint")}</p>
                        {text_error}
                        <textarea
                            id="text"
                            name="text"
                            rows="14"
                            lang=text_lang
                            dir=dir
                            aria-describedby=if invalid { "text-error text-hint" } else { "text-hint" }
                            aria-invalid=invalid.then_some("true")
                        >
                            {typed_text(&view.proposed)}
                        </textarea>
                    </div>
                    <button class="button">{words.say("draft-shared-button")}</button>
                </form>
            </section>
        </div>
    }
    .into_any()
}

/// What the shell needs to know of the page of a draft that is not shared any more.
pub fn ended_frame(words: Words) -> Page {
    Page::private(words.0, words.say("draft-ended-title"))
}

/// The draft was sent or its link stopped while a reader was still writing: the words come back.
pub fn ended(words: Words, text: &str, comment: &str) -> AnyView {
    let both = [comment.trim(), text.trim()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    view! {
        <div class="column writing">
            <h1>{words.say("draft-ended-heading")}</h1>
            <p class="standfirst">{words.say("draft-ended-lead")}</p>
            {unsaved(words, &both.join("\n\n"))}
        </div>
    }
    .into_any()
}
