//! The steps that lead on from a campaign's state, each a button beside what it will do.
//! It offers no step that the state or the member's role does not allow.

use leptos::prelude::*;
use redress_domain::{Slug, Step};

use crate::words::Words;

/// A form per step; nothing if there is none to take.
pub fn steps(words: Words, slug: &Slug, steps: &[Step]) -> Option<AnyView> {
    let forms: Vec<_> = steps
        .iter()
        .map(|step| {
            let means = format!("step-{step}-means");
            view! {
                <form class="step" method="post" action=format!("/admin/c/{slug}/state")>
                    <input type="hidden" name="step" value=step.as_str()/>
                    <button class="button" data-quiet=quiet(*step) aria-describedby=means.clone()>
                        {words.say(&format!("step-{step}"))}
                    </button>
                    <p id=means.clone()>{words.say(&means)}</p>
                </form>
            }
        })
        .collect();
    (!forms.is_empty())
        .then(|| {
            view! {
                <section class="next-steps" aria-labelledby="steps">
                    <h2 id="steps">{words.say("dashboard-steps")}</h2>
                    {forms}
                </section>
            }
        })
        .map(IntoAny::into_any)
}

/// The step most often meant stands out; the others are there when they are needed.
const fn quiet(step: Step) -> bool {
    !matches!(step, Step::Publish | Step::Resume)
}
