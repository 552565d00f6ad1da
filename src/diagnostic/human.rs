//! The faulty line with a caret under the fault, for a person at a terminal.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Label, Severity, Style, by_file, text_of};
use crate::locale::Locale;
use crate::source::{LineIndex, Span};
use crate::world::World;

/// A line longer than this is cut around the fault, in bytes.
const LONGEST_LINE: usize = 400;

pub(super) fn render(diagnostics: &[&Diagnostic], world: &dyn World, style: Style) -> String {
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(110);
    let mut out = String::new();
    for group in by_file(diagnostics) {
        let Some(first) = group.first() else { continue };
        let text = text_of(world, &first.place.file);
        let index = LineIndex::new(&text);
        for diagnostic in group {
            out.push_str(&one(diagnostic, &text, &index, world, style.locale, &renderer));
            out.push_str("\n\n");
        }
    }
    out
}

fn one(
    diagnostic: &Diagnostic,
    text: &str,
    index: &LineIndex<'_>,
    world: &dyn World,
    locale: Locale,
    renderer: &Renderer,
) -> String {
    let level = level(diagnostic.severity).with_name(diagnostic.severity.title(locale));
    let title = level.primary_title(diagnostic.message.get(locale)).id(diagnostic.code);
    let mark = Mark { kind: AnnotationKind::Primary, text: diagnostic.title.get(locale) };
    let file = diagnostic.place.file.as_str();
    let mut group =
        Group::with_title(title).element(extract(file, text, index, diagnostic.place.span, &mark));
    // The file of the fault is at hand already: it may be large, and its faults many.
    let elsewhere = |label: &Label| {
        (label.place.file != diagnostic.place.file).then(|| text_of(world, &label.place.file))
    };
    let texts: Vec<(&Label, Option<String>)> =
        diagnostic.labels.iter().map(|label| (label, elsewhere(label))).collect();
    for (label, other) in &texts {
        let mark = Mark { kind: AnnotationKind::Context, text: label.text.get(locale) };
        let (file, span) = (label.place.file.as_str(), label.place.span);
        group = group.element(match other {
            Some(other) => extract(file, other, &LineIndex::new(other), span, &mark),
            None => extract(file, text, index, span, &mark),
        });
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

/// The line of a span, marked; a file that is empty or gone is named alone.
fn extract<'a>(
    file: &'a str,
    text: &'a str,
    index: &LineIndex<'_>,
    span: Span,
    mark: &Mark<'a>,
) -> Element<'a> {
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
        .line_start(index.position(span.start).line)
        .fold(false)
        .annotation(mark.kind.span(first..last).label(mark.text))
        .into()
}

/// The line that holds an offset, without its end, cut where it is very long.
fn line_around(text: &str, at: usize) -> Range<usize> {
    let (before, after) = text.split_at(at);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = at + after.find('\n').unwrap_or(after.len());
    let bare_end = line_start + text[line_start..line_end].trim_end_matches('\r').len();
    let from = text.ceil_char_boundary(line_start.max(at.saturating_sub(LONGEST_LINE)));
    let to = text.floor_char_boundary(bare_end.min(at.saturating_add(LONGEST_LINE)));
    from.min(to)..to
}
