//! Open data: what the site knows on its day, as tables that machines read.
//!
//! A table has one shape in every format; only facts that are known on the federation's day are in
//! it. It must not know where its file is served.

mod figures;
mod partnerships;
mod poles;
mod regions;
mod table;

use crate::model::Federation;

pub use table::Table;

/// A table of open data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dataset {
    /// Every pole, with its label on the day.
    Poles,
    /// Every label period.
    Labels,
    /// Every partnership.
    Partnerships,
    /// Every step of each partnership.
    Milestones,
    /// Every region.
    Regions,
    /// Every figure.
    Figures,
}

/// A format of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Comma-separated values (RFC 4180), in UTF-8.
    Csv,
    /// An array of objects (RFC 8259).
    Json,
}

impl Dataset {
    /// Every table, in the order in which a page names them.
    pub const ALL: [Self; 6] =
        [Self::Poles, Self::Labels, Self::Partnerships, Self::Milestones, Self::Regions, Self::Figures];

    /// The word by which routes and labels are found.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Poles => "poles",
            Self::Labels => "labels",
            Self::Partnerships => "partnerships",
            Self::Milestones => "milestones",
            Self::Regions => "regions",
            Self::Figures => "figures",
        }
    }

    /// The table as known on the federation's day.
    #[must_use]
    pub fn table(self, federation: &Federation) -> Table {
        match self {
            Self::Poles => poles::poles(federation),
            Self::Labels => poles::labels(federation),
            Self::Partnerships => partnerships::partnerships(federation),
            Self::Milestones => partnerships::milestones(federation),
            Self::Regions => regions::regions(federation),
            Self::Figures => figures::figures(federation),
        }
    }
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::Csv, Self::Json];

    /// The ending of its files, without the dot.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}
