//! Une fiche cite dans `predecessors`, par fusion ou absorption, une partie d'une fusion qui n'est pas
//! faite : le partenariat n'a pas d'étape `effective`, ou cette étape vient après la date donnée. La règle
//! regarde les fusions dont l'organisation est issue, où elle est partie, ou dont elle cite toutes les
//! parties.
//!
//! ## Pourquoi
//!
//! Une fusion annoncée ou abandonnée ne fait naître personne. Le site dirait disparues des organisations
//! qui sont toujours là.
//!
//! ## Exemple
//!
//! ```yaml
//! # content/poles/ouest-numerique.yaml
//! predecessors:
//!   - {organisation: images-et-reseaux, how: merger, on: 2019}
//!   - {organisation: tes, how: merger, on: 2019}
//! # content/partnerships/fusion.yaml
//! kind: merger
//! parties:
//!   - {organisation: images-et-reseaux, role: partner}
//!   - {organisation: tes, role: partner}
//! milestones:
//!   - {state: announced, on: 2018-10-01}
//!   - {state: abandoned, on: 2023-04-03}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! # content/partnerships/fusion.yaml
//! kind: merger
//! parties:
//!   - {organisation: images-et-reseaux, role: partner}
//!   - {organisation: tes, role: partner}
//! milestones:
//!   - {state: announced, on: 2018-10-01}
//!   - {state: abandoned, on: 2023-04-03}
//! ```
//! ---
//! An entry names in `predecessors`, by merger or absorption, a party of a merger that is not done: the
//! partnership has no step `effective`, or that step comes after the date given. The rule looks at mergers
//! of which the organisation is the result, in which it is a party, or of which it names all parties.
//!
//! ## Why it matters
//!
//! A merger that was announced or abandoned gives birth to nobody. The site would show organisations as
//! gone that are still there.
//!
//! ## Example
//!
//! ```yaml
//! # content/poles/ouest-numerique.yaml
//! predecessors:
//!   - {organisation: images-et-reseaux, how: merger, on: 2019}
//!   - {organisation: tes, how: merger, on: 2019}
//! # content/partnerships/fusion.yaml
//! kind: merger
//! parties:
//!   - {organisation: images-et-reseaux, role: partner}
//!   - {organisation: tes, role: partner}
//! milestones:
//!   - {state: announced, on: 2018-10-01}
//!   - {state: abandoned, on: 2023-04-03}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! # content/partnerships/fusion.yaml
//! kind: merger
//! parties:
//!   - {organisation: images-et-reseaux, role: partner}
//!   - {organisation: tes, role: partner}
//! milestones:
//!   - {state: announced, on: 2018-10-01}
//!   - {state: abandoned, on: 2023-04-03}
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::written_partnership::{WrittenPartnership, WrittenStep, partnerships};
use crate::date::Date;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::{Entity, Federation, MilestoneState};
use crate::parse::Record;
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::Span;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "predecessor-of-unmerged",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both(
        "prédécesseur d’une fusion qui n’a pas eu lieu",
        "predecessor of a merger that has not taken place",
    ),
    source: include_str!("predecessor_of_unmerged.rs"),
    run: Run::Federation(run),
};

/// What an organisation says that it comes from by a merger.
struct Merged<'a> {
    id: Arc<str>,
    on: Option<Date>,
    record: &'a Record,
}

fn run(federation: &Federation, report: &mut Report<'_>) {
    // A file that could not be read may say that the merger is done.
    if federation.is_partly_unread() {
        return;
    }
    let mergers: Vec<WrittenPartnership<'_>> = partnerships(federation)
        .filter(|it| it.merging().next().is_some() && it.knows_its_parties() && it.knows_its_steps())
        .collect();
    let mut of_party: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, merger) in mergers.iter().enumerate() {
        for party in merger.merging() {
            of_party.entry(&party.id).or_default().push(index);
        }
    }
    for (_, entity) in federation.all().filter(|(_, entity)| entity.organisation().is_some()) {
        let merged: Vec<Merged<'_>> = merged_into(entity).collect();
        let ids: BTreeSet<&str> = merged.iter().map(|step| &*step.id).collect();
        let of = |step: &Merged<'_>| of_party.get(&*step.id).into_iter().flatten().copied();
        let near: BTreeSet<usize> = merged.iter().flat_map(of).collect();
        let near = near.into_iter().filter_map(|index| Some((index, mergers.get(index)?)));
        let own: BTreeMap<usize, _> = near.filter(|(_, merger)| makes(merger, entity.id(), &ids)).collect();
        let mut told = BTreeSet::new();
        for step in &merged {
            let mut of_step = of(step).filter_map(|index| Some((index, *own.get(&index)?)));
            if of_step.clone().any(|(_, merger)| is_done_by(merger, step.on)) {
                continue;
            }
            if let Some((_, merger)) = of_step.next().filter(|(index, _)| told.insert(*index)) {
                report.push(unmerged(report, entity, step, merger));
            }
        }
    }
}

fn merged_into(entity: &Entity) -> impl Iterator<Item = Merged<'_>> {
    entity.document.record.records("predecessors").filter_map(|(record, _)| {
        let is_merger = matches!(record.choice("how"), Some("merger" | "absorption"));
        let id = record.reference("organisation").filter(|_| is_merger)?;
        Some(Merged { id, on: record.date("on"), record })
    })
}

/// Whether a merger, were it done, would be the one that an organisation with these predecessors came out of.
fn makes(merger: &WrittenPartnership<'_>, id: &str, predecessors: &BTreeSet<&str>) -> bool {
    let mut results = merger.results();
    results.any(|result| &*result.id == id)
        || merger.merging().any(|party| &*party.id == id)
        || (merger.results().next().is_none()
            && merger.merging().all(|party| predecessors.contains(&*party.id)))
}

fn is_done_by(merger: &WrittenPartnership<'_>, day: Option<Date>) -> bool {
    let is_later = |done: Option<Date>| match (day, done) {
        (Some(day), Some(done)) => day.is_surely_before(&done),
        _ => false,
    };
    merger.steps_of(MilestoneState::Effective).any(|step| !is_later(step.on()))
}

fn unmerged(
    report: &Report<'_>,
    entity: &Entity,
    step: &Merged<'_>,
    merger: &WrittenPartnership<'_>,
) -> Diagnostic {
    let (id, merger_id) = (&step.id, merger.entity.id());
    let message = match (step.on, merger.steps_of(MilestoneState::Effective).find_map(WrittenStep::on)) {
        (Some(on), Some(done)) => wording!(
            "`{id}` n'a pas encore fusionné à cette date ({on}) : la fusion `{merger_id}` n'est faite que plus tard ({done})",
            "`{id}` has not merged yet at that date ({on}): the merger `{merger_id}` is done later ({done})",
        ),
        _ => wording!(
            "`{id}` n'a pas fusionné : aucune étape de `{merger_id}` ne dit la fusion faite",
            "`{id}` has not merged: no step of `{merger_id}` says that the merger is done",
        ),
    };
    let hint = wording!(
        "si la fusion a eu lieu, corrigez les étapes de `{merger_id}` ; sinon, supprimez ce prédécesseur",
        "if the merger took place, mend the steps of `{merger_id}`; if not, remove this predecessor",
    );
    let span: Span = step.record.span("organisation").unwrap_or_default();
    let diagnostic = report.diagnostic(&entity.document.path, span, message).hint(hint);
    let label = wording!("la fusion", "the merger");
    diagnostic.label(&merger.document().path, merger.key_span("milestones"), label)
}
