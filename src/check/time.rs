//! Time: what cannot have happened, or is over.

mod embargo_leak;
mod event_ends_before_start;
mod publish_after_expire;

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 3] =
    [&embargo_leak::RULE, &event_ends_before_start::RULE, &publish_after_expire::RULE];
