//! Texts and pictures, as far as they can be judged without understanding them.

mod announced_count_mismatch;

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 1] = [&announced_count_mismatch::RULE];
