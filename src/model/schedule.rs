//! When a text shows: news, events, calls, publications.

use crate::date::{Date, Day};
use crate::parse::Record;

/// When a text shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Not published yet.
    pub is_draft: bool,
    /// Not before.
    pub publish: Option<Date>,
    /// Nothing before.
    pub embargo: Option<Date>,
    /// Not after.
    pub expire: Option<Date>,
    /// The day from which such a text shows where `publish` says nothing.
    usual: Option<Day>,
}

impl Schedule {
    /// The schedule of a file. `usual` is the day from which such a text shows where `publish` says
    /// nothing; without one, it always did.
    #[must_use]
    pub fn read(record: &Record, usual: Option<Day>) -> Self {
        Self {
            is_draft: record.boolean("draft").unwrap_or(false),
            publish: record.date("publish"),
            embargo: record.date("embargo"),
            expire: record.date("expire"),
            usual,
        }
    }

    /// The first day on which it shows, drafts aside; nothing where it always did.
    #[must_use]
    pub fn first_day(&self) -> Option<Day> {
        let publish = self.publish.map(|date| date.surely_come_on());
        publish.or(self.usual).max(self.embargo_ends())
    }

    /// The first day on which its embargo is over.
    #[must_use]
    pub fn embargo_ends(&self) -> Option<Day> {
        self.embargo.map(|date| date.surely_come_on())
    }

    /// The last day on which it shows; nothing where it never goes.
    #[must_use]
    pub fn last_day(&self) -> Option<Day> {
        self.expire.map(|date| date.last)
    }

    /// Whether it shows on a day, drafts aside.
    #[must_use]
    pub fn shows_on(&self, day: Day) -> bool {
        self.first_day().is_none_or(|first| first <= day) && self.last_day().is_none_or(|last| day <= last)
    }
}
