//! The line of a place with the fault in it, for whoever shows it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Diagnostic;
use super::texts::{Lines, Texts};
use crate::source::{Place, Position, Span};
use crate::world::World;

/// A line longer than this is cut around the fault, in bytes.
const LONGEST_LINE: usize = 400;

/// The line of a place, in three parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// Where the fault begins.
    pub position: Position,
    /// What stands before it in the line.
    pub before: String,
    /// The fault, as far as the line goes; empty where the place is a point.
    pub fault: String,
    /// What stands after it.
    pub after: String,
}

/// The lines of every place that diagnostics name; each file is read once.
#[derive(Debug, Default)]
pub struct Excerpts(BTreeMap<Place, Excerpt>);

impl Excerpts {
    /// Reads the files of diagnostics.
    #[must_use]
    pub fn read(diagnostics: &[&Diagnostic], world: &dyn World) -> Self {
        let texts = Texts::read(diagnostics, world);
        let lines = Lines::new(&texts);
        let mut excerpts = BTreeMap::new();
        for diagnostic in diagnostics {
            let labels = diagnostic.labels.iter().map(|label| &label.place);
            for place in labels.chain([&diagnostic.place]) {
                excerpts.entry(place.clone()).or_insert_with(|| excerpt(place, &lines));
            }
        }
        Self(excerpts)
    }

    /// The line of a place.
    #[must_use]
    pub fn of(&self, place: &Place) -> Option<&Excerpt> {
        self.0.get(place)
    }
}

fn excerpt(place: &Place, lines: &Lines<'_>) -> Excerpt {
    let text = lines.text(&place.file);
    let Marked { line, fault } = Marked::new(text, place.span);
    let line = text.get(line).unwrap_or("");
    let part = |range: Range<usize>| line.get(range).unwrap_or("").to_owned();
    Excerpt {
        position: lines.positions(place).0,
        before: part(0..fault.start),
        after: part(fault.end..line.len()),
        fault: part(fault),
    }
}

/// The line of a span, and the fault within that line.
pub(super) struct Marked {
    pub(super) line: Range<usize>,
    pub(super) fault: Range<usize>,
}

impl Marked {
    pub(super) fn new(text: &str, span: Span) -> Self {
        let start = text.floor_char_boundary(span.start as usize);
        let end = text.floor_char_boundary(span.end as usize).max(start);
        let line = line_around(text, start);
        let first = start.saturating_sub(line.start).min(line.len());
        let last = end.saturating_sub(line.start).clamp(first, line.len());
        Self { line, fault: first..last }
    }
}

/// The line that holds an offset, without its end, cut where it is very long.
fn line_around(text: &str, at: usize) -> Range<usize> {
    let from = text.ceil_char_boundary(at.saturating_sub(LONGEST_LINE));
    let to = text.floor_char_boundary(at.saturating_add(LONGEST_LINE).min(text.len()));
    let (before, after) = (text.get(from..at).unwrap_or(""), text.get(at..to).unwrap_or(""));
    let line_start = before.rfind('\n').map_or(from, |newline| from + newline + 1);
    let line_end = after.find('\n').map_or(to, |newline| at + newline);
    let line = text.get(line_start..line_end).unwrap_or("");
    line_start..line_start + line.trim_end_matches('\r').len()
}
