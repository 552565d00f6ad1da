//! A value of the file as it is written, and what it means where it means something.

use serde::de::Error;
use serde::{Deserialize, Deserializer};
use toml::Value;
use toml::de::{DeTable, DeValue};

use super::criteria::{self, Number};
use crate::date::Date;
use crate::source::{Span, Spanned};

/// A value, where it stands, and what it means.
#[derive(Clone, Debug)]
pub struct Written<T> {
    /// As it is written.
    pub text: String,
    /// Where.
    pub span: Span,
    /// What it means; nothing where it means nothing.
    pub value: Option<T>,
}

/// What a value can be read as.
pub trait Meaning: Sized {
    /// What is wanted in its place, where it is something else.
    const WANTED: Wanted;

    /// What a text means.
    fn read(text: &str) -> Option<Self>;
}

/// What is wanted in the place of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A date: `2026-11-21`.
    Date,
    /// The number of a criterion: `1.1`.
    Criterion,
    /// A number from 0 to 100.
    Percentage,
    /// One of these words.
    Word(&'static [&'static str]),
}

impl<T: Meaning> Written<T> {
    /// A text at its place.
    pub(super) fn new(text: String, span: Span) -> Self {
        Self { value: T::read(text.trim()), text, span }
    }
}

impl<'de, T: Meaning> Deserialize<'de> for Written<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = toml::Spanned::<Value>::deserialize(deserializer)?;
        let span = Span::new(written.span().start, written.span().end);
        let text = match written.into_inner() {
            Value::String(text) => text,
            Value::Datetime(date) => date.to_string(),
            Value::Integer(number) => number.to_string(),
            // 1.10 would be read as 1.1: a number that is a name stands between quotes.
            Value::Float(number) if T::WANTED == Wanted::Percentage => number.to_string(),
            other => return Err(not_a_text(&other)),
        };
        Ok(Self::new(text, span))
    }
}

/// What is said of a value that is no text, in the words that the reader of TOML has for it.
pub(super) fn not_a_text<E: Error>(value: &Value) -> E {
    E::custom(format!("invalid type: {}, expected a string", value.type_str()))
}

impl Meaning for Date {
    const WANTED: Wanted = Wanted::Date;

    fn read(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

impl Meaning for Number {
    const WANTED: Wanted = Wanted::Criterion;

    fn read(text: &str) -> Option<Self> {
        Self::parse(text).filter(|number| criteria::criterion(*number).is_some())
    }
}

/// A share out of a hundred, as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Percentage(pub f64);

impl Meaning for Percentage {
    const WANTED: Wanted = Wanted::Percentage;

    fn read(text: &str) -> Option<Self> {
        let number = text.trim_end_matches(['%', ' ', '\u{A0}', '\u{202F}']).replace(',', ".");
        number.parse().ok().filter(|number| (0.0..=100.0).contains(number)).map(Self)
    }
}

/// A meaning that is one of a few words.
pub(super) trait Choice: Copy + 'static {
    /// The words.
    const WORDS: &'static [&'static str];
    /// What they mean, in the same order.
    const VALUES: &'static [Self];
}

impl<T: Choice> Meaning for T {
    const WANTED: Wanted = Wanted::Word(T::WORDS);

    fn read(text: &str) -> Option<Self> {
        T::WORDS.iter().zip(T::VALUES).find(|(word, _)| **word == text).map(|(_, value)| *value)
    }
}

/// Every text of a file with its place, in order.
pub(super) fn texts(file: &str) -> Vec<Spanned<String>> {
    let mut found = Vec::new();
    if let Ok(table) = DeTable::parse(file) {
        in_table(table.get_ref(), &mut found);
    }
    found.sort_by_key(|text: &Spanned<String>| text.span);
    found
}

fn in_table(table: &DeTable<'_>, found: &mut Vec<Spanned<String>>) {
    table.values().for_each(|value| in_value(value, found));
}

fn in_value(value: &toml::Spanned<DeValue<'_>>, found: &mut Vec<Spanned<String>>) {
    match value.get_ref() {
        DeValue::String(text) => {
            let span = Span::new(value.span().start, value.span().end);
            found.push(Spanned::new(text.clone().into_owned(), span));
        }
        DeValue::Array(values) => values.iter().for_each(|value| in_value(value, found)),
        DeValue::Table(table) => in_table(table, found),
        _ => {}
    }
}
