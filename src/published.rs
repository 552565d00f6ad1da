//! `published-addresses.txt`: every address that was once published, one a line, committed with the
//! content so that none is lost by oversight.
//!
//! ```text
//! # A note
//! /actualites/2023/enter-labellise/
//! /poles/ancien/ gone le pôle a demandé le retrait de sa fiche
//! ```
//! This module must not know which addresses the site makes.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::source::{Source, Span};

/// The file, at the top of the site's folder.
pub const FILE: &str = "published-addresses.txt";

/// What follows an address that leads nowhere on purpose, before the reason.
const GONE: &str = "gone";

/// The note of a new file.
const NOTE: &str =
    "# Les adresses publiées, une par ligne. Une adresse retirée exprès : /adresse/ gone et la raison.\n";

/// The addresses once published.
#[derive(Clone, Debug, Default)]
pub struct Published {
    /// Its lines, notes and empty ones left out.
    pub lines: Vec<Line>,
    /// Lines that say something else than an address.
    pub unreadable: Vec<Span>,
    /// Its notes, as written.
    notes: String,
}

/// One address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The address, from `/`.
    pub address: Arc<str>,
    /// Where it stands.
    pub span: Span,
    /// Why it leads nowhere any more, where that is meant.
    pub gone: Option<Arc<str>>,
}

impl Published {
    /// Reads the file.
    #[must_use]
    pub fn read(source: &Source) -> Self {
        let mut published = Self::default();
        let mut at = 0;
        for whole in source.text.split_inclusive('\n') {
            let line = whole.trim();
            let start = at + whole.find(line).unwrap_or(0);
            at += whole.len();
            if line.starts_with('#') {
                published.notes.extend([line, "\n"]);
                continue;
            }
            if line.is_empty() {
                continue;
            }
            match read_line(line, start) {
                Some(line) => published.lines.push(line),
                None => published.unreadable.push(Span::new(start, start + line.len())),
            }
        }
        published
    }

    /// The file with more addresses in it, notes first, then sorted: two branches that add some merge well.
    #[must_use]
    pub fn with<'a>(&'a self, addresses: impl IntoIterator<Item = &'a str>) -> String {
        let before = self.lines.iter().map(|line| (line.address.as_ref(), line.gone.as_deref()));
        let mut all: BTreeMap<&str, Option<&str>> = before.collect();
        // What is published again is gone no longer.
        all.extend(addresses.into_iter().map(|address| (address, None)));
        let mut text = if self.notes.is_empty() { NOTE.to_owned() } else { self.notes.clone() };
        for (address, gone) in all {
            text += address;
            if let Some(reason) = gone {
                text.extend([" ", GONE, " ", reason]);
            }
            text.push('\n');
        }
        text
    }
}

fn read_line(line: &str, start: usize) -> Option<Line> {
    let (address, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let gone = match rest.trim() {
        "" => None,
        rest => Some(rest.strip_prefix(GONE)?.trim()).filter(|reason| !reason.is_empty()),
    };
    let is_read = address.starts_with('/') && (rest.trim().is_empty() || gone.is_some());
    let span = Span::new(start, start + address.len());
    is_read.then(|| Line { address: address.into(), span, gone: gone.map(Arc::from) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FilePath;

    fn read(text: &str) -> Published {
        Published::read(&Source::decode(FilePath::new(FILE), text.as_bytes().to_vec()))
    }

    #[test]
    fn lines_are_read_at_their_place() {
        let text = "# note\n\n/b/\r\n  /a/ gone retirée\n<<<<<<< HEAD\n/c/ gone\n/d/ partie\n";
        let published = read(text);
        let places: Vec<&str> = published.lines.iter().map(|line| &text[line.span.range()]).collect();
        assert_eq!(places, ["/b/", "/a/"]);
        assert_eq!(published.lines[1].gone.as_deref(), Some("retirée"));
        let unreadable: Vec<&str> = published.unreadable.iter().map(|span| &text[span.range()]).collect();
        assert_eq!(unreadable, ["<<<<<<< HEAD", "/c/ gone", "/d/ partie"]);
    }

    #[test]
    fn what_is_added_is_sorted_among_what_was_there() {
        let published = read("# note\n/b/\n/c/ gone retirée\n/d/ gone retirée\n");
        assert_eq!(published.with(["/d/", "/a/", "/b/"]), "# note\n/a/\n/b/\n/c/ gone retirée\n/d/\n");
        assert!(read(&read("").with(["/a/"])).lines.len() == 1);
    }
}
