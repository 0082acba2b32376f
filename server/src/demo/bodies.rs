//! The demo's bodies with their seats, and its hearings: public record, as it was.
//! What is there already is left as it is, but for what a file of ours says anew.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use redress_domain::{BodyId, CampaignId, DeliveryProfile, Locale};
use redress_store::{Author, BodyDraft, BodyRecord, HearingDraft, MatterDraft, SeatDraft, Store, YearlyDate};

use super::content::{DemoBody, DemoCampaign, DemoContent};
use super::{DemoFailed, wrong};

/// The bodies a campaign turns to, councils before their committees.
fn wanted<'a>(content: &'a DemoContent, campaign: &DemoCampaign) -> Vec<&'a DemoBody> {
    let named = |slug: &String| {
        campaign.targets.contains(slug)
            || campaign.matters.iter().any(|matter| matter.body == *slug)
            || campaign.hearings.iter().any(|hearing| hearing.body == *slug)
    };
    let children = |body: &DemoBody| {
        content.bodies.iter().any(|child| child.parent.as_ref() == Some(&body.slug) && named(&child.slug))
    };
    let mut wanted: Vec<_> =
        content.bodies.iter().filter(|body| named(&body.slug) || children(body)).collect();
    wanted.sort_by_key(|body| body.parent.is_some());
    wanted
}

/// Loads what a campaign needs of bodies, matters' states, hearings and yearly dates.
pub(super) async fn load(
    store: &Store,
    content: &DemoContent,
    campaign: &DemoCampaign,
    id: CampaignId,
    today: Date,
    zone: &TimeZone,
) -> Result<(), DemoFailed> {
    let mut ids: BTreeMap<&str, BodyId> = BTreeMap::new();
    for body in wanted(content, campaign) {
        let record = BodyRecord {
            slug: body.slug.clone(),
            name: body.name.clone(),
            office: body.office.clone(),
            address: body.address.join("\n"),
        };
        let found = store.bodies().name(Author::Operator, id, &record).await?;
        let there = store.bodies().find(id, found).await?.ok_or_else(|| wrong("a body is gone"))?;
        let parent = body.parent.as_deref().and_then(|slug| ids.get(slug)).copied();
        let seats = body.seats.iter().enumerate().map(|(at, seat)| SeatDraft {
            id: there.seats.get(at).map(|seat| seat.id),
            title: seat.title.clone(),
            district: seat.district.clone(),
            holder: seat.holder.clone(),
            email: Some(seat.email.clone()),
            phone: Some(seat.phone.clone()),
            vacant_since: None,
        });
        let draft = BodyDraft {
            kind: body.kind,
            parent,
            name: record.name,
            office: record.office,
            address: record.address,
            email: body.email.clone(),
            site: body.site.clone(),
            profile: DeliveryProfile {
                copies: body.copies,
                speak_minutes: body.speak_minutes,
                required_lines: body.required_lines.clone(),
                ..DeliveryProfile::default()
            },
            rules: body.rules.trim().to_owned(),
            seats: seats.collect(),
        };
        ids.insert(&body.slug, store.bodies().save(Author::Operator, id, Some(found), &draft).await?);
    }
    let matters = store.hearings().matters(id).await?;
    let states = matters.iter().zip(&campaign.matters).map(|(matter, told)| MatterDraft {
        id: Some(matter.id),
        docket: matter.docket.clone(),
        title: matter.title.clone(),
        body: matter.body,
        committee: matter.committee,
        state: told.state,
    });
    let states: Vec<_> = states.collect();
    store.hearings().save_matters(Author::Operator, id, &states).await.map_err(wrong)?;
    if store.hearings().of_campaign(id).await?.is_empty() {
        let at = |day: Date, time: Time| -> Result<Timestamp, DemoFailed> {
            Ok(day.to_datetime(time).to_zoned(zone.clone()).map_err(wrong)?.timestamp())
        };
        for hearing in &campaign.hearings {
            let about = matters.iter().filter(|matter| hearing.dockets.contains(&matter.docket));
            let draft = HearingDraft {
                body: *ids.get(hearing.body.as_str()).ok_or_else(|| wrong("a hearing of no body"))?,
                title: hearing.title.clone(),
                starts_at: at(hearing.day.when_offices_are_open(today), hearing.time)?,
                cutoff_at: Some(at(hearing.cutoff_day.when_offices_are_open(today), hearing.cutoff_time)?),
                place: hearing.place.clone(),
                link: hearing.link.clone(),
                note: hearing.note.clone(),
                matters: about.map(|matter| matter.id).collect(),
            };
            store.hearings().add(Author::Operator, id, &draft).await?;
        }
    }
    if store.hearings().yearly(id).await?.is_empty() && !campaign.yearly.is_empty() {
        let dates = campaign.yearly.iter().map(|date| YearlyDate {
            id: None,
            body: ids.get(date.body.as_str()).copied(),
            month: date.month,
            day: date.day,
            texts: [(Locale::En, date.en.clone()), (Locale::Es, date.es.clone())].into(),
        });
        store.hearings().save_yearly(Author::Operator, id, &dates.collect::<Vec<_>>()).await?;
    }
    Ok(())
}
