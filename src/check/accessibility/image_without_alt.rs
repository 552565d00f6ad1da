//! Critère RGAA 1.1. Une image n'a rien pour être dite : un `img` sans attribut `alt` (vide, il déclare
//! l'image décorative), une zone d'image ou un bouton-image sans nom, un dessin `svg` qui n'est ni nommé
//! (`role="img"` et `aria-label`) ni caché (`aria-hidden="true"`). Les images du contenu relèvent de
//! `missing-alt`.
//!
//! ## Pourquoi
//!
//! Sans `alt`, un lecteur d'écran lit l'adresse du fichier. Sans nom, un dessin est annoncé et reste muet.
//!
//! ## Exemple
//!
//! ```html
//! <img src="/assets/carte.svg">
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <img src="/assets/carte.svg" alt="Les pôles de chaque région">
//! <svg aria-hidden="true">…</svg>
//! ```
//! ---
//! RGAA criterion 1.1. A picture has nothing to be said by: an `img` without attribute `alt` (empty, it tells
//! that the picture is decoration), an area of a picture or a picture as button without a name, a drawing
//! `svg` that is neither named (`role="img"` and `aria-label`) nor hidden (`aria-hidden="true"`). Pictures of
//! the content belong to `missing-alt`.
//!
//! ## Why it matters
//!
//! Without `alt` a screen reader reads the address of the file out. Without a name a drawing is announced and
//! says nothing.
//!
//! ## Example
//!
//! ```html
//! <img src="/assets/map.svg">
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <img src="/assets/map.svg" alt="The clusters of each region">
//! <svg aria-hidden="true">…</svg>
//! ```

use super::names::{is_unheard, name};
use crate::diagnostic::Severity;
use crate::html::tree::{Element, Tree};
use crate::locale::{Wording, both};
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "image-without-alt",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("image qui ne se dit pas", "picture that cannot be said"),
    source: include_str!("image_without_alt.rs"),
    run: Run::Page { criteria: &["1.1"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    for element in page.tree.select(&["area", "img", "input", "svg"], &["role"]) {
        if let Some((message, hint)) = judge(page.tree, element).filter(|_| !is_unheard(element)) {
            report.push(report.at(&page.record.address, element, message).hint(hint));
        }
    }
}

fn judge(tree: &Tree, element: Element<'_>) -> Option<(Wording, Wording)> {
    if element.is_drawing() {
        return drawing(tree, element);
    }
    if element.is("img") {
        return (!element.has("alt")).then(picture);
    }
    let is_button = || element.get("type").is_some_and(|kind| kind.eq_ignore_ascii_case("image"));
    let is_picture = element.is("area") && element.has("href")
        || element.is("input") && is_button()
        || element.is_html() && element.get("role") == Some("img");
    (is_picture && name(tree, element).is_empty()).then(nameless)
}

fn drawing(tree: &Tree, drawing: Element<'_>) -> Option<(Wording, Wording)> {
    if drawing.ancestors().any(Element::is_drawing) {
        return None;
    }
    match drawing.get("role") {
        Some("img") => name(tree, drawing).is_empty().then(nameless),
        Some(_) => None,
        None => Some((
            wording!(
                "le dessin n'est ni nommé ni caché aux lecteurs d'écran",
                "the drawing is neither named nor hidden from screen readers",
            ),
            wording!(
                "ajoutez `role=\"img\"` et `aria-label`, ou `aria-hidden=\"true\"` s'il n'apporte rien",
                "add `role=\"img\"` and `aria-label`, or `aria-hidden=\"true\"` if it tells nothing",
            ),
        )),
    }
}

fn picture() -> (Wording, Wording) {
    let message =
        wording!("l'image n'a pas de texte de remplacement", "the picture has no words to stand in for it");
    let hint = wording!(
        "ajoutez `alt` et ce que l'image montre, ou `alt=\"\"` si elle n'apporte rien",
        "add `alt` and what the picture shows, or `alt=\"\"` if it tells nothing",
    );
    (message, hint)
}

fn nameless() -> (Wording, Wording) {
    let message = wording!("l'image n'a pas de nom", "the picture has no name");
    let hint = wording!(
        "dites en quelques mots ce qu'elle montre ou ce qu'elle fait : `alt` ou `aria-label`",
        "say in a few words what it shows or does: `alt` or `aria-label`",
    );
    (message, hint)
}
