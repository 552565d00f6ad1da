//! What a page asks of machines: its elements, its files and their bytes, and what two models make of them.
//!
//! The models are orders of magnitude apart and measure other things: they are named wherever they show, and
//! never added. This module must not know how a page was made, nor where the sizes of its files come from.

mod carbon;
mod eco_index;
mod page;
mod part;

pub use carbon::{Conditions, Rating, VisitShares, WORLD_GRID, grams, grams_per_visit};
pub use eco_index::{EcoIndex, eco_index};
pub use part::{Part, PartKind, Size};

use serde::{Deserialize, Serialize};

use crate::html::tree::Tree;

/// What a page asks of machines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Footprint {
    /// Its elements, those within drawings aside, and those that its scripts say they add with them.
    pub elements: usize,
    /// The page, then each file that a browser asks for with it. The icon is none: tools do not list it.
    pub parts: Vec<Part>,
}

impl Footprint {
    /// Measures a page of a size; `size_of` gives that of a file by its address as the page writes it, and
    /// nothing for what is not of the site.
    pub fn of(tree: &Tree, address: &str, own: Size, size_of: impl Fn(&str) -> Option<Size>) -> Self {
        let page = Part { address: address.to_owned(), kind: PartKind::Page, size: own };
        let files = page::files(tree).into_iter().map(|(address, kind)| Part {
            size: size_of(&address).unwrap_or_default(),
            address,
            kind,
        });
        let parts = std::iter::once(page).chain(files).collect();
        Self { elements: page::elements(tree), parts }
    }

    /// How many files a browser asks for, the page with them.
    #[must_use]
    pub fn requests(&self) -> usize {
        self.parts.len()
    }

    /// All bytes, before compression.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.parts.iter().map(|part| part.size.bytes).sum()
    }

    /// All bytes as they are sent.
    #[must_use]
    pub fn sent(&self) -> u64 {
        self.parts.iter().map(|part| part.size.sent).sum()
    }

    /// All bytes of a kind, before compression.
    #[must_use]
    pub fn bytes_of(&self, kind: PartKind) -> u64 {
        self.parts.iter().filter(|part| part.kind == kind).map(|part| part.size.bytes).sum()
    }

    /// What `EcoIndex` says of it.
    #[must_use]
    pub fn eco_index(&self) -> EcoIndex {
        eco_index(self.elements, self.requests(), self.sent())
    }

    /// How long its bytes take over a slow connection, in seconds.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a page is not of petabytes")]
    pub fn seconds(&self) -> f64 {
        self.sent() as f64 * 8.0 / SLOW
    }
}

/// A slow connection, in bits a second: what is called low speed since the first of them, 512 kbit/s.
pub const SLOW: f64 = 512_000.0;
