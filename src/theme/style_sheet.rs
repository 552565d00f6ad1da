//! The rules of a style sheet: what each is about, and what it says. Nothing is resolved.
//!
//! This module must not know what is wanted of a style sheet.

use crate::source::Span;

/// A rule: selectors and declarations.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct StyleRule {
    /// What it is about, each selector of its list.
    pub(super) selectors: Vec<String>,
    /// What it says.
    pub(super) declarations: Vec<Declaration>,
    /// Whether it is for paper alone.
    pub(super) is_for_print: bool,
}

/// A property and its value, both in small letters.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Declaration {
    pub(super) property: String,
    pub(super) value: String,
    /// Where it stands, from the property to the end of the value.
    pub(super) span: Span,
}

/// The rules of a style sheet, those within `@media` and the like too, in the order of their ends.
pub(super) fn rules(css: &str) -> Vec<StyleRule> {
    let plain = without_comments(css);
    let mut open: Vec<StyleRule> = Vec::new();
    let mut rules = Vec::new();
    let mut start = 0;
    for (at, mark) in plain.match_indices(['{', '}', ';']) {
        let words = plain.get(start..at).unwrap_or("");
        if mark == "{" {
            open.push(opened(words, open.last()));
        } else if let Some(rule) = open.last_mut() {
            rule.declarations.extend(declaration(words, start));
        }
        if mark == "}" {
            rules.extend(open.pop().filter(|rule| !rule.selectors.is_empty()));
        }
        start = at + mark.len();
    }
    rules
}

/// The rule that words open, within another or not; `@media` has no selectors, and hands those around on.
fn opened(words: &str, around: Option<&StyleRule>) -> StyleRule {
    let words = words.trim();
    let outer = around.map(|rule| rule.selectors.as_slice()).unwrap_or_default();
    let selectors = match words.strip_prefix('@') {
        Some(_) => outer.to_vec(),
        None => split(words, ',').flat_map(|inner| nested(inner.trim(), outer)).collect(),
    };
    let is_for_print = around.is_some_and(|rule| rule.is_for_print)
        || words.strip_prefix("@media").is_some_and(|it| it.trim() == "print");
    StyleRule { selectors, declarations: Vec::new(), is_for_print }
}

/// A selector within others.
fn nested(inner: &str, outer: &[String]) -> Vec<String> {
    if outer.is_empty() {
        return vec![inner.to_owned()];
    }
    let within = |outer: &String| {
        if inner.contains('&') { inner.replace('&', outer) } else { format!("{outer} {inner}") }
    };
    outer.iter().map(within).collect()
}

fn declaration(words: &str, start: usize) -> Option<Declaration> {
    let (property, value) = words.split_once(':')?;
    let begins = start + words.len() - words.trim_start().len();
    let span = Span::new(begins, begins + words.trim().len());
    let value = value.trim().trim_end_matches("!important").trim_end();
    Some(Declaration {
        property: property.trim().to_ascii_lowercase(),
        value: value.to_ascii_lowercase(),
        span,
    })
}

/// The parts of a text between marks that stand in no brackets.
pub(super) fn split(text: &str, mark: char) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    text.split(move |letter| {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && letter == mark
    })
}

/// The same text with spaces in place of comments and of what strings hold: all else stays in its place.
fn without_comments(css: &str) -> String {
    let mut plain = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (before, after) = rest.split_at(at);
        plain.push_str(before);
        let hidden = if after.starts_with("/*") {
            after.find("*/").map_or(after.len(), |end| end + "*/".len())
        } else if after.starts_with('/') {
            plain.push('/');
            rest = after.get(1..).unwrap_or("");
            continue;
        } else {
            string_length(after)
        };
        plain.extend(std::iter::repeat_n(' ', hidden));
        rest = after.get(hidden..).unwrap_or("");
    }
    plain + rest
}

/// How long the string is that a text begins with, its quotes included.
fn string_length(text: &str) -> usize {
    let quote = text.chars().next();
    let mut is_escaped = false;
    let end = text.char_indices().skip(1).find(|(_, letter)| {
        let ends = !is_escaped && (Some(*letter) == quote || *letter == '\n');
        is_escaped = !is_escaped && *letter == '\\';
        ends
    });
    end.map_or(text.len(), |(at, _)| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(css: &str) -> Vec<String> {
        let words = |rule: &StyleRule| {
            let says = rule.declarations.iter().map(|it| format!("{}={}", it.property, it.value));
            let print = if rule.is_for_print { " (print)" } else { "" };
            format!("{} {{{}}}{print}", rule.selectors.join(" + "), says.collect::<Vec<_>>().join(" "))
        };
        rules(css).iter().map(words).collect()
    }

    #[test]
    fn rules_are_read_whatever_is_around_them() {
        assert_eq!(
            told("/* a{} */ a, b:is(c, d) { Color: RED; outline:0 !important }"),
            ["a + b:is(c, d) {color=red outline=0}"]
        );
        assert_eq!(
            told("@media print { a { x: y } } p::before { content: \"}\"; z: 1 }"),
            ["a {x=y} (print)", "p::before {content= z=1}"]
        );
        assert_eq!(
            told("nav { a { b: c } &:hover { d: e } f: g }"),
            ["nav a {b=c}", "nav:hover {d=e}", "nav {f=g}"]
        );
        assert_eq!(told("a { background: url(/x.png) } }} b { c"), ["a {background=url(/x.png)}"]);
    }

    #[test]
    fn a_declaration_knows_its_place() {
        let css = "a {\n  outline : none ;\n}";
        let found = rules(css);
        assert_eq!(&css[found[0].declarations[0].span.range()], "outline : none");
    }
}
