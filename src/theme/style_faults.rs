//! What style sheets take away from those who need it: the outline of focus, the underline of links in texts.
//!
//! Only what a style sheet says surely is told: which elements a class is on is known to templates alone.

use super::style_sheet::{Declaration, StyleRule, rules, split};
use super::{ThemeFault, ThemeFaultKind};
use crate::source::Source;

/// What is wrong in the style sheets of a theme, which all pages have.
pub(super) fn faults(sheets: &[Source]) -> Vec<ThemeFault> {
    let of_sheet =
        |sheet: &Source| rules(&sheet.text).into_iter().filter(|rule| !rule.is_for_print).collect();
    let by_sheet: Vec<Vec<StyleRule>> = sheets.iter().map(of_sheet).collect();
    let all: Vec<&StyleRule> = by_sheet.iter().flatten().collect();
    let mut faults = Vec::new();
    for (sheet, rules) in sheets.iter().zip(&by_sheet) {
        for rule in rules {
            let found = [removed_outline(rule, &all), colour_only_links(rule, &all)];
            let fault = |(declaration, kind): (&Declaration, ThemeFaultKind)| ThemeFault {
                file: sheet.path.clone(),
                span: declaration.span,
                kind,
            };
            faults.extend(found.into_iter().flatten().map(fault));
        }
    }
    faults
}

fn removed_outline<'a>(rule: &'a StyleRule, all: &[&StyleRule]) -> Option<(&'a Declaration, ThemeFaultKind)> {
    let removal = rule.declarations.iter().find(|it| is_outline(it) && is_nothing(&it.value))?;
    let has_other = rule.declarations.iter().any(shows_focus);
    let selector = rule.selectors.iter().find(|selector| {
        let is_answered = has_other && selector.contains(":focus");
        !is_answered && !is_for_the_mouse(selector) && !has_replacement(selector, all)
    })?;
    Some((removal, ThemeFaultKind::RemovedOutline { selector: selector.clone() }))
}

fn is_outline(declaration: &Declaration) -> bool {
    matches!(declaration.property.as_str(), "outline" | "outline-style" | "outline-width")
}

/// Whether a value draws nothing: `none`, `0`, `0 none`.
fn is_nothing(value: &str) -> bool {
    value.split_ascii_whitespace().any(|word| matches!(word, "none" | "0" | "0px"))
}

/// Whether a declaration shows where one is.
fn shows_focus(declaration: &Declaration) -> bool {
    let is_seen = ["outline", "border", "box-shadow", "background", "text-decoration"]
        .iter()
        .any(|property| declaration.property.starts_with(property));
    let is_line = declaration.property.starts_with("outline") || declaration.property.starts_with("border");
    let is_nothing = if is_line { is_nothing(&declaration.value) } else { declaration.value == "none" };
    is_seen && !is_nothing && declaration.property != "outline-offset"
}

/// Whether a selector is about those who point, or what only a script brings focus to.
fn is_for_the_mouse(selector: &str) -> bool {
    selector.contains(":not(:focus-visible)") || selector.contains("[tabindex=")
}

/// Whether another rule shows focus on what a selector is about.
fn has_replacement(selector: &str, all: &[&StyleRule]) -> bool {
    let base = without_focus(selector);
    let is_name_alone = !base.contains(['.', '#', '[', ':']);
    all.iter().filter(|rule| rule.declarations.iter().any(shows_focus)).any(|rule| {
        let of_focus = rule.selectors.iter().filter(|it| it.contains(":focus")).map(|it| without_focus(it));
        // What has a class or more wins over a rule on all that has focus.
        of_focus.into_iter().any(|it| it == base || (it.is_empty() || it == "*") && is_name_alone)
    })
}

/// What a selector is about, whether it has focus or not.
fn without_focus(selector: &str) -> String {
    let pseudo = ["::before", "::after", ":focus-visible", ":focus-within", ":focus"];
    pseudo.iter().fold(selector.trim().to_owned(), |selector, it| selector.replace(it, ""))
}

fn colour_only_links<'a>(
    rule: &'a StyleRule,
    all: &[&StyleRule],
) -> Option<(&'a Declaration, ThemeFaultKind)> {
    let removal = rule.declarations.iter().find(|it| is_underline(it) && it.value == "none")?;
    if rule.declarations.iter().any(tells_links) {
        return None;
    }
    let selector = rule.selectors.iter().find(|selector| is_of_text_links(selector))?;
    let mends = |other: &&&StyleRule| {
        other.selectors.iter().any(|it| is_of_text_links(it)) && other.declarations.iter().any(tells_links)
    };
    let is_mended = all.iter().any(|other| mends(&other));
    (!is_mended).then(|| (removal, ThemeFaultKind::ColourOnlyLinks { selector: selector.clone() }))
}

fn is_underline(declaration: &Declaration) -> bool {
    matches!(declaration.property.as_str(), "text-decoration" | "text-decoration-line")
}

/// Whether a declaration tells links from the words around them by more than colour.
fn tells_links(declaration: &Declaration) -> bool {
    match declaration.property.as_str() {
        "border-bottom" | "background-image" | "font-weight" => !is_nothing(&declaration.value),
        _ => is_underline(declaration) && declaration.value.contains("underline"),
    }
}

/// What texts stand in: a link right in one of these is in a text.
const TEXTS: [&str; 14] = [
    "*",
    "html",
    "body",
    "main",
    "article",
    "section",
    "p",
    "dd",
    "td",
    "blockquote",
    "figcaption",
    ".prose",
    ".lead",
    ".content",
];

/// Whether a selector is surely about links in texts, as long as nobody points at them.
fn is_of_text_links(selector: &str) -> bool {
    let mut parts: Vec<&str> = split(selector, ' ').filter(|part| !part.is_empty() && *part != ">").collect();
    let is_link =
        parts.pop().is_some_and(|link| ["a", "a:link", "a:visited", "a:any-link", ":link"].contains(&link));
    is_link && parts.iter().all(|part| TEXTS.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FilePath;

    fn told(css: &str) -> Vec<String> {
        let sheet = Source::decode(FilePath::new("site.css"), css.as_bytes().to_vec());
        let words = |fault: ThemeFault| match fault.kind {
            ThemeFaultKind::RemovedOutline { selector } => format!("outline of {selector}"),
            ThemeFaultKind::ColourOnlyLinks { selector } => format!("underline of {selector}"),
            other => format!("{other:?}"),
        };
        faults(&[sheet]).into_iter().map(words).collect()
    }

    #[test]
    fn an_outline_may_go_where_something_stands_in_its_place() {
        assert_eq!(told("a { outline: none }"), ["outline of a"]);
        assert_eq!(told("*:focus { outline: 0 }"), ["outline of *:focus"]);
        assert_eq!(told(".x { outline: 0 } :focus-visible { outline: 2px solid }"), ["outline of .x"]);
        for css in [
            "a { outline: none } a:focus-visible { outline: 2px solid }",
            "a { outline: none } :focus-visible { outline: 2px solid }",
            "a:focus { outline: none; box-shadow: 0 0 2px red }",
            ".x a { outline: 0 } .x a:focus-visible::after { outline: 2px solid }",
            "a:focus:not(:focus-visible) { outline: none }",
            "@media print { a { outline: none } }",
            "a { outline-offset: 0; outline: 1px solid #0000 }",
        ] {
            assert_eq!(told(css), [""; 0], "{css}");
        }
    }

    #[test]
    fn links_of_texts_keep_their_underline() {
        assert_eq!(told("a { color: red; text-decoration: none }"), ["underline of a"]);
        assert_eq!(
            told("b, main p > a:link { text-decoration-line: none }"),
            ["underline of main p > a:link"]
        );
        for css in [
            ".menu a, a.brand { text-decoration: none }",
            "a:hover { text-decoration: none }",
            "a { text-decoration: none; border-bottom: 1px solid }",
            "a { text-decoration: none } main a { text-decoration: underline }",
        ] {
            assert_eq!(told(css), [""; 0], "{css}");
        }
    }
}
