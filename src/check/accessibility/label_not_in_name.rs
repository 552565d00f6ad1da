//! Critères RGAA 6.1, 11.2 et 11.9. Le nom qu'un attribut (`aria-label`, `aria-labelledby`) donne à un lien, à un
//! bouton ou à un champ ne contient pas les mots qu'on y lit.
//!
//! ## Pourquoi
//!
//! Qui commande sa machine à la voix dit les mots qu'il voit : ils ne répondraient à rien.
//!
//! ## Exemple
//!
//! ```html
//! <a href="/poles/" aria-label="Annuaire">Tous les pôles</a>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <a href="/poles/" aria-label="Tous les pôles, dans l'annuaire">Tous les pôles</a>
//! ```
//! ---
//! RGAA criteria 6.1, 11.2 and 11.9. The name that an attribute (`aria-label`, `aria-labelledby`) gives a link, a
//! button or a field does not hold the words that one reads there.
//!
//! ## Why it matters
//!
//! Whoever commands their machine by voice says the words that they see: nothing would answer to them.
//!
//! ## Example
//!
//! ```html
//! <a href="/clusters/" aria-label="Directory">All clusters</a>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <a href="/clusters/" aria-label="All clusters, in the directory">All clusters</a>
//! ```

use std::cell::OnceCell;

use super::fields::{Labels, is_button_input, is_field};
use super::names::{given_name, is_named_after_nothing, is_unheard, seen_words, spelt};
use crate::diagnostic::Severity;
use crate::html::tree::{Element, Tree};
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "label-not-in-name",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("nom sans les mots qu'on lit", "name without the words that are read"),
    source: include_str!("label_not_in_name.rs"),
    run: Run::Page { criteria: &["6.1", "11.2", "11.9"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let labels = OnceCell::new();
    for element in page.tree.select(&[], &["aria-label", "aria-labelledby"]) {
        let Some(seen) = seen(page.tree, &labels, element) else { continue };
        let Some(name) = given_name(page.tree, element) else { continue };
        let is_right = spelt(&name).contains(&spelt(&seen)) || is_named_after_nothing(page.tree, element);
        if is_right || is_unheard(element) {
            continue;
        }
        let message = wording!(
            "on lit « {seen} », et le nom « {name} » ne contient pas ces mots",
            "one reads “{seen}”, and the name “{name}” does not hold these words",
        );
        let hint = wording!(
            "ôtez `aria-label`, ou commencez-le par les mots qu'on lit",
            "take `aria-label` out, or begin it with the words that are read",
        );
        report.push(report.at(&page.record.address, element, message).hint(hint));
    }
}

/// The words that one reads on what can be used; nothing on anything else.
fn seen<'a>(tree: &'a Tree, labels: &OnceCell<Labels<'a>>, element: Element<'a>) -> Option<String> {
    let is_used = element.is("a") && element.has("href")
        || element.is_any(&["button", "summary"])
        || matches!(element.get("role"), Some("button" | "link" | "menuitem" | "tab"));
    if is_used {
        return Some(seen_words(element));
    }
    if is_button_input(element) {
        return element.get("value").map(str::to_owned);
    }
    let labels = || labels.get_or_init(|| Labels::of(tree));
    if is_field(element) { labels().get(element).map(seen_words) } else { None }
}
