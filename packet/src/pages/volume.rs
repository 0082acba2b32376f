//! One volume of the signature schedule.
//! It holds a run of signatures and says which; it repeats nothing else of the packet.

use serde::Serialize;

use super::{Schedule, Sheet, Span, schedule, sheet};
use crate::fonts::Faces;
use crate::snapshot::Snapshot;
use crate::words::{Value, Wording};

#[derive(Serialize)]
pub(crate) struct VolumePages {
    #[serde(flatten)]
    sheet: Sheet,
    volume: Volume,
    schedule: Schedule,
}

#[derive(Serialize)]
struct Volume {
    kicker: String,
    title: String,
    intro: String,
}

/// The data of volume `number` of `of`.
pub(crate) fn volume(
    snapshot: &Snapshot,
    words: &Wording<'_>,
    faces: &Faces,
    span: Span,
    (number, of): (u64, u64),
) -> VolumePages {
    let place = [
        ("number", Value::Number(number)),
        ("of", Value::Number(of)),
        ("title", Value::Text(&snapshot.campaign.title)),
    ];
    let all = snapshot.signatures.len() as u64;
    VolumePages {
        sheet: sheet(snapshot, words, words.with("packet-volume-document", &place)),
        volume: Volume {
            kicker: words.with("packet-volume-kicker", &place),
            title: snapshot.campaign.title.clone(),
            intro: if of == 1 {
                words.counted("packet-volume-only", span.rows)
            } else {
                let counts = [("count", Value::Number(span.rows)), ("all", Value::Number(all))];
                words.with("packet-volume-intro", &counts)
            },
        },
        schedule: schedule(snapshot, words, faces, span),
    }
}
