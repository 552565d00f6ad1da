//! Critère RGAA 11.1. Un champ de formulaire n'a pas d'étiquette : ni `label`, ni `aria-label`, ni
//! `aria-labelledby`, ni `title`. Le texte gris qui s'efface (`placeholder`) n'en est pas une.
//!
//! ## Pourquoi
//!
//! Un lecteur d'écran dirait « zone de saisie », et rien de ce qu'il faut y écrire.
//!
//! ## Exemple
//!
//! ```html
//! <input type="text" name="q" placeholder="Recherche">
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <label for="q">Recherche</label> <input type="text" id="q" name="q">
//! ```
//! ---
//! RGAA criterion 11.1. A field of a form has no label: neither `label`, nor `aria-label`, nor
//! `aria-labelledby`, nor `title`. The grey text that goes away (`placeholder`) is none.
//!
//! ## Why it matters
//!
//! A screen reader would say "edit", and nothing of what to write there.
//!
//! ## Example
//!
//! ```html
//! <input type="text" name="q" placeholder="Search">
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <label for="q">Search</label> <input type="text" id="q" name="q">
//! ```

use super::fields::{Labels, is_field};
use super::names::{given_name, words};
use crate::diagnostic::Severity;
use crate::html::tree::{Element, Tree};
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "field-without-label",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("champ sans étiquette", "field without a label"),
    source: include_str!("field_without_label.rs"),
    run: Run::Page { criteria: &["11.1"], run },
};

/// What a script may make of an element that is no field, and people fill in.
const ROLES: [&str; 8] =
    ["checkbox", "combobox", "listbox", "radio", "searchbox", "slider", "spinbutton", "textbox"];

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let is_filled_in = |element: &Element<'_>| {
        let is_made_one = || element.get("role").is_some_and(|role| ROLES.contains(&role));
        is_field(*element) || element.is_html() && is_made_one()
    };
    let mut fields =
        page.tree.select(&["input", "select", "textarea"], &["role"]).filter(is_filled_in).peekable();
    // Most pages have none.
    if fields.peek().is_none() {
        return;
    }
    let labels = Labels::of(page.tree);
    for element in fields {
        if is_labelled(page.tree, &labels, element) || labels.is_one_astray {
            continue;
        }
        let message = wording!("le champ n'a pas d'étiquette", "the field has no label");
        let hint = wording!(
            "ajoutez `<label for=…>` et ce qu'il faut y écrire",
            "add `<label for=…>` and what is to be written there",
        );
        report.push(report.at(&page.record.address, element, message).hint(hint));
    }
}

fn is_labelled<'a>(tree: &'a Tree, labels: &Labels<'a>, field: Element<'a>) -> bool {
    let has_title = || field.get("title").is_some_and(|title| !title.trim().is_empty());
    let says_so = || match field.get("role") {
        // What is ticked is named by its own words.
        Some("checkbox" | "radio") => !words(field).is_empty(),
        _ => false,
    };
    given_name(tree, field).is_some()
        || has_title()
        || labels.get(field).is_some_and(|label| !words(label).is_empty())
        || says_so()
}
