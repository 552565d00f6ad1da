//! What was measured of each page: one record a page, from which figures are printed, audited and declared.
//!
//! This module must not know how pages are made, nor what is said of a figure.

mod familiar;
mod file;
mod scan;
mod script;
mod style;
mod summary;

use serde::{Deserialize, Serialize};

pub use file::FileRecord;
pub use scan::{PictureUse, Scan, asked, document, third_party};
pub use script::{Ability, ScriptScan};
pub use style::StyleScan;
pub use summary::Summary;

use crate::budget::PageKind;
use crate::footprint::Footprint;
use crate::html::inline::InlineBlocks;

/// What was measured of one page, as visitors receive it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageRecord {
    /// Its address below the site's.
    pub address: String,
    /// What it is.
    pub kind: PageKind,
    /// The title of the browser's window.
    pub title: String,
    /// What it asks of machines.
    pub footprint: Footprint,
    /// What it holds.
    pub scan: Scan,
    /// The scripts and styles that stand in it.
    pub inline: InlineBlocks,
}

/// What was measured of every page that was made so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measures {
    /// By address.
    pub pages: Vec<PageRecord>,
    /// The files that the site serves beside its pages.
    pub files: Vec<FileRecord>,
}

impl Measures {
    /// The records of pages, in the order of their addresses, and of the files that the site serves beside them.
    #[must_use]
    pub fn new(mut pages: Vec<PageRecord>, files: Vec<FileRecord>) -> Self {
        pages.sort_unstable_by(|one, other| one.address.cmp(&other.address));
        Self { pages, files }
    }

    /// The record of a file, by its address.
    #[must_use]
    pub fn file(&self, address: &str) -> Option<&FileRecord> {
        self.files.iter().find(|file| file.address == address)
    }

    /// The scripts and styles that stand in all pages.
    #[must_use]
    pub fn inline(&self) -> InlineBlocks {
        let mut all = InlineBlocks::default();
        self.pages.iter().for_each(|page| all.add(&page.inline));
        all
    }

    /// The page that most bytes are sent for.
    #[must_use]
    pub fn heaviest(&self) -> Option<&PageRecord> {
        self.pages.iter().max_by_key(|page| page.footprint.sent())
    }

    /// The page of the least `EcoIndex`; of several, the one with most elements.
    #[must_use]
    pub fn least_eco_index(&self) -> Option<&PageRecord> {
        self.pages
            .iter()
            .min_by_key(|page| (page.footprint.eco_index().score, std::cmp::Reverse(page.footprint.elements)))
    }
}
