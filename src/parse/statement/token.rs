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
    let mut bytes = text.as_bytes().to_vec();
    bytes.make_ascii_lowercase();
    let mut before = 0;
    for byte in &mut bytes {
        // From À to Þ, the sign × left aside.
        if before == 0xC3 && (0x80..=0x9E).contains(byte) && *byte != 0x97 {
            *byte += 0x20;
        }
        before = *byte;
    }
    String::from_utf8(bytes).unwrap_or_default()
}
