//! Critère RGAA 6.2. Un lien n'a pas de nom : ni mots, ni image avec un texte de remplacement, ni `aria-label`.
//!
//! ## Pourquoi
//!
//! Un lecteur d'écran dirait « lien », ou lirait l'adresse lettre à lettre.
//!
//! ## Exemple
//!
//! ```html
//! <a href="/poles/"><img src="/assets/fleche.svg" alt=""></a>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <a href="/poles/"><img src="/assets/fleche.svg" alt=""> Tous les pôles</a>
//! ```
//! ---
//! RGAA criterion 6.2. A link has no name: neither words, nor a picture with words to stand in for it, nor
//! `aria-label`.
//!
//! ## Why it matters
//!
//! A screen reader would say "link", or read the address out letter by letter.
//!
//! ## Example
//!
//! ```html
//! <a href="/clusters/"><img src="/assets/arrow.svg" alt=""></a>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <a href="/clusters/"><img src="/assets/arrow.svg" alt=""> All clusters</a>
//! ```

use super::names::{is_unheard, name};
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "link-without-name",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("lien sans nom", "link without a name"),
    source: include_str!("link_without_name.rs"),
    run: Run::Page { criteria: &["6.2"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let is_link = |element: &Element<'_>| {
        element.name() == "a" && element.has("href") || element.get("role") == Some("link")
    };
    for link in page.tree.select(&["a"], &["role"]).filter(is_link) {
        if !name(page.tree, link).is_empty() || is_unheard(link) {
            continue;
        }
        let message = wording!("le lien n'a pas de nom", "the link has no name");
        let hint = wording!(
            "dites en quelques mots où il mène, ou ôtez-le",
            "say in a few words where it leads, or take it out",
        );
        report.push(report.at(&page.record.address, link, message).hint(hint));
    }
}
