//! Le code d'une fiche de région n'est pas l'un des dix-huit codes de région de l'INSEE, ou une autre fiche
//! de région l'a déjà. La liste de l'INSEE n'est regardée que si le site déclare `france = true` sous
//! `[packs]`. Un code juste donné à la mauvaise région n'est pas vu tant qu'il n'est pas en double.
//!
//! ## Pourquoi
//!
//! Ce code rattache la région aux données publiques. Un numéro de département ou un code postal la
//! rattacherait à autre chose, ou à rien.
//!
//! ## Exemple
//!
//! ```yaml
//! name: Bretagne
//! code: "35"
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! name: Bretagne
//! code: "53"
//! ```
//! ---
//! The code of a region's entry is not one of the eighteen INSEE codes of regions, or another region's
//! entry has it already. The list of INSEE is looked at only where the site says `france = true` under
//! `[packs]`. A right code given to the wrong region is not seen as long as it is not there twice.
//!
//! ## Why it matters
//!
//! This code ties the region to public data. The number of a department or a postcode would tie it to
//! something else, or to nothing.
//!
//! ## Example
//!
//! ```yaml
//! name: Bretagne
//! code: "35"
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! name: Bretagne
//! code: "53"
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Data, Entity};
use crate::source::Span;

pub(in crate::check) static RULE: Rule = Rule {
    code: "invalid-region-code",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("code de région inconnu", "invalid region code"),
    source: include_str!("invalid_region_code.rs"),
    run: Run::Federation(run),
};

/// INSEE codes of regions and collectivités with the powers of one (Code officiel géographique).
const CODES: [&str; 18] = [
    "01", "02", "03", "04", "06", "11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84", "93",
    "94",
];

fn run(federation: &Federation, report: &mut Report<'_>) {
    let mut first: BTreeMap<Arc<str>, &Entity> = BTreeMap::new();
    for (_, entity) in federation.all() {
        let Data::Region(region) = &entity.data else { continue };
        let Some(code) = &region.code else { continue };
        let document = &entity.document;
        let span = document.record.span("code").unwrap_or(Span::default());
        if federation.config.france && !CODES.contains(&code.as_ref()) {
            let message =
                wording!("`{code}` n'est le code d'aucune région", "`{code}` is the code of no region");
            let hint = wording!(
                "le code de l'INSEE a deux chiffres, entre guillemets droits : `\"53\"`, `\"01\"`",
                "the INSEE code has two digits, between straight quotes: `\"53\"`, `\"01\"`",
            );
            report.push(report.diagnostic(&document.path, span, message).hint(hint));
            continue;
        }
        let Some(other) = first.get(code) else {
            first.insert(code.clone(), entity);
            continue;
        };
        report_twin(report, code, entity, other);
    }
}

/// Two regions of one code: the second is told, and nobody knows which of them is right.
fn report_twin(report: &mut Report<'_>, code: &str, entity: &Entity, first: &Entity) {
    let span = |entity: &Entity| entity.document.record.span("code").unwrap_or_default();
    let other = first.id();
    let message = wording!(
        "`{code}` est déjà le code de la région `{other}`",
        "`{code}` is already the code of the region `{other}`",
    );
    let hint = wording!(
        "corrigez le code de l'une des deux régions, ou supprimez la fiche en trop",
        "mend the code of one of the two regions, or remove the entry that is one too many",
    );
    let label = wording!("la région qui a déjà ce code", "the region that has this code already");
    let diagnostic = report.diagnostic(&entity.document.path, span(entity), message).hint(hint);
    report.push(diagnostic.label(&first.document.path, span(first), label));
}
