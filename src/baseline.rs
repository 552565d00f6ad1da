//! The warnings that a site has accepted to live with: a file that is committed with the content,
//! so that later runs speak of what is new.
//!
//! A warning is known by its rule, its file and its words, never by its line: an edit above it does
//! not make it new. The words are those of its message, whole, since all that they name tells one
//! fault from another: a name, a date, a value. Only a count that a rule makes itself (« et 46
//! autres », « 3 valeurs ») moves while the fault stays, and only the rule knows which of its digits
//! are such a count and which a year or a value. So the rule says which words last
//! ([`Diagnostic::lasting`]); to guess it from the text would accept faults that nobody has seen.
//!
//! A line is accepted as often as it is there. Errors are never accepted, nor is anything on a line
//! that cannot be read or in a merge that nobody has settled: that is told. This module must not
//! know the disk.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{EntryLine, FilePath, Line, Merge, Source, Span, entries};
use crate::world::{World, WorldError};

/// The file, at the top of the site's folder.
pub const FILE: &str = "grappe-baseline.txt";

const HEADER: &str = "\
# Ce que le site accepte pour l'instant : écrit par « grappe check --baseline », à garder avec le contenu.
# What the site lives with for now: written by `grappe check --baseline`, to be kept with the content.
";

/// The warnings accepted, and how often each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    accepted: BTreeMap<String, usize>,
    /// What its file says that nobody can follow.
    pub faults: Vec<BaselineFault>,
    /// What writers noted in it.
    notes: String,
}

/// What the file of a baseline says that nobody can follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BaselineFault {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: BaselineFaultKind,
}

/// What nobody can follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaselineFaultKind {
    /// Git has left two versions.
    Conflict,
    /// A line that is not a rule, a file and words.
    Unreadable,
    /// Bytes that are not UTF-8.
    NotUtf8,
}

/// Diagnostics, sorted out by a baseline.
#[derive(Debug)]
pub struct Parted {
    /// Those that are new.
    pub new: Vec<Diagnostic>,
    /// How many were accepted.
    pub known: usize,
    /// How many were accepted and are there no more.
    pub gone: usize,
}

impl Baseline {
    /// The baseline of a site; an empty one where it has none.
    ///
    /// # Errors
    /// A file that is there and cannot be read.
    pub fn read(world: &dyn World) -> Result<Self, WorldError> {
        let file = FilePath::new(FILE);
        match world.read(&file) {
            Ok(bytes) => Ok(Self::parse(&Source::decode(file, bytes))),
            Err(error) if error.is_absence() => Ok(Self::default()),
            Err(error) => Err(error),
        }
    }

    fn parse(source: &Source) -> Self {
        let mut baseline = Self::default();
        if let Some(at) = source.broken_at {
            baseline.fault(Span::new(at, at + '\u{FFFD}'.len_utf8()), BaselineFaultKind::NotUtf8);
        }
        for line in entries(&source.text) {
            match line {
                Line::Entry(line) => baseline.add(&line),
                Line::Note(note) if HEADER.lines().any(|line| line == note) => {}
                Line::Note(note) => baseline.notes.extend([note, "\n"]),
            }
        }
        baseline
    }

    fn add(&mut self, line: &EntryLine<'_>) {
        match line.merge {
            Merge::Begins => self.fault(line.span, BaselineFaultKind::Conflict),
            Merge::Open | Merge::Mark => {}
            Merge::Settled if is_entry(line.text) => self.accept(line.text.to_owned()),
            Merge::Settled => self.fault(line.span, BaselineFaultKind::Unreadable),
        }
    }

    fn fault(&mut self, span: Span, kind: BaselineFaultKind) {
        self.faults.push(BaselineFault { span, kind });
    }

    fn accept(&mut self, line: String) {
        *self.accepted.entry(line).or_default() += 1;
    }

    /// The baseline that accepts all warnings and remarks of a run.
    #[must_use]
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let mut baseline = Self::default();
        for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.severity != Severity::Error) {
            baseline.accept(line(diagnostic));
        }
        baseline
    }

    /// The same with the notes that writers left in another, which it takes the place of.
    #[must_use]
    pub fn with_notes_of(mut self, other: &Self) -> Self {
        self.notes.clone_from(&other.notes);
        self
    }

    /// Whether its file would be of no use.
    #[must_use]
    pub fn has_nothing_to_say(&self) -> bool {
        self.is_empty() && self.notes.is_empty()
    }

    /// How many warnings it accepts.
    #[must_use]
    pub fn len(&self) -> usize {
        self.accepted.values().sum()
    }

    /// Whether it accepts nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.accepted.is_empty()
    }

    /// The text of its file: a line a warning, sorted, so that two versions merge.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!("{HEADER}{}", self.notes);
        for (line, count) in &self.accepted {
            (0..*count).for_each(|_| text += &format!("{line}\n"));
        }
        text
    }

    /// Takes what is accepted out of diagnostics.
    #[must_use]
    pub fn part(mut self, diagnostics: Vec<Diagnostic>) -> Parted {
        if self.is_empty() {
            return Parted { new: diagnostics, known: 0, gone: 0 };
        }
        let total = diagnostics.len();
        let new: Vec<Diagnostic> = diagnostics.into_iter().filter(|it| !self.take(it)).collect();
        Parted { known: total - new.len(), gone: self.len(), new }
    }

    /// Whether a diagnostic is accepted: as often as it was, and not once more.
    fn take(&mut self, diagnostic: &Diagnostic) -> bool {
        if diagnostic.severity == Severity::Error {
            return false;
        }
        match self.accepted.get_mut(&line(diagnostic)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }
}

/// A diagnostic as a line; the English words stay the same whoever runs it.
fn line(diagnostic: &Diagnostic) -> String {
    let (code, file) = (diagnostic.code, &diagnostic.place.file);
    let words = diagnostic.lasting.as_ref().unwrap_or(&diagnostic.message.english);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{code}\t{file}\t{words}")
}

/// Whether a line is a rule, a file and words, parted by tabs.
fn is_entry(line: &str) -> bool {
    let parts: Vec<&str> = line.split('\t').collect();
    parts.len() == 3 && parts.iter().all(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::both;
    use crate::source::Place;

    fn diagnostic(file: &str, severity: Severity, at: usize) -> Diagnostic {
        Diagnostic {
            code: "a-rule",
            severity,
            title: both("titre", "title").into(),
            place: Place::new(&FilePath::new(file), Span::new(at, at + 1)),
            message: both("une\tfaute", "a\nfault").into(),
            lasting: None,
            labels: Vec::new(),
            hints: Vec::new(),
            fix: None,
        }
    }

    fn warning(file: &str, at: usize) -> Diagnostic {
        diagnostic(file, Severity::Warning, at)
    }

    fn parse(text: &str) -> Baseline {
        Baseline::parse(&Source::decode(FilePath::new(FILE), text.as_bytes().to_vec()))
    }

    #[test]
    fn a_warning_is_accepted_as_often_as_it_was_wherever_it_moves() {
        let baseline = Baseline::of(&[warning("a.md", 1)]);
        assert_eq!(parse(&baseline.text()), baseline);
        let now = vec![warning("a.md", 7), warning("a.md", 9)];
        let parted = baseline.clone().part(now);
        assert_eq!((parted.new.len(), parted.known, parted.gone), (1, 1, 0));
        let parted = baseline.part(vec![warning("b.md", 1)]);
        assert_eq!((parted.new.len(), parted.known, parted.gone), (1, 0, 1));
    }

    #[test]
    fn an_error_is_never_accepted() {
        let error = diagnostic("a.md", Severity::Error, 1);
        assert!(Baseline::of(std::slice::from_ref(&error)).is_empty());
        let baseline = Baseline::of(&[warning("a.md", 1)]);
        assert_eq!(baseline.part(vec![error]).new.len(), 1);
    }

    #[test]
    fn a_count_that_moves_does_not_make_a_warning_new_and_another_name_does() {
        let of = |message: &str, lasting: &str| {
            let mut warning = warning("a.md", 1);
            message.clone_into(&mut warning.message.english);
            warning.lasting(lasting.to_owned())
        };
        let baseline = Baseline::of(&[of("`a` and 3 others", "`a` and others")]);
        let parted = baseline.clone().part(vec![of("`a` and 2 others", "`a` and others")]);
        assert_eq!((parted.new.len(), parted.gone), (0, 0));
        let parted = baseline.part(vec![of("`b` and 3 others", "`b` and others")]);
        assert_eq!((parted.new.len(), parted.gone), (1, 1));
    }

    #[test]
    fn notes_of_writers_are_kept() {
        let before = parse("# Ce que le site accepte\n# À revoir en mars.\na\tb\tc\n");
        let text = Baseline::of(&[warning("a.md", 1)]).with_notes_of(&before).text();
        assert!(text.contains("\n# À revoir en mars.\na-rule\ta.md\ta fault\n"), "{text}");
        assert_eq!(parse(&text).text(), text);
    }

    #[test]
    fn a_file_is_read_whatever_its_line_ends_and_a_line_twice_counts_twice() {
        let baseline = Baseline::of(&[warning("a.md", 1), warning("a.md", 2)]);
        assert_eq!(parse(&format!("\u{FEFF}{}", baseline.text().replace('\n', "\r\n"))), baseline);
        assert_eq!(parse(baseline.text().trim_end()), baseline);
    }
}
