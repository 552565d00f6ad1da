//! The files that a page is made of, and what they weigh.

use serde::{Deserialize, Serialize};

/// One file that a browser asks for with a page, or the page itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its address, as the page writes it.
    pub address: String,
    /// What it is for.
    pub kind: PartKind,
    /// What it weighs.
    pub size: Size,
}

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PartKind {
    /// The page.
    Page,
    /// A style sheet.
    Style,
    /// A script.
    Script,
    /// A picture.
    Image,
    /// A font.
    Font,
    /// A film or sound.
    Media,
    /// Another page or object within the page.
    Frame,
}

/// Bytes in a file, and bytes sent for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// Before compression.
    pub bytes: u64,
    /// As the host sends them.
    pub sent: u64,
}

impl Size {
    /// The size of what is sent as it is.
    #[must_use]
    pub const fn plain(bytes: u64) -> Self {
        Self { bytes, sent: bytes }
    }
}
