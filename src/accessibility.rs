//! `accessibility.toml`: what the editors declare of the site's accessibility, and the audit by which
//! they know it.
//!
//! Nothing in it is needed: without the file, or without an audit, the site is not compliant and says
//! so. What the site is follows from the verdicts alone ([`Standing`]), never from a word that someone
//! wrote. This module must not know the pages of the site, nor how anything is worded on them.

mod compliance;
mod contradiction;
pub mod criteria;
mod declaration;
pub mod draft;
mod fault;
mod verdicts;
mod words;
mod written;

pub use compliance::{Rate, Standing, State, Tally};
pub use contradiction::{Contradiction, ContradictionKind};
pub use criteria::{Criterion, Number, Theme};
pub use declaration::{
    Action, ActionState, Audit, Contact, Declaration, Exemption, Method, NonConformity, OutOfScope,
    SamplePage, Scheme, Statement, YearPlan,
};
pub use fault::{AccessibilityFault, AccessibilityFaultKind};
pub use verdicts::{Judged, Verdict, Verdicts};
pub use words::Words;
pub use written::{Wanted, Written};

use crate::date::{Date, Day};
use crate::language::Language;
use crate::source::{FilePath, Source, Span, Spanned};
use crate::toml_slip::TomlSlip;
use crate::world::{World, WorldError};

/// The file, at the top of the site's folder.
pub const FILE: &str = "accessibility.toml";

/// How many years an audit, or a declaration that none was made, holds good.
const YEARS_OF_VALIDITY: i64 = 3;

/// What the file says, with all that is wrong in it.
#[derive(Clone, Debug, Default)]
pub struct Accessibility {
    /// What it declares; nothing where it cannot be read.
    pub declaration: Declaration,
    /// What it says that cannot be followed.
    pub faults: Vec<AccessibilityFault>,
    /// What it says that cannot all be true.
    pub contradictions: Vec<Contradiction>,
    /// Every text in it with its place, in order.
    pub texts: Vec<Spanned<String>>,
}

impl Accessibility {
    /// What a site declares; nothing where it has no such file. `languages` are those of its pages.
    ///
    /// # Errors
    /// A file that is there and cannot be read.
    pub fn read(world: &dyn World, languages: &[Language]) -> Result<Self, WorldError> {
        let file = FilePath::new(FILE);
        match world.read(&file) {
            Ok(bytes) => Ok(Self::parse(&Source::decode(file, bytes), languages)),
            Err(error) if error.is_absence() => Ok(Self::default()),
            Err(error) => Err(error),
        }
    }

    /// Reads the text of the file.
    #[must_use]
    pub fn parse(source: &Source, languages: &[Language]) -> Self {
        if let Some(at) = source.broken_at {
            let span = Span::new(at, at + '\u{FFFD}'.len_utf8());
            return Self::unread(AccessibilityFault { span, kind: AccessibilityFaultKind::NotUtf8 });
        }
        match toml::from_str::<Declaration>(&source.text) {
            Ok(mut declaration) => {
                if let Some(audit) = &mut declaration.audit {
                    audit.criteria.place_in(&source.text);
                }
                Self {
                    faults: fault::find(&declaration, languages),
                    contradictions: contradiction::find(&declaration),
                    texts: written::texts(&source.text),
                    declaration,
                }
            }
            Err(error) => {
                let span = error.span().map_or(Span::default(), |range| Span::new(range.start, range.end));
                let slip = TomlSlip::of(error.message(), &source.text);
                Self::unread(AccessibilityFault { span, kind: AccessibilityFaultKind::Unreadable(slip) })
            }
        }
    }

    fn unread(fault: AccessibilityFault) -> Self {
        Self { faults: vec![fault], ..Self::default() }
    }

    /// The audit that was begun by a day.
    #[must_use]
    pub fn audit_by(&self, today: Day) -> Option<&Audit> {
        self.declaration
            .audit
            .as_ref()
            .filter(|audit| audit.date.value.is_some_and(|date| date.first <= today))
    }

    /// What the site is on a day.
    #[must_use]
    pub fn standing(&self, today: Day) -> Standing {
        let Some(audit) = self.audit_by(today) else { return Standing::NoAudit };
        let is_over = audit.date.value.and_then(end_of_validity).is_some_and(|end| end.last < today);
        match Tally::of(&audit.criteria) {
            tally if tally.not_tested > 0 => Standing::Unfinished { left: tally.not_tested },
            tally => match tally.rate() {
                None => Standing::NoAudit,
                Some(rate) if is_over => Standing::Expired(rate),
                Some(rate) => Standing::Audited(rate),
            },
        }
    }

    /// Until when the declaration holds good, with the date that says so: that of the audit, or its own
    /// where no audit was made.
    #[must_use]
    pub fn validity(&self) -> Option<(&Written<Date>, Date)> {
        let audit = self.declaration.audit.as_ref().map(|audit| &audit.date);
        let from = audit.or(self.declaration.statement.date.as_ref())?;
        Some((from, end_of_validity(from.value?)?))
    }
}

/// The last day on which what was found on a date still counts.
fn end_of_validity(date: Date) -> Option<Date> {
    date.years_later(YEARS_OF_VALIDITY)
}
