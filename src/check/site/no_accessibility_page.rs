//! Aucune page publiée n'est la déclaration d'accessibilité : une page de `content/pages/` le dit par
//! `role: accessibility`. Un brouillon ne compte pas.
//!
//! ## Pourquoi
//!
//! La loi oblige un site public à dire dans quelle mesure il est accessible, et à qui écrire quand il ne
//! l'est pas. Un site qui n'a pas été contrôlé le dit aussi.
//!
//! ## Exemple
//!
//! ```yaml
//! # content/pages/accessibilite.md
//! title: Accessibilité
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! # content/pages/accessibilite.md
//! title: Accessibilité
//! role: accessibility
//! ```
//! ---
//! No page that is published is the accessibility statement: a page of `content/pages/` says so by
//! `role: accessibility`. A draft does not count.
//!
//! ## Why it matters
//!
//! French law wants a public site to say how far it is accessible, and whom to write to where it is not. A
//! site that was not audited says that too.
//!
//! ## Example
//!
//! ```yaml
//! # content/pages/accessibility.md
//! title: Accessibility
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! # content/pages/accessibility.md
//! title: Accessibility
//! role: accessibility
//! ```

use super::MissingPage;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "no-accessibility-page",
    severity: Severity::Error,
    pack: Pack::France,
    title: both("site sans déclaration d’accessibilité", "site without an accessibility statement"),
    source: include_str!("no_accessibility_page.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let page = MissingPage {
        role: "accessibility",
        usual_ids: &["accessibilite", "accessibility"],
        message: wording!(
            "le site n'a pas de déclaration d'accessibilité",
            "the site has no accessibility statement"
        ),
    };
    page.tell(federation, report);
}
