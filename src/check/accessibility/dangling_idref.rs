//! Critère RGAA 8.2. Un attribut renvoie à un `id` qui n'est pas dans la page : `for`, `aria-labelledby`,
//! `aria-describedby`, `aria-controls`, `headers`, `list`, ou un lien `#…`. Le lien d'évitement est
//! l'affaire d'une autre règle, et les ancres d'un texte celle de `broken-anchor`.
//!
//! ## Pourquoi
//!
//! Le champ perd son étiquette, le bouton son nom, le lien son but : rien ne se voit à l'écran, et un
//! lecteur d'écran ne dit plus rien.
//!
//! ## Exemple
//!
//! ```html
//! <label for="q">Chercher</label> <input id="query">
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <label for="query">Chercher</label> <input id="query">
//! ```
//! ---
//! RGAA criterion 8.2. An attribute refers to an `id` that is not in the page: `for`, `aria-labelledby`,
//! `aria-describedby`, `aria-controls`, `headers`, `list`, or a link `#…`. The skip link is the business of
//! another rule, and the anchors of a text that of `broken-anchor`.
//!
//! ## Why it matters
//!
//! The field loses its label, the button its name, the link its end: nothing of it is seen, and a screen
//! reader says nothing any more.
//!
//! ## Example
//!
//! ```html
//! <label for="q">Search</label> <input id="query">
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <label for="query">Search</label> <input id="query">
//! ```

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "dangling-idref",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("renvoi interne sans cible", "reference without its target"),
    source: include_str!("dangling_idref.rs"),
    run: Run::Page { criteria: &["8.2"], run },
};

/// The attributes that name elements of the page.
const REFERENCES: [&str; 13] = [
    "aria-activedescendant",
    "aria-controls",
    "aria-describedby",
    "aria-details",
    "aria-errormessage",
    "aria-flowto",
    "aria-labelledby",
    "aria-owns",
    "for",
    "form",
    "headers",
    "list",
    "popovertarget",
];

/// An element that names others, and how.
struct Reference<'a> {
    element: Element<'a>,
    attribute: &'static str,
    id: Cow<'a, str>,
}

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let mut references: Vec<Reference<'_>> = page.tree.select(&[], &REFERENCES).flat_map(named).collect();
    // The first link of a page skips to its content, or should.
    references.extend(page.tree.named("a").skip(1).filter_map(anchor));
    for Reference { element, attribute, id } in
        references.iter().filter(|it| page.tree.with_id(&it.id).is_none())
    {
        let message = wording!(
            "`{attribute}` renvoie à `{id}`, qui n'est pas dans la page",
            "`{attribute}` refers to `{id}`, which is not in the page",
        );
        let hint = wording!(
            "dans le gabarit, donnez `id=\"{id}\"` à l'élément voulu, ou changez `{attribute}`",
            "in the template, give `id=\"{id}\"` to the element that is meant, or change `{attribute}`",
        );
        report.push(report.at(&page.record.address, *element, message).hint(hint));
    }
}

/// What attributes of an element name.
fn named(element: Element<'_>) -> impl Iterator<Item = Reference<'_>> {
    let of_attribute = move |(name, value)| {
        let attribute = REFERENCES.iter().copied().find(|known| *known == name);
        let ids = str::split_ascii_whitespace(value);
        attribute.into_iter().flat_map(move |attribute| {
            ids.clone().map(move |id| Reference { element, attribute, id: Cow::Borrowed(id) })
        })
    };
    element.attributes().flat_map(of_attribute)
}

/// What a link within the page names; the top of a page is always there.
fn anchor(link: Element<'_>) -> Option<Reference<'_>> {
    let id = link.get("href")?.strip_prefix('#')?;
    let is_anywhere = id.is_empty() || id.eq_ignore_ascii_case("top") || id.starts_with(":~:");
    let id = percent_decode_str(id).decode_utf8_lossy();
    (!is_anywhere).then_some(Reference { element: link, attribute: "href", id })
}
