//! Who is one signer, who might be, and who is a neighbor: a table of people for each.
#![allow(clippy::unwrap_used)] // tests may

use redress_duplicates::{Findings, Record, Rule, Tier, find};

/// name | e-mail | phone | street | unit | ZIP | city, from the left, as many as matter.
fn person<'a>(id: &'a str, line: &'a str) -> Record<'a> {
    let mut cells = line.split('|').map(str::trim);
    let mut next = || cells.next().unwrap_or_default();
    Record {
        id,
        name: next(),
        email: next(),
        phone: next(),
        street: next(),
        unit: next(),
        zip: next(),
        city: next(),
        ..Record::default()
    }
}

const IDS: [&str; 6] = ["1", "2", "3", "4", "5", "6"];

fn findings(people: &[&str]) -> Findings {
    let records: Vec<Record<'_>> = IDS.iter().zip(people).map(|(id, line)| person(id, line)).collect();
    find(&records)
}

fn rules(found: &Findings) -> Vec<(usize, usize, Rule)> {
    found.pairs.iter().map(|pair| (pair.a + 1, pair.b + 1, pair.rule())).collect()
}

#[test]
fn these_are_one_signer() {
    for (rule, people) in [
        (
            Rule::MailboxName,
            ["María García|Maria.Garcia+x@gmail.com", "GARCIA, Maria|mariagarcia@googlemail.com"],
        ),
        (Rule::MailboxName, ["Nguyễn Văn Hùng|a@b.org", "Nguyen Van Hung|A@B.ORG"]),
        (Rule::MailboxName, ["John Smith Jr.|a@b.org||||02139", "Smith, John, Jr|a@b.org||||02138"]),
        (Rule::MailboxNameOrder, ["Li Wei|a@b.org||||02139", "Wei Li|a@b.org||||02139"]),
        (Rule::MailboxNameless, ["Ana Diaz|a@b.org", "|a@b.org"]),
        (Rule::MailboxNameless, ["|a@b.org", "|a@b.org"]),
        (Rule::MailboxFull, ["Ana Diaz|a@b.org||||02139", "Ben Diaz|a@b.org||||02118"]),
        (
            Rule::NameStreetZip,
            ["Ana Diaz|a@b.org||12 Main Street||02139", "ana díaz|c@d.org||12 MAIN ST.||02139-1234"],
        ),
        (Rule::NameStreetZip, ["Ana Diaz|a@b.org||12 Main St|Apt 4|02139", "Ana Diaz|||12 Main St #4||2139"]),
        (Rule::NameStreetZip, ["Ana Diaz|||12 Main St|4|02139", "Ana Diaz|||12 Main St||02139"]),
        (
            Rule::NamePhone,
            ["Ana Diaz|a@b.org|617-555-0142|||02139", "Ana Diaz|c@d.org|+1 (617) 555 0142|||02118"],
        ),
    ] {
        let found = findings(&people);
        assert_eq!(rules(&found), [(1, 2, rule)], "{people:?}");
        assert_eq!(found.clusters.len(), 1);
        assert_eq!(found.clusters[0].survivor, 0);
        assert_eq!(found.removals().map(|r| (r.record, r.survivor)).collect::<Vec<_>>(), [(1, 0)]);
    }
}

#[test]
fn these_are_put_before_a_reviewer_and_both_count() {
    for (rule, people) in [
        (Rule::NameMailboxTypo, ["Ana Diaz|ana.diaz@gmial.com", "Ana Diaz|anadiaz@gmail.com"]),
        (Rule::MailboxSimilarName, ["J. Smith|a@b.org||||02139", "John Smith|a@b.org||||02139"]),
        (Rule::MailboxSimilarName, ["John Smith|a@b.org||||02139", "John Smith Jr|a@b.org||||02139"]),
        (Rule::MailboxPlaceUnknown, ["Ana Diaz|a@b.org||||02139", "Ben Diaz|a@b.org"]),
        (Rule::SimilarNameStreetZip, ["John Smith Jr|||12 Main St||02139", "John Smith|||12 Main St||02139"]),
        (
            Rule::SimilarNameStreetZip,
            ["Maria L Garcia|||12 Main St||02139", "Maria Garcia|||12 Main St||02139"],
        ),
        (Rule::SimilarNamePhone, ["M Garcia||6175550142|||02139", "Maria Garcia||6175550142|||02118"]),
        (
            Rule::NameStreet,
            ["Ana Diaz|||12 Main St||02139|Cambridge", "Ana Diaz|||12 Main Street||02138|cambridge"],
        ),
        (Rule::NameStreet, ["Ana Diaz|||12 Main St||02139", "Ana Diaz|||12 Main Street"]),
        (Rule::NameZip, ["Maria Garcia|a@b.org||12 Main St||02139", "Maria Garcia|c@d.org||||02139"]),
        (Rule::NameZip, ["Maria Garcia|a@b.org||||02139", "Maria Garcia|c@d.org||||02139"]),
        (Rule::NameZip, ["Maria Garcia|||Main St||02139", "Maria Garcia|||Main Street||02139"]),
    ] {
        let found = findings(&people);
        assert_eq!(rules(&found), [(1, 2, rule)], "{people:?}");
        assert_eq!(found.pairs[0].tier(), Tier::Review);
        assert!(found.clusters.is_empty(), "{people:?}");
        assert_eq!(found.removals().count(), 0);
    }
}

#[test]
fn these_are_neighbors() {
    for people in [
        // Two Maria Garcias in one ZIP code, in one house, in one building.
        ["Maria Garcia|a@b.org||12 Main St||02139", "Maria Garcia|c@d.org||98 Elm St||02139"],
        ["Maria Garcia|a@b.org||12 Main St|1|02139", "Maria Garcia|c@d.org||12 Main St|2|02139"],
        ["Maria Garcia|||12 Main St||02139|Cambridge", "Maria Garcia|||12 Main St||02118|Boston"],
        // Father and son.
        [
            "John Smith Sr|a@b.org|6175550142|12 Main St||02139",
            "John Smith Jr|c@d.org|6175550142|12 Main St||02139",
        ],
        ["John Smith II|a@b.org||||02139", "John Smith III|a@b.org||||02139"],
        ["John A Smith|||12 Main St||02139", "John B Smith|||12 Main St||02139"],
        // Twins, spouses, brothers whose names differ by one tone.
        ["Maria Garcia|a@b.org||12 Main St||02139", "Mario Garcia|c@d.org||12 Main St||02139"],
        ["Ana Diaz|a@b.org||12 Main St|4|02139", "Ben Diaz|a@b.org||12 Main St|4|02139"],
        ["Nguyễn Văn Hùng|||12 Main St||02139", "Nguyễn Văn Hưng|||12 Main St||02139"],
        // Two streets of Boston.
        ["Ana Diaz|||12 North St||02109|Boston", "Ana Diaz|||12 N St||02127|Boston"],
        // What stands for no mailbox, no phone, no ZIP code is shared by many.
        ["Ana Diaz|none@none.com||||02139", "Ben Diaz|none@none.com||||02118"],
        ["Ana Diaz||000-000-0000|||00000", "Ana Diaz||000-000-0000|||00000"],
        ["||||12 Main St||02139", "||||12 Main St||02139"],
    ] {
        let found = findings(&people);
        assert_eq!(rules(&found), [], "{people:?}");
    }
}

#[test]
fn a_household_of_two_shares_a_mailbox_and_a_third_name_does_not_count() {
    let found = findings(&[
        "Ana Diaz|a@b.org||12 Main St||02139",
        "Ben Diaz|a@b.org||12 Main Street||02138",
        "Cleo Diaz|a@b.org||12 Main St||02139",
        "Ben Diaz|A@b.org||||02138",
    ]);
    assert_eq!(rules(&found), [(1, 3, Rule::MailboxFull), (2, 4, Rule::MailboxName)]);
    assert_eq!(found.households.len(), 1);
    assert_eq!((found.households[0].first, found.households[0].second), (0, 1));
}

#[test]
fn who_also_signed_from_a_mailbox_of_their_own_does_not_fall_with_a_full_one() {
    let found = findings(&[
        "Ana Diaz|a@b.org||12 Main St||02139",
        "Ben Diaz|a@b.org||12 Main St||02139",
        "Cleo Rey|a@b.org||12 Main St||02139",
        "Cleo Rey|cleo@b.org||12 Main St||02139",
    ]);
    assert_eq!(rules(&found), [(3, 4, Rule::NameStreetZip)]);
}

#[test]
fn a_record_that_could_be_either_of_two_people_unites_neither() {
    let found = findings(&[
        "Maria Garcia|||12 Main St||02139",
        "Maria Garcia|||12 Main St|1|02139",
        "Maria Garcia|||12 Main St|2|02139",
        "Maria Garcia|||12 Main St|2|02139",
    ]);
    assert_eq!(
        rules(&found),
        [(1, 2, Rule::NameStreetZipUnclear), (1, 3, Rule::NameStreetZipUnclear), (3, 4, Rule::NameStreetZip)]
    );
    let found = findings(&["Le Hung|a@b.org", "Lê Hùng|a@b.org", "Lê Hưng|a@b.org"]);
    assert!(rules(&found).iter().all(|(_, _, rule)| *rule != Rule::MailboxName), "{:?}", rules(&found));
}

#[test]
fn a_removal_names_the_pair_that_leads_to_the_survivor() {
    let found = findings(&[
        "Ana Diaz|a@b.org||||02139",
        "Ana Diaz|a@b.org||12 Main St||02139",
        "Ana Diaz|c@d.org||12 Main St||02139",
    ]);
    let removals: Vec<_> =
        found.removals().map(|r| (r.record, r.survivor, r.pair.a, r.pair.rule())).collect();
    assert_eq!(removals, [(1, 0, 0, Rule::MailboxName), (2, 0, 1, Rule::NameStreetZip)]);
}

#[test]
fn a_common_name_is_counted_and_not_asked_about() {
    let ids: Vec<String> = (0..40).map(|id| id.to_string()).collect();
    let people: Vec<Record<'_>> =
        ids.iter().map(|id| Record { id, name: "Maria Garcia", zip: "02128", ..Record::default() }).collect();
    let found = find(&people);
    assert!(found.pairs.is_empty());
    assert_eq!(found.crowds.len(), 1);
    assert_eq!((found.crowds[0].rule, found.crowds[0].people), (Rule::NameZip, 40));
}

#[test]
fn one_person_a_thousand_times_is_one_set_with_as_many_pairs_as_it_needs() {
    let ids: Vec<String> = (0..1_000).map(|id| id.to_string()).collect();
    let people: Vec<Record<'_>> =
        ids.iter().map(|id| Record { id, name: "Ana Diaz", email: "a@b.org", ..Record::default() }).collect();
    let found = find(&people);
    assert_eq!(found.clusters.len(), 1);
    assert_eq!(found.clusters[0].members.len(), 1_000);
    assert_eq!(found.pairs.len(), 999);
}
