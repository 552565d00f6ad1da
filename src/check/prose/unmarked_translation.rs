//! Une traduction ne porte pas la marque de son original : grappe ne pourra pas dire quand elle sera
//! dépassée.
//!
//! ## Pourquoi
//!
//! Les dates des fichiers ne disent rien : les recopier les change. Une marque dans la traduction dit de quels
//! mots elle est faite, et `stale-translation` prévient quand ils changent.
//!
//! ## Exemple
//!
//! ```yaml
//! name: Digital cluster
//! ```
//!
//! ## Mieux
//!
//! Écrivez la marque que donne le message.
//!
//! ```yaml
//! original: oohhfenp
//! name: Digital cluster
//! ```
//! ---
//! A translation does not hold the mark of its original: grappe will not be able to tell when it is stale.
//!
//! ## Why it matters
//!
//! The dates of files tell nothing: a copy changes them. A mark in the translation says which words it was
//! made from, and `stale-translation` tells when they change.
//!
//! ## Example
//!
//! ```yaml
//! name: Digital cluster
//! ```
//!
//! ## Use instead
//!
//! Write the mark that the message gives.
//!
//! ```yaml
//! original: oohhfenp
//! name: Digital cluster
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::Span;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "unmarked-translation",
    severity: Severity::Information,
    pack: Pack::Core,
    title: both("traduction sans marque", "unmarked translation"),
    source: include_str!("unmarked_translation.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for (_, entity) in federation.all() {
        for translation in &entity.translations {
            // What cannot be read, or not all of it, may hold the mark.
            let is_read = !federation.may_have(entity.id()) && translation.faults.is_empty();
            if !is_read || translation.record.get("original").is_some() {
                continue;
            }
            let mark = entity.document.mark();
            let message = wording!(
                "rien ne dira quand cette traduction sera dépassée",
                "nothing will tell when this translation is stale",
            );
            let hint = wording!(
                "si elle dit ce que dit l'original, ajoutez-y `original: {mark}`",
                "if it says what the original says, add `original: {mark}` to it",
            );
            report.push(report.diagnostic(&translation.path, Span::default(), message).hint(hint));
        }
    }
}
