//! When a text shows: news, events, calls, publications.

use crate::date::{Date, Day};
use crate::parse::Record;

/// What the public can read of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Publicity {
    /// All of it.
    Public,
    /// Nothing: it is being written.
    Draft,
    /// Nothing before this day.
    Scheduled(Day),
    /// Nothing any more: this was the last day.
    Expired(Day),
}

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

    /// What the public can read of it on a day.
    #[must_use]
    pub fn publicity(&self, day: Day) -> Publicity {
        match (self.first_day(), self.last_day()) {
            _ if self.is_draft => Publicity::Draft,
            (Some(first), _) if day < first => Publicity::Scheduled(first),
            (_, Some(last)) if last < day => Publicity::Expired(last),
            _ => Publicity::Public,
        }
    }
}
