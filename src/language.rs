//! The language of a page or of a passage.
//!
//! Distinct from the locale, in which grappe speaks to the person at the terminal.

use std::fmt;
use std::sync::Arc;

/// A language tag such as `fr`, `en` or `pt-BR` (BCP 47, checked for its shape alone).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(Arc<str>);

impl Language {
    /// Reads a tag: two or three letters, then groups of letters and digits after hyphens.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let mut parts = tag.split('-');
        let primary = parts.next()?;
        let well_formed = (2..=3).contains(&primary.len())
            && primary.bytes().all(|byte| byte.is_ascii_lowercase())
            && parts.all(|part| {
                (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
            });
        well_formed.then(|| Self(tag.into()))
    }

    /// French.
    #[must_use]
    pub fn french() -> Self {
        Self("fr".into())
    }

    /// The tag.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// Whether this is French, of whatever country.
    #[must_use]
    pub fn is_french(&self) -> bool {
        self.primary() == "fr"
    }

    /// The tag without its country.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }
}

/// The languages that are read from right to left.
const LEFTWARDS: [&str; 10] = ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ur", "yi"];

/// Whether a language is read from right to left, by its tag.
#[must_use]
pub fn is_read_leftwards(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or("");
    let is_transcribed = parts.any(|part| part.eq_ignore_ascii_case("latn"));
    !is_transcribed && LEFTWARDS.iter().any(|known| known.eq_ignore_ascii_case(primary))
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl serde::Serialize for Language {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}
