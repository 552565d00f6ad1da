//! Figures and evidence in the words of a page.

use super::super::viewer::Viewer;
use crate::ecodesign::{Evidence, Figure};
use crate::quantity::{bytes_words, count_words};

impl Viewer<'_> {
    /// What shows the state of a criterion, in words.
    pub(super) fn evidence(&self, evidence: &Evidence) -> String {
        let figures: Vec<(&str, String)> =
            evidence.figures.iter().map(|(place, figure)| (*place, self.figure_in_words(figure))).collect();
        let places: Vec<(&str, &str)> =
            figures.iter().map(|(place, words)| (*place, words.as_str())).collect();
        self.label(&format!("ecodesign.evidence.{}", evidence.key), &places).trim().to_owned()
    }

    fn figure_in_words(&self, figure: &Figure) -> String {
        match figure {
            Figure::Number(number) => count_words(*number, self.language),
            Figure::Count(label, count) => self.count(label, *count),
            Figure::Bytes(bytes) => self.bytes(*bytes),
            Figure::Decimal(number) => self.decimal(*number, 2),
            Figure::Date(date) => date.words(self.language),
            Figure::Words(words) => words.clone(),
        }
    }

    /// Bytes in words.
    pub(super) fn bytes(&self, bytes: u64) -> String {
        bytes_words(bytes, self.language.is_french())
    }

    /// A number with so many decimals at most.
    pub(super) fn decimal(&self, number: f64, decimals: usize) -> String {
        let words = format!("{number:.decimals$}");
        let words = words.trim_end_matches('0').trim_end_matches('.');
        if self.language.is_french() { words.replace('.', ",") } else { words.to_owned() }
    }
}
