//! Texts as they were read, and places in them.
//!
//! A [`Span`] counts bytes of the whole file, a [`Place`] adds the file, a [`Position`] is what a
//! person reads: line and column. This module must not know what a text means.

mod entries;

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

pub use entries::{EntryLine, Line, Merge, entries};

/// The path of a file below the site's folder, with `/` on every system.
///
/// It is the identity of a file: nothing depends on the order in which files were found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FilePath(Arc<str>);

impl FilePath {
    /// A path below the site's folder, parted by `/`.
    #[must_use]
    pub fn new(path: &str) -> Self {
        Self(path.into())
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part: `tes.yaml`.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// All but the last part, without a slash at its end; empty at the top.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

/// A path is looked up by its text, without making another.
impl Borrow<str> for FilePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FilePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A range of bytes of a whole file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets; offsets beyond 4 GiB are brought back to it.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        Self { start, end: u32::try_from(end).unwrap_or(u32::MAX).max(start) }
    }

    /// The span as a range for slicing.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// A value at a span.
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// A span of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub file: FilePath,
    /// Where in it.
    pub span: Span,
}

impl Place {
    /// A span of a file.
    #[must_use]
    pub fn new(file: &FilePath, span: Span) -> Self {
        Self { file: file.clone(), span }
    }
}

/// A file's text. Bytes that are not UTF-8 were replaced, and the first of them is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Where the file lies.
    pub path: FilePath,
    /// Its whole text.
    pub text: String,
    /// The offset of the first byte that was not UTF-8, which is the same in [`Self::text`].
    pub broken_at: Option<usize>,
}

impl Source {
    /// Reads bytes as UTF-8.
    #[must_use]
    pub fn decode(path: FilePath, bytes: Vec<u8>) -> Self {
        match String::from_utf8(bytes) {
            Ok(text) => Self { path, text, broken_at: None },
            Err(error) => Self {
                path,
                broken_at: Some(error.utf8_error().valid_up_to()),
                text: String::from_utf8_lossy(error.as_bytes()).into_owned(),
            },
        }
    }
}

/// A place as people count it: both from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// Where the lines of a text begin.
pub struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// How many characters begin before each block of [`BLOCK`] bytes, so that a column is found in a
    /// line of any length without counting it from its start.
    before_block: Vec<usize>,
}

const BLOCK: usize = 4096;

/// How many characters begin in some bytes of UTF-8.
fn beginnings(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

impl<'a> LineIndex<'a> {
    /// Finds the lines of a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let after_newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(after_newlines.map(|(at, _)| at + 1)).collect();
        let blocks = text.as_bytes().chunks(BLOCK).scan(0, |sum, block| {
            let before = *sum;
            *sum += beginnings(block);
            Some(before)
        });
        let before_block = blocks.collect();
        Self { text, starts, before_block }
    }

    /// The line and column of a byte offset; one that falls inside a character or after the end
    /// is brought back to the nearest place before it.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        let offset = self.text.floor_char_boundary(offset as usize);
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        // The mark that may stand before the first line is no column of it.
        let start =
            if line == 1 && self.text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { start };
        let column = self.characters_before(offset).saturating_sub(self.characters_before(start)) + 1;
        Position { line, column }
    }

    fn characters_before(&self, offset: usize) -> usize {
        let block = offset / BLOCK;
        let before = self.before_block.get(block).copied();
        match before {
            Some(before) => {
                before + beginnings(self.text.as_bytes().get(block * BLOCK..offset).unwrap_or(&[]))
            }
            // The end of a text that fills its last block.
            None => self.before_block.last().map_or(0, |before| {
                before
                    + beginnings(self.text.as_bytes().get((block.max(1) - 1) * BLOCK..offset).unwrap_or(&[]))
            }),
        }
    }

    /// The text of a line, counted from 1, without its end.
    #[must_use]
    pub fn line(&self, line: usize) -> &'a str {
        let start = line.checked_sub(1).and_then(|index| self.starts.get(index));
        let rest = start.and_then(|start| self.text.get(*start..)).unwrap_or("");
        rest.lines().next().unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_and_lines() {
        let index = LineIndex::new("é: 1\nbé: 2");
        assert_eq!(index.position(0), Position { line: 1, column: 1 });
        assert_eq!(index.position(2), Position { line: 1, column: 2 });
        assert_eq!(index.position(9), Position { line: 2, column: 3 });
        assert_eq!(index.position(900), Position { line: 2, column: 6 });
        assert_eq!(index.line(2), "bé: 2");
    }

    #[test]
    fn columns_of_a_very_long_line_are_counted_in_characters() {
        let text = format!("\u{FEFF}é\n{}", "é".repeat(3 * BLOCK));
        let index = LineIndex::new(&text);
        let at = |offset: usize| index.position(u32::try_from(offset).expect("small"));
        assert_eq!(at(3), Position { line: 1, column: 1 });
        assert_eq!(at(5), Position { line: 1, column: 2 });
        for number in [0, 1, BLOCK / 2 - 4, BLOCK / 2, 2 * BLOCK, 3 * BLOCK] {
            assert_eq!(at(6 + 2 * number), Position { line: 2, column: number + 1 });
        }
        let full = LineIndex::new("a").position(1);
        assert_eq!(full, Position { line: 1, column: 2 });
        let block = "a".repeat(BLOCK);
        assert_eq!(LineIndex::new(&block).position(4096), Position { line: 1, column: BLOCK + 1 });
    }

    #[test]
    fn bytes_that_are_not_utf8_keep_the_offset_of_the_first() {
        let source = Source::decode(FilePath::new("a.md"), b"ab\xFFcd".to_vec());
        assert_eq!(source.broken_at, Some(2));
        assert_eq!(source.text, "ab\u{FFFD}cd");
    }
}
