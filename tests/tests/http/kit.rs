//! The resource kit: texts that are filled in and taken along, and the templates they come from.

use std::io::Read as _;

use redress_tests::html::{elements, text, value_of};
use redress_tests::{Server, each_database};

const TEXT: &str = "Dear **{name of the chief}**,\n\nI live in {your town}. In {your town} we ask:\n\n1. Who may look?\n\n\
    {why it matters to you, in a sentence or two}\n\n[The law](https://law.example/66)";

async fn save(server: &Server, owner: &str, slug: &str, changes: &[(&str, &str)]) -> redress_tests::Answer {
    let plain = [
        ("action", "save"),
        ("kind", "letter"),
        ("locale", "en"),
        ("slug", "letter-to-a-chief"),
        ("title", "Questions about readers"),
        ("summary", "For your chief of police."),
        ("body_text", TEXT),
    ];
    let mut fields: Vec<_> =
        plain.into_iter().filter(|(name, _)| !changes.iter().any(|(other, _)| other == name)).collect();
    fields.extend(changes);
    server.post_as(owner, &format!("/admin/c/{slug}/templates"), &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_piece_is_filled_in_on_the_page_and_nothing_of_it_is_kept() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        let (kit, piece) = (format!("/c/{slug}/kit"), format!("/c/{slug}/kit/letter-to-a-chief"));
        assert_eq!(server.get(&kit).await.status, 404, "there is no kit before there is a piece");
        assert_eq!(save(&server, &owner, &slug, &[]).await.status, 303);
        let list = server.get(&kit).await;
        assert!(
            list.text.contains(&format!("href=\"{piece}\""))
                && text(&list.text).contains("3 parts to fill in")
        );
        assert!(server.get(&format!("/c/{slug}")).await.text.contains(&format!("href=\"{kit}\"")));

        let empty = server.get(&piece).await;
        assert_eq!(empty.status, 200);
        let fields: Vec<_> = elements(&empty.text)
            .into_iter()
            .filter(|element| element.get("name").starts_with("part:"))
            .map(|element| (element.name.clone(), element.get("name").to_owned()))
            .collect();
        let said: Vec<_> = fields.iter().map(|(kind, name)| (kind.as_str(), name.as_str())).collect();
        assert_eq!(
            said,
            [
                ("input", "part:name of the chief"),
                ("input", "part:your town"),
                ("textarea", "part:why it matters to you, in a sentence or two"),
            ]
        );
        assert!(text(&empty.text).contains("What you type is not kept."));
        assert!(!text(&empty.text).contains("still empty"), "nobody is scolded before they began");

        // What is typed is text, wherever it goes; what is not is named, and a blank stands for it.
        let parts = [
            ("part:name of the chief", "*Ana* <b>Díaz</b> [x](https://evil.example)"),
            ("part:your town", "Lynn & Salem"),
            ("action", "fill"),
        ];
        let filled = server.post(&piece, &parts).await;
        assert_eq!((filled.status, filled.header("cache-control")), (200, "no-store"));
        let said = text(&filled.text);
        assert!(said.contains("*Ana* <b>Díaz</b> [x](https://evil.example)"), "{said}");
        assert_eq!(said.matches("Lynn & Salem").count(), 2, "each place of a part is filled in");
        assert!(said.contains("One part is still empty") && said.contains("________"));
        assert!(!elements(&filled.text).iter().any(|element| element.get("href").contains("evil")));
        assert_eq!(value_of(&filled.text, "part:your town").unwrap(), "Lynn & Salem");
        let parts = [("part:your town", "Lynn"), ("action", "fill")];
        assert!(text(&server.post(&piece, &parts).await.text).contains("2 parts are still empty"));
        assert!(!server.get(&piece).await.text.contains("Lynn"));
        let rows = server.database().await;
        let kept = rows
            .dump()
            .await
            .into_iter()
            .any(|cell| String::from_utf8_lossy(&cell.bytes).contains("Lynn & Salem"));
        assert!(!kept, "no row has it");
        rows.close().await;

        // Too much is said to be too much, and stays.
        let long = "x".repeat(1_001);
        let parts = [("part:your town", long.as_str()), ("action", "pdf")];
        let refused = server.post(&piece, &parts).await;
        assert_eq!(refused.status, 422);
        assert!(text(&refused.text).contains("Shorten “your town” to 1,000 characters or fewer."));
        assert!(
            refused.text.contains("href=\"#part-1\"")
                && value_of(&refused.text, "part:your town").unwrap() == long
        );
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_piece_is_taken_along_as_pdf_and_as_word_file() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        assert_eq!(save(&server, &owner, &slug, &[]).await.status, 303);
        let piece = format!("/c/{slug}/kit/letter-to-a-chief");
        let mut parts =
            vec![("part:name of the chief", "Ana *Díaz*"), ("part:your town", "Lynn"), ("action", "pdf")];
        let pdf = server.post(&piece, &parts).await;
        assert_eq!((pdf.status, pdf.header("content-type")), (200, "application/pdf"));
        assert_eq!(pdf.header("content-disposition"), "attachment; filename=\"letter-to-a-chief.pdf\"");
        assert_eq!(pdf.header("cache-control"), "no-store");
        assert!(pdf.bytes.starts_with(b"%PDF-"));
        parts[2].1 = "docx";
        let word = server.post(&piece, &parts).await;
        assert_eq!(word.header("content-disposition"), "attachment; filename=\"letter-to-a-chief.docx\"");
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(word.bytes)).unwrap();
        let mut xml = String::new();
        archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
        for wanted in ["Ana *Díaz*", "Lynn", "________", "Who may look?"] {
            assert!(xml.contains(wanted), "{wanted}");
        }
        // Beyond a class's worth from one address, the form comes back with everything in it.
        let mut last = None;
        for _ in 0..120 {
            let answer = server.post(&piece, &parts).await;
            if answer.status != 200 {
                last = Some(answer);
                break;
            }
        }
        let busy = last.unwrap();
        assert_eq!((busy.status, busy.header("retry-after")), (429, "30"));
        assert!(text(&busy.text).contains("Many documents are being made just now."));
        assert_eq!(value_of(&busy.text, "part:your town").unwrap(), "Lynn");
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_with_a_missing_part_is_refused_and_what_was_typed_stays() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        for broken in
            ["I live in {your town.", "I live in your town}.", "I live in {}.", "{your\ntown}", "{{a}"]
        {
            let refused = save(&server, &owner, &slug, &[("body_text", broken)]).await;
            assert_eq!(refused.status, 422, "{broken}");
            assert!(text(&refused.text).contains("A part is not whole"), "{broken}");
            assert_eq!(value_of(&refused.text, "body_text").unwrap(), broken);
        }
        let wrong = [
            ("title", ""),
            ("slug", "A B"),
            ("kind", "x"),
            ("locale", "fr"),
            ("body_text", ""),
            ("position", "-1"),
        ];
        let refused = save(&server, &owner, &slug, &wrong).await;
        assert_eq!(refused.status, 422);
        for field in ["title", "kind", "locale", "body_text", "position"] {
            assert!(refused.text.contains(&format!("href=\"#{field}\"")), "{field}");
        }
        assert_eq!(server.get(&format!("/c/{slug}/kit")).await.status, 404, "nothing was saved");

        // The parts are shown before it is saved.
        let shown = save(&server, &owner, &slug, &[("action", "preview")]).await;
        assert_eq!(shown.status, 200);
        assert!(text(&shown.text).contains("3 parts to fill in were found:"));
        assert_eq!(server.get(&format!("/c/{slug}/kit")).await.status, 404, "showing saves nothing");
        assert_eq!(save(&server, &owner, &slug, &[]).await.status, 303);
        let taken = save(&server, &owner, &slug, &[]).await;
        assert!(
            taken.status == 422
                && text(&taken.text).contains("Another template in this language has this address.")
        );

        // Each language has a text of its own; what a language lacks is there in another, and says so.
        let piece = format!("/c/{slug}/kit/letter-to-a-chief");
        let spanish = server.get(&format!("/es{piece}")).await.text;
        assert!(text(&spanish).contains("Este texto solo está en English."), "{}", text(&spanish));
        let own = [("locale", "es"), ("title", "Preguntas"), ("body_text", "Vivo en {su pueblo}.")];
        assert_eq!(save(&server, &owner, &slug, &own).await.status, 303);
        assert!(text(&server.get(&format!("/es{piece}")).await.text).contains("Vivo en"));

        // Retired, it is offered to nobody; and can be offered again. Testimony is none of the kit.
        let testimony = [("kind", "testimony"), ("slug", "in-favor"), ("stance", "in-favor")];
        assert_eq!(save(&server, &owner, &slug, &testimony).await.status, 303);
        assert_eq!(server.get(&format!("/c/{slug}/kit/in-favor")).await.status, 404);
        let desk = server.get_as(&owner, &format!("/admin/c/{slug}/templates")).await.text;
        let ids: Vec<_> = elements(&desk)
            .into_iter()
            .filter(|element| element.get("name") == "id")
            .map(|element| element.get("value").to_owned())
            .collect();
        assert_eq!(ids.len(), 3);
        let templates = format!("/admin/c/{slug}/templates");
        for id in &ids {
            server.post_as(&owner, &templates, &[("id", id), ("action", "retire")]).await;
        }
        assert_eq!(server.get(&piece).await.status, 404);
        assert!(text(&server.get_as(&owner, &templates).await.text).contains("Retired; offered to nobody."));
        for id in &ids {
            server.post_as(&owner, &templates, &[("id", id), ("action", "offer")]).await;
        }
        assert_eq!(server.get(&piece).await.status, 200);
        server.stop().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_may_begin_and_end_with_a_part_and_be_nothing_else() {
    each_database(async |server| {
        let owner = server.owner().await;
        let slug = server.campaign(&owner, &[]).await;
        for (number, whole) in
            ["Sincerely,\n{your name}", "{place} is mine.", "{one}{two}", "{everything}", "No part."]
                .into_iter()
                .enumerate()
        {
            let name = format!("piece-{number}");
            let saved = save(&server, &owner, &slug, &[("slug", &name), ("body_text", whole)]).await;
            assert_eq!(saved.status, 303, "{whole}: {}", text(&saved.text));
        }
        server.stop().await;
    })
    .await;
}
