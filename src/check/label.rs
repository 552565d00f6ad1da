//! Label periods: what a pole may say of its label.

mod extension_unresolved;
mod label_after_closing;
mod label_before_founding;
mod label_ends_soon;
pub(super) mod label_on_organisation_without_label;
mod label_outside_phase;
mod label_term_mismatch;
mod labels_contradict_phase_count;
mod overlapping_labels;
mod written_label;

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 9] = [
    &extension_unresolved::RULE,
    &label_after_closing::RULE,
    &label_before_founding::RULE,
    &label_ends_soon::RULE,
    &label_on_organisation_without_label::RULE,
    &label_outside_phase::RULE,
    &label_term_mismatch::RULE,
    &labels_contradict_phase_count::RULE,
    &overlapping_labels::RULE,
];
