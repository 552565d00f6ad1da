//! Critère RGAA 6.1. Deux liens d'une même phrase, ou d'une même liste dont les lignes ne disent rien de plus,
//! ont le même nom et mènent à deux adresses. Deux pages de même titre relèvent de `repeated-page-title`.
//!
//! ## Pourquoi
//!
//! Rien ne les distingue, ni pour qui les écoute, ni pour qui les voit.
//!
//! ## Exemple
//!
//! ```markdown
//! - [Rapport](rapport-2023.md)
//! - [Rapport](rapport-2024.md)
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! - [Rapport de 2023](rapport-2023.md)
//! - [Rapport de 2024](rapport-2024.md)
//! ```
//! ---
//! RGAA criterion 6.1. Two links of one sentence, or of one list whose lines say nothing else, have the same name
//! and lead to two addresses. Two pages of one title belong to `repeated-page-title`.
//!
//! ## Why it matters
//!
//! Nothing tells them apart, neither for those who hear them nor for those who see them.
//!
//! ## Example
//!
//! ```markdown
//! - [Report](report-2023.md)
//! - [Report](report-2024.md)
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! - [Report of 2023](report-2023.md)
//! - [Report of 2024](report-2024.md)
//! ```

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::names::{is_unheard, name, spelt, words};
use super::ways::{links, target};
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::both;
use crate::plan::{Address, Output, Subject};
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "ambiguous-links",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("liens que rien ne distingue", "links that nothing tells apart"),
    source: include_str!("ambiguous_links.rs"),
    run: Run::Page { criteria: &["6.1"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    for links in by_name(page).iter().filter(|links| !links.name.is_empty()) {
        let first = links.first.get("href");
        if links.others.iter().all(|link| link.get("href") == first) {
            continue;
        }
        let name = &links.name;
        if let Some(link) = confused(page, links) {
            let message = wording!(
                "deux liens « {name} » mènent à deux adresses, et rien ne les distingue",
                "two links “{name}” lead to two addresses, and nothing tells them apart",
            );
            let hint = wording!(
                "ajoutez au nom de chacun ce qui lui est propre",
                "add to the name of each what is its own",
            );
            report.push(report.at(&page.record.address, link, message).hint(hint));
        }
    }
}

/// The links of a page that have one name: nearly always one.
struct SameName<'a> {
    name: Cow<'a, str>,
    first: Element<'a>,
    others: Vec<Element<'a>>,
}

/// The links that leave a page, by their names, in the order of the page.
fn by_name<'a>(page: &RenderedPage<'a>) -> Vec<SameName<'a>> {
    let mut places: FxHashMap<Cow<'a, str>, usize> = FxHashMap::default();
    let mut named: Vec<SameName<'a>> = Vec::new();
    for link in links(page).filter(|link| link.get("href").is_some_and(|to| !to.starts_with('#'))) {
        let name = name(page.tree, link);
        if let Some(known) = places.get(&name).and_then(|place| named.get_mut(*place)) {
            known.others.push(link);
        } else {
            places.insert(name.clone(), named.len());
            named.push(SameName { name, first: link, others: Vec::new() });
        }
    }
    named
}

/// How many links of one name are compared with each other.
const MOST_COMPARED: usize = 200;

/// The first link that another of the same name, that leads elsewhere, stands beside.
fn confused<'a>(page: &RenderedPage<'_>, links: &SameName<'a>) -> Option<Element<'a>> {
    let name = &*links.name;
    let shown: Vec<(Element<'a>, Context<'a>)> = std::iter::once(links.first)
        .chain(links.others.iter().copied())
        .take(MOST_COMPARED)
        .filter(|link| !is_unheard(*link))
        .filter_map(|link| Some((link, Context::of(link, name)?)))
        .collect();
    let is_beside = |(link, context): &(Element<'a>, Context<'a>)| {
        let is_other = |other: &Element<'_>| {
            other.get("href") != link.get("href")
                && !(has_title_of_page(page, *link, name) && has_title_of_page(page, *other, name))
        };
        shown.iter().any(|(other, around)| around == context && is_other(other))
    };
    shown.iter().find(|it| is_beside(it) && it.1.confuses(name)).map(|(link, _)| *link)
}

/// Whether a link has the very title of the page of the site to which it leads.
fn has_title_of_page(page: &RenderedPage<'_>, link: Element<'_>, name: &str) -> bool {
    let route = target(page, link).and_then(|address| page.plan.route(&Address::new(address)));
    let Some(Output::Page(Subject::Entity(id), language)) = route.map(|route| &route.output) else {
        return false;
    };
    let entity = page.federation.entity(*id);
    let document = entity.translation(language).unwrap_or(&entity.document);
    let title = document.record.text("title");
    let title = title.as_deref().unwrap_or(&entity.names.shown(page.federation.today(), language).full);
    spelt(title) == spelt(name)
}

/// What tells a link apart from another of its name.
#[derive(PartialEq)]
enum Context<'a> {
    /// The words around it.
    Block(Element<'a>),
    /// Nothing but the other lines of its list.
    List(Element<'a>),
}

/// What holds a sentence, or a few.
const BLOCKS: [&str; 16] = [
    "address",
    "caption",
    "dd",
    "dt",
    "figcaption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "label",
    "li",
    "p",
    "summary",
    "td",
];

impl<'a> Context<'a> {
    fn of(link: Element<'a>, name: &str) -> Option<Self> {
        let block = link.ancestors().find(|it| it.is_any(&BLOCKS))?;
        let item = if block.is("p") { block.parent().unwrap_or(block) } else { block };
        if item.is("li") && words(item) == name {
            return item.parent().map(Self::List);
        }
        Some(Self::Block(block))
    }

    /// Whether one sentence has the name twice: what is said between two sentences tells their links apart.
    fn confuses(&self, name: &str) -> bool {
        match self {
            Self::List(_) => true,
            Self::Block(block) => words(*block)
                .split(['.', '!', '?', ';', ':'])
                .any(|sentence| sentence.matches(name).count() > 1),
        }
    }
}
