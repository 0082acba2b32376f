//! What comes after the form: look in your mailbox.

use leptos::prelude::*;

use crate::campaign::model::CampaignView;
use crate::parts::{AfterForm, look_in_mailbox};
use crate::words::Words;

/// The same page for a first signature and for an address that signed before.
pub fn sent(words: Words, view: &CampaignView, loopback_mail: bool) -> AnyView {
    let again = view! {
        {words.say("sent-none-again")} " "
        <a href=view.path(words.0, "/sign")>{words.say("sent-again-link")}</a>
    };
    let form = AfterForm {
        lead: words.say("sent-lead"),
        open: words.say_with("sent-step-open", &[("title", (&view.title).into())]),
        press: words.say("sent-step-press"),
        again: again.into_any(),
        forget: words.say("sent-forget"),
        back: (words.say("sign-back"), view.path(words.0, "")),
    };
    look_in_mailbox(words, form, loopback_mail)
}
