//! Critère RGAA 7.1. Un attribut `aria-…` n'existe pas dans le standard WAI-ARIA 1.2, a une valeur qu'il ne peut
//! avoir, ou donne un nom à ce qui n'en a pas : un `div` ou un `span` sans rôle.
//!
//! ## Pourquoi
//!
//! Les lecteurs d'écran passent dessus sans rien dire : ce que l'attribut devait apporter ne vient pas.
//!
//! ## Exemple
//!
//! ```html
//! <div aria-label="Filtres">…</div>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <nav aria-label="Filtres">…</nav>
//! ```
//! ---
//! RGAA criterion 7.1. An attribute `aria-…` is none of the standard WAI-ARIA 1.2, has a value that it cannot have,
//! or names what has no name: a `div` or `span` without a role.
//!
//! ## Why it matters
//!
//! Screen readers pass over it without a word: what the attribute was for does not happen.
//!
//! ## Example
//!
//! ```html
//! <div aria-label="Filters">…</div>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <nav aria-label="Filters">…</nav>
//! ```

use super::aria::{Values, attributes, values};
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::{Wording, both};
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::suggestion::nearest;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "invalid-aria-attribute",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("attribut ARIA sans effet", "ARIA attribute of no effect"),
    source: include_str!("invalid_aria_attribute.rs"),
    run: Run::Page { criteria: &["7.1"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let written: Vec<&str> = page.tree.attribute_names().filter(|name| name.starts_with("aria-")).collect();
    for element in page.tree.select(&[], &written) {
        for (attribute, value) in element.attributes() {
            let Some(name) = attribute.strip_prefix("aria-") else { continue };
            if let Some((message, hint)) = judge(element, name, value) {
                report.push(report.at(&page.record.address, element, message).hint(hint));
            }
        }
    }
}

fn judge(element: Element<'_>, name: &str, value: &str) -> Option<(Wording, Wording)> {
    let Some(values) = values(name) else { return Some(unknown(name)) };
    if !values.admit(value) {
        return Some((
            wording!(
                "`aria-{name}` ne peut pas valoir `{value}`",
                "`aria-{name}` cannot have the value `{value}`",
            ),
            what_it_may_be(values),
        ));
    }
    let tag = element.name();
    (matches!(name, "label" | "labelledby") && is_nameless(element)).then(|| {
        (
            wording!(
                "`aria-{name}` nomme un `{tag}` sans rôle, que rien n'annonce",
                "`aria-{name}` names a `{tag}` without a role, which nothing announces",
            ),
            wording!(
                "ôtez-le, ou prenez un élément qui a un rôle : `<section>`, `<nav>`, `<ul>`",
                "take it out, or use an element that has a role: `<section>`, `<nav>`, `<ul>`",
            ),
        )
    })
}

fn unknown(name: &str) -> (Wording, Wording) {
    let hint = match nearest(name, attributes()) {
        Some(near) => wording!("vouliez-vous dire `aria-{near}` ?", "did you mean `aria-{near}`?"),
        None => wording!("ôtez-le", "take it out"),
    };
    (wording!("l'attribut `aria-{name}` n'existe pas", "there is no attribute `aria-{name}`"), hint)
}

fn what_it_may_be(values: Values) -> Wording {
    match values {
        Values::One(words) | Values::Some(words) => {
            let words = words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
            wording!("écrivez l'un de ces mots : {words}", "write one of these words: {words}")
        }
        Values::Whole | Values::Number | Values::Any => wording!("écrivez un nombre", "write a number"),
    }
}

/// What has no role of its own, or one that bears no name.
const NAMELESS: [&str; 13] =
    ["b", "caption", "code", "del", "div", "em", "i", "ins", "p", "span", "strong", "sub", "sup"];

fn is_nameless(element: Element<'_>) -> bool {
    element.is_any(&NAMELESS)
        && element.get("role").is_none_or(|role| matches!(role.trim(), "" | "generic" | "none"))
}
