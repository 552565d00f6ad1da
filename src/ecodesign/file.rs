//! The file of a declaration as it is written: its tables and keys.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::{Spanned, Value};

use super::assessment::State;
use super::texts::Texts;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) audiences: Option<Texts>,
    pub(super) targets: Option<Texts>,
    pub(super) referent: Option<Referent>,
    pub(super) review: Option<Review>,
    #[serde(default)]
    pub(super) hardware: Vec<Hardware>,
    #[serde(default)]
    pub(super) host: Host,
    #[serde(default)]
    pub(super) criteria: BTreeMap<Spanned<String>, Claim>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Referent {
    pub(super) name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Review {
    pub(super) every: Spanned<String>,
    pub(super) last: Option<Spanned<Value>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hardware {
    pub(super) model: String,
    pub(super) year: i16,
    pub(super) system: String,
    pub(super) browser: String,
    pub(super) date: Spanned<Value>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Host {
    pub(super) name: Option<String>,
    pub(super) footprint: Option<Spanned<Fact>>,
    pub(super) equipment: Option<Spanned<Fact>>,
    pub(super) pue: Option<Spanned<Fact>>,
    pub(super) wue: Option<Spanned<Fact>>,
    pub(super) renewable: Option<Spanned<Fact>>,
    pub(super) location: Option<Spanned<Fact>>,
    pub(super) heat: Option<Spanned<Fact>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Fact {
    pub(super) value: Option<Spanned<f64>>,
    pub(super) text: Option<Texts>,
    pub(super) url: Option<Spanned<String>>,
    pub(super) date: Option<Spanned<Value>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Claim {
    pub(super) state: Option<Spanned<Stated>>,
    pub(super) text: Option<Texts>,
    pub(super) url: Option<Spanned<String>>,
    pub(super) date: Option<Spanned<Value>>,
}

/// A state that an editor may write.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Stated {
    Validated,
    NotValidated,
    NotApplicable,
}

impl From<Stated> for State {
    fn from(stated: Stated) -> Self {
        match stated {
            Stated::Validated => Self::Validated,
            Stated::NotValidated => Self::NotValidated,
            Stated::NotApplicable => Self::NotApplicable,
        }
    }
}
