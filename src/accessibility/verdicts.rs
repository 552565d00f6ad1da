//! What an audit found of each criterion: `1.1 = "conform"`, with or without quotes around the number.

use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::criteria::Number;
use super::written::{Choice, Written};
use crate::source::Span;

/// What was found of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Everything that it is about is as it asks.
    Conform,
    /// Something is not.
    NonConform,
    /// The site has nothing that it is about.
    NotApplicable,
    /// Nobody has looked yet.
    NotTested,
}

impl Choice for Verdict {
    const WORDS: &'static [&'static str] = &["conform", "non-conform", "not-applicable", "not-tested"];
    const VALUES: &'static [Self] = &[Self::Conform, Self::NonConform, Self::NotApplicable, Self::NotTested];
}

/// A criterion and what was found of it.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The criterion.
    pub number: Written<Number>,
    /// The verdict.
    pub verdict: Written<Verdict>,
}

/// The verdicts of an audit, as they are written.
#[derive(Clone, Debug, Default)]
pub struct Verdicts(pub Vec<Judged>);

impl Verdicts {
    /// The verdict on a criterion.
    #[must_use]
    pub fn on(&self, number: Number) -> Option<&Written<Verdict>> {
        self.0.iter().find(|judged| judged.number.value == Some(number)).map(|judged| &judged.verdict)
    }

    /// Gives a number without quotes its place in the file: for the reader of TOML, `1.1` is a key `1`
    /// in a table `1`.
    pub(super) fn place_in(&mut self, file: &str) {
        for judged in &mut self.0 {
            let span = &mut judged.number.span;
            let own = file.get(span.range()).unwrap_or("");
            let before = judged.number.text.strip_suffix(own).unwrap_or("");
            if file.get(..span.range().start).is_some_and(|above| above.ends_with(before)) {
                *span = Span::new(span.range().start - before.len(), span.range().end);
            }
        }
        self.0.sort_by_key(|judged| judged.number.span);
    }

    fn add(&mut self, number: String, place: Span, verdict: toml::Spanned<String>) {
        let span = Span::new(verdict.span().start, verdict.span().end);
        let verdict = Written::new(verdict.into_inner(), span);
        self.0.push(Judged { number: Written::new(number, place), verdict });
    }
}

impl<'de> Deserialize<'de> for Verdicts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Table)
    }
}

struct Table;

impl<'de> Visitor<'de> for Table {
    type Value = Verdicts;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a table")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut table: M) -> Result<Verdicts, M::Error> {
        let mut verdicts = Verdicts::default();
        while let Some((key, entry)) = table.next_entry::<toml::Spanned<String>, toml::Spanned<Entry>>()? {
            let (place, word) = (Span::new(key.span().start, key.span().end), entry.span());
            match entry.into_inner() {
                Entry::Word(text) => {
                    verdicts.add(key.into_inner(), place, toml::Spanned::new(word, text));
                }
                Entry::Theme(below) => {
                    for (place, verdict) in below {
                        let span = Span::new(place.span().start, place.span().end);
                        verdicts.add(format!("{}.{}", key.get_ref(), place.get_ref()), span, verdict);
                    }
                }
            }
        }
        Ok(verdicts)
    }
}

/// What stands behind a key: a verdict, or the verdicts of a theme.
enum Entry {
    Word(String),
    Theme(Vec<(toml::Spanned<String>, toml::Spanned<String>)>),
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneEntry)
    }
}

struct OneEntry;

impl<'de> Visitor<'de> for OneEntry {
    type Value = Entry;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Entry, E> {
        Ok(Entry::Word(text.to_owned()))
    }

    fn visit_map<M: MapAccess<'de>>(self, mut table: M) -> Result<Entry, M::Error> {
        let mut below = Vec::new();
        while let Some(pair) = table.next_entry()? {
            below.push(pair);
        }
        Ok(Entry::Theme(below))
    }
}
