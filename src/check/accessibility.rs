//! What keeps people from using pages, as far as a machine can tell: criteria of the RGAA, by their numbers.

mod ambiguous_links;
mod aria;
mod button_without_name;
mod decorative_image_with_name;
mod document_link_without_details;
mod field_without_label;
mod fields;
mod file_name_as_alt;
mod frame_without_title;
mod image_without_alt;
mod incomplete_site_plan;
mod invalid_aria_attribute;
mod invalid_autocomplete;
mod invalid_role;
mod label_not_in_name;
mod layout_table_with_headers;
mod link_without_name;
mod names;
mod no_skip_link;
mod positive_tabindex;
mod self_moving_content;
mod single_way_to_navigate;
mod site_plan_not_linked;
mod table_without_headers;
mod table_without_title;
mod tables;
mod unannounced_new_window;
mod vague_link;
mod ways;

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 24] = [
    &ambiguous_links::RULE,
    &button_without_name::RULE,
    &decorative_image_with_name::RULE,
    &document_link_without_details::RULE,
    &field_without_label::RULE,
    &file_name_as_alt::RULE,
    &frame_without_title::RULE,
    &image_without_alt::RULE,
    &incomplete_site_plan::RULE,
    &invalid_aria_attribute::RULE,
    &invalid_autocomplete::RULE,
    &invalid_role::RULE,
    &label_not_in_name::RULE,
    &layout_table_with_headers::RULE,
    &link_without_name::RULE,
    &no_skip_link::RULE,
    &positive_tabindex::RULE,
    &self_moving_content::RULE,
    &single_way_to_navigate::RULE,
    &site_plan_not_linked::RULE,
    &table_without_headers::RULE,
    &table_without_title::RULE,
    &unannounced_new_window::RULE,
    &vague_link::RULE,
];
