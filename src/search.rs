//! The index by which a script searches the site, in files of a few kilobytes.
//!
//! A visitor's browser fetches the files that the letters typed lead to, and no other. Words are
//! brought to their stems here, so that no stemmer is sent. This module must not know what is
//! searched, nor where its files are served.
//!
//! # The files
//! All are JSON, each item on its own line. Entries are numbered from 0, the first to be shown among
//! equals first.
//! - `index.json`: the letters with which each file of words begins, the first one's empty.
//! - `words-N.json`: rows in the order of their words; no word stands before its file's letters, nor
//!   at or behind the next file's. A row is `[" word words ", step, step…]`: words of one stem, a blank
//!   on both sides of each, then the places where any of them is. A place is twice the number of the
//!   entry for a title, and one more for its text; what is written is what each adds to the one before.
//!   A row without places, `[" des "]`, is of a word that says nothing: a query does without it.
//! - `titles-N.json`: [`TITLES_IN_A_FILE`] entries, each `[address, title, what it is]` in HTML: the
//!   signs that HTML reads are escaped.
//!
//! A title is worth more than a text, a whole word more than one that only begins like the query's.
//! A word that finds nothing is tried without its last `s`: an index has only the forms that it read.
//!
//! Words are [folded](fold): small letters without accents. A Roman numeral is a number too, and a
//! small number a Roman numeral.

mod posting;
mod shard;
mod word;

use crate::language::Language;
use crate::typography::escape;
use posting::Places;
use word::Reader;
pub use word::fold;

/// How many entries a file of titles holds.
pub const TITLES_IN_A_FILE: usize = 16;

/// For how many entries there is a file of words.
const ENTRIES_FOR_A_FILE: usize = 12;

/// How many files of words there are for so many entries, whatever they say: an edit of words
/// makes no other addresses.
#[must_use]
pub fn files_of_words(entries: usize) -> usize {
    entries.div_ceil(ENTRIES_FOR_A_FILE).max(1)
}

/// How many files of titles there are for so many entries.
#[must_use]
pub fn files_of_titles(entries: usize) -> usize {
    entries.div_ceil(TITLES_IN_A_FILE).max(1)
}

/// What can be found.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Its title or names.
    pub titles: Vec<String>,
    /// What else it says.
    pub text: String,
    /// Its address.
    pub href: String,
    /// The title that is shown.
    pub shown: String,
    /// What it is, in words.
    pub kind: String,
}

/// The files of a language.
#[derive(Debug)]
pub struct Index {
    /// `index.json`
    pub root: String,
    /// `words-N.json`
    pub words: Vec<String>,
    /// `titles-N.json`
    pub titles: Vec<String>,
}

impl Index {
    /// The index of entries whose words are in `language`.
    #[must_use]
    pub fn new(entries: &[Entry], language: &Language) -> Self {
        let mut reader = Reader::new(language);
        let mut places = Places::default();
        for (number, entry) in (0..).zip(entries) {
            for title in &entry.titles {
                places.add(number * 2, reader.words(title));
            }
            places.add(number * 2 + 1, reader.words(&entry.text));
        }
        let shards = shard::shards(places.lines(reader), files_of_words(entries.len()));
        let (starts, words): (Vec<Option<String>>, Vec<Vec<String>>) = shards.into_iter().unzip();
        let starts: Vec<String> = starts.iter().flatten().map(json).collect();
        Self {
            root: list(&starts),
            words: words.iter().map(|rows| list(rows)).collect(),
            titles: titles(entries),
        }
    }
}

fn titles(entries: &[Entry]) -> Vec<String> {
    let line = |Entry { href, shown, kind, .. }: &Entry| json(&[href, shown, kind].map(|it| escape(it)));
    let mut chunks = entries.chunks(TITLES_IN_A_FILE);
    let files = (0..files_of_titles(entries.len())).map(|_| chunks.next().unwrap_or_default());
    files.map(|entries| list(&entries.iter().map(line).collect::<Vec<_>>())).collect()
}

/// Items of JSON as a list, each on its own line.
fn list(items: &[String]) -> String {
    format!("[{}]\n", items.join(",\n"))
}

/// Text and numbers as JSON, which can hold them all.
fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
