//! Joint hosts: what each organization may do in a campaign that several host.
//! A member may do what their role allows and their organization's rights allow: never more than either.

use crate::{Action, named_enum};

named_enum! {
    /// Something that joint hosts agree one of them may do.
    HostRight {
        /// Write the campaign: texts, places, hearings, bodies, templates.
        Edit = "edit",
        /// Publish, pause, close, reopen.
        State = "state",
        /// See people, and decide about held signatures, comments, duplicates and testimony.
        People = "people",
        /// Build and download packets.
        Packet = "packet",
        /// Invite partners and agree to what they ask signers.
        Partners = "partners",
    }
}

/// What an organization may do in a campaign it hosts. Whoever hosts sees the numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HostRights {
    /// Everything, joint hosts included.
    All,
    /// These alone, in the order of [`HostRight::ALL`].
    Only(Vec<HostRight>),
}

/// A text that names no rights.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("that is no list of rights")]
pub struct InvalidRights;

impl HostRights {
    /// Some rights, each once.
    pub fn only(rights: impl IntoIterator<Item = HostRight>) -> Self {
        let given: Vec<_> = rights.into_iter().collect();
        Self::Only(HostRight::ALL.iter().copied().filter(|right| given.contains(right)).collect())
    }

    /// Reads `all`, or names parted by commas; nothing is numbers only.
    pub fn parse(text: &str) -> Result<Self, InvalidRights> {
        if text == "all" {
            return Ok(Self::All);
        }
        let names = text.split(',').filter(|name| !name.is_empty());
        let rights: Result<Vec<HostRight>, _> = names.map(str::parse).collect();
        Ok(Self::only(rights.map_err(|_| InvalidRights)?))
    }

    /// Whether one of them is among these.
    pub fn has(&self, right: HostRight) -> bool {
        match self {
            Self::All => true,
            Self::Only(rights) => rights.contains(&right),
        }
    }

    /// Whether they let a member do it whose role does.
    pub fn allow(&self, action: Action) -> bool {
        match action {
            // What belongs to no campaign is the organization's own affair.
            Action::SeeDesk | Action::StartCampaign | Action::ManageMembers | Action::ManageOrganization => {
                true
            }
            Action::SeePeople | Action::Moderate => self.has(HostRight::People),
            Action::EditCampaign => self.has(HostRight::Edit),
            Action::ChangeState => self.has(HostRight::State),
            Action::MakePacket => self.has(HostRight::Packet),
            Action::ManagePartners => self.has(HostRight::Partners),
            Action::ManageHosts => *self == Self::All,
        }
    }
}

impl std::fmt::Display for HostRights {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::All => f.write_str("all"),
            Self::Only(rights) => {
                f.write_str(&rights.iter().map(|right| right.as_str()).collect::<Vec<_>>().join(","))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rights_are_written_and_read_alike() {
        let some = HostRights::only([HostRight::Packet, HostRight::Edit, HostRight::Packet]);
        assert_eq!(some.to_string(), "edit,packet");
        for rights in [HostRights::All, some, HostRights::Only(Vec::new())] {
            assert_eq!(HostRights::parse(&rights.to_string()), Ok(rights));
        }
        assert_eq!(HostRights::parse("edit,everything"), Err(InvalidRights));
    }

    #[test]
    fn only_numbers_are_left_to_who_has_no_right() {
        let none = HostRights::Only(Vec::new());
        for action in Action::ALL {
            let own = matches!(
                action,
                Action::SeeDesk | Action::StartCampaign | Action::ManageMembers | Action::ManageOrganization
            );
            assert_eq!(none.allow(*action), own, "{action}");
            assert!(HostRights::All.allow(*action), "{action}");
        }
    }

    #[test]
    fn all_rights_together_are_not_the_right_to_give_them() {
        let each = HostRights::only(HostRight::ALL.iter().copied());
        assert!(each.allow(Action::MakePacket) && !each.allow(Action::ManageHosts));
    }
}
