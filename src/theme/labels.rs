//! The words that a theme shows by itself, one file a language.

use std::collections::{BTreeMap, BTreeSet};

use super::{THEMES, Theme, ThemeFault, ThemeFaultKind};
use crate::language::Language;
use crate::source::{FilePath, Source, Span};

/// The labels of one language: tables of texts, by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    texts: BTreeMap<String, String>,
}

/// One file of labels: those of a theme in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LabelFile {
    path: FilePath,
    labels: Labels,
    /// Where its tables begin, by name.
    tables: BTreeMap<String, Span>,
}

impl LabelFile {
    /// Reads the labels of a file: texts in tables of any depth.
    pub(super) fn read(source: &Source) -> Result<Self, toml::de::Error> {
        let table: toml::Table = toml::from_str(&source.text)?;
        let mut labels = Labels::default();
        flatten("", &table, &mut labels.texts);
        let tables = table_headers(&source.text).collect();
        Ok(Self { path: source.path.clone(), labels, tables })
    }

    /// Where a label is to be added: at its table, or at the top, above all tables.
    fn place_for(&self, key: &str) -> Span {
        let table = key.rsplit_once('.').and_then(|(table, _)| self.tables.get(table));
        table.copied().unwrap_or_default()
    }

    /// Whether the file is one of a theme.
    fn is_of(&self, theme: &str) -> bool {
        self.path.as_str().starts_with(&format!("{THEMES}/{theme}/"))
    }
}

impl Labels {
    /// Lays the labels of a file over these: a theme has those of its base but for its own.
    pub(super) fn lay_over(&mut self, file: &LabelFile) {
        self.texts.extend(file.labels.texts.clone());
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

/// Each language of the site must have every label that one of them has. A label that is missing is
/// told in the theme `name`, unless its base has it in one language and lacks it in another itself.
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
        let missing: BTreeSet<&String> =
            others.filter(|key| own.is_none_or(|own| !own.texts.contains_key(*key))).collect();
        let files = theme.label_files.get(tag).map(Vec::as_slice).unwrap_or_default();
        faults.extend(missing.into_iter().map(|key| {
            let half_told = files.iter().rev().find(|file| theme.is_half_told(file, key));
            let file = half_told.or_else(|| files.last().filter(|file| file.is_of(name)));
            let own_file = || FilePath::new(&format!("{THEMES}/{name}/labels/{tag}.toml"));
            ThemeFault {
                file: file.map_or_else(own_file, |file| file.path.clone()),
                span: file.map(|file| file.place_for(key)).unwrap_or_default(),
                kind: ThemeFaultKind::MissingLabel { key: key.clone(), language: tag.to_owned() },
            }
        }));
    }
    theme.faults.extend(faults);
}

impl Theme {
    /// Whether a file of labels lacks one that a file beside it has.
    fn is_half_told(&self, file: &LabelFile, key: &str) -> bool {
        let folder = file.path.folder();
        let beside = self.label_files.values().flatten().filter(|other| other.path.folder() == folder);
        beside.into_iter().any(|other| other.labels.texts.contains_key(key))
    }
}
