//! Time: what cannot have happened, or is over.

mod announcement;
mod deadline_passed_but_future;
mod embargo_leak;
mod event_ends_before_start;
mod post_before_entity;
mod publish_after_expire;
mod role_outside_dates;
mod stale_today;
mod unresolvable_relative_date;
mod weekday_mismatch;

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 9] = [
    &deadline_passed_but_future::RULE,
    &embargo_leak::RULE,
    &event_ends_before_start::RULE,
    &post_before_entity::RULE,
    &publish_after_expire::RULE,
    &role_outside_dates::RULE,
    &stale_today::RULE,
    &unresolvable_relative_date::RULE,
    &weekday_mismatch::RULE,
];
