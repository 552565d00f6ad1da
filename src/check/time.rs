//! Time: what cannot have happened, or is over.

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 0] = [];
