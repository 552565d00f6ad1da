//! What a rule is: a code, a severity, a title, a page of documentation, a function that reports.
//!
//! A rule reads and reports; it never changes what it reads. This module must not know any rule.

use std::sync::Arc;

use crate::config::{ConfigFault, Setting, SiteConfig};
use crate::diagnostic::{Diagnostic, Severity};
use crate::inventory::Inventory;
use crate::locale::{Bilingual, Locale, Wording};
use crate::model::Federation;
use crate::parse::Document;
use crate::plan::Plan;
use crate::source::{FilePath, Place, Span};
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
}

impl<'a> Report<'a> {
    /// A report of one rule, on a site that has it on; `None` where it is off.
    pub fn new(
        rule: &'static Rule,
        config: Option<&SiteConfig>,
        diagnostics: &'a mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let severity = rule.severity_for(config)?;
        Some(Self { rule, severity, diagnostics })
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
            labels: Vec::new(),
            hints: Vec::new(),
            fix: None,
        }
    }

    /// Reports a diagnostic.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}
