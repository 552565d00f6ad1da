//! Texts and pictures, as far as they can be judged without understanding them.

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 0] = [];
