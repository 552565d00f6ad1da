//! What a person is shown of very many diagnostics: of each kind three and a count.

use std::collections::BTreeMap;

use super::Diagnostic;
use crate::locale::Locale;

/// More of one kind than a person mends in one go.
const MANY: usize = 20;
/// How many are shown of a kind that has many.
const SHOWN: usize = 3;

/// The diagnostics that are shown, and what is left of each kind that has many.
#[derive(Debug)]
pub struct Abridged<'a> {
    /// Those shown.
    pub shown: Vec<&'a Diagnostic>,
    /// For each kind that has many, the first that is not shown and how many are not.
    pub rest: Vec<(&'a Diagnostic, usize)>,
}

impl<'a> Abridged<'a> {
    /// Shows every diagnostic.
    #[must_use]
    pub fn whole(diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> Self {
        Self { shown: diagnostics.into_iter().collect(), rest: Vec::new() }
    }

    /// Shows three of each kind that has very many.
    #[must_use]
    pub fn new(diagnostics: impl IntoIterator<Item = &'a Diagnostic> + Clone) -> Self {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for diagnostic in diagnostics.clone() {
            *counts.entry(diagnostic.code).or_default() += 1;
        }
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        let mut abridged = Self { shown: Vec::new(), rest: Vec::new() };
        for diagnostic in diagnostics {
            let count = counts.get(diagnostic.code).copied().unwrap_or(0);
            let seen = seen.entry(diagnostic.code).or_default();
            *seen += 1;
            if count <= MANY || *seen <= SHOWN {
                abridged.shown.push(diagnostic);
            } else if *seen == SHOWN + 1 {
                abridged.rest.push((diagnostic, count - SHOWN));
            }
        }
        abridged
    }

    /// A line for each kind that is not shown whole.
    pub(super) fn lines(&self, locale: Locale) -> String {
        let line = |(diagnostic, count): &(&Diagnostic, usize)| {
            let (code, severity) = (diagnostic.code, diagnostic.severity.title(locale));
            let title = diagnostic.title.get(locale);
            match locale {
                Locale::French => format!(
                    "{severity}[{code}]: et {count} autres du même genre ({title}) ; `grappe check --all` les montre\n"
                ),
                Locale::English => format!(
                    "{severity}[{code}]: and {count} more of the same kind ({title}); `grappe check --all` shows them\n"
                ),
            }
        };
        self.rest.iter().map(line).collect()
    }
}
