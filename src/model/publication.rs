//! Publications: studies, annual reports, guides, surveys.

use std::sync::Arc;

use super::citation::Citation;
use super::event::named_list;
use super::phase::Named;
use super::schedule::Schedule;
use crate::date::Date;
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
    /// When it shows.
    pub schedule: Schedule,
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
            schedule: Schedule::read(record, record.date("date").map(|date| date.first)),
            sources: Citation::read_both(record),
        }
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
