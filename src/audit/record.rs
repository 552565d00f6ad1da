//! The record of a page, and what of it is remembered.

use serde::{Deserialize, Serialize};

use super::PageOf;
use super::memory::Key;
use super::sizes::Sizes;
use super::statement::Statement;
use crate::check;
use crate::compression::Encoding;
use crate::footprint::{Footprint, Size};
use crate::html::inline::InlineBlocks;
use crate::html::tree::Tree;
use crate::measures::{PageRecord, Scan};
use crate::output::Site;

/// What was found of a page in which nothing is wrong.
#[derive(Serialize, Deserialize)]
pub(super) struct Remembered {
    pub(super) record: PageRecord,
    pub(super) statement: Statement,
}

/// What else than a page's bytes decides what is found of it: the rules, their settings, how the host sends.
pub(super) fn fingerprint(site: &Site, encoding: Encoding) -> Key {
    let rules = check::rules().filter(|rule| rule.is_of_pages());
    let key = Key::of(env!("CARGO_PKG_VERSION").as_bytes());
    let key = rules.fold(key, |key, rule| key.and(rule.code.as_bytes()).and(rule.source.as_bytes()));
    key.and(format!("{:?} {encoding:?}", site.federation.config).as_bytes())
}

/// The record of a page; its own weight is not known yet.
pub(super) fn of_page(site: &Site, page: &PageOf<'_>, tree: &Tree, sizes: &Sizes) -> PageRecord {
    let address = page.route.address.as_str();
    let title = tree.named("title").next().map(|title| title.text().trim().to_owned());
    PageRecord {
        address: address.to_owned(),
        kind: page.subject.page_kind(&site.federation),
        title: title.unwrap_or_default(),
        footprint: Footprint::of(tree, address, Size::default(), |file| sizes.get(file)),
        scan: Scan::read(tree, &site.federation.config.address),
        inline: InlineBlocks::of(tree),
    }
}
