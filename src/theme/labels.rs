//! The words that a theme shows by itself, one file a language.

use std::collections::BTreeMap;

use super::{THEMES, Theme, ThemeFault, ThemeFaultKind};
use crate::language::Language;
use crate::source::{FilePath, Source, Span};

/// The labels of one language: tables of texts, by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// The file they were read from; empty for none.
    file: String,
    texts: BTreeMap<String, String>,
    /// Where its tables begin, by name.
    tables: BTreeMap<String, Span>,
}

impl Labels {
    /// Reads the labels of a file: texts in tables of any depth.
    ///
    /// # Errors
    /// A file that is not TOML.
    pub fn read(source: &Source) -> Result<Self, toml::de::Error> {
        let table: toml::Table = toml::from_str(&source.text)?;
        let mut texts = BTreeMap::new();
        flatten("", &table, &mut texts);
        let tables = table_headers(&source.text).collect();
        Ok(Self { file: source.path.as_str().to_owned(), texts, tables })
    }

    /// Where a label is to be added: at its table, or at the top, above all tables.
    fn place_for(&self, key: &str) -> Span {
        let table = key.rsplit_once('.').and_then(|(table, _)| self.tables.get(table));
        table.copied().unwrap_or_default()
    }

    /// The text of a key, its tables parted by dots; empty where it is missing, which
    /// `missing-label` has told.
    #[must_use]
    pub fn get(&self, key: &str) -> &str {
        self.texts.get(key).map_or("", String::as_str)
    }

    /// The text of a key for a count: `key.one` or `key.other`, with the count in place of
    /// `{count}`. French counts zero as one, other languages do not.
    #[must_use]
    pub fn count(&self, key: &str, count: usize, language: &Language) -> String {
        let is_one = if language.is_french() { count < 2 } else { count == 1 };
        let form = if is_one { "one" } else { "other" };
        let number = crate::quantity::count_words(count, language);
        self.get(&format!("{key}.{form}")).replace("{count}", &number)
    }

    /// Every key with its text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(key, text)| (key.as_str(), text.as_str()))
    }
}

/// The names of tables, each with the place of its header: `[news]`.
fn table_headers(text: &str) -> impl Iterator<Item = (String, Span)> {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        let name = line.strip_prefix('[')?.split_once(']')?.0;
        Some((name.trim().to_owned(), Span::new(start, start + name.len() + "[]".len())))
    })
}

fn flatten(prefix: &str, table: &toml::Table, texts: &mut BTreeMap<String, String>) {
    for (key, value) in table {
        let key = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
        match value {
            toml::Value::Table(table) => flatten(&key, table, texts),
            toml::Value::String(text) => {
                texts.insert(key, text.clone());
            }
            other => {
                texts.insert(key, other.to_string());
            }
        }
    }
}

/// Each language of the site must have every label that one of them has.
pub(super) fn check_complete(theme: &mut Theme, name: &str, languages: &[Language]) {
    let mut faults = Vec::new();
    for language in languages {
        let tag = language.tag();
        // What cannot be read is told by itself: its labels may all be there.
        if theme.unreadable_labels.contains(tag) {
            continue;
        }
        let own = theme.labels.get(tag);
        let others = theme.labels.values().flat_map(|labels| labels.texts.keys());
        let mut missing: Vec<&String> =
            others.filter(|key| own.is_none_or(|own| !own.texts.contains_key(*key))).collect();
        missing.sort_unstable();
        missing.dedup();
        let file = match own {
            Some(labels) => FilePath::new(&labels.file),
            None => FilePath::new(&format!("{THEMES}/{name}/labels/{tag}.toml")),
        };
        faults.extend(missing.into_iter().map(|key| ThemeFault {
            file: file.clone(),
            span: own.map(|labels| labels.place_for(key)).unwrap_or_default(),
            kind: ThemeFaultKind::MissingLabel { key: key.clone(), language: tag.to_owned() },
        }));
    }
    theme.faults.extend(faults);
}
