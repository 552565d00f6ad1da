//! Critère RGAA 7.1. Un attribut `role` dit un rôle que le standard WAI-ARIA 1.2 ne connaît pas, ou un rôle qui
//! n'est rien sans un attribut que l'élément n'a pas : une case (`checkbox`) sans `aria-checked`.
//!
//! ## Pourquoi
//!
//! Les lecteurs d'écran ne savent que faire d'un rôle inconnu : ils annoncent autre chose, ou rien.
//!
//! ## Exemple
//!
//! ```html
//! <div role="navigtion">…</div>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <nav>…</nav>
//! ```
//! ---
//! RGAA criterion 7.1. An attribute `role` tells a role that the standard WAI-ARIA 1.2 does not know, or one that is
//! nothing without an attribute that the element has not: a box to tick (`checkbox`) without `aria-checked`.
//!
//! ## Why it matters
//!
//! Screen readers do not know what to do with an unknown role: they announce something else, or nothing.
//!
//! ## Example
//!
//! ```html
//! <div role="navigtion">…</div>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <nav>…</nav>
//! ```

use super::aria::{is_role, required, roles};
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::{Wording, both};
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::suggestion::nearest;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "invalid-role",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("rôle inconnu ou incomplet", "unknown or incomplete role"),
    source: include_str!("invalid_role.rs"),
    run: Run::Page { criteria: &["7.1"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    for element in page.tree.select(&[], &["role"]) {
        let Some(role) = element.get("role") else { continue };
        if let Some((message, hint)) = unknown(role).or_else(|| incomplete(element, role)) {
            report.push(report.at(&page.record.address, element, message).hint(hint));
        }
    }
}

fn unknown(role: &str) -> Option<(Wording, Wording)> {
    let mut words = role.split_ascii_whitespace();
    let Some(word) = words.find(|word| !is_role(word)) else {
        return role.trim().is_empty().then(|| {
            (
                wording!("`role` est vide", "`role` is empty"),
                wording!("ôtez-le, ou dites le rôle", "take it out, or tell the role"),
            )
        });
    };
    let hint = match nearest(word, roles()) {
        Some(near) => wording!("vouliez-vous dire `{near}` ?", "did you mean `{near}`?"),
        None => wording!(
            "ôtez `role`, ou prenez l'élément HTML qui le dit : `<nav>`, `<button>`",
            "take `role` out, or use the element of HTML that says it: `<nav>`, `<button>`",
        ),
    };
    Some((wording!("le rôle `{word}` n'existe pas", "there is no role `{word}`"), hint))
}

fn incomplete(element: Element<'_>, role: &str) -> Option<(Wording, Wording)> {
    let needed = required(role.trim())?;
    let is_native = element.is_any(&["h1", "h2", "h3", "h4", "h5", "h6", "input", "meter", "select"]);
    // What a browser knows of its own elements needs no attribute; a text that opens a list does.
    if element.has(&format!("aria-{needed}")) || is_native && !(element.is("input") && role == "combobox") {
        return None;
    }
    let role = role.trim();
    Some((
        wording!(
            "le rôle `{role}` n'est rien sans `aria-{needed}`",
            "the role `{role}` is nothing without `aria-{needed}`",
        ),
        wording!(
            "ajoutez `aria-{needed}`, ou prenez l'élément HTML qui le dit seul",
            "add `aria-{needed}`, or use the element of HTML that says it by itself",
        ),
    ))
}
