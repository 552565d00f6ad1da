//! Regions and seats.

mod invalid_region_code;
mod pole_without_region;
mod seat_outside_regions;
pub(super) mod zone_as_region;

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 4] = [
    &invalid_region_code::RULE,
    &pole_without_region::RULE,
    &seat_outside_regions::RULE,
    &zone_as_region::RULE,
];
