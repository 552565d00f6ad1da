//! Publications: studies, annual reports, guides, surveys.

use std::sync::Arc;

use super::citation::Citation;
use super::event::named_list;
use super::phase::Named;
use crate::date::{Date, Day};
use crate::parse::Record;

/// A study, an annual report, a guide, a survey.
#[derive(Clone, Debug)]
pub struct Study {
    /// The word of its type: `study`, `annual-report`, `guide`, `survey`, `press-release`.
    pub study_type: &'static str,
    /// When it was published.
    pub date: Option<Date>,
    /// Who made it.
    pub authors: Vec<Named>,
    /// The document.
    pub document: Option<StudyDocument>,
    /// The ids of what it is about.
    pub about: Vec<Arc<str>>,
    /// Not published yet.
    pub is_draft: bool,
    /// Who says so.
    pub sources: Vec<Citation>,
}

/// The document of a publication.
#[derive(Clone, Debug)]
pub struct StudyDocument {
    /// Its file, relative to the entry.
    pub file: Option<Arc<str>>,
    /// Its address elsewhere.
    pub url: Option<Arc<str>>,
    /// Its language.
    pub language: Option<Arc<str>>,
    /// Whether everyone can read it, where someone says.
    pub is_accessible: Option<bool>,
}

impl Study {
    /// The publication of a file.
    #[must_use]
    pub fn read(record: &Record) -> Self {
        Self {
            study_type: record.choice("type").unwrap_or("study"),
            date: record.date("date"),
            authors: named_list(record, "authors"),
            document: record.record("document").map(document),
            about: record.ids("about").collect(),
            is_draft: record.boolean("draft").unwrap_or(false),
            sources: Citation::read_both(record),
        }
    }

    /// Whether it may show on a day, drafts aside.
    #[must_use]
    pub fn is_published(&self, today: Day) -> bool {
        self.date.is_none_or(|date| date.first <= today)
    }
}

fn document(record: &Record) -> StudyDocument {
    StudyDocument {
        file: record.text("file"),
        url: record.text("url"),
        language: record.text("language"),
        is_accessible: record.boolean("accessible"),
    }
}
