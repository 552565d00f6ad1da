//! Critère RGAA 1.2. Une image est déclarée décorative (`alt=""`, `aria-hidden="true"`) et porte tout de même
//! un nom : un attribut `title` ou `aria-label`, ou, pour un dessin, un élément `title`.
//!
//! ## Pourquoi
//!
//! Les deux se contredisent : selon le lecteur d'écran, l'image est tue ou elle est annoncée.
//!
//! ## Exemple
//!
//! ```html
//! <img src="/assets/filet.svg" alt="" title="Un filet">
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <img src="/assets/filet.svg" alt="">
//! ```
//! ---
//! RGAA criterion 1.2. A picture is declared decoration (`alt=""`, `aria-hidden="true"`) and has a name all the
//! same: an attribute `title` or `aria-label` or, for a drawing, an element `title`.
//!
//! ## Why it matters
//!
//! The two contradict each other: some screen readers keep silent about the picture, others announce it.
//!
//! ## Example
//!
//! ```html
//! <img src="/assets/rule.svg" alt="" title="A rule">
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <img src="/assets/rule.svg" alt="">
//! ```

use super::names::given_name;
use crate::diagnostic::Severity;
use crate::html::tree::{Element, Tree};
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "decorative-image-with-name",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("image décorative qui a un nom", "decoration that has a name"),
    source: include_str!("decorative_image_with_name.rs"),
    run: Run::Page { criteria: &["1.2"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    for element in page.tree.select(&["img", "svg"], &[]) {
        if !is_decoration(element) || !is_named(page.tree, element) {
            continue;
        }
        let message = wording!(
            "l'image est déclarée décorative et porte un nom",
            "the picture is declared decoration and has a name",
        );
        let hint = wording!(
            "ôtez `title` et `aria-label` si elle n'apporte rien ; sinon dites dans `alt` ce qu'elle montre",
            "take `title` and `aria-label` out if it tells nothing; otherwise say in `alt` what it shows",
        );
        report.push(report.at(&page.record.address, element, message).hint(hint));
    }
}

fn is_decoration(element: Element<'_>) -> bool {
    let is_silent = || {
        element.get("aria-hidden") == Some("true")
            || matches!(element.get("role"), Some("presentation" | "none"))
    };
    let is_empty = || element.get("alt").is_some_and(|alt| alt.trim().is_empty());
    element.is("img") && (is_empty() || is_silent()) || element.is_drawing() && is_silent()
}

fn is_named(tree: &Tree, element: Element<'_>) -> bool {
    let has_title = || element.get("title").is_some_and(|title| !title.trim().is_empty());
    let titles = || element.descendants().any(|inner| !inner.is_html() && inner.name() == "title");
    given_name(tree, element).is_some() || has_title() || element.is_drawing() && titles()
}
