//! What the preview puts at the end of each page it serves, and its own pages below `/_grappe/`.
//!
//! Functions from data to HTML, JSON, CSS and one script. This module must not know who asks, nor
//! how a page was made: [`Panel`] says what there is to show.

mod bar;
mod content;
mod editor;
mod fault;
mod frame;
mod impact;
mod list;
mod overlay;
mod print;
mod resolve;
mod share;
mod shell;
mod style_sheet;
mod watch;
mod words;

pub use content::Content;
pub use editor::Editor;
pub use frame::{Frame, frame, own_address};
pub use impact::{Impact, impact};
pub use list::{List, list};
pub use print::printed;
pub use share::{Asset, Share, share};
pub use shell::nothing_to_show;
pub use style_sheet::addresses as style_sheets;
pub use watch::Watched;

use crate::diagnostic::Diagnostic;
use crate::footprint::Footprint;
use crate::language::Language;
use crate::locale::Locale;
use crate::model::Publicity;
use crate::plan::{Address, PREVIEW};
use crate::source::FilePath;
use crate::world::World;

/// Below which all addresses of the preview are, and none of the site.
pub const ROOT: &str = PREVIEW;

/// The script of every page of the preview, at `/_grappe/preview.js`.
pub const SCRIPT: &str = include_str!("panel/preview.js");

/// The style sheet of the preview's own pages, at `/_grappe/preview.css`.
pub const STYLE: &str = concat!(
    include_str!("panel/tokens.css"),
    include_str!("panel/faults.css"),
    include_str!("panel/pages.css")
);

/// What there is to show at the end of a page.
#[derive(Clone, Copy)]
pub struct Panel<'a> {
    /// The writer's language.
    pub locale: Locale,
    /// Where the texts of the files are.
    pub world: &'a dyn World,
    /// All that is wrong, sorted.
    pub diagnostics: &'a [Diagnostic],
    /// How places are opened.
    pub editor: &'a Editor,
    /// What is wrong and has no place in a file, in the writer's words.
    pub notice: Option<&'a str>,
    /// The page, where there is one.
    pub page: Option<&'a PageFacts>,
    /// Whether the page shown was made before the errors.
    pub is_last_good: bool,
}

/// What is known of a page.
#[derive(Clone, Debug)]
pub struct PageFacts {
    /// Its address.
    pub address: Address,
    /// The files whose faults are its own, its own text first; none for a list.
    pub files: Vec<FilePath>,
    /// What it asks of machines as it was served, without the preview's own.
    pub footprint: Footprint,
    /// Whether visitors see it.
    pub publicity: Publicity,
    /// The same page in the other languages of the site.
    pub languages: Vec<(Language, Address)>,
}
