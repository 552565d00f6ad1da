//! What is declared of the site's accessibility: the file of it, its audit, and what time does to both.

mod accessibility_review_due;
mod accessibility_statement_expired;
mod contradictory_audit;
mod future_audit;
mod invalid_accessibility_audit;

use crate::accessibility::{FILE, Number};
use crate::rule::Rule;
use crate::source::FilePath;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 5] = [
    &accessibility_review_due::RULE,
    &accessibility_statement_expired::RULE,
    &contradictory_audit::RULE,
    &future_audit::RULE,
    &invalid_accessibility_audit::RULE,
];

/// Rules that look at a part of a criterion of the standard, by code.
const CRITERIA: [(&str, &[&str]); 4] = [
    ("alt-is-file-name", &["1.3"]),
    ("faint-accent", &["3.2"]),
    ("heading-jump", &["9.1"]),
    ("missing-alt", &["1.1"]),
];

/// The rules that look at a part of a criterion, by code: an audit need not begin with what they see.
#[must_use]
pub fn rules_on(criterion: Number) -> Vec<&'static str> {
    let looks_at = |numbers: &[&str]| numbers.iter().any(|number| Number::parse(number) == Some(criterion));
    CRITERIA.iter().filter(|(_, numbers)| looks_at(numbers)).map(|(code, _)| *code).collect()
}

/// The file that all of them speak of.
fn file() -> FilePath {
    FilePath::new(FILE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accessibility::criteria::criterion;

    #[test]
    fn what_rules_look_at_are_criteria_and_rules() {
        for (code, numbers) in CRITERIA {
            assert!(crate::check::rule(code).is_some(), "{code}");
            for number in numbers {
                let number = Number::parse(number).expect("a number");
                assert!(criterion(number).is_some() && rules_on(number).contains(&code), "{number}");
            }
        }
    }
}
