//! A text cut into tokens, quotations left out.

use std::ops::Range;

use super::token::{Sign, Token};

/// Cuts the pieces of one block, in order.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lexer {
    /// The sign that closes the quotation it stands in.
    closing: Option<char>,
    /// Whether white space was met since the last token.
    is_apart: bool,
}

impl Lexer {
    /// White space between pieces.
    pub const fn space(&mut self) {
        self.is_apart = true;
    }

    /// The next token of a piece and where to go on; `None` at its end.
    pub fn next(
        &mut self,
        text: &str,
        folded: &str,
        piece: &Range<usize>,
        is_linked: bool,
    ) -> Option<(Token, usize)> {
        let at = self.start(folded, piece)?;
        let rest = folded.get(at..piece.end)?;
        // Most of a text is plain words.
        let is_plain = rest.as_bytes().first().is_some_and(u8::is_ascii_lowercase);
        let (sign, length) = if is_plain { (Sign::Word, word_length(rest)) } else { self.sign(rest)? };
        let end = at + length;
        let is_capital = sign == Sign::Word && is_capital(text, at, rest);
        let is_apart = std::mem::replace(&mut self.is_apart, false);
        let token = Token { start: narrow(at), end: narrow(end), sign, is_linked, is_capital, is_apart };
        Some((token, end))
    }

    /// Where the next token begins, after white space, apostrophes and the rest of a quotation.
    fn start(&mut self, folded: &str, piece: &Range<usize>) -> Option<usize> {
        let mut at = piece.start;
        loop {
            let rest = folded.get(at..piece.end)?;
            if let Some(closing) = self.closing {
                at += rest.find(closing)? + closing.len_utf8();
                self.closing = None;
                self.is_apart = true;
                continue;
            }
            let first = rest.chars().next()?;
            if !(first.is_whitespace() || matches!(first, '\'' | '’')) {
                return Some(at);
            }
            self.is_apart = true;
            at += first.len_utf8();
        }
    }

    fn sign(&mut self, rest: &str) -> Option<(Sign, usize)> {
        let first = rest.chars().next()?;
        Some(match first {
            '0'..='9' => number(rest),
            '«' => self.quotation('»', first),
            '“' => self.quotation('”', first),
            '"' => self.quotation('"', first),
            '{' if rest.starts_with("{{") => (Sign::Opaque, rest.find("}}").map_or(rest.len(), |at| at + 2)),
            '-' | '–' | '—' | '‑' => (Sign::Mark('-'), first.len_utf8()),
            // A colon that nothing parts from what follows is one of an hour or an address.
            ':' if rest.chars().nth(1).is_some_and(|next| !next.is_whitespace()) => (Sign::Opaque, 1),
            _ if first.is_alphanumeric() => (Sign::Word, word_length(rest)),
            _ => (Sign::Mark(first), first.len_utf8()),
        })
    }

    fn quotation(&mut self, closing: char, opening: char) -> (Sign, usize) {
        self.closing = Some(closing);
        (Sign::Opaque, opening.len_utf8())
    }
}

/// Digits alone are a number; with a comma, a full stop, an hour or letters they are a word.
fn number(rest: &str) -> (Sign, usize) {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = rest.get(digits..).unwrap_or("");
    let mut next = after.chars();
    match (next.next(), next.next()) {
        (Some(',' | '.' | ':'), Some('0'..='9')) => {
            (Sign::Word, digits + 1 + word_length(after.get(1..).unwrap_or("")))
        }
        (Some('e'), Some('r'))
            if rest.starts_with("1er") && !after.chars().nth(2).is_some_and(char::is_alphanumeric) =>
        {
            (Sign::Number(1), digits + 2)
        }
        (Some(letter), _) if letter.is_alphanumeric() => (Sign::Word, digits + word_length(after)),
        _ => match rest.get(..digits).filter(|_| digits <= 4).and_then(|digits| digits.parse().ok()) {
            Some(number) => (Sign::Number(number), digits),
            None => (Sign::Word, digits),
        },
    }
}

/// The bytes of a word; a hyphen, a full stop, an ampersand within it are part of it.
fn word_length(rest: &str) -> usize {
    let mut length = 0;
    while let Some(byte) = rest.as_bytes().get(length) {
        if byte.is_ascii_alphanumeric() {
            length += 1;
            continue;
        }
        // Small letters of French with an accent, « ÷ » left aside.
        let second = rest.as_bytes().get(length + 1).copied().unwrap_or(0);
        if *byte == 0xC3 && second >= 0xA0 && second != 0xB7 {
            length += 2;
            continue;
        }
        let mut characters = rest.get(length..).unwrap_or("").chars();
        let Some(character) = characters.next() else { break };
        let is_joint = matches!(character, '-' | '‑' | '.' | '&' | '@' | '_')
            && characters.next().is_some_and(char::is_alphanumeric);
        let is_accent = ('\u{300}'..='\u{36F}').contains(&character);
        if !(character.is_alphanumeric() || is_joint || is_accent) {
            break;
        }
        length += character.len_utf8();
    }
    length
}

/// Whether a word begins with a capital: one that was folded, or one of other alphabets.
fn is_capital(text: &str, at: usize, folded: &str) -> bool {
    match (text.as_bytes().get(at), folded.as_bytes().first()) {
        (Some(written), Some(small)) if small.is_ascii() => written != small,
        _ => text.get(at..).and_then(|word| word.chars().next()).is_some_and(char::is_uppercase),
    }
}

fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::token::folded;
    use super::*;

    fn tokens(text: &str) -> Vec<&str> {
        let (small, mut lexer, mut from) = (folded(text), Lexer::default(), 0);
        let mut found = Vec::new();
        while let Some((token, next)) = lexer.next(text, &small, &(from..text.len()), false) {
            found.push(&text[token.start as usize..token.end as usize]);
            from = next;
        }
        found
    }

    #[test]
    fn words_numbers_and_marks_are_apart() {
        assert_eq!(
            tokens("L’an 1er, vingt-deux I&R : 1,5 25-26."),
            ["L", "an", "1er", ",", "vingt-deux", "I&R", ":", "1,5", "25", "-", "26", "."]
        );
    }

    #[test]
    fn quotations_are_one_token() {
        assert_eq!(
            tokens("Il a dit « hier » et “demain”, puis « rien"),
            ["Il", "a", "dit", "«", "et", "“", ",", "puis", "«"]
        );
    }
}
