//! Figures: their sources, dates and sums.

mod ambiguous_figure;
mod breakdown_mismatch;
mod contradiction;
mod contradictory_figures;
mod figure_group_mismatch;
mod figure_series;
mod figure_without_date;
mod figure_without_source;
mod part_exceeds_whole;
mod stale_figure;
mod unknown_metric;
mod unreadable_figure;

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 11] = [
    &ambiguous_figure::RULE,
    &breakdown_mismatch::RULE,
    &contradictory_figures::RULE,
    &figure_group_mismatch::RULE,
    &figure_series::RULE,
    &figure_without_date::RULE,
    &figure_without_source::RULE,
    &part_exceeds_whole::RULE,
    &stale_figure::RULE,
    &unknown_metric::RULE,
    &unreadable_figure::RULE,
];
