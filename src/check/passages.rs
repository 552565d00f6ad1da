//! A text in Markdown cut as a person reads it: passages under their headings, and their sentences.
//! For rules that judge what is said together; it must not know what is looked for.

use std::ops::Range;

/// Words that a full stop follows within a sentence.
const ABBREVIATIONS: [&str; 10] = ["MM", "Mme", "Dr", "Pr", "St", "Ste", "art", "cf", "env", "av"];

/// Sentences that follow each other: a paragraph, or a list with the words that lead to it.
pub(super) struct Passage<'a> {
    /// The nearest heading above; empty at the start of a text.
    pub heading: &'a str,
    /// Where its sentences stand in the text, in order; a list or a table is one.
    pub sentences: Vec<Range<usize>>,
}

/// The passages of a text.
pub(super) fn passages(text: &str) -> Vec<Passage<'_>> {
    let (mut passages, mut heading, mut open) = (Vec::new(), "", None::<Range<usize>>);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let (start, words) = (at, line.trim());
        at += line.len();
        if words.starts_with('#') {
            passages.extend(open.take().map(|range| passage(text, heading, range)));
            heading = words;
        } else if words.is_empty() {
            // A colon leads to what stands below it.
            let leads_on = |range: &Range<usize>| written(text, range).trim_end().ends_with(':');
            if let Some(range) = open.take_if(|range| !leads_on(range)) {
                passages.push(passage(text, heading, range));
            }
        } else {
            open = Some(open.map_or(start, |range| range.start)..at);
        }
    }
    passages.extend(open.map(|range| passage(text, heading, range)));
    passages
}

fn passage<'a>(text: &str, heading: &'a str, range: Range<usize>) -> Passage<'a> {
    let is_list = written(text, &range).lines().any(begins_item);
    let sentences = if is_list { vec![range] } else { sentences(text, range) };
    Passage { heading, sentences }
}

/// The words of a range.
pub(super) fn written<'a>(text: &'a str, range: &Range<usize>) -> &'a str {
    text.get(range.clone()).unwrap_or("")
}

/// Whether a line is one of a list or of a table.
fn begins_item(line: &str) -> bool {
    let line = line.trim_start();
    let after_number = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let is_numbered = after_number.len() < line.len() && after_number.starts_with(['.', ')']);
    is_numbered || ["- ", "* ", "+ ", "|"].iter().any(|mark| line.starts_with(mark))
}

fn sentences(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let (mut sentences, mut start) = (Vec::new(), range.start);
    for (at, mark) in written(text, &range).match_indices(['.', '!', '?', '…']) {
        let end = range.start + at + mark.len();
        if ends_sentence(written(text, &(start..end)), written(text, &(end..range.end))) {
            sentences.push(start..end);
            start = end;
        }
    }
    if !written(text, &(start..range.end)).trim().is_empty() {
        sentences.push(start..range.end);
    }
    sentences
}

/// A mark ends a sentence before white space and a capital, save after an abbreviation: a sentence too
/// long is better than one cut.
fn ends_sentence(before: &str, after: &str) -> bool {
    let is_apart = after.starts_with(char::is_whitespace);
    let goes_on = after.trim_start().starts_with(char::is_lowercase);
    is_apart && !goes_on && !ends_with_abbreviation(before)
}

/// « M. », « J. », « art. »; not « TES. », nor « 2019. ».
fn ends_with_abbreviation(before: &str) -> bool {
    let Some(before) = before.strip_suffix('.') else { return false };
    let word = before.rsplit(|sign: char| !sign.is_alphanumeric()).next().unwrap_or("");
    let is_initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    is_initial || ABBREVIATIONS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::{passages, written};

    /// The sentences of each passage, below its heading.
    fn cut(text: &str) -> Vec<(&str, Vec<&str>)> {
        let words = |range: &std::ops::Range<usize>| written(text, range).trim();
        let cut = passages(text);
        cut.iter().map(|it| (it.heading, it.sentences.iter().map(words).collect())).collect()
    }

    #[test]
    fn paragraphs_and_sentences_are_told_apart() {
        let text = "Un. Deux, M. Dupont !\n\n## Trois\n\nQuatre à TES. Cinq\nsix… et sept.\n";
        let first = vec!["Un.", "Deux, M. Dupont !"];
        assert_eq!(cut(text), [("", first), ("## Trois", vec!["Quatre à TES.", "Cinq\nsix… et sept."])]);
    }

    #[test]
    fn a_list_is_read_with_what_leads_to_it() {
        let text = "Ils viendront :\n\n- un. Oui.\n- deux.\n\nTrois pas. Quatre mois.";
        let cut = cut(text);
        assert_eq!(cut[0].1, ["Ils viendront :\n\n- un. Oui.\n- deux."]);
        assert_eq!(cut[1].1, ["Trois pas.", "Quatre mois."]);
    }
}
