//! What keeps people from using pages: criteria of the RGAA that the HTML of a page decides, and what is declared
//! of the site's accessibility.

mod accessibility_review_due;
mod accessibility_statement_expired;
mod broken_list;
mod colour_only_links;
mod contradictory_audit;
mod dangling_idref;
mod empty_heading;
mod empty_paragraph;
mod future_audit;
mod hidden_focusable;
mod invalid_accessibility_audit;
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

use crate::accessibility::{FILE, Number};
use crate::html::tree::{Element, Malformed, Tree};
use crate::rule::{Rule, Run};
use crate::source::FilePath;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 30] = [
    &accessibility_review_due::RULE,
    &accessibility_statement_expired::RULE,
    &broken_list::RULE,
    &colour_only_links::RULE,
    &contradictory_audit::RULE,
    &dangling_idref::RULE,
    &empty_heading::RULE,
    &empty_paragraph::RULE,
    &future_audit::RULE,
    &hidden_focusable::RULE,
    &invalid_accessibility_audit::RULE,
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

/// Rules on other things than pages that look at a part of a criterion of the standard, by code.
const CRITERIA: [(&str, &[&str]); 6] = [
    ("alt-is-file-name", &["1.3"]),
    ("colour-only-links", &["10.6"]),
    ("faint-accent", &["3.2"]),
    ("heading-jump", &["9.1"]),
    ("missing-alt", &["1.1"]),
    ("removed-outline", &["10.7"]),
];

/// The codes of rules, and the criteria of the standard that each looks at a part of.
pub(super) fn criteria() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    let of_pages = super::rules().filter_map(|rule| match rule.run {
        Run::Page { criteria, .. } | Run::Pages { criteria, .. } => Some((rule.code, criteria)),
        _ => None,
    });
    of_pages.chain(CRITERIA)
}

/// The rules that look at a part of a criterion, by code: an audit need not begin with what they see.
#[must_use]
pub fn rules_on(criterion: Number) -> Vec<&'static str> {
    let looks_at = |numbers: &[&str]| numbers.iter().any(|number| Number::parse(number) == Some(criterion));
    criteria().filter(|(_, numbers)| looks_at(numbers)).map(|(code, _)| code).collect()
}

/// The file that all of them speak of.
fn file() -> FilePath {
    FilePath::new(FILE)
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accessibility::criteria::criterion;

    #[test]
    fn what_rules_look_at_are_criteria_and_rules() {
        for (code, numbers) in criteria() {
            assert!(crate::check::rule(code).is_some(), "{code}");
            for number in numbers {
                let number = Number::parse(number).expect("a number");
                assert!(criterion(number).is_some() && rules_on(number).contains(&code), "{number}");
            }
        }
    }
}
