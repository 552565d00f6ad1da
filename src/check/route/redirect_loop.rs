//! La clé `redirect_from` d'une actualité ou d'une page cite l'adresse que cette page a encore, ou deux
//! pages citent chacune l'adresse de l'autre.
//!
//! ## Pourquoi
//!
//! Le navigateur irait de la page à elle-même jusqu'à renoncer. `redirect_from` est fait pour une adresse
//! que plus rien n'occupe.
//!
//! ## Exemple
//!
//! ```yaml
//! # content/news/2023/2023-03-30-enter-labellise.md
//! redirect_from: /actualites/2023/enter-labellise/
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! # content/news/2023/2023-03-30-enter-labellise.md
//! redirect_from: /actualites/enter-labellise/
//! ```
//! ---
//! The key `redirect_from` of a post or page names the address that this page still has, or two pages each
//! name the address of the other.
//!
//! ## Why it matters
//!
//! A browser would go from the page to itself until it gave up. `redirect_from` is made for an address
//! where nothing stands any more.
//!
//! ## Example
//!
//! ```yaml
//! # content/news/2023/2023-03-30-enter-labellise.md
//! redirect_from: /actualites/2023/enter-labellise/
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! # content/news/2023/2023-03-30-enter-labellise.md
//! redirect_from: /actualites/enter-labellise/
//! ```

use super::Loops;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::plan::Plan;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "redirect-loop",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("redirection en boucle", "redirect loop"),
    source: include_str!("redirect_loop.rs"),
    run: Run::Plan(run),
};

fn run(_: &Federation, plan: &Plan, report: &mut Report<'_>) {
    let loops = Loops::new(plan);
    for collision in plan.collisions.iter().filter(|collision| loops.has(collision)) {
        let Some(place) = &collision.second.origin else { continue };
        let address = &collision.second.address;
        let message = wording!(
            "`{address}` renverrait sans fin à elle-même",
            "`{address}` would send visitors back to itself without end",
        );
        let hint = wording!(
            "ôtez cette adresse de `redirect_from` : une page y est encore",
            "take this address out of `redirect_from`: a page is still there",
        );
        report.push(report.diagnostic(&place.file, place.span, message).hint(hint));
    }
}
