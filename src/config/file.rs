//! The file of the configuration as it is written: its tables and keys.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::{Setting, host};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) site: Site,
    #[serde(default)]
    pub(super) translations: BTreeMap<Spanned<String>, Translation>,
    #[serde(default)]
    pub(super) content: Content,
    #[serde(default)]
    pub(super) theme: Theme,
    #[serde(default)]
    pub(super) routes: BTreeMap<Spanned<String>, Words>,
    #[serde(default)]
    pub(super) rules: BTreeMap<Spanned<String>, Setting>,
    #[serde(default)]
    pub(super) packs: Packs,
    #[serde(default)]
    pub(super) home: Home,
    #[serde(default)]
    pub(super) preview: Preview,
    #[serde(default)]
    pub(super) budgets: BTreeMap<Spanned<String>, Budget>,
    #[serde(default)]
    pub(super) third_parties: BTreeMap<Spanned<String>, Spanned<String>>,
    #[serde(default)]
    pub(super) host: host::Written,
}

/// The words of one language, by the name of what they rename.
pub(super) type Words = BTreeMap<Spanned<String>, Spanned<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Site {
    pub(super) name: String,
    #[serde(default)]
    pub(super) description: String,
    #[serde(default)]
    pub(super) notice: String,
    #[serde(default)]
    pub(super) licence: String,
    pub(super) licence_url: Option<Spanned<String>>,
    pub(super) contact: Option<Spanned<String>>,
    pub(super) address: Spanned<String>,
    pub(super) languages: Spanned<Vec<Spanned<String>>>,
    pub(super) time_zone: Option<Spanned<String>>,
    pub(super) credit: Option<String>,
    pub(super) page_size: Option<Spanned<usize>>,
    #[serde(default)]
    pub(super) without: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Translation {
    pub(super) name: Option<String>,
    pub(super) description: Option<String>,
    pub(super) notice: Option<String>,
    pub(super) licence: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Content {
    pub(super) roots: Option<Spanned<Vec<Spanned<String>>>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Theme {
    pub(super) name: Option<Spanned<String>>,
    pub(super) accent: Option<Spanned<String>>,
    pub(super) accent_dark: Option<Spanned<String>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Packs {
    #[serde(default)]
    pub(super) france: bool,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Home {
    #[serde(default)]
    pub(super) figures: Vec<Spanned<String>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Preview {
    pub(super) editor: Option<Spanned<String>>,
}

/// What a kind of page may ask of machines, where it differs from the usual.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Budget {
    pub(super) bytes: Option<Spanned<u64>>,
    pub(super) first_view: Option<Spanned<u64>>,
    pub(super) requests: Option<Spanned<usize>>,
    pub(super) elements: Option<Spanned<usize>>,
    pub(super) eco_index: Option<Spanned<u8>>,
    pub(super) script: Option<Spanned<u64>>,
    pub(super) fonts: Option<Spanned<u64>>,
}
