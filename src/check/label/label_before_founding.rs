//! Le premier label d'un pôle a été donné et commence plus d'un an avant la création du pôle (`founded`).
//! Un label est parfois donné à un projet, dont l'association naît dans l'année : la règle laisse ce délai.
//! Elle se tait si le pôle procède d'une autre organisation (`predecessors`), dont il a pu hériter le
//! label, ou s'il est le résultat (`role: result`) d'un partenariat qui a pu le demander pour lui.
//!
//! ## Pourquoi
//!
//! Une des deux dates est fausse, ou il manque au site l'organisation qui avait le label avant le pôle.
//!
//! ## Exemple
//!
//! ```yaml
//! name: Images & Réseaux
//! founded: 2013-06
//! labels:
//!   - {phase: phase-ii, from: 2009-01-01, until: 2012-12-31, decided: 2009, source: communique}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! name: Images & Réseaux
//! founded: 2005-06
//! labels:
//!   - {phase: phase-ii, from: 2009-01-01, until: 2012-12-31, decided: 2009, source: communique}
//! ```
//! ---
//! The first label of a pole was decided and begins more than a year before the pole was founded
//! (`founded`). A label is sometimes granted to a project whose association is born within the year: the
//! rule leaves that time. It is silent where the pole comes from another organisation (`predecessors`),
//! from which it may have inherited the label, or is the result (`role: result`) of a partnership that may
//! have asked for it.
//!
//! ## Why it matters
//!
//! One of the two dates is wrong, or the site lacks the organisation that had the label before the pole.
//!
//! ## Example
//!
//! ```yaml
//! name: Images & Réseaux
//! founded: 2013-06
//! labels:
//!   - {phase: phase-ii, from: 2009-01-01, until: 2012-12-31, decided: 2009, source: communique}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! name: Images & Réseaux
//! founded: 2005-06
//! labels:
//!   - {phase: phase-ii, from: 2009-01-01, until: 2012-12-31, decided: 2009, source: communique}
//! ```

use std::collections::BTreeSet;

use super::written_label::{WrittenLabel, labels_of, poles};
use crate::date::Date;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::{Data, Federation};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "label-before-founding",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("label antérieur à la création", "label before founding"),
    source: include_str!("label_before_founding.rs"),
    run: Run::Federation(run),
};

/// How long a project that was labelled may take to become an organisation.
const YEARS_OF_A_PROJECT: i64 = 1;

fn run(federation: &Federation, report: &mut Report<'_>) {
    // A file that could not be read may tell where a label comes from.
    if federation.is_partly_unread() {
        return;
    }
    let results = results_of_partnerships(federation);
    for pole in poles(federation) {
        let document = &pole.document;
        let Some(founded) = document.record.date("founded") else { continue };
        let has_predecessor = document.record.list("predecessors").next().is_some();
        if has_predecessor || results.contains(&**pole.id()) || !document.is_read_whole() {
            continue;
        }
        let early = labels_of(pole).filter(|label| is_long_before(label, founded));
        let Some(label) = early.min_by_key(|label| label.term.from.first) else { continue };
        let from = label.term.from;
        let message = wording!(
            "le label commence ({from}) plus d'un an avant la création du pôle ({founded})",
            "the label begins ({from}) more than a year before the pole was founded ({founded})",
        );
        let hint = wording!(
            "corrigez l'une des dates ; si le pôle a hérité du label, citez dans `predecessors` l'organisation qui l'avait",
            "mend one of the dates; if the pole inherited the label, name the organisation that had it in `predecessors`",
        );
        let diagnostic = report.diagnostic(&document.path, label.span("from"), message).hint(hint);
        let span = document.record.span("founded").unwrap_or_default();
        report.push(diagnostic.label(&document.path, span, wording!("la création", "the founding")));
    }
}

/// Whether the label began, and had been decided, longer before than a project takes.
fn is_long_before(label: &WrittenLabel<'_>, founded: Date) -> bool {
    let Some(decided) = label.record.date("decided") else { return false };
    let is_long_before =
        |date: Date| date.years_later(YEARS_OF_A_PROJECT).is_some_and(|date| date.is_surely_before(&founded));
    is_long_before(label.term.from) && is_long_before(decided)
}

/// The ids of what came out of partnerships.
fn results_of_partnerships(federation: &Federation) -> BTreeSet<&str> {
    let partnerships = federation.all().filter_map(|(_, entity)| match &entity.data {
        Data::Partnership(partnership) => Some(partnership),
        _ => None,
    });
    let parties = partnerships.flat_map(|partnership| &partnership.parties);
    parties.filter(|party| party.role == "result").map(|party| &*party.id).collect()
}
