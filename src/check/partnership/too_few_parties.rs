//! Un partenariat a moins de deux parties distinctes. Une organisation citée deux fois, avec deux rôles ou
//! sous un autre nom (`aliases`), compte pour une. La règle se tait si aucune partie n'est une organisation
//! : une autre le dit.
//!
//! ## Pourquoi
//!
//! On ne s'associe pas seul. Une partie manque, ou la fiche n'est pas celle d'un partenariat.
//!
//! ## Exemple
//!
//! ```yaml
//! name: Services sobres en Nouvelle-Aquitaine
//! kind: cooperation
//! parties:
//!   - {organisation: spn, role: lead}
//!   - {organisation: spn, role: partner}
//! milestones:
//!   - {state: started, on: 2020}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! name: Services sobres en Nouvelle-Aquitaine
//! kind: cooperation
//! parties:
//!   - {organisation: spn, role: lead}
//!   - {organisation: aliptic, role: partner}
//! milestones:
//!   - {state: started, on: 2020}
//! ```
//! ---
//! A partnership has fewer than two distinct parties. An organisation that is named twice, in two roles or
//! by another name (`aliases`), counts as one. The rule is silent where no party is an organisation:
//! another one tells that.
//!
//! ## Why it matters
//!
//! Nobody is partners alone. A party is missing, or the entry is not that of a partnership.
//!
//! ## Example
//!
//! ```yaml
//! name: Sober services in Nouvelle-Aquitaine
//! kind: cooperation
//! parties:
//!   - {organisation: spn, role: lead}
//!   - {organisation: spn, role: partner}
//! milestones:
//!   - {state: started, on: 2020}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! name: Sober services in Nouvelle-Aquitaine
//! kind: cooperation
//! parties:
//!   - {organisation: spn, role: lead}
//!   - {organisation: aliptic, role: partner}
//! milestones:
//!   - {state: started, on: 2020}
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::references::aliases;
use super::written_partnership::partnerships;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "too-few-parties",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("trop peu de parties", "too few parties"),
    source: include_str!("too_few_parties.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let entity_of = entities_by_other_name(federation);
    for partnership in partnerships(federation) {
        let parties = &partnership.parties;
        if !partnership.knows_its_parties() || parties.iter().all(|party| !party.is_organisation()) {
            continue;
        }
        let resolved = parties.iter().map(|party| match party.entity {
            None => entity_of.get(&party.id).unwrap_or(&party.id),
            Some(_) => &party.id,
        });
        let distinct: BTreeSet<&Arc<str>> = resolved.collect();
        let (Some(only), 1) = (distinct.first(), distinct.len()) else { continue };
        let message = wording!(
            "un partenariat réunit au moins deux parties, et celui-ci n'a que `{only}`",
            "a partnership has two parties at least, and this one has `{only}` alone",
        );
        let hint = wording!(
            "citez dans `parties` chacun de ceux qui y prennent part",
            "name each of those who take part in `parties`",
        );
        let span = partnership.key_span("parties");
        report.push(report.diagnostic(&partnership.document().path, span, message).hint(hint));
    }
}

/// The id of an entry by each of its other names.
fn entities_by_other_name(federation: &Federation) -> BTreeMap<Arc<str>, Arc<str>> {
    aliases(federation).map(|alias| (alias.text, federation.entity(alias.entity).id().clone())).collect()
}
