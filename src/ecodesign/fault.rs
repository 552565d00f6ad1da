//! What is wrong in a declaration, as data; a rule words it.

use crate::source::Span;
use crate::toml_slip::TomlSlip;

/// What is wrong in a declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EcodesignFault {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: EcodesignFaultKind,
}

/// What is wrong in a declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EcodesignFaultKind {
    /// It is not TOML, or has a key or type that is not known.
    Unreadable(TomlSlip),
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// A criterion that the standard does not have.
    UnknownCriterion(String),
    /// Not a date.
    Date(String),
    /// Not a span of time: `6 months`.
    Period(String),
    /// Not the address of a page.
    Address(String),
    /// Words in a language that the site does not have.
    ForeignLanguage {
        /// The tag written.
        tag: String,
        /// Those of the site.
        languages: Vec<String>,
    },
    /// A figure that cannot be: a PUE below 1, a share above 100 per cent.
    Figure,
    /// A figure without which a fact says nothing.
    NoFigure,
    /// A fact without words or an address that it comes from.
    NoSource,
    /// A criterion that is validated or put aside, without a word on why.
    NoWords(&'static str),
    /// A state for a criterion that the build alone answers.
    OfBuild(&'static str),
    /// A state that the facts of the file do not bear out.
    AgainstFacts(&'static str),
}

impl EcodesignFaultKind {
    /// Whether two statements of the file gainsay each other, or one gainsays who can answer.
    #[must_use]
    pub const fn is_contradiction(&self) -> bool {
        matches!(self, Self::OfBuild(_) | Self::AgainstFacts(_))
    }
}
