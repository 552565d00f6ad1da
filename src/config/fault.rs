//! What is wrong in the configuration, as data; a rule words it.

use crate::budget::Limit;
use crate::source::Span;
use crate::toml_slip::TomlSlip;

/// What is wrong in the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigFault {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: ConfigFaultKind,
}

/// What is wrong in the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigFaultKind {
    /// It is not TOML, or has a key or type that is not known.
    Unreadable(TomlSlip),
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// A folder of content that is not below the site's, or not written plainly.
    Root(String),
    /// A folder of content that is another one, or lies in it.
    NestedRoot {
        /// The folder.
        root: String,
        /// The other.
        other: String,
    },
    /// No folder of content.
    NoRoot,
    /// A language tag that is none.
    Language(String),
    /// A language that stands in the list already.
    RepeatedLanguage(String),
    /// Words for a language that the site does not have.
    ForeignLanguage {
        /// The tag written.
        tag: String,
        /// Those of the site.
        languages: Vec<String>,
    },
    /// No language.
    NoLanguage,
    /// The address is not one: `https://…`.
    Address(String),
    /// The address of the licence is not one: `https://…`.
    LicenceAddress(String),
    /// A list page must have 1 to 1,000 entries.
    PageSize,
    /// What no site does without, or grappe does not know.
    UnknownExtra(String),
    /// What stands in the list already.
    RepeatedExtra(String),
    /// The colour is not `#rrggbb`.
    Colour(String),
    /// A time zone that is not known.
    TimeZone(String),
    /// A folder's name with a slash or dots in it.
    Theme(String),
    /// A part of addresses that is not there.
    UnknownRoute(String),
    /// A part of an address that is not lower-case letters, digits and hyphens.
    RouteWord(String),
    /// Two parts of addresses with one word.
    SameWord {
        /// The word.
        word: String,
        /// The other part that has it.
        other: &'static str,
    },
    /// A section whose word begins the addresses of another language.
    LanguageWord(String),
    /// A rule that is not there.
    UnknownRule(String),
    /// The address of an editor that names no file, has no scheme, or would run in the page.
    Editor(String),
    /// A kind of page that is not there.
    UnknownPageKind(String),
    /// A limit that no page can keep.
    UnreachableBudget(Limit),
    /// Not the address of another site: `https://host`.
    ThirdParty(String),
    /// Another site that pages may ask for files, without a reason.
    NoReason(String),
    /// The electricity of the host is neither a country known nor a number of grams.
    Grid(String),
}
