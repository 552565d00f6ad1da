//! Une clé obligatoire manque, ou n'a pas de valeur. Certaines clés se remplacent (`name` ou `names`,
//! `term` ou `until`, `on` ou `known`) : il suffit que l'une des deux soit remplie. Une traduction n'est pas
//! tenue de reprendre les clés de l'original. La clé `regions` vide d'un pôle relève de
//! `pole-without-region` ; la date et la source d'un chiffre, de `figure-without-date` et de
//! `figure-without-source`.
//!
//! ## Pourquoi
//!
//! Un pôle sans secteur ne paraît dans aucune liste par secteur ; une actualité sans date n'a ni rang dans les
//! listes ni adresse durable.
//!
//! ## Exemple
//!
//! ```yaml
//! phase: phase-v
//! from: 2023-01-01
//! term: 4
//! source: cp715-2023
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! phase: phase-v
//! from: 2023-01-01
//! term: 4
//! decided: 2023-03-27
//! source: cp715-2023
//! ```
//! ---
//! A required key is missing, or has no value. Some keys stand in for each other (`name` or `names`, `term`
//! or `until`, `on` or `known`): it is enough that one of the two holds a value. A translation need not repeat
//! the keys of the original. An empty `regions` in a pole belongs to `pole-without-region`; the date and
//! source of a figure, to `figure-without-date` and `figure-without-source`.
//!
//! ## Why it matters
//!
//! A pole without sector shows in no list by sector; a post without date has neither a rank in the lists nor
//! a lasting address.
//!
//! ## Example
//!
//! ```yaml
//! phase: phase-v
//! from: 2023-01-01
//! term: 4
//! source: cp715-2023
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! phase: phase-v
//! from: 2023-01-01
//! term: 4
//! decided: 2023-03-27
//! source: cp715-2023
//! ```

use crate::check::figures::has_own_rule;
use crate::diagnostic::Severity;
use crate::locale::Wording;
use crate::locale::both;
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::schema::{Kind, Shape};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "missing-key",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("clé manquante", "missing key"),
    source: include_str!("missing_key.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::MissingKey { key, or, shape } = &fault.kind
            && !is_told_elsewhere(document, key, shape)
        {
            let message = match or {
                Some(or) => wording!("il manque `{key}` (ou `{or}`)", "`{key}` is missing (or `{or}`)"),
                None => wording!("il manque `{key}`", "`{key}` is missing"),
            };
            let diagnostic = report.diagnostic(&document.path, fault.span, message);
            report.push(diagnostic.hint_if(help(shape, key)));
        }
        if let FaultKind::EmptyList { key, shape } = &fault.kind
            && !is_told_elsewhere(document, key, shape)
        {
            let message = wording!("`{key}` est vide", "`{key}` is empty");
            let diagnostic = report.diagnostic(&document.path, fault.span, message);
            report.push(diagnostic.hint_if(completion(shape, key)));
        }
    }
}

/// `pole-without-region` says it better, and so do the rules on figures.
fn is_told_elsewhere(document: &Document, key: &str, shape: &Shape) -> bool {
    let is_pole = document.kind == Kind::Pole && key == "regions" && shape.name == "pole";
    is_pole || has_own_rule(shape, key)
}

fn help(shape: &Shape, key: &str) -> Option<Wording> {
    let field = shape.field(key)?;
    let (french, english) = (field.help.french, field.help.english);
    Some(wording!("ajoutez une ligne `{key}:` — {french}", "add a line `{key}:` — {english}"))
}

/// The line is there: a second one would repeat the key.
fn completion(shape: &Shape, key: &str) -> Option<Wording> {
    let field = shape.field(key)?;
    let (french, english) = (field.help.french, field.help.english);
    Some(wording!("complétez la ligne `{key}:` — {french}", "complete the line `{key}:` — {english}"))
}
