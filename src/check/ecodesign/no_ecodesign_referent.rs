//! Le site a une page d'écoconception, et `eco-design.toml` ne dit pas qui en répond : un nom, ou une adresse
//! générique.
//!
//! ## Pourquoi
//!
//! Une démarche dont personne ne répond s'arrête. C'est aussi le critère le plus simple à satisfaire (1.3).
//!
//! ## Exemple
//!
//! ```toml
//! # eco-design.toml
//! targets = "Rester sous 14 ko par actualité."
//! ```
//!
//! ## Mieux
//!
//! ```toml
//! # eco-design.toml
//! targets = "Rester sous 14 ko par actualité."
//!
//! [referent]
//! name = "La cellule numérique"
//! ```
//! ---
//! The site has a page on ecodesign, and `eco-design.toml` does not say who answers for it: a name, or a
//! generic address.
//!
//! ## Why it matters
//!
//! An approach that nobody answers for comes to an end. It is also the simplest criterion to meet (1.3).
//!
//! ## Example
//!
//! ```toml
//! # eco-design.toml
//! targets = "Stay below 14 kB a post."
//! ```
//!
//! ## Use instead
//!
//! ```toml
//! # eco-design.toml
//! targets = "Stay below 14 kB a post."
//!
//! [referent]
//! name = "The digital team"
//! ```

use crate::diagnostic::Severity;
use crate::ecodesign::{self, EcodesignFaultKind};
use crate::locale::both;
use crate::model::{Data, Federation};
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::{FilePath, Span};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "no-ecodesign-referent",
    severity: Severity::Warning,
    pack: Pack::France,
    title: both("personne ne répond de l’écoconception", "nobody answers for ecodesign"),
    source: include_str!("no_ecodesign_referent.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let ecodesign = &federation.ecodesign;
    let is_unreadable = ecodesign.faults.iter().any(|fault| {
        use EcodesignFaultKind::{Date, NotUtf8, Unreadable};
        matches!(fault.kind, Unreadable(_) | NotUtf8 | Date(_))
    });
    if ecodesign.declaration.referent.is_some() || is_unreadable {
        return;
    }
    let is_page =
        |data: &Data| matches!(data, Data::Page(page) if page.role == Some("ecodesign") && !page.is_draft);
    let Some((_, page)) = federation.all().find(|(_, entity)| is_page(&entity.data)) else { return };
    let (file, span) = if ecodesign.declaration.is_there {
        (FilePath::new(ecodesign::FILE), Span::default())
    } else {
        (page.document.path.clone(), page.document.record.span("role").unwrap_or_default())
    };
    let message = wording!(
        "rien ne dit qui répond de l'écoconception du site",
        "nothing says who answers for the site's ecodesign",
    );
    let hint = wording!(
        "ajoutez `[referent]` avec `name` dans `eco-design.toml` ; `grappe new ecodesign` crée ce fichier",
        "add `[referent]` with `name` to `eco-design.toml`; `grappe new ecodesign` makes that file",
    );
    report.push(report.diagnostic(&file, span, message).hint(hint));
}
