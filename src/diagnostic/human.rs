//! The faulty line with a caret under the fault, for a person at a terminal.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::texts::Lines;
use super::{Diagnostic, Severity, Style};
use crate::locale::Locale;
use crate::source::Place;

/// A line longer than this is cut around the fault, in bytes.
const LONGEST_LINE: usize = 400;

pub(super) fn render(diagnostics: &[&Diagnostic], lines: &Lines<'_>, style: Style) -> String {
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(110);
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&one(diagnostic, lines, style.locale, &renderer));
        out.push_str("\n\n");
    }
    out
}

fn one(diagnostic: &Diagnostic, lines: &Lines<'_>, locale: Locale, renderer: &Renderer) -> String {
    let level = level(diagnostic.severity).with_name(diagnostic.severity.title(locale));
    let title = level.primary_title(diagnostic.message.get(locale)).id(diagnostic.code);
    let mark = Mark { kind: AnnotationKind::Primary, text: diagnostic.title.get(locale) };
    let mut group = Group::with_title(title).element(extract(&diagnostic.place, lines, &mark));
    for label in &diagnostic.labels {
        let mark = Mark { kind: AnnotationKind::Context, text: label.text.get(locale) };
        group = group.element(extract(&label.place, lines, &mark));
    }
    let help = match locale {
        Locale::French => "que faire\u{A0}",
        Locale::English => "help",
    };
    for hint in &diagnostic.hints {
        group = group.element(Level::HELP.with_name(help).message(hint.get(locale)));
    }
    renderer.render(&[group])
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Information => Level::INFO,
    }
}

/// What is written under a span.
struct Mark<'a> {
    kind: AnnotationKind,
    text: &'a str,
}

/// The line of a place, marked; a file that is empty or gone is named alone.
fn extract<'a>(place: &'a Place, lines: &Lines<'a>, mark: &Mark<'a>) -> Element<'a> {
    let (file, text, span) = (place.file.as_str(), lines.text(&place.file), place.span);
    if text.is_empty() {
        return Origin::path(file).into();
    }
    let start = text.floor_char_boundary(span.start as usize);
    let end = text.floor_char_boundary(span.end as usize).max(start);
    let window = line_around(text, start);
    let line = text.get(window.clone()).unwrap_or("");
    let first = start.saturating_sub(window.start).min(line.len());
    let last = end.saturating_sub(window.start).clamp(first, line.len());
    Snippet::source(line)
        .path(file)
        .line_start(lines.positions(place).0.line)
        .fold(false)
        .annotation(mark.kind.span(first..last).label(mark.text))
        .into()
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
