//! Who may do what: the one place where roles mean something.
//! It knows no session and no request; the server asks it once per request.

use crate::named_enum;

named_enum! {
    /// What a member is for in an organization's team.
    Role {
        /// Everything, members included.
        Owner = "owner",
        /// Campaigns and packets.
        Organizer = "organizer",
        /// Held signatures, comments and duplicates.
        Moderator = "moderator",
        /// Numbers only.
        Viewer = "viewer",
    }
}

named_enum! {
    /// The state of a member.
    MemberState {
        /// Asked by mail.
        Invited = "invited",
        /// On the team.
        Active = "active",
        /// No longer.
        Revoked = "revoked",
    }
}

named_enum! {
    /// Something a member asks to do.
    Action {
        /// See numbers, drafts and states.
        SeeDesk = "see-desk",
        /// See names of signers that are hidden from the public.
        SeePeople = "see-people",
        /// Release or exclude held signatures, uphold or undo exclusions, moderate comments.
        Moderate = "moderate",
        /// Write a campaign and its petition.
        EditCampaign = "edit-campaign",
        /// Publish, pause, close, reopen.
        ChangeState = "change-state",
        /// Build and download packets.
        MakePacket = "make-packet",
        /// Start a campaign.
        StartCampaign = "start-campaign",
        /// Invite members, change roles, revoke.
        ManageMembers = "manage-members",
        /// Change the organization itself.
        ManageOrganization = "manage-organization",
        /// Invite partners, agree to what they ask signers, end partnerships.
        ManagePartners = "manage-partners",
        /// Invite joint hosts, change their rights, remove them.
        ManageHosts = "manage-hosts",
    }
}

impl Role {
    /// Whether this role may do it.
    pub const fn may(self, action: Action) -> bool {
        match action {
            Action::SeeDesk => true,
            Action::SeePeople | Action::Moderate => {
                matches!(self, Self::Owner | Self::Organizer | Self::Moderator)
            }
            Action::EditCampaign
            | Action::ChangeState
            | Action::MakePacket
            | Action::StartCampaign
            | Action::ManagePartners => matches!(self, Self::Owner | Self::Organizer),
            Action::ManageMembers | Action::ManageOrganization | Action::ManageHosts => {
                matches!(self, Self::Owner)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wider_role_may_all_that_a_narrower_may() {
        let widest_first = [Role::Owner, Role::Organizer, Role::Moderator, Role::Viewer];
        for pair in widest_first.windows(2) {
            for action in Action::ALL {
                assert!(pair[0].may(*action) || !pair[1].may(*action), "{:?} {:?}", pair, action);
            }
        }
    }

    #[test]
    fn a_viewer_sees_numbers_and_no_people() {
        assert!(Role::Viewer.may(Action::SeeDesk));
        assert!(!Role::Viewer.may(Action::SeePeople));
    }
}
