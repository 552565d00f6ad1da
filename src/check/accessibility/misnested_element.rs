//! Critère RGAA 8.2. Un bloc est dans un élément qui n'accepte que du texte, comme `<div>` dans `<span>` ou
//! `<p>` dans `<h2>`, ou un lien, un bouton ou un champ est dans un lien ou un bouton.
//!
//! ## Pourquoi
//!
//! Les navigateurs et les aides techniques ne s'accordent pas sur ce qu'ils en font : un lien dans un
//! bouton peut ne plus s'ouvrir au clavier.
//!
//! ## Exemple
//!
//! ```html
//! <button>Voir <a href="/poles/">les pôles</a></button>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <a class="button" href="/poles/">Voir les pôles</a>
//! ```
//! ---
//! RGAA criterion 8.2. A block is in an element that takes text alone, as `<div>` in `<span>` or `<p>` in
//! `<h2>`, or a link, button or field is in a link or button.
//!
//! ## Why it matters
//!
//! Browsers and assistive technologies do not agree on what becomes of it: a link in a button may not open
//! from the keyboard any more.
//!
//! ## Example
//!
//! ```html
//! <button>See <a href="/poles/">the clusters</a></button>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <a class="button" href="/poles/">See the clusters</a>
//! ```

use super::{DEEPEST, heading_level, malformed};
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "misnested-element",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("élément là où il ne peut pas être", "element where it cannot be"),
    source: include_str!("misnested_element.rs"),
    run: Run::Page { criteria: &["8.2"], run },
};

const BLOCKS: [&str; 29] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "details",
    "dialog",
    "div",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

/// What one may act on.
const ACTIVE: [&str; 8] = ["a", "button", "iframe", "input", "label", "select", "summary", "textarea"];

/// What takes text alone, sorted.
const OF_TEXT: [&str; 35] = [
    "abbr", "b", "bdi", "bdo", "button", "cite", "code", "data", "dfn", "em", "h1", "h2", "h3", "h4", "h5",
    "h6", "i", "kbd", "label", "legend", "mark", "output", "p", "pre", "q", "samp", "small", "span",
    "strong", "sub", "summary", "sup", "time", "u", "var",
];

/// What takes what the element around it takes.
const TRANSPARENT: [&str; 4] = ["a", "del", "ins", "map"];

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    // What a browser mended stands elsewhere than where it was written.
    if malformed(page.tree).next().is_some() {
        return;
    }
    let blocks = page.tree.select(&BLOCKS, &[]).filter_map(|it| Some((it, wrong_holder(it)?)));
    let active = page.tree.select(&ACTIVE, &[]).filter_map(|it| Some((it, wrong_control(it)?)));
    for (element, around) in blocks.chain(active) {
        let (inner, outer) = (element.name(), around.name());
        let message =
            wording!("`<{inner}>` ne peut pas être dans `<{outer}>`", "`<{inner}>` cannot be in `<{outer}>`");
        let hint = wording!(
            "dans le gabarit, sortez `<{inner}>` de `<{outer}>`, ou changez l'un des deux",
            "in the template, take `<{inner}>` out of `<{outer}>`, or change one of the two",
        );
        report.push(report.at(&page.record.address, element, message).hint(hint));
    }
}

/// The element around a block that takes text alone.
fn wrong_holder(block: Element<'_>) -> Option<Element<'_>> {
    if !block.is_html() {
        return None;
    }
    let holder = block.ancestors().take(DEEPEST).find(|it| !it.is_any(&TRANSPARENT))?;
    let is_of_text = holder.is_html() && OF_TEXT.binary_search(&holder.name()).is_ok();
    let takes_it = holder.is_any(&["legend", "summary"]) && heading_level(block).is_some();
    (is_of_text && !takes_it).then_some(holder)
}

/// The link or button around something that one can act on.
fn wrong_control(element: Element<'_>) -> Option<Element<'_>> {
    if !element.is_html() || !is_active(element) {
        return None;
    }
    element.ancestors().take(DEEPEST).find(|it| it.is("button") || it.is("a") && it.has("href"))
}

/// Whether one can act on an element.
fn is_active(element: Element<'_>) -> bool {
    match element.name() {
        "a" => element.has("href"),
        "input" => element.get("type") != Some("hidden"),
        _ => true,
    }
}
