//! Critère RGAA 12.1. Une page n'offre qu'un chemin vers le reste du site : le plan du site, sans menu ni lien vers
//! la recherche ; ou, dans un site qui se passe de plan, un menu sans recherche, ou une recherche sans menu.
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
//! to the search; or, in a site that does without a site map, a menu without a search, or a search without a menu.
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

use super::ways::{has_page, leads_to, of_frame};
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::both;
use crate::plan::Subject;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageFault, PageReport, Rule, Run};
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
    let is_search = || leads_to(page, &Subject::Search) || page.tree.elements().any(is_searched);
    if !has_page(page, &Subject::SitePlan) {
        if !(has_menu(page) && is_search()) {
            report.push(without_site_plan(page, report));
        }
        return;
    }
    // A page without the site map is told so by itself.
    if has_menu(page)
        || is_search()
        || !leads_to(page, &Subject::SitePlan) && *page.subject != Subject::SitePlan
    {
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

/// The site map, which is one of the two ways, is what the site does without.
fn without_site_plan(page: &RenderedPage<'_>, report: &PageReport<'_>) -> PageFault {
    let message = wording!(
        "la page n'a pas à la fois un menu et un lien vers la recherche, et le site se passe de plan",
        "the page does not have both a menu and a link to the search, and the site does without a site map",
    );
    let hint = wording!(
        "retirez `\"site_plan\"` ou `\"search\"` de `without` dans `site-config.toml`, ou remettez dans l'en-tête \
         le menu (`site.menu`) et le lien vers la recherche (`site.search`)",
        "take `\"site_plan\"` or `\"search\"` out of `without` in `site-config.toml`, or put the menu (`site.menu`) \
         and the link to the search (`site.search`) back into the header",
    );
    of_frame(page, report, message).hint(hint)
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
