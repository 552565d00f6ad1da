//! What a file is written with: encoding, YAML, keys, values, Markdown.

mod duplicate_key;
mod french_key;
mod impossible_date;
mod invalid_front_matter;
mod invalid_yaml;
mod invisible_character;
mod misplaced_file;
mod missing_key;
mod not_nfc;
mod not_utf8;
mod open_merge;
mod pasted_debris;
mod pseudo_letters;
mod raw_html;
mod undefined_footnote;
mod unknown_directive;
mod unknown_key;
mod unsafe_url;
mod wrong_type;
mod yaml_type_trap;

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 20] = [
    &duplicate_key::RULE,
    &french_key::RULE,
    &impossible_date::RULE,
    &invalid_front_matter::RULE,
    &invalid_yaml::RULE,
    &invisible_character::RULE,
    &misplaced_file::RULE,
    &missing_key::RULE,
    &not_nfc::RULE,
    &not_utf8::RULE,
    &open_merge::RULE,
    &pasted_debris::RULE,
    &pseudo_letters::RULE,
    &raw_html::RULE,
    &undefined_footnote::RULE,
    &unknown_directive::RULE,
    &unknown_key::RULE,
    &unsafe_url::RULE,
    &wrong_type::RULE,
    &yaml_type_trap::RULE,
];
