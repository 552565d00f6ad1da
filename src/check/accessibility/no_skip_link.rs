//! Critère RGAA 12.7. Le premier lien de la page ne mène pas à son contenu principal, ou mène à un endroit de la
//! page qui n'existe pas.
//!
//! ## Pourquoi
//!
//! Sans lui, qui navigue au clavier traverse le menu à chaque page avant de lire.
//!
//! ## Exemple
//!
//! ```html
//! <body><header>…</header><main>…</main></body>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <body><a href="#contenu">Aller au contenu</a><header>…</header><main id="contenu">…</main></body>
//! ```
//! ---
//! RGAA criterion 12.7. The first link of the page does not lead to its main content, or leads to a place of the
//! page that is not there.
//!
//! ## Why it matters
//!
//! Without it those who use a keyboard go through the menu on each page before they read.
//!
//! ## Example
//!
//! ```html
//! <body><header>…</header><main>…</main></body>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <body><a href="#content">Skip to content</a><header>…</header><main id="content">…</main></body>
//! ```

use super::ways::of_frame;
use crate::diagnostic::Severity;
use crate::html::tree::{Element, Tree};
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "no-skip-link",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("pas de lien d'évitement", "no skip link"),
    source: include_str!("no_skip_link.rs"),
    run: Run::Page { criteria: &["12.7"], run },
};

/// How many links before everything else may lead to parts of the page.
const MOST_SKIPS: usize = 10;

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let mut links = page.tree.named("a").filter_map(|link| Some((link, link.get("href")?))).peekable();
    let Some((first, address)) = links.peek().copied() else { return };
    // Links within the page may lead to several of its parts.
    let within = links.map_while(|(_, address)| address.strip_prefix('#')).take(MOST_SKIPS);
    if within.filter(|id| !id.is_empty()).any(|id| is_content(page.tree, id)) {
        return;
    }
    let message = wording!(
        "le premier lien de la page ne mène pas à son contenu",
        "the first link of the page does not lead to its content",
    );
    let hint = wording!(
        "commencez la page par un lien vers l'`id` de `<main>` : `<a href=\"#contenu\">Aller au contenu</a>`",
        "begin the page with a link to the `id` of `<main>`: `<a href=\"#content\">Skip to content</a>`",
    );
    let fault = if address.starts_with('#') {
        report.at(&page.record.address, first, message)
    } else {
        of_frame(page, report, message)
    };
    report.push(fault.hint(hint));
}

/// Whether the element of an id is the main content, or right at its beginning.
fn is_content(tree: &Tree, id: &str) -> bool {
    let is_main = |element: Element<'_>| element.is("main") || element.get("role") == Some("main");
    let mut mains = tree.select(&["main"], &["role"]).filter(|element| is_main(*element)).peekable();
    let Some(target) = tree.with_id(id) else { return false };
    // A page without a main part is told so by itself.
    mains.peek().is_none()
        || mains.any(|main| {
            main == target || target.ancestors().any(|it| it == main) || main.parent() == Some(target)
        })
}
