//! What pages ask of machines, against what the site allows them.

mod empty_picture;
mod heaviest;
mod over_budget;
mod third_party_resource;

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 3] = [&empty_picture::RULE, &over_budget::RULE, &third_party_resource::RULE];
