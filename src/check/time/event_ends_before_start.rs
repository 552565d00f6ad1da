//! Un événement ou l'une de ses séances finit avant de commencer, ou un appel ferme avant d'ouvrir. Les
//! heures sont comparées si les deux dates en ont une. Une date partielle (`2026-12`) n'est relevée que si
//! aucun de ses jours ne convient.
//!
//! ## Pourquoi
//!
//! L'une des deux dates est fausse. L'agenda donnerait un événement fini avant d'avoir eu lieu, et l'appel
//! ne serait jamais ouvert.
//!
//! ## Exemple
//!
//! ```yaml
//! start: 2026-12-01T14:00
//! end: 2026-12-01T12:30
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! start: 2026-12-01T08:00
//! end: 2026-12-01T12:30
//! ```
//! ---
//! An event or one of its sessions ends before it starts, or a call closes before it opens. Hours are
//! compared where both dates have one. A partial date (`2026-12`) is reported only where none of its days
//! would do.
//!
//! ## Why it matters
//!
//! One of the two dates is wrong. The agenda would give an event that is over before it takes place, and the
//! call would never be open.
//!
//! ## Example
//!
//! ```yaml
//! start: 2026-12-01T14:00
//! end: 2026-12-01T12:30
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! start: 2026-12-01T08:00
//! end: 2026-12-01T12:30
//! ```

use crate::diagnostic::Severity;
use crate::locale::{Wording, both};
use crate::model::Federation;
use crate::parse::{Document, Record};
use crate::rule::{Pack, Report, Rule, Run};
use crate::schema::Kind;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "event-ends-before-start",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("fin avant le début", "end before the start"),
    source: include_str!("event_ends_before_start.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for (_, entity) in federation.all() {
        let document = &entity.document;
        match entity.kind() {
            Kind::Event => {
                ends(document, &document.record, report);
                for (session, _) in document.record.records("sessions") {
                    ends(document, session, report);
                }
            }
            Kind::Call => {
                let message = |closes: &str, opens: &str| {
                    wording!(
                        "l'appel ferme (`{closes}`) avant d'ouvrir (`{opens}`)",
                        "the call closes (`{closes}`) before it opens (`{opens}`)",
                    )
                };
                period(document, &document.record, ("opens", "closes"), message, report);
            }
            _ => {}
        }
    }
}

fn ends(document: &Document, record: &Record, report: &mut Report<'_>) {
    let message = |end: &str, start: &str| {
        wording!(
            "la fin (`{end}`) vient avant le début (`{start}`)",
            "the end (`{end}`) comes before the start (`{start}`)",
        )
    };
    period(document, record, ("start", "end"), message, report);
}

/// Tells the end of a period that comes before its start; `keys` are those of its start and end.
fn period(
    document: &Document,
    record: &Record,
    keys: (&str, &str),
    message: impl Fn(&str, &str) -> Wording,
    report: &mut Report<'_>,
) {
    let (Some(start), Some(end)) = (record.date(keys.0), record.date(keys.1)) else { return };
    if !end.is_surely_before(&start) {
        return;
    }
    let place = |key| record.span(key).unwrap_or_default();
    let hint = wording!("corrigez l'une des deux dates", "mend one of the two dates");
    let message = message(&end.machine(), &start.machine());
    let diagnostic = report.diagnostic(&document.path, place(keys.1), message).hint(hint);
    report.push(diagnostic.label(&document.path, place(keys.0), wording!("le début", "the start")));
}
