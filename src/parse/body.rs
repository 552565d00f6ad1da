//! A text in Markdown as it is kept, with what reading it found.

use std::ops::Range;
use std::sync::Arc;

use crate::source::Span;

/// A text in Markdown.
#[derive(Clone, Debug)]
pub struct Body {
    /// The text.
    pub text: Arc<str>,
    /// Where it stands in its file.
    pub origin: TextOrigin,
    /// Its headings, in order.
    pub outline: Vec<Heading>,
    /// Words with a capital outside of links and quotations, where a name may stand unlinked.
    pub capitals: Vec<Range<u32>>,
}

/// A heading of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6: the page's title is the only first.
    pub level: u8,
    /// Its words.
    pub text: String,
    /// The end of its address, after `#`; unique in the text.
    pub anchor: String,
    /// Where it stands in the file.
    pub span: Span,
}

impl Body {
    /// Whether the text has a heading of this anchor.
    #[must_use]
    pub fn has_anchor(&self, anchor: &str) -> bool {
        self.outline.iter().any(|heading| heading.anchor == anchor)
    }
}

/// How a text lies in its file.
#[derive(Clone, Debug)]
pub enum TextOrigin {
    /// As it stands, from this offset on.
    AsWritten(usize),
    /// Line by line: the start of each line in the text, and in the file.
    Lines(Vec<(usize, usize)>),
    /// Somewhere within a span, its white space or escapes having been changed.
    Within(Span),
}

impl TextOrigin {
    /// How a scalar's text lies in the file, given the file's own text for it.
    #[must_use]
    pub fn of_scalar(text: &str, written: &str, span: Span) -> Self {
        let start = span.start as usize;
        if written == text {
            return Self::AsWritten(start);
        }
        let unquoted = written.get(1..written.len().saturating_sub(1));
        if unquoted == Some(text) && written.starts_with(['"', '\'']) {
            return Self::AsWritten(start + 1);
        }
        line_by_line(text, written, start).map_or(Self::Within(span), Self::Lines)
    }

    /// The place in the file of a range of the text.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        match self {
            Self::AsWritten(offset) => Span::new(offset + range.start, offset + range.end),
            Self::Lines(lines) => Span::new(in_file(lines, range.start), in_file(lines, range.end)),
            Self::Within(span) => *span,
        }
    }
}

fn in_file(lines: &[(usize, usize)], at: usize) -> usize {
    let line = lines.partition_point(|(start, _)| *start <= at).saturating_sub(1);
    lines.get(line).map_or(0, |(start, in_file)| in_file + (at - start))
}

/// Each line of a literal block is the end of one line of the file.
fn line_by_line(text: &str, written: &str, start: usize) -> Option<Vec<(usize, usize)>> {
    let mut file_lines = written.split_inclusive('\n');
    let mut file_at = start;
    if written.starts_with('|') {
        file_at += file_lines.next()?.len();
    }
    let mut lines = Vec::new();
    let mut text_at = 0;
    for line in text.split_inclusive('\n') {
        let in_file = file_lines.next()?;
        let bare = in_file.trim_end_matches(['\n', '\r']);
        let indent = bare.len().checked_sub(line.trim_end_matches('\n').len())?;
        if !bare.ends_with(line.trim_end_matches('\n')) {
            return None;
        }
        lines.push((text_at, file_at + indent));
        text_at += line.len();
        file_at += in_file.len();
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_literal_block_keeps_the_place_of_each_line() {
        let file = "a: |\n  un\n\n  deux\n";
        let origin = TextOrigin::of_scalar("un\n\ndeux\n", &file[3..], Span::new(3, file.len()));
        assert_eq!(&file[origin.span(4..8).range()], "deux");
        assert_eq!(&file[origin.span(0..2).range()], "un");
    }
}
