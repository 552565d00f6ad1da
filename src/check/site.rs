//! The configuration and the theme.

mod invalid_config;
mod invalid_theme;
mod missing_label;

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 3] = [&invalid_config::RULE, &invalid_theme::RULE, &missing_label::RULE];
