//! Critère RGAA 9.3. Une liste contient autre chose que ses éléments, ou un élément de liste est hors d'une
//! liste : `<li>` hors de `<ul>` ou `<ol>`, `<dd>` sans `<dt>` avant lui.
//!
//! ## Pourquoi
//!
//! Un lecteur d'écran annonce « liste, cinq éléments » et permet d'aller de l'un à l'autre ou de la sauter.
//! Une liste mal formée n'est plus annoncée, ou mal comptée.
//!
//! ## Exemple
//!
//! ```html
//! <ul>
//! <p>Nos pôles :</p>
//! <li>Enter</li>
//! </ul>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <p>Nos pôles :</p>
//! <ul>
//! <li>Enter</li>
//! </ul>
//! ```
//! ---
//! RGAA criterion 9.3. A list holds something else than its items, or an item is outside a list: `<li>`
//! outside `<ul>` or `<ol>`, `<dd>` without a `<dt>` before it.
//!
//! ## Why it matters
//!
//! A screen reader says "list, five items" and lets one go from item to item, or past the list. A malformed
//! list is not said any more, or miscounted.
//!
//! ## Example
//!
//! ```html
//! <ul>
//! <p>Our clusters:</p>
//! <li>Enter</li>
//! </ul>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <p>Our clusters:</p>
//! <ul>
//! <li>Enter</li>
//! </ul>
//! ```

use crate::diagnostic::Severity;
use crate::html::tree::{Content, Element};
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "broken-list",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("liste mal formée", "malformed list"),
    source: include_str!("broken_list.rs"),
    run: Run::Page { criteria: &["9.3"], run },
};

/// What stands in a list and is none of it.
const SCRIPTS: [&str; 2] = ["script", "template"];

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    for element in page
        .tree
        .select(&["dd", "dl", "dt", "li", "menu", "ol", "ul"], &[])
        .filter(|element| element.is_html())
    {
        match element.name() {
            "ul" | "ol" | "menu" => items(page, element, report),
            "dl" => groups(page, element, report),
            "li" if !stands_in(element, &["ul", "ol", "menu"]) => {
                tell(page, element, &Fault::Stray("<ul>"), report);
            }
            "dt" | "dd" if !is_in_description_list(element) => {
                tell(page, element, &Fault::Stray("<dl>"), report);
            }
            _ => {}
        }
    }
}

enum Fault {
    /// Something stands in a list that is no item.
    Intruder,
    /// An item stands outside the list that it needs.
    Stray(&'static str),
    /// A value has no term, or a term no value.
    Alone,
}

fn tell(page: &RenderedPage<'_>, element: Element<'_>, fault: &Fault, report: &mut PageReport<'_>) {
    let tag = element.name();
    let (message, hint) = match fault {
        Fault::Intruder => (
            wording!(
                "cette liste contient autre chose que ses éléments",
                "this list holds something else than its items"
            ),
            wording!(
                "dans le gabarit, mettez le reste hors de la liste ou dans un de ses éléments",
                "in the template, put the rest outside the list or in one of its items",
            ),
        ),
        Fault::Stray(list) => (
            wording!("`<{tag}>` est hors d'une liste", "`<{tag}>` is outside a list"),
            wording!("dans le gabarit, mettez-le dans `{list}`", "in the template, put it in `{list}`"),
        ),
        Fault::Alone => (
            wording!(
                "cette liste a un terme sans valeur, ou une valeur sans terme",
                "this list has a term without a value, or a value without a term"
            ),
            wording!(
                "dans le gabarit, chaque `<dt>` est suivi de `<dd>`, et chaque `<dd>` vient après un `<dt>`",
                "in the template each `<dt>` is followed by `<dd>`, and each `<dd>` comes after a `<dt>`",
            ),
        ),
    };
    report.push(report.at(&page.record.address, element, message).hint(hint));
}

fn stands_in(element: Element<'_>, lists: &[&str]) -> bool {
    element.parent().is_some_and(|parent| parent.is_any(lists))
}

fn is_in_description_list(element: Element<'_>) -> bool {
    let in_group = || element.parent().is_some_and(|parent| parent.is("div") && stands_in(parent, &["dl"]));
    stands_in(element, &["dl"]) || in_group()
}

/// A list whose role is another is not one for assistive technologies.
fn items(page: &RenderedPage<'_>, list: Element<'_>, report: &mut PageReport<'_>) {
    if !list.has("role") && has_intruder(list, &["li"]) {
        tell(page, list, &Fault::Intruder, report);
    }
}

/// Whether something stands right in an element that is not one of some names.
fn has_intruder(list: Element<'_>, names: &[&str]) -> bool {
    list.content().any(|content| match content {
        Content::Text(text) => !text.trim().is_empty(),
        Content::Element(child) => !child.is_any(names) && !child.is_any(&SCRIPTS),
    })
}

fn groups(page: &RenderedPage<'_>, list: Element<'_>, report: &mut PageReport<'_>) {
    let is_in_divs = list.children().any(|child| child.is("div"));
    let parts = || list.children().filter(|child| child.is("div"));
    let names: &[&str] = if is_in_divs { &["div"] } else { &["dt", "dd"] };
    if has_intruder(list, names) || parts().any(|part| has_intruder(part, &["dt", "dd"])) {
        tell(page, list, &Fault::Intruder, report);
    } else if if is_in_divs { parts().any(is_unpaired) } else { is_unpaired(list) } {
        tell(page, list, &Fault::Alone, report);
    }
}

/// Whether terms and values do not follow each other, a term first and a value last.
fn is_unpaired(group: Element<'_>) -> bool {
    let mut items = group.children().filter(|child| child.is_any(&["dt", "dd"]));
    let Some(first) = items.next() else { return false };
    let last = items.last().unwrap_or(first);
    !first.is("dt") || !last.is("dd")
}
