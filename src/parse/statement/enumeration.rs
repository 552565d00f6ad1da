//! What a colon enumerates in its own sentence: « A, B et C ».

use std::ops::Range;

use super::sentence::Sentence;
use super::token::{Sign, Token};

/// Words that show that the text after a colon tells, chooses or leaves out.
const UNSURE: [&str; 33] = [
    "notamment",
    "dont",
    "entre",
    "etc",
    "exemple",
    "comme",
    "ainsi",
    "puis",
    "mais",
    "car",
    "qui",
    "que",
    "qu",
    "où",
    "or",
    "soit",
    "ni",
    "ou",
    "non",
    "pas",
    "ne",
    "enfin",
    "autres",
    "autre",
    "chacun",
    "chacune",
    "plus",
    "moins",
    "avec",
    "ils",
    "elles",
    "il",
    "elle",
];

/// How many things are enumerated, at least and at most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enumeration {
    pub least: u16,
    pub most: u16,
    /// The tokens after the last comma, where they are names on both sides of « et »: one name or two.
    pub last_names: Option<Range<usize>>,
    /// Where it ends.
    pub end: usize,
}

/// How an item begins: items of one enumeration begin alike.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    Name,
    Article,
    Pronoun,
    Preposition,
    Infinitive,
    Word,
}

/// The enumeration from a token on to the end of the sentence; `None` where it is no plain one.
pub fn read(sentence: Sentence<'_>, from: usize) -> Option<Enumeration> {
    let end = (from..sentence.len()).find(|at| is_end(sentence, *at)).unwrap_or(sentence.len());
    if (from..end).any(|at| makes_unsure(sentence, at)) {
        return None;
    }
    if (from..end).any(|at| sentence.is_mark(at, ';')) {
        return by_semicolons(sentence, from, end);
    }
    let items = parted(from..end, |at| is_free_mark(sentence, at, ','));
    let starts: Option<Vec<Start>> =
        items.iter().map(|item| start(sentence, after_and(sentence, item))).collect();
    let starts = starts?;
    let first = *starts.first()?;
    let is_long = |item: &Range<usize>| item.len() > 12 || (first == Start::Word && item.len() > 3);
    if starts.iter().any(|other| *other != first) || items.iter().any(is_long) {
        return None;
    }
    let least = u16::try_from(items.len()).ok()?;
    let ands = items.iter().map(|item| ands(sentence, after_and(sentence, item)..item.end).len());
    let most = least + u16::try_from(ands.sum::<usize>()).ok()?;
    let last_names =
        items.last().filter(|item| first == Start::Name && most == least + 1 && has_names(sentence, item));
    (most > 1).then(|| Enumeration { least, most, last_names: last_names.cloned(), end })
}

fn is_end(sentence: Sentence<'_>, at: usize) -> bool {
    matches!(sentence.tokens.get(at).map(|token| token.sign), Some(Sign::Mark('.' | '!' | '?')))
}

fn makes_unsure(sentence: Sentence<'_>, at: usize) -> bool {
    let Some(token) = sentence.tokens.get(at) else { return false };
    match token.sign {
        Sign::Number(_) => !token.is_linked,
        Sign::Mark(mark) => {
            !matches!(mark, ',' | ';' | '*') && !token.is_linked && (mark != '-' || token.is_apart)
        }
        Sign::Word => {
            let word = sentence.word(at);
            !token.is_linked && (UNSURE.contains(&word) || super::count::number_word(word).is_some())
        }
        Sign::Opaque => false,
    }
}

fn by_semicolons(sentence: Sentence<'_>, from: usize, end: usize) -> Option<Enumeration> {
    let items = parted(from..end, |at| sentence.is_mark(at, ';'));
    let count = u16::try_from(items.iter().filter(|item| !item.is_empty()).count()).ok()?;
    Some(Enumeration { least: count, most: count, last_names: None, end })
}

fn parted(range: Range<usize>, is_joint: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut items = Vec::new();
    let mut start = range.start;
    for at in range.clone().filter(|at| is_joint(*at)) {
        items.push(start..at);
        start = at + 1;
    }
    items.push(start..range.end);
    items
}

fn is_free_mark(sentence: Sentence<'_>, at: usize, mark: char) -> bool {
    sentence.is_mark(at, mark) && !is_linked(sentence, at)
}

fn is_linked(sentence: Sentence<'_>, at: usize) -> bool {
    sentence.tokens.get(at).is_some_and(|token| token.is_linked)
}

/// « , et C »: the item is C.
fn after_and(sentence: Sentence<'_>, item: &Range<usize>) -> usize {
    item.start + usize::from(sentence.word(item.start) == "et")
}

/// The « et » of an item that may part it in two.
fn ands(sentence: Sentence<'_>, item: Range<usize>) -> Vec<usize> {
    item.into_iter().filter(|at| sentence.word(*at) == "et" && !is_linked(sentence, *at)).collect()
}

/// Whether an item is two names with « et » between them, or one name that has it.
fn has_names(sentence: Sentence<'_>, item: &Range<usize>) -> bool {
    let ands = ands(sentence, after_and(sentence, item)..item.end);
    matches!(ands.as_slice(), [and] if start(sentence, and + 1) == Some(Start::Name))
}

fn start(sentence: Sentence<'_>, at: usize) -> Option<Start> {
    let token: &Token = sentence.tokens.get(at)?;
    if token.is_capital || token.is_linked || token.sign == Sign::Opaque {
        return Some(Start::Name);
    }
    Some(match sentence.word(at) {
        "" => return None,
        "le" | "la" | "les" | "l" | "un" | "une" | "des" | "du" => Start::Article,
        "celui" | "celle" | "ceux" | "celles" => Start::Pronoun,
        "à" | "au" | "aux" | "en" | "dans" | "pour" | "par" | "sur" | "de" | "d" => Start::Preposition,
        word if word.len() > 3 && ["er", "ir", "re"].iter().any(|end| word.ends_with(end)) => {
            Start::Infinitive
        }
        _ => Start::Word,
    })
}
