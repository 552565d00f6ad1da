//! Events of the agenda.

use std::sync::Arc;

use super::citation::Citation;
use super::phase::Named;
use super::schedule::Schedule;
use crate::date::{Date, Day};
use crate::parse::{Record, Value};

/// An event.
#[derive(Clone, Debug)]
pub struct Event {
    /// When it starts.
    pub start: Option<Date>,
    /// When it ends.
    pub end: Option<Date>,
    /// Where.
    pub place: Option<Arc<str>>,
    /// The id of the region.
    pub region: Option<Arc<str>>,
    /// Whether it can be attended from afar.
    pub is_online: bool,
    /// The ids of who organises it, with the word of the role.
    pub organisers: Vec<(Arc<str>, Option<&'static str>)>,
    /// Who speaks.
    pub people: Vec<Named>,
    /// The ids of programmes.
    pub programmes: Vec<Arc<str>>,
    /// Its sessions.
    pub sessions: Vec<Session>,
    /// The ids of what it is about.
    pub about: Vec<Arc<str>>,
    /// The id of the post that reports on it.
    pub follow_up: Option<Arc<str>>,
    /// How to register.
    pub registration: Option<Registration>,
    /// `planned`, `cancelled` or `postponed`.
    pub state: &'static str,
    /// The new date.
    pub postponed_to: Option<Date>,
    /// When it shows.
    pub schedule: Schedule,
    /// Who says so.
    pub sources: Vec<Citation>,
}

/// A part of an event.
#[derive(Clone, Debug)]
pub struct Session {
    /// Its title.
    pub title: Arc<str>,
    /// When it starts.
    pub start: Option<Date>,
    /// When it ends.
    pub end: Option<Date>,
    /// Who speaks.
    pub people: Vec<Named>,
}

/// How to register.
#[derive(Clone, Debug)]
pub struct Registration {
    /// Where.
    pub url: Option<Arc<str>>,
    /// Until when.
    pub closes: Option<Date>,
    /// Whether there is no place left.
    pub is_full: bool,
}

impl Event {
    /// The event of a file.
    #[must_use]
    pub fn read(record: &Record) -> Self {
        Self {
            start: record.date("start"),
            end: record.date("end"),
            place: record.text("place"),
            region: record.reference("region"),
            is_online: record.boolean("online").unwrap_or(false),
            organisers: record.records("organisers").filter_map(|(it, _)| organiser(it)).collect(),
            people: named_list(record, "people"),
            programmes: record.ids("programmes").collect(),
            sessions: record.records("sessions").filter_map(|(it, _)| session(it)).collect(),
            about: record.ids("about").collect(),
            follow_up: record.reference("follow_up"),
            registration: record.record("registration").map(registration),
            state: record.choice("state").unwrap_or("planned"),
            postponed_to: record.date("postponed_to"),
            schedule: Schedule::read(record, None),
            sources: Citation::read_both(record),
        }
    }

    /// The last day of it: of the new date where it was postponed.
    #[must_use]
    pub fn last_day(&self) -> Option<Day> {
        self.postponed_to.or(self.end).or(self.start).map(|date| date.last)
    }

    /// Whether it is over on a day.
    #[must_use]
    pub fn is_past(&self, today: Day) -> bool {
        self.last_day().is_some_and(|last| last < today)
    }
}

/// Those named in a list, with or without an entry.
pub(super) fn named_list(record: &Record, key: &str) -> Vec<Named> {
    let named = record.list(key).filter_map(|item| match &item.value {
        Value::Reference(id) => Some(Named::Entry(id.clone())),
        Value::Text(words) => Some(Named::Words(words.clone())),
        _ => None,
    });
    named.collect()
}

fn organiser(record: &Record) -> Option<(Arc<str>, Option<&'static str>)> {
    Some((record.reference("organisation")?, record.choice("role")))
}

fn session(record: &Record) -> Option<Session> {
    Some(Session {
        title: record.text("title")?,
        start: record.date("start"),
        end: record.date("end"),
        people: named_list(record, "people"),
    })
}

fn registration(record: &Record) -> Registration {
    Registration {
        url: record.text("url"),
        closes: record.date("closes"),
        is_full: record.boolean("full").unwrap_or(false),
    }
}
