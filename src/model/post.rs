//! News.

use std::sync::Arc;

use super::citation::Citation;
use super::phase::Named;
use super::schedule::Schedule;
use crate::date::Date;
use crate::parse::Record;

/// A piece of news.
#[derive(Clone, Debug)]
pub struct Post {
    /// Its date.
    pub date: Option<Date>,
    /// The word of its type: `news`, `press-release`…
    pub post_type: &'static str,
    /// The ids of what it is about.
    pub about: Vec<Arc<str>>,
    /// The ids of its themes.
    pub tags: Vec<Arc<str>>,
    /// Who signs.
    pub author: Option<Named>,
    /// When it shows.
    pub schedule: Schedule,
    /// Last update.
    pub updated: Option<Date>,
    /// Who says so.
    pub sources: Vec<Citation>,
    /// The id of the press contact.
    pub press_contact: Option<Arc<str>>,
}

impl Post {
    /// The post of a file.
    #[must_use]
    pub fn read(record: &Record) -> Self {
        Self {
            date: record.date("date"),
            post_type: record.choice("type").unwrap_or("news"),
            about: record.ids("about").collect(),
            tags: record.ids("tags").collect(),
            author: Named::read(record, "author"),
            schedule: Schedule::read(record, record.date("date").map(|date| date.last)),
            updated: record.date("updated"),
            sources: Citation::read_both(record),
            press_contact: record.reference("press_contact"),
        }
    }

    /// Whether it is a press release.
    #[must_use]
    pub fn is_press_release(&self) -> bool {
        self.post_type == "press-release"
    }
}
