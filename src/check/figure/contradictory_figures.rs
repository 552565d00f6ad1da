//! Une fiche donne deux valeurs d'un même indicateur pour la même date, le même périmètre (`scope`) et le même
//! groupe, d'après la même source, et aucune note ne les distingue. Deux sources qui diffèrent ne sont pas
//! une faute : le site montre les deux. Les nuances comptent : « plus de 1 100 » ne contredit pas 1 150, ni
//! « 1,3 Md€ » 1 320 M€. Un nombre qui finit par deux zéros est tenu pour arrondi. Si un texte montre ce chiffre,
//! c'est une erreur, dite par `ambiguous-figure`.
//!
//! ## Pourquoi
//!
//! Une source ne dit pas deux nombres à la fois : l'un est mal recopié, ou il manque ce qui les distingue.
//!
//! ## Exemple
//!
//! ```yaml
//! figures:
//!   - {metric: experts, value: "50", as_of: 2024-04-29, source: images-et-reseaux-2024}
//!   - {metric: experts, value: "55", as_of: 2024-04-29, source: images-et-reseaux-2024}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! figures:
//!   - {metric: experts, value: "50", as_of: 2024-04-29, source: images-et-reseaux-2024}
//!   - metric: experts
//!     value: "55"
//!     as_of: 2024-04-29
//!     scope: Avec les suppléants
//!     source: images-et-reseaux-2024
//! ```
//! ---
//! An entry gives two values of one metric for the same date, the same scope and the same group, from the same
//! source, and no note tells them apart. Two sources that differ are no fault: the site shows both. Nuances
//! count: “more than 1 100” does not contradict 1 150, nor “1,3 Md€” 1 320 M€. A number that ends with two
//! zeros is taken as rounded. Where a text shows the figure, it is an error, told by `ambiguous-figure`.
//!
//! ## Why it matters
//!
//! A source does not say two numbers at once: one was copied wrongly, or what tells them apart is missing.
//!
//! ## Example
//!
//! ```yaml
//! figures:
//!   - {metric: experts, value: "50", as_of: 2024-04-29, source: images-et-reseaux-2024}
//!   - {metric: experts, value: "55", as_of: 2024-04-29, source: images-et-reseaux-2024}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! figures:
//!   - {metric: experts, value: "50", as_of: 2024-04-29, source: images-et-reseaux-2024}
//!   - metric: experts
//!     value: "55"
//!     as_of: 2024-04-29
//!     scope: With deputies
//!     source: images-et-reseaux-2024
//! ```

use super::contradiction::Contradiction;
use crate::check::figures::words;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::{Entity, Federation, Figure};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "contradictory-figures",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("chiffres contradictoires", "contradictory figures"),
    source: include_str!("contradictory_figures.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    // `ambiguous-figure` tells those that a text shows: no page can be made of them.
    let shown = Contradiction::shown(federation);
    for found in Contradiction::all(federation).filter(|found| !shown.contains_key(&found.key())) {
        tell(federation, found.entity, found.first, found.second, report);
    }
}

fn tell(federation: &Federation, entity: &Entity, first: &Figure, second: &Figure, report: &mut Report<'_>) {
    let (one, other) = (words(federation, first), words(federation, second));
    let metric = &second.metric;
    let message = wording!(
        "`{metric}` vaut ici `{other}` et plus haut `{one}`, à la même date et d'après la même source",
        "`{metric}` is `{other}` here and `{one}` above, at the same date and from the same source",
    );
    let hint = wording!(
        "corrigez l'un des deux, ou dites ce qui les distingue dans `scope` ou dans `note`",
        "mend one of the two, or say what tells them apart in `scope` or `note`",
    );
    let path = &entity.document.path;
    let label = wording!("l'autre valeur", "the other value");
    report.push(report.diagnostic(path, second.span, message).hint(hint).label(path, first.span, label));
}
