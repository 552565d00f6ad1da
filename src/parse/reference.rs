//! What a file refers to: entries, terms, files, pages, places in them.

use std::sync::Arc;

use crate::schema::{Kind, List};
use crate::source::Span;

/// One reference, at its place.
#[derive(Clone, Debug)]
pub struct Reference {
    /// Where what is referred to is written.
    pub span: Span,
    /// What is referred to.
    pub target: Target,
    /// Where the reference was made.
    pub origin: Origin,
}

/// What is referred to, as written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// An entry by its id.
    Entity {
        /// The kinds that may stand there; empty for any.
        kinds: &'static [Kind],
        /// The kind that the writer named: `pole:tes`.
        named: Option<Kind>,
        /// The id.
        id: Arc<str>,
        /// A place in its text.
        fragment: Option<Arc<str>>,
    },
    /// A term of a list.
    Term {
        /// The list.
        list: List,
        /// The id.
        id: Arc<str>,
    },
    /// A figure of an entry.
    Figure {
        /// The id of the entry.
        entity: Arc<str>,
        /// The metric.
        metric: Arc<str>,
        /// What chooses one of several: `as_of` or `source`, and its value.
        choices: Vec<(Arc<str>, Arc<str>)>,
    },
    /// A file of the content, by a path relative to this one.
    File {
        /// The path as written.
        path: Arc<str>,
        /// A place in its text.
        fragment: Option<Arc<str>>,
    },
    /// A page of the site, by its address.
    Page {
        /// The address, from `/`.
        path: Arc<str>,
        /// A place in it.
        fragment: Option<Arc<str>>,
    },
    /// A place in this very text.
    Anchor {
        /// The anchor.
        fragment: Arc<str>,
    },
}

/// Where a reference was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// In a key of a table.
    Field {
        /// The table.
        shape: &'static str,
        /// The key.
        key: &'static str,
        /// The word of the table's `role`, where it has one.
        role: Option<&'static str>,
    },
    /// In the text.
    Prose,
}
