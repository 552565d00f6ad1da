//! Des parts qui disent faire le tout (`exhaustive: true`) n'en donnent pas le compte, à la même date, pour le
//! même groupe et dans la même unité. Les nuances et les arrondis comptent : trois fois 33 % font 100 %. La
//! règle se tait si le tout manque, si l'un des touts de la fiche convient, ou si les parts en font plusieurs
//! fois le compte : elles le divisent alors de plusieurs façons.
//!
//! ## Pourquoi
//!
//! Il manque une part, une autre est fausse, ou une même chose est comptée deux fois.
//!
//! ## Exemple
//!
//! ```yaml
//! figures:
//!   - {metric: poles-labelled, value: "56", as_of: 2019-02, source: info-chimie-2019}
//!   - metric: poles-labelled
//!     value: "48"
//!     as_of: 2019-02
//!     scope: Label de quatre ans
//!     part_of: poles-labelled
//!     exhaustive: true
//!     source: info-chimie-2019
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! figures:
//!   - {metric: poles-labelled, value: "56", as_of: 2019-02, source: info-chimie-2019}
//!   - metric: poles-labelled
//!     value: "48"
//!     as_of: 2019-02
//!     scope: Label de quatre ans
//!     part_of: poles-labelled
//!     exhaustive: true
//!     source: info-chimie-2019
//!   - metric: poles-labelled
//!     value: "8"
//!     as_of: 2019-02
//!     scope: Label d'un an
//!     part_of: poles-labelled
//!     exhaustive: true
//!     source: info-chimie-2019
//! ```
//! ---
//! Parts that say they make the whole (`exhaustive: true`) do not add up to it, at the same date, for the same
//! group and in the same unit. Nuances and rounding count: three times 33 % is 100 %. The rule is silent where
//! the whole is missing, where one of the wholes of the entry fits, or where the parts make several times the
//! whole: they then divide it in several ways.
//!
//! ## Why it matters
//!
//! A part is missing, another is wrong, or one thing is counted twice.
//!
//! ## Example
//!
//! ```yaml
//! figures:
//!   - {metric: poles-labelled, value: "56", as_of: 2019-02, source: info-chimie-2019}
//!   - metric: poles-labelled
//!     value: "48"
//!     as_of: 2019-02
//!     scope: Label of four years
//!     part_of: poles-labelled
//!     exhaustive: true
//!     source: info-chimie-2019
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! figures:
//!   - {metric: poles-labelled, value: "56", as_of: 2019-02, source: info-chimie-2019}
//!   - metric: poles-labelled
//!     value: "48"
//!     as_of: 2019-02
//!     scope: Label of four years
//!     part_of: poles-labelled
//!     exhaustive: true
//!     source: info-chimie-2019
//!   - metric: poles-labelled
//!     value: "8"
//!     as_of: 2019-02
//!     scope: Label of one year
//!     part_of: poles-labelled
//!     exhaustive: true
//!     source: info-chimie-2019
//! ```

use std::collections::BTreeMap;

use crate::check::figures::{Total, quantity, words};
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::{Entity, Federation, Figure};
use crate::quantity::Bounds;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "breakdown-mismatch",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("parts qui ne font pas le tout", "breakdown mismatch"),
    source: include_str!("breakdown_mismatch.rs"),
    run: Run::Federation(run),
};

/// More parts than a message can spell out.
const MOST_PARTS: usize = 6;

/// A whole in the words of one source or several, and the parts that say they make it.
#[derive(Default)]
struct Breakdown<'a> {
    wholes: Vec<&'a Figure>,
    parts: Vec<&'a Figure>,
}

fn run(federation: &Federation, report: &mut Report<'_>) {
    for (_, entity) in federation.all() {
        for Breakdown { wholes, parts } in breakdowns(federation, entity).values() {
            if let Some(whole) = wholes.first().filter(|_| !parts.is_empty())
                && !add_up(federation, wholes, parts)
            {
                tell(federation, entity, whole, parts, report);
            }
        }
    }
}

fn breakdowns<'a>(federation: &Federation, entity: &'a Entity) -> BTreeMap<Total<'a>, Breakdown<'a>> {
    let mut breakdowns: BTreeMap<Total<'_>, Breakdown<'_>> = BTreeMap::new();
    for figure in entity.figures.all() {
        if let Some(total) = Total::of(federation, figure) {
            breakdowns.entry(total).or_default().wholes.push(figure);
        } else if let Some(total) = Total::above(federation, figure).filter(|_| figure.is_exhaustive) {
            breakdowns.entry(total).or_default().parts.push(figure);
        }
    }
    breakdowns
}

/// Whether parts make one of several wholes, once or several times over: two parts at least divide it.
fn add_up(federation: &Federation, wholes: &[&Figure], parts: &[&Figure]) -> bool {
    let sum = Bounds::sum(parts.iter().map(|part| quantity(federation, part).bounds()));
    wholes.iter().any(|whole| sum.may_be_times(&quantity(federation, whole).bounds(), parts.len() / 2))
}

fn tell(
    federation: &Federation,
    entity: &Entity,
    whole: &Figure,
    parts: &[&Figure],
    report: &mut Report<'_>,
) {
    let shown = parts.iter().take(MOST_PARTS);
    let mut terms: Vec<String> = shown.map(|part| words(federation, part)).collect();
    if parts.len() > MOST_PARTS {
        terms.push("…".to_owned());
    }
    let (terms, total) = (terms.join(" + "), words(federation, whole));
    let message = wording!(
        "les parts ne font pas le tout : `{terms}` pour `{total}`",
        "the parts do not make the whole: `{terms}` for `{total}`",
    );
    let hint = wording!(
        "corrigez un nombre, ajoutez la part qui manque, ou ôtez `exhaustive` si les parts ne sont pas toutes là",
        "mend a number, add the part that is missing, or remove `exhaustive` where not all parts are there",
    );
    let path = &entity.document.path;
    let mut diagnostic = report.diagnostic(path, whole.span, message).hint(hint);
    for part in parts.iter().take(MOST_PARTS) {
        diagnostic = diagnostic.label(path, part.span, wording!("une part", "a part"));
    }
    report.push(diagnostic);
}
