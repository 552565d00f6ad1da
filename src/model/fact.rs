//! Facts and the day on which they became known.
//!
//! A page built for a day shows no fact that was decided or published later. [`Facts`] hands out
//! facts by that day, so that nothing can be shown by oversight.

use crate::date::Day;

/// Something that was not always known.
pub trait Fact {
    /// Whether it was decided or published by a day.
    fn is_known(&self, today: Day) -> bool;
}

/// Facts in the order of their file.
#[derive(Clone, Debug)]
pub struct Facts<T> {
    all: Vec<T>,
}

impl<T> Default for Facts<T> {
    fn default() -> Self {
        Self { all: Vec::new() }
    }
}

impl<T: Fact> Facts<T> {
    /// Those known on a day, in the order of the file.
    pub fn known(&self, today: Day) -> impl DoubleEndedIterator<Item = &T> {
        self.all.iter().filter(move |fact| fact.is_known(today))
    }

    /// All of them, whatever the day: for rules, never for pages.
    #[must_use]
    pub fn all(&self) -> &[T] {
        &self.all
    }
}

impl<T> FromIterator<T> for Facts<T> {
    fn from_iter<I: IntoIterator<Item = T>>(facts: I) -> Self {
        Self { all: facts.into_iter().collect() }
    }
}
