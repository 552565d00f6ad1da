//! SARIF 2.1.0, which code hosts and editors read.
//!
//! The names of this file's fields are those of the format (OASIS, *Static Analysis Results
//! Interchange Format*, version 2.1.0). They borrow from the diagnostics, which may be very many.

use std::borrow::Cow;
use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Serialize, Serializer};

use super::texts::Lines;
use super::{Diagnostic, Fix, Label, Severity};
use crate::locale::Locale;
use crate::source::{FilePath, Place};

/// Where readers find the schema of the format.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Signs that a relative address keeps.
const KEPT: AsciiSet = NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    column_kind: &'static str,
    results: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
struct Driver<'a> {
    name: &'static str,
    version: &'static str,
    rules: Vec<RuleEntry<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RuleEntry<'a> {
    id: &'a str,
    short_description: Text<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule_id: &'a str,
    rule_index: Option<usize>,
    level: &'static str,
    message: Text<Words<'a>>,
    locations: [Location<'a, ()>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a, Text<&'a str>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fixes: Option<[Mend<'a>; 1]>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a, M> {
    physical_location: PhysicalLocation<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<M>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation<'a> {
    artifact_location: Artifact<'a>,
    region: Region,
}

#[derive(Serialize)]
struct Artifact<'a> {
    uri: Cow<'a, str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Mend<'a> {
    description: Text<&'a str>,
    artifact_changes: [Change<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    artifact_location: Artifact<'a>,
    replacements: [Replacement<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Bytes,
    inserted_content: Text<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Bytes {
    byte_offset: u32,
    byte_length: u32,
}

#[derive(Serialize)]
struct Text<T> {
    text: T,
}

/// What is wrong, and what to do, a line each.
struct Words<'a> {
    diagnostic: &'a Diagnostic,
    locale: Locale,
}

impl fmt::Display for Words<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.diagnostic.message.get(self.locale))?;
        self.diagnostic.hints.iter().try_for_each(|hint| write!(formatter, "\n{}", hint.get(self.locale)))
    }
}

impl Serialize for Words<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

pub(super) fn render(diagnostics: &[&Diagnostic], lines: &Lines<'_>, locale: Locale) -> String {
    let mut rules: Vec<RuleEntry<'_>> = diagnostics.iter().map(|it| rule(it, locale)).collect();
    rules.sort_by_key(|rule| rule.id);
    rules.dedup_by_key(|rule| rule.id);
    let results = diagnostics.iter().map(|it| finding(it, lines, locale, &rules)).collect();
    let driver = Driver { name: "grappe", version: env!("CARGO_PKG_VERSION"), rules };
    let run = Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", results };
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run] };
    let mut text = serde_json::to_string_pretty(&log).unwrap_or_default();
    text.push('\n');
    text
}

fn rule(example: &Diagnostic, locale: Locale) -> RuleEntry<'_> {
    RuleEntry { id: example.code, short_description: Text { text: example.title.get(locale) } }
}

fn finding<'a>(
    diagnostic: &'a Diagnostic,
    lines: &Lines<'_>,
    locale: Locale,
    rules: &[RuleEntry<'_>],
) -> Finding<'a> {
    let related = |label: &'a Label| Location {
        physical_location: location(&label.place, lines),
        message: Some(Text { text: label.text.get(locale) }),
    };
    Finding {
        rule_id: diagnostic.code,
        rule_index: rules.binary_search_by_key(&diagnostic.code, |rule| rule.id).ok(),
        level: level(diagnostic.severity),
        message: Text { text: Words { diagnostic, locale } },
        locations: [Location { physical_location: location(&diagnostic.place, lines), message: None }],
        related_locations: diagnostic.labels.iter().map(related).collect(),
        fixes: diagnostic.fix.as_ref().map(|fix| [mend(fix, diagnostic, locale)]),
    }
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information => "note",
    }
}

fn location<'a>(place: &'a Place, lines: &Lines<'_>) -> PhysicalLocation<'a> {
    let (start, end) = lines.positions(place);
    PhysicalLocation {
        artifact_location: artifact(&place.file),
        region: Region {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
        },
    }
}

fn artifact(file: &FilePath) -> Artifact<'_> {
    Artifact { uri: utf8_percent_encode(file.as_str(), &KEPT).into() }
}

fn mend<'a>(fix: &'a Fix, diagnostic: &'a Diagnostic, locale: Locale) -> Mend<'a> {
    let span = fix.place.span;
    let replacement = Replacement {
        deleted_region: Bytes { byte_offset: span.start, byte_length: span.end - span.start },
        inserted_content: Text { text: fix.replacement.as_str() },
    };
    Mend {
        description: Text { text: diagnostic.message.get(locale) },
        artifact_changes: [Change {
            artifact_location: artifact(&fix.place.file),
            replacements: [replacement],
        }],
    }
}
