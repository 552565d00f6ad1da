//! What parsing finds wrong in one file, as data. The rules above give it a severity and words.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::front_matter::FrontMatterError;
use super::yaml::YamlError;
use super::yaml_slip::YamlSlip;
use crate::date::DateError;
use crate::schema::{Shape, Type};
use crate::source::Span;

/// One fault of a file.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Where it is.
    pub span: Span,
    /// What it is.
    pub kind: FaultKind,
}

impl Fault {
    /// The place of the key that it repeats.
    const fn repeats(&self) -> Option<Span> {
        match self.kind {
            FaultKind::DuplicateKey { first, .. } => Some(first),
            _ => None,
        }
    }
}

/// What is wrong.
#[derive(Clone, Debug)]
pub enum FaultKind {
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// A letter and its accent apart, where one character exists: that character.
    NotNfc(String),
    /// A character that nobody sees.
    InvisibleCharacter(char),
    /// An escape between quotes that stands for a character that nobody sees.
    InvisibleEscape {
        /// As written.
        written: Arc<str>,
        /// What it stands for.
        character: char,
    },
    /// Letters drawn from the mathematical or full-width signs; the text in plain letters.
    PseudoLetters(String),
    /// What a tool left behind; the words found.
    PastedDebris(&'static str),
    /// Two versions of a passage that git left: which one stands, nobody knows.
    OpenMerge,
    /// The text is not YAML that grappe reads.
    InvalidYaml(YamlError),
    /// The front matter is missing or not closed.
    InvalidFrontMatter(FrontMatterError),
    /// A key that the table does not have.
    UnknownKey {
        /// The key as written.
        key: Arc<str>,
        /// The table.
        shape: &'static Shape,
        /// The key that is most likely meant, where it was looked for.
        near: Option<&'static str>,
    },
    /// A key in French, understood.
    FrenchKey {
        /// The canonical key.
        canonical: &'static str,
    },
    /// A key that must be there and is not.
    MissingKey {
        /// The key.
        key: &'static str,
        /// The key that may stand in its place.
        or: Option<&'static str>,
        /// The table.
        shape: &'static Shape,
    },
    /// A key that is there and holds nothing where one value at least is needed.
    EmptyList {
        /// The key.
        key: &'static str,
        /// The table.
        shape: &'static Shape,
    },
    /// A value of another type than the table wants.
    WrongType {
        /// What the table wants.
        expected: Type,
        /// What was written.
        written: Arc<str>,
    },
    /// A key that is there twice.
    DuplicateKey {
        /// The key.
        key: Arc<str>,
        /// Where it stands first.
        first: Span,
    },
    /// A text that other readers of YAML take for a number or a yes.
    TypeTrap {
        /// As written.
        written: Arc<str>,
    },
    /// A key in a translation that a translation may not hold.
    UntranslatableKey {
        /// The key.
        key: &'static str,
    },
    /// A key in an original that only a translation holds.
    TranslationsKey {
        /// The key.
        key: &'static str,
    },
    /// A date that is none.
    ImpossibleDate {
        /// As written.
        written: Arc<str>,
        /// Why.
        error: DateError,
    },
    /// A number that cannot be read without a guess.
    UnreadableFigure {
        /// As written.
        written: Arc<str>,
    },
    /// HTML in a text.
    RawHtml {
        /// Whether it brings a player, or another site, into the page.
        plays: bool,
    },
    /// An address that could run a script or that browsers do not follow; its scheme.
    UnsafeUrl(Arc<str>),
    /// An address that hides where it leads; its host.
    LinkShortener(Arc<str>),
    /// A call to click that is not a link.
    EmptyCallToAction,
    /// A note that has no text.
    UndefinedFootnote(Arc<str>),
    /// A directive that no theme knows, or that lacks what it needs.
    UnknownDirective {
        /// Its name, as written.
        name: Arc<str>,
    },
    /// A directive whose argument cannot be read.
    BrokenDirective,
    /// A directive with an option that it does not know.
    UnknownOption {
        /// The option.
        key: Arc<str>,
    },
    /// Two braces that nothing closes on their line.
    UnclosedDirective,
    /// A file that no kind reads.
    MisplacedFile(Misplacement),
}

impl FaultKind {
    /// Whether nothing of the file can be known.
    #[must_use]
    pub const fn hides_all(&self) -> bool {
        matches!(self, Self::NotUtf8 | Self::OpenMerge | Self::InvalidYaml(_) | Self::InvalidFrontMatter(_))
    }

    /// Whether the file may say something that was not read because of it.
    #[must_use]
    pub const fn hides_a_value(&self) -> bool {
        matches!(
            self,
            Self::NotUtf8
                | Self::OpenMerge
                | Self::InvalidYaml(_)
                | Self::InvalidFrontMatter(_)
                | Self::UnknownKey { .. }
                | Self::WrongType { .. }
                | Self::DuplicateKey { .. }
                | Self::ImpossibleDate { .. }
                | Self::UnreadableFigure { .. }
        )
    }
}

/// Why no kind reads a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misplacement {
    /// It lies in no folder of a kind.
    Folder,
    /// It has another ending than its kind's.
    Extension(&'static str),
    /// It is named as a translation into the language of originals.
    FirstLanguage(String),
    /// It is a translation into a language that the site does not have.
    Language(String),
    /// Its name has a dot, and what follows it is no language; the name.
    DottedName(String),
    /// A list of terms that grappe does not know.
    List,
}

/// Drops the faults that another fault of the same file explains.
pub(super) fn settle(faults: &mut Vec<Fault>) {
    let is_debris = |fault: &&Fault| matches!(fault.kind, FaultKind::PastedDebris(_));
    let debris: Vec<Span> = faults.iter().filter(is_debris).map(|fault| fault.span).collect();
    let is_broken = faults.iter().any(|fault| matches!(fault.kind, FaultKind::NotUtf8));
    let repeated: BTreeSet<Span> = faults.iter().filter_map(Fault::repeats).collect();
    let is_merge =
        |fault: &Fault| matches!(fault.kind, FaultKind::InvalidYaml(YamlError::Grammar(YamlSlip::Conflict)));
    let mut is_merge_told = faults.iter().any(is_merge);
    faults.retain(|fault| match fault.kind {
        // They are settled in one go.
        FaultKind::OpenMerge => !std::mem::replace(&mut is_merge_told, true),
        FaultKind::UnknownDirective { .. } => !debris.iter().any(|debris| covers(*debris, fault.span)),
        // Saved in another encoding, a key loses its letters and the grammar its signs.
        FaultKind::UnknownKey { .. } | FaultKind::MissingKey { .. } | FaultKind::InvalidYaml(_) => !is_broken,
        // One of the two lines goes: which name stays is told once it stands alone.
        FaultKind::FrenchKey { .. } => !repeated.contains(&fault.span),
        FaultKind::InvisibleCharacter(character) => !(is_broken && character.is_control()),
        _ => true,
    });
}

const fn covers(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
