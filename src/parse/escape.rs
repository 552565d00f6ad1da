//! Escapes of a YAML text between double quotes that stand for a character that nobody sees: in
//! `"C:\Pôles\a"` two letters are lost, and nothing shows it.

use std::ops::Range;

use super::characters::{is_invisible, joins_emoji};

/// An escape and what it stands for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Escape {
    /// Where it stands in the text as written.
    pub range: Range<usize>,
    /// The character that nobody sees.
    pub character: char,
}

/// The escapes that stand for what nobody sees, in a value as it is written.
pub(super) fn unseen(written: &str) -> Vec<Escape> {
    let mut escapes = Vec::new();
    if !written.starts_with('"') || memchr::memchr(b'\\', written.as_bytes()).is_none() {
        return escapes;
    }
    let mut before = None;
    let mut at = 0;
    while let Some(rest) = written.get(at..)
        && let Some(sign) = rest.chars().next()
    {
        let (length, character) = if sign == '\\' { meaning(rest) } else { (sign.len_utf8(), sign) };
        let is_unseen = sign == '\\' && (is_invisible(character) || character == '\r');
        if is_unseen && !joins_emoji(before, character) {
            escapes.push(Escape { range: at..at + length, character });
        }
        before = Some(character);
        at += length;
    }
    escapes
}

/// How long the escape is that a text begins with, and its character; what can be seen stands for itself.
fn meaning(text: &str) -> (usize, char) {
    let Some(sign) = text.chars().nth(1) else { return (1, '\\') };
    let digits = match sign {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => return (1 + sign.len_utf8(), short(sign, text)),
    };
    let code = text.get(2..2 + digits).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    match code.and_then(char::from_u32) {
        Some(character) => (2 + digits, character),
        None => (2, sign),
    }
}

fn short(sign: char, text: &str) -> char {
    match sign {
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        'v' => '\u{B}',
        'f' => '\u{C}',
        'e' => '\u{1B}',
        'N' => '\u{85}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        // Before `\n` it is a part of the line break.
        'r' if !text.starts_with(r"\r\n") => '\r',
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(written: &str) -> Vec<(&str, char)> {
        unseen(written).into_iter().map(|escape| (&written[escape.range], escape.character)).collect()
    }

    #[test]
    fn escapes_of_what_nobody_sees_have_their_place() {
        assert_eq!(found(r#""C:\Pôles\a""#), [(r"\P", '\u{2029}'), (r"\a", '\u{7}')]);
        assert_eq!(found(r#""\x07é\u200B\U0000FEFF\r""#).len(), 4);
        assert_eq!(found(r#""\\a \\\b""#), [(r"\b", '\u{8}')]);
    }

    #[test]
    fn other_escapes_are_silent() {
        for written in [
            r#""un \"mot\" \\a, \n\t\r\n\_\/\xE9\u202F""#,
            r"'C:\Pôles\a'",
            r"C:\Pôles\a",
            r#""\U0001F469\u200D\U0001F52C""#,
            r#""\ud83d\ude00 \"#,
        ] {
            assert_eq!(found(written), [], "{written}");
        }
    }
}
