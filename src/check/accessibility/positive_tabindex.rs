//! Critère RGAA 12.8. Un élément a un `tabindex` plus grand que zéro : la touche de tabulation s'y arrête avant
//! tout le reste de la page.
//!
//! ## Pourquoi
//!
//! Qui navigue au clavier saute d'un bout à l'autre de la page, dans un ordre que rien n'annonce.
//!
//! ## Exemple
//!
//! ```html
//! <a href="/poles/" tabindex="1">Pôles</a>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <a href="/poles/">Pôles</a>
//! ```
//! ---
//! RGAA criterion 12.8. An element has a `tabindex` above zero: the tab key stops there before all the rest of the
//! page.
//!
//! ## Why it matters
//!
//! Those who use a keyboard jump from one end of the page to the other, in an order that nothing tells.
//!
//! ## Example
//!
//! ```html
//! <a href="/clusters/" tabindex="1">Clusters</a>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <a href="/clusters/">Clusters</a>
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "positive-tabindex",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("ordre de tabulation forcé", "forced tab order"),
    source: include_str!("positive_tabindex.rs"),
    run: Run::Page { criteria: &["12.8"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    for element in page.tree.select(&[], &["tabindex"]) {
        let order = element.get("tabindex").and_then(|value| value.trim().parse::<i64>().ok());
        if order.is_none_or(|order| order <= 0) {
            continue;
        }
        let message = wording!(
            "le clavier s'arrête ici avant tout le reste de la page",
            "the keyboard stops here before all the rest of the page",
        );
        let hint = wording!(
            "ôtez `tabindex`, ou écrivez `0`, et mettez l'élément à sa place dans la page",
            "take `tabindex` out, or write `0`, and put the element in its place in the page",
        );
        report.push(report.at(&page.record.address, element, message).hint(hint));
    }
}
