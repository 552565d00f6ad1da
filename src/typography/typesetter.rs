//! The reader of a block: finds the characters that a rule may care about and calls the rule.

use super::edits::Edits;
use super::quotes::OpenQuotes;
use super::text::Text;

/// What a byte can start or end.
#[derive(Clone, Copy)]
enum Mark {
    /// A phrase that `!` or `?` ends.
    Exclamation,
    /// A pause, or a time, an address, a smiley.
    Colon,
    /// A pause.
    Semicolon,
    /// A straight quote.
    Quote,
    /// A straight apostrophe.
    Apostrophe,
    /// An abbreviation or an ellipsis.
    Dot,
    /// A number, its unit, its ordinal.
    Digit,
    /// A number in Roman digits.
    Roman,
    /// `«`, `»` or `°`, by the first of their two bytes.
    Latin,
}

/// The mark of each byte; none for most of a text, passed over at the speed of this look-up.
static MARKS: [Option<Mark>; 256] = {
    let mut marks = [None; 256];
    let mut byte = 0_u8;
    while byte < u8::MAX {
        marks[byte as usize] = mark(byte);
        byte += 1;
    }
    marks
};

const fn mark(byte: u8) -> Option<Mark> {
    Some(match byte {
        b'!' | b'?' => Mark::Exclamation,
        b':' => Mark::Colon,
        b';' => Mark::Semicolon,
        b'"' => Mark::Quote,
        b'\'' => Mark::Apostrophe,
        b'.' => Mark::Dot,
        b'0'..=b'9' => Mark::Digit,
        b'I' | b'V' | b'X' | b'L' | b'C' => Mark::Roman,
        0xc2 => Mark::Latin,
        _ => return None,
    })
}

/// Reads the runs of one block in their order and gathers the edits that the rules ask for.
///
/// Each rule is a method, kept with its like in a file of this folder: it is given the place of a
/// mark and tells where to read on, past what it has settled.
pub(super) struct Typesetter<'a> {
    pub(super) text: Text<'a>,
    pub(super) edits: Edits,
    pub(super) quotes: OpenQuotes,
    read: usize,
}

impl<'a> Typesetter<'a> {
    /// A reader of the whole text of a block.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text: Text::new(text), edits: Edits::default(), quotes: OpenQuotes::default(), read: 0 }
    }

    /// Reads one stretch of the text, in the light of all of it.
    pub(super) fn read(&mut self, start: usize, end: usize) {
        // A rule may have gone past the end of the previous stretch, as an address does.
        let mut at = start.max(self.read);
        while let Some((place, mark)) = self.next_mark(at, end) {
            at = self.rule(mark, place);
        }
        self.read = at;
    }

    /// What the rules ask for.
    pub(super) fn finish(self) -> Edits {
        self.edits
    }

    /// Makes the space at `at` one that does not break, if it is a loose one.
    pub(super) fn bind(&mut self, at: usize, space: &'static str) {
        if self.text.is_loose_space(at) {
            self.edits.replace(at, 1, space);
        }
    }

    /// Makes the space before `at` one that does not break, if it is a loose one.
    pub(super) fn bind_before(&mut self, at: usize, space: &'static str) {
        if let Some(before) = at.checked_sub(1) {
            self.bind(before, space);
        }
    }

    fn next_mark(&self, at: usize, end: usize) -> Option<(usize, Mark)> {
        let mut bytes = self.text.between(at, end).bytes().enumerate();
        bytes.find_map(|(offset, byte)| Some((at + offset, MARKS[usize::from(byte)]?)))
    }

    fn rule(&mut self, mark: Mark, at: usize) -> usize {
        match mark {
            Mark::Exclamation => self.exclamation(at),
            Mark::Colon => self.colon(at),
            Mark::Semicolon => self.semicolon(at),
            Mark::Quote => self.quote(at),
            Mark::Apostrophe => self.apostrophe(at),
            Mark::Dot => self.dots(at),
            Mark::Digit => self.number(at),
            Mark::Roman => self.roman(at),
            Mark::Latin => self.latin(at),
        }
    }

    fn latin(&mut self, at: usize) -> usize {
        match self.text.after(at) {
            Some('«') => self.opening_guillemet(at),
            Some('»') => self.closing_guillemet(at),
            Some('°') => self.degree(at),
            other => at + other.map_or(1, char::len_utf8),
        }
    }
}
