//! Le chiffre d'un partenariat dépasse la somme de ceux de ses parties, pour le même indicateur et à la
//! même date. Ensemble, des organisations n'ont pas plus de membres que chacune de son côté : un membre
//! commun ne compte qu'une fois. La règle se tait dès qu'une partie n'a pas ce chiffre à cette date, ou l'a
//! seulement « environ », « plus de » ou sur un périmètre.
//!
//! ## Pourquoi
//!
//! Un des chiffres est faux, ou ils ne comptent pas la même chose.
//!
//! ## Exemple
//!
//! ```yaml
//! # content/poles/images-et-reseaux.yaml : 250 membres, content/poles/tes.yaml : 130
//! parties:
//!   - {organisation: images-et-reseaux, role: partner}
//!   - {organisation: tes, role: partner}
//! figures:
//!   - {metric: members, value: "400", as_of: 2018-10-01, source: communique}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! # content/poles/images-et-reseaux.yaml : 250 membres, content/poles/tes.yaml : 150
//! parties:
//!   - {organisation: images-et-reseaux, role: partner}
//!   - {organisation: tes, role: partner}
//! figures:
//!   - {metric: members, value: "400", as_of: 2018-10-01, source: communique}
//! ```
//! ---
//! The figure of a partnership exceeds the sum of those of its parties, for the same metric at the same
//! date. Together, organisations have no more members than each on its own: a shared member counts once.
//! The rule is silent as soon as a party does not have that figure at that date, or has it as "about",
//! "more than" or for a scope alone.
//!
//! ## Why it matters
//!
//! One of the figures is wrong, or they do not count the same.
//!
//! ## Example
//!
//! ```yaml
//! # content/poles/images-et-reseaux.yaml: 250 members, content/poles/tes.yaml: 130
//! parties:
//!   - {organisation: images-et-reseaux, role: partner}
//!   - {organisation: tes, role: partner}
//! figures:
//!   - {metric: members, value: "400", as_of: 2018-10-01, source: communique}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! # content/poles/images-et-reseaux.yaml: 250 members, content/poles/tes.yaml: 150
//! parties:
//!   - {organisation: images-et-reseaux, role: partner}
//!   - {organisation: tes, role: partner}
//! figures:
//!   - {metric: members, value: "400", as_of: 2018-10-01, source: communique}
//! ```

use std::collections::BTreeMap;

use super::written_partnership::{WrittenPartnership, partnerships};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::{Entity, Federation, Figure};
use crate::quantity::Qualifier;
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::Span;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "combined-figure-exceeds-parties",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("chiffre commun supérieur à la somme", "combined figure exceeds the parties"),
    source: include_str!("combined_figure_exceeds_parties.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for partnership in partnerships(federation).filter(WrittenPartnership::knows_its_parties) {
        // One organisation in two roles has its figures once.
        let parties = partnership.parties.iter().filter(|party| party.role != "result");
        let parties: BTreeMap<&str, Option<&Entity>> = parties.map(|it| (&*it.id, it.entity)).collect();
        let Some(parties) = parties.into_values().collect::<Option<Vec<&Entity>>>() else { continue };
        for combined in partnership.entity.figures.all().iter().filter(|figure| is_at_least_its_value(figure))
        {
            let greatest = parties.iter().map(|party| greatest(party, combined)).sum::<Option<f64>>();
            let told = combined.quantity.value();
            if let Some(sum) = greatest.filter(|sum| is_surely_less(*sum, told) && !parties.is_empty()) {
                report.push(exceeding(report, &partnership, combined, sum));
            }
        }
    }
}

/// Whether a sum is less by more than adding decimals may be off.
fn is_surely_less(sum: f64, told: f64) -> bool {
    sum < told - told * 1e-9
}

/// Whether what a figure tells is surely no less than its number.
fn is_at_least_its_value(figure: &Figure) -> bool {
    let qualifier = figure.quantity.qualifier;
    figure.is_whole() && matches!(qualifier, None | Some(Qualifier::Exact | Qualifier::MoreThan))
}

/// Whether what a figure tells is surely no more than its number, and the whole of its party.
fn is_at_most_its_value(figure: &Figure) -> bool {
    let qualifier = figure.quantity.qualifier;
    let is_bounded =
        matches!(qualifier, None | Some(Qualifier::Exact | Qualifier::LessThan | Qualifier::Nearly));
    figure.is_whole() && figure.scope.is_none() && is_bounded
}

/// The greatest number that a party may have of what a figure measures, at its date.
fn greatest(party: &Entity, combined: &Figure) -> Option<f64> {
    let is_alike = |figure: &&Figure| {
        figure.metric == combined.metric
            && figure.quantity.unit == combined.quantity.unit
            && (figure.as_of.first, figure.as_of.last) == (combined.as_of.first, combined.as_of.last)
    };
    let figures = party.figures.all().iter().filter(is_alike).filter(|figure| is_at_most_its_value(figure));
    figures.map(|figure| figure.quantity.value()).max_by(f64::total_cmp)
}

fn exceeding(
    report: &Report<'_>,
    partnership: &WrittenPartnership<'_>,
    combined: &Figure,
    sum: f64,
) -> Diagnostic {
    let (metric, date) = (&combined.metric, combined.as_of);
    let [told, sum] = [combined.quantity.value(), sum].map(|value| (value * 100.0).round() / 100.0);
    let message = wording!(
        "`{metric}` : {told} ensemble, mais {sum} en additionnant les parties à cette date ({date})",
        "`{metric}`: {told} together, but {sum} when the parties are added up at that date ({date})",
    );
    let hint = wording!(
        "vérifiez ces chiffres dans leurs sources ; s'ils ne comptent pas la même chose, prenez deux indicateurs",
        "check these figures in their sources; if they do not count the same, use two metrics",
    );
    let document = partnership.document();
    report.diagnostic(&document.path, value_span(partnership, combined), message).hint(hint)
}

fn value_span(partnership: &WrittenPartnership<'_>, figure: &Figure) -> Span {
    let mut figures = partnership.document().record.records("figures");
    let record = figures.find(|(_, span)| *span == figure.span).map(|(record, _)| record);
    record.and_then(|record| record.span("value")).unwrap_or(figure.span)
}
