//! Une fiche s'écarte d'une règle (`allow`) qui n'y trouve rien à dire, ou qui n'existe pas.
//!
//! ## Pourquoi
//!
//! Une permission qui reste après la faute cacherait la faute suivante.
//!
//! ## Exemple
//!
//! ```yaml
//! name: TES
//! allow:
//!   - {rule: unreferenced-entty, reason: la fiche sert aux données ouvertes}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! name: TES
//! ```
//! ---
//! An entry departs from a rule (`allow`) that has nothing to say there, or that does not exist.
//!
//! ## Why it matters
//!
//! An allowance that outlives the fault would hide the next one.
//!
//! ## Example
//!
//! ```yaml
//! name: TES
//! allow:
//!   - {rule: unreferenced-entty, reason: the entry is there for the open data}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! name: TES
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::rule::{Allowance, Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "idle-allowance",
    severity: Severity::Information,
    pack: Pack::Core,
    title: both("permission sans objet", "idle allowance"),
    source: include_str!("idle_allowance.rs"),
    run: Run::Allowances(run),
};

fn run(idle: &[Allowance], report: &mut Report<'_>) {
    for allowance in idle {
        let code = &allowance.code;
        let (message, hint) = if crate::check::rule(code).is_some() {
            (
                wording!(
                    "la règle `{code}` n'a rien à dire ici",
                    "the rule `{code}` has nothing to say here"
                ),
                wording!("supprimez cette permission", "remove this allowance"),
            )
        } else {
            let hint = report.nearest(code, crate::check::codes()).map_or_else(
                || wording!("`grappe explain` donne la liste des règles", "`grappe explain` lists the rules"),
                |near| wording!("vouliez-vous dire `{near}` ?", "did you mean `{near}`?"),
            );
            (wording!("il n'y a pas de règle `{code}`", "there is no rule `{code}`"), hint)
        };
        report.push(report.diagnostic(&allowance.file, allowance.span, message).hint(hint));
    }
}
