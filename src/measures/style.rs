//! What a style sheet uses of browsers: properties, at-rules, functions and selectors, each compared with those
//! that browsers have known for long.

use std::collections::BTreeSet;

use super::familiar::{self, Part};
use super::script::bears_a_licence;

/// What a style sheet holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StyleScan {
    /// What it uses, as `property hyphens`, with the month from which all browsers have it; nothing where that is
    /// not known.
    pub features: BTreeSet<(String, Option<u32>)>,
    /// The fonts that it brings, by family; one more for each file.
    pub fonts: Vec<String>,
    /// Whether something moves by it.
    pub moves: bool,
    /// Whether it says how pages are printed.
    pub prints: bool,
    /// The addresses that it asks for.
    pub asks: BTreeSet<String>,
    /// Whether it begins with the licence of someone else's work.
    pub bears_a_licence: bool,
}

impl StyleScan {
    /// Looks through a style sheet.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut scan = Self { bears_a_licence: bears_a_licence(text), ..Self::default() };
        let (plain, asks) = without_strings(text);
        scan.asks = asks;
        let mut rest = plain.as_str();
        let mut is_font = false;
        while let Some(at) = end_of_statement(rest) {
            let (statement, after) = rest.split_at(at);
            let opens = after.starts_with('{');
            let statement = statement.trim();
            match statement.strip_prefix('@') {
                Some(rule) => {
                    is_font = rule.starts_with("font-face");
                    scan.at_rule(rule);
                }
                None if opens => {
                    is_font = false;
                    scan.selector(statement);
                }
                None => scan.declaration(statement, is_font),
            }
            rest = after.get(1..).unwrap_or("");
        }
        scan
    }

    fn at_rule(&mut self, rule: &str) {
        let name: String = rule.chars().take_while(|it| it.is_alphanumeric() || *it == '-').collect();
        let prelude = rule.get(name.len()..).unwrap_or("");
        self.moves |= name.ends_with("keyframes");
        self.prints |= name == "media" && prelude.contains("print");
        for inside in prelude.split('(').skip(1) {
            let feature = inside.split([':', ')', '<', '>', '=']).next().unwrap_or("").trim();
            self.uses(Part::Media, feature);
        }
        self.uses(Part::AtRule, &name);
    }

    fn selector(&mut self, selector: &str) {
        for (at, _) in selector.match_indices(':') {
            let name = selector.get(at + 1..).unwrap_or("");
            let name: String = name.chars().take_while(|it| it.is_alphanumeric() || *it == '-').collect();
            self.uses(Part::Pseudo, &name);
        }
    }

    fn declaration(&mut self, declaration: &str, is_font: bool) {
        let Some((property, value)) = declaration.split_once(':') else { return };
        let property = property.trim();
        if is_font && property == "font-family" {
            self.fonts.push(value.trim().to_owned());
        }
        self.moves |= property.starts_with("animation");
        if !property.starts_with("--") {
            self.uses(Part::Property, property);
        }
        for (at, _) in value.match_indices('(') {
            let before = value.get(..at).unwrap_or("");
            let name = before.rsplit(|it: char| !it.is_alphanumeric() && it != '-').next().unwrap_or("");
            self.uses(Part::Function, name);
        }
    }

    fn uses(&mut self, part: Part, name: &str) {
        if !name.is_empty() {
            let name = name.to_ascii_lowercase();
            self.features.insert((format!("{} {name}", part.name()), familiar::since(part, &name)));
        }
    }
}

/// The end of the first statement: a brace or semicolon that is in no bracket.
fn end_of_statement(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.char_indices().find_map(|(at, letter)| {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '{' | '}' | ';' if depth == 0 => return Some(at),
            _ => {}
        }
        None
    })
}

/// A style sheet without comments, and with nothing between its quotes; with the addresses that it names.
fn without_strings(text: &str) -> (String, BTreeSet<String>) {
    let (mut plain, mut asks) = (String::with_capacity(text.len()), BTreeSet::new());
    let mut rest = text;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let (end, skipped) = match from.chars().next() {
            Some('/') if from.starts_with("/*") => (from.find("*/").map(|at| at + 2), false),
            Some(quote @ ('"' | '\'')) => {
                (from.get(1..).and_then(|it| it.find(quote)).map(|at| at + 2), true)
            }
            _ => {
                plain.push('/');
                rest = from.get(1..).unwrap_or("");
                continue;
            }
        };
        let (inside, after) = from.split_at(end.unwrap_or(from.len()));
        if skipped && (plain.ends_with("url(") || plain.trim_end().ends_with("@import")) {
            asks.insert(inside.trim_matches(['"', '\'']).to_owned());
        }
        rest = after;
    }
    plain.push_str(rest);
    let bare = plain.split("url(").skip(1).filter_map(|it| it.split(')').next());
    asks.extend(bare.map(|it| it.trim().to_owned()));
    asks.retain(|it| !it.is_empty() && !it.starts_with("data:"));
    (plain, asks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_style_sheet_uses_is_read() {
        let scan = StyleScan::read(
            "/* a: b */ @import url(https://cdn.example/a.css); :root { --x: light-dark(#fff, #000) }\n\
             a:not(:hover)::after { content: \"}{;:\"; color: var(--x); anchor-name: --a }\n\
             @media (min-width: 40rem) { p { width: clamp(1rem, 2vw, 3rem) } }\n\
             @media print { nav { display: none } }\n\
             @font-face { font-family: \"Inter\"; src: url(\"/assets/inter.woff2\") }",
        );
        let features: Vec<&str> = scan.features.iter().map(|(name, _)| name.as_str()).collect();
        for expected in [
            "at-rule font-face",
            "at-rule import",
            "function clamp",
            "function light-dark",
            "media min-width",
            "property anchor-name",
            "property content",
            "pseudo after",
            "pseudo hover",
            "pseudo not",
        ] {
            assert!(features.contains(&expected), "{expected}: {features:?}");
        }
        assert!(!features.iter().any(|it| it.contains("--")), "{features:?}");
        assert!(scan.features.contains(&("property anchor-name".to_owned(), None)));
        assert!(scan.prints && !scan.moves);
        assert_eq!(scan.fonts.len(), 1);
        let asks: Vec<&str> = scan.asks.iter().map(String::as_str).collect();
        assert_eq!(asks, ["/assets/inter.woff2", "https://cdn.example/a.css"]);
    }
}
