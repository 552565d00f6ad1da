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

use super::{Loops, other_address};
use crate::diagnostic::Severity;
use crate::locale::{Wording, both};
use crate::model::Federation;
use crate::plan::{Address, Output, Plan};
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::{FilePath, Place};
use crate::wording;
use std::collections::BTreeSet;

pub(in crate::check) static RULE: Rule = Rule {
    code: "duplicate-route",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("adresse en double", "duplicate route"),
    source: include_str!("duplicate_route.rs"),
    run: Run::Plan(run),
};

fn run(_: &Federation, plan: &Plan, report: &mut Report<'_>) {
    let loops = Loops::new(plan);
    // A profile has an address in each language: two that collide in all are told once.
    let mut told: BTreeSet<(&Place, &Place)> = BTreeSet::new();
    for collision in plan.collisions.iter().filter(|collision| !loops.has(collision)) {
        let (Some(first), Some(second)) = (&collision.first.origin, &collision.second.origin) else {
            continue;
        };
        if !told.insert((first, second)) {
            continue;
        }
        let (message, label) = words(&collision.second.address, &collision.first.output, &first.file);
        let hint = match (&collision.first.output, &collision.second.output) {
            (Output::Redirect(_), Output::Redirect(_)) => wording!(
                "gardez cette adresse dans un seul `redirect_from`",
                "keep this address in one `redirect_from`",
            ),
            (_, Output::Redirect(_)) => other_address(&collision.second),
            _ => wording!(
                "donnez une autre fin d'adresse à l'une des deux pages : `slug: …`",
                "give one of the two pages another end of address: `slug: …`",
            ),
        };
        let diagnostic = report.diagnostic(&second.file, second.span, message).hint(hint);
        report.push(diagnostic.label(&first.file, first.span, label));
    }
}

/// What is said of an address that is taken, and of who has it.
fn words(address: &Address, first: &Output, other: &FilePath) -> (Wording, Wording) {
    if matches!(first, Output::Redirect(_)) {
        let message = wording!(
            "l'adresse `{address}` est déjà une ancienne adresse de `{other}`",
            "the address `{address}` is already a former address of `{other}`",
        );
        return (message, wording!("l'ancienne adresse, déjà citée", "the former address, named already"));
    }
    let message = wording!(
        "l'adresse `{address}` est déjà celle de `{other}`",
        "the address `{address}` is already that of `{other}`",
    );
    (message, wording!("cette page a déjà l'adresse", "this page has the address already"))
}
