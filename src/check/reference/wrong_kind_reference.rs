//! L'identifiant cité existe, mais c'est celui d'une fiche d'un type qui n'a pas sa place là : une région
//! où il faut une organisation, un pôle où il faut une région. Un lien qui nomme un type, comme
//! `organisation:tes`, est relevé si la fiche est d'un autre type.
//!
//! ## Pourquoi
//!
//! Le fait serait faux : une Région, au sens de la collectivité, n'est pas le territoire du même nom, et
//! chacune a sa fiche.
//!
//! ## Exemple
//!
//! ```yaml
//! # content/regions/nouvelle-aquitaine.yaml
//! authority: nouvelle-aquitaine
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! # content/regions/nouvelle-aquitaine.yaml
//! authority: region-nouvelle-aquitaine
//! ```
//! ---
//! The id referred to exists, but it is that of an entry of a kind that has no place there: a region where
//! an organisation is needed, a pole where a region is needed. A link that names a kind, such as
//! `organisation:tes`, is reported where the entry is of another kind.
//!
//! ## Why it matters
//!
//! The fact would be wrong: a regional authority is not the territory of the same name, and each has its
//! entry.
//!
//! ## Example
//!
//! ```yaml
//! # content/regions/nouvelle-aquitaine.yaml
//! authority: nouvelle-aquitaine
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! # content/regions/nouvelle-aquitaine.yaml
//! authority: region-nouvelle-aquitaine
//! ```

use crate::check::references::each_reference;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::model::Resolution;
use crate::parse::Target;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "wrong-kind-reference",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("référence d’un autre type", "wrong kind of reference"),
    source: include_str!("wrong_kind_reference.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for (document, reference) in each_reference(federation) {
        let Resolution::WrongKind(found) = federation.resolve(document, &reference.target) else {
            continue;
        };
        let Target::Entity { kinds, named, id, .. } = &reference.target else { continue };
        let found = federation.entity(found);
        let (french, english) = (found.kind().title().french, found.kind().title().english);
        let message = wording!(
            "`{id}` ne peut pas être cité ici : c'est une fiche de type « {french} »",
            "`{id}` cannot stand here: it is an entry of the kind “{english}”",
        );
        let allowed = named.as_ref().map_or(*kinds, std::slice::from_ref);
        let french: Vec<&str> = allowed.iter().map(|kind| kind.title().french).collect();
        let english: Vec<&str> = allowed.iter().map(|kind| kind.title().english).collect();
        let (french, english) = (french.join(", "), english.join(", "));
        let hint = wording!("types attendus : {french}", "kinds expected: {english}");
        let label = wording!("la fiche citée", "the entry referred to");
        let diagnostic = report.diagnostic(&document.path, reference.span, message).hint(hint);
        let span = crate::source::Span::default();
        report.push(diagnostic.label(&found.document.path, span, label));
    }
}
