//! Letters as their hosts and co-signers go about them, over HTTP.

use std::collections::BTreeMap;

use crate::html::value_of;
use crate::{Answer, Mail, Server, link};

/// A letter that circulates.
pub struct Circulating {
    /// Its page.
    pub page: String,
    /// Its editor.
    pub editor: String,
    /// Its circulation list.
    pub list: String,
}

/// Begins a letter and publishes it, with changes over a plain form.
pub async fn circulate(server: &Server, cookie: &str, slug: &str, changes: &[(&str, &str)]) -> Circulating {
    let begun = [("title", "Withdraw the bid"), ("language", "en")];
    let begun = server.post_as(cookie, &format!("/admin/c/{slug}/letters"), &begun).await;
    assert_eq!(begun.status, 303, "{}", crate::html::text(&begun.text));
    let editor = begun.location().to_owned();
    let letter = Circulating {
        page: format!("/c/{slug}/letters/withdraw-the-bid"),
        list: format!("{editor}/co-signers"),
        editor,
    };
    let published = letter.publish(server, cookie, changes).await;
    assert_eq!(published.status, 303, "{}", crate::html::text(&published.text));
    letter
}

impl Circulating {
    /// Publishes another version, with changes over a plain form.
    pub async fn publish(&self, server: &Server, cookie: &str, changes: &[(&str, &str)]) -> Answer {
        let shown = server.get_as(cookie, &self.editor).await.text;
        let base = value_of(&shown, "base").unwrap_or_default();
        let mut fields = BTreeMap::from([
            ("do", "publish"),
            ("base", base.as_str()),
            ("title", "Withdraw the bid"),
            ("recipients", "The Mayor\nThe City Council"),
            ("language", "en"),
            ("text", "We ask you to withdraw the request for bids.\n\nIt watches everybody."),
        ]);
        fields.extend(changes.iter().copied());
        let fields: Vec<_> = fields.into_iter().collect();
        server.post_as(cookie, &self.editor, &fields).await
    }

    /// A form for an organization, with changes over a plain one.
    pub fn form<'a>(&self, changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        let mut fields = BTreeMap::from([
            ("who", "organization"),
            ("version", "1"),
            ("organization", "Bay Tenants Union"),
            ("kind", "community"),
            ("site", "https://www.baytenants.example"),
            ("name", "Ana Díaz"),
            ("title", "Director"),
            ("email", "ana@baytenants.example"),
            ("authority", "The board voted"),
            ("granted", "2026-10-12"),
            ("agreed", "on"),
        ]);
        fields.extend(changes.iter().copied());
        fields.into_iter().collect()
    }

    /// Fills in the public form.
    pub async fn sign(&self, server: &Server, changes: &[(&str, &str)]) -> Answer {
        server.post(&self.page, &self.form(changes)).await
    }

    /// Co-signs and presses the mail's button; the mail.
    pub async fn co_sign(&self, server: &Server, changes: &[(&str, &str)]) -> Mail {
        let before = server.all_mails().await.len();
        let signed = self.sign(server, changes).await;
        assert_eq!(signed.status, 303, "{}", crate::html::text(&signed.text));
        let mails = server.all_mails().await;
        assert_eq!(mails.len(), before + 1);
        let mail = mails.into_iter().next_back().unwrap();
        let confirmed = server.post(&link(&mail, "/confirm/"), &[]).await;
        assert_eq!(confirmed.status, 303, "{}", confirmed.text);
        mail
    }

    /// Puts organizations on the circulation list, each with the domain of its mail; nobody is mailed.
    pub async fn know(&self, server: &Server, cookie: &str, organizations: &[(&str, &str)]) {
        let rows: Vec<_> =
            organizations.iter().map(|(name, domain)| format!("{name},other,{domain}")).collect();
        let invite = [("do", "invite"), ("rows", &rows.join("\n"))];
        assert_eq!(server.post_as(cookie, &self.list, &invite).await.status, 303);
    }

    /// A host vouches for whoever waits first.
    pub async fn vouch(&self, server: &Server, cookie: &str) -> Answer {
        let list = server.get_as(cookie, &self.list).await.text;
        let id = value_of(&list, "co_signature").expect("nobody waits");
        let vouch = [("do", "vouch"), ("co_signature", id.as_str()), ("reason", "I called their office")];
        server.post_as(cookie, &self.list, &vouch).await
    }

    /// What the page says, without its markup.
    pub async fn read(&self, server: &Server) -> String {
        let shown = server.get(&self.page).await;
        assert_eq!(shown.status, 200);
        squeeze(&crate::html::text(&shown.text))
    }
}

/// Spaces in a row made one.
pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
