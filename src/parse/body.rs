//! A text in Markdown as it is kept, with what reading it found.

use std::ops::Range;
use std::sync::Arc;

use super::capital::Capital;
use super::text::Text;
use crate::source::Span;

/// A text in Markdown.
#[derive(Clone, Debug)]
pub struct Body {
    /// The text.
    pub text: Text,
    /// Where it stands in its file.
    pub origin: TextOrigin,
    /// Its headings, in order.
    pub outline: Vec<Heading>,
    /// Its pictures, in order.
    pub pictures: Vec<PictureInText>,
    /// Words with a capital outside of links and quotations, where a name may stand unlinked.
    pub capitals: Vec<Capital>,
    /// Where it says that something is still to be filled in.
    pub unfilled: Box<[Span]>,
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

/// A picture of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureInText {
    /// Its file or address, as written.
    pub destination: Arc<str>,
    /// The words that stand in for it.
    pub alt: String,
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
    /// Piece by piece: the start of each in the text, and in the file. A piece is a line, or what
    /// stands between two places where YAML joined lines or took a sign out.
    Pieces(Vec<(usize, usize)>),
    /// Somewhere within a span: it has escapes that are not followed.
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
        line_by_line(text, written, start)
            .or_else(|| sign_by_sign(text, written, start, quote_of(written)))
            .or_else(|| sign_by_sign(text, written, start, None))
            .map_or(Self::Within(span), Self::Pieces)
    }

    /// The place in the file of a range of the text.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        match self {
            Self::AsWritten(offset) => Span::new(offset + range.start, offset + range.end),
            Self::Pieces(pieces) => {
                let start = in_file(pieces, range.start);
                // The end is that of its last byte: what follows may lie a line below.
                let last = range.end.saturating_sub(1).max(range.start);
                Span::new(start, in_file(pieces, last) + (range.end.min(last + 1) - last))
            }
            Self::Within(span) => *span,
        }
    }
}

fn in_file(pieces: &[(usize, usize)], at: usize) -> usize {
    let piece = pieces.partition_point(|(start, _)| *start <= at).saturating_sub(1);
    pieces.get(piece).map_or(0, |(start, in_file)| in_file + at.saturating_sub(*start))
}

/// Each sign of a text that YAML folded, joined or quoted, found again in the file: white space is
/// whatever it became, and the quotes' own escapes stand before their sign.
fn sign_by_sign(text: &str, written: &str, start: usize, quote: Option<char>) -> Option<Vec<(usize, usize)>> {
    let mut file_at = quote.map_or(0, char::len_utf8);
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    for (text_at, sign) in text.char_indices().filter(|(_, sign)| !sign.is_whitespace()) {
        file_at += skipped(written.get(file_at..)?, sign, quote);
        if !written.get(file_at..)?.starts_with(sign) {
            return None;
        }
        let in_file = start + file_at;
        if pieces.last().is_none_or(|(text, file)| in_file - file != text_at - text) {
            pieces.push((text_at, in_file));
        }
        file_at += sign.len_utf8();
    }
    Some(pieces)
}

/// The quote that a value begins with; a block below `>` may begin with one of its own.
fn quote_of(written: &str) -> Option<char> {
    written.chars().next().filter(|first| matches!(first, '"' | '\''))
}

/// How many bytes stand before the next sign of a text: white space, and what escapes it.
fn skipped(rest: &str, sign: char, quote: Option<char>) -> usize {
    let mut bare = rest.trim_start();
    // A backslash before the end of a line, or before a letter that stands for white space.
    while quote == Some('"')
        && let Some(after) = bare.strip_prefix('\\')
        && let Some(after) = after.strip_prefix(['\n', '\r', 'n', 't', ' '])
    {
        bare = after.trim_start();
    }
    let escape = match (quote, sign) {
        (Some('"'), '"' | '\\' | '/') if bare.starts_with('\\') => 1,
        (Some('\''), '\'') if bare.starts_with("''") => 1,
        _ => 0,
    };
    rest.len() - bare.len() + escape
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

    /// What of the file a word of the text is, given as written and as YAML reads it.
    fn place<'a>(written: &'a str, text: &str, word: &str) -> &'a str {
        let origin = TextOrigin::of_scalar(text, written, Span::new(0, written.len()));
        let at = text.find(word).expect("a word of the text");
        &written[origin.span(at..at + word.len()).range()]
    }

    #[test]
    fn joined_and_quoted_texts_keep_the_place_of_each_word() {
        assert_eq!(place("un\n  deux\n\n  trois\n", "un deux\ntrois\n", "trois"), "trois");
        assert_eq!(place("un\n  deux", "un deux", "un deux"), "un\n  deux");
        assert_eq!(place("'L''été est là'", "L'été est là", "là"), "là");
        assert_eq!(place("'L''été'", "L'été", "L'"), "L''");
        assert_eq!(place("\"un \\\"mot\\\" dit\"", "un \"mot\" dit", "dit"), "dit");
        assert_eq!(place("\"un\\n\\ndeux\"", "un\n\ndeux", "deux"), "deux");
        assert_eq!(place("\"un\" et\n  deux", "\"un\" et deux", "deux"), "deux");
        assert_eq!(place("\n  un\n  deux\n", "\nun\ndeux\n", "deux"), "deux");
    }
}
