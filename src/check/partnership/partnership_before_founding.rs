//! Une partie a été créée (`founded`) après toutes les étapes datées du partenariat : elle n'existait à
//! aucune d'elles. La règle se tait sur ce qui en est issu (`role: result`) et sur une organisation qui
//! procède d'une autre (`predecessors`), dont elle a pu prendre la suite. Une partie qui vient ainsi après
//! plusieurs de ses partenariats est signalée une fois, à sa date de création.
//!
//! ## Pourquoi
//!
//! Une des dates est fausse, la partie n'est pas la bonne, ou il manque l'étape où elle a rejoint le
//! partenariat.
//!
//! ## Exemple
//!
//! ```yaml
//! # content/organisations/digital-aquitaine.yaml
//! founded: 2014-11-03
//! # content/partnerships/services.yaml
//! parties:
//!   - {organisation: digital-aquitaine, role: lead}
//!   - {organisation: spn, role: partner}
//! milestones:
//!   - {state: started, on: 2010}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! # content/organisations/digital-aquitaine.yaml
//! founded: 2014-11-03
//! # content/partnerships/services.yaml
//! parties:
//!   - {organisation: digital-aquitaine, role: lead}
//!   - {organisation: spn, role: partner}
//! milestones:
//!   - {state: started, on: 2020}
//! ```
//! ---
//! A party was founded (`founded`) after all dated steps of the partnership: it existed at none of them.
//! The rule is silent on what came out of it (`role: result`) and on an organisation that comes from
//! another (`predecessors`), whose place it may have taken. A party that comes so after several of its
//! partnerships is told once, at the date of its founding.
//!
//! ## Why it matters
//!
//! One of the dates is wrong, the party is another one, or the step is missing at which it joined the
//! partnership.
//!
//! ## Example
//!
//! ```yaml
//! # content/organisations/digital-aquitaine.yaml
//! founded: 2014-11-03
//! # content/partnerships/services.yaml
//! parties:
//!   - {organisation: digital-aquitaine, role: lead}
//!   - {organisation: spn, role: partner}
//! milestones:
//!   - {state: started, on: 2010}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! # content/organisations/digital-aquitaine.yaml
//! founded: 2014-11-03
//! # content/partnerships/services.yaml
//! parties:
//!   - {organisation: digital-aquitaine, role: lead}
//!   - {organisation: spn, role: partner}
//! milestones:
//!   - {state: started, on: 2020}
//! ```

use std::collections::BTreeMap;
use std::sync::Arc;

use super::written_partnership::{WrittenPartnership, WrittenParty, WrittenStep, partnerships};
use crate::check::names::three_and_count;
use crate::date::Date;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::parse::Document;
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::Span;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "partnership-before-founding",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("partenariat antérieur à la création", "partnership before founding"),
    source: include_str!("partnership_before_founding.rs"),
    run: Run::Federation(run),
};

/// More places than a message needs to show.
const MOST_LABELS: usize = 3;

fn run(federation: &Federation, report: &mut Report<'_>) {
    let mut by_party: BTreeMap<Arc<str>, Vec<TooEarly<'_>>> = BTreeMap::new();
    for partnership in partnerships(federation).filter(WrittenPartnership::knows_its_steps) {
        // A step without a date may be of any day.
        let dates: Option<Vec<Date>> = partnership.steps.iter().map(WrittenStep::on).collect();
        let Some(last) = dates.into_iter().flatten().max_by_key(|date| date.last) else { continue };
        for party in partnership.parties.iter().filter(|party| party.role != "result") {
            let (Some(founded), Some(entity)) = (founded_without_lineage(party), party.entity) else {
                continue;
            };
            if last.is_surely_before(&founded) {
                let document = partnership.document();
                let early = TooEarly { document, span: party.span, party: &entity.document, founded, last };
                let known = by_party.entry(party.id.clone()).or_default();
                // A party may be named twice: `too-few-parties` counts it once.
                if known.last().is_none_or(|before| before.document.path != document.path) {
                    known.push(early);
                }
            }
        }
    }
    for (id, too_early) in by_party {
        match too_early.as_slice() {
            [one] => tell(&id, one, report),
            several => tell_at_founding(&id, several, report),
        }
    }
}

/// A partnership that was over before one of its parties was founded.
struct TooEarly<'a> {
    document: &'a Document,
    /// Where it names the party.
    span: Span,
    party: &'a Document,
    founded: Date,
    last: Date,
}

fn tell(id: &str, early: &TooEarly<'_>, report: &mut Report<'_>) {
    let TooEarly { document, span, party, founded, last } = early;
    let message = wording!(
        "`{id}` a été créé ({founded}) après la dernière étape du partenariat ({last})",
        "`{id}` was founded ({founded}) after the last step of the partnership ({last})",
    );
    let hint = wording!(
        "corrigez l'une des dates ; si `{id}` a rejoint le partenariat plus tard, ajoutez cette étape",
        "mend one of the dates; if `{id}` joined the partnership later, add that step",
    );
    let diagnostic = report.diagnostic(&document.path, *span, message).hint(hint);
    report.push(diagnostic.label(&party.path, founding(party), wording!("la création", "the founding")));
}

/// Several partnerships are right against one founding more often than not: it is told alone.
fn tell_at_founding(id: &str, several: &[TooEarly<'_>], report: &mut Report<'_>) {
    let Some(TooEarly { party, founded, .. }) = several.first() else { return };
    let names = three_and_count(several.iter().map(|early| &*early.document.id));
    let (french, english) = (names.french, names.english);
    let message = wording!(
        "`{id}` a été créé ({founded}) après la dernière étape de plusieurs de ses partenariats : {french}",
        "`{id}` was founded ({founded}) after the last step of several of its partnerships: {english}",
    );
    let hint = wording!(
        "corrigez cette date, ou, si elle est juste, celles des partenariats",
        "mend this date or, where it is right, those of the partnerships",
    );
    let diagnostic = report.diagnostic(&party.path, founding(party), message).hint(hint);
    let label = || wording!("un partenariat antérieur", "an earlier partnership");
    report.push(
        several.iter().take(MOST_LABELS).fold(diagnostic, |diagnostic, early| {
            diagnostic.label(&early.document.path, early.span, label())
        }),
    );
}

fn founding(party: &Document) -> Span {
    party.record.span("founded").unwrap_or_default()
}

/// When a party was founded, where it took the place of no other.
fn founded_without_lineage(party: &WrittenParty<'_>) -> Option<Date> {
    let entity = party.entity?;
    let has_no_predecessor = entity.document.record.list("predecessors").next().is_none();
    let founded = entity.organisation()?.founded?;
    (has_no_predecessor && entity.document.is_read_whole()).then_some(founded)
}
