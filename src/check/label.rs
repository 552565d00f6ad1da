//! Label periods: what a pole may say of its label.

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 0] = [];
