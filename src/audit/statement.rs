//! What a page says of its own weight. The figures are part of what they measure: they are filled in, the page
//! is measured, and they are raised until they are true of the final bytes.

use serde::{Deserialize, Serialize};

use crate::footprint::{Footprint, Size};
use crate::language::Language;
use crate::quantity::bytes_words;
use crate::seal::Seal;

/// What a page says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Statement {
    /// Bytes sent for it, files included, rounded up to what is shown.
    pub(super) sent: u64,
    /// Its `EcoIndex`.
    pub(super) eco_index: u8,
}

impl Statement {
    /// Writes it where the page has a place for it.
    pub(super) fn fill(self, page: Vec<u8>, language: &Language) -> Vec<u8> {
        let weight = bytes_words(self.sent, language.is_french());
        Seal::of_footprint(weight, self.eco_index).fill(page)
    }

    /// What is true of a footprint.
    fn of(footprint: &Footprint) -> Self {
        Self { sent: footprint.sent().next_multiple_of(100), eco_index: footprint.eco_index().score }
    }

    /// What is true of both: the larger weight, the lower score.
    fn or_worse(self, other: Self) -> Self {
        Self { sent: self.sent.max(other.sent), eco_index: self.eco_index.min(other.eco_index) }
    }
}

/// How often figures are raised at most: each time a digit more changes the bytes by one or two.
const ATTEMPTS: usize = 6;

/// The statement that is true of a page once it stands in it, the page with it, and what it then weighs.
pub(super) fn settle(
    page: Vec<u8>,
    draft: &Footprint,
    language: &Language,
    sent: impl Fn(&[u8]) -> u64,
) -> (Statement, Vec<u8>, Footprint) {
    let measured = |bytes: &[u8]| with_own_size(draft, Size { bytes: bytes.len() as u64, sent: sent(bytes) });
    let mut footprint = measured(&page);
    let mut statement = Statement::of(&footprint);
    let mut filled = statement.fill(page.clone(), language);
    if filled == page {
        return (statement, page, footprint);
    }
    for _ in 0..ATTEMPTS {
        footprint = measured(&filled);
        let raised = statement.or_worse(Statement::of(&footprint));
        if raised == statement {
            break;
        }
        statement = raised;
        filled = statement.fill(page.clone(), language);
    }
    footprint = measured(&filled);
    (statement, filled, footprint)
}

fn with_own_size(draft: &Footprint, size: Size) -> Footprint {
    let mut footprint = draft.clone();
    if let Some(page) = footprint.parts.first_mut() {
        page.size = size;
    }
    footprint
}
