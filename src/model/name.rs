//! What an entity is called, now and before.

use std::sync::Arc;

use super::citation::Citation;
use crate::date::{Date, Day};
use crate::language::Language;
use crate::parse::{Document, Record};

/// One name, and when it holds.
#[derive(Clone, Debug)]
pub struct Name {
    /// The name.
    pub full: Arc<str>,
    /// The short name.
    pub short: Option<Arc<str>>,
    /// Since when.
    pub from: Option<Date>,
    /// Until when.
    pub until: Option<Date>,
    /// Who says so.
    pub source: Option<Citation>,
}

impl Name {
    /// The short name, or the name where it has none.
    #[must_use]
    pub fn brief(&self) -> &Arc<str> {
        self.short.as_ref().unwrap_or(&self.full)
    }
}

/// The names of an entity in the order of its file; at least one.
#[derive(Clone, Debug)]
pub struct Names {
    last: Name,
    earlier: Vec<Name>,
    translated: Vec<(Language, Name)>,
}

impl Names {
    /// The names in a file and its translations; the id stands in for a name that is missing.
    #[must_use]
    pub fn read(document: &Document, translations: &[Arc<Document>]) -> Self {
        let record = &document.record;
        let mut names: Vec<Name> =
            record.records("names").map(|(name, _)| dated(name, &document.id)).collect();
        let last = names.pop().unwrap_or_else(|| undated(record, &document.id));
        let translated = translations.iter().filter_map(|translation| {
            let full = translation.record.text("name")?;
            let short = translation.record.text("short");
            let name = Name { full, short, from: None, until: None, source: None };
            Some((translation.translation.clone()?, name))
        });
        Self { translated: translated.collect(), last, earlier: names }
    }

    /// The name in force on a day: the last one that had begun.
    #[must_use]
    pub fn on(&self, day: Day) -> &Name {
        let had_begun = |name: &&Name| name.from.is_none_or(|from| from.is_by(day));
        let all = self.earlier.iter().chain([&self.last]);
        all.rev().find(had_begun).or(self.earlier.first()).unwrap_or(&self.last)
    }

    /// The name in force on a day, in a language where it has been translated.
    #[must_use]
    pub fn shown(&self, day: Day, language: &Language) -> &Name {
        let current = self.on(day);
        let translation = self.translated.iter().find(|(translated, _)| translated == language);
        match translation {
            Some((_, name)) if std::ptr::eq(current, &raw const self.last) => name,
            _ => current,
        }
    }

    /// The names before the one in force on a day, the first one first.
    pub fn before(&self, day: Day) -> impl Iterator<Item = &Name> {
        let current = self.on(day);
        self.earlier.iter().take_while(move |name| !std::ptr::eq(*name, current))
    }

    /// Every name ever held.
    pub fn all(&self) -> impl Iterator<Item = &Name> {
        self.earlier.iter().chain([&self.last])
    }
}

fn dated(record: &Record, id: &Arc<str>) -> Name {
    Name {
        from: record.date("from"),
        until: record.date("until"),
        source: Citation::read(record, "source"),
        ..undated(record, id)
    }
}

/// The `name` and `short` of a whole file: its `from` is not the name's.
fn undated(record: &Record, id: &Arc<str>) -> Name {
    let full = record.text("name").unwrap_or_else(|| id.clone());
    Name { full, short: record.text("short"), from: None, until: None, source: None }
}
