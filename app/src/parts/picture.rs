//! A picture in a form: the one there is, a file to choose, what it shows, and who allowed it.
//! A browser sends no file a second time by itself; the hint says so where a form comes back.

use leptos::prelude::*;
use redress_domain::FieldErrors;

use super::{TextField, TickBox, Typed};
use crate::words::Words;

/// A picture as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureView {
    /// Its address.
    pub src: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// What it shows, in words.
    pub alt: String,
}

impl PictureView {
    /// The picture. It is loaded when it comes near the window, and takes its place before.
    pub fn show(&self, class: &'static str) -> impl IntoView + use<> {
        view! {
            <img
                class=class
                src=self.src.clone()
                alt=self.alt.clone()
                width=self.width.to_string()
                height=self.height.to_string()
                loading="lazy"
                decoding="async"
            />
        }
    }
}

/// The fields of a picture in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PictureNames {
    /// The file.
    pub file: &'static str,
    /// What it shows.
    pub alt: &'static str,
    /// Who allowed it.
    pub permission: &'static str,
    /// Whether the current one is taken away.
    pub remove: &'static str,
}

impl PictureNames {
    /// An organization's mark.
    pub const LOGO: Self =
        Self { file: "logo", alt: "logo_alt", permission: "logo_permission", remove: "logo_remove" };
    /// A person.
    pub const PORTRAIT: Self = Self {
        file: "portrait",
        alt: "portrait_alt",
        permission: "portrait_permission",
        remove: "portrait_remove",
    };
}

/// A picture to choose. Its form needs `enctype="multipart/form-data"`, and its route a place among those of the
/// router that take pictures.
#[component]
pub fn PictureField<'a>(
    words: Words,
    names: PictureNames,
    /// What picture this is.
    #[prop(into)]
    legend: String,
    #[prop(optional, into)] hint: String,
    /// The one there is.
    current: Option<PictureView>,
    /// What was typed, or is stored: description and permission.
    typed: &'a Typed,
    errors: &'a FieldErrors,
) -> impl IntoView + use<> {
    let id = names.file;
    let error = errors.of(names.file);
    // A browser lets no page put a file back into its field.
    let again = !errors.is_empty() && error.is_none();
    let described = [(error.is_some(), "error"), (true, "hint"), (again, "again")]
        .into_iter()
        .filter(|(there, _)| *there)
        .map(|(_, part)| format!("{id}-{part}"))
        .collect::<Vec<_>>()
        .join(" ");
    let label = words.say(if current.is_some() { "picture-file-other" } else { "picture-file" });
    let there = current.is_some();
    view! {
        <fieldset class="picture-field" data-invalid=error.is_some()>
            <legend>{legend}</legend>
            {(!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> })}
            {current.map(|picture| view! { <p class="picture-current">{picture.show("picture")}</p> })}
            <div class="field" data-invalid=error.is_some()>
                <label for=id>{label}</label>
                <p class="hint" id=format!("{id}-hint")>{words.say("picture-file-hint")}</p>
                {again.then(|| view! { <p class="hint" id=format!("{id}-again")>{words.say("picture-again")}</p> })}
                {error.map(|key| view! { <p class="error" id=format!("{id}-error")>{words.say(key)}</p> })}
                <input
                    id=id
                    name=names.file
                    type="file"
                    accept="image/png,image/jpeg,image/webp,image/svg+xml"
                    aria-describedby=described
                    aria-invalid=error.is_some().then_some("true")
                />
            </div>
            <TextField
                words
                name=names.alt
                label=words.say("picture-alt")
                hint=words.say("picture-alt-hint")
                value=typed.get(names.alt)
                error=errors.of(names.alt)
            />
            <TextField
                words
                name=names.permission
                label=words.say("picture-permission")
                hint=words.say("picture-permission-hint")
                value=typed.get(names.permission)
                error=errors.of(names.permission)
            />
            {there.then(|| view! {
                <TickBox
                    words
                    name=names.remove
                    label=words.say("picture-remove")
                    checked=typed.is_on(names.remove)
                />
            })}
        </fieldset>
    }
}
