//! A text of a declaration: one for the site's first language, or one a language.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use toml::Spanned;

use crate::language::Language;
use crate::parse::each_mark;

/// A text: `text = "…"` in the site's first language, or `text.fr = "…"` and `text.en = "…"`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// In the first language.
    plain: Option<String>,
    /// In the languages that are named.
    by_language: BTreeMap<Spanned<String>, String>,
}

impl Texts {
    /// The text in a language, or else in the first, or in any; with the language that it is in, which is the
    /// site's first where it is nothing.
    #[must_use]
    pub fn get(&self, language: &Language, first: &Language) -> Option<(&str, Option<Language>)> {
        let named = |tag: &str| self.by_language.iter().find(|(own, _)| own.get_ref() == tag);
        let any = || self.by_language.iter().next();
        let found = named(language.tag());
        if found.is_none()
            && let Some(plain) = &self.plain
        {
            return Some((plain, None));
        }
        let (tag, text) = found.or_else(|| named(first.tag())).or_else(any)?;
        Some((text, Language::from_tag(tag.get_ref())))
    }

    /// Whether it says something, in every language that it is in, and nothing of it is still to be filled in.
    #[must_use]
    pub fn says_something(&self) -> bool {
        let mut all = self.plain.iter().chain(self.by_language.values()).peekable();
        all.peek().is_some() && all.all(|text| says_something(text))
    }

    /// Whether some of it is still to be filled in.
    #[must_use]
    pub fn is_to_fill(&self) -> bool {
        self.plain.iter().chain(self.by_language.values()).any(|text| each_mark(text).next().is_some())
    }

    /// The tags of the languages that it names.
    pub fn languages(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.by_language.keys()
    }
}

/// Whether a text says something, and nothing of it is still to be filled in.
pub(super) fn says_something(text: &str) -> bool {
    !text.trim().is_empty() && each_mark(text).next().is_none()
}

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextsVisitor)
    }
}

struct TextsVisitor;

impl<'de> Visitor<'de> for TextsVisitor {
    type Value = Texts;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<E>(self, text: &str) -> Result<Texts, E> {
        Ok(Texts { plain: Some(text.to_owned()), by_language: BTreeMap::new() })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Texts, A::Error> {
        let mut by_language = BTreeMap::new();
        while let Some((tag, text)) = map.next_entry::<Spanned<String>, String>()? {
            by_language.insert(tag, text);
        }
        Ok(Texts { plain: None, by_language })
    }
}
