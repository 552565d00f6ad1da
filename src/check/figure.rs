//! Figures: their sources, dates and sums.

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 0] = [];
