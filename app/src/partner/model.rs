//! What the pages of joint hosts and partners show.

use jiff::Zoned;
use jiff::civil::Date;
use redress_domain::{
    FieldErrors, HostInvitationId, HostRights, Locale, OrganizationId, OrganizationKind, Overlap, PartnerId,
    PartnerState, Slug, Tally, WordingId, Wordings,
};

use crate::parts::Typed;

/// `/admin/c/{slug}/hosts`. Forms: `action` = invite, rights, remove, take-back, leave; `organization`,
/// `invitation`; `scope` = all, some; `right_NAME` = on; `note`.
#[derive(Debug, Clone)]
pub struct HostsView {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// The hosts, in their order.
    pub rows: Vec<HostRow>,
    /// Invitations that nobody accepted yet.
    pub invitations: Vec<HostInvitationRow>,
    /// What was typed, and what is wrong with it.
    pub typed: Typed,
    /// Everything wrong.
    pub errors: FieldErrors,
    /// Whose rights the form that is wrong is about; `None` is the invitation.
    pub editing: Option<OrganizationId>,
    /// What was done or refused, as a message key; and whether it needs care.
    pub done: Option<(&'static str, bool)>,
    /// The link just made: it is shown once.
    pub link: Option<String>,
}

/// A host.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of a host")]
pub struct HostRow {
    pub id: OrganizationId,
    pub name: String,
    pub is_own: bool,
    pub rights: HostRights,
    pub note: String,
}

/// An invitation to host.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of an invitation")]
pub struct HostInvitationRow {
    pub id: HostInvitationId,
    pub rights: HostRights,
    pub note: String,
    pub until: Date,
}

/// `/admin/hosts/{token}`: an organization is asked to host.
#[derive(Debug, Clone)]
pub struct JoiningView {
    /// The campaign's title.
    pub title: String,
    /// Who hosts it.
    pub hosts: Vec<String>,
    /// What the new host may do.
    pub rights: HostRights,
    /// What is agreed.
    pub note: String,
    /// The organization of the member who looks.
    pub organization: String,
    /// Whether it is a host already.
    pub already: bool,
}

/// `/admin/c/{slug}/partners`. Forms: `action` = invite, link, remove, agree, refuse; `partner`, `wording`.
#[derive(Debug, Clone)]
pub struct PartnersView {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Its languages.
    pub languages: Vec<Locale>,
    /// Those that are or may become partners.
    pub rows: Vec<PartnerRow>,
    /// Those that were.
    pub over: Vec<PartnerRow>,
    /// What was typed into the invitation.
    pub typed: Typed,
    /// Everything wrong with it.
    pub errors: FieldErrors,
    /// What was done or refused, as a message key; and whether it needs care.
    pub done: Option<(&'static str, bool)>,
    /// The code that puts the form on a site.
    pub embed: String,
}

/// A partner at the desk.
#[derive(Clone)]
#[expect(missing_docs, reason = "the fields of a partner")]
pub struct PartnerRow {
    pub id: PartnerId,
    pub organization: String,
    pub kind: OrganizationKind,
    pub state: PartnerState,
    /// Name and mailbox; `None` once forgotten.
    pub contact: Option<(String, String)>,
    pub share_url: String,
    pub note: String,
    /// The day of its state.
    pub since: Date,
    pub tally: Tally,
    /// How many agreed to hear from it.
    pub hearing: u64,
    /// What it asks signers now.
    pub asks: Option<Wordings>,
    /// What it wishes to ask.
    pub proposed: Option<(WordingId, Wordings)>,
}

/// `/partners/{token}`. Forms: `action` = accept, decline, ask, ask-nothing, export, list, drop-list, leave; `text_LOCALE`, `list`.
#[derive(Debug, Clone)]
pub struct PartnerView {
    /// The partner.
    pub organization: String,
    /// Whether it has accepted.
    pub active: bool,
    /// The campaign's title, in the page's language.
    pub title: String,
    /// What it asks.
    pub ask: String,
    /// Its page.
    pub campaign_path: String,
    /// Who hosts it.
    pub hosts: Vec<String>,
    /// What was agreed.
    pub note: String,
    /// The partner's own link to the campaign.
    pub share_url: String,
    /// The code that puts the form on its site.
    pub embed: String,
    /// What came by the link.
    pub tally: Tally,
    /// How many agreed to hear from it.
    pub hearing: u64,
    /// The campaign's languages.
    pub languages: Vec<Locale>,
    /// What it asks signers now.
    pub asks: Option<Wordings>,
    /// What it wishes to ask.
    pub proposed: Option<Wordings>,
    /// Whether a host said no to the last.
    pub refused: bool,
    /// Its list: how many mailboxes, and until when it is kept.
    pub list: Option<(u64, Zoned)>,
    /// Beside whose list, and about how many are in both.
    pub compared: Vec<(String, Overlap)>,
    /// Today, in the campaign's time zone.
    pub today: Date,
    /// What was typed; a list is not sent back.
    pub typed: Typed,
    /// Everything wrong with it.
    pub errors: FieldErrors,
    /// What was done or refused, as a message key; and whether it needs care.
    pub done: Option<(&'static str, bool)>,
}

impl std::fmt::Debug for PartnerRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PartnerRow([hidden])")
    }
}
