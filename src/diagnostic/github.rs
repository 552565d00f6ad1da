//! One workflow command a fault, which GitHub shows beside the lines of a change.

use super::texts::Lines;
use super::{Diagnostic, Severity};
use crate::locale::Locale;

pub(super) fn render(diagnostics: &[&Diagnostic], lines: &Lines<'_>, locale: Locale) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&command(diagnostic, lines, locale));
        out.push('\n');
    }
    out
}

fn command(diagnostic: &Diagnostic, lines: &Lines<'_>, locale: Locale) -> String {
    let name = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information => "notice",
    };
    let (start, end) = lines.positions(&diagnostic.place);
    let file = property(diagnostic.place.file.as_str());
    let title = property(&format!("{} [{}]", diagnostic.title.get(locale), diagnostic.code));
    let hints = diagnostic.hints.iter().map(|hint| hint.get(locale));
    let words: Vec<&str> = std::iter::once(diagnostic.message.get(locale)).chain(hints).collect();
    let message = data(&words.join("\n"));
    // Columns are only understood within one line.
    let place = if start.line == end.line {
        format!("line={},col={},endColumn={}", start.line, start.column, end.column)
    } else {
        format!("line={},endLine={}", start.line, end.line)
    };
    format!("::{name} file={file},{place},title={title}::{message}")
}

/// A message: what would end the command is escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property: what would end it is escaped too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::property;

    #[test]
    fn what_ends_a_property_is_escaped() {
        assert_eq!(property("a: b, 100 %\nc"), "a%3A b%2C 100 %25%0Ac");
    }
}
