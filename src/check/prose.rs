//! Texts and pictures, as far as they can be judged without understanding them.

mod stale_translation;
mod unmarked_translation;

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 2] = [&stale_translation::RULE, &unmarked_translation::RULE];
