//! Words with a capital, where a name may begin. This module must not know any name.

use std::hash::{Hash as _, Hasher as _};

use rustc_hash::FxHasher;

use super::characters::{composed, is_combining, plain_run};

/// A word with a capital.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capital {
    /// Where it begins in the text.
    pub start: u32,
    /// Its [mark](word_mark): most are no name, which is known without the text.
    pub word: u32,
}

/// A number by which a word is looked for among others, whichever way its accents are written.
#[must_use]
pub fn word_mark(word: &str) -> u32 {
    let mut hasher = FxHasher::default();
    composed(word).hash(&mut hasher);
    let hash = hasher.finish();
    // Half of it is enough: what has the mark of a name is compared with the name.
    u32::try_from(hash >> 32).unwrap_or_default()
}

/// Finds those of a piece of a text that stand in no quotation; it begins at `start` of the text, within a quotation
/// or not.
pub(super) fn find(piece: &str, start: usize, in_quotes: &mut bool, mut found: impl FnMut(Capital)) {
    let mut from = 0;
    while let Some((at, sign)) = next_sign(piece, from) {
        from = at + sign.len_utf8();
        match sign {
            '«' | '“' => *in_quotes = true,
            '»' | '”' => *in_quotes = false,
            _ if !*in_quotes && sign.is_uppercase() && begins_word(piece, at) => {
                from = word_end(piece, at);
                let word = piece.get(at..from).unwrap_or("").trim_end_matches('.');
                let start = u32::try_from(start + at).unwrap_or(u32::MAX);
                found(Capital { start, word: word_mark(word) });
            }
            _ => {}
        }
    }
}

/// The next character from a place on that may be a capital or a quotation mark: most of a text is small letters.
fn next_sign(text: &str, from: usize) -> Option<(usize, char)> {
    let mut at = from;
    loop {
        let rest = text.as_bytes().get(at..)?;
        at += rest.iter().position(|byte| MAY_BE_SIGN[usize::from(*byte)])?;
        let is_small =
            text.as_bytes().get(at..at + 2).is_some_and(|pair| matches!(pair, [0xC3, 0xA0..=0xBF]));
        if !is_small {
            return Some((at, character_at(text, at)?));
        }
        at += 2;
    }
}

/// For each byte, whether a character may begin with it that is not a small letter, digit or mark of ASCII.
static MAY_BE_SIGN: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0u8;
    while byte < 0xFF {
        table[byte as usize] = byte.is_ascii_uppercase() || byte >= 0xC2;
        byte += 1;
    }
    table
};

/// Whether what begins at a place goes on from no name.
fn begins_word(text: &str, at: usize) -> bool {
    match text.as_bytes().get(..at).and_then(<[u8]>::last) {
        None => true,
        Some(byte) if byte.is_ascii() => !(byte.is_ascii_alphanumeric() || b"&.@".contains(byte)),
        Some(_) => !text.get(..at).and_then(|before| before.chars().next_back()).is_some_and(is_in_word),
    }
}

/// Where a name ends that may begin at a place; there, where none does.
fn word_end(text: &str, start: usize) -> usize {
    let mut at = start;
    loop {
        at = plain_run(text.as_bytes(), at);
        match character_at(text, at) {
            Some('&' | '.' | '@') => at += 1,
            Some(character) if !character.is_ascii() && is_in_word(character) => at += character.len_utf8(),
            _ => return at,
        }
    }
}

/// The character at a place; most are ASCII, which needs no decoding.
fn character_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at)? {
        byte if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// Whether a character beyond ASCII may stand in a name.
fn is_in_word(character: char) -> bool {
    character.is_alphanumeric() || is_combining(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_begin_words() {
        let text = "l’Île-Saint-Éloi, a.B et eB, é\u{301}A, Œuvre ÷Ça 3D, (Ÿ) x@Y ΑΒ, ÀÉ.É. Z";
        let (mut capitals, mut in_quotes) = (Vec::new(), false);
        find(text, 0, &mut in_quotes, |capital| capitals.push(capital));
        let rest = |capital: &Capital| &text[capital.start as usize..];
        let word = |rest: &'static str| rest.split([' ', ',', '-', ')']).next().unwrap_or("");
        let found: Vec<&str> = capitals.iter().map(rest).map(word).collect();
        assert_eq!(found, ["Île", "Saint", "Éloi", "Œuvre", "Ça", "Ÿ", "ΑΒ", "ÀÉ.É.", "Z"]);
        assert_eq!(capitals[7].word, word_mark("ÀÉ.É"));
    }

    #[test]
    fn a_quotation_goes_on_in_the_next_piece() {
        let (mut starts, mut in_quotes) = (Vec::new(), false);
        for (piece, start) in [("Un « Deux", 0), ("Trois » Quatre", 20)] {
            find(piece, start, &mut in_quotes, |capital| starts.push(capital.start));
        }
        assert_eq!(starts, [0, 29]);
    }
}
