//! Deux fichiers du contenu veulent la même adresse : deux actualités d'une même année dont les noms ne
//! diffèrent que par la date, deux clés `slug` pareilles, ou une ancienne adresse (`redirect_from`) qu'une
//! autre page occupe. Brouillons et textes à paraître ne comptent pas encore.
//!
//! ## Pourquoi
//!
//! Une adresse mène à une seule page : la seconde n'aurait pas de place sur le site.
//!
//! ## Exemple
//!
//! ```text
//! content/news/2023/2023-03-27-enter-labellise.md
//! content/news/2023/2023-03-30-enter-labellise.md
//! ```
//!
//! ## Mieux
//!
//! ```text
//! content/news/2023/2023-03-27-55-poles-phase-v.md
//! content/news/2023/2023-03-30-enter-labellise.md
//! ```
//! ---
//! Two files of the content want the same address: two posts of one year whose names differ by the date
//! alone, two equal `slug` keys, or a former address (`redirect_from`) where another page stands. Drafts
//! and texts to come do not count yet.
//!
//! ## Why it matters
//!
//! An address leads to one page: the second would have no place on the site.
//!
//! ## Example
//!
//! ```text
//! content/news/2023/2023-03-27-enter-labellise.md
//! content/news/2023/2023-03-30-enter-labellise.md
//! ```
//!
//! ## Use instead
//!
//! ```text
//! content/news/2023/2023-03-27-55-poles-phase-v.md
//! content/news/2023/2023-03-30-enter-labellise.md
//! ```

use super::{is_loop, other_address};
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::plan::Plan;
use crate::rule::{Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "duplicate-route",
    severity: Severity::Error,
    title: both("adresse en double", "duplicate route"),
    source: include_str!("duplicate_route.rs"),
    run: Run::Plan(run),
};

fn run(_: &Federation, plan: &Plan, report: &mut Report<'_>) {
    for collision in plan.collisions.iter().filter(|collision| !is_loop(plan, collision)) {
        let (Some(first), Some(second)) = (&collision.first.origin, &collision.second.origin) else {
            continue;
        };
        let (address, other) = (&collision.second.address, &first.file);
        let message = wording!(
            "l'adresse `{address}` est déjà celle de `{other}`",
            "the address `{address}` is already that of `{other}`",
        );
        let hint = other_address(&collision.second);
        let diagnostic = report.diagnostic(&second.file, second.span, message).hint(hint);
        let label = wording!("cette page a déjà l'adresse", "this page has the address already");
        report.push(diagnostic.label(&first.file, first.span, label));
    }
}
