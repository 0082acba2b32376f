//! One mail of every kind, to made-up people whose names would like to be markup: what the tests and `redress doctor`
//! look through for a message that is missing.

use redress_domain::{Role, Standing};

use super::*;

fn about() -> About {
    About {
        name: Some("Ana <b>Díaz</b>".to_owned()),
        title: "Stop the purchase".to_owned(),
        target_line: "To the Mayor".to_owned(),
        campaign_url: "https://r.example/c/stop".to_owned(),
        mine_url: "https://r.example/mine/abc".to_owned(),
        signed_on: jiff::civil::date(2026, 11, 2),
        retention_days: 90,
    }
}

fn about_testimony() -> AboutTestimony {
    AboutTestimony {
        name: Some("Ana <b>Díaz</b>".to_owned()),
        title: "Stop the purchase".to_owned(),
        hearing: Some("Hearing on dockets 0683 and 0684".to_owned()),
        mine_url: "https://r.example/testimony/abc".to_owned(),
        retention_days: 90,
    }
}

fn about_news(leave: Option<&str>) -> AboutNews {
    AboutNews {
        name: Some("Ana <b>Díaz</b>".to_owned()),
        title: "Stop the purchase".to_owned(),
        hosts: "Bay Civil Liberties Union".to_owned(),
        subject: "The purchase is <b>off</b>".to_owned(),
        text: "It was withdrawn.\n\nOn <b>Monday</b> we say more.".to_owned(),
        campaign_url: "https://r.example/c/stop".to_owned(),
        leave_url: leave.map(str::to_owned),
    }
}

fn about_letter() -> AboutLetter {
    AboutLetter {
        name: Some("Ana <b>Díaz</b>".to_owned()),
        organization: "Bay <b>Tenants</b> Union".to_owned(),
        letter: "Withdraw the bid".to_owned(),
        campaign: "Stop the purchase".to_owned(),
        hosts: "Bay Civil Liberties Union".to_owned(),
        deadline: Some("12 December, noon Eastern time".to_owned()),
        mine_url: "https://r.example/letters/abc".to_owned(),
        retention_days: 90,
    }
}

fn about_partner() -> AboutPartner {
    AboutPartner {
        name: Some("Ana <b>Díaz</b>".to_owned()),
        organization: "Tenants United".to_owned(),
        host: "Bay Civil Liberties Union".to_owned(),
        title: "Stop the purchase".to_owned(),
        page_url: "https://r.example/partners/xyz".to_owned(),
    }
}

/// One of every kind.
pub fn samples(words: Words) -> Vec<MailView> {
    vec![
        testimony_reminder(words, &about_testimony(), "https://r.example/confirm/xyz"),
        confirm(words, &about(), "https://r.example/confirm/xyz"),
        reminder(words, &about(), "https://r.example/confirm/xyz"),
        already_signed(words, &about()),
        mailbox_taken(words, &about()),
        confirm_testimony(words, &about_testimony(), "https://r.example/confirm/xyz"),
        testimony_link(words, &about_testimony()),
        testimony_returned(words, &about_testimony(), "One <b>page</b>.\n\nTwo.", Some("noon")),
        returned_reminder(words, &about_testimony(), "12 December, noon Eastern time"),
        speaker_reminder(
            words,
            &about_testimony(),
            &When {
                moment: "12 December, noon Eastern time".to_owned(),
                place: "City Hall".to_owned(),
                link: "https://meet.example/join".to_owned(),
                minutes: 2,
                words: 304,
            },
        ),
        news(words, &about_news(Some("https://r.example/news/abc"))),
        news(words, &about_news(None)),
        testimony_link(words, &AboutTestimony { hearing: None, ..about_testimony() }),
        partner_invitation(words, &about_partner()),
        wording_decided(words, &about_partner(), true),
        wording_decided(words, &about_partner(), false),
        letter_invitation(words, &about_letter(), "https://r.example/letters/xyz"),
        confirm_co_signature(
            words,
            &about_letter(),
            "https://r.example/confirm/xyz",
            Standing::FreeProvider,
            "gmail.com",
        ),
        co_signature_counts(words, &about_letter()),
        letter_changed(words, &about_letter(), "One <b>page</b>."),
        letter_changed(
            words,
            &AboutLetter { organization: String::new(), deadline: None, ..about_letter() },
            "",
        ),
        invitation(words, "Bay Civil Liberties Union", Role::Organizer, "https://r.example/i"),
    ]
}
