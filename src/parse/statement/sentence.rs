//! One sentence, as its tokens, with the questions that are asked of it.

use std::ops::Range;

use super::token::{Sign, Token};

/// A sentence of a block.
#[derive(Clone, Copy)]
pub struct Sentence<'a> {
    pub tokens: &'a [Token],
    /// The text that the tokens lie in.
    pub text: &'a str,
    /// The same in small letters.
    pub folded: &'a str,
    /// Whether the sentences before it in the block name a year.
    pub follows_year: bool,
}

impl<'a> Sentence<'a> {
    /// How many tokens it has.
    pub const fn len(&self) -> usize {
        self.tokens.len()
    }

    /// A word in small letters; empty where there is none.
    pub fn word(&self, at: usize) -> &'a str {
        match self.tokens.get(at) {
            Some(Token { start, end, sign: Sign::Word, .. }) => {
                self.folded.get(*start as usize..*end as usize).unwrap_or("")
            }
            _ => "",
        }
    }

    /// The word so many tokens before another.
    pub fn word_before(&self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// A number.
    pub fn number(&self, at: usize) -> Option<u16> {
        match self.tokens.get(at)?.sign {
            Sign::Number(number) => Some(number),
            _ => None,
        }
    }

    /// A year of our time.
    pub fn year(&self, at: usize) -> Option<i16> {
        let number = self.number(at).filter(|number| (1900..=2100).contains(number))?;
        i16::try_from(number).ok()
    }

    /// Whether a token is a mark.
    pub fn is_mark(&self, at: usize, mark: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.sign == Sign::Mark(mark))
    }

    /// Whether one of some words stands in a range.
    pub fn has_word(&self, range: Range<usize>, words: &[&str]) -> bool {
        range.into_iter().any(|at| words.contains(&self.word(at)))
    }

    /// Whether these words stand in a row from a token on.
    pub fn reads(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(index, word)| self.word(at + index) == *word)
    }

    /// The bytes of a range of tokens.
    pub fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let tokens = self.tokens.get(range).unwrap_or(&[]);
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => first.start as usize..last.end as usize,
            _ => 0..0,
        }
    }

    /// A range of tokens as it was written.
    pub fn written(&self, range: Range<usize>) -> &'a str {
        self.text.get(self.bytes(range)).unwrap_or("")
    }

    /// A range of tokens in small letters.
    pub fn small(&self, range: Range<usize>) -> &'a str {
        self.folded.get(self.bytes(range)).unwrap_or("")
    }

    /// Whether a token ends a clause.
    pub fn ends_clause(&self, at: usize) -> bool {
        matches!(
            self.tokens.get(at).map(|token| token.sign),
            Some(Sign::Mark(';' | ':' | '(' | ')' | '.' | '!' | '?'))
        )
    }
}
