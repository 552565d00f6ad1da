//! Fixes put into texts: what each file would be, and how that differs from what it is.
//!
//! Everything here is data. Whoever shows it or writes it stands above; this module must not know
//! the disk.

use std::collections::BTreeMap;

use similar::TextDiff;

use crate::diagnostic::{Diagnostic, Fix};
use crate::parse::{is_combining, is_invisible};
use crate::source::FilePath;
use crate::world::World;

/// One file, mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The file.
    pub file: FilePath,
    /// What it holds.
    pub before: String,
    /// What it is to hold.
    pub after: String,
    /// How many faults that mends.
    pub count: usize,
}

impl Change {
    /// The lines that differ, with three around them, as `diff -u` writes them, for a person: what
    /// nobody sees is written out, and line ends, which no fix touches, are left to the terminal.
    #[must_use]
    pub fn diff(&self) -> String {
        let file = self.file.as_str();
        let (before, after) = (shown(&self.before), shown(&self.after));
        TextDiff::from_lines(&before, &after).unified_diff().header(file, file).to_string()
    }
}

/// A text of which every character can be seen, and none moves a terminal's cursor.
fn shown(text: &str) -> String {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut shown = String::with_capacity(text.len() + 1);
    for line in text.split_terminator('\n') {
        for character in line.strip_suffix('\r').unwrap_or(line).chars() {
            if is_unseen(character) {
                shown.extend(["⟨U+", &format!("{:04X}", u32::from(character)), "⟩"]);
            } else {
                shown.push(character);
            }
        }
        shown.push('\n');
    }
    shown
}

/// A control character, one without a width, or an accent that looks the same as a part of its letter.
fn is_unseen(character: char) -> bool {
    is_invisible(character) || character == '\r' || is_combining(character)
}

/// What the certain mends of diagnostics make of their files, in the order of paths.
///
/// Of two mends that touch each other only the first is made: the next run has the other. A file
/// that cannot be read as text any more is left alone.
#[must_use]
pub fn changes(diagnostics: &[Diagnostic], world: &dyn World) -> Vec<Change> {
    let mut by_file: BTreeMap<&FilePath, Vec<&Fix>> = BTreeMap::new();
    for fix in diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.as_ref()) {
        by_file.entry(&fix.place.file).or_default().push(fix);
    }
    by_file.into_iter().filter_map(|(file, fixes)| change(file, fixes, world)).collect()
}

fn change(file: &FilePath, mut fixes: Vec<&Fix>, world: &dyn World) -> Option<Change> {
    let before = String::from_utf8(world.read(file).ok()?).ok()?;
    fixes.sort_by_key(|fix| fix.place.span);
    let mut after = String::with_capacity(before.len());
    let (mut at, mut count) = (0, 0);
    for fix in fixes {
        let range = fix.place.span.range();
        let (Some(kept), true) = (before.get(at..range.start), before.get(range.clone()).is_some()) else {
            continue;
        };
        after.push_str(kept);
        after.push_str(&fix.replacement);
        (at, count) = (range.end, count + 1);
    }
    after.push_str(before.get(at..)?);
    (after != before).then(|| Change { file: file.clone(), before, after, count })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Day;
    use crate::diagnostic::Severity;
    use crate::locale::both;
    use crate::source::{Place, Span};
    use crate::world::MemoryWorld;

    fn diagnostic(start: usize, end: usize, replacement: &str) -> Diagnostic {
        Diagnostic {
            code: "a-rule",
            severity: Severity::Warning,
            title: both("titre", "title").into(),
            place: Place::new(&FilePath::new("content/a.md"), Span::new(start, end)),
            message: both("faute", "fault").into(),
            lasting: None,
            labels: Vec::new(),
            hints: Vec::new(),
            fix: None,
        }
        .fix(replacement.to_owned())
    }

    fn mended(text: &str, diagnostics: &[Diagnostic]) -> Option<String> {
        let mut world = MemoryWorld::new(Day::constant(2026, 1, 1));
        world.insert("content/a.md", text);
        changes(diagnostics, &world).pop().map(|change| change.after)
    }

    #[test]
    fn fixes_are_made_from_first_to_last_and_never_over_each_other() {
        let fixes = [diagnostic(6, 9, "trois"), diagnostic(0, 2, "1"), diagnostic(8, 10, "x")];
        assert_eq!(mended("un et 2.0 ok", &fixes).as_deref(), Some("1 et trois ok"));
    }

    #[test]
    fn a_fix_that_the_text_has_no_place_for_is_left() {
        assert_eq!(mended("é", &[diagnostic(1, 2, "e")]), None);
        assert_eq!(mended("a", &[diagnostic(5, 9, "e")]), None);
    }

    #[test]
    fn what_nobody_sees_is_shown_and_the_terminal_is_left_alone() {
        let (file, before) = (FilePath::new("a.md"), "\u{FEFF}a\r\ne\u{301}\u{1B}[2J\r\u{200B}");
        let change = Change { file, before: before.into(), after: "\u{FEFF}a\r\né".into(), count: 3 };
        let shown = "-e⟨U+0301⟩⟨U+001B⟩[2J⟨U+000D⟩⟨U+200B⟩\n+é\n";
        assert_eq!(change.diff(), format!("--- a.md\n+++ a.md\n@@ -1,2 +1,2 @@\n a\n{shown}"));
    }

    #[test]
    fn a_change_is_shown_line_by_line() {
        let file = FilePath::new("content/a.md");
        let change = Change { file, before: "a\nb\n".into(), after: "a\nc\n".into(), count: 1 };
        assert_eq!(change.diff(), "--- content/a.md\n+++ content/a.md\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n");
    }
}
