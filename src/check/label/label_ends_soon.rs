//! Des labels finissent dans les six mois, et la fiche de leur pôle n'en porte pas d'autre qui les suive.
//! Un seul message vaut pour tous les pôles ; il est placé dans la fiche de la phase s'ils ont la même,
//! sinon dans celle du premier pôle. Ce n'est pas une faute : c'est un rappel, et `--strict` le laisse
//! passer.
//!
//! ## Pourquoi
//!
//! Passé ce jour, le site dira de chaque pôle qu'il attend son renouvellement, et ne le comptera plus parmi
//! les pôles labellisés. C'est le moment de préparer les actualités et les fiches de la suite, puis d'y
//! écrire les décisions dès qu'elles paraissent.
//!
//! ## Exemple
//!
//! ```yaml
//! # le 21 novembre 2026
//! name: TES
//! labels:
//!   - {phase: phase-v, from: 2023-01-01, until: 2026-12-31, decided: 2023-03-27, source: communique}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! name: TES
//! labels:
//!   - {phase: phase-v, from: 2023-01-01, until: 2026-12-31, decided: 2023-03-27, source: communique}
//!   - {phase: phase-vi, from: 2027-01-01, term: 4, decided: 2026-11-20, source: communique}
//! ```
//! ---
//! Labels end within six months, and the entry of their pole has no other label that follows. One message
//! stands for all poles; it is placed in the entry of the phase where they have the same, otherwise in that
//! of the first pole. It is no fault but a reminder, and `--strict` lets it pass.
//!
//! ## Why it matters
//!
//! After that day the site will say of each pole that its renewal is pending, and will no longer count it
//! as labelled. It is time to prepare the posts and entries of what follows, then to write the decisions
//! there as soon as they appear.
//!
//! ## Example
//!
//! ```yaml
//! # on 21 November 2026
//! name: TES
//! labels:
//!   - {phase: phase-v, from: 2023-01-01, until: 2026-12-31, decided: 2023-03-27, source: communique}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! name: TES
//! labels:
//!   - {phase: phase-v, from: 2023-01-01, until: 2026-12-31, decided: 2023-03-27, source: communique}
//!   - {phase: phase-vi, from: 2027-01-01, term: 4, decided: 2026-11-20, source: communique}
//! ```

use jiff::ToSpan;

use super::super::names::{three_and_count, three_and_others};
use super::written_label::{WrittenLabel, labels_of, poles};
use crate::date::Day;
use crate::diagnostic::Severity;
use crate::locale::Wording;
use crate::locale::both;
use crate::model::{Data, Entity, Federation};
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::Place;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "label-ends-soon",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("labels qui finissent bientôt", "labels that end soon"),
    source: include_str!("label_ends_soon.rs"),
    run: Run::Federation(run),
};

/// How many months ahead the rule looks.
const MONTHS: i32 = 6;

fn run(federation: &Federation, report: &mut Report<'_>) {
    let today = federation.today();
    let horizon = today.checked_add(MONTHS.months()).unwrap_or(Day::MAX);
    let last_labels = poles(federation).filter_map(|pole| last_label(pole, today));
    let ending: Vec<_> = last_labels.filter(|it| (today..=horizon).contains(&last_day(it))).collect();
    let days = || ending.iter().map(last_day);
    let (Some(first), Some(soonest), Some(latest)) = (ending.first(), days().min(), days().max()) else {
        return;
    };
    let names = ending.iter().map(|label| &**label.pole.id());
    let lasting = three_and_others(names.clone());
    let Wording { french, english } = three_and_count(names);
    let message = if soonest == latest {
        wording!(
            "le label de {french} finit le {latest}, et aucun autre ne suit",
            "the label of {english} ends on {latest}, and no other follows",
        )
    } else {
        wording!(
            "le label de {french} finit entre le {soonest} et le {latest}, et aucun autre ne suit",
            "the label of {english} ends between {soonest} and {latest}, and no other follows",
        )
    };
    let hint = wording!(
        "dès que la décision est publiée, ajoutez dans `labels` la période qui suit ; d'ici là, le site dira leur renouvellement en attente",
        "as soon as the decision is published, add the period that follows to `labels`; until then the site will say that renewal is pending",
    );
    let place = end_of_phase(federation, &ending)
        .unwrap_or_else(|| Place::new(&first.document().path, first.end_span()));
    let when =
        if soonest == latest { format!("on {latest}") } else { format!("between {soonest} and {latest}") };
    let lasting = format!("the label of {lasting} ends {when}, and no other follows");
    report.push(report.diagnostic(&place.file, place.span, message).hint(hint).lasting(lasting));
}

/// The label of a pole that ends last; none of a pole that has closed.
fn last_label(pole: &Entity, today: Day) -> Option<WrittenLabel<'_>> {
    let is_closed = pole.organisation()?.closed.is_some_and(|closed| closed.first <= today);
    // Without the day it was decided on, which another rule asks for, no page shows a label.
    let is_shown = |label: &WrittenLabel<'_>| !is_closed && label.record.date("decided").is_some();
    labels_of(pole).filter(is_shown).max_by_key(last_day)
}

fn last_day(label: &WrittenLabel<'_>) -> Day {
    label.certain().until.last
}

/// Where the phase that all these labels belong to says its end.
fn end_of_phase(federation: &Federation, labels: &[WrittenLabel<'_>]) -> Option<Place> {
    let id = labels.first()?.phase()?;
    if labels.iter().any(|label| label.phase().as_ref() != Some(&id)) {
        return None;
    }
    let phase = federation.entity(federation.find(&id)?);
    let Data::Phase(_) = phase.data else { return None };
    let record = &phase.document.record;
    let span = record.span("prolonged_until").or_else(|| record.span("until"))?;
    Some(Place::new(&phase.document.path, span))
}
