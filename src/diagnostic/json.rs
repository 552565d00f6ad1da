//! One JSON object for programs: every fault with its places, hints and fix, and the counts.

use serde::Serialize;

use super::texts::Lines;
use super::{Diagnostic, Severity, count};
use crate::locale::Locale;
use crate::source::Place;

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

pub(super) fn render(diagnostics: &[&Diagnostic], lines: &Lines<'_>, locale: Locale) -> String {
    let entries = diagnostics.iter().map(|diagnostic| entry(diagnostic, lines, locale)).collect();
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

fn entry<'a>(diagnostic: &'a Diagnostic, lines: &Lines<'_>, locale: Locale) -> Entry<'a> {
    let notes = diagnostic.labels.iter().map(|label| {
        let place = location(&label.place, lines);
        Note { place, text: label.text.get(locale) }
    });
    Entry {
        code: diagnostic.code,
        severity: diagnostic.severity.word(),
        title: diagnostic.title.get(locale),
        message: diagnostic.message.get(locale),
        place: location(&diagnostic.place, lines),
        hints: diagnostic.hints.iter().map(|hint| hint.get(locale)).collect(),
        labels: notes.collect(),
        fix: diagnostic.fix.as_ref().map(|fix| Mend {
            start_byte: fix.place.span.start,
            end_byte: fix.place.span.end,
            replacement: &fix.replacement,
        }),
    }
}

fn location<'a>(place: &'a Place, lines: &Lines<'_>) -> Location<'a> {
    let (start, end) = lines.positions(place);
    Location {
        file: place.file.as_str(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        start_byte: place.span.start,
        end_byte: place.span.end,
    }
}
