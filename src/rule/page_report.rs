//! Where rules report what is wrong in pages: a fault knows its page and element, not yet who wrote it.

use super::Rule;
use crate::config::SiteConfig;
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::Wording;
use crate::rendered::Trace;
use crate::source::{FilePath, Place, Span};

/// Something wrong in a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageFault {
    /// The rule.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The rule's title.
    pub title: Wording,
    /// The address of the page; empty where it is about what was measured of all.
    pub page: String,
    /// Where it was written, where that is known from the start.
    pub place: Option<Place>,
    /// The element; nothing where the page as a whole is at fault.
    pub trace: Option<Trace>,
    /// What is wrong there, in words that do not name the page.
    pub message: Wording,
    /// What to do.
    pub hints: Vec<Wording>,
}

impl PageFault {
    /// Adds what to do.
    #[must_use]
    pub fn hint(mut self, hint: Wording) -> Self {
        self.hints.push(hint);
        self
    }
}

/// Where a rule reports what is wrong in pages.
pub struct PageReport<'a> {
    rule: &'static Rule,
    severity: Severity,
    faults: &'a mut Vec<PageFault>,
    /// How many were reported of the page that was reported last.
    of_page: usize,
}

/// How often a rule is told of one page: a page in which a fault is a thousand times has one cause.
const MOST_OF_PAGE: usize = 50;

impl<'a> PageReport<'a> {
    /// A report of one rule, on a site that has it on; `None` where it is off.
    pub fn new(rule: &'static Rule, config: &SiteConfig, faults: &'a mut Vec<PageFault>) -> Option<Self> {
        let severity = rule.severity_for(Some(config))?;
        Some(Self { rule, severity, faults, of_page: 0 })
    }

    /// A fault of an element of a page, to complete and [`push`](Self::push).
    #[must_use]
    pub fn at(&self, page: &str, element: Element<'_>, message: Wording) -> PageFault {
        PageFault { trace: Some(Trace::of(element)), ..self.of(page, message) }
    }

    /// A fault of a page as a whole, to complete and [`push`](Self::push).
    #[must_use]
    pub fn of(&self, page: &str, message: Wording) -> PageFault {
        PageFault {
            code: self.rule.code,
            severity: self.severity,
            title: self.rule.title.into(),
            page: page.to_owned(),
            place: None,
            trace: None,
            message,
            hints: Vec::new(),
        }
    }

    /// A fault of what a file of the site says of all pages, to complete and [`push`](Self::push).
    #[must_use]
    pub fn of_file(&self, file: &FilePath, span: Span, message: Wording) -> PageFault {
        PageFault { place: Some(Place::new(file, span)), ..self.of("", message) }
    }

    /// Reports a fault; no more of a page that has very many.
    pub fn push(&mut self, fault: PageFault) {
        let is_same_page = self.faults.last().is_some_and(|last| last.page == fault.page);
        self.of_page = if is_same_page { self.of_page + 1 } else { 1 };
        if self.of_page <= MOST_OF_PAGE {
            self.faults.push(fault);
        }
    }
}
