//! A page as visitors receive it, read once for all rules that look at pages.
//!
//! This module must not know any rule, nor how the page was made.

use crate::html::tree::{Element, Tree};
use crate::language::Language;
use crate::measures::PageRecord;
use crate::model::Federation;
use crate::plan::{Plan, Subject};

/// A page as visitors receive it.
pub struct RenderedPage<'a> {
    /// What it is about.
    pub subject: &'a Subject,
    /// Its language.
    pub language: &'a Language,
    /// Its elements.
    pub tree: &'a Tree,
    /// What was measured of it.
    pub record: &'a PageRecord,
    /// The federation.
    pub federation: &'a Federation,
    /// Every route.
    pub plan: &'a Plan,
}

/// An element as it was made, in its own words: enough to find who wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// Its name.
    pub name: String,
    /// Its attributes.
    pub attributes: Vec<(String, String)>,
    /// Its text, the beginning of it where it is long.
    pub text: String,
}

/// How many letters of an element's text are kept.
const LONGEST_TEXT: usize = 200;

impl Trace {
    /// The trace of an element.
    #[must_use]
    pub fn of(element: Element<'_>) -> Self {
        let attributes = element.attributes().map(|(name, value)| (name.to_owned(), value.to_owned()));
        let text = element.text();
        Self {
            name: element.name().to_owned(),
            attributes: attributes.collect(),
            text: text.trim().chars().take(LONGEST_TEXT).collect(),
        }
    }
}
