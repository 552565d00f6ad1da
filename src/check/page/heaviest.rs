//! What weighs most in a page: its files by bytes, its parts by elements.

use crate::footprint::PartKind;
use crate::html::tree::{Element, Tree};
use crate::quantity::bytes_words;
use crate::rendered::RenderedPage;

/// A part of a page, and what it weighs.
pub(super) struct Portion<'a> {
    name: String,
    amount: Amount,
    /// The element that it is, or that asks for it; nothing for the page itself.
    pub(super) element: Option<Element<'a>>,
}

enum Amount {
    Bytes(u64),
    Elements(usize),
}

impl Portion<'_> {
    /// « `/photo.jpg` (85 ko) », « Historique du label » (132 éléments).
    pub(super) fn words(&self, is_french: bool) -> String {
        let amount = match self.amount {
            Amount::Bytes(bytes) => bytes_words(bytes, is_french),
            Amount::Elements(count) if is_french => format!("{count} éléments"),
            Amount::Elements(count) => format!("{count} elements"),
        };
        format!("`{}` ({amount})", self.name)
    }
}

/// The files of a page, the heaviest first.
pub(super) fn files<'a>(page: &RenderedPage<'a>, wanted: impl Fn(PartKind) -> bool) -> Vec<Portion<'a>> {
    let parts = page.record.footprint.parts.iter().filter(|part| wanted(part.kind));
    let mut portions: Vec<Portion<'_>> = parts
        .map(|part| Portion {
            name: part.address.clone(),
            amount: Amount::Bytes(part.size.sent),
            element: asking(page.tree, &part.address),
        })
        .collect();
    portions.sort_by_key(|portion| match portion.amount {
        Amount::Bytes(bytes) => std::cmp::Reverse(bytes),
        Amount::Elements(_) => std::cmp::Reverse(0),
    });
    portions
}

/// The element that asks for a file.
fn asking<'a>(tree: &'a Tree, address: &str) -> Option<Element<'a>> {
    tree.elements().find(|element| {
        let asks = ["src", "href", "poster", "data"].iter().any(|name| element.get(name) == Some(address));
        asks && !element.is("a")
    })
}

/// How far from one another parts may be: what holds nearly all of a part stands for it.
const MOST_STEPS: usize = 40;

/// How many parts are named.
const MOST_NAMED: usize = 3;

/// The parts of a page that have most elements, none within another, the largest first.
pub(super) fn sections(tree: &Tree) -> Vec<Portion<'_>> {
    let mut parts: Vec<(usize, Element<'_>)> = tree.named("body").map(|body| (size(body), body)).collect();
    for _ in 0..MOST_STEPS {
        parts.sort_by_key(|(size, _)| std::cmp::Reverse(*size));
        let Some((_, largest)) = parts.first().copied() else { break };
        if parts.len() >= 3 && has_name(largest) {
            break;
        }
        let children: Vec<_> = largest.children().map(|child| (size(child), child)).collect();
        if children.is_empty() {
            break;
        }
        parts.splice(..1, children);
    }
    parts.sort_by_key(|(size, _)| std::cmp::Reverse(*size));
    // To name a part is to look at all that stand before it.
    parts.truncate(MOST_NAMED);
    let portion = |(size, element)| Portion {
        name: name(element),
        amount: Amount::Elements(size),
        element: Some(element),
    };
    parts.into_iter().map(portion).collect()
}

fn size(element: Element<'_>) -> usize {
    1 + if element.is_drawing() { 0 } else { element.descendants().count() }
}

/// Whether a reader would know the part by its name.
fn has_name(element: Element<'_>) -> bool {
    element.is_any(&["section", "table", "nav", "header", "footer", "ul", "ol", "dl", "form"])
}

/// The name of a part: its label, its heading or caption, the heading that it comes after, or its tag.
fn name(element: Element<'_>) -> String {
    let own = element.descendants().find(|it| it.is_any(&["h1", "h2", "h3", "caption", "legend"]));
    let before = || std::iter::successors(element.previous(), |it| it.previous()).find(|it| is_heading(*it));
    let title = own.or_else(before);
    let title = title.map(|title| title.text().split_whitespace().collect::<Vec<_>>().join(" "));
    let label = element.get("aria-label").map(str::to_owned);
    let tag = || format!("<{}>", element.name());
    label.or(title).filter(|name| !name.is_empty()).unwrap_or_else(tag)
}

fn is_heading(element: Element<'_>) -> bool {
    element.is_any(&["h1", "h2", "h3", "h4"])
}
