//! What an audit says of a site: every page, the worst, the totals, how pages share out, what changed since.
//!
//! A report is data; each form of it is written by its own file. Both models are named wherever their figures
//! stand, and never added.

mod chart;
mod html;
mod human;
mod json;
mod trend;

use std::collections::BTreeMap;

pub use trend::{Snapshot, TREND_FILE, Trend};

use crate::budget::PageKind;
use crate::compression::Encoding;
use crate::date::Day;
use crate::footprint::{Conditions, grams};
use crate::locale::Locale;
use crate::measures::{Measures, PageRecord};

/// How many pages are called the worst.
const WORST: usize = 10;

/// What an audit says of a site.
pub struct Report<'a> {
    /// The site's name.
    pub site: &'a str,
    /// The day that it was built for.
    pub day: Day,
    /// What was measured of each page.
    pub measures: &'a Measures,
    /// How the host sends text.
    pub encoding: Encoding,
    /// Where and how pages are served and read.
    pub conditions: Conditions,
    /// How many errors were found in pages.
    pub errors: usize,
    /// The audit before, where one was kept.
    pub previous: Option<Snapshot>,
}

/// The form of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReportFormat {
    /// Tables for a terminal: kinds of pages, and the worst.
    #[default]
    Human,
    /// The same with every page.
    HumanWhole,
    /// One JSON object.
    Json,
    /// A page for browsers.
    Html,
}

impl Report<'_> {
    /// The report in a form.
    #[must_use]
    pub fn write(&self, format: ReportFormat, locale: Locale) -> String {
        match format {
            ReportFormat::Human => human::write(self, false, locale),
            ReportFormat::HumanWhole => human::write(self, true, locale),
            ReportFormat::Json => json::write(self),
            ReportFormat::Html => html::write(self, locale),
        }
    }

    /// What is kept of it, to compare the next one with.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        let pages = &self.measures.pages;
        Snapshot {
            day: self.day,
            pages: pages.len(),
            total: pages.iter().map(|page| page.footprint.sent()).sum(),
            median_sent: median(pages.iter().map(|page| page.footprint.sent())),
            heaviest: self.measures.heaviest().map_or(0, |page| page.footprint.sent()),
            median_elements: median(pages.iter().map(|page| page.footprint.elements as u64)),
            median_eco_index: median(pages.iter().map(|page| page.footprint.eco_index().score.into())),
            least_eco_index: self
                .measures
                .least_eco_index()
                .map_or(0, |page| page.footprint.eco_index().score.into()),
        }
    }

    /// The worst pages: of the least `EcoIndex`, then of most bytes.
    fn worst(&self) -> Vec<&PageRecord> {
        let mut pages: Vec<&PageRecord> = self.measures.pages.iter().collect();
        pages.sort_by_key(|page| {
            let footprint = &page.footprint;
            (footprint.eco_index().score, std::cmp::Reverse((footprint.elements, footprint.sent())))
        });
        pages.truncate(WORST);
        pages
    }

    /// How many pages have each grade of `EcoIndex`, from `A` to `G`.
    fn grades(&self) -> [(char, usize); 7] {
        let of = |grade| {
            let pages = self.measures.pages.iter();
            pages.filter(|page| page.footprint.eco_index().grade == grade).count()
        };
        ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(|grade| (grade, of(grade)))
    }

    /// The pages of each kind, in the order in which kinds are told.
    fn by_kind(&self) -> BTreeMap<PageKind, Vec<&PageRecord>> {
        let mut kinds: BTreeMap<PageKind, Vec<&PageRecord>> = BTreeMap::new();
        for page in &self.measures.pages {
            kinds.entry(page.kind).or_default().push(page);
        }
        kinds
    }

    fn grams(&self, page: &PageRecord) -> f64 {
        grams(page.footprint.sent(), self.conditions)
    }
}

/// The middle one of some values; the lower of two.
fn median(values: impl Iterator<Item = u64>) -> u64 {
    let mut values: Vec<u64> = values.collect();
    values.sort_unstable();
    values.get(values.len().saturating_sub(1) / 2).copied().unwrap_or(0)
}
