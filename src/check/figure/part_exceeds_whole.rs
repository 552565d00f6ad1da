//! Un chiffre qui se dit une part d'un indicateur (`part_of`) dépasse le tout que la fiche donne à la même
//! date, pour le même groupe et dans la même unité. Les nuances comptent : « plus de 1 100 » peut valoir 1 500,
//! et « environ 550 » 520. Si la fiche donne plusieurs touts, la part doit les dépasser tous.
//!
//! ## Pourquoi
//!
//! L'un des deux nombres est faux, ou ce n'est pas une part.
//!
//! ## Exemple
//!
//! ```yaml
//! figures:
//!   - {metric: projects-labelled, value: "310", as_of: 2024, source: rapport-2024}
//!   - {metric: projects-funded, value: "550", as_of: 2024, part_of: projects-labelled, source: rapport-2024}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! figures:
//!   - {metric: projects-labelled, value: "1 310", as_of: 2024, source: rapport-2024}
//!   - {metric: projects-funded, value: "550", as_of: 2024, part_of: projects-labelled, source: rapport-2024}
//! ```
//! ---
//! A figure that calls itself a part of a metric (`part_of`) exceeds the whole that the entry gives at the same
//! date, for the same group and in the same unit. Nuances count: “more than 1 100” may be 1 500, and “about
//! 550” 520. Where the entry gives several wholes, the part must exceed them all.
//!
//! ## Why it matters
//!
//! One of the two numbers is wrong, or this is no part.
//!
//! ## Example
//!
//! ```yaml
//! figures:
//!   - {metric: projects-labelled, value: "310", as_of: 2024, source: report-2024}
//!   - {metric: projects-funded, value: "550", as_of: 2024, part_of: projects-labelled, source: report-2024}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! figures:
//!   - {metric: projects-labelled, value: "1 310", as_of: 2024, source: report-2024}
//!   - {metric: projects-funded, value: "550", as_of: 2024, part_of: projects-labelled, source: report-2024}
//! ```

use std::collections::BTreeMap;

use crate::check::figures::{Total, quantity, words};
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::{Entity, Federation, Figure};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "part-exceeds-whole",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("part qui dépasse le tout", "part exceeds whole"),
    source: include_str!("part_exceeds_whole.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for (_, entity) in federation.all() {
        let wholes = widest_wholes(federation, entity);
        for part in entity.figures.all() {
            let whole = Total::above(federation, part).and_then(|total| wholes.get(&total));
            if let Some(whole) = whole
                && quantity(federation, part).surely_exceeds(&quantity(federation, whole))
            {
                tell(federation, entity, part, whole, report);
            }
        }
    }
}

/// Of several wholes, the one that may be the greatest: a part that exceeds it exceeds them all.
fn widest_wholes<'a>(federation: &Federation, entity: &'a Entity) -> BTreeMap<Total<'a>, &'a Figure> {
    let high = |figure: &Figure| quantity(federation, figure).bounds().high;
    let mut wholes: BTreeMap<Total<'_>, &Figure> = BTreeMap::new();
    for figure in entity.figures.all() {
        let Some(total) = Total::of(federation, figure) else { continue };
        let widest = wholes.entry(total).or_insert(figure);
        if high(figure) > high(widest) {
            *widest = figure;
        }
    }
    wholes
}

fn tell(federation: &Federation, entity: &Entity, part: &Figure, whole: &Figure, report: &mut Report<'_>) {
    let (less, more) = (words(federation, whole), words(federation, part));
    let metric = &whole.metric;
    let message = wording!(
        "cette part, `{more}`, dépasse son tout : `{metric}` vaut `{less}`",
        "this part, `{more}`, exceeds its whole: `{metric}` is `{less}`",
    );
    let hint = wording!(
        "corrigez l'un des deux nombres, ou ôtez `part_of`",
        "mend one of the two numbers, or remove `part_of`",
    );
    let path = &entity.document.path;
    let label = wording!("le tout", "the whole");
    report.push(report.diagnostic(path, part.span, message).hint(hint).label(path, whole.span, label));
}
