//! Slots that rendering left, filled in: the addresses of the theme's files, and what a page says of its own
//! weight.
//!
//! An address bears a hash of the file's bytes. Were it written while rendering, a changed style
//! sheet would make every page another page; with slots, pages are compared before they are sealed. A page's
//! weight is known only once the page is made.

use std::collections::BTreeMap;

use crate::theme::Theme;

const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

/// The slot of a file of the theme, to be written in a page.
#[must_use]
pub fn slot(name: &str) -> String {
    format!("{OPEN}{name}{CLOSE}")
}

/// The slot of the bytes that are sent for a page.
pub const WEIGHT: &str = "footprint-weight";

/// The slot of a page's `EcoIndex`.
pub const ECO_INDEX: &str = "footprint-eco-index";

/// Fills the slots of pages.
#[derive(Debug, Default)]
pub struct Seal {
    values: BTreeMap<String, String>,
}

impl Seal {
    /// The addresses of a theme's files.
    #[must_use]
    pub fn new(theme: &Theme) -> Self {
        let addresses = theme.assets.iter().map(|asset| (asset.name.clone(), asset.address.clone()));
        Self { values: addresses.collect() }
    }

    /// What a page says of its own weight, once it is known.
    #[must_use]
    pub fn of_footprint(weight: String, eco_index: u8) -> Self {
        let values = [(WEIGHT.to_owned(), weight), (ECO_INDEX.to_owned(), eco_index.to_string())];
        Self { values: BTreeMap::from(values) }
    }

    /// Fills every slot that it has a value for. What only looks like one, in a text, stays as it is.
    #[must_use]
    pub fn fill(&self, page: Vec<u8>) -> Vec<u8> {
        let mut open = [0; 4];
        let open = OPEN.encode_utf8(&mut open).as_bytes();
        if memchr::memmem::find(&page, open).is_none() {
            return page;
        }
        let Ok(text) = String::from_utf8(page) else { return Vec::new() };
        let mut sealed = String::with_capacity(text.len() + 64);
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once(OPEN) {
            sealed.push_str(before);
            let found =
                after.split_once(CLOSE).and_then(|(name, after)| Some((self.values.get(name)?, after)));
            if let Some((address, after)) = found {
                sealed.push_str(address);
                rest = after;
            } else {
                sealed.push(OPEN);
                rest = after;
            }
        }
        sealed.push_str(rest);
        sealed.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_filled_and_nothing_else_changes() {
        let seal = Seal { values: BTreeMap::from([("a.css".to_owned(), "/assets/a.0.css".to_owned())]) };
        let page = format!("<{}> é {OPEN}x {}", slot("a.css"), slot("b.css"));
        let sealed = String::from_utf8(seal.fill(page.clone().into_bytes())).expect("text");
        assert_eq!(sealed, page.replacen(&slot("a.css"), "/assets/a.0.css", 1));
        assert_eq!(seal.fill(b"plain".to_vec()), b"plain");
    }
}
