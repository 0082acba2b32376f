//! A style sheet without its comments and the white space that means nothing. It refuses to be clever:
//! no value, selector or rule is rewritten, so `@layer`, `light-dark()` and what comes next year pass
//! through as they are.
//!
//! Compressed, this is within a percent or two of what a full CSS parser would give, and needs no list
//! of known properties.

/// Removes comments and needless white space (CSS Syntax Level 3, section 4).
///
/// Space is dropped beside `{ } ; ,`, after `:` and `(`, before `)`, and at both ends; elsewhere a run of
/// it becomes one space, because it may be a descendant combinator or part of `a + b` inside `calc()`.
/// Space before `:` and `(` stays for the same reason: `a :hover` and `and (` are not `a:hover` and `and(`.
pub fn minify(style: &str) -> String {
    let mut out = String::with_capacity(style.len());
    let mut rest = style;
    let mut space_seen = false;
    while let Some(first) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.find("*/").map_or("", |end| &comment[end + 2..]);
            // Between two tokens a comment separates them without being white space; there it stays.
            if !space_seen && !ends_freely(&out) && !starts_freely(rest) && !rest.starts_with(is_space) {
                out.push_str("/**/");
            }
            continue;
        }
        if is_space(first) {
            rest = rest.trim_start_matches(is_space);
            space_seen = true;
            continue;
        }
        if space_seen && !ends_freely(&out) && !starts_freely(rest) {
            out.push(' ');
        }
        space_seen = false;
        // The last declaration of a block needs no semicolon.
        if first == '}' && out.ends_with(';') && !ends_escaped(&out) {
            out.pop();
        }
        let length = token_length(rest, &out);
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out
}

fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// Whether white space after `out` means nothing.
fn ends_freely(out: &str) -> bool {
    out.is_empty() || (out.ends_with(['{', '}', ';', ',', ':', '(']) && !ends_escaped(out))
}

/// Whether white space before `rest` means nothing.
fn starts_freely(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(['{', '}', ';', ',', ')'])
}

/// Whether the last character is escaped (`\:`), and so is part of a name.
fn ends_escaped(out: &str) -> bool {
    let before = &out[..out.len() - out.chars().next_back().map_or(0, char::len_utf8)];
    before.chars().rev().take_while(|&c| c == '\\').count() % 2 == 1
}

/// The bytes to copy untouched: a whole string, a whole unquoted `url(…)`, an escape, or one character.
fn token_length(rest: &str, out: &str) -> usize {
    let first = rest.chars().next().map_or(0, char::len_utf8);
    match rest.as_bytes()[0] {
        quote @ (b'"' | b'\'') => until_unescaped(rest, 1, quote),
        b'\\' => escape_length(rest),
        b'u' | b'U' if begins_url(rest) && !ends_in_name(out) => until_unescaped(rest, 4, b')'),
        _ => first,
    }
}

/// A backslash with what it escapes: one character, or up to six hex digits and the space that ends them.
fn escape_length(rest: &str) -> usize {
    let digits = rest[1..].bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
    if digits == 0 {
        return 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
    }
    1 + digits + usize::from(rest[1 + digits..].starts_with(is_space))
}

/// `url(` and no quote after it: what follows is raw, and a `/*` in it is no comment.
fn begins_url(rest: &str) -> bool {
    rest.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("url("))
        && !rest[4..].trim_start_matches(is_space).starts_with(['"', '\''])
}

fn ends_in_name(out: &str) -> bool {
    out.chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '\\'))
}

/// The length up to and with the first `end` that no backslash precedes.
fn until_unescaped(rest: &str, start: usize, end: u8) -> usize {
    let mut escaped = false;
    for (at, byte) in rest.bytes().enumerate().skip(start) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            _ if byte == end => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn comments_and_needless_space_go() {
        let style = "
            /* The paper. */
            @layer reset, tokens;

            @layer tokens {
                :root {
                    --paper: light-dark( #faf7f0, #15140f ); /* warm */
                    color-scheme: light dark;
                }
            }
        ";
        assert_eq!(
            minify(style),
            "@layer reset,tokens;@layer tokens{:root{--paper:light-dark(#faf7f0,#15140f);color-scheme:light dark}}"
        );
    }

    #[test]
    fn space_that_means_something_stays() {
        for style in [
            "a :hover{top:0}",
            "a b > c ~ d + e{top:0}",
            "a{inline-size:calc(100% - var(--s4) + 2 * (1px + 1em))}",
            "@media (min-width:40rem) and (hover:hover){a{top:0}}",
            "@container form (inline-size > 30rem){a{top:0}}",
            "a{margin:0 -1px;font:1rem/1.6 var(--sans) !important}",
            ":is(h1,h2) .numeral{top:0}",
            "a{grid-template-areas:\"a  b\" 'c   d'}",
        ] {
            assert_eq!(minify(style), style);
        }
    }

    #[test]
    fn strings_and_addresses_are_left_as_they_are() {
        for style in [
            "a::before{content:\" /* no comment */ ; } \"}",
            "a::before{content:'it\\'s  { here'}",
            "a{background:url(/a//*b;c.png)}",
            "a{background:url( /a/b.png )}",
            "a{background:url(data:image/svg+xml,%3Csvg  /%3E)}",
            "a{background:URL(\"/a  b.png\")}",
        ] {
            assert_eq!(minify(style), style);
        }
    }

    #[test]
    fn a_comment_between_tokens_still_parts_them() {
        assert_eq!(minify("a{margin:1px/* and */2px}"), "a{margin:1px/**/2px}");
        assert_eq!(minify("a{margin:1px /* and */ 2px}"), "a{margin:1px 2px}");
        assert_eq!(minify("a{margin:1px/* and */ 2px}"), "a{margin:1px 2px}");
        assert_eq!(minify("a{/* one *//* two */top:0}"), "a{top:0}");
        assert_eq!(minify("a{top:0}/* open"), "a{top:0}");
    }

    #[test]
    fn an_escaped_character_is_part_of_its_name() {
        assert_eq!(minify(".a\\: b{top:0}"), ".a\\: b{top:0}");
        assert_eq!(minify(".a\\{b{top:0}"), ".a\\{b{top:0}");
        assert_eq!(minify(".caf\\e9  b{top:0}"), ".caf\\e9  b{top:0}");
        assert_eq!(minify(".caf\\e9 b   c{top:0}"), ".caf\\e9 b c{top:0}");
    }

    #[test]
    fn what_is_minified_stays_the_same_when_minified_again() {
        let style = "@media print { a { color : #000 ; top:0 ; } } b , c{ }\n\n.é > d{content:'–'}";
        let once = minify(style);
        assert_eq!(once, "@media print{a{color :#000;top:0}}b,c{}.é > d{content:'–'}");
        assert_eq!(minify(&once), once);
    }
}
