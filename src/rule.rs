//! What a rule is: a code, a severity, a title, a page of documentation, a function that reports.
//!
//! A rule reads and reports; it never changes what it reads. This module must not know any rule.

mod page_report;

use std::sync::Arc;

pub use page_report::{PageFault, PageReport};

use crate::baseline::BaselineFault;
use crate::config::{ConfigFault, Setting, SiteConfig};
use crate::diagnostic::{Diagnostic, Severity};
use crate::inventory::Inventory;
use crate::locale::{Bilingual, Locale, Wording};
use crate::measures::Measures;
use crate::model::Federation;
use crate::parse::Document;
use crate::plan::Plan;
use crate::rendered::RenderedPage;
use crate::source::{FilePath, Place, Span};
use crate::suggestion::{nearest, nearest_path};
use crate::theme::ThemeFault;

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Its name, which says the fault.
    pub code: &'static str,
    /// How much the fault matters, unless the site says otherwise.
    pub severity: Severity,
    /// What it belongs to.
    pub pack: Pack,
    /// The fault in a few words.
    pub title: Bilingual,
    /// The rule's own file: its first comment is its documentation, in French then English.
    pub source: &'static str,
    /// What finds the fault.
    pub run: Run,
}

/// What a rule belongs to, and is switched on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pack {
    /// Any federation.
    Core,
    /// France: the codes of its regions, the phases of its label, the prose of its language.
    France,
}

impl Pack {
    /// Whether a site has it on; before the configuration is read, only the core is.
    #[must_use]
    pub fn is_on(self, config: Option<&SiteConfig>) -> bool {
        match self {
            Self::Core => true,
            Self::France => config.is_some_and(|config| config.france),
        }
    }
}

/// What a rule looks at.
#[derive(Clone, Copy, Debug)]
pub enum Run {
    /// The configuration, when it cannot be used.
    Config(fn(&[ConfigFault], &mut Report<'_>)),
    /// The paths of the content.
    Inventory(fn(&Inventory, &mut Report<'_>)),
    /// The file of the warnings that were accepted.
    Baseline(fn(&[BaselineFault], &mut Report<'_>)),
    /// The theme and its templates.
    Theme(fn(&[ThemeFault], &mut Report<'_>)),
    /// One file: the results can be kept with it.
    Document(fn(&Document, &mut Report<'_>)),
    /// All entities.
    Federation(fn(&Federation, &mut Report<'_>)),
    /// All routes.
    Plan(fn(&Federation, &Plan, &mut Report<'_>)),
    /// What files are allowed and had no need of, once every other rule has spoken.
    Allowances(fn(&[Allowance], &mut Report<'_>)),
    /// One page as visitors receive it: the results can be kept with its bytes.
    Page {
        /// The criteria of accessibility that it answers, by their numbers in the RGAA.
        criteria: &'static [&'static str],
        /// What finds the fault.
        run: fn(&RenderedPage<'_>, &mut PageReport<'_>),
    },
    /// All pages together, by what was measured of each.
    Pages {
        /// The criteria of accessibility that it answers, by their numbers in the RGAA.
        criteria: &'static [&'static str],
        /// What finds the fault.
        run: fn(&Measures, &Federation, &mut PageReport<'_>),
    },
}

/// A rule that a file departs from.
#[derive(Clone, Debug)]
pub struct Allowance {
    /// The file.
    pub file: FilePath,
    /// The code of the rule, as written.
    pub code: Arc<str>,
    /// Where the code stands.
    pub span: Span,
}

impl Rule {
    /// Whether it looks at pages that were made, and not at what they are made from.
    #[must_use]
    pub const fn is_of_pages(&self) -> bool {
        matches!(self.run, Run::Page { .. } | Run::Pages { .. })
    }

    /// The severity on a site; `None` where it is switched off.
    #[must_use]
    pub fn severity_for(&self, config: Option<&SiteConfig>) -> Option<Severity> {
        if !self.pack.is_on(config) {
            return None;
        }
        match config.and_then(|config| config.rules.get(self.code)) {
            None => Some(self.severity),
            Some(Setting::Off) => None,
            Some(Setting::Info) => Some(Severity::Information),
            Some(Setting::Warning) => Some(Severity::Warning),
            Some(Setting::Error) => Some(Severity::Error),
        }
    }

    /// Its documentation in Markdown, without a title.
    #[must_use]
    pub fn documentation(&self, locale: Locale) -> String {
        let comment = self.source.lines().map_while(|line| line.strip_prefix("//!"));
        let text: Vec<&str> = comment.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        let text = text.join("\n");
        let (french, english) = text.split_once("\n---\n").unwrap_or((&text, &text));
        match locale {
            Locale::French => french.trim().to_owned(),
            Locale::English => english.trim().to_owned(),
        }
    }
}

/// Where a rule reports.
pub struct Report<'a> {
    rule: &'static Rule,
    severity: Severity,
    diagnostics: &'a mut Vec<Diagnostic>,
    /// How much it may still compare names with what writers wrote.
    comparisons_left: usize,
}

/// How many names, of usual length, a rule compares in one run with what writers wrote. A site where a
/// hundred thousand names are wrong has one fault, and is told so without looking at each.
const MOST_COMPARISONS: usize = 500_000;

/// What a message or hint may hold, in bytes.
const LONGEST_WORDING: usize = 1000;

/// What comparing two names of usual length costs, in pairs of letters.
const USUAL_COST: usize = 400;

impl<'a> Report<'a> {
    /// A report of one rule, on a site that has it on; `None` where it is off.
    pub fn new(
        rule: &'static Rule,
        config: Option<&SiteConfig>,
        diagnostics: &'a mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let severity = rule.severity_for(config)?;
        Some(Self { rule, severity, diagnostics, comparisons_left: MOST_COMPARISONS })
    }

    /// A diagnostic of this rule, to complete and [`push`](Self::push).
    #[must_use]
    pub fn diagnostic(&self, file: &FilePath, span: Span, message: Wording) -> Diagnostic {
        Diagnostic {
            code: self.rule.code,
            severity: self.severity,
            title: self.rule.title.into(),
            place: Place::new(file, span),
            message,
            lasting: None,
            labels: Vec::new(),
            hints: Vec::new(),
            fix: None,
        }
    }

    /// The name that a writer most likely meant; none any more after very many were asked for.
    #[must_use]
    pub fn nearest<'b>(
        &mut self,
        written: &str,
        names: impl IntoIterator<Item = &'b str>,
    ) -> Option<&'b str> {
        self.compare(written, names, |names| nearest(written, names))
    }

    /// The path or address that a writer most likely meant, under the same limit.
    #[must_use]
    pub fn nearest_path<'b>(
        &mut self,
        written: &str,
        paths: impl IntoIterator<Item = &'b str>,
    ) -> Option<&'b str> {
        self.compare(written, paths, |paths| nearest_path(written, paths))
    }

    fn compare<'b>(
        &mut self,
        written: &str,
        names: impl IntoIterator<Item = &'b str>,
        find: impl FnOnce(&mut dyn Iterator<Item = &'b str>) -> Option<&'b str>,
    ) -> Option<&'b str> {
        if self.comparisons_left == 0 {
            return None;
        }
        let left = &mut self.comparisons_left;
        let cost = |name: &str| 1 + name.len().saturating_mul(written.len()) / USUAL_COST;
        find(&mut names.into_iter().inspect(|name| *left = left.saturating_sub(cost(name))))
    }

    /// Reports a diagnostic. What quotes a very long value is cut: nobody reads it whole.
    pub fn push(&mut self, mut diagnostic: Diagnostic) {
        diagnostic.message.shorten(LONGEST_WORDING);
        let labels = diagnostic.labels.iter_mut().map(|label| &mut label.text);
        labels.chain(&mut diagnostic.hints).for_each(|words| words.shorten(LONGEST_WORDING));
        self.diagnostics.push(diagnostic);
    }
}
