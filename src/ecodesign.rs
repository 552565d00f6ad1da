//! What a site says of its ecodesign: the criteria of the French standard, what editors declare of them, what
//! measures prove, and the score of both together.
//!
//! Nothing is validated that was not measured or declared. This module must not know how pages are made, nor
//! in what words evidence shows.

mod assessment;
mod criteria;
mod criterion;
mod declaration;
mod evidence;
mod facts;
mod fault;
mod file;
mod grounds;
mod proof;
mod texts;
mod verification;

pub use assessment::{Answer, Assessment, Contradiction, Score, State};
pub use criteria::CRITERIA;
pub use criterion::{Class, Criterion, Weight, criterion};
pub use declaration::{Claim, Declaration, Fact, Hardware, Host, Referent, Review};
pub use evidence::{Evidence, Figure};
pub use fault::{EcodesignFault, EcodesignFaultKind};
pub use grounds::{Content, Grounds};
pub use texts::Texts;
pub use verification::Verification;

use crate::config::SiteConfig;
use crate::parse::each_mark;
use crate::source::{Source, Span};

/// The file of what editors declare, at the top of the site's folder.
pub const FILE: &str = "eco-design.toml";

/// The file of what was verified at the live host, written by the command that verifies it.
pub const VERIFICATION_FILE: &str = "host-verification.toml";

/// What a site declares, and what was verified of its host.
#[derive(Clone, Debug, Default)]
pub struct Ecodesign {
    /// What editors declare.
    pub declaration: Declaration,
    /// What was verified at the live host; nothing where nobody did, or at another address.
    pub verification: Option<Verification>,
    /// What is wrong in the declaration.
    pub faults: Vec<EcodesignFault>,
    /// What is wrong in the record of the host.
    pub verification_fault: Option<EcodesignFault>,
    /// Where values are still to be filled in.
    pub to_fill: Vec<Span>,
}

impl Ecodesign {
    /// Reads the files of a site, those that are there.
    #[must_use]
    pub fn read(declaration: Option<&Source>, verification: Option<&Source>, config: &SiteConfig) -> Self {
        let (mut read, mut faults) = (Declaration::default(), Vec::new());
        let mut to_fill = Vec::new();
        if let Some(source) = declaration {
            (read, faults) = declaration::read(source, config);
            to_fill = each_mark(&source.text).map(|range| Span::new(range.start, range.end)).collect();
        }
        let verified = verification.map_or(Ok(None), |source| verification::read(source, config));
        let (verification, verification_fault) = match verified {
            Ok(verification) => (verification, None),
            Err(fault) => (None, Some(fault)),
        };
        Self { declaration: read, verification, faults, verification_fault, to_fill }
    }
}
