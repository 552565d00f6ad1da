//! One line a fault: `content/poles/tes.yaml:3:4: erreur[unknown-key]: …`.

use std::fmt::Write as _;

use super::Diagnostic;
use super::texts::Lines;
use crate::locale::Locale;

pub(super) fn render(diagnostics: &[&Diagnostic], lines: &Lines<'_>, locale: Locale) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        let (at, _) = lines.positions(&diagnostic.place);
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
    out
}
