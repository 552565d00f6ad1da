//! Critère RGAA 8.5. Une page n'a pas de `<title>`, ou il est vide.
//!
//! ## Pourquoi
//!
//! Le titre est la première chose qu'un lecteur d'écran annonce, et ce qui distingue un onglet d'un autre.
//!
//! ## Exemple
//!
//! ```html
//! <head>
//! <title></title>
//! </head>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <head>
//! <title>{{ page.title }} – {{ site.name }}</title>
//! </head>
//! ```
//! ---
//! RGAA criterion 8.5. A page has no `<title>`, or an empty one.
//!
//! ## Why it matters
//!
//! The title is the first thing that a screen reader says, and what tells one tab from another.
//!
//! ## Example
//!
//! ```html
//! <head>
//! <title></title>
//! </head>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <head>
//! <title>{{ page.title }} – {{ site.name }}</title>
//! </head>
//! ```

use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "missing-page-title",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("page sans titre de fenêtre", "page without a window title"),
    source: include_str!("missing_page_title.rs"),
    run: Run::Page { criteria: &["8.5"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let title = page.tree.named("title").next();
    if title.is_some_and(Element::has_words) {
        return;
    }
    let message = wording!(
        "la page n'a pas de titre pour la fenêtre du navigateur",
        "the page has no title for the browser's window",
    );
    let hint = wording!(
        "dans le gabarit, remplissez `<title>` : le titre de la page, puis le nom du site",
        "in the template, fill `<title>`: the title of the page, then the name of the site",
    );
    let Some(place) = title.or_else(|| page.tree.named("head").next()) else { return };
    report.push(report.at(&page.record.address, place, message).hint(hint));
}
