//! SARIF 2.1.0, which code hosts and editors read.
//!
//! The names of this file's fields are those of the format (OASIS, *Static Analysis Results
//! Interchange Format*, version 2.1.0).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::{Diagnostic, Fix, Label, Severity, by_file, text_of};
use crate::locale::Locale;
use crate::source::{FilePath, LineIndex, Place, Span};
use crate::world::World;

/// Where readers find the schema of the format.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Signs that a relative address keeps.
const KEPT: AsciiSet = NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

pub(super) fn render(diagnostics: &[&Diagnostic], world: &dyn World, locale: Locale) -> String {
    let mut codes: Vec<(&str, &Diagnostic)> = diagnostics.iter().map(|it| (it.code, *it)).collect();
    codes.sort_by_key(|(code, _)| *code);
    codes.dedup_by_key(|(code, _)| *code);
    let mut results = Vec::with_capacity(diagnostics.len());
    for group in by_file(diagnostics) {
        let Some(first) = group.first() else { continue };
        let text = text_of(world, &first.place.file);
        let index = LineIndex::new(&text);
        results.extend(group.iter().map(|it| result(it, &index, world, locale, &codes)));
    }
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "grappe",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": codes.iter().map(|(_, it)| rule(it, locale)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    let mut text = serde_json::to_string_pretty(&log).unwrap_or_default();
    text.push('\n');
    text
}

fn rule(example: &Diagnostic, locale: Locale) -> Value {
    json!({ "id": example.code, "shortDescription": { "text": example.title.get(locale) } })
}

fn result(
    diagnostic: &Diagnostic,
    index: &LineIndex<'_>,
    world: &dyn World,
    locale: Locale,
    codes: &[(&str, &Diagnostic)],
) -> Value {
    let hints = diagnostic.hints.iter().map(|hint| hint.get(locale));
    let words: Vec<&str> = std::iter::once(diagnostic.message.get(locale)).chain(hints).collect();
    let related: Vec<Value> = diagnostic.labels.iter().map(|label| related(label, world, locale)).collect();
    json!({
        "ruleId": diagnostic.code,
        "ruleIndex": codes.iter().position(|(code, _)| *code == diagnostic.code),
        "level": level(diagnostic.severity),
        "message": { "text": words.join("\n") },
        "locations": [{ "physicalLocation": location(&diagnostic.place, index) }],
        "relatedLocations": related,
        "fixes": diagnostic.fix.iter().map(|fix| mend(fix, diagnostic, locale)).collect::<Vec<_>>(),
    })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information => "note",
    }
}

fn related(label: &Label, world: &dyn World, locale: Locale) -> Value {
    let text = text_of(world, &label.place.file);
    json!({
        "physicalLocation": location(&label.place, &LineIndex::new(&text)),
        "message": { "text": label.text.get(locale) },
    })
}

fn location(place: &Place, index: &LineIndex<'_>) -> Value {
    let (start, end) = (index.position(place.span.start), index.position(place.span.end));
    json!({
        "artifactLocation": artifact(&place.file),
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    })
}

fn artifact(file: &FilePath) -> Value {
    json!({ "uri": utf8_percent_encode(file.as_str(), &KEPT).to_string() })
}

fn mend(fix: &Fix, diagnostic: &Diagnostic, locale: Locale) -> Value {
    let Span { start, end } = fix.place.span;
    json!({
        "description": { "text": diagnostic.message.get(locale) },
        "artifactChanges": [{
            "artifactLocation": artifact(&fix.place.file),
            "replacements": [{
                "deletedRegion": { "byteOffset": start, "byteLength": end - start },
                "insertedContent": { "text": fix.replacement },
            }],
        }],
    })
}
