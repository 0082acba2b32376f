//! What the form's page is made of, for a new testimony and for a draft.

use std::time::{Duration, Instant};

use redress_app::testimony::model::{OwnShare, Piece, WriteView};
use redress_app::words::Words;
use redress_domain::{HearingId, Locale, RawTestimonyForm, TestimonyErrors, count_words, flags};
use redress_store::Template;
use similar::{ChangeTag, TextDiff};

use super::{Setting, measured};
use crate::web::App;

/// What a page adds to what was typed.
#[derive(Default)]
pub struct Beside {
    pub told: TestimonyErrors,
    pub fillings: Vec<(String, String)>,
    pub preview: bool,
    pub base: i32,
    pub token: String,
    pub notice: Option<(bool, String)>,
    pub behind: Option<Vec<Piece>>,
    pub returned: Option<String>,
    /// Of a text that was sent back: its hearing, which stays, as its mailbox does.
    pub settled: Option<Option<HearingId>>,
}

/// The form with what was typed.
pub fn write_view(
    app: &App,
    setting: &Setting,
    locale: Locale,
    raw: RawTestimonyForm,
    template: Option<&Template>,
    action: String,
    beside: Beside,
) -> WriteView {
    let words = Words(locale);
    let own = measured(&raw.text, template).filter(|own| own.words > 0);
    let found = flags(&raw.text)
        .into_iter()
        .map(|one| (one.flag, raw.text.get(one.range).unwrap_or_default().to_owned()))
        .collect();
    let chosen = raw.hearing(&setting.rules);
    let mut hearings = setting.hearing_choices(words);
    if let Some(settled) = beside.settled {
        hearings.retain(|hearing| Some(hearing.id) == settled);
    }
    WriteView {
        campaign: setting.about(locale),
        action,
        told: beside.told,
        fillings: beside.fillings,
        // The mark of the first time the form was made: who put something right has read it before.
        seen: if raw.seen.is_empty() { app.store.keys().mark(app.clock.now()) } else { raw.seen.clone() },
        hearings,
        matters: setting.matter_choices(None),
        templates: setting.template_choices(&raw.template),
        elsewhere: setting.rules.elsewhere,
        words: count_words(&raw.text),
        limit: raw.word_limit(&setting.rules),
        own: own.map(|own| OwnShare { percent: own.percent(), form_letter: own.is_form_letter() }),
        found,
        preview: beside.preview.then(|| setting.preview(&raw)),
        base: beside.base,
        token: beside.token,
        notice: beside.notice,
        closed: setting.closed(words, chosen.map(|hearing| hearing.id)),
        behind: beside.behind,
        returned: beside.returned,
        known: beside.settled.is_some(),
        typed: raw,
    }
}

/// When a single comparison gives up being exact.
pub fn soon() -> Instant {
    Instant::now() + Duration::from_millis(200)
}

/// The difference of two texts, word by word; of long ones, paragraph by paragraph. After `until` it is coarse, and
/// still true: both texts can be read from it.
pub fn difference(old: &str, new: &str, until: Instant) -> Vec<Piece> {
    /// Beyond this many characters words cost too much to compare.
    const LONG: usize = 40_000;
    let diff = if old.len() + new.len() > LONG {
        TextDiff::configure().deadline(until).diff_lines(old, new)
    } else {
        TextDiff::configure().deadline(until).diff_words(old, new)
    };
    let mut pieces: Vec<Piece> = Vec::new();
    for change in diff.iter_all_changes() {
        let text = change.value();
        match (change.tag(), pieces.last_mut()) {
            (ChangeTag::Equal, Some(Piece::Same(last)))
            | (ChangeTag::Insert, Some(Piece::Added(last)))
            | (ChangeTag::Delete, Some(Piece::Removed(last))) => last.push_str(text),
            (ChangeTag::Equal, _) => pieces.push(Piece::Same(text.to_owned())),
            (ChangeTag::Insert, _) => pieces.push(Piece::Added(text.to_owned())),
            (ChangeTag::Delete, _) => pieces.push(Piece::Removed(text.to_owned())),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_texts_can_be_read_back_from_their_difference() {
        let old = "I live here.\n\nI oppose it.";
        let new = "I have lived here for years.\n\nI oppose it now.";
        let pieces = difference(old, new, soon());
        let (mut before, mut after) = (String::new(), String::new());
        for piece in &pieces {
            match piece {
                Piece::Same(text) => {
                    before.push_str(text);
                    after.push_str(text);
                }
                Piece::Added(text) => after.push_str(text),
                Piece::Removed(text) => before.push_str(text),
            }
        }
        assert_eq!((before.as_str(), after.as_str()), (old, new));
        assert!(pieces.iter().any(|piece| matches!(piece, Piece::Added(_))));
    }
}
