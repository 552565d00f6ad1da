//! Which entries hold a word: the rows of the files of words.

use std::collections::{BTreeMap, BTreeSet};

use super::word::{Reader, Word};

/// How many letters the words of a row share at least, where they have as many: a row is found by
/// the letters of any of its words.
const SHARED: usize = 3;

/// Where each word is, by its number: twice the number of an entry for its titles, and one more for
/// its text. Places come in their order.
#[derive(Default)]
pub(super) struct Places(Vec<Vec<u32>>);

/// Words of one stem and the same first letters.
#[derive(Default)]
struct Row {
    forms: BTreeSet<String>,
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

impl Places {
    /// Adds words at a place, which is not before those added already.
    pub(super) fn add(&mut self, place: u32, words: Vec<usize>) {
        for word in words {
            if self.0.len() <= word {
                self.0.resize_with(word + 1, Vec::new);
            }
            // A title is worth more than its text.
            let own = self.0.get_mut(word).filter(|own| own.last().is_none_or(|last| last / 2 != place / 2));
            if let Some(own) = own {
                own.push(place);
            }
        }
    }

    /// Every row as it is written, in the order of the words.
    pub(super) fn lines(self, reader: Reader) -> Vec<Line> {
        let (words, empty) = reader.into_words();
        let mut rows: BTreeMap<(String, String), Row> = BTreeMap::new();
        for (Word { stem, form }, places) in words.into_iter().zip(self.0) {
            let row = rows.entry((stem, form.chars().take(SHARED).collect())).or_default();
            row.places.extend(places);
            row.forms.insert(form);
        }
        let written: BTreeSet<&str> =
            rows.values().flat_map(|row| row.forms.iter().map(String::as_str)).collect();
        let empty: Vec<&str> = empty.into_iter().filter(|word| !written.contains(word)).collect();
        let mut lines: Vec<Line> = rows.into_values().filter_map(Row::line).collect();
        lines.extend(empty.iter().map(|word| Line {
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
    fn line(mut self) -> Option<Line> {
        self.places.sort_unstable();
        self.places.dedup_by_key(|place| *place / 2);
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
