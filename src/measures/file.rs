//! What was measured of the files that a site serves beside its pages.

use super::script::ScriptScan;
use super::style::StyleScan;
use crate::footprint::Size;

/// A file that a site serves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileRecord {
    /// Its address below the site's.
    pub address: String,
    /// What it weighs.
    pub size: Size,
    /// Whether it is the theme's, and not a writer's.
    pub is_of_theme: bool,
    /// Its width and height, where it is a picture of dots.
    pub pixels: Option<(u32, u32)>,
    /// Whether it is a picture that moves.
    pub moves: bool,
    /// What it holds, where it is a style sheet.
    pub style: Option<StyleScan>,
    /// What it holds, where it is a script.
    pub script: Option<ScriptScan>,
}
