//! What each kind of page may ask of machines, and by how much a page is over.
//!
//! This module must not know where a limit is written, nor how a page that is over is told.

mod page_kind;

pub use page_kind::PageKind;

use crate::footprint::{Footprint, PartKind, eco_index};

/// What a kind of page may ask of machines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// The most bytes that are sent, files included.
    pub bytes: u64,
    /// The most bytes that are sent of the page and its style sheets: what is needed before anything shows.
    pub first_view: Option<u64>,
    /// The most files, the page included.
    pub requests: usize,
    /// The most elements, where `EcoIndex` does not say enough.
    pub elements: Option<usize>,
    /// The least `EcoIndex`.
    pub eco_index: u8,
    /// The most bytes of scripts, before compression.
    pub script: u64,
    /// The most bytes of fonts.
    pub fonts: u64,
}

/// One thing that a budget limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Limit {
    /// Bytes sent.
    Bytes,
    /// Bytes sent before anything shows.
    FirstView,
    /// Files.
    Requests,
    /// Elements.
    Elements,
    /// The `EcoIndex`, the more the better.
    EcoIndex,
    /// Bytes of scripts.
    Script,
    /// Bytes of fonts.
    Fonts,
}

/// A limit that a page is beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Excess {
    /// Which.
    pub limit: Limit,
    /// What the page has.
    pub found: u64,
    /// What it may have: at most, or at least for `EcoIndex`.
    pub allowed: u64,
}

/// A page that says one thing: news, a text, a person, a programme.
const TEXT: Budget = Budget {
    bytes: 14_000,
    first_view: None,
    requests: 2,
    elements: None,
    eco_index: 90,
    script: 0,
    fonts: 0,
};

/// Profiles with much to say, and lists.
const PROFILE: Budget = Budget { bytes: 100_000, requests: 6, eco_index: 81, ..TEXT };

/// What stands on one page and is never cut to win a grade.
const WHOLE: Budget = Budget { bytes: 25_000, requests: 3, eco_index: 75, ..TEXT };

/// The lightest page that says anything: eight elements, no file beside it, and so many bytes.
const LIGHTEST: u64 = 500;

impl Budget {
    /// The usual budget of a page. A text that shows pictures may weigh what a profile may: a photograph alone
    /// is heavier than any text.
    #[must_use]
    pub fn of_page(kind: PageKind, footprint: &Footprint) -> Self {
        let usual = Self::usual(kind);
        let shows_pictures = footprint.parts.iter().any(|part| part.kind == PartKind::Image);
        if usual == TEXT && shows_pictures { PROFILE } else { usual }
    }

    /// The usual budget of a kind of page.
    #[must_use]
    pub const fn usual(kind: PageKind) -> Self {
        match kind {
            PageKind::Post | PageKind::Page | PageKind::Person | PageKind::Programme | PageKind::NotFound => {
                TEXT
            }
            PageKind::Home => Self { first_view: Some(13_000), ..PROFILE },
            PageKind::Search => Self { script: 3_072, ..WHOLE },
            PageKind::Directory => Self { script: 2_048, ..WHOLE },
            PageKind::SitePlan | PageKind::Accessibility | PageKind::Ecodesign => WHOLE,
            _ => PROFILE,
        }
    }

    /// The best `EcoIndex` that a page can have.
    #[must_use]
    pub fn best_eco_index() -> u8 {
        eco_index(8, 1, LIGHTEST).score
    }

    /// The limits that no page can keep.
    #[must_use]
    pub fn unreachable(&self) -> Vec<Limit> {
        let limits = [
            (Limit::Bytes, self.bytes < LIGHTEST),
            (Limit::FirstView, self.first_view.is_some_and(|most| most < LIGHTEST)),
            (Limit::Requests, self.requests < 1),
            (Limit::Elements, self.elements.is_some_and(|most| most < 8)),
            (Limit::EcoIndex, self.eco_index > Self::best_eco_index()),
        ];
        limits.into_iter().filter(|(_, is_unreachable)| *is_unreachable).map(|(limit, _)| limit).collect()
    }

    /// The limits that a page is beyond.
    #[must_use]
    pub fn excesses(&self, footprint: &Footprint) -> Vec<Excess> {
        let first_view =
            footprint.parts.iter().filter(|it| matches!(it.kind, PartKind::Page | PartKind::Style));
        let first_view: u64 = first_view.map(|part| part.size.sent).sum();
        let score = u64::from(footprint.eco_index().score);
        let mut excesses: Vec<Excess> = [
            (Limit::Bytes, footprint.sent(), Some(self.bytes)),
            (Limit::FirstView, first_view, self.first_view),
            (Limit::Requests, footprint.requests() as u64, Some(self.requests as u64)),
            (Limit::Elements, footprint.elements as u64, self.elements.map(|most| most as u64)),
            (Limit::Script, footprint.bytes_of(PartKind::Script), Some(self.script)),
            (Limit::Fonts, footprint.bytes_of(PartKind::Font), Some(self.fonts)),
        ]
        .into_iter()
        .filter_map(|(limit, found, most)| {
            let allowed = most.filter(|most| found > *most)?;
            Some(Excess { limit, found, allowed })
        })
        .collect();
        if score < u64::from(self.eco_index) {
            excesses.push(Excess { limit: Limit::EcoIndex, found: score, allowed: self.eco_index.into() });
        }
        excesses
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_budgets_can_be_kept() {
        for kind in PageKind::ALL {
            assert_eq!(Budget::usual(kind).unreachable(), [], "{kind:?}");
        }
        assert_eq!(Budget { eco_index: 100, ..TEXT }.unreachable(), [Limit::EcoIndex]);
        assert_eq!(Budget { requests: 0, bytes: 0, ..TEXT }.unreachable(), [Limit::Bytes, Limit::Requests]);
    }
}
