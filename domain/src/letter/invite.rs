//! Organizations to invite, pasted as a table or as lines: name, kind, mail domain, site, the signatory's mailbox.
//! It invites nobody: it tells what it read, and which line it could not.

use crate::text::{clean_line, fold};
use crate::{EmailAddress, OrganizationKind};

use super::{CoSignForm, domain_of, is_free_provider, site_of};

/// The most organizations of one paste.
pub const MOST_INVITED: usize = 1_000;

/// An organization to be invited.
#[derive(Clone, PartialEq, Eq)]
pub struct Invited {
    /// Its name.
    pub organization: String,
    /// What kind it is.
    pub kind: OrganizationKind,
    /// The domain of its mail, if it is known; else its site's.
    pub mail_domain: Option<String>,
    /// Its site.
    pub site: Option<String>,
    /// Who is written to; without one, the link is passed on by hand.
    pub mailbox: Option<EmailAddress>,
}

/// A line that was read, or the key of what is wrong with it.
pub type InvitedRow = Result<Invited, &'static str>;

impl Invited {
    /// Reads what was typed for one: name, kind, mail domain, site, mailbox.
    pub fn parse(organization: &str, kind: &str, mail_domain: &str, site: &str, mailbox: &str) -> InvitedRow {
        let organization = clean_line(organization);
        if fold(&organization).is_empty() {
            return Err("error-invite-name");
        }
        if organization.chars().count() > CoSignForm::LONGEST_LINE {
            return Err("error-invite-name-long");
        }
        let kind = clean_line(kind).to_lowercase();
        let kind = if kind.is_empty() { Ok(OrganizationKind::Other) } else { kind.parse() };
        let kind = kind.map_err(|_| "error-invite-kind")?;
        let typed = clean_line(site);
        let site = site_of(&typed);
        if !typed.is_empty() && site.is_none() {
            return Err("error-invite-site");
        }
        let typed = clean_line(mail_domain);
        let domain = domain_of(typed.trim_start_matches('@'));
        if !typed.is_empty() && domain.is_none() {
            return Err("error-invite-domain");
        }
        if domain.as_deref().is_some_and(is_free_provider) {
            return Err("error-invite-domain-free");
        }
        let mailbox = clean_line(mailbox);
        let mailbox = if mailbox.is_empty() {
            None
        } else {
            Some(EmailAddress::parse(&mailbox).map_err(|_| "error-invite-mailbox")?)
        };
        let of_site = site.as_deref().and_then(domain_of).filter(|domain| !is_free_provider(domain));
        Ok(Self { organization, kind, mail_domain: domain.or(of_site), site, mailbox })
    }
}

/// Reads a paste, line by line; each with its number, from 1. Empty lines and a head are passed over.
pub fn read_invited(text: &str) -> Vec<(usize, InvitedRow)> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| (at + 1, cells(line)))
        .filter(|(_, cells)| !is_head(cells))
        .take(MOST_INVITED + 1)
        .map(|(at, cells)| {
            let cell = |index: usize| cells.get(index).map_or("", String::as_str);
            (at, Invited::parse(cell(0), cell(1), cell(2), cell(3), cell(4)))
        })
        .collect()
}

fn is_head(cells: &[String]) -> bool {
    let cell = |at: usize| cells.get(at).map(|cell| cell.trim().to_lowercase()).unwrap_or_default();
    matches!(cell(0).as_str(), "name" | "organization") && matches!(cell(1).as_str(), "kind" | "type")
}

/// The cells of a line: parted by tabs as a spreadsheet copies them, else by commas, with quotation marks.
fn cells(line: &str) -> Vec<String> {
    let separator = if line.contains('\t') { '\t' } else { ',' };
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = line.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '"' if quoted && letters.peek() == Some(&'"') => {
                cell.push('"');
                letters.next();
            }
            '"' if quoted || cell.trim().is_empty() => quoted = !quoted,
            c if c == separator && !quoted => cells.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    cells.push(cell);
    cells
}

crate::hidden_debug!(Invited);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    #[test]
    fn a_table_and_lines_are_read_alike() {
        let csv = "name,kind,mail domain,site,mailbox\n\"Teachers, United\",union,tu.example,,ana@tu.example\n\nBare";
        let tabs = "Teachers, United\tunion\ttu.example\t\tana@tu.example\nBare";
        let read =
            |text: &str| read_invited(text).into_iter().map(|(_, row)| row.unwrap()).collect::<Vec<_>>();
        assert_eq!(read(csv), read(tabs));
        assert_eq!(read(csv)[0].organization, "Teachers, United");
        assert_eq!(read(csv)[1].kind, OrganizationKind::Other);
        assert_eq!(read_invited(csv)[1].0, 4);
    }

    #[test]
    fn the_site_gives_the_domain_where_none_is_told_and_a_free_provider_never_does() {
        let one = Invited::parse("One", "faith", "", "https://www.one.example/x", "").unwrap();
        assert_eq!(one.mail_domain.as_deref(), Some("one.example"));
        assert_eq!(Invited::parse("One", "", "gmail.com", "", ""), Err("error-invite-domain-free"));
        assert_eq!(Invited::parse("One", "", "", "https://gmail.com", "").unwrap().mail_domain, None);
    }

    #[test]
    fn what_cannot_be_read_is_told_by_its_line() {
        for (line, error) in [
            ("!!,union", "error-invite-name"),
            ("One,guild", "error-invite-kind"),
            ("One,union,nonsense", "error-invite-domain"),
            ("One,union,,not a site", "error-invite-site"),
            ("One,union,,,nobody", "error-invite-mailbox"),
        ] {
            assert_eq!(read_invited(line), vec![(1, Err(error))], "{line}");
        }
    }
}
