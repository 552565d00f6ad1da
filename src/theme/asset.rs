//! Files of a theme that pages ask for: style sheets, scripts, drawings.
//!
//! Style sheets and drawings get the colours where they hold [`PLACE`]. An address bears a hash of what
//! is served, the colours with it.

use std::sync::Arc;

use crate::source::FilePath;

/// What gives place to the colours in a style sheet or drawing.
const PLACE: &str = "/* colours */";

/// A file that pages ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeAsset {
    /// Its path below `assets/`, by which templates name it.
    pub name: String,
    /// Where it lies.
    pub file: FilePath,
    /// Where it is served: its name bears a hash of its bytes, so that browsers may keep it.
    pub address: String,
    /// What is served.
    pub bytes: Arc<[u8]>,
}

impl ThemeAsset {
    /// A file of these bytes, as it is served; `colours` are custom properties.
    pub(super) fn new(name: &str, file: FilePath, bytes: Vec<u8>, colours: Option<&str>) -> Self {
        let bytes = coloured(name, bytes, colours);
        let address = fingerprinted(name, &blake3::hash(&bytes).to_hex()[..10]);
        Self { name: name.to_owned(), file, address, bytes: bytes.into() }
    }
}

/// A file with the colours in their place; one that has none stays as it is.
fn coloured(name: &str, bytes: Vec<u8>, colours: Option<&str>) -> Vec<u8> {
    let has_place = [".css", ".svg"].iter().any(|ending| name.ends_with(ending));
    match (std::str::from_utf8(&bytes), colours) {
        (Ok(text), Some(colours)) if has_place => text.replace(PLACE, colours).into_bytes(),
        _ => bytes,
    }
}

/// Where files of the theme are served, with a hash of their bytes in their names.
pub const ASSETS: &str = "/assets/";

/// `css/site.css` is served at `/assets/css/site.0a1b2c3d4e.css`.
fn fingerprinted(name: &str, hash: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{ASSETS}{stem}.{hash}.{extension}"),
        None => format!("{ASSETS}{name}.{hash}"),
    }
}
