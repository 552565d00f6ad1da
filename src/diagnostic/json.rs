//! One JSON object for programs: every fault with its places, hints and fix, and the counts.

use serde::Serialize;

use super::{Diagnostic, Severity, by_file, count, text_of};
use crate::locale::Locale;
use crate::source::{LineIndex, Span};
use crate::world::World;

#[derive(Serialize)]
struct Report<'a> {
    version: u8,
    errors: usize,
    warnings: usize,
    informations: usize,
    diagnostics: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    code: &'a str,
    severity: &'a str,
    title: &'a str,
    message: &'a str,
    #[serde(flatten)]
    place: Location<'a>,
    hints: Vec<&'a str>,
    labels: Vec<Note<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Mend<'a>>,
}

#[derive(Serialize)]
struct Location<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start_byte: u32,
    end_byte: u32,
}

#[derive(Serialize)]
struct Note<'a> {
    #[serde(flatten)]
    place: Location<'a>,
    text: &'a str,
}

#[derive(Serialize)]
struct Mend<'a> {
    start_byte: u32,
    end_byte: u32,
    replacement: &'a str,
}

pub(super) fn render(diagnostics: &[&Diagnostic], world: &dyn World, locale: Locale) -> String {
    let mut entries = Vec::with_capacity(diagnostics.len());
    for group in by_file(diagnostics) {
        let Some(first) = group.first() else { continue };
        let text = text_of(world, &first.place.file);
        let index = LineIndex::new(&text);
        entries.extend(group.iter().map(|diagnostic| entry(diagnostic, &index, world, locale)));
    }
    let report = Report {
        version: 1,
        errors: count(diagnostics.iter().copied(), Severity::Error),
        warnings: count(diagnostics.iter().copied(), Severity::Warning),
        informations: count(diagnostics.iter().copied(), Severity::Information),
        diagnostics: entries,
    };
    let mut text = serde_json::to_string_pretty(&report).unwrap_or_default();
    text.push('\n');
    text
}

fn entry<'a>(
    diagnostic: &'a Diagnostic,
    index: &LineIndex<'_>,
    world: &dyn World,
    locale: Locale,
) -> Entry<'a> {
    let notes = diagnostic.labels.iter().map(|label| {
        let (file, span) = (label.place.file.as_str(), label.place.span);
        // The file of the fault is at hand already: it may be large, and its faults many.
        let place = if label.place.file == diagnostic.place.file {
            location(file, span, index)
        } else {
            location(file, span, &LineIndex::new(&text_of(world, &label.place.file)))
        };
        Note { place, text: label.text.get(locale) }
    });
    Entry {
        code: diagnostic.code,
        severity: diagnostic.severity.word(),
        title: diagnostic.title.get(locale),
        message: diagnostic.message.get(locale),
        place: location(diagnostic.place.file.as_str(), diagnostic.place.span, index),
        hints: diagnostic.hints.iter().map(|hint| hint.get(locale)).collect(),
        labels: notes.collect(),
        fix: diagnostic.fix.as_ref().map(|fix| Mend {
            start_byte: fix.place.span.start,
            end_byte: fix.place.span.end,
            replacement: &fix.replacement,
        }),
    }
}

fn location<'a>(file: &'a str, span: Span, index: &LineIndex<'_>) -> Location<'a> {
    let (start, end) = (index.position(span.start), index.position(span.end));
    Location {
        file,
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        start_byte: span.start,
        end_byte: span.end,
    }
}
