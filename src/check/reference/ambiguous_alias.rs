//! Deux fiches ont le même autre nom, dans `aliases` ou `short`. Les deux noms sont comparés tels quels,
//! majuscules comprises ; le nom principal n'entre pas dans la comparaison.
//!
//! ## Pourquoi
//!
//! Un nom partagé ne dit plus de quelle fiche on parle, et `alias-in-prose` pourrait proposer un lien vers
//! la mauvaise.
//!
//! ## Exemple
//!
//! ```yaml
//! # content/poles/images-et-reseaux.yaml
//! short: I&R
//! # content/poles/tes.yaml
//! aliases: [Pôle TES, I&R]
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! # content/poles/images-et-reseaux.yaml
//! short: I&R
//! # content/poles/tes.yaml
//! aliases: [Pôle TES]
//! ```
//! ---
//! Two entries have the same other name, in `aliases` or `short`. The names are compared as they stand,
//! capitals included; the main name has no part in it.
//!
//! ## Why it matters
//!
//! A shared name no longer says which entry is meant, and `alias-in-prose` might offer a link to the wrong
//! one.
//!
//! ## Example
//!
//! ```yaml
//! # content/poles/images-et-reseaux.yaml
//! short: I&R
//! # content/poles/tes.yaml
//! aliases: [Pôle TES, I&R]
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! # content/poles/images-et-reseaux.yaml
//! short: I&R
//! # content/poles/tes.yaml
//! aliases: [Pôle TES]
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::check::references::{Alias, aliases};

pub(in crate::check) static RULE: Rule = Rule {
    code: "ambiguous-alias",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("nom ambigu", "ambiguous alias"),
    source: include_str!("ambiguous_alias.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let mut firsts: BTreeMap<Arc<str>, Alias> = BTreeMap::new();
    for alias in aliases(federation) {
        let Some(first) = firsts.get(&alias.text) else {
            firsts.insert(alias.text.clone(), alias);
            continue;
        };
        if first.entity == alias.entity {
            continue;
        }
        let other = federation.entity(first.entity);
        let (other, file) = (other.id(), &other.document.path);
        let text = &alias.text;
        let message = wording!(
            "« {text} » est aussi un nom de la fiche `{other}`",
            "“{text}” is also a name of the entry `{other}`",
        );
        let hint = wording!(
            "gardez ce nom dans une seule des deux fiches",
            "keep this name in one of the two entries",
        );
        let document = &federation.entity(alias.entity).document;
        let label = wording!("le même nom, dans l'autre fiche", "the same name, in the other entry");
        let diagnostic = report.diagnostic(&document.path, alias.span, message).hint(hint);
        report.push(diagnostic.label(file, first.span, label));
    }
}
