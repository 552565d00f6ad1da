//! Le siège d'un pôle ou d'une organisation est dans une région que la clé `regions` ne cite pas. La règle
//! se tait si la fiche ne cite aucune région, si le siège n'a qu'une ville, ou si l'une de ces régions n'existe
//! pas.
//!
//! ## Pourquoi
//!
//! La page d'une région montre ceux qui la citent dans `regions` : le pôle manquerait dans la région même
//! où il a son siège.
//!
//! ## Exemple
//!
//! ```yaml
//! name: Images & Réseaux
//! regions: [pays-de-la-loire]
//! seat: {city: Lannion, region: bretagne}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! name: Images & Réseaux
//! regions: [bretagne, pays-de-la-loire]
//! seat: {city: Lannion, region: bretagne}
//! ```
//! ---
//! The seat of a pole or organisation is in a region that the key `regions` does not name. The rule is
//! silent where the entry names no region, where the seat has a city alone, or where one of these regions is
//! not there.
//!
//! ## Why it matters
//!
//! The page of a region shows those that name it in `regions`: the pole would be missing in the very region
//! of its seat.
//!
//! ## Example
//!
//! ```yaml
//! name: Images & Réseaux
//! regions: [pays-de-la-loire]
//! seat: {city: Lannion, region: bretagne}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! name: Images & Réseaux
//! regions: [bretagne, pays-de-la-loire]
//! seat: {city: Lannion, region: bretagne}
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::schema::Kind;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "seat-outside-regions",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("siège hors des régions", "seat outside regions"),
    source: include_str!("seat_outside_regions.rs"),
    run: Run::Federation(run),
};

fn is_region(federation: &Federation, id: &str) -> bool {
    federation.find(id).is_some_and(|id| federation.entity(id).kind() == Kind::Region)
}

fn run(federation: &Federation, report: &mut Report<'_>) {
    for (_, entity) in federation.all() {
        let Some(organisation) = entity.organisation() else { continue };
        let Some(region) = organisation.seat.as_ref().and_then(|seat| seat.region.as_ref()) else { continue };
        // Without any region, `pole-without-region` or nothing is to be told.
        if organisation.regions.is_empty() || organisation.regions.contains(region) {
            continue;
        }
        // A region that is none is told by other rules: mending it may mend this too.
        let mut named = organisation.regions.iter().chain([region]);
        if !named.all(|region| is_region(federation, region)) {
            continue;
        }
        let document = &entity.document;
        let seat = document.record.record("seat");
        let span = seat.and_then(|seat| seat.span("region")).unwrap_or_default();
        let message = wording!(
            "le siège est en `{region}`, qui n'est pas dans `regions`",
            "the seat is in `{region}`, which is not in `regions`",
        );
        let hint = wording!("ajoutez `{region}` à `regions`", "add `{region}` to `regions`");
        let diagnostic = report.diagnostic(&document.path, span, message).hint(hint);
        let regions = document.record.span("regions").unwrap_or_default();
        let label = wording!("les régions de la fiche", "the regions of the entry");
        report.push(diagnostic.label(&document.path, regions, label));
    }
}
