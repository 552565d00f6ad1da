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

use crate::source::{self, EntryLine, Merge, Source, Span, entries};

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
    /// Where git has left two versions.
    pub conflicts: Vec<Span>,
    /// Lines that say otherwise of an address than the line above, each with its first.
    pub contradictions: Vec<(Line, Span)>,
    /// Its notes, as written.
    notes: String,
    /// The lines that are no address, as written: nothing is lost by adding to the file.
    kept: String,
    /// Whether its lines end as on Windows.
    has_crlf: bool,
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
        let mut published = Self { has_crlf: source.text.contains("\r\n"), ..Self::default() };
        for line in entries(&source.text) {
            match line {
                source::Line::Note(note) => published.notes.extend([note, "\n"]),
                source::Line::Entry(line) => published.add(&line),
            }
        }
        published.find_contradictions();
        published
    }

    /// Of two lines that say the same, one would do: the next record leaves it out.
    fn find_contradictions(&mut self) {
        let mut firsts: BTreeMap<&str, &Line> = BTreeMap::new();
        for line in &self.lines {
            let first = *firsts.entry(&line.address).or_insert(line);
            if first.gone != line.gone {
                self.contradictions.push((line.clone(), first.span));
            }
        }
    }

    /// What was published in either of two versions was published.
    fn add(&mut self, line: &EntryLine<'_>) {
        match (line.merge, read_line(line.text, line.span.range().start)) {
            (Merge::Settled | Merge::Open, Some(line)) => return self.lines.push(line),
            (Merge::Begins, _) => self.conflicts.push(line.span),
            (Merge::Mark, _) => {}
            (Merge::Settled | Merge::Open, None) => self.unreadable.push(line.span),
        }
        self.kept.extend([line.text, "\n"]);
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
        text += &self.kept;
        if self.has_crlf { text.replace('\n', "\r\n") } else { text }
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
        assert_eq!(unreadable, ["/c/ gone", "/d/ partie"]);
        assert_eq!(published.conflicts.len(), 1);
    }

    #[test]
    fn nothing_is_lost_by_adding_whatever_the_editor() {
        let text =
            "\u{FEFF}# note\r\n/b/\r\n/b/\r\n<<<<<<< HEAD\r\n/d/\r\n=======\r\n/c/ gone\r\n>>>>>>> a\r\n";
        let kept = "<<<<<<< HEAD\r\n=======\r\n/c/ gone\r\n>>>>>>> a\r\n";
        assert_eq!(read(text).with(["/a/"]), format!("# note\r\n/a/\r\n/b/\r\n/d/\r\n{kept}"));
    }

    #[test]
    fn two_lines_of_one_address_are_told_where_they_differ() {
        let published = read("/a/\n/a/\n/b/ gone x\n/b/\n/c/ gone x\n/c/ gone y\n");
        let told: Vec<&str> = published.contradictions.iter().map(|(line, _)| &*line.address).collect();
        assert_eq!(told, ["/b/", "/c/"]);
    }

    #[test]
    fn what_is_added_is_sorted_among_what_was_there() {
        let published = read("# note\n/b/\n/c/ gone retirée\n/d/ gone retirée\n");
        assert_eq!(published.with(["/d/", "/a/", "/b/"]), "# note\n/a/\n/b/\n/c/ gone retirée\n/d/\n");
        assert!(read(&read("").with(["/a/"])).lines.len() == 1);
    }
}
