//! Slots that rendering left, filled in: the addresses of the theme's files, and what a page says of its own
//! weight.
//!
//! An address bears a hash of the file's bytes. Were it written while rendering, a changed style
//! sheet would make every page another page; with slots, pages are compared before they are sealed. A page's
//! weight is known only once the page is made.

use std::collections::BTreeMap;

use memchr::memmem;

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
        let (open, close) =
            (OPEN.encode_utf8(&mut [0; 4]).to_owned(), CLOSE.encode_utf8(&mut [0; 4]).to_owned());
        let mut opens = memmem::find_iter(&page, &open).peekable();
        if opens.peek().is_none() {
            return page;
        }
        let mut sealed = Vec::with_capacity(page.len() + ROOM);
        let mut copied = 0;
        for at in opens {
            let Some((name, end)) = slot_at(&page, at + open.len(), close.as_bytes()) else { continue };
            let Some(value) = self.values.get(name) else { continue };
            sealed.extend_from_slice(page.get(copied..at).unwrap_or_default());
            sealed.extend_from_slice(value.as_bytes());
            copied = end;
        }
        sealed.extend_from_slice(page.get(copied..).unwrap_or_default());
        sealed
    }
}

/// How many bytes values have more than their slots, about: each page has a style sheet, an icon and a script.
const ROOM: usize = 128;

/// A name is the path of a file of the theme, or a word: what is longer is a text.
const LONGEST_NAME: usize = 512;

/// The name that stands in a page from a place on up to a mark, and where that mark ends.
fn slot_at<'a>(page: &'a [u8], from: usize, close: &[u8]) -> Option<(&'a str, usize)> {
    let rest = page.get(from..page.len().min(from + LONGEST_NAME))?;
    let length = memmem::find(rest, close)?;
    let name = std::str::from_utf8(rest.get(..length)?).ok()?;
    Some((name, from + length + close.len()))
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
