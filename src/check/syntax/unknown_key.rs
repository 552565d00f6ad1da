//! Une fiche, ou une partie de fiche, a une clé que grappe ne connaît pas à cet endroit. La clé la plus
//! proche est proposée ; à défaut, toutes les clés possibles sont citées.
//!
//! ## Pourquoi
//!
//! La valeur serait ignorée. Une faute de frappe dans une clé facultative suffirait à faire disparaître un
//! fait du site, sans que rien ne le dise.
//!
//! ## Exemple
//!
//! ```yaml
//! name: TES
//! secteur: [numerique]
//! spécialité: [numérique]
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! name: TES
//! sectors: [numerique]
//! specialities: [numérique]
//! ```
//! ---
//! An entry, or a part of one, has a key that grappe does not know there. The nearest key is suggested;
//! failing that, all possible keys are listed.
//!
//! ## Why it matters
//!
//! The value would be ignored. A slip in an optional key would be enough for a fact to vanish from the
//! site, and nothing would say so.
//!
//! ## Example
//!
//! ```yaml
//! name: TES
//! sector: [numerique]
//! speciality: [digital technology]
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! name: TES
//! sectors: [numerique]
//! specialities: [digital technology]
//! ```

use super::super::label::label_on_organisation_without_label::is_label_of_organisation;
use crate::diagnostic::Severity;
use crate::locale::Wording;
use crate::locale::both;
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::schema::Shape;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "unknown-key",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("clé inconnue", "unknown key"),
    source: include_str!("unknown_key.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::UnknownKey { key, shape, near } = &fault.kind
            && !is_label_of_organisation(document, key, shape)
        {
            let message = wording!("la clé `{key}` n'existe pas ici", "there is no key `{key}` here");
            let diagnostic = report.diagnostic(&document.path, fault.span, message);
            report.push(diagnostic.hint(suggestion(shape, *near)));
        }
    }
}

fn suggestion(shape: &Shape, near: Option<&str>) -> Wording {
    if let Some(near) = near {
        wording!("vouliez-vous dire `{near}` ?", "did you mean `{near}`?")
    } else {
        let keys: Vec<&str> = shape.usual_keys().collect();
        let keys = keys.join(", ");
        wording!("clés possibles : {keys}", "possible keys: {keys}")
    }
}
