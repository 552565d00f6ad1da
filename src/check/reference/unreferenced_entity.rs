//! Aucune autre fiche, aucun texte ne cite cette organisation, ce programme ou cette personne. Les autres
//! types de fiches ne sont pas concernés, ni une personne qui occupe un poste (`roles`), ni une fiche hors
//! des listes (`listed: false`). La règle se tait tant qu'un fichier du contenu ne peut pas être lu, ou
//! n'est pas à sa place.
//!
//! ## Pourquoi
//!
//! Un visiteur ne la trouverait que par une liste ou par la recherche : rien ne dit à quoi elle est liée.
//! C'est parfois voulu, et souvent le signe d'un lien oublié.
//!
//! ## Exemple
//!
//! ```yaml
//! # content/partnerships/enter-candidacy.yaml, sans SPN, que rien d'autre ne cite
//! parties:
//!   - {organisation: naos, role: lead}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! parties:
//!   - {organisation: naos, role: lead}
//!   - {organisation: spn, role: supporter}
//! ```
//! ---
//! No other entry and no text refers to this organisation, programme or person. Other kinds of entry are
//! not concerned, nor is a person who holds a post (`roles`), nor an entry kept out of lists
//! (`listed: false`). The rule is silent as long as a file of the content cannot be read or is
//! not in its place.
//!
//! ## Why it matters
//!
//! Visitors would find it through a list or a search alone: nothing says what it is tied to. This is
//! sometimes meant, and often the sign of a forgotten link.
//!
//! ## Example
//!
//! ```yaml
//! # content/partnerships/enter-candidacy.yaml, without SPN, which nothing else refers to
//! parties:
//!   - {organisation: naos, role: lead}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! parties:
//!   - {organisation: naos, role: lead}
//!   - {organisation: spn, role: supporter}
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Data;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::schema::Kind;
use crate::source::Span;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "unreferenced-entity",
    severity: Severity::Information,
    pack: Pack::Core,
    title: both("fiche que rien ne cite", "unreferenced entity"),
    source: include_str!("unreferenced_entity.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    // A file that could not be read may refer to anything.
    if federation.is_partly_unread() {
        return;
    }
    for (id, entity) in federation.all() {
        // Poles, regions, phases, posts and pages stand on their own: lists lead to them.
        let stands_alone = !matches!(entity.kind(), Kind::Organisation | Kind::Programme | Kind::Person);
        if stands_alone || federation.is_referenced(id) || !entity.is_listed {
            continue;
        }
        // A person who holds a post refers to an organisation: that is reason enough.
        if matches!(&entity.data, Data::Person(person) if !person.roles.is_empty()) {
            continue;
        }
        let id = entity.id();
        let message = wording!("rien ne cite la fiche `{id}`", "nothing refers to the entry `{id}`");
        let hint = wording!(
            "citez-la dans une actualité, un partenariat ou une autre fiche",
            "refer to it in a post, a partnership or another entry",
        );
        report.push(report.diagnostic(&entity.document.path, Span::default(), message).hint(hint));
    }
}
