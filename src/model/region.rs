//! Regions and collectivités.

use std::sync::Arc;

use super::roadmap::Roadmap;
use crate::date::Date;
use crate::parse::Record;

/// A region or collectivité.
#[derive(Clone, Debug)]
pub struct Region {
    /// Its code, as text.
    pub code: Option<Arc<str>>,
    /// `metropolitan`, `overseas` or `collectivite`.
    pub status: Option<&'static str>,
    /// When it took its present bounds.
    pub formed: Option<Date>,
    /// The id of its authority.
    pub authority: Option<Arc<str>>,
    /// Its tile on the map: column and row, from 1.
    pub tile: Option<(i64, i64)>,
    /// Its roadmap.
    pub roadmap: Option<Roadmap>,
}

impl Region {
    /// The region of a file.
    #[must_use]
    pub fn read(record: &Record) -> Self {
        let tile =
            record.record("tile").and_then(|tile| Some((tile.integer("column")?, tile.integer("row")?)));
        Self {
            code: record.text("code"),
            status: record.choice("status"),
            formed: record.date("formed"),
            authority: record.reference("authority"),
            tile,
            roadmap: Roadmap::read(record),
        }
    }
}
