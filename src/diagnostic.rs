//! What grappe tells a writer: one fault, its place, and what to do.
//!
//! A diagnostic is data. It is sorted, counted and rendered by others; this module must not know
//! any rule, nor where the message is shown.

mod abridged;
mod excerpt;
mod github;
mod human;
mod json;
mod sarif;
mod short;
mod texts;

pub use abridged::Abridged;
pub use excerpt::{Excerpt, Excerpts};
use texts::{Lines, Texts};

use crate::locale::{Locale, Wording};
use crate::source::{FilePath, Place, Span};
use crate::world::World;

/// How much a fault matters. Only errors refuse a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Broken, impossible or leaking: the build is refused.
    Error,
    /// Likely wrong: shown, and never in the way of a publication.
    Warning,
    /// Worth knowing.
    Information,
}

impl Severity {
    /// The word for machines.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Information => "info",
        }
    }

    /// The word for a writer.
    #[must_use]
    pub const fn title(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Self::Error, Locale::French) => "erreur",
            (Self::Warning, Locale::French) => "attention",
            (Self::Information, Locale::French) => "à savoir",
            (_, Locale::English) => self.word(),
        }
    }
}

/// Another place that explains the fault, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// What is to be seen there.
    pub text: Wording,
}

/// A certain mend: other text for a span.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fix {
    /// What to replace.
    pub place: Place,
    /// The text to put there.
    pub replacement: String,
}

/// One fault of the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's code: `dangling-reference`.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The rule's title, a noun phrase.
    pub title: Wording,
    /// Where the fault is.
    pub place: Place,
    /// What is wrong there.
    pub message: Wording,
    /// What is wrong in words that stay, where those of the message hold a count that moves.
    pub lasting: Option<String>,
    /// Other places that explain it.
    pub labels: Vec<Label>,
    /// What to do.
    pub hints: Vec<Wording>,
    /// The mend, where it is certain.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// Adds what to do.
    #[must_use]
    pub fn hint(mut self, hint: Wording) -> Self {
        self.hints.push(hint);
        self
    }

    /// Adds what to do, where there is something to suggest.
    #[must_use]
    pub fn hint_if(self, hint: Option<Wording>) -> Self {
        match hint {
            Some(hint) => self.hint(hint),
            None => self,
        }
    }

    /// Says what is wrong in words that stay the same while a count in the message moves: by them a
    /// warning that was accepted is known again.
    #[must_use]
    pub fn lasting(mut self, words: String) -> Self {
        self.lasting = Some(words);
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn label(mut self, file: &FilePath, span: Span, text: Wording) -> Self {
        self.labels.push(Label { place: Place::new(file, span), text });
        self
    }

    /// Adds a certain mend of the faulty place.
    #[must_use]
    pub fn fix(mut self, replacement: String) -> Self {
        self.fix = Some(Fix { place: self.place.clone(), replacement });
        self
    }

    /// The order in which faults are shown: by file, place, then code.
    fn key(&self) -> (&Place, &'static str, &Wording) {
        (&self.place, self.code, &self.message)
    }
}

/// Sorts diagnostics and drops those that say the same of the same place.
#[must_use]
pub fn sorted(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.sort_by(|left, right| left.key().cmp(&right.key()));
    diagnostics.dedup_by(|right, left| left.key() == right.key());
    diagnostics
}

/// Whether any of them refuses a build.
#[must_use]
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    count(diagnostics, Severity::Error) > 0
}

/// How many have a severity.
#[must_use]
pub fn count<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>, severity: Severity) -> usize {
    diagnostics.into_iter().filter(|diagnostic| diagnostic.severity == severity).count()
}

/// How diagnostics are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// The line and a caret, for a person.
    #[default]
    Human,
    /// One line each.
    Short,
    /// One JSON object.
    Json,
    /// Workflow commands of GitHub.
    Github,
    /// SARIF 2.1.0.
    Sarif,
}

impl Format {
    /// Whether a person reads it as it comes: very many faults of a kind are then shown as three
    /// and a count.
    const fn is_read(self) -> bool {
        matches!(self, Self::Human | Self::Short | Self::Github)
    }
}

/// How to write diagnostics.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// The format.
    pub format: Format,
    /// The writer's language.
    pub locale: Locale,
    /// Whether to colour (human format alone).
    pub colour: bool,
    /// Whether to show every fault of a kind that has very many.
    pub is_whole: bool,
}

/// Writes diagnostics in a format; the texts of the files are read again from the world.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], world: &dyn World, style: Style) -> String {
    let abridged = if style.format.is_read() && !style.is_whole {
        Abridged::new(diagnostics)
    } else {
        Abridged::whole(diagnostics)
    };
    let shown = &abridged.shown;
    let locale = style.locale;
    let texts = Texts::read(shown, world);
    let lines = Lines::new(&texts);
    let mut text = match style.format {
        Format::Human => human::render(shown, &lines, style),
        Format::Short => short::render(shown, &lines, locale),
        Format::Json => json::render(shown, &lines, locale),
        Format::Github => github::render(shown, &lines, locale),
        Format::Sarif => sarif::render(shown, &lines, locale),
    };
    text.push_str(&abridged.lines(locale));
    text
}
