//! One line a fault: `content/poles/tes.yaml:3:4: erreur[unknown-key]: …`.

use std::fmt::Write as _;

use super::{Diagnostic, by_file, text_of};
use crate::locale::Locale;
use crate::source::LineIndex;
use crate::world::World;

pub(super) fn render(diagnostics: &[&Diagnostic], world: &dyn World, locale: Locale) -> String {
    let mut out = String::new();
    for group in by_file(diagnostics) {
        let Some(first) = group.first() else { continue };
        let text = text_of(world, &first.place.file);
        let index = LineIndex::new(&text);
        for diagnostic in group {
            let at = index.position(diagnostic.place.span.start);
            let severity = diagnostic.severity.title(locale);
            let (file, code) = (&diagnostic.place.file, diagnostic.code);
            let message = diagnostic.message.get(locale);
            // Writing to a String cannot fail.
            let _ = write!(out, "{file}:{}:{}: {severity}[{code}]: {message}", at.line, at.column);
            for hint in &diagnostic.hints {
                let _ = write!(out, " — {}", hint.get(locale));
            }
            out.push('\n');
        }
    }
    out
}
