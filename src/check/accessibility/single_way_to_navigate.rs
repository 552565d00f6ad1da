//! Critère RGAA 12.1. Une page n'offre qu'un chemin vers le reste du site : le plan du site, sans menu ni lien vers
//! la recherche.
//!
//! ## Pourquoi
//!
//! Chacun cherche à sa façon : par un menu court, par une liste complète, par un mot. Il faut deux chemins au moins.
//!
//! ## Exemple
//!
//! ```html
//! <header>Les pôles</header>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <header>Les pôles <nav><a href="/poles/">Pôles</a> <a href="/agenda/">Agenda</a></nav></header>
//! ```
//! ---
//! RGAA criterion 12.1. A page offers one way alone to the rest of the site: the site map, without a menu or a link
//! to the search.
//!
//! ## Why it matters
//!
//! Everyone looks for things in their own way: by a short menu, by a whole list, by a word. At least two ways are
//! needed.
//!
//! ## Example
//!
//! ```html
//! <header>Clusters</header>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <header>Clusters <nav><a href="/clusters/">Clusters</a> <a href="/events/">Events</a></nav></header>
//! ```

use super::ways::{leads_to, of_frame};
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::both;
use crate::plan::Subject;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "single-way-to-navigate",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("un seul chemin dans le site", "one way through the site alone"),
    source: include_str!("single_way_to_navigate.rs"),
    run: Run::Page { criteria: &["12.1"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let is_searched = |element: Element<'_>| {
        element.is("search") || element.get("role") == Some("search") || element.get("type") == Some("search")
    };
    let has_way =
        || has_menu(page) || leads_to(page, &Subject::Search) || page.tree.elements().any(is_searched);
    // A page without the site map is told so by itself.
    if has_way() || !leads_to(page, &Subject::SitePlan) && *page.subject != Subject::SitePlan {
        return;
    }
    let message = wording!(
        "la page n'a ni menu ni lien vers la recherche",
        "the page has neither a menu nor a link to the search",
    );
    let hint = wording!(
        "remettez dans l'en-tête le menu (`site.menu`) ou le lien vers la recherche (`site.search`)",
        "put the menu (`site.menu`) or the link to the search (`site.search`) back into the header",
    );
    report.push(of_frame(page, report, message).hint(hint));
}

/// Whether the page leads elsewhere than to what it lies below, beside its content. A page without any region of
/// links is told so by itself.
fn has_menu(page: &RenderedPage<'_>) -> bool {
    let is_menu = |element: Element<'_>| element.is("nav") || element.get("role") == Some("navigation");
    let leads_away = |link: Element<'_>| {
        link.get("href").is_some_and(|to| to.starts_with('/') && !page.record.address.starts_with(to))
    };
    let menus = page
        .tree
        .select(&["nav"], &["role"])
        .filter(|element| is_menu(*element) && !element.is_within("main"));
    let mut menus = menus.peekable();
    menus.peek().is_none()
        || menus.flat_map(Element::descendants).any(|inner| inner.is("a") && leads_away(inner))
}
