//! Un événement ou l'une de ses séances finit avant de commencer, ou un appel ferme avant d'ouvrir. Il en va
//! de même de tout ce qui a un début et une fin dans une fiche : une phase, un programme, une fonction, un nom, une
//! organisation créée puis fermée. Les heures sont comparées si les deux dates en ont une. Une date
//! partielle (`2026-12`) n'est relevée que si aucun de ses jours ne convient. Un label relève de
//! `label-term-mismatch`.
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
//! An event or one of its sessions ends before it starts, or a call closes before it opens. So with all that
//! has a start and an end in an entry: a phase, a programme, a post held, a name, an organisation that was
//! founded and closed. Hours are compared where both dates have one. A partial date (`2026-12`) is reported
//! only where none of its days would do. A label belongs to `label-term-mismatch`.
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
            _ => other_periods(document, report),
        }
    }
}

/// The lists of an entry whose items may have a start and an end.
const LISTS: [&str; 3] = ["names", "roles", "awards"];

/// What lasts in a profile: the whole of what it is about, and the items of its lists.
fn other_periods(document: &Document, report: &mut Report<'_>) {
    let record = &document.record;
    // The last day of a phase is that of its prolongation.
    let last = if record.date("prolonged_until").is_some() { "prolonged_until" } else { "until" };
    for keys in [("from", last), ("founded", "closed")] {
        period(document, record, keys, end_before_start, report);
    }
    let items = LISTS.into_iter().flat_map(|key| record.records(key)).map(|(item, _)| item);
    for item in items.chain(record.record("roadmap")) {
        period(document, item, ("from", "until"), end_before_start, report);
    }
}

fn ends(document: &Document, record: &Record, report: &mut Report<'_>) {
    period(document, record, ("start", "end"), end_before_start, report);
}

fn end_before_start(end: &str, start: &str) -> Wording {
    wording!(
        "la fin (`{end}`) vient avant le début (`{start}`)",
        "the end (`{end}`) comes before the start (`{start}`)",
    )
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
