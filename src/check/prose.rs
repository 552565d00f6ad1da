//! Texts and pictures, as far as they can be judged without understanding them.

mod alt_is_file_name;
mod announced_count_mismatch;
mod heading_jump;
mod missing_alt;
mod missing_credit;
mod stale_translation;
mod unmarked_translation;
mod video_without_weight;

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 8] = [
    &alt_is_file_name::RULE,
    &announced_count_mismatch::RULE,
    &heading_jump::RULE,
    &missing_alt::RULE,
    &missing_credit::RULE,
    &stale_translation::RULE,
    &unmarked_translation::RULE,
    &video_without_weight::RULE,
];
