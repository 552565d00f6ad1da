//! Lasting pages.

use crate::date::Date;
use crate::parse::Record;

/// A lasting page.
#[derive(Clone, Debug)]
pub struct Page {
    /// What the page is for the site: `legal-notice`, `accessibility`…
    pub role: Option<&'static str>,
    /// The place in the menu, for pages that stand there.
    pub order: Option<i64>,
    /// Not published yet.
    pub is_draft: bool,
    /// Last update.
    pub updated: Option<Date>,
}

impl Page {
    /// The page of a file.
    #[must_use]
    pub fn read(record: &Record) -> Self {
        Self {
            role: record.choice("role"),
            order: record.integer("order"),
            is_draft: record.boolean("draft").unwrap_or(false),
            updated: record.date("updated"),
        }
    }
}
