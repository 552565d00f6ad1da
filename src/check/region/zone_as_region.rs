//! Une clé qui attend une région, comme `regions`, cite une zone : `grand-ouest`, `axe-seine`. Les zones
//! sont celles de `content/vocabularies/zones.yaml` ; un partenariat a pour elles la clé `zone`. Dans un
//! texte, un lien vers une zone relève de `dangling-reference`.
//!
//! ## Pourquoi
//!
//! Une zone dépasse une région, ou n'en recouvre qu'une partie : elle n'a ni code ni page. Seule la
//! personne qui rédige sait quelles régions sont concernées.
//!
//! ## Exemple
//!
//! ```yaml
//! # content/partnerships/mobilite-axe-seine.yaml
//! regions: [axe-seine]
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! # content/partnerships/mobilite-axe-seine.yaml
//! zone: axe-seine
//! ```
//! ---
//! A key that wants a region, such as `regions`, names a zone: `grand-ouest`, `axe-seine`. Zones are those
//! of `content/vocabularies/zones.yaml`; a partnership has the key `zone` for them. In a text, a link to a
//! zone belongs to `dangling-reference`.
//!
//! ## Why it matters
//!
//! A zone goes beyond one region, or covers a part of it: it has neither code nor page. Only the writer
//! knows which regions are concerned.
//!
//! ## Example
//!
//! ```yaml
//! # content/partnerships/mobilite-axe-seine.yaml
//! regions: [axe-seine]
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! # content/partnerships/mobilite-axe-seine.yaml
//! zone: axe-seine
//! ```

use crate::check::references::each_reference;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::model::Resolution;
use crate::parse::{Reference, Target};
use crate::rule::{Pack, Report, Rule, Run};
use crate::schema::{Kind, List};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "zone-as-region",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("zone prise pour une région", "zone as region"),
    source: include_str!("zone_as_region.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for (document, reference) in each_reference(federation) {
        if !is_zone(federation, reference)
            || federation.resolve(document, &reference.target) != Resolution::Missing
        {
            continue;
        }
        let Target::Entity { id, .. } = &reference.target else { continue };
        let message = wording!("`{id}` est une zone, pas une région", "`{id}` is a zone, not a region",);
        let hint = wording!(
            "citez les régions une à une ; un partenariat peut aussi dire `zone: {id}`",
            "name the regions one by one; a partnership may also say `zone: {id}`",
        );
        report.push(report.diagnostic(&document.path, reference.span, message).hint(hint));
    }
}

/// Whether a reference that wants a region names a zone.
pub(in crate::check) fn is_zone(federation: &Federation, reference: &Reference) -> bool {
    match &reference.target {
        Target::Entity { kinds: [Kind::Region], id, .. } => {
            federation.vocabularies.term(List::Zones, id).is_some()
        }
        _ => false,
    }
}
