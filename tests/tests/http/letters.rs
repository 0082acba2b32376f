//! Letters: an exact text, who co-signed which version of it by what right, and what becomes of them when it changes.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use redress_tests::html::{elements, text, value_of};
use redress_tests::letters::{Circulating, circulate, squeeze};
use redress_tests::{Mail, Server, each_database, link};

use crate::at_once;

const OTHER: &[(&str, &str)] = &[
    ("organization", "Harbor Librarians"),
    ("kind", "education"),
    ("site", "harborlibrarians.example"),
    ("name", "Bo Li"),
    ("title", "President"),
    ("email", "bo@harborlibrarians.example"),
];

/// The organizations that the hosts know.
const KNOWN: &[(&str, &str)] =
    &[("Bay Tenants Union", "baytenants.example"), ("Harbor Librarians", "harborlibrarians.example")];

async fn begin(server: &Server) -> (String, String, Circulating) {
    let owner = server.owner().await;
    let slug = server.campaign(&owner, &[]).await;
    let letter = circulate(server, &owner, &slug, &[("individuals", "on")]).await;
    letter.know(server, &owner, KNOWN).await;
    (owner, slug, letter)
}

/// What the circulation list says, without its markup.
async fn list(server: &Server, owner: &str, letter: &Circulating) -> String {
    squeeze(&text(&server.get_as(owner, &letter.list).await.text))
}

/// The id of one on the list, by its form with a button of this name.
async fn id_of(server: &Server, owner: &str, letter: &Circulating, name: &str) -> String {
    let shown = server.get_as(owner, &letter.list).await.text;
    let mut last = String::new();
    for element in elements(&shown) {
        if element.get("name") == "co_signature" {
            last = element.get("value").to_owned();
        }
        if element.get("aria-label").contains(name) {
            return last;
        }
    }
    panic!("{name} is not on the list");
}

/// The id of the one that waits for a host.
async fn waiting(server: &Server, owner: &str, letter: &Circulating) -> String {
    value_of(&server.get_as(owner, &letter.list).await.text, "co_signature").unwrap()
}

fn newest<'a>(mails: &'a [Mail], to: &str) -> &'a Mail {
    mails.iter().rev().find(|mail| mail.to == to).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_co_signed_under_its_exact_text_and_printed_by_kind() {
    each_database(async |server| {
        let (owner, _, letter) = begin(&server).await;
        let page = server.get(&letter.page).await.text;
        assert!(page.contains("It watches everybody."));
        assert!(squeeze(&text(&page)).contains("Nobody has co-signed it yet."));
        let mail = letter.co_sign(&server, &[("logo_allowed", "on"), ("news", "on")]).await;
        assert!(mail.subject.contains("Withdraw the bid") && !mail.text.contains("vouch"));
        let counted = text(&server.get(&link(&mail, "/confirm/")).await.text);
        assert!(counted.contains("Bay Tenants Union stands under the letter"), "{counted}");
        letter.co_sign(&server, OTHER).await;
        let person =
            [("who", "person"), ("name", "Cy Neighbor"), ("email", "cy@gmail.com"), ("zip", "02121")];
        letter.co_sign(&server, &person).await;
        let identified = [
            ("organization", "Bay University"),
            ("identification", "on"),
            ("name", "Dr. Di Em"),
            ("title", "Professor of Law"),
            ("email", "di@elsewhere.example"),
        ];
        letter.co_sign(&server, &identified).await;
        let said = letter.read(&server).await;
        assert!(said.contains("2 organizations and 2 individuals have co-signed it."), "{said}");
        let order =
            ["Neighborhood and", "Bay Tenants Union", "Ana Díaz, Director", "Education", "Harbor Lib"];
        let order = order.iter().chain(&["Individuals", "Cy Neighbor", "Dr. Di Em", "Law, Bay University *"]);
        let places: Vec<_> =
            order.map(|what| said.rfind(what).unwrap_or_else(|| panic!("{what}: {said}"))).collect();
        assert!(places.is_sorted(), "{places:?}: {said}");
        assert!(!said.contains("@") && !said.contains("The board voted"));
        // What was signed is named by number and hash, and the desk's numbers add up.
        let own = server.get(&link(&mail, "/letters/")).await.text;
        let proof = elements(&page).into_iter().find(|element| element.get("class") == "hash").unwrap().text;
        assert_eq!(proof.len(), 64);
        assert!(own.contains(&proof) && text(&own).contains("Version 1"));
        let sum = list(&server, &owner, &letter).await;
        assert!(sum.contains("4 on the list = 4 co-signed + 0 invited"), "{sum}");
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pressing_twice_counts_once_and_fifty_forms_at_once_are_one_mail() {
    each_database(async |server| {
        let (_, _, letter) = begin(&server).await;
        let answers = at_once((0..50).map(|_| letter.sign(&server, &[]))).await;
        for answer in &answers {
            assert_eq!((answer.status, answer.location()), (303, answers[0].location()), "{}", answer.text);
        }
        let mails = server.all_mails().await;
        assert_eq!(mails.len(), 1);
        let confirm = link(&mails[0], "/confirm/");
        // Looking counts nothing.
        server.get(&confirm).await;
        assert!(letter.read(&server).await.contains("Nobody has co-signed"));
        let pressed = at_once((0..20).map(|_| server.post(&confirm, &[]))).await;
        assert!(pressed.iter().all(|answer| answer.status == 303));
        assert!(letter.read(&server).await.contains("One organization has co-signed it."));
        // A known and an unknown organization are answered alike.
        let known = letter.sign(&server, &[("email", "else@baytenants.example")]).await;
        let unknown = letter.sign(&server, OTHER).await;
        assert_eq!((known.status, known.location()), (unknown.status, unknown.location()));
        assert_eq!(known.text, unknown.text);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_free_provider_and_a_wrong_domain_wait_for_a_host_who_is_named() {
    each_database(async |server| {
        let (owner, slug, letter) = begin(&server).await;
        for (email, why) in [
            ("baytenants@gmail.com", "with gmail.com, where anybody can have one"),
            ("ana@elsewhere.example", "of elsewhere.example, which is not the domain"),
        ] {
            let mail = letter.co_sign(&server, &[("email", email)]).await;
            let todo = "or wait until a host of the campaign vouches for you";
            for said in
                [squeeze(&mail.text), squeeze(&text(&server.get(&link(&mail, "/confirm/")).await.text))]
            {
                assert!(said.contains(why) && said.contains(todo), "{said}");
            }
            assert!(letter.read(&server).await.contains("Nobody has co-signed"));
            // Pressing again changes nothing: it waits.
            assert_eq!(server.post(&link(&mail, "/confirm/"), &[]).await.status, 303);
            let said = list(&server, &owner, &letter).await;
            assert!(said.contains("1 waiting for you") && said.contains(why), "{said}");
            let id = waiting(&server, &owner, &letter).await;
            let refused = [("do", "vouch"), ("co_signature", id.as_str()), ("reason", " ")];
            let refused = server.post_as(&owner, &letter.list, &refused).await;
            assert_eq!(refused.status, 422);
            assert!(text(&refused.text).contains("Write why you vouch for them"));
            let no = [("do", "take-back"), ("co_signature", id.as_str())];
            assert_eq!(server.post_as(&owner, &letter.list, &no).await.status, 303);
        }
        let mail = letter.co_sign(&server, &[("email", "baytenants@gmail.com")]).await;
        assert_eq!(letter.vouch(&server, &owner).await.status, 303);
        assert!(letter.read(&server).await.contains("One organization has co-signed it."));
        assert!(list(&server, &owner, &letter).await.contains("Robin Okafor vouched: I called their office"));
        let mails = server.all_mails().await;
        assert!(newest(&mails, "baytenants@gmail.com").subject.contains("The co-signature counts"));
        assert!(text(&server.get(&link(&mail, "/confirm/")).await.text).contains("stands under the letter"));
        let history = text(&server.get_as(&owner, &format!("/admin/c/{slug}")).await.text);
        assert!(history.contains("A member vouched for a signatory."), "{history}");
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_with_a_domain_is_listed_under_no_name_before_a_host_has_looked() {
    each_database(async |server| {
        let (owner, slug, letter) = begin(&server).await;
        // Anybody can buy a domain and type it as the site of whomever they name.
        let stranger = [
            ("organization", "Greater Bay Bar Association"),
            ("site", "https://baybar.example"),
            ("email", "president@baybar.example"),
        ];
        let mail = letter.co_sign(&server, &stranger).await;
        assert!(squeeze(&mail.text).contains("of baybar.example, the site you gave"), "{}", mail.text);
        let told = squeeze(&text(&server.get(&link(&mail, "/confirm/")).await.text));
        assert!(told.contains("One step is missing") && told.contains("vouches for you"), "{told}");
        assert!(letter.read(&server).await.contains("Nobody has co-signed"));
        let said = list(&server, &owner, &letter).await;
        assert!(
            said.contains("1 waiting for you") && said.contains("the site that its form names"),
            "{said}"
        );
        let overview = server.get_as(&owner, &format!("/admin/c/{slug}/letters")).await.text;
        assert!(text(&overview).contains("One co-signer waits for you"));
        // Saying it twice makes it no truer, nor does another mailbox there.
        let twice = [&stranger[..], &[("email", "second@baybar.example"), ("name", "Eve Second")]].concat();
        letter.co_sign(&server, &twice).await;
        // A site that is typed does not overrule what a host knows: on a list, of a partner, of a host.
        let invite = [
            ("action", "invite"),
            ("organization", "Tenants United"),
            ("kind", "community"),
            ("site", "https://tenantsunited.example"),
            ("name", "Tess Tenant"),
            ("email", "tess@tenantsunited.example"),
            ("locale", "en"),
        ];
        let partners = format!("/admin/c/{slug}/partners");
        assert_eq!(server.post_as(&owner, &partners, &invite).await.status, 303);
        let mails = server.all_mails().await;
        let page = link(newest(&mails, "tess@tenantsunited.example"), "/partners/");
        assert_eq!(server.post(&page, &[("action", "accept")]).await.status, 303);
        for name in ["Bay Tenants Union", "Tenants United", "Bay Civil Liberties Union"] {
            let posing = [&stranger[..], &[("organization", name)]].concat();
            letter.co_sign(&server, &posing).await;
            let said = list(&server, &owner, &letter).await;
            assert!(said.contains(&format!("baybar.example, which is not the domain of {name}")), "{said}");
        }
        assert!(letter.read(&server).await.contains("Nobody has co-signed"));
        // Whoever a host knows counts at once.
        let known = [("organization", "Tenants United"), ("email", "tess@tenantsunited.example")];
        letter.co_sign(&server, &[&stranger[..], &known].concat()).await;
        let said = letter.read(&server).await;
        assert!(said.contains("One organization") && said.contains("Tenants United"), "{said}");
        assert!(!said.contains("Greater Bay"), "{said}");
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_signatory_is_told_who_signed_and_overwrites_nothing() {
    each_database(async |server| {
        let (owner, _, letter) = begin(&server).await;
        let first = letter.co_sign(&server, &[]).await;
        let second = [("name", "Eve Second"), ("title", "Treasurer"), ("email", "eve@baytenants.example")];
        let second = letter.co_sign(&server, &second).await;
        let told = squeeze(&text(&server.get(&link(&second, "/confirm/")).await.text));
        assert!(told.contains("Bay Tenants Union has co-signed already: its Director did."), "{told}");
        assert!(told.contains("ask whoever signed to withdraw"), "{told}");
        let said = letter.read(&server).await;
        assert!(said.contains("Ana Díaz, Director") && !said.contains("Treasurer"), "{said}");
        assert!(list(&server, &owner, &letter).await.contains("co-signed already: its Director did"));
        // Vouching for the second overwrites nothing either.
        let vouched = letter.vouch(&server, &owner).await;
        assert!(vouched.location().ends_with("done=taken"), "{}", vouched.location());
        // Once the first withdraws, the second presses again.
        server.post(&link(&first, "/letters/"), &[("do", "withdraw")]).await;
        assert!(letter.read(&server).await.contains("Nobody has co-signed"));
        server.post(&link(&second, "/confirm/"), &[]).await;
        assert!(letter.read(&server).await.contains("Eve Second, Treasurer"));
        // The same mailbox once more is led to what stands.
        let again = letter.sign(&server, &[("title", "Head"), ("email", "eve@baytenants.example")]).await;
        assert_eq!(again.status, 303);
        let mails = server.all_mails().await;
        let own = server.post(&link(newest(&mails, "eve@baytenants.example"), "/confirm/"), &[]).await;
        assert!(own.location().ends_with("?done=own"), "{}", own.location());
        assert!(text(&server.get(own.location()).await.text).contains("co-signed before"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signatory_who_left_counts_no_more_and_another_is_asked() {
    each_database(async |server| {
        let (owner, _, letter) = begin(&server).await;
        let first = letter.co_sign(&server, &[]).await;
        let id = id_of(&server, &owner, &letter, "Signatory left: Bay Tenants Union").await;
        let gone = [("do", "gone"), ("co_signature", id.as_str())];
        assert_eq!(server.post_as(&owner, &letter.list, &gone).await.status, 303);
        assert!(letter.read(&server).await.contains("Nobody has co-signed"));
        let said = list(&server, &owner, &letter).await;
        assert!(
            said.contains("1 without a signatory") && said.contains("ask the organization for another"),
            "{said}"
        );
        let told = text(&server.get(&link(&first, "/confirm/")).await.text);
        assert!(told.contains("Another signatory is needed"), "{told}");
        let another = [("do", "another"), ("co_signature", id.as_str()), ("another", "nobody")];
        assert_eq!(server.post_as(&owner, &letter.list, &another).await.status, 422);
        let another =
            [("do", "another"), ("co_signature", id.as_str()), ("another", "new@baytenants.example")];
        assert_eq!(server.post_as(&owner, &letter.list, &another).await.status, 303);
        let mails = server.all_mails().await;
        let invitation = link(newest(&mails, "new@baytenants.example"), "/letters/");
        // The one who left has no way to what the next one gives.
        assert_ne!(invitation, link(&first, "/letters/"));
        let form = letter.form(&[("name", "Fay New"), ("email", "new@baytenants.example")]);
        assert_eq!(server.post(&invitation, &form).await.status, 303);
        let mails = server.all_mails().await;
        server.post(&link(newest(&mails, "new@baytenants.example"), "/confirm/"), &[]).await;
        assert!(letter.read(&server).await.contains("Fay New, Director"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mailbox_that_is_gone_lapses_by_itself() {
    each_database(async |server| {
        let (owner, _, letter) = begin(&server).await;
        letter.co_sign(&server, &[]).await;
        let store = server.store().await;
        let id = id_of(&server, &owner, &letter, "Signatory left: Bay Tenants Union").await;
        store.letters().mailbox_gone(id.parse().unwrap()).await.unwrap();
        store.close().await;
        let said = list(&server, &owner, &letter).await;
        assert!(
            said.contains("Mail to this address comes back") && said.contains("1 without a signatory"),
            "{said}"
        );
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deadline_that_passes_while_the_form_is_open_gives_back_what_was_typed() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        // The clock shows 10 in the morning, Eastern time.
        let until = [("deadline_day", "2026-11-02"), ("deadline_time", "10:05")];
        let letter = circulate(&server, &owner, &slug, &until).await;
        letter.know(&server, &owner, KNOWN).await;
        assert!(
            letter.read(&server).await.contains("May be co-signed until 2 November, 10:05 am Eastern time")
        );
        server.clock.advance(SignedDuration::from_secs(5 * 60 + 50));
        // The minute of the deadline is on time, whole.
        assert_eq!(letter.sign(&server, OTHER).await.status, 303);
        server.clock.advance(SignedDuration::from_secs(10));
        let late = letter.sign(&server, &[("title", "Director of <b>everything</b>")]).await;
        assert_eq!(late.status, 422);
        let said = squeeze(&text(&late.text));
        assert!(said.contains("The deadline passed while you were writing, and nothing was sent."), "{said}");
        assert!(said.contains("write to the hosts of the campaign"), "{said}");
        for typed in ["Bay Tenants Union", "Ana Díaz", "Director of <b>everything</b>", "The board voted"] {
            assert!(said.contains(typed), "{typed}: {said}");
        }
        // Who sent it in time may still press the button within a day.
        let mails = server.all_mails().await;
        server.clock.advance(SignedDuration::from_hours(23));
        server.post(&link(&mails[0], "/confirm/"), &[]).await;
        assert!(letter.read(&server).await.contains("Harbor Librarians"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_typed_is_lost_and_every_error_is_told_at_once() {
    each_database(async |server| {
        let (_, _, letter) = begin(&server).await;
        let wrong = [("email", "nobody"), ("granted", "2027-01-01"), ("kind", ""), ("agreed", "")];
        let refused = letter.sign(&server, &wrong).await;
        assert_eq!(refused.status, 422);
        let fields = ["kind", "email", "granted", "agreed"];
        for field in fields {
            assert!(refused.text.contains(&format!("href=\"#{field}\"")), "{field}");
        }
        for (field, value) in
            [("organization", "Bay Tenants Union"), ("email", "nobody"), ("granted", "2027-01-01")]
        {
            assert_eq!(value_of(&refused.text, field).as_deref(), Some(value));
        }
        assert!(refused.text.contains(">The board voted</textarea>"));
        assert!(text(&refused.text).contains("Error: "));
        // In Spanish, too.
        let spanish = server.post(&format!("/es{}", letter.page), &letter.form(&wrong)).await;
        assert!(text(&spanish.text).contains("Elija qué clase de organización es"));
        let nobody = letter.sign(&server, &[("who", "person"), ("zip", "")]).await;
        assert!(nobody.text.contains("href=\"#zip\""));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_in_substance_asks_again_and_a_correction_keeps_them() {
    each_database(async |server| {
        let (owner, _, letter) = begin(&server).await;
        let ana = letter.co_sign(&server, &[]).await;
        let bo = letter.co_sign(&server, OTHER).await;
        // A correction, by name.
        let typo = [
            ("change", "correction"),
            ("note", "A comma"),
            ("text", "We ask you, to withdraw the request for bids.\n\nIt watches everybody."),
        ];
        assert_eq!(letter.publish(&server, &owner, &typo).await.status, 303);
        let said = letter.read(&server).await;
        assert!(said.contains("2 organizations have co-signed it.") && said.contains("A comma"), "{said}");
        let record = squeeze(&text(&server.get_as(&owner, &letter.editor).await.text));
        assert!(record.contains("keeps every co-signature, so decided by Robin Okafor"), "{record}");
        assert_eq!(server.all_mails().await.len(), 2);
        // A change in substance: nobody is printed before they answer.
        let text_now = "We ask you to end the request for bids.\n\nIt watches everybody.";
        let change = [("change", "substance"), ("note", "End it, not withdraw it"), ("text", text_now)];
        assert_eq!(letter.publish(&server, &owner, &change).await.status, 303);
        let said = letter.read(&server).await;
        assert!(said.contains("Nobody has co-signed") && !said.contains("Ana Díaz"), "{said}");
        assert!(said.contains("2 co-signers are being asked again"), "{said}");
        let mails = server.all_mails().await;
        assert_eq!(mails.len(), 4, "each is asked once");
        let asked = newest(&mails, "ana@baytenants.example");
        assert!(asked.text.contains("End it, not withdraw it"));
        let own = link(asked, "/letters/");
        assert_eq!(own, link(&ana, "/letters/"));
        let shown = server.get(&own).await.text;
        assert!(shown.contains("<del>") && shown.contains("<ins>end</ins>"), "{shown}");
        let version = value_of(&shown, "version").unwrap();
        assert_eq!(version, "3");
        let stand = [("do", "reaffirm"), ("version", version.as_str())];
        for answer in at_once((0..5).map(|_| server.post(&own, &stand))).await {
            assert!(answer.location().ends_with("?done=reaffirm"), "{}", answer.location());
        }
        server.post(&link(&bo, "/letters/"), &[("do", "withdraw")]).await;
        let said = letter.read(&server).await;
        assert!(said.contains("One organization has co-signed it.") && said.contains("Ana Díaz"), "{said}");
        assert!(!said.contains("asked again") && !said.contains("Harbor"), "{said}");
        let own = text(&server.get(&own).await.text);
        assert!(own.contains("Version 3"), "{own}");
        // Who stood by the wrong one is asked to look again.
        let change = [("change", "substance"), ("note", "Once more"), ("text", "We ask you to end it.")];
        assert_eq!(letter.publish(&server, &owner, &change).await.status, 303);
        let stale = server.post(&link(&ana, "/letters/"), &[("do", "reaffirm"), ("version", "3")]).await;
        assert!(stale.location().ends_with("?done=changed"), "{}", stale.location());
        assert!(letter.read(&server).await.contains("Nobody has co-signed"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_reads_an_old_text_signs_no_new_one_unasked() {
    each_database(async |server| {
        let (owner, _, letter) = begin(&server).await;
        // Given before the change, and confirmed after it.
        assert_eq!(letter.sign(&server, &[]).await.status, 303);
        let mail = server.all_mails().await.pop().unwrap();
        let change = [("change", "substance"), ("note", "Ended"), ("text", "We ask you to end it.")];
        assert_eq!(letter.publish(&server, &owner, &change).await.status, 303);
        server.post(&link(&mail, "/confirm/"), &[]).await;
        assert!(letter.read(&server).await.contains("Nobody has co-signed"));
        let told = text(&server.get(&link(&mail, "/confirm/")).await.text);
        assert!(told.contains("The text has changed"), "{told}");
        // A form that was opened before the change shows what is different, with everything typed.
        let old = letter.sign(&server, OTHER).await;
        assert_eq!(old.status, 422);
        assert!(
            old.text.contains("<ins>") && text(&old.text).contains("changed in substance while you read it")
        );
        assert_eq!(value_of(&old.text, "name").as_deref(), Some("Bo Li"));
        assert_eq!(value_of(&old.text, "version").as_deref(), Some("2"));
        let with = [OTHER, &[("version", "2")]].concat();
        assert_eq!(letter.sign(&server, &with).await.status, 303);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_knows_its_organization_and_confirms_nothing_itself() {
    each_database(async |server| {
        let (owner, _, letter) = begin(&server).await;
        let rows = "name,kind,mail domain,site,mailbox\n\
                    \"Teachers, United\",union,tu.example,,ana@tu.example\n\
                    Choir of the Bay,faith\n";
        let wrong = format!("{rows}Guild,guild\n");
        let refused = server.post_as(&owner, &letter.list, &[("do", "invite"), ("rows", &wrong)]).await;
        assert_eq!(refused.status, 422);
        assert!(text(&refused.text).contains("Line 4: use one of the kinds"), "{}", text(&refused.text));
        assert!(value_of(&refused.text, "rows").unwrap().contains("Guild,guild"));
        for (count, more) in
            [("2 organizations are invited", "new"), ("0 organizations", "2 were on the list")]
        {
            let invited = server.post_as(&owner, &letter.list, &[("do", "invite"), ("rows", rows)]).await;
            assert_eq!(invited.status, 303);
            let said = squeeze(&text(&server.get_as(&owner, invited.location()).await.text));
            assert!(said.contains(count) && said.contains(more), "{said}");
        }
        let mails = server.all_mails().await;
        assert_eq!(mails.len(), 1);
        assert!(
            mails[0].text.contains("Bay Civil Liberties Union would like Teachers, United"),
            "{}",
            mails[0].text
        );
        let token = link(&mails[0], "/letters/");
        let shown = server.get(&token).await;
        assert_eq!(shown.header("cache-control"), "no-store");
        assert!(text(&shown.text).contains("Teachers, United"));
        assert_eq!(value_of(&shown.text, "organization"), None);
        // Whoever it was passed on to signs with a mailbox elsewhere, and their site does not overrule the host's word.
        let elsewhere = [("email", "eve@elsewhere.example"), ("site", "https://elsewhere.example")];
        assert_eq!(server.post(&token, &letter.form(&elsewhere)).await.status, 303);
        let mails = server.all_mails().await;
        server.post(&link(newest(&mails, "eve@elsewhere.example"), "/confirm/"), &[]).await;
        assert!(letter.read(&server).await.contains("Nobody has co-signed"));
        let used = text(&server.get(&token).await.text);
        assert!(used.contains("has answered this invitation") && !used.contains("eve@"), "{used}");
        // The other one says no, by a link that was passed on.
        let links = server.get_as(&owner, &letter.list).await.text;
        let at = links.rfind("/letters/").unwrap();
        let passed: String =
            links[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || "/-_".contains(*c)).collect();
        let no = server.post(&passed, &[("do", "decline")]).await;
        assert!(no.location().ends_with("?done=decline"));
        let sum = list(&server, &owner, &letter).await;
        assert!(
            sum.contains("4 on the list") && sum.contains("1 waiting for you") && sum.contains("1 ended"),
            "{sum}"
        );
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn likely_the_same_organization_is_the_hosts_to_decide() {
    each_database(async |server| {
        let (owner, _, letter) = begin(&server).await;
        let sign = async |name, mail: &str, site| {
            let fields = [("organization", name), ("email", mail), ("site", site)];
            letter.co_sign(&server, &fields).await;
            assert_eq!(letter.vouch(&server, &owner).await.status, 303);
        };
        sign("ACLU of the Bay", "a@aclubay.example", "aclubay.example").await;
        sign("The American Civil Liberties Union of the Bay, Inc.", "b@civil.example", "civil.example").await;
        sign("SEIU Local 1199", "c@l1199.example", "l1199.example").await;
        sign("SEIU Local 26", "d@l26.example", "l26.example").await;
        let page = server.get_as(&owner, &letter.list).await.text;
        assert!(text(&page).contains("made of the first letters of the other"), "{}", text(&page));
        let (first, second) = (value_of(&page, "first").unwrap(), value_of(&page, "second").unwrap());
        assert_eq!(page.matches("name=\"first\"").count(), 1, "two locals are two");
        assert!(letter.read(&server).await.contains("4 organizations"));
        let decide = async |verb: &str| {
            let fields = [("do", verb), ("first", first.as_str()), ("second", second.as_str())];
            assert_eq!(server.post_as(&owner, &letter.list, &fields).await.status, 303);
            (letter.read(&server).await, list(&server, &owner, &letter).await)
        };
        let (said, sum) = decide("same").await;
        assert!(said.contains("3 organizations") && said.contains("ACLU of the Bay"), "{said}");
        assert!(!said.contains("American Civil"), "{said}");
        assert!(sum.contains("1 counted with another") && sum.contains("Robin Okafor decided"), "{sum}");
        let (said, _) = decide("undo").await;
        assert!(said.contains("4 organizations"), "{said}");
        let (said, sum) = decide("different").await;
        assert!(said.contains("4 organizations") && sum.contains("that they are two"), "{sum}");
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signatory_stops_mail_withdraws_and_is_erased() {
    each_database(async |server| {
        let (owner, _, letter) = begin(&server).await;
        let own = link(&letter.co_sign(&server, &[]).await, "/letters/");
        server.post(&own, &[("do", "quiet")]).await;
        let change = [("change", "substance"), ("note", "Ended"), ("text", "We ask you to end it.")];
        assert_eq!(letter.publish(&server, &owner, &change).await.status, 303);
        assert_eq!(server.all_mails().await.len(), 1);
        let unsure = server.post(&own, &[("do", "erase")]).await;
        assert_eq!(unsure.status, 422);
        let erased = server.post(&own, &[("do", "erase"), ("sure", "on")]).await;
        assert!(erased.location().ends_with("?done=erase"));
        let said = text(&server.get(&own).await.text);
        assert!(!said.contains("Ana") && said.contains("It is withdrawn."), "{said}");
        assert!(!list(&server, &owner, &letter).await.contains("Ana"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn unconfirmed_co_signatures_expire_and_signatories_are_forgotten_with_the_campaign() {
    each_database(async |server| {
        let (_, slug, letter) = begin(&server).await;
        letter.co_sign(&server, &[]).await;
        let person =
            [("who", "person"), ("name", "Cy Neighbor"), ("email", "cy@gmail.com"), ("zip", "02121")];
        letter.co_sign(&server, &person).await;
        letter.sign(&server, OTHER).await;
        let mail = server.all_mails().await.pop().unwrap();
        server.after(SignedDuration::from_hours(24 * 31)).await;
        let late = text(&server.get(&link(&mail, "/confirm/")).await.text);
        assert!(late.contains("It is too late"), "{late}");
        let owner = server.log_in().await;
        server.post_as(&owner, &format!("/admin/c/{slug}/state"), &[("step", "close")]).await;
        server.after(SignedDuration::from_hours(24 * 91)).await;
        let said = letter.read(&server).await;
        assert!(said.contains("Bay Tenants Union") && !said.contains("Ana Díaz"), "{said}");
        assert!(said.contains("1 individual, whose name is no longer kept"), "{said}");
        assert!(!said.contains("Cy Neighbor"));
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_write_a_letter_at_once_lose_nothing() {
    each_database(async |server| {
        let (owner, slug, letter) = begin(&server).await;
        let base = value_of(&server.get_as(&owner, &letter.editor).await.text, "base").unwrap();
        let first = [("text", "First words."), ("do", "save")];
        assert_eq!(letter.publish(&server, &owner, &first).await.status, 303);
        let second = [("text", "Second words."), ("do", "save"), ("base", base.as_str())];
        let told = letter.publish(&server, &owner, &second).await;
        assert_eq!(told.status, 422);
        assert!(text(&told.text).contains("Somebody saved or published this letter meanwhile"));
        assert_eq!(value_of(&told.text, "text").as_deref(), Some("Second words."));
        // Of ten who publish the same draft at once, one does.
        let shown = server.get_as(&owner, &letter.editor).await.text;
        let base = value_of(&shown, "base").unwrap();
        let fields = [
            ("do", "publish"),
            ("base", base.as_str()),
            ("title", "Withdraw the bid"),
            ("recipients", "The Mayor"),
            ("language", "en"),
            ("text", "Third words."),
            ("change", "substance"),
            ("note", "Third"),
        ];
        let all = at_once((0..10).map(|_| server.post_as(&owner, &letter.editor, &fields))).await;
        assert_eq!(all.iter().filter(|answer| answer.status == 303).count(), 1);
        assert!(letter.read(&server).await.contains("version 2"));
        // A draft that was never published is nobody's business.
        let begun = [("title", "A quiet draft"), ("language", "es")];
        server.post_as(&owner, &format!("/admin/c/{slug}/letters"), &begun).await;
        assert_eq!(server.get(&format!("/c/{slug}/letters/a-quiet-draft")).await.status, 404);
        let again = server.post_as(&owner, &format!("/admin/c/{slug}/letters"), &begun).await;
        assert_eq!(again.status, 422);
        // Final is final, until it is opened again.
        server.post_as(&owner, &letter.editor, &[("do", "finish")]).await;
        let closed = letter.sign(&server, &[("version", "2")]).await;
        assert_eq!(closed.status, 422);
        assert!(text(&closed.text).contains("This letter is final"));
        server.post_as(&owner, &letter.editor, &[("do", "reopen")]).await;
        assert_eq!(letter.sign(&server, &[("version", "2")]).await.status, 303);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn five_hundred_organizations_co_sign_and_stand_by_a_changed_text() {
    let server = Server::start("").await;
    let owner = server.owner().await;
    let slug = server.campaign(&owner, &[]).await;
    let letter = circulate(&server, &owner, &slug, &[]).await;
    let rows: Vec<String> =
        (0..500).map(|n| format!("Local {n},union,local{n}.example,,chair@local{n}.example")).collect();
    let invited = server.post_as(&owner, &letter.list, &[("do", "invite"), ("rows", &rows.join("\n"))]).await;
    assert!(invited.location().contains("count=500&more=0"), "{}", invited.location());
    let links = |mails: &[Mail], place: &str| -> BTreeSet<(String, String)> {
        mails.iter().map(|mail| (mail.to.clone(), link(mail, place))).collect()
    };
    let mails = server.mails(500).await;
    for chunk in links(&mails, "/letters/").into_iter().collect::<Vec<_>>().chunks(50) {
        let signed = at_once(chunk.iter().map(async |(email, token)| {
            let form = letter.form(&[("email", email), ("site", "")]);
            server.post(token, &form).await
        }));
        assert!(signed.await.iter().all(|answer| answer.status == 303));
    }
    let mails = server.mails(1_000).await;
    let confirms = links(&mails[500..], "/confirm/");
    assert_eq!(confirms.len(), 500);
    for chunk in confirms.into_iter().collect::<Vec<_>>().chunks(50) {
        let pressed = at_once(chunk.iter().map(|(_, confirm)| server.post(confirm, &[])));
        assert!(pressed.await.iter().all(|answer| answer.status == 303));
    }
    assert!(letter.read(&server).await.contains("500 organizations have co-signed it."));
    let change = [("change", "substance"), ("note", "Ended"), ("text", "We ask you to end it.")];
    let published = letter.publish(&server, &owner, &change).await;
    assert!(published.location().ends_with("count=500"), "{}", published.location());
    let said = letter.read(&server).await;
    assert!(said.contains("500 co-signers are being asked again") && !said.contains("Local 7"), "{said}");
    let mails = server.mails(1_500).await;
    let asked = links(&mails[1_000..], "/letters/");
    assert_eq!(asked.len(), 500, "each once");
    for chunk in asked.into_iter().collect::<Vec<_>>().chunks(50) {
        let stand = [("do", "reaffirm"), ("version", "2")];
        let stood = at_once(chunk.iter().map(|(_, own)| server.post(own, &stand)));
        assert!(stood.await.iter().all(|answer| answer.location().ends_with("?done=reaffirm")));
    }
    let said = letter.read(&server).await;
    assert!(said.contains("500 organizations have co-signed it.") && said.contains("Local 499"));
    let sum = list(&server, &owner, &letter).await;
    assert!(sum.contains("500 on the list = 500 co-signed + 0 invited"), "{sum}");
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_joint_host_that_may_edit_writes_letters_and_sees_no_signatory() {
    each_database(async |server| {
        let (owner, slug, letter) = begin(&server).await;
        letter.co_sign(&server, &[]).await;
        let made = [("action", "invite"), ("scope", "some"), ("right_edit", "on")];
        let made = server.post_as(&owner, &format!("/admin/c/{slug}/hosts"), &made).await;
        let link = made.text.split("/admin/hosts/").nth(1).unwrap().split('"').next().unwrap();
        let link = format!("/admin/hosts/{link}");
        let joint = server.member("joint-host", "owner", "o@joint.example").await;
        assert_eq!(server.post_as(&joint, &link, &[]).await.status, 303);
        let editor = server.get_as(&joint, &letter.editor).await;
        assert_eq!(editor.status, 200);
        assert!(!editor.text.contains("/co-signers") && !editor.text.contains("Ana"));
        assert_eq!(server.get_as(&joint, &letter.list).await.status, 403);
        let invite = [("do", "invite"), ("rows", "Another Union")];
        assert_eq!(server.post_as(&joint, &letter.list, &invite).await.status, 403);
        server.stop().await;
    })
    .await;
}

/// The pictures of a letter's PDF in a packet.
async fn printed_pictures(server: &Server, owner: &str, slug: &str) -> usize {
    let packet = server.packet(owner, slug).await;
    let zip = server.get_as(owner, &packet).await.bytes;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let name = names.into_iter().find(|name| name.starts_with("letters/") && name.ends_with(".pdf")).unwrap();
    let mut pdf = Vec::new();
    std::io::Read::read_to_end(&mut archive.by_name(&name).unwrap(), &mut pdf).unwrap();
    let path = std::env::temp_dir().join(format!("letter-{}.pdf", packet.rsplit('/').next().unwrap()));
    std::fs::write(&path, pdf).unwrap();
    let listed = std::process::Command::new("pdfimages").arg("-list").arg(&path).output().unwrap();
    std::fs::remove_file(&path).unwrap();
    // Page, number, type: its transparency is listed beside it.
    let kind = |line: &&str| line.split_whitespace().nth(2) == Some("image");
    String::from_utf8(listed.stdout).unwrap().lines().skip(2).filter(kind).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signatory_gives_the_logo_and_it_is_printed_until_they_take_it_away() {
    each_database(async |server| {
        let (owner, slug, letter) = begin(&server).await;
        assert_eq!(letter.sign(&server, OTHER).await.status, 303);
        let mail = server.all_mails().await.pop().unwrap();
        let own = link(&mail, "/letters/");
        let fields = [
            ("do", "logo"),
            ("logo_alt", "Logo of the Harbor Librarians"),
            ("logo_permission", "Bo Li, on 3 June"),
        ];
        let png = redress_tests::pictures::png(300, 100);
        // Before the mailbox has said yes, nobody's picture is taken.
        let early = server.post_files("", &own, &fields, &[("logo", "logo.png", &png)]).await;
        assert_eq!(early.status, 422);
        server.post(&link(&mail, "/confirm/"), &[]).await;
        let zip = [b"PK\x03\x04".as_slice(), &[0; 200]].concat();
        let refused = server.post_files("", &own, &fields, &[("logo", "logo.png", &zip)]).await;
        assert_eq!(refused.status, 422);
        assert!(text(&refused.text).contains("This is no picture that we can use"), "{}", refused.text);
        assert_eq!(value_of(&refused.text, "logo_alt").unwrap(), "Logo of the Harbor Librarians");
        let saved = server.post_files("", &own, &fields, &[("logo", "logo.png", &png)]).await;
        assert_eq!(saved.status, 303, "{}", saved.text);
        let page = server.get(&own).await.text;
        let picture = elements(&page).into_iter().find(|one| one.get("src").starts_with("/media/")).unwrap();
        let picture = picture.get("src").to_owned();
        assert_eq!(server.get(&picture).await.header("content-type"), "image/png");
        assert_eq!(printed_pictures(&server, &owner, &slug).await, 1);
        let gone = [&fields[..], &[("logo_remove", "on")]].concat();
        assert_eq!(server.post_files("", &own, &gone, &[]).await.status, 303);
        assert_eq!(server.get(&picture).await.status, 404);
        assert_eq!(printed_pictures(&server, &owner, &slug).await, 0);
        server.all_mails().await;
        server.stop().await;
    })
    .await;
}
