//! The words, numbers and marks of a text.

/// One of them, with its bytes in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub start: u32,
    pub end: u32,
    pub sign: Sign,
    /// Whether it stands in the words of a link.
    pub is_linked: bool,
    /// Whether it begins with a capital.
    pub is_capital: bool,
    /// Whether white space or an apostrophe stands before it.
    pub is_apart: bool,
}

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Word,
    /// One to four digits; « 1er » is one.
    Number(u16),
    /// A mark of punctuation; dashes are `-`, glued or apart.
    Mark(char),
    /// A quotation, code, a figure that a directive gives.
    Opaque,
}

/// A text in small letters of the same bytes: ASCII and the accents of French are enough.
pub fn folded(text: &str) -> String {
    let mut folded = text.to_ascii_lowercase();
    for at in memchr::memchr_iter(0xC3, text.as_bytes()) {
        // Nearly all are small letters already.
        let is_small = text.as_bytes().get(at + 1).is_some_and(|byte| *byte >= 0xA0);
        let small = || accented_small(text.get(at..)?.chars().next()?);
        if let Some(small) = (!is_small).then(small).flatten() {
            folded.replace_range(at..at + small.len_utf8(), small.encode_utf8(&mut [0; 2]));
        }
    }
    folded
}

/// From À to Þ, the sign × left aside: the small letter has as many bytes.
fn accented_small(capital: char) -> Option<char> {
    let is_capital = ('À'..='Þ').contains(&capital) && capital != '×';
    is_capital.then(|| char::from_u32(u32::from(capital) + 0x20))?
}
