//! The values of a file, checked against its table, each at its place.

use std::sync::Arc;

use super::body::Body;
use crate::date::Date;
use crate::quantity::{Duration, Quantity, Weight};
use crate::source::{Span, Spanned};

/// The keys of a file, or of a value that has keys of its own, in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct Record {
    entries: Vec<Entry>,
}

/// One key and its value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The canonical key.
    pub key: &'static str,
    /// Where the key stands.
    pub key_span: Span,
    /// Its value.
    pub value: Spanned<Value>,
}

/// A value that the table allows.
#[derive(Clone, Debug)]
pub enum Value {
    /// Words, an address, a code.
    Text(Arc<str>),
    /// A text in Markdown.
    Markdown(Arc<Body>),
    /// Yes or no.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A date.
    Date(Date),
    /// A number with its unit.
    Quantity(Quantity),
    /// The weight of a file.
    Weight(Weight),
    /// A length of time.
    Duration(Duration),
    /// One of the words of the table.
    Choice(&'static str),
    /// The id of an entry.
    Reference(Arc<str>),
    /// The id of a term.
    Term(Arc<str>),
    /// Keys of its own.
    Record(Record),
    /// Several values.
    List(Vec<Spanned<Value>>),
}

impl Record {
    /// Adds a key at the end.
    pub fn push(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// Holds no more room than its keys need: none comes after.
    pub fn settle(&mut self) {
        self.entries.shrink_to_fit();
    }

    /// The entries, in the order of the file.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of a key.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Spanned<Value>> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// Where the value of a key stands.
    #[must_use]
    pub fn span(&self, key: &str) -> Option<Span> {
        self.get(key).map(|value| value.span)
    }

    /// The words of a key.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<Arc<str>> {
        match &self.get(key)?.value {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        }
    }

    /// The Markdown of a key.
    #[must_use]
    pub fn markdown(&self, key: &str) -> Option<Arc<Body>> {
        match &self.get(key)?.value {
            Value::Markdown(body) => Some(body.clone()),
            _ => None,
        }
    }

    /// The yes or no of a key.
    #[must_use]
    pub fn boolean(&self, key: &str) -> Option<bool> {
        match self.get(key)?.value {
            Value::Boolean(value) => Some(value),
            _ => None,
        }
    }

    /// The whole number of a key.
    #[must_use]
    pub fn integer(&self, key: &str) -> Option<i64> {
        match self.get(key)?.value {
            Value::Integer(value) => Some(value),
            _ => None,
        }
    }

    /// The date of a key.
    #[must_use]
    pub fn date(&self, key: &str) -> Option<Date> {
        match self.get(key)?.value {
            Value::Date(date) => Some(date),
            _ => None,
        }
    }

    /// The number with its unit of a key.
    #[must_use]
    pub fn quantity(&self, key: &str) -> Option<Quantity> {
        match &self.get(key)?.value {
            Value::Quantity(quantity) => Some(quantity.clone()),
            _ => None,
        }
    }

    /// The weight of a key.
    #[must_use]
    pub fn weight(&self, key: &str) -> Option<&Weight> {
        match &self.get(key)?.value {
            Value::Weight(weight) => Some(weight),
            _ => None,
        }
    }

    /// The length of time of a key.
    #[must_use]
    pub fn duration(&self, key: &str) -> Option<Duration> {
        match self.get(key)?.value {
            Value::Duration(duration) => Some(duration),
            _ => None,
        }
    }

    /// The chosen word of a key.
    #[must_use]
    pub fn choice(&self, key: &str) -> Option<&'static str> {
        match self.get(key)?.value {
            Value::Choice(word) => Some(word),
            _ => None,
        }
    }

    /// The id that a key refers to.
    #[must_use]
    pub fn reference(&self, key: &str) -> Option<Arc<str>> {
        match &self.get(key)?.value {
            Value::Reference(id) => Some(id.clone()),
            _ => None,
        }
    }

    /// The term of a key.
    #[must_use]
    pub fn term(&self, key: &str) -> Option<Arc<str>> {
        match &self.get(key)?.value {
            Value::Term(id) => Some(id.clone()),
            _ => None,
        }
    }

    /// The keys below a key.
    #[must_use]
    pub fn record(&self, key: &str) -> Option<&Self> {
        match &self.get(key)?.value {
            Value::Record(record) => Some(record),
            _ => None,
        }
    }

    /// The values of a list; none where the key is absent.
    pub fn list(&self, key: &str) -> impl Iterator<Item = &Spanned<Value>> {
        let items = match self.get(key).map(|value| &value.value) {
            Some(Value::List(items)) => items.as_slice(),
            _ => &[],
        };
        items.iter()
    }

    /// The words of a list.
    pub fn texts(&self, key: &str) -> impl Iterator<Item = Arc<str>> {
        self.list(key).filter_map(|item| match &item.value {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        })
    }

    /// The ids that a list refers to, or the terms that it holds.
    pub fn ids(&self, key: &str) -> impl Iterator<Item = Arc<str>> {
        self.list(key).filter_map(|item| match &item.value {
            Value::Reference(id) | Value::Term(id) => Some(id.clone()),
            _ => None,
        })
    }

    /// The values of a list that have keys of their own.
    pub fn records(&self, key: &str) -> impl Iterator<Item = (&Self, Span)> {
        self.list(key).filter_map(|item| match &item.value {
            Value::Record(record) => Some((record, item.span)),
            _ => None,
        })
    }
}
