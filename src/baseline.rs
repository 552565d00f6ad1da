//! The warnings that a site has accepted to live with: a file that is committed with the content,
//! so that later runs speak of what is new.
//!
//! A warning is known by its rule, its file and its words, never by its line: an edit above it does
//! not make it new. Errors are never accepted. This module must not know the disk.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{FilePath, Source};
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
            Ok(bytes) => Ok(Self::parse(&Source::decode(file, bytes).text)),
            Err(error) if error.is_absence() => Ok(Self::default()),
            Err(error) => Err(error),
        }
    }

    fn parse(text: &str) -> Self {
        let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        Self::count(lines.map(str::to_owned))
    }

    /// The baseline that accepts all warnings and remarks of a run.
    #[must_use]
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let accepted = diagnostics.iter().filter(|diagnostic| diagnostic.severity != Severity::Error);
        Self::count(accepted.map(line))
    }

    fn count(lines: impl Iterator<Item = String>) -> Self {
        let mut accepted = BTreeMap::new();
        for line in lines {
            *accepted.entry(line).or_default() += 1;
        }
        Self { accepted }
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
        let mut text = HEADER.to_owned();
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
    let words = diagnostic.message.english.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{code}\t{file}\t{words}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::both;
    use crate::source::{Place, Span};

    fn diagnostic(file: &str, severity: Severity, at: usize) -> Diagnostic {
        Diagnostic {
            code: "a-rule",
            severity,
            title: both("titre", "title").into(),
            place: Place::new(&FilePath::new(file), Span::new(at, at + 1)),
            message: both("une\tfaute", "a\nfault").into(),
            labels: Vec::new(),
            hints: Vec::new(),
            fix: None,
        }
    }

    #[test]
    fn a_warning_is_accepted_as_often_as_it_was_wherever_it_moves() {
        let baseline = Baseline::of(&[diagnostic("a.md", Severity::Warning, 1)]);
        assert_eq!(Baseline::parse(&baseline.text()), baseline);
        let now = vec![diagnostic("a.md", Severity::Warning, 7), diagnostic("a.md", Severity::Warning, 9)];
        let parted = baseline.clone().part(now);
        assert_eq!((parted.new.len(), parted.known, parted.gone), (1, 1, 0));
        let parted = baseline.part(vec![diagnostic("b.md", Severity::Warning, 1)]);
        assert_eq!((parted.new.len(), parted.known, parted.gone), (1, 0, 1));
    }

    #[test]
    fn an_error_is_never_accepted() {
        let error = diagnostic("a.md", Severity::Error, 1);
        assert!(Baseline::of(std::slice::from_ref(&error)).is_empty());
        let baseline = Baseline::of(&[diagnostic("a.md", Severity::Warning, 1)]);
        assert_eq!(baseline.part(vec![error]).new.len(), 1);
    }
}
