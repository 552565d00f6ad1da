//! Critère RGAA 11.9. Un bouton n'a pas de nom : ni mots, ni image avec un texte de remplacement, ni
//! `aria-label`.
//!
//! ## Pourquoi
//!
//! Un lecteur d'écran dirait « bouton » : personne n'oserait appuyer.
//!
//! ## Exemple
//!
//! ```html
//! <button><svg aria-hidden="true">…</svg></button>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <button><svg aria-hidden="true">…</svg> Fermer</button>
//! ```
//! ---
//! RGAA criterion 11.9. A button has no name: neither words, nor a picture with words to stand in for it, nor
//! `aria-label`.
//!
//! ## Why it matters
//!
//! A screen reader would say "button": nobody would dare to press it.
//!
//! ## Example
//!
//! ```html
//! <button><svg aria-hidden="true">…</svg></button>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <button><svg aria-hidden="true">…</svg> Close</button>
//! ```

use super::names::{is_unheard, name};
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "button-without-name",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("bouton sans nom", "button without a name"),
    source: include_str!("button_without_name.rs"),
    run: Run::Page { criteria: &["11.9"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    for button in
        page.tree.select(&["button", "input", "summary"], &["role"]).filter(|element| is_button(*element))
    {
        if !name(page.tree, button).is_empty() || is_unheard(button) {
            continue;
        }
        let message = wording!("le bouton n'a pas de nom", "the button has no name");
        let hint = wording!("dites en un mot ce qu'il fait", "say in a word what it does");
        report.push(report.at(&page.record.address, button, message).hint(hint));
    }
}

/// Whether an element is a button; browsers name those that send or empty a form.
fn is_button(element: Element<'_>) -> bool {
    element.is_any(&["button", "summary"])
        || element.is_html() && element.get("role") == Some("button")
        || element.is("input") && element.get("type").is_some_and(|kind| kind.eq_ignore_ascii_case("button"))
}
