//! A text of the file: in the site's first language, or in several.
//!
//! ```toml
//! what = "Deux cartes n'ont pas de texte."
//! what = { fr = "Deux cartes n'ont pas de texte.", en = "Two maps have no text." }
//! ```

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use toml::Value;

use super::written::not_a_text;
use crate::language::Language;
use crate::source::Span;

/// A text, in the first language or by language.
#[derive(Clone, Debug, Default)]
pub struct Words {
    first: Option<String>,
    by_language: BTreeMap<String, String>,
    /// Where it stands.
    pub span: Span,
}

impl Words {
    /// The text for a page, with its language where it is not the site's first: the page's own, or the
    /// first, or any. Nothing where all are empty.
    #[must_use]
    pub fn get(&self, page: &Language) -> Option<(&str, Option<Language>)> {
        let own = self.by_language.get_key_value(page.tag()).filter(|(_, text)| !text.trim().is_empty());
        let own = own.map(|(tag, text)| (text.as_str(), Language::from_tag(tag)));
        let first = || self.first.as_deref().map(|text| (text, None));
        own.or_else(first).filter(|(text, _)| !text.trim().is_empty()).or_else(|| self.any())
    }

    fn any(&self) -> Option<(&str, Option<Language>)> {
        let mut written = self.by_language.iter().filter(|(_, text)| !text.trim().is_empty());
        written.next().map(|(tag, text)| (text.as_str(), Language::from_tag(tag)))
    }

    /// The languages that it names.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.by_language.keys().map(String::as_str)
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = toml::Spanned::<Value>::deserialize(deserializer)?;
        let span = Span::new(written.span().start, written.span().end);
        match written.into_inner() {
            Value::String(text) => Ok(Self { first: Some(text), span, ..Self::default() }),
            Value::Table(table) => {
                let texts = table.into_iter().map(|(tag, text)| match text {
                    Value::String(text) => Ok((tag, text)),
                    other => Err(not_a_text(&other)),
                });
                Ok(Self { by_language: texts.collect::<Result<_, _>>()?, span, first: None })
            }
            other => Err(not_a_text(&other)),
        }
    }
}
