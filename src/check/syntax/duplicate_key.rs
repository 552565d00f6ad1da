//! La même clé est écrite deux fois au même niveau d'une fiche. Une clé française et la clé qu'elle
//! traduit, comme `nom` et `name`, comptent pour la même.
//!
//! ## Pourquoi
//!
//! grappe garde la première valeur et laisse l'autre de côté ; d'autres outils font l'inverse. La personne
//! qui corrige la seconde ligne ne verrait rien changer sur le site, sans savoir pourquoi.
//!
//! ## Exemple
//!
//! ```yaml
//! name: TES
//! regions: [normandie]
//! regions: [bretagne]
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! name: TES
//! regions: [normandie]
//! ```
//! ---
//! The same key is written twice at one level of an entry. A French key and the key it stands for, such as
//! `nom` and `name`, count as the same.
//!
//! ## Why it matters
//!
//! grappe keeps the first value and leaves the other aside; other tools do the reverse. Whoever mends the
//! second line would see nothing change on the site, and would not know why.
//!
//! ## Example
//!
//! ```yaml
//! name: TES
//! regions: [normandie]
//! regions: [bretagne]
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! name: TES
//! regions: [normandie]
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "duplicate-key",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("clé répétée", "duplicate key"),
    source: include_str!("duplicate_key.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::DuplicateKey { key, first } = &fault.kind {
            let message = wording!(
                "la clé `{key}` est déjà là plus haut, sous ce nom ou un autre",
                "the key `{key}` already stands above, by this name or another"
            );
            let hint = wording!("gardez une seule des deux lignes", "keep one of the two lines");
            let diagnostic = report.diagnostic(&document.path, fault.span, message).hint(hint);
            let label = wording!("première fois", "first time");
            report.push(diagnostic.label(&document.path, *first, label));
        }
    }
}
