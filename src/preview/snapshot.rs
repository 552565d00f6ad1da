//! One state of the site, as pages are made of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Moves;
use crate::diagnostic::Diagnostic;
use crate::output::Site;
use crate::source::FilePath;
use crate::world::WorldError;

/// One state of the site.
#[derive(Clone)]
pub struct Snapshot {
    /// Which: each state has a greater one than the one before.
    pub revision: u64,
    /// What makes pages; nothing until there is a theme that can.
    pub site: Option<Arc<Site>>,
    /// The files that show as they last could be read.
    pub older: Arc<BTreeSet<FilePath>>,
    /// What is wrong.
    pub diagnostics: Arc<[Diagnostic]>,
    /// The same without what the site's baseline accepts.
    pub told: Arc<[Diagnostic]>,
    /// Whether that is all that is wrong in this very state.
    pub is_examined: bool,
    /// Whether the configuration can be used; the pages are those of before where it cannot.
    pub is_configured: bool,
    /// Whether the theme cannot be used any more, and pages wear it as it last could.
    pub is_theme_older: bool,
    /// Why the site could not be looked at, where it could not.
    pub trouble: Option<Trouble>,
    /// Where pages have moved since the preview began.
    pub moves: Arc<Moves>,
}

impl Default for Snapshot {
    fn default() -> Self {
        Self {
            revision: 0,
            site: None,
            older: Arc::default(),
            diagnostics: Arc::default(),
            told: Arc::default(),
            is_examined: false,
            is_configured: true,
            is_theme_older: false,
            trouble: None,
            moves: Arc::default(),
        }
    }
}

/// Why a site could not be looked at.
#[derive(Clone, Debug)]
pub enum Trouble {
    /// The machine refused.
    World(Arc<WorldError>),
    /// The content is gone: its folder was removed, or is being put in place.
    NoContent,
    /// grappe itself is at fault.
    Crash,
}

impl PartialEq for Trouble {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::World(own), Self::World(other)) => own.to_string() == other.to_string(),
            (Self::NoContent, Self::NoContent) | (Self::Crash, Self::Crash) => true,
            _ => false,
        }
    }
}
