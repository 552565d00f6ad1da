//! `accessibility.toml` dit deux choses qui ne peuvent pas être vraies ensemble : un défaut d'un critère
//! déclaré conforme, un critère non conforme dont aucun défaut n'est décrit, une déclaration plus ancienne
//! que son audit, un état ou un taux que les verdicts ne donnent pas.
//!
//! ## Pourquoi
//!
//! L'état du site (« totalement conforme », « partiellement conforme », « non conforme ») se calcule : tous
//! les critères applicables, la moitié au moins, ou moins. Sans un audit terminé, c'est « non conforme »,
//! quoi qu'on écrive.
//!
//! ## Exemple
//!
//! ```toml
//! [statement]
//! state = "partially-compliant"
//! ```
//!
//! ## Mieux
//!
//! ```toml
//! [statement]
//! state = "non-compliant"
//! ```
//! ---
//! `accessibility.toml` says two things that cannot both be true: a fault of a criterion that is said to be
//! met, a criterion that is not met and none of whose faults is described, a statement older than its audit,
//! a state or a rate that the verdicts do not give.
//!
//! ## Why it matters
//!
//! The state of the site (fully, partially or not compliant) is worked out: all criteria that apply, half of
//! them at least, or fewer. Without a finished audit it is not compliant, whatever is written.
//!
//! ## Example
//!
//! ```toml
//! [statement]
//! state = "partially-compliant"
//! ```
//!
//! ## Use instead
//!
//! ```toml
//! [statement]
//! state = "non-compliant"
//! ```

use super::file;
use crate::accessibility::{Contradiction, ContradictionKind, Rate};
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::{Wording, both};
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "contradictory-audit",
    severity: Severity::Error,
    pack: Pack::France,
    title: both("audit contradictoire", "contradictory audit"),
    source: include_str!("contradictory_audit.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let accessibility = &federation.accessibility;
    // A verdict that means nothing counts as none: what follows from it would be told of the slip.
    if !accessibility.faults.is_empty() {
        return;
    }
    for contradiction in &accessibility.contradictions {
        let (message, hint) = words(&contradiction.kind);
        let diagnostic = report.diagnostic(&file(), contradiction.span, message).hint(hint);
        report.push(with_other_place(diagnostic, contradiction));
    }
}

fn with_other_place(diagnostic: Diagnostic, contradiction: &Contradiction) -> Diagnostic {
    match &contradiction.kind {
        ContradictionKind::Listed { verdict: Some((_, span)), .. } => {
            diagnostic.label(&file(), *span, wording!("le verdict", "the verdict"))
        }
        ContradictionKind::OlderThanAudit { audit } => {
            diagnostic.label(&file(), *audit, wording!("l'audit", "the audit"))
        }
        _ => diagnostic,
    }
}

/// What is wrong, and what to do.
fn words(kind: &ContradictionKind) -> (Wording, Wording) {
    match kind {
        ContradictionKind::Listed { number, verdict: Some((verdict, _)) } => (
            wording!(
                "un défaut du critère {number} est décrit ici, et l'audit dit de ce critère `{verdict}`",
                "a fault of criterion {number} is described here, and the audit says `{verdict}` of it",
            ),
            wording!(
                "si le défaut est là, écrivez `{number} = \"non-conform\"` ; s'il est corrigé, ôtez-le",
                "where the fault is there, write `{number} = \"non-conform\"`; where it is mended, take it out",
            ),
        ),
        ContradictionKind::Listed { number, verdict: None } => (
            wording!(
                "un défaut du critère {number} est décrit ici, et l'audit ne dit rien de ce critère",
                "a fault of criterion {number} is described here, and the audit says nothing of it",
            ),
            wording!(
                "ajoutez `{number} = \"non-conform\"` dans `[audit.criteria]`",
                "add `{number} = \"non-conform\"` to `[audit.criteria]`",
            ),
        ),
        ContradictionKind::Unlisted(number) => (
            wording!(
                "le critère {number} n'est pas respecté, et rien ne dit ce qui ne va pas",
                "criterion {number} is not met, and nothing says what is wrong",
            ),
            wording!(
                "décrivez chaque défaut dans une section `[[non_conformities]]`, avec `criterion = \"{number}\"`",
                "describe each fault in a section `[[non_conformities]]`, with `criterion = \"{number}\"`",
            ),
        ),
        ContradictionKind::ListedWithoutAudit => (
            wording!(
                "un défaut est décrit ici, et aucun audit ne l'a relevé",
                "a fault is described here, and no audit has found it",
            ),
            wording!(
                "ajoutez l'audit qui l'a relevé, sous `[audit]` : `grappe new audit` le prépare",
                "add the audit that found it, under `[audit]`: `grappe new audit` makes it ready",
            ),
        ),
        ContradictionKind::OlderThanAudit { .. } => (
            wording!(
                "la déclaration est plus ancienne que l'audit sur lequel elle s'appuie",
                "the statement is older than the audit on which it stands",
            ),
            wording!(
                "donnez à la déclaration le jour où elle a été établie, après l'audit",
                "give the statement the day on which it was drawn up, after the audit",
            ),
        ),
        ContradictionKind::State { given } => {
            let word = given.word();
            (
                wording!("les verdicts ne donnent pas cet état", "the verdicts do not give this state"),
                wording!(
                    "écrivez `{word}`, ou ôtez cette ligne : grappe calcule l'état",
                    "write `{word}`, or take this line out: grappe works the state out",
                ),
            )
        }
        ContradictionKind::Rate { given } => rate(*given),
        ContradictionKind::NothingApplies => (
            wording!(
                "selon cet audit aucun critère ne s'applique au site, et certains s'appliquent à toute page",
                "according to this audit no criterion applies to the site, and some apply to any page",
            ),
            wording!(
                "donnez un verdict aux critères de la thématique 8 : toute page a une langue et un titre",
                "give a verdict on the criteria of theme 8: every page has a language and a title",
            ),
        ),
    }
}

fn rate(given: Option<Rate>) -> (Wording, Wording) {
    let message = wording!("les verdicts ne donnent pas ce taux", "the verdicts do not give this rate");
    let hint = match given {
        Some(rate) => {
            let (conform, applicable) = (rate.conform, rate.applicable);
            let percentage = rate.words().replace(" %", "");
            wording!(
                "critères conformes : {conform} sur {applicable}, ce qui donne `{percentage}` ; ou ôtez cette ligne : grappe calcule le taux",
                "criteria met: {conform} of {applicable}, which gives `{percentage}`; or take this line out: grappe works the rate out",
            )
        }
        None => wording!(
            "ôtez cette ligne : sans un audit terminé, il n'y a pas de taux",
            "take this line out: without a finished audit there is no rate",
        ),
    };
    (message, hint)
}
