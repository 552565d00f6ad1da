//! What all pages together come to.

use std::collections::BTreeMap;

use super::{Measures, PageRecord};
use crate::footprint::EcoIndex;

/// What all pages together come to.
#[derive(Clone, Debug)]
pub struct Summary<'a> {
    /// How many there are.
    pub pages: usize,
    /// The bytes that are sent for the page in the middle.
    pub median_sent: u64,
    /// The page that most bytes are sent for.
    pub heaviest: &'a PageRecord,
    /// The page of the least `EcoIndex`.
    pub least: &'a PageRecord,
    /// The `EcoIndex` of the page in the middle.
    pub median_eco_index: EcoIndex,
    /// How many pages have each grade.
    pub grades: BTreeMap<char, usize>,
}

impl Measures {
    /// What all pages together come to; nothing where there is none.
    #[must_use]
    pub fn summary(&self) -> Option<Summary<'_>> {
        let mut sent: Vec<u64> = self.pages.iter().map(|page| page.footprint.sent()).collect();
        let mut scores: Vec<EcoIndex> = self.pages.iter().map(|page| page.footprint.eco_index()).collect();
        sent.sort_unstable();
        scores.sort_by_key(|eco_index| eco_index.score);
        let mut grades = BTreeMap::new();
        for eco_index in &scores {
            *grades.entry(eco_index.grade).or_default() += 1;
        }
        // Of two pages in the middle the worse one: what is said is never less than what there is.
        Some(Summary {
            pages: self.pages.len(),
            median_sent: *sent.get(sent.len() / 2)?,
            heaviest: self.heaviest()?,
            least: self.least_eco_index()?,
            median_eco_index: *scores.get(scores.len().checked_sub(1)? / 2)?,
            grades,
        })
    }
}
