//! All that the state of a criterion is drawn from.

use std::collections::{BTreeMap, BTreeSet};

use super::evidence::{Evidence, Figure};
use super::verification::Verification;
use crate::budget::{Limit, PageKind};
use crate::config::SiteConfig;
use crate::date::Day;
use crate::footprint::{Part, PartKind};
use crate::measures::{Ability, FileRecord, Measures, PageRecord, Scan, StyleScan};

/// What a site's content says of itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// Dated texts.
    pub texts: usize,
    /// Those that say until when they show.
    pub ending: usize,
}

/// All that the state of a criterion is drawn from.
pub struct Grounds<'a> {
    /// What was measured.
    pub measures: &'a Measures,
    /// What the site allows its pages.
    pub config: &'a SiteConfig,
    /// What its content says of itself.
    pub content: Content,
    /// What was verified at the live host.
    pub verification: Option<&'a Verification>,
    /// The day.
    pub today: Day,
    files: BTreeMap<&'a str, &'a FileRecord>,
}

impl<'a> Grounds<'a> {
    /// The grounds of a site.
    #[must_use]
    pub fn new(
        measures: &'a Measures,
        config: &'a SiteConfig,
        content: Content,
        verification: Option<&'a Verification>,
        today: Day,
    ) -> Self {
        let files = measures.files.iter().map(|file| (file.address.as_str(), file)).collect();
        Self { measures, config, content, verification, today, files }
    }

    /// A sentence with the pages and scripts that were looked at.
    pub(super) fn looked(&self, key: &'static str) -> Evidence {
        let scripts = self.addresses(PartKind::Script).len();
        self.pages(key).with("scripts", Figure::Count("ecodesign.scripts", scripts))
    }

    /// A sentence with the pages that were looked at.
    pub(super) fn pages(&self, key: &'static str) -> Evidence {
        Evidence::new(key).with("pages", Figure::Count("count.pages", self.measures.pages.len()))
    }

    /// The sum of something over all pages.
    pub(super) fn sum(&self, of: impl Fn(&Scan) -> usize) -> usize {
        self.measures.pages.iter().map(|page| of(&page.scan)).sum()
    }

    /// The first page of which something is true.
    pub(super) fn page(&self, is: impl Fn(&PageRecord) -> bool) -> Option<&'a PageRecord> {
        self.measures.pages.iter().find(|page| is(page))
    }

    /// The files of a kind that pages ask for, each once.
    pub(super) fn addresses(&self, kind: PartKind) -> BTreeSet<&'a str> {
        self.parts(kind).map(|part| part.address.as_str()).collect()
    }

    fn parts(&self, kind: PartKind) -> impl Iterator<Item = &'a Part> {
        let parts = self.measures.pages.iter().flat_map(|page| &page.footprint.parts);
        parts.filter(move |part| part.kind == kind)
    }

    /// What was measured of a file, by its address as pages write it.
    pub(super) fn file(&self, address: &str) -> Option<&'a FileRecord> {
        let address = address.strip_prefix(&self.config.address).unwrap_or(address);
        self.files.get(address.split(['?', '#']).next()?).copied()
    }

    /// The style sheets that pages ask for; nothing where one could not be read.
    pub(super) fn styles(&self) -> Option<Vec<(&'a FileRecord, &'a StyleScan)>> {
        let read = |address: &str| {
            let file = self.file(address)?;
            Some((file, file.style.as_ref()?))
        };
        self.addresses(PartKind::Style).into_iter().map(read).collect()
    }

    /// Why not every script of the pages was read; nothing where all were.
    pub(super) fn unread_scripts(&self) -> Option<Evidence> {
        if let Some(page) = self.page(|page| page.scan.inline_scripts > 0) {
            return Some(Evidence::new("inline_script").words("page", &page.address));
        }
        let is_unread = |address: &&str| self.file(address).is_none_or(|file| file.script.is_none());
        let unread = self.addresses(PartKind::Script).into_iter().find(is_unread);
        unread.map(|address| Evidence::new("unread_script").words("file", address))
    }

    /// The first script that may do one of some things, with the names by which.
    pub(super) fn able(&self, abilities: &[Ability]) -> Option<(&'a str, BTreeSet<&'static str>)> {
        self.addresses(PartKind::Script).into_iter().find_map(|address| {
            let script = self.file(address)?.script.as_ref()?;
            let names = abilities.iter().filter_map(|it| script.abilities.get(it));
            let names: BTreeSet<&str> = names.flatten().copied().collect();
            (!names.is_empty()).then_some((address, names))
        })
    }

    /// The other sites that pages and their style sheets ask for files.
    pub(super) fn third_parties(&self) -> BTreeSet<String> {
        let of_pages = self.measures.pages.iter().flat_map(|page| page.scan.third_parties.iter().cloned());
        let styles = self.measures.files.iter().filter_map(|file| file.style.as_ref());
        let asked = styles.flat_map(|style| &style.asks);
        let of_styles =
            asked.filter_map(|address| crate::measures::third_party(address, &self.config.address));
        of_pages.chain(of_styles).collect()
    }

    /// The pictures of dots that pages ask for, each once, with what was measured of them.
    pub(super) fn rasters(&self) -> Vec<(&'a str, Option<&'a FileRecord>)> {
        let pictures = self.measures.pages.iter().flat_map(|page| &page.scan.pictures);
        let addresses: BTreeSet<&str> = pictures.map(|picture| picture.address.as_str()).collect();
        let is_raster = |address: &&str| extension(address).is_none_or(|it| it != "svg");
        addresses.into_iter().filter(is_raster).map(|address| (address, self.file(address))).collect()
    }

    /// The files of the site that links lead to, each once.
    pub(super) fn documents(&self) -> BTreeSet<&'a str> {
        // The page on ecodesign links to its own data, which are made after it.
        let pages = self.measures.pages.iter().filter(|page| page.kind != PageKind::Ecodesign);
        let documents = pages.flat_map(|page| &page.scan.documents);
        let is_own = |address: &&String| {
            let is_path = address.starts_with('/') && !address.starts_with("//");
            is_path || address.starts_with(&self.config.address)
        };
        documents.filter(is_own).map(String::as_str).collect()
    }

    /// The pages that are beyond one of some limits of their budgets.
    pub(super) fn beyond(&self, limits: &[Limit]) -> Vec<&'a PageRecord> {
        let is_beyond = |page: &&PageRecord| {
            let excesses = self.config.budgets.of_page(page.kind, &page.footprint).excesses(&page.footprint);
            excesses.iter().any(|excess| limits.contains(&excess.limit))
        };
        self.measures.pages.iter().filter(is_beyond).collect()
    }
}

/// How the name of a file ends, in small letters.
pub(super) fn extension(address: &str) -> Option<String> {
    let name = address.split(['?', '#']).next()?.rsplit('/').next()?;
    Some(name.rsplit_once('.')?.1.to_ascii_lowercase())
}
