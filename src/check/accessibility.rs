//! What keeps people from using pages: criteria of the RGAA that the HTML of a page alone decides.

mod broken_list;
mod colour_only_links;
mod dangling_idref;
mod empty_heading;
mod empty_paragraph;
mod hidden_focusable;
mod invalid_direction;
mod main_heading_count;
mod malformed_html;
mod misnested_element;
mod missing_doctype;
mod missing_landmark;
mod missing_page_title;
mod page_titles;
mod presentational_attribute;
mod presentational_tag;
mod removed_outline;
mod repeated_html_id;
mod repeated_page_title;
mod skipped_heading_level;
mod title_without_site_name;
mod unknown_language;
mod unmarked_foreign_passage;
mod unmarked_quotation;
mod wrong_page_language;
mod zoom_blocked;

use crate::html::tree::{Element, Malformed, Tree};
use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 25] = [
    &broken_list::RULE,
    &colour_only_links::RULE,
    &dangling_idref::RULE,
    &empty_heading::RULE,
    &empty_paragraph::RULE,
    &hidden_focusable::RULE,
    &invalid_direction::RULE,
    &main_heading_count::RULE,
    &malformed_html::RULE,
    &misnested_element::RULE,
    &missing_doctype::RULE,
    &missing_landmark::RULE,
    &missing_page_title::RULE,
    &presentational_attribute::RULE,
    &presentational_tag::RULE,
    &removed_outline::RULE,
    &repeated_html_id::RULE,
    &repeated_page_title::RULE,
    &skipped_heading_level::RULE,
    &title_without_site_name::RULE,
    &unknown_language::RULE,
    &unmarked_foreign_passage::RULE,
    &unmarked_quotation::RULE,
    &wrong_page_language::RULE,
    &zoom_blocked::RULE,
];

/// The criteria that rules on style sheets answer, by their numbers in the RGAA.
pub(super) const OF_STYLES: [&str; 2] = ["10.6", "10.7"];

/// The level of a heading.
fn heading_level(element: Element<'_>) -> Option<usize> {
    const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
    let at = HEADINGS.iter().position(|name| element.is(name))?;
    // A role makes another thing of it.
    element.get("role").is_none_or(|role| role == "heading").then_some(at + 1)
}

/// What is malformed in a page, its document type aside, which is told by itself. What a browser mended stands
/// elsewhere than where it was written.
fn malformed(tree: &Tree) -> impl Iterator<Item = &Malformed> {
    let is_without_type = tree.doctype.is_none();
    tree.errors.iter().skip(usize::from(is_without_type)).filter(|error| error.message != "Bad DOCTYPE")
}

/// Whether an element, or what it stands in, is kept from everyone.
fn is_hidden(element: Element<'_>) -> bool {
    std::iter::once(element)
        .chain(element.ancestors().take(DEEPEST))
        .any(|it| it.has("hidden") || it.has("inert"))
}

/// What is nested deeper than any page that someone wrote is not looked at.
const DEEPEST: usize = 100;
