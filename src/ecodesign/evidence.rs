//! What proves the state of a criterion: the name of a sentence, and the figures that stand in it.

use crate::date::Date;

/// What proves a state. Its words are the theme's: this is the name of the sentence, and its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The sentence: the end of the key of a label.
    pub key: &'static str,
    /// What stands in its places.
    pub figures: Vec<(&'static str, Figure)>,
}

/// What stands in a place of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// A number.
    Number(usize),
    /// A number of things, worded by a label for counts: `848 pages`.
    Count(&'static str, usize),
    /// Bytes.
    Bytes(u64),
    /// A number with decimals.
    Decimal(f64),
    /// A date.
    Date(Date),
    /// Words as they are: an address, names in code.
    Words(String),
}

/// How many names a sentence holds.
const NAMED: usize = 3;

impl Evidence {
    /// A sentence without figures yet.
    #[must_use]
    pub const fn new(key: &'static str) -> Self {
        Self { key, figures: Vec::new() }
    }

    /// The same with a figure in a place.
    #[must_use]
    pub fn with(mut self, place: &'static str, figure: Figure) -> Self {
        self.figures.push((place, figure));
        self
    }

    /// The same with words in a place.
    #[must_use]
    pub fn words(self, place: &'static str, words: &str) -> Self {
        self.with(place, Figure::Words(words.to_owned()))
    }

    /// The same with a few of several names in a place.
    #[must_use]
    pub fn names(self, place: &'static str, names: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let mut names = names.into_iter();
        let mut words = String::new();
        for name in names.by_ref().take(NAMED) {
            words += if words.is_empty() { "" } else { ", " };
            words += name.as_ref();
        }
        words += if names.next().is_some() { "…" } else { "" };
        self.with(place, Figure::Words(words))
    }
}
