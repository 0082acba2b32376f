//! Sending what is owed: leased, composed in the receiver's language, sent, forgotten.
//! A mail about what is gone meanwhile is not sent.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use futures::StreamExt as _;
use redress_app::mail::MailView;
use redress_domain::{
    CampaignId, CoSignatureId, CoSignatureState, HearingState, Message, NewsId, NewsReader, PartnerId,
    SignatureState, Speaking, TestimonyId, TestimonyState, USUAL_MINUTES, words_per_minute,
};
use redress_store::{Campaign, Leased, TokenKind};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::mail::{Envelope, SendError, Transport, compose};
use crate::metrics::Tried;
use crate::web::App;

/// How many are leased together; with `AT_A_TIME`, all of them are tried within the lease.
const BATCH: u64 = 16;
/// How many are on their way at once.
const AT_A_TIME: usize = 8;

/// How many signers who come within `A_LITTLE` are many: more than a mail's own commit would hold up.
const MANY: u64 = 16;
const A_LITTLE: Duration = Duration::from_millis(20);
/// The longest that a batch of mails waits for signers.
const LONGEST_WAIT: Duration = Duration::from_millis(500);

/// Why a mail is not sent.
enum Skip {
    /// What it is about is gone.
    Pointless,
    /// The database: later.
    Later(redress_store::Error),
}

impl From<redress_store::Error> for Skip {
    fn from(error: redress_store::Error) -> Self {
        Self::Later(error)
    }
}

/// Signers come first: while many of them come, mail waits a little. It never waits long, so that however busy the
/// evening, the first to sign have their mail while the others come.
#[derive(Default)]
pub struct SignersFirst {
    /// How many had signed or confirmed when this looked last.
    seen: u64,
}

impl SignersFirst {
    /// Waits while many sign. The first look counts those who signed while the last batch of mails was sent.
    pub async fn wait(&mut self, app: &App, stop: &CancellationToken) {
        for _ in 0..LONGEST_WAIT.as_millis() / A_LITTLE.as_millis() {
            let written = app.store.written();
            let signed = written.received + written.confirmed;
            let came = signed - std::mem::replace(&mut self.seen, signed);
            if came < MANY || stop.is_cancelled() {
                return;
            }
            tokio::time::sleep(A_LITTLE).await;
        }
    }
}

/// Sends what is due, several at a time; tells whether there may be more. Told to stop, it finishes what it is
/// sending and gives the rest back, so that the next process need not wait for a lease to run out.
pub async fn send_due(app: &App, transport: &Transport, stop: &CancellationToken) -> bool {
    let leased = match app.store.outbox().lease(BATCH).await {
        Ok(leased) => leased,
        Err(error) => {
            tracing::warn!(%error, "no mail could be leased");
            return false;
        }
    };
    let any = !leased.is_empty();
    let campaigns = &Campaigns::default();
    futures::stream::iter(leased)
        .for_each_concurrent(AT_A_TIME, async |mail| {
            let id = mail.id;
            let ended = if stop.is_cancelled() {
                app.store.outbox().give_back(id).await
            } else {
                try_one(app, transport, campaigns, &mail).await
            };
            if let Err(error) = ended {
                tracing::warn!(message = %id, %error, "a mail's end was not written; its lease will run out");
            }
        })
        .await;
    any
}

/// The campaigns that the mails of one batch are about: on a busy evening all are about one, read once.
#[derive(Default)]
struct Campaigns(tokio::sync::Mutex<HashMap<CampaignId, Arc<Campaign>>>);

impl Campaigns {
    async fn get(&self, app: &App, id: CampaignId) -> Result<Arc<Campaign>, Skip> {
        let mut known = self.0.lock().await;
        if let Some(campaign) = known.get(&id) {
            return Ok(campaign.clone());
        }
        let campaign = Arc::new(app.store.campaigns().find(id).await?.ok_or(Skip::Pointless)?);
        known.insert(id, campaign.clone());
        Ok(campaign)
    }
}

async fn try_one(
    app: &App,
    transport: &Transport,
    campaigns: &Campaigns,
    mail: &Leased,
) -> Result<(), redress_store::Error> {
    let (id, outbox) = (mail.id, app.store.outbox());
    let tried = match send(app, transport, campaigns, mail).await {
        Ok(Ok(())) => {
            outbox.sent(id).await?;
            Tried::Sent
        }
        Ok(Err(SendError::Permanent(reason))) => {
            tracing::warn!(message = %id, reason, "a mail was refused for good");
            outbox.give_up(id, "refused").await?;
            if let Some(co_signature) = co_signature_of(&mail.message) {
                app.store.letters().mailbox_gone(co_signature).await?;
                app.cache.refresh();
            }
            Tried::Refused
        }
        Ok(Err(SendError::Transient(reason))) => {
            tracing::warn!(message = %id, attempts = mail.attempts, reason, "a mail waits for another try");
            let given_up = outbox.postpone(id, mail.attempts, "not now").await?;
            if let Some(co_signature) = co_signature_of(&mail.message).filter(|_| given_up) {
                app.store.letters().mailbox_gone(co_signature).await?;
                app.cache.refresh();
            }
            Tried::Later
        }
        Err(Skip::Pointless) => {
            outbox.give_up(id, "pointless").await?;
            Tried::Pointless
        }
        Err(Skip::Later(error)) => {
            tracing::warn!(message = %id, %error, "a mail waits for the database");
            return outbox.give_back(id).await;
        }
    };
    app.mails.count(tried);
    Ok(())
}

async fn send(
    app: &App,
    transport: &Transport,
    campaigns: &Campaigns,
    mail: &Leased,
) -> Result<Result<(), SendError>, Skip> {
    let (view, unsubscribe) = view(app, campaigns, mail).await?;
    let host = app.settings.host();
    let envelope = Envelope {
        from: &app.settings.mail_from,
        to: &mail.recipient,
        message_id: format!("<{}@{host}>", mail.id),
        date: app.clock.now(),
        unsubscribe,
    };
    Ok(match compose(&envelope, &view) {
        Ok(composed) => transport.send(mail.id, app.clock.now(), composed).await,
        Err(error) => Err(SendError::Permanent(error.to_string())),
    })
}

/// What the mail says, and where one click ends what it is part of.
async fn view(app: &App, campaigns: &Campaigns, mail: &Leased) -> Result<(MailView, Option<String>), Skip> {
    use redress_app::mail;
    let words = redress_app::words::Words(mail.locale);
    let name = mail.recipient.name.clone();
    let (campaign, signature) = match &mail.message {
        Message::Confirm { campaign, signature }
        | Message::Reminder { campaign, signature }
        | Message::AlreadySigned { campaign, signature }
        | Message::MailboxTaken { campaign, signature } => (*campaign, *signature),
        Message::ConfirmTestimony { campaign, testimony }
        | Message::TestimonyReminder { campaign, testimony }
        | Message::TestimonyLink { campaign, testimony }
        | Message::TestimonyReturned { campaign, testimony }
        | Message::ReturnedReminder { campaign, testimony, .. }
        | Message::SpeakerReminder { campaign, testimony, .. } => {
            return testimony_view(app, campaigns, mail, *campaign, *testimony)
                .await
                .map(|view| (view, None));
        }
        Message::News { campaign, news, reader } => {
            return news_view(app, campaigns, mail, *campaign, *news, *reader).await;
        }
        Message::PartnerInvitation { campaign, partner }
        | Message::WordingDecided { campaign, partner, .. } => {
            return partner_view(app, campaigns, mail, *campaign, *partner).await.map(|view| (view, None));
        }
        Message::LetterInvitation { campaign, co_signature }
        | Message::ConfirmCoSignature { campaign, co_signature }
        | Message::CoSignatureCounts { campaign, co_signature }
        | Message::LetterChanged { campaign, co_signature, .. } => {
            return letter_view(app, campaigns, mail, *campaign, *co_signature)
                .await
                .map(|view| (view, None));
        }
        Message::Invitation { organization, role, token } => {
            let organization = app.store.accounts().organization_name(*organization).await?;
            let url = app.settings.url(&format!("/admin/invitation/{token}"));
            return Ok((mail::invitation(words, &organization, *role, &url), None));
        }
    };
    let campaign = campaigns.get(app, campaign).await?;
    let row = app.store.signatures().find(signature).await?.ok_or(Skip::Pointless)?;
    let (_, text) = campaign.text(mail.locale);
    let prefix =
        if mail.locale == campaign.first_language() { String::new() } else { format!("/{}", mail.locale) };
    let about = mail::About {
        name,
        title: text.title.clone(),
        target_line: text.target_line.clone(),
        campaign_url: app.settings.url(&format!("{prefix}/c/{}", campaign.slug)),
        mine_url: link(app, TokenKind::Mine, signature),
        signed_on: row.received_at.to_zoned(campaign.zone.clone()).date(),
        retention_days: campaign.retention_days,
    };
    let confirm = || link(app, TokenKind::Confirm, signature);
    let pending = row.state == SignatureState::Pending;
    let view = match &mail.message {
        Message::Confirm { .. } if pending => mail::confirm(words, &about, &confirm()),
        Message::Reminder { .. } if pending => mail::reminder(words, &about, &confirm()),
        Message::AlreadySigned { .. } if row.signer.is_some() => mail::already_signed(words, &about),
        Message::MailboxTaken { .. } => mail::mailbox_taken(words, &about),
        _ => return Err(Skip::Pointless),
    };
    Ok((view, Some(format!("{}/unsubscribe", about.mine_url))))
}

/// What an update says to one who asked for it, and still does.
async fn news_view(
    app: &App,
    campaigns: &Campaigns,
    mail: &Leased,
    campaign: CampaignId,
    news: NewsId,
    reader: NewsReader,
) -> Result<(MailView, Option<String>), Skip> {
    use redress_app::mail;
    if !app.store.news().wants(reader).await? {
        return Err(Skip::Pointless);
    }
    let campaign = campaigns.get(app, campaign).await?;
    let news = app.store.news().find(campaign.id, news).await?.ok_or(Skip::Pointless)?;
    let first = campaign.first_language();
    let (locale, text) = [mail.locale, first]
        .into_iter()
        .find_map(|locale| Some((locale, news.texts.get(&locale)?)))
        .ok_or(Skip::Pointless)?;
    let leave_url = match reader {
        NewsReader::Signer(id) => Some(link(app, TokenKind::NewsOfSignature, id)),
        NewsReader::Writer(id) => Some(link(app, TokenKind::NewsOfTestimony, id)),
        NewsReader::CoSigner(id) => Some(link(app, TokenKind::NewsOfCoSignature, id)),
        NewsReader::Copy => None,
    };
    let about = mail::AboutNews {
        name: mail.recipient.name.clone(),
        title: campaign.text(locale).1.title.clone(),
        hosts: campaign.hosts.iter().map(|host| host.name.as_str()).collect::<Vec<_>>().join(", "),
        subject: text.subject.clone(),
        text: text.text.clone(),
        campaign_url: app.settings.url(&redress_app::shell::path(
            locale,
            first,
            &format!("/c/{}", campaign.slug),
        )),
        leave_url: leave_url.clone(),
    };
    Ok((mail::news(redress_app::words::Words(locale), &about), leave_url))
}

/// What a mail to a partner says: the link that holds when it is sent.
async fn partner_view(
    app: &App,
    campaigns: &Campaigns,
    leased: &Leased,
    campaign: CampaignId,
    partner: PartnerId,
) -> Result<MailView, Skip> {
    use redress_app::mail;
    let words = redress_app::words::Words(leased.locale);
    let campaign = campaigns.get(app, campaign).await?;
    let partner = app.store.partners().find(campaign.id, partner).await?.ok_or(Skip::Pointless)?;
    let contact = partner.contact.as_ref().ok_or(Skip::Pointless)?;
    let host = campaign.hosts.first().ok_or(Skip::Pointless)?;
    let about = mail::AboutPartner {
        name: Some(contact.name.as_str().to_owned()),
        organization: partner.organization.clone(),
        host: host.name.clone(),
        title: campaign.text(leased.locale).1.title.clone(),
        page_url: crate::forms::partners::link(app, &partner),
    };
    Ok(match leased.message {
        Message::WordingDecided { agreed, .. } => mail::wording_decided(words, &about, agreed),
        _ => mail::partner_invitation(words, &about),
    })
}

/// What a mail about a testimony says.
async fn testimony_view(
    app: &App,
    campaigns: &Campaigns,
    mail: &Leased,
    campaign: CampaignId,
    testimony: TestimonyId,
) -> Result<MailView, Skip> {
    use redress_app::mail;
    let words = redress_app::words::Words(mail.locale);
    let campaign = campaigns.get(app, campaign).await?;
    let row = app.store.testimonies().find(testimony).await?.ok_or(Skip::Pointless)?;
    let hearing = match row.hearing {
        Some(hearing) => app.store.hearings().find(campaign.id, hearing).await?,
        None => None,
    };
    let today = app.clock.now().to_zoned(campaign.zone.clone()).date();
    let moment =
        |at: jiff::Timestamp| redress_app::dates::deadline(words, &at.to_zoned(campaign.zone.clone()), today);
    let planned = hearing.as_ref().filter(|hearing| hearing.state == HearingState::Planned);
    let about = mail::AboutTestimony {
        name: mail.recipient.name.clone(),
        title: campaign.text(mail.locale).1.title.clone(),
        hearing: hearing.as_ref().map(|hearing| hearing.title.clone()),
        mine_url: link(app, TokenKind::MyTestimony, testimony),
        retention_days: campaign.retention_days,
    };
    match &mail.message {
        Message::ConfirmTestimony { .. } if row.state == TestimonyState::Submitted => {
            Ok(mail::confirm_testimony(words, &about, &link(app, TokenKind::ConfirmTestimony, testimony)))
        }
        Message::TestimonyReminder { .. } if row.state == TestimonyState::Submitted => {
            Ok(mail::testimony_reminder(words, &about, &link(app, TokenKind::ConfirmTestimony, testimony)))
        }
        Message::TestimonyLink { .. } if row.writer.is_some() => Ok(mail::testimony_link(words, &about)),
        Message::TestimonyReturned { .. } if row.state == TestimonyState::Returned => {
            let reason = row.desk.reason.as_deref().ok_or(Skip::Pointless)?;
            let cutoff = planned.and_then(|hearing| hearing.cutoff.at).map(moment);
            Ok(mail::testimony_returned(words, &about, reason, cutoff.as_deref()))
        }
        Message::ReturnedReminder { cutoff_at, .. }
            if row.state == TestimonyState::Returned
                && planned.is_some_and(|hearing| hearing.cutoff.at == Some(*cutoff_at)) =>
        {
            Ok(mail::returned_reminder(words, &about, &moment(*cutoff_at)))
        }
        Message::SpeakerReminder { starts_at, .. } if row.speaking != Speaking::No => {
            let hearing = planned.filter(|hearing| hearing.starts_at == *starts_at).ok_or(Skip::Pointless)?;
            if !row.state.speaks() {
                return Err(Skip::Pointless);
            }
            let body = app.store.bodies().find(campaign.id, hearing.body).await?;
            let minutes = body.and_then(|body| body.profile.speak_minutes).unwrap_or(USUAL_MINUTES);
            let when = mail::When {
                minutes,
                words: minutes.saturating_mul(words_per_minute(&row.language)),
                moment: moment(hearing.starts_at),
                place: hearing.place.clone(),
                link: hearing.link.clone(),
            };
            Ok(mail::speaker_reminder(words, &about, &when))
        }
        _ => Err(Skip::Pointless),
    }
}

/// What a mail about a letter says.
async fn letter_view(
    app: &App,
    campaigns: &Campaigns,
    mail: &Leased,
    campaign: CampaignId,
    co_signature: CoSignatureId,
) -> Result<MailView, Skip> {
    use redress_app::mail;
    let words = redress_app::words::Words(mail.locale);
    let campaign = campaigns.get(app, campaign).await?;
    let (row, letter) = app.store.letters().with_letter(co_signature).await?.ok_or(Skip::Pointless)?;
    let today = app.clock.now().to_zoned(campaign.zone.clone()).date();
    let zoned = |at: jiff::Timestamp| at.to_zoned(campaign.zone.clone());
    let hosts: Vec<_> = campaign.hosts.iter().map(|host| host.name.clone()).collect();
    let about = mail::AboutLetter {
        name: mail.recipient.name.clone(),
        organization: if row.individual { String::new() } else { row.organization.clone() },
        letter: letter.title.clone(),
        campaign: campaign.text(mail.locale).1.title.clone(),
        hosts: hosts.join(", "),
        deadline: letter.deadline.map(|at| redress_app::dates::deadline(words, &zoned(at), today)),
        mine_url: link(app, TokenKind::CoSignature, co_signature),
        retention_days: campaign.retention_days,
    };
    match &mail.message {
        Message::LetterInvitation { .. } if row.state == CoSignatureState::Invited => {
            Ok(mail::letter_invitation(words, &about, &link(app, TokenKind::LetterInvitation, co_signature)))
        }
        Message::ConfirmCoSignature { .. } if row.state == CoSignatureState::Pending => {
            let url = link(app, TokenKind::ConfirmCoSignature, co_signature);
            Ok(mail::confirm_co_signature(words, &about, &url, row.standing(), &row.mailbox_domain()))
        }
        Message::CoSignatureCounts { .. } if row.state.counts() => {
            Ok(mail::co_signature_counts(words, &about))
        }
        Message::LetterChanged { version, .. }
            if row.state == CoSignatureState::Stale && row.asked_for == i32::try_from(*version).ok() =>
        {
            let versions = app.store.letters().versions(&letter).await?;
            let note = versions.iter().find(|one| u32::try_from(one.number) == Ok(*version));
            let note = note.map(|one| one.note.clone()).unwrap_or_default();
            Ok(mail::letter_changed(words, &about, &note))
        }
        _ => Err(Skip::Pointless),
    }
}

/// Whose co-signature a mail is about: with its mailbox gone, nobody can be asked.
const fn co_signature_of(message: &Message) -> Option<CoSignatureId> {
    match message {
        Message::LetterInvitation { co_signature, .. }
        | Message::ConfirmCoSignature { co_signature, .. }
        | Message::CoSignatureCounts { co_signature, .. }
        | Message::LetterChanged { co_signature, .. } => Some(*co_signature),
        Message::News { reader: NewsReader::CoSigner(co_signature), .. } => Some(*co_signature),
        _ => None,
    }
}

fn link(app: &App, kind: TokenKind, id: impl Into<Uuid>) -> String {
    let token = app.store.keys().token(kind, id);
    let path = match kind {
        TokenKind::Confirm | TokenKind::ConfirmTestimony | TokenKind::ConfirmCoSignature => "confirm",
        TokenKind::Mine => "mine",
        TokenKind::MyTestimony | TokenKind::DraftTestimony => "testimony",
        TokenKind::SharedDraft => "drafts",
        TokenKind::NewsOfSignature | TokenKind::NewsOfTestimony | TokenKind::NewsOfCoSignature => "news",
        TokenKind::Partner => "partners",
        TokenKind::LetterInvitation | TokenKind::CoSignature => "letters",
    };
    app.settings.url(&format!("/{path}/{token}"))
}
