//! Deux fiches ont le même identifiant, qui est le nom de leur fichier sans sa terminaison, qu'elles soient
//! ou non du même type. Deux termes d'une même liste sont relevés de la même façon. Une traduction
//! (`tes.en.yaml`) partage l'identifiant de son original : c'est voulu.
//!
//! ## Pourquoi
//!
//! `[[enter]]` ne dirait plus s'il s'agit du pôle ou du partenariat. grappe garde la première fiche dans
//! l'ordre des chemins ; l'autre n'aurait pas de page.
//!
//! ## Exemple
//!
//! ```text
//! content/partnerships/enter.yaml
//! content/poles/enter.yaml
//! ```
//!
//! ## Mieux
//!
//! ```text
//! content/partnerships/enter-candidacy.yaml
//! content/poles/enter.yaml
//! ```
//! ---
//! Two entries have the same id, which is the name of their file without its ending, whether or not they
//! are of the same kind. Two terms of one list are reported in the same way. A translation (`tes.en.yaml`)
//! shares the id of its original, as it should.
//!
//! ## Why it matters
//!
//! `[[enter]]` would no longer say whether the pole or the partnership is meant. grappe keeps the first
//! entry in the order of paths; the other would have no page.
//!
//! ## Example
//!
//! ```text
//! content/partnerships/enter.yaml
//! content/poles/enter.yaml
//! ```
//!
//! ## Use instead
//!
//! ```text
//! content/partnerships/enter-candidacy.yaml
//! content/poles/enter.yaml
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::Span;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "duplicate-id",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("identifiant en double", "duplicate id"),
    source: include_str!("duplicate_id.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for (document, first) in &federation.repeated {
        let (id, other) = (&document.id, &first.file);
        let message = wording!(
            "l'identifiant `{id}` est déjà celui de `{other}`",
            "the id `{id}` is already that of `{other}`",
        );
        let hint = wording!(
            "renommez l'un des deux fichiers : une référence à `{id}` serait ambiguë",
            "rename one of the two files: a reference to `{id}` would be ambiguous",
        );
        let diagnostic = report.diagnostic(&document.path, Span::default(), message).hint(hint);
        let label = wording!("cette fiche a déjà l'identifiant", "this entry has the id already");
        report.push(diagnostic.label(&first.file, first.span, label));
    }
    for repeated in &federation.repeated_terms {
        let (id, place, first) = (&repeated.id, &repeated.place, &repeated.first);
        let message = if place.file == first.file {
            wording!("le terme `{id}` est déjà plus haut", "the term `{id}` already stands above")
        } else {
            let other = &first.file;
            wording!("le terme `{id}` est déjà dans `{other}`", "the term `{id}` is already in `{other}`")
        };
        let hint = wording!("renommez ou supprimez l'un des deux", "rename or remove one of the two");
        let label = wording!("le premier de ce nom", "the first of this name");
        let diagnostic = report.diagnostic(&place.file, place.span, message).hint(hint);
        report.push(diagnostic.label(&first.file, first.span, label));
    }
}
