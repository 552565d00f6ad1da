//! The lines of a file that says one thing a line and is committed with the content, as git and any
//! editor may leave it: with a mark at its top, other line ends, or a merge that nobody has settled.

use super::Span;

/// A line that says something: no note, and not empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntryLine<'a> {
    /// What it says, without white space around it.
    pub text: &'a str,
    /// Where that stands.
    pub span: Span,
    /// What git says of it.
    pub merge: Merge,
}

/// What git says of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Merge {
    /// Nothing: it is what the writers mean.
    Settled,
    /// From here on there are two versions.
    Begins,
    /// It is in one of two versions.
    Open,
    /// It parts the two versions, or ends them.
    Mark,
}

/// A line that is a note, or says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line<'a> {
    /// After `#`, with that sign.
    Note(&'a str),
    /// Anything else.
    Entry(EntryLine<'a>),
}

/// The lines of such a file.
pub fn entries(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut at = 0;
    let mut is_open = false;
    text.split_inclusive('\n').filter_map(move |whole| {
        let line = whole.trim_start_matches('\u{FEFF}').trim();
        let start = at + whole.find(line).unwrap_or(0);
        at += whole.len();
        if line.is_empty() {
            return None;
        }
        if line.starts_with('#') {
            return Some(Line::Note(line));
        }
        let merge = merge(line, is_open);
        is_open = match merge {
            Merge::Begins => true,
            Merge::Mark => !line.starts_with('>'),
            Merge::Settled | Merge::Open => is_open,
        };
        Some(Line::Entry(EntryLine { text: line, span: Span::new(start, start + line.len()), merge }))
    })
}

fn merge(line: &str, is_open: bool) -> Merge {
    let mark = line.split(' ').next().unwrap_or("");
    match (mark, is_open) {
        ("<<<<<<<", _) => Merge::Begins,
        ("=======" | ">>>>>>>" | "|||||||", true) => Merge::Mark,
        (_, true) => Merge::Open,
        (_, false) => Merge::Settled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_merge_is_open_from_its_first_mark_to_its_last() {
        let text = "\u{FEFF}# a\r\n\r\n b \r\n<<<<<<< HEAD\nc\n=======\nd\n>>>>>>> x\ne\n=======\n";
        let lines: Vec<(&str, Merge)> = entries(text)
            .filter_map(|line| match line {
                Line::Entry(entry) => Some((&text[entry.span.range()], entry.merge)),
                Line::Note(note) => {
                    assert_eq!(note, "# a");
                    None
                }
            })
            .collect();
        let expected = [
            ("b", Merge::Settled),
            ("<<<<<<< HEAD", Merge::Begins),
            ("c", Merge::Open),
            ("=======", Merge::Mark),
            ("d", Merge::Open),
            (">>>>>>> x", Merge::Mark),
            ("e", Merge::Settled),
            ("=======", Merge::Settled),
        ];
        assert_eq!(lines, expected);
    }
}
