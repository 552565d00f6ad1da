//! The configuration and the theme.

mod idle_allowance;
mod invalid_config;
mod invalid_theme;
mod missing_label;

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 4] =
    [&idle_allowance::RULE, &invalid_config::RULE, &invalid_theme::RULE, &missing_label::RULE];
