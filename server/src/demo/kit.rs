//! The resource kit of the demo: five pieces about plate readers, in both languages.

use redress_domain::{CampaignId, Locale, Slug, TemplateKind};
use redress_store::{Author, Store, TemplateDraft, TemplateRefused};
use serde::Deserialize;

use super::{DemoFailed, wrong};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kit {
    piece: Vec<Piece>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Piece {
    slug: String,
    kind: TemplateKind,
    en: PieceText,
    es: PieceText,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PieceText {
    title: String,
    summary: String,
    text: String,
}

fn kit() -> Result<Kit, DemoFailed> {
    toml::from_str(include_str!("../../demo/kit.toml")).map_err(wrong)
}

/// Loads the kit into a campaign; a piece that is there stays as it is.
pub async fn load(store: &Store, campaign: CampaignId) -> Result<(), DemoFailed> {
    let templates = store.templates();
    for (position, piece) in (1..).zip(kit()?.piece) {
        for (locale, text) in [(Locale::En, &piece.en), (Locale::Es, &piece.es)] {
            let draft = TemplateDraft {
                slug: Slug::parse(&piece.slug).map_err(wrong)?,
                kind: piece.kind,
                locale,
                stance: None,
                title: text.title.clone(),
                summary: text.summary.clone(),
                body_text: text.text.trim().to_owned(),
                position,
            };
            match templates.save(Author::Operator, campaign, None, &draft).await {
                Ok(_) | Err(TemplateRefused::SlugTaken) => {}
                Err(TemplateRefused::Store(error)) => return Err(error.into()),
                Err(other) => return Err(wrong(other)),
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use redress_domain::{fixed_parts, parts};

    use super::*;

    #[test]
    fn every_piece_asks_for_the_same_in_both_languages() {
        let kit = kit().unwrap();
        let kinds: Vec<_> = kit.piece.iter().map(|piece| piece.kind).collect();
        assert_eq!(kinds, crate::forms::kit::KINDS, "one of each kind");
        for piece in kit.piece {
            for text in [&piece.en, &piece.es] {
                assert!(!text.title.is_empty() && !text.summary.is_empty() && !text.text.contains('!'));
                assert!(fixed_parts(&text.text).iter().all(|part| !part.contains(['{', '}'])));
                let names = parts(&text.text);
                let folded: std::collections::BTreeSet<_> =
                    names.iter().map(|name| name.to_lowercase()).collect();
                assert_eq!(folded.len(), names.len(), "{}: one part is asked for once", piece.slug);
            }
            assert_eq!(parts(&piece.en.text).len(), parts(&piece.es.text).len(), "{}", piece.slug);
        }
    }
}
