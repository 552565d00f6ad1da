//! What a site declares of its ecodesign: that it can be read, that it gainsays neither itself nor what was
//! measured, that it is kept up.

mod contradictory_ecodesign;
mod ecodesign_against_measures;
mod ecodesign_review_overdue;
mod invalid_ecodesign;
mod no_ecodesign_referent;

use crate::ecodesign::criterion;
use crate::locale::Wording;
use crate::rule::Rule;
use crate::wording;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 5] = [
    &contradictory_ecodesign::RULE,
    &ecodesign_against_measures::RULE,
    &ecodesign_review_overdue::RULE,
    &invalid_ecodesign::RULE,
    &no_ecodesign_referent::RULE,
];

/// What a criterion asks of an editor.
fn asked(number: &str) -> Option<Wording> {
    criterion(number)?.asked.map(Wording::from)
}

/// A criterion by its number and what it is about.
fn named(number: &str) -> Wording {
    let Some(criterion) = criterion(number) else {
        return wording!("le critère {number}", "criterion {number}");
    };
    let Wording { french, english } = Wording::from(criterion.label);
    wording!("le critère {number} « {french} »", "criterion {number} “{english}”")
}
