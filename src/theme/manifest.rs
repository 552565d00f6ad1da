//! `theme.toml`: the file that makes a folder a theme, as it is written.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::token::{Scheme, Token};

/// Its name.
pub(super) const MANIFEST: &str = "theme.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    pub(super) extends: Option<Spanned<String>>,
    #[serde(rename = "name")]
    _name: Option<String>,
    #[serde(rename = "version")]
    _version: Option<String>,
    #[serde(rename = "description")]
    _description: Option<String>,
    #[serde(default)]
    pub(super) colours: Colours,
}

/// `[colours.light]` and `[colours.dark]`.
pub(super) type Colours = BTreeMap<Scheme, Spanned<BTreeMap<Token, Spanned<String>>>>;
