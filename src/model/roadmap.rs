//! What an organisation, region or partnership has said it will do.

use std::sync::Arc;

use super::citation::Citation;
use super::fact::Facts;
use super::milestone::Milestone;
use crate::date::Date;
use crate::parse::Record;

/// A roadmap.
#[derive(Clone, Debug)]
pub struct Roadmap {
    /// Its title.
    pub title: Arc<str>,
    /// When it starts.
    pub from: Option<Date>,
    /// When it ends.
    pub until: Option<Date>,
    /// When it was adopted.
    pub adopted: Option<Date>,
    /// The ids of those who hold it.
    pub parties: Vec<Arc<str>>,
    /// The ids of the programmes it announces.
    pub programmes: Vec<Arc<str>>,
    /// Its steps.
    pub milestones: Facts<Milestone>,
    /// Its axes.
    pub axes: Vec<Arc<str>>,
    /// Its domains.
    pub domains: Vec<Arc<str>>,
    /// Its actions.
    pub actions: Vec<Arc<str>>,
    /// Its objectives.
    pub objectives: Vec<Arc<str>>,
    /// Who says so.
    pub source: Option<Citation>,
}

impl Roadmap {
    /// The roadmap of a file.
    #[must_use]
    pub fn read(record: &Record) -> Option<Self> {
        let record = record.record("roadmap")?;
        Some(Self {
            title: record.text("title")?,
            from: record.date("from"),
            until: record.date("until"),
            adopted: record.date("adopted"),
            parties: record.ids("parties").collect(),
            programmes: record.ids("programmes").collect(),
            milestones: Milestone::read_all(record),
            axes: record.texts("axes").collect(),
            domains: record.texts("domains").collect(),
            actions: record.texts("actions").collect(),
            objectives: record.texts("objectives").collect(),
            source: Citation::read(record, "source"),
        })
    }
}
