//! A text cut into tokens, quotations left out.

use super::token::{Sign, Token};
use crate::parse::characters::plain_run;

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

    /// The next token from a place on and where to go on; `None` at the end of `folded`, which is the
    /// text in small letters as far as the piece goes.
    #[inline]
    pub fn next(&mut self, text: &str, folded: &str, from: usize, is_linked: bool) -> Option<(Token, usize)> {
        let at = self.start(folded, from)?;
        // Most of a text is plain words.
        let (sign, end) = match folded.as_bytes().get(at)? {
            b'a'..=b'z' => (Sign::Word, word_end(folded, at)),
            _ => self.sign(folded, at)?,
        };
        let is_capital = sign == Sign::Word && is_capital(text, at, folded);
        let is_apart = std::mem::replace(&mut self.is_apart, false);
        let token = Token { start: narrow(at), end: narrow(end), sign, is_linked, is_capital, is_apart };
        Some((token, end))
    }

    /// Where the next token begins, after white space, apostrophes and the rest of a quotation.
    #[inline]
    fn start(&mut self, folded: &str, from: usize) -> Option<usize> {
        let mut at = from;
        loop {
            if let Some(closing) = self.closing {
                at += folded.get(at..)?.find(closing)? + closing.len_utf8();
                self.closing = None;
                self.is_apart = true;
                continue;
            }
            let skipped = match folded.as_bytes().get(at)? {
                b' ' | b'\n' | b'\'' => 1,
                byte if byte.is_ascii_alphanumeric() => return Some(at),
                _ => {
                    let first = folded.get(at..)?.chars().next()?;
                    if !(first.is_whitespace() || first == '’') {
                        return Some(at);
                    }
                    first.len_utf8()
                }
            };
            self.is_apart = true;
            at += skipped;
        }
    }

    /// What stands at a place and where it ends.
    fn sign(&mut self, folded: &str, at: usize) -> Option<(Sign, usize)> {
        let rest = folded.get(at..)?;
        let first = rest.chars().next()?;
        let (sign, length) = match first {
            '0'..='9' => number(rest),
            '«' => self.quotation('»', first),
            '“' => self.quotation('”', first),
            '"' => self.quotation('"', first),
            '{' if rest.starts_with("{{") => (Sign::Opaque, rest.find("}}").map_or(rest.len(), |at| at + 2)),
            '-' | '–' | '—' | '‑' => (Sign::Mark('-'), first.len_utf8()),
            // A colon that nothing parts from what follows is one of an hour or an address.
            ':' if rest.chars().nth(1).is_some_and(|next| !next.is_whitespace()) => (Sign::Opaque, 1),
            _ if first.is_alphanumeric() => (Sign::Word, word_end(rest, 0)),
            _ => (Sign::Mark(first), first.len_utf8()),
        };
        Some((sign, at + length))
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
            (Sign::Word, digits + 1 + word_end(after.get(1..).unwrap_or(""), 0))
        }
        (Some('e'), Some('r'))
            if rest.starts_with("1er") && !after.chars().nth(2).is_some_and(char::is_alphanumeric) =>
        {
            (Sign::Number(1), digits + 2)
        }
        (Some(letter), _) if letter.is_alphanumeric() => (Sign::Word, digits + word_end(after, 0)),
        _ => match rest.get(..digits).filter(|_| digits <= 4).and_then(|digits| digits.parse().ok()) {
            Some(number) => (Sign::Number(number), digits),
            None => (Sign::Word, digits),
        },
    }
}

/// Where a word ends that begins at a place; a hyphen, a full stop, an ampersand within it are part of it.
#[inline]
fn word_end(text: &str, start: usize) -> usize {
    let mut at = start;
    loop {
        at = plain_run(text.as_bytes(), at);
        match text.as_bytes().get(at) {
            None | Some(b' ' | b'\'' | b',' | b'\n') => return at,
            _ => match inner_length(text.get(at..).unwrap_or("")) {
                Some(inner) => at += inner,
                None => return at,
            },
        }
    }
}

/// The bytes of a character that goes on with a word; `None` for one that ends it.
fn inner_length(rest: &str) -> Option<usize> {
    let mut characters = rest.chars();
    let character = characters.next()?;
    let is_joint = matches!(character, '-' | '‑' | '.' | '&' | '@' | '_')
        && characters.next().is_some_and(char::is_alphanumeric);
    let is_accent = ('\u{300}'..='\u{36F}').contains(&character);
    (character.is_alphanumeric() || is_joint || is_accent).then(|| character.len_utf8())
}

/// Whether a word begins with a capital: one that was folded, or one of other alphabets.
fn is_capital(text: &str, at: usize, folded: &str) -> bool {
    match (text.as_bytes().get(at), folded.as_bytes().get(at)) {
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
        while let Some((token, next)) = lexer.next(text, &small, from, false) {
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
