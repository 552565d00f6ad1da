//! What pages ask of machines, against what the site allows them.

mod blocked_by_policy;
mod empty_picture;
mod heaviest;
mod over_budget;
mod third_party_resource;

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 4] =
    [&blocked_by_policy::RULE, &empty_picture::RULE, &over_budget::RULE, &third_party_resource::RULE];
