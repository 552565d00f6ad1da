//! The mark of an original's words, by which a translation knows them again.
//!
//! A translation keeps the mark of the words that it was made from: once they change, the marks
//! differ. Facts do not count, nor do line breaks: neither is translated.

use super::record::{Record, Value};
use super::{Document, shape_of};
use crate::schema::{Field, Shape, Translation};

/// How many letters a mark has: the chance that a change goes unseen is one in four billion.
const LENGTH: usize = 8;

impl Document {
    /// The mark of the words that a translation would hold.
    #[must_use]
    pub fn mark(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        add_record(&self.record, shape_of(self.kind, &self.id), &mut hasher);
        if let Some(body) = &self.body {
            add_words("", &body.text.read(), &mut hasher);
        }
        letters(hasher.finalize().as_bytes())
    }
}

fn add_record(record: &Record, shape: &'static Shape, hasher: &mut blake3::Hasher) {
    for field in shape.fields() {
        if let Some(value) = record.get(field.key) {
            add_value(&value.value, field, hasher);
        }
    }
}

fn add_value(value: &Value, field: &'static Field, hasher: &mut blake3::Hasher) {
    let is_words = field.translation == Translation::Words;
    match value {
        Value::Record(record) => {
            if let Some(shape) = field.value.table() {
                add_record(record, shape, hasher);
            }
        }
        Value::List(values) => values.iter().for_each(|item| add_value(&item.value, field, hasher)),
        Value::Text(text) if is_words => add_words(field.key, text, hasher),
        Value::Markdown(body) if is_words => add_words(field.key, &body.text.read(), hasher),
        _ => {}
    }
}

/// Words without the way they are laid out in lines.
fn add_words(key: &str, text: &str, hasher: &mut blake3::Hasher) {
    hasher.update(key.as_bytes());
    hasher.update(b" ");
    for word in text.split_whitespace() {
        hasher.update(word.as_bytes());
        hasher.update(b" ");
    }
    hasher.update(b"\0");
}

/// Letters alone, which no reader of YAML takes for a number.
fn letters(hash: &[u8]) -> String {
    let halves = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves.take(LENGTH).map(|half| char::from(b'a' + half)).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::parse::parse;
    use crate::schema::Kind;
    use crate::source::{FilePath, Source};

    fn mark(text: &str) -> String {
        let source = Source::decode(FilePath::new("content/poles/tes.yaml"), text.into());
        parse(&source, Kind::Pole, Arc::from("tes"), None).mark()
    }

    #[test]
    fn words_make_the_mark_and_facts_do_not() {
        let first = mark("name: TES\nsummary: Un pôle\n  normand.\nregions: [normandie]\n");
        assert_eq!(first, mark("name: TES\nsummary: Un pôle normand.\nregions: [bretagne]\nslug: le-tes\n"));
        assert_ne!(first, mark("name: TES\nsummary: Un pôle breton.\nregions: [normandie]\n"));
        assert_ne!(
            mark("name: T\nroadmap: {title: Feuille, axes: [un, deux]}\n"),
            mark("name: T\nroadmap: {title: Feuille, axes: [un, trois]}\n")
        );
    }
}
