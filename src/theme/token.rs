//! The names of a theme's colours, and the two lights in which it has them.

use serde::Deserialize;

/// What a screen's light is.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark, for those who asked for it.
    Dark,
}

/// What a colour is for.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
pub enum Token {
    /// The ground of pages.
    Paper,
    /// The ground of what stands apart.
    Tint,
    /// Rules between parts.
    Line,
    /// Texts.
    Ink,
    /// Lesser texts.
    Soft,
    /// Links, buttons, dots, the ring of focus.
    Accent,
}

impl Scheme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Its name in `theme.toml`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Token {
    /// All six.
    pub const ALL: [Self; 6] = [Self::Paper, Self::Tint, Self::Line, Self::Ink, Self::Soft, Self::Accent];

    /// What others are read on.
    pub(super) const GROUNDS: [Self; 2] = [Self::Paper, Self::Tint];

    /// What is read.
    pub(super) const READ: [Self; 3] = [Self::Ink, Self::Soft, Self::Accent];

    /// Its name in `theme.toml` and in style sheets.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Tint => "tint",
            Self::Line => "line",
            Self::Ink => "ink",
            Self::Soft => "soft",
            Self::Accent => "accent",
        }
    }

    /// The system's colour that stands for it where a person has chosen their own (forced colours).
    pub(super) const fn forced(self) -> &'static str {
        match self {
            Self::Paper | Self::Tint => "canvas",
            Self::Line | Self::Ink | Self::Soft => "canvastext",
            Self::Accent => "linktext",
        }
    }
}
