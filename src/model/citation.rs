//! Where a fact comes from.

use std::sync::Arc;

use crate::date::Date;
use crate::parse::{Record, Value};

/// The source of a fact: a source of the list, or one written out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Citation {
    /// The id of a source of the list.
    Listed(Arc<str>),
    /// A source written out.
    Written(Arc<Publication>),
}

/// A publication that facts are drawn from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Publication {
    /// Its title.
    pub title: Arc<str>,
    /// Its address.
    pub url: Option<Arc<str>>,
    /// Who published it.
    pub publisher: Option<Arc<str>>,
    /// When.
    pub date: Option<Date>,
}

impl Publication {
    /// A publication from the keys of a source.
    #[must_use]
    pub fn read(record: &Record) -> Option<Self> {
        Some(Self {
            title: record.text("title")?,
            url: record.text("url"),
            publisher: record.text("publisher"),
            date: record.date("date"),
        })
    }
}

impl Citation {
    /// The source in a key.
    #[must_use]
    pub fn read(record: &Record, key: &str) -> Option<Self> {
        Self::from_value(&record.get(key)?.value)
    }

    /// The sources in a list.
    pub fn read_all(record: &Record, key: &str) -> Vec<Self> {
        record.list(key).filter_map(|item| Self::from_value(&item.value)).collect()
    }

    /// The sources of `sources`, then that of `source`.
    #[must_use]
    pub fn read_both(record: &Record) -> Vec<Self> {
        let mut sources = Self::read_all(record, "sources");
        sources.extend(Self::read(record, "source"));
        sources
    }

    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Term(id) => Some(Self::Listed(id.clone())),
            Value::Record(record) => Some(Self::Written(Arc::new(Publication::read(record)?))),
            _ => None,
        }
    }
}
