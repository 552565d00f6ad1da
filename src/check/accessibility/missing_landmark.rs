//! Critère RGAA 9.2. Une page n'a pas une de ses grandes zones : l'en-tête `<header>`, la navigation
//! `<nav>`, le contenu `<main>`, le pied `<footer>` ; ou elle a plusieurs contenus `<main>` visibles.
//!
//! ## Pourquoi
//!
//! Un lecteur d'écran va d'une zone à l'autre par une touche. Une zone qui n'est pas dite oblige à tout
//! écouter depuis le haut.
//!
//! ## Exemple
//!
//! ```html
//! <body>
//! <div class="contenu">…</div>
//! </body>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <body>
//! <header>…</header>
//! <nav>…</nav>
//! <main>…</main>
//! <footer>…</footer>
//! </body>
//! ```
//! ---
//! RGAA criterion 9.2. A page lacks one of its main regions: the header `<header>`, the navigation `<nav>`,
//! the content `<main>`, the footer `<footer>`; or it has several contents `<main>` that are shown.
//!
//! ## Why it matters
//!
//! A screen reader goes from one region to the next by one key. A region that is not said makes one listen
//! to everything from the top.
//!
//! ## Example
//!
//! ```html
//! <body>
//! <div class="content">…</div>
//! </body>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <body>
//! <header>…</header>
//! <nav>…</nav>
//! <main>…</main>
//! <footer>…</footer>
//! </body>
//! ```

use super::{DEEPEST, is_hidden};
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "missing-landmark",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("grande zone de la page absente", "main region of the page missing"),
    source: include_str!("missing_landmark.rs"),
    run: Run::Page { criteria: &["9.2"], run },
};

/// A region, its role and its tag.
const REGIONS: [(&str, &str); 4] =
    [("banner", "header"), ("navigation", "nav"), ("main", "main"), ("contentinfo", "footer")];

/// A header or footer of one of these is not the page's.
const PARTS: [&str; 5] = ["article", "aside", "main", "nav", "section"];

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let mut found = [0_usize; REGIONS.len()];
    let mut second_main = None;
    for element in page.tree.select(&["footer", "header", "main", "nav"], &["role"]) {
        let Some(region) = region(element) else { continue };
        let Some(((_, tag), count)) = REGIONS.get(region).zip(found.get_mut(region)) else { continue };
        *count += 1;
        if *tag == "main" && *count == 2 {
            second_main = Some(element);
        }
    }
    let Some(body) = page.tree.named("body").next() else { return };
    let missing = REGIONS.iter().zip(found).filter(|(_, count)| *count == 0);
    for (_, tag) in missing.map(|(region, _)| region) {
        let message = wording!("la page n'a pas de zone `<{tag}>`", "the page has no region `<{tag}>`");
        let hint = wording!(
            "dans le gabarit, mettez cette partie de la page entre `<{tag}>` et `</{tag}>`",
            "in the template, put this part of the page between `<{tag}>` and `</{tag}>`",
        );
        report.push(report.at(&page.record.address, body, message).hint(hint));
    }
    if let Some(second) = second_main {
        let message =
            wording!("la page a plus d'une zone `<main>`", "the page has more than one region `<main>`");
        let hint = wording!(
            "gardez-en une ; les autres sont des `<section>`",
            "keep one; the others are `<section>`"
        );
        report.push(report.at(&page.record.address, second, message).hint(hint));
    }
}

/// Which region of the page an element is.
fn region(element: Element<'_>) -> Option<usize> {
    let role = element.get("role");
    let is_region = |(known, tag): &(&str, &str)| match role {
        Some(role) => role == *known,
        None => element.is(tag) && !(is_of_a_part(element) && matches!(*tag, "header" | "footer")),
    };
    let region = REGIONS.iter().position(is_region)?;
    (!is_hidden(element)).then_some(region)
}

fn is_of_a_part(element: Element<'_>) -> bool {
    element.ancestors().take(DEEPEST).any(|it| it.is_any(&PARTS))
}
