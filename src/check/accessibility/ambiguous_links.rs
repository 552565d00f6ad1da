//! Critère RGAA 6.1. Deux liens d'une même phrase, ou d'une même liste dont les lignes ne disent rien de plus,
//! ont le même nom et mènent à deux adresses.
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
//! and lead to two addresses.
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
use std::collections::BTreeMap;

use super::names::{is_unheard, name, words};
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::both;
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
    let mut by_name: BTreeMap<Cow<'_, str>, Vec<Element<'_>>> = BTreeMap::new();
    for link in page.tree.named("a").filter(|link| link.has("href")) {
        by_name.entry(name(page.tree, link)).or_default().push(link);
    }
    for (name, links) in by_name.iter().filter(|(name, links)| links.len() > 1 && !name.is_empty()) {
        let places: Vec<&str> = links.iter().filter_map(|link| link.get("href")).collect();
        if places.iter().all(|place| places.first() == Some(place)) {
            continue;
        }
        if let Some(link) = confused(name, links) {
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

/// How many links of one name are compared with each other.
const MOST_COMPARED: usize = 200;

/// The first link that another of the same name, that leads elsewhere, stands beside.
fn confused<'a>(name: &str, links: &[Element<'a>]) -> Option<Element<'a>> {
    let shown: Vec<(Element<'a>, Context<'a>)> = links
        .iter()
        .take(MOST_COMPARED)
        .filter(|link| !is_unheard(**link))
        .filter_map(|link| Some((*link, Context::of(*link, name)?)))
        .collect();
    let is_beside = |(link, context): &(Element<'a>, Context<'a>)| {
        shown.iter().any(|(other, around)| around == context && other.get("href") != link.get("href"))
    };
    shown.iter().find(|it| is_beside(it) && it.1.confuses(name)).map(|(link, _)| *link)
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
        let line = if block.is("p") { block.parent().unwrap_or(block) } else { block };
        if line.is("li") && words(line) == name {
            return line.parent().map(Self::List);
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
