//! « aujourd'hui » and its like: what was true when a text was written.

use std::ops::Range;

use super::Claim;
use super::calendar::Mention;
use super::sentence::Sentence;
use super::token::Sign;

/// Verbs of a state that is counted, before a number in letters.
const COUNTING_VERBS: [&str; 14] = [
    "compte",
    "comptent",
    "réunit",
    "réunissent",
    "rassemble",
    "rassemblent",
    "fédère",
    "fédèrent",
    "emploie",
    "emploient",
    "représente",
    "représentent",
    "regroupe",
    "regroupent",
];

/// Words before a number that is a name and not a count.
const NUMBERED: [&str; 9] = ["phase", "article", "n", "numéro", "loi", "version", "niveau", "axe", "page"];

/// The claim at a word, with its tokens; none where the sentence says what day it speaks of.
pub fn claim(
    sentence: Sentence<'_>,
    at: usize,
    mentions: &[Mention],
    has_figure: impl Fn() -> bool,
) -> Option<(Range<usize>, Claim)> {
    let tokens = match sentence.word(at) {
        "aujourd" if sentence.word(at + 1) == "hui" => at..at + 2,
        "actuellement" => at..at + 1,
        "jour" if sentence.word_before(at, 1) == "ce" && sentence.word_before(at, 2) == "à" => {
            at - 2..at + 1
        }
        "actuelle" if sentence.word_before(at, 1) == "heure" => at - 1..at + 1,
        "moment" if sentence.word_before(at, 1) == "ce" && sentence.word_before(at, 2) == "en" => {
            at - 2..at + 1
        }
        _ => return None,
    };
    // « les métiers d'aujourd'hui » speaks of no state.
    let is_complement = ["d", "et", "comme"].contains(&sentence.word_before(tokens.start, 1));
    let is_dated = mentions.iter().any(|mention| mention.month.is_some() && mention.year.is_some());
    if is_complement || is_dated {
        return None;
    }
    Some((tokens, Claim::Now { has_figure: has_figure() }))
}

/// Whether a sentence gives a number that is no date and no name.
pub fn has_figure(sentence: Sentence<'_>, mentions: &[Mention]) -> bool {
    (0..sentence.len()).any(|at| {
        let is_in_date = mentions.iter().any(|mention| mention.tokens.contains(&at));
        let is_numbered = NUMBERED.contains(&sentence.word_before(at, 1))
            || (at > 0 && sentence.tokens.get(at - 1).is_some_and(|token| token.sign == Sign::Mark('°')));
        let is_year = sentence.year(at).is_some();
        let is_digits = sentence.number(at).is_some() || starts_with_digit(sentence.word(at));
        let is_worded = super::count::number_word(sentence.word(at)).is_some()
            && COUNTING_VERBS.iter().any(|verb| (1..=4).any(|back| sentence.word_before(at, back) == *verb));
        (is_digits && !is_in_date && !is_numbered && !is_year) || is_worded
    })
}

/// « 1,5 » is a word of digits; « 3e » and « 5G » are names.
fn starts_with_digit(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
        && word.ends_with(|last: char| last.is_ascii_digit())
}
