//! Statements: what a person or an organization said, word for word, with who said it and who agreed to its use.
//! It refuses a quotation of nobody, and one that nobody agreed to.

use crate::{FieldErrors, Language, clean_line, clean_text};

/// The longest statement, in characters: half a page.
pub const LONGEST_STATEMENT: usize = 3_000;
/// The longest of its other lines.
pub const LONGEST_STATEMENT_LINE: usize = 200;

/// What an organizer typed.
#[derive(Debug, Clone, Copy, Default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct RawStatement<'a> {
    pub text: &'a str,
    pub language: &'a str,
    pub name: &'a str,
    pub title: &'a str,
    pub organization: &'a str,
    pub permission: &'a str,
}

/// A statement that may be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementDraft {
    /// The words, in limited Markdown.
    pub text: String,
    /// Their language.
    pub language: Language,
    /// Who says it; may be empty if an organization does.
    pub name: String,
    /// What they are; may be empty.
    pub title: String,
    /// For whom; may be empty if a person speaks for themselves.
    pub organization: String,
    /// Who agreed to its use, and how: for the hosts alone.
    pub permission: String,
}

impl StatementDraft {
    /// Reads what was typed, or says everything that is wrong with it.
    pub fn parse(raw: RawStatement<'_>) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let text = clean_text(raw.text);
        if text.is_empty() {
            errors.add("text", "error-statement-text");
        } else if text.chars().count() > LONGEST_STATEMENT {
            errors.add("text", "error-statement-long");
        }
        let language =
            errors.check("language", Language::parse(raw.language).map_err(|_| "error-statement-language"));
        let mut line = |field: &'static str, typed: &str| {
            let line = clean_line(typed);
            if line.chars().count() > LONGEST_STATEMENT_LINE {
                errors.add(field, "error-statement-line");
            }
            line
        };
        let name = line("name", raw.name);
        let title = line("title", raw.title);
        let organization = line("organization", raw.organization);
        let permission = line("permission", raw.permission);
        if name.is_empty() && organization.is_empty() {
            errors.add("name", "error-statement-nobody");
        }
        if permission.is_empty() {
            errors.add("permission", "error-statement-permission");
        }
        match language {
            Some(language) if errors.is_empty() => {
                Ok(Self { text, language, name, title, organization, permission })
            }
            _ => Err(errors),
        }
    }
}

/// Who says it, on one line: name, title, organization, as far as they are known.
pub fn attribution(name: &str, title: &str, organization: &str) -> String {
    [name, title, organization].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may

    use super::*;

    const RAW: RawStatement<'_> = RawStatement {
        text: "We keep *asking*.",
        language: "en",
        name: " Ana  Díaz ",
        title: "",
        organization: "Students Without Borders",
        permission: "agreed by mail on 3 June",
    };

    #[test]
    fn a_statement_is_somebodys_and_was_agreed_to() {
        let draft = StatementDraft::parse(RAW).unwrap();
        assert_eq!(draft.name, "Ana Díaz");
        assert_eq!(
            attribution(&draft.name, &draft.title, &draft.organization),
            "Ana Díaz, Students Without Borders"
        );
        let wrong =
            RawStatement { name: "", organization: " ", permission: "", text: "", language: "?", ..RAW };
        let errors = StatementDraft::parse(wrong).unwrap_err();
        let fields: Vec<_> = errors.iter().map(|error| error.field).collect();
        assert_eq!(fields, ["text", "language", "name", "permission"]);
        let long = "a".repeat(LONGEST_STATEMENT + 1);
        assert!(StatementDraft::parse(RawStatement { text: &long, ..RAW }).is_err());
    }
}
