//! News.

use std::sync::Arc;

use super::citation::Citation;
use super::phase::Named;
use crate::date::{Date, Day};
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
    /// Not published yet.
    pub is_draft: bool,
    /// Not before.
    pub publish: Option<Date>,
    /// Nothing before.
    pub embargo: Option<Date>,
    /// Not after.
    pub expire: Option<Date>,
    /// Last update.
    pub updated: Option<Date>,
    /// Former addresses.
    pub redirect_from: Vec<Arc<str>>,
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
            is_draft: record.boolean("draft").unwrap_or(false),
            publish: record.date("publish"),
            embargo: record.date("embargo"),
            expire: record.date("expire"),
            updated: record.date("updated"),
            redirect_from: record.texts("redirect_from").collect(),
            sources: Citation::read_both(record),
            press_contact: record.reference("press_contact"),
        }
    }

    /// Whether it is a press release.
    #[must_use]
    pub fn is_press_release(&self) -> bool {
        self.post_type == "press-release"
    }

    /// Whether it may show on a day, drafts aside.
    #[must_use]
    pub fn is_published(&self, today: Day) -> bool {
        let is_out = self.publish.or(self.date).is_none_or(|date| date.is_by(today));
        let mut held_back = [self.publish, self.embargo].into_iter().flatten();
        let over = self.expire.is_some_and(|expire| expire.last < today);
        is_out && held_back.all(|date| date.has_surely_come(today)) && !over
    }
}
