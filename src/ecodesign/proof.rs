//! What measures prove of each criterion that a build can answer, wholly or in part.
//!
//! A proof is strict: what was not looked at is not proved. Where it only goes half the way, an editor's words
//! must go the other half ([`Verdict::Editor`]).

mod absence;
mod conduct;
mod front;
mod media;
mod parties;
mod screen;

use super::evidence::Evidence;
use super::grounds::Grounds;

/// What measures say of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is met.
    Validated,
    /// It is not met, or nothing proves that it is.
    NotValidated,
    /// The site has nothing that it is about.
    NotApplicable,
    /// What can be measured is as it must be, or there is nothing to measure: the rest is an editor's to say.
    Editor,
}

/// What measures say of a criterion, and by what.
pub(super) type Finding = (Verdict, Evidence);

/// A proof.
pub(super) type Proof = fn(&Grounds<'_>) -> Finding;

/// The proof of a criterion; nothing for one that only editors can answer.
pub(super) fn proof(number: &str) -> Option<Proof> {
    Some(match number {
        "1.6" => conduct::data,
        "1.9" => conduct::standards,
        "1.10" => absence::devices,
        "2.3" => screen::slow_line,
        "2.4" => screen::old_browsers,
        "2.5" => screen::any_screen,
        "2.9" => absence::components,
        "2.10" => parties::chosen,
        "3.1" => conduct::thrift,
        "3.4" | "3.5" | "3.6" => absence::installation,
        "4.1" => media::stillness,
        "4.2" => conduct::ends,
        "4.4" => parties::on_demand,
        "4.5" => conduct::native,
        "4.6" => media::informing,
        "4.7" => media::lightest,
        "4.8" => front::fonts,
        "4.9" => conduct::typing,
        "4.10" => absence::forms,
        "4.11" => absence::sending,
        "4.12" => front::heavy_files,
        "4.13" => conduct::notifications,
        "4.14" => conduct::manners,
        "4.15" => screen::weight_told,
        "5.1" => media::formats,
        "5.2" => media::compression,
        "5.3" | "5.4" | "5.5" => media::films,
        "5.6" => media::sounds,
        "5.7" => front::documents,
        "5.8" => conduct::outdated,
        "6.1" => front::budgets,
        "6.2" => front::caching,
        "6.3" => front::compression,
        "6.4" => media::sizes,
        "6.5" => front::unused,
        "6.6" => absence::sensors,
        "6.7" => parties::one_domain,
        "7.1" => conduct::ready,
        "7.3" | "8.10" => absence::background,
        "7.4" => absence::ledgers,
        "8.8" => front::volume,
        "9.1" => conduct::training,
        "9.2" | "9.3" | "9.4" | "9.5" | "9.6" | "9.7" => absence::models,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::criterion::Class;
    use super::super::{CRITERIA, Criterion};
    use super::proof;

    #[test]
    fn every_criterion_that_no_editor_answers_alone_has_a_proof() {
        let has_proof = |it: &&Criterion| proof(it.number).is_some();
        let with: Vec<&str> = CRITERIA.iter().filter(has_proof).map(|it| it.number).collect();
        let wanted = CRITERIA.iter().filter(|it| it.class != Class::Declared).map(|it| it.number);
        assert_eq!(with, wanted.collect::<Vec<_>>());
    }
}
