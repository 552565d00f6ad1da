//! Time: what cannot have happened, or is over.

mod deadline_passed_but_future;
mod post_before_entity;
mod role_outside_dates;
mod stale_today;
mod unresolvable_relative_date;
mod weekday_mismatch;

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 6] = [
    &deadline_passed_but_future::RULE,
    &post_before_entity::RULE,
    &role_outside_dates::RULE,
    &stale_today::RULE,
    &unresolvable_relative_date::RULE,
    &weekday_mismatch::RULE,
];
