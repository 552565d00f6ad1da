//! Un lien d'un texte, ou l'adresse donnée dans une clé comme `website`, passe par un raccourcisseur
//! d'adresses : `bit.ly`, `tinyurl.com`, `lnkd.in`, `urlz.fr` et quelques autres.
//!
//! ## Pourquoi
//!
//! Le lecteur ne voit pas où il va. Le service peut fermer, changer la destination ou compter les visites.
//!
//! ## Exemple
//!
//! ```markdown
//! [Le site d'Images & Réseaux](https://bit.ly/exemple)
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! [Le site d'Images & Réseaux](https://images-et-reseaux.com/)
//! ```
//! ---
//! A link of a text, or the address given in a key such as `website`, goes through an address shortener:
//! `bit.ly`, `tinyurl.com`, `lnkd.in`, `urlz.fr` and a few others.
//!
//! ## Why it matters
//!
//! Readers do not see where they are going. The service may close, change the destination or count visits.
//!
//! ## Example
//!
//! ```markdown
//! [The site of Images & Réseaux](https://bit.ly/example)
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! [The site of Images & Réseaux](https://images-et-reseaux.com/)
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "link-shortener",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("lien raccourci", "link shortener"),
    source: include_str!("link_shortener.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::LinkShortener(host) = &fault.kind {
            let message = wording!(
                "`{host}` cache l'adresse et peut disparaître",
                "`{host}` hides the address and may vanish",
            );
            let hint = wording!("mettez l'adresse complète", "put the whole address");
            report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
        }
    }
}
