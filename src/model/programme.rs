//! Programmes that organisations take part in.

use std::sync::Arc;

use crate::date::Date;
use crate::parse::Record;

/// A programme.
#[derive(Clone, Debug)]
pub struct Programme {
    /// The id of its owner.
    pub owner: Option<Arc<str>>,
    /// When it starts.
    pub from: Option<Date>,
    /// When it ends.
    pub until: Option<Date>,
    /// Its website.
    pub website: Option<Arc<str>>,
}

impl Programme {
    /// The programme of a file.
    #[must_use]
    pub fn read(record: &Record) -> Self {
        Self {
            owner: record.reference("owner"),
            from: record.date("from"),
            until: record.date("until"),
            website: record.text("website"),
        }
    }
}
