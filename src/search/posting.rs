//! Which entries hold a word: the rows of the files of words.

use std::collections::{BTreeMap, BTreeSet};

use super::word::Word;

/// How many letters the words of a row share at least, where they have as many: a row is found by
/// the letters of any of its words.
const SHARED: usize = 3;

/// The rows, by stem and first letters.
#[derive(Default)]
pub(super) struct Rows(BTreeMap<(String, String), Row>);

#[derive(Default)]
struct Row {
    forms: BTreeSet<String>,
    /// Twice the number of an entry for its titles, and one more for its text.
    places: Vec<u32>,
}

/// A row as it is written.
pub(super) struct Line {
    /// The first of its words.
    pub(super) first: String,
    /// The last of them.
    pub(super) last: String,
    /// All of it.
    pub(super) text: String,
}

impl Rows {
    /// Adds the words of an entry, whose number is greater than those before.
    pub(super) fn add(&mut self, number: u32, titles: &BTreeSet<Word>, texts: &BTreeSet<Word>) {
        let words = titles.iter().map(|word| (word, 0)).chain(texts.iter().map(|word| (word, 1)));
        for (word, offset) in words {
            let row = self.row(word);
            if row.places.last().is_none_or(|last| last / 2 != number) {
                row.places.push(number * 2 + offset);
            }
        }
    }

    fn row(&mut self, word: &Word) -> &mut Row {
        let key = (word.stem.clone(), word.form.chars().take(SHARED).collect());
        let row = self.0.entry(key).or_default();
        if !row.forms.contains(&word.form) {
            row.forms.insert(word.form.clone());
        }
        row
    }

    /// Every row as it is written, in the order of the words.
    pub(super) fn lines(self, empty_words: impl Iterator<Item = &'static str>) -> Vec<Line> {
        let rows = self.0.values();
        let written: BTreeSet<&str> = rows.flat_map(|row| row.forms.iter().map(String::as_str)).collect();
        let empty_words: Vec<&str> = empty_words.filter(|word| !written.contains(*word)).collect();
        let mut lines: Vec<Line> = self.0.into_values().filter_map(Row::line).collect();
        lines.extend(empty_words.iter().map(|word| Line {
            first: (*word).to_owned(),
            last: (*word).to_owned(),
            text: format!("[\" {word} \"]"),
        }));
        lines.sort_unstable_by(|left, right| left.text.cmp(&right.text));
        lines.sort_by(|left, right| left.first.cmp(&right.first));
        lines
    }
}

impl Row {
    fn line(self) -> Option<Line> {
        let (first, last) = (self.forms.first()?.clone(), self.forms.last()?.clone());
        let words = Vec::from_iter(self.forms).join(" ");
        // Words are letters and digits: nothing in them is escaped.
        Some(Line { first, last, text: format!("[\" {words} \"{}]", steps(&self.places)) })
    }
}

/// Places in order, each as what it adds to the one before.
fn steps(places: &[u32]) -> String {
    let mut before = 0;
    let steps = places.iter().map(|place| {
        let step = *place - before;
        before = *place;
        format!(",{step}")
    });
    steps.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_steps() {
        assert_eq!(steps(&[]), "");
        assert_eq!(steps(&[0, 3, 8]), ",0,3,5");
    }
}
