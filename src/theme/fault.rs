//! What is wrong in a theme, as data; rules word it.

use super::contrast::Faint;
use super::token::{Scheme, Token};
use crate::source::{FilePath, Span};
use crate::toml_slip::TomlSlip;

/// Something wrong in a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFault {
    /// In which file.
    pub file: FilePath,
    /// Where.
    pub span: Span,
    /// What.
    pub kind: ThemeFaultKind,
}

/// Something wrong in a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThemeFaultKind {
    /// A theme that is named and is not there.
    Missing {
        /// Its name.
        name: String,
        /// The theme that was most likely meant.
        near: Option<String>,
    },
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// Themes that extend each other without end.
    Circular,
    /// A file that is not TOML of the shape expected.
    Unreadable(TomlSlip),
    /// A label that another language has.
    MissingLabel {
        /// The label.
        key: String,
        /// The language that lacks it.
        language: String,
    },
    /// A template that cannot be read or rendered; in the engine's words.
    Template(String),
    /// A value that is no colour, `#rrggbb`.
    Colour(String),
    /// Colours that a theme which has some must have too.
    MissingColours {
        /// For which light.
        scheme: Scheme,
        /// Which.
        tokens: Vec<Token>,
    },
    /// A colour of the theme that is hard to read on one of its grounds.
    FaintColour(Faint),
    /// An accent of the site's that is hard to read on one of the theme's grounds.
    FaintAccent(Faint),
    /// A rule of a style sheet that takes the underline off the links of texts.
    ColourOnlyLinks {
        /// What it is about.
        selector: String,
    },
    /// A rule of a style sheet that takes off the outline of focus.
    RemovedOutline {
        /// What it is about.
        selector: String,
    },
}

impl ThemeFaultKind {
    /// Whether pages can wear the theme all the same: they would be hard to use, and show why.
    pub(super) const fn is_of_looks(&self) -> bool {
        matches!(
            self,
            Self::FaintColour(_)
                | Self::FaintAccent(_)
                | Self::ColourOnlyLinks { .. }
                | Self::RemovedOutline { .. }
        )
    }
}
