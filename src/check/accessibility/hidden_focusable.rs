//! Critère RGAA 10.8. Un lien, un bouton ou un champ est dans une partie cachée aux lecteurs d'écran par
//! `aria-hidden="true"`.
//!
//! ## Pourquoi
//!
//! La touche de tabulation y mène quand même : une personne aveugle s'y trouve, et rien n'est dit.
//!
//! ## Exemple
//!
//! ```html
//! <div aria-hidden="true"><a href="/contact/">Contact</a></div>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <div><a href="/contact/">Contact</a></div>
//! ```
//! ---
//! RGAA criterion 10.8. A link, button or field is in a part that `aria-hidden="true"` hides from screen
//! readers.
//!
//! ## Why it matters
//!
//! The tab key leads there all the same: a blind person stands there, and nothing is said.
//!
//! ## Example
//!
//! ```html
//! <div aria-hidden="true"><a href="/contact/">Contact</a></div>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <div><a href="/contact/">Contact</a></div>
//! ```

use super::{DEEPEST, is_hidden};
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "hidden-focusable",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("élément actif caché aux lecteurs d'écran", "active element hidden from screen readers"),
    source: include_str!("hidden_focusable.rs"),
    run: Run::Page { criteria: &["10.8"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    // Where nothing is hidden, nothing is hidden by mistake.
    if page.tree.select(&[], &["aria-hidden"]).next().is_none() {
        return;
    }
    for element in page.tree.elements().filter(|element| takes_focus(*element)) {
        let is_silent =
            |it: Element<'_>| it.get("aria-hidden").is_some_and(|value| value.eq_ignore_ascii_case("true"));
        let mut around = std::iter::once(element).chain(element.ancestors().take(DEEPEST));
        if !around.any(is_silent) || is_hidden(element) {
            continue;
        }
        let message = wording!(
            "on arrive ici avec la touche de tabulation, et un lecteur d'écran n'en dit rien",
            "the tab key leads here, and a screen reader says nothing of it",
        );
        let hint = wording!(
            "ôtez `aria-hidden` de ce qui l'entoure ; sinon ôtez-en les liens, les boutons et les champs",
            "take `aria-hidden` off what is around it; otherwise take links, buttons and fields out of there",
        );
        report.push(report.at(&page.record.address, element, message).hint(hint));
    }
}

/// Whether the tab key stops at an element.
fn takes_focus(element: Element<'_>) -> bool {
    if let Some(order) = element.get("tabindex") {
        return order.trim().parse::<i32>().is_ok_and(|order| order >= 0);
    }
    if !element.is_html() {
        return element.name() == "a" && (element.has("href") || element.has("xlink:href"));
    }
    match element.name() {
        "a" | "area" => element.has("href"),
        "button" | "select" | "textarea" => !element.has("disabled"),
        "input" => !element.has("disabled") && element.get("type") != Some("hidden"),
        "audio" | "video" => element.has("controls"),
        "iframe" | "summary" => true,
        _ => element.get("contenteditable").is_some_and(|value| value != "false"),
    }
}
