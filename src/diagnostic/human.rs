//! The faulty line with a caret under the fault, for a person at a terminal.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::excerpt::Marked;
use super::texts::Lines;
use super::{Diagnostic, Severity, Style};
use crate::locale::Locale;
use crate::source::Place;

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
    let Marked { line, fault } = Marked::new(text, span);
    let line = text.get(line).unwrap_or("");
    Snippet::source(line)
        .path(file)
        .line_start(lines.positions(place).0.line)
        .fold(false)
        .annotation(mark.kind.span(fault).label(mark.text))
        .into()
}
