//! What keeps people from using pages, as far as a machine can tell: criteria of the RGAA, by their numbers. And
//! what is declared of the site's accessibility: the file of it, its audit, and what time does to both.

mod accessibility_review_due;
mod accessibility_statement_expired;
mod ambiguous_links;
mod aria;
mod broken_list;
mod button_without_name;
mod colour_only_links;
mod contradictory_audit;
mod dangling_idref;
mod decorative_image_with_name;
mod document_link_without_details;
mod empty_heading;
mod empty_paragraph;
mod field_without_label;
mod fields;
mod file_name_as_alt;
mod frame_without_title;
mod future_audit;
mod hidden_focusable;
mod image_without_alt;
mod incomplete_site_plan;
mod invalid_accessibility_audit;
mod invalid_aria_attribute;
mod invalid_autocomplete;
mod invalid_direction;
mod invalid_role;
mod label_not_in_name;
mod layout_table_with_headers;
mod link_without_name;
mod main_heading_count;
mod malformed_html;
mod misnested_element;
mod missing_doctype;
mod missing_landmark;
mod missing_page_title;
mod names;
mod no_skip_link;
mod page_titles;
mod positive_tabindex;
mod presentational_attribute;
mod presentational_tag;
mod removed_outline;
mod repeated_html_id;
mod repeated_page_title;
mod self_moving_content;
mod single_way_to_navigate;
mod site_plan_not_linked;
mod skipped_heading_level;
mod table_without_headers;
mod table_without_title;
mod tables;
mod title_without_site_name;
mod unannounced_new_window;
mod unknown_language;
mod unmarked_foreign_passage;
mod unmarked_quotation;
mod vague_link;
mod ways;
mod wrong_page_language;
mod zoom_blocked;

use crate::accessibility::{FILE, Number};
use crate::html::tree::{Element, Malformed, Tree};
use crate::rule::{Rule, Run};
use crate::source::FilePath;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 54] = [
    &accessibility_review_due::RULE,
    &accessibility_statement_expired::RULE,
    &ambiguous_links::RULE,
    &broken_list::RULE,
    &button_without_name::RULE,
    &colour_only_links::RULE,
    &contradictory_audit::RULE,
    &dangling_idref::RULE,
    &decorative_image_with_name::RULE,
    &document_link_without_details::RULE,
    &empty_heading::RULE,
    &empty_paragraph::RULE,
    &field_without_label::RULE,
    &file_name_as_alt::RULE,
    &frame_without_title::RULE,
    &future_audit::RULE,
    &hidden_focusable::RULE,
    &image_without_alt::RULE,
    &incomplete_site_plan::RULE,
    &invalid_accessibility_audit::RULE,
    &invalid_aria_attribute::RULE,
    &invalid_autocomplete::RULE,
    &invalid_direction::RULE,
    &invalid_role::RULE,
    &label_not_in_name::RULE,
    &layout_table_with_headers::RULE,
    &link_without_name::RULE,
    &main_heading_count::RULE,
    &malformed_html::RULE,
    &misnested_element::RULE,
    &missing_doctype::RULE,
    &missing_landmark::RULE,
    &missing_page_title::RULE,
    &no_skip_link::RULE,
    &positive_tabindex::RULE,
    &presentational_attribute::RULE,
    &presentational_tag::RULE,
    &removed_outline::RULE,
    &repeated_html_id::RULE,
    &repeated_page_title::RULE,
    &self_moving_content::RULE,
    &single_way_to_navigate::RULE,
    &site_plan_not_linked::RULE,
    &skipped_heading_level::RULE,
    &table_without_headers::RULE,
    &table_without_title::RULE,
    &title_without_site_name::RULE,
    &unannounced_new_window::RULE,
    &unknown_language::RULE,
    &unmarked_foreign_passage::RULE,
    &unmarked_quotation::RULE,
    &vague_link::RULE,
    &wrong_page_language::RULE,
    &zoom_blocked::RULE,
];

/// What rules that do not look at pages see of a criterion of the standard, by code.
const BEFORE_PAGES: [(&str, &[&str]); 7] = [
    ("alt-is-file-name", &["1.3"]),
    ("colour-only-links", &["10.6"]),
    // Contrast: of the site's accent, and of the theme's colours in light and in dark.
    ("faint-accent", &["3.2"]),
    ("heading-jump", &["9.1"]),
    ("invalid-theme", &["3.2"]),
    ("missing-alt", &["1.1"]),
    ("removed-outline", &["10.7"]),
];

/// The criteria of accessibility of which a rule sees a part, by their numbers in the RGAA.
#[must_use]
pub fn criteria_of(rule: &Rule) -> &'static [&'static str] {
    match rule.run {
        Run::Page { criteria, .. } | Run::Pages { criteria, .. } => criteria,
        _ => BEFORE_PAGES.iter().find(|(code, _)| *code == rule.code).map_or(&[], |(_, criteria)| *criteria),
    }
}

/// The rules that look at a part of a criterion, by code: an audit need not begin with what they see.
#[must_use]
pub fn rules_on(criterion: Number) -> Vec<&'static str> {
    let looks_at =
        |rule: &&Rule| criteria_of(rule).iter().any(|number| Number::parse(number) == Some(criterion));
    super::rules().filter(looks_at).map(|rule| rule.code).collect()
}

/// The file that is declared in.
fn file() -> FilePath {
    FilePath::new(FILE)
}

/// Headings, by their levels.
const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// The level of a heading.
fn heading_level(element: Element<'_>) -> Option<usize> {
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
    use crate::check::{rule, rules};

    #[test]
    fn what_rules_look_at_are_criteria_of_the_standard() {
        for rule in rules() {
            for number in criteria_of(rule) {
                let number = Number::parse(number).expect("a number");
                assert!(criterion(number).is_some() && rules_on(number).contains(&rule.code), "{number}");
            }
        }
    }

    #[test]
    fn what_looks_at_criteria_before_pages_are_rules() {
        for (code, criteria) in BEFORE_PAGES {
            assert_eq!(rule(code).map(criteria_of), Some(criteria), "{code}");
        }
    }
}
