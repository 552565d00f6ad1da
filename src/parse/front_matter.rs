//! The lines between two `---` at the top of a Markdown file.

use crate::source::Span;

/// A file's front matter and body, as ranges of the whole file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The YAML between the two marks.
    pub front_matter: Span,
    /// All that follows the second mark.
    pub body: Span,
}

/// Why a file has no front matter that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrontMatterError {
    /// The first line is not `---`.
    Missing,
    /// No second `---`.
    Unclosed,
}

/// Parts a Markdown file.
///
/// # Errors
/// Where the front matter should be, and why it is not.
pub fn split(text: &str) -> Result<Parts, (Span, FrontMatterError)> {
    let top = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let mut lines = lines_from(text, top);
    let first = lines.next();
    let Some((_, first_end, _)) = first.filter(|(_, _, line)| *line == "---") else {
        let (start, end) = first.map_or((top, top), |(start, _, line)| (start, start + line.len()));
        return Err((Span::new(start, end), FrontMatterError::Missing));
    };
    let Some((start, end, _)) = lines.find(|(_, _, line)| *line == "---") else {
        return Err((Span::new(top, top + 3), FrontMatterError::Unclosed));
    };
    Ok(Parts { front_matter: Span::new(first_end, start), body: Span::new(end, text.len()) })
}

/// Each line with its start, the start of the next, and its text without white space at its end.
fn lines_from(text: &str, top: usize) -> impl Iterator<Item = (usize, usize, &str)> {
    let mut at = top;
    text.get(top..).unwrap_or("").split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, at, line.trim_end())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_parted_whatever_its_line_ends() {
        for text in ["---\ntitle: a\n---\nBody", "\u{FEFF}---\r\ntitle: a\r\n---\r\nBody"] {
            let parts = split(text).expect("a front matter");
            assert_eq!(text[parts.front_matter.range()].trim(), "title: a");
            assert_eq!(&text[parts.body.range()], "Body");
        }
    }

    #[test]
    fn a_front_matter_that_is_not_one_says_why() {
        assert_eq!(split("Body").map_err(|(_, error)| error), Err(FrontMatterError::Missing));
        assert_eq!(split("").map_err(|(_, error)| error), Err(FrontMatterError::Missing));
        assert_eq!(split("---\na: 1\n").map_err(|(_, error)| error), Err(FrontMatterError::Unclosed));
    }
}
