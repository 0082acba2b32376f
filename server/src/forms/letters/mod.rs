//! Letters: read and co-signed by everybody, answered by the invited, written and circulated at the desk.
//! A form that comes after the deadline is refused kindly, and gives back what was typed.

mod circulation;
mod desk;
mod invited;
mod own;
mod page;

use std::net::SocketAddr;

use http::HeaderMap;
use jiff::{SignedDuration, Timestamp};
use redress_app::letter::model::{AboutCampaign, Piece, Taking, TextView};
use redress_app::markup;
use redress_domain::{CampaignState, LetterState, Locale, RawCoSignForm, is_on_time};
use redress_store::{Campaign, Letter, LetterVersion};

pub use circulation::{change as circulate, show as show_circulation};
pub use desk::{begin, list, show as show_editor, write};
pub use own::{answer, confirm, show as show_own, show_confirm};
pub use page::{co_sign, sent, show};

use super::Fields;
use super::testimony::{difference, soon};
use crate::web::App;

/// Nobody reads and fills the form faster.
const READING: SignedDuration = SignedDuration::from_secs(2);

fn about(campaign: &Campaign, locale: Locale) -> AboutCampaign {
    AboutCampaign {
        slug: campaign.slug.clone(),
        state: campaign.state,
        languages: campaign.languages.clone(),
        title: campaign.text(locale).1.title.clone(),
        retention_days: campaign.retention_days,
    }
}

/// The difference of two texts, word by word.
fn marked(old: &str, new: &str) -> Vec<Piece> {
    difference(old, new, soon())
}

fn number(number: i32) -> u32 {
    u32::try_from(number).unwrap_or_default()
}

fn text_view(campaign: &Campaign, letter: &Letter, version: &LetterVersion) -> TextView {
    TextView {
        title: letter.title.clone(),
        recipients: letter.recipients.lines().map(str::to_owned).collect(),
        language: letter.language.parse().ok(),
        html: markup::testimony(&version.text),
        text: version.text.clone(),
        number: number(version.number),
        hash: version.hash.clone(),
        published: version.published_at.to_zoned(campaign.zone.clone()).date(),
        substance: version.substance,
        note: version.note.clone(),
    }
}

/// Whether a letter may be co-signed at a moment.
fn taking(campaign: &Campaign, letter: &Letter, at: Timestamp) -> Taking {
    if letter.state == LetterState::Final {
        Taking::Final
    } else if !is_on_time(at, letter.deadline) {
        Taking::Late
    } else if campaign.state == CampaignState::Live {
        Taking::Open
    } else {
        Taking::Closed
    }
}

fn raw(fields: &Fields) -> RawCoSignForm {
    let get = |name| fields.get(name).to_owned();
    RawCoSignForm {
        who: get("who"),
        organization: get("organization"),
        kind: get("kind"),
        site: get("site"),
        name: get("name"),
        title: get("title"),
        email: get("email"),
        zip: get("zip"),
        authority: get("authority"),
        granted: get("granted"),
        identification: get("identification"),
        logo_allowed: get("logo_allowed"),
        agreed: get("agreed"),
        news: get("news"),
        source: get("source"),
        website: get("website"),
        seen: get("seen"),
    }
}

/// A machine's form, as far as one can tell. It is not kept: a person presses the button once more.
fn is_hasty(app: &App, raw: &RawCoSignForm) -> bool {
    let quick = app
        .store
        .keys()
        .read_mark(&raw.seen)
        .is_ok_and(|seen| app.clock.now().duration_since(seen) < READING);
    quick || !raw.website.is_empty()
}

/// Takes one of the forms that an address has in an hour.
fn is_within(app: &App, peer: SocketAddr, headers: &HeaderMap) -> bool {
    let key = crate::web::client::address(&app.settings, app.store.keys(), peer, headers);
    app.testimony_limit.take(&key, app.clock.now())
}
