//! Rows shared out among files of about one size.

use super::posting::Line;

/// So many files, each with the letters that it begins with; those that would be empty have none,
/// and stand at the end.
pub(super) fn shards(lines: Vec<Line>, count: usize) -> Vec<(Option<String>, Vec<String>)> {
    let total: usize = lines.iter().map(|line| line.text.len()).sum();
    let mut shards: Vec<(Option<String>, Vec<String>)> = vec![(Some(String::new()), Vec::new())];
    let (mut written, mut last) = (0, String::new());
    for line in lines {
        let is_full = written * count >= total * shards.len() && shards.len() < count;
        if is_full && last < line.first {
            shards.push((Some(start(&last, &line.first)), Vec::new()));
        }
        written += line.text.len();
        if let Some((_, rows)) = shards.last_mut() {
            rows.push(line.text);
        }
        // A row may hold words that stand behind the first of the next rows.
        last = last.max(line.last);
    }
    shards.resize(count, (None, Vec::new()));
    shards
}

/// The fewest letters of a word that stand behind another.
fn start(before: &str, word: &str) -> String {
    let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let start = ends.filter_map(|end| word.get(..end)).find(|start| *start > before);
    start.unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(first: &str, last: &str) -> Line {
        Line { first: first.to_owned(), last: last.to_owned(), text: first.to_owned() }
    }

    #[test]
    fn a_file_begins_behind_every_word_of_the_one_before() {
        let lines = vec![line("aa", "aa"), line("ab", "adz"), line("ac", "ac"), line("ae", "ae")];
        let shards = shards(lines, 4);
        let expected = [(Some(""), "aa"), (Some("ab"), "ab ac"), (Some("ae"), "ae"), (None, "")];
        let expected = expected.map(|(start, rows)| (start.map(str::to_owned), rows.to_owned()));
        let shards: Vec<_> = shards.into_iter().map(|(start, rows)| (start, rows.join(" "))).collect();
        assert_eq!(shards, expected);
    }
}
