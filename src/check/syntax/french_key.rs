//! Une clé est écrite en français. Elle est comprise et rien n'est perdu : grappe rappelle le nom que les
//! autres fiches lui donnent. Les mots français admis comme valeurs (`role: partenaire`) sont acceptés sans
//! remarque.
//!
//! ## Pourquoi
//!
//! Avec un seul nom par clé, une recherche dans les fichiers trouve toutes les fiches, et personne n'écrit
//! deux fois le même fait sous deux noms.
//!
//! ## Exemple
//!
//! ```yaml
//! nom: Images & Réseaux
//! secteurs: [numerique]
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! name: Images & Réseaux
//! sectors: [numerique]
//! ```
//! ---
//! A key is written in French. It is understood and nothing is lost: grappe recalls the name that the other
//! entries give it. French words allowed as values (`role: partenaire`) are taken without remark.
//!
//! ## Why it matters
//!
//! With one name for each key, a search through the files finds every entry, and nobody writes the same
//! fact twice under two names.
//!
//! ## Example
//!
//! ```yaml
//! nom: Images & Réseaux
//! secteurs: [numerique]
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! name: Images & Réseaux
//! sectors: [numerique]
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "french-key",
    severity: Severity::Information,
    pack: Pack::Core,
    title: both("clé en français", "French key"),
    source: include_str!("french_key.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::FrenchKey { canonical } = &fault.kind {
            let message = wording!(
                "cette clé est comprise ; son nom est `{canonical}`",
                "this key is understood; its name is `{canonical}`",
            );
            let diagnostic = report.diagnostic(&document.path, fault.span, message);
            report.push(diagnostic.fix((*canonical).to_owned()));
        }
    }
}
