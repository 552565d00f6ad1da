//! Characters that look like others, or like nothing: they break searches, addresses and voices.

use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memmem::Finder;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::fault::{Fault, FaultKind};
use crate::source::Span;

/// What tools leave behind when a text is pasted from them.
const DEBRIS: [&str; 6] = [
    "I am text block",
    "Lorem ipsum",
    "lorem ipsum",
    "{{ampUrl}}",
    "Click edit button to change this text",
    "Cliquez sur le bouton d'édition pour modifier ce texte",
];

/// What finds them, made once.
static DEBRIS_FINDERS: LazyLock<[Finder<'static>; DEBRIS.len()]> = LazyLock::new(|| DEBRIS.map(Finder::new));

/// How many bytes are looked at together.
const BLOCK: usize = 32;

/// Looks at every character of a file once; plain French text costs a look at each byte.
pub(super) fn scan(text: &str, faults: &mut Vec<Fault>) {
    for (debris, finder) in DEBRIS.into_iter().zip(DEBRIS_FINDERS.iter()) {
        for at in finder.find_iter(text.as_bytes()) {
            let span = Span::new(at, at + debris.len());
            faults.push(Fault { span, kind: FaultKind::PastedDebris(debris) });
        }
    }
    let mut after = 0;
    for (index, block) in text.as_bytes().chunks(BLOCK).enumerate() {
        // Without a way out in between, a block is looked at as a whole.
        if !block.iter().fold(false, |found, byte| found | may_start_a_suspect(*byte)) {
            continue;
        }
        for (at, byte) in (index * BLOCK..).zip(block) {
            if at >= after && may_start_a_suspect(*byte) {
                after = suspect(text, at, faults);
            }
        }
    }
}

/// The first bytes of control characters, soft hyphens, combining accents, general punctuation, full-width letters
/// and mathematical letters; those of French letters are not among them.
const fn may_start_a_suspect(byte: u8) -> bool {
    matches!(byte, 0..=0x08 | 0x0B | 0x0C | 0x0E..=0x1F | 0x7F | 0xC2 | 0xCC | 0xCD | 0xE2 | 0xEF | 0xF0)
}

/// Judges the character at a place, and says from where to go on.
fn suspect(text: &str, at: usize, faults: &mut Vec<Fault>) -> usize {
    let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) else { return at + 1 };
    let end = at + character.len_utf8();
    if is_invisible(character) && !(character == '\u{FEFF}' && at == 0) {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        if !joins_emoji(before, character) {
            let kind = FaultKind::InvisibleCharacter(character);
            faults.push(Fault { span: Span::new(at, end), kind });
        }
        return end;
    }
    if is_pseudo_letter(character) {
        // The accents of such letters come after them: they are a part of the word.
        let run = run_end(text, at, |character| is_pseudo_letter(character) || is_combining(character));
        let plain: String = text.get(at..run).unwrap_or("").nfkc().collect();
        faults.push(Fault { span: Span::new(at, run), kind: FaultKind::PseudoLetters(plain) });
        return run;
    }
    if is_combining(character) {
        return decomposed(text, at, end, faults);
    }
    end
}

/// A combining accent after a letter that has a character with that accent.
fn decomposed(text: &str, at: usize, end: usize, faults: &mut Vec<Fault>) -> usize {
    let before = text.get(..at).and_then(|before| before.char_indices().next_back());
    let start = before.map_or(at, |(start, _)| start);
    let end = run_end(text, end, is_combining);
    let letter = text.get(start..end).unwrap_or("");
    if !is_nfc(letter) {
        faults.push(Fault { span: Span::new(start, end), kind: FaultKind::NotNfc(letter.nfc().collect()) });
    }
    end
}

fn run_end(text: &str, at: usize, belongs: impl Fn(char) -> bool) -> usize {
    let rest = text.get(at..).unwrap_or("");
    at + rest.find(|character| !belongs(character)).unwrap_or(rest.len())
}

/// A text with each accent in its letter: names that look the same are the same, whoever typed them.
#[must_use]
pub fn composed(text: &str) -> Cow<'_, str> {
    if is_composed(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// Whether each accent of a text is in its letter. No character before the combining accents, whose first
/// byte is 0xCC, is made of others.
#[must_use]
pub fn is_composed(text: &str) -> bool {
    text.is_ascii() || text.bytes().all(|byte| byte < 0xCC) || is_nfc(text)
}

/// Where letters and digits end that go on at a place, as far as they are ASCII or small letters of French
/// with an accent: nearly all are.
#[inline]
pub(super) fn plain_run(text: &[u8], mut at: usize) -> usize {
    while let Some(byte) = text.get(at) {
        if IS_PLAIN[usize::from(*byte)] {
            at += 1;
        } else if *byte == 0xC3 && text.get(at + 1).is_some_and(|byte| IS_SMALL_AFTER_C3[usize::from(*byte)])
        {
            at += 2;
        } else {
            break;
        }
    }
    at
}

/// For each byte, whether it makes a small letter with an accent after 0xC3; « ÷ » lies among them.
static IS_SMALL_AFTER_C3: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0xA0;
    while byte <= 0xBF {
        table[byte] = byte != 0xB7;
        byte += 1;
    }
    table
};

/// For each byte, whether it is a letter or digit of ASCII.
static IS_PLAIN: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0u8;
    while byte < 0x80 {
        table[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

/// An accent that stands after its letter, as a character of its own.
#[must_use]
pub const fn is_combining(character: char) -> bool {
    matches!(character, '\u{0300}'..='\u{036F}')
}

/// A character that nobody sees: a control character, or one without a width.
#[must_use]
pub const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{8}'
            | '\u{B}'
            | '\u{C}'
            | '\u{E}'..='\u{1F}'
            | '\u{7F}'..='\u{9F}'
            | '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
    )
}

/// A zero-width joiner between two pictures is part of a picture.
pub(super) fn joins_emoji(before: Option<char>, character: char) -> bool {
    let is_picture = |before: char| before == '\u{FE0F}' || before >= '\u{1F000}';
    character == '\u{200D}' && before.is_some_and(is_picture)
}

const fn is_pseudo_letter(character: char) -> bool {
    matches!(
        character,
        '\u{1D400}'..='\u{1D7FF}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' | '\u{24B6}'..='\u{24E9}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let mut faults = Vec::new();
        scan(text, &mut faults);
        faults.iter().map(|fault| format!("{:?} {}", fault.kind, &text[fault.span.range()])).collect()
    }

    #[test]
    fn plain_french_is_silent() {
        let text = "« L’été, 1\u{202F}600\u{A0}€ — n° 3 » ; cœur, À Ÿ, 👩‍🔬 ⚡️";
        assert_eq!(found(text), Vec::<String>::new());
    }

    #[test]
    fn what_is_not_seen_is_told() {
        assert_eq!(found("a\u{200B}b").len(), 1);
        assert_eq!(found("e\u{301}te\u{301}"), ["NotNfc(\"é\") e\u{301}"; 2]);
        assert_eq!(found("𝐑𝐞́seau"), ["PseudoLetters(\"Ré\") 𝐑𝐞\u{301}"]);
        assert_eq!(found("a\u{B}b\tc\r\n\u{85}").len(), 2);
        assert_eq!(found("Lorem ipsum dolor").len(), 1);
    }
}
