//! Partnerships, mergers and lineage.

mod announced_merger_overdue;
mod combined_figure_exceeds_parties;
mod effective_merger_incomplete;
mod lineage;
mod lineage_cycle;
mod milestone_order;
mod no_organisation_party;
mod partnership_before_founding;
mod predecessor_of_unmerged;
mod too_few_parties;
mod written_partnership;

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 9] = [
    &announced_merger_overdue::RULE,
    &combined_figure_exceeds_parties::RULE,
    &effective_merger_incomplete::RULE,
    &lineage_cycle::RULE,
    &milestone_order::RULE,
    &no_organisation_party::RULE,
    &partnership_before_founding::RULE,
    &predecessor_of_unmerged::RULE,
    &too_few_parties::RULE,
];
