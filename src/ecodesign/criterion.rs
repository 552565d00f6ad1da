//! What a criterion of the French standard on ecodesign is: its number, its weight, who can answer it.

use super::criteria::CRITERIA;
use crate::locale::Bilingual;

/// A criterion of the RGESN, version of 2024: its number is the standard's, the words are ours.
#[derive(Clone, Copy, Debug)]
pub struct Criterion {
    /// Its number: `6.1`.
    pub number: &'static str,
    /// What it counts for.
    pub weight: Weight,
    /// Who can answer it.
    pub class: Class,
    /// What it is about, in a few words.
    pub label: Bilingual,
    /// What an editor must say for it to be validated; nothing where the build alone answers.
    pub asked: Option<Bilingual>,
}

/// What a criterion counts for in the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// « Prioritaire ».
    Priority,
    /// « Recommandé ».
    Recommended,
    /// « Modéré ».
    Moderate,
}

/// Who can answer a criterion on a site of pages made in advance. The standard has no such classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// The build measures it.
    Measured,
    /// Such a site meets it by the way it is made, which the build asserts.
    Built,
    /// Only an editor knows.
    Declared,
    /// Such a site has nothing that it is about, which the build proves.
    Absent,
}

impl Weight {
    /// In quarters, so that sums are exact.
    #[must_use]
    pub const fn quarters(self) -> u32 {
        match self {
            Self::Priority => 6,
            Self::Recommended => 5,
            Self::Moderate => 4,
        }
    }

    /// Its name for programs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Priority => "priority",
            Self::Recommended => "recommended",
            Self::Moderate => "moderate",
        }
    }
}

impl Criterion {
    /// The number of its theme, from 1 to 9.
    #[must_use]
    pub fn theme(&self) -> &'static str {
        self.number.split('.').next().unwrap_or(self.number)
    }

    /// Whether the build alone answers it, so that an editor can add words and no more.
    #[must_use]
    pub fn is_of_build_alone(&self) -> bool {
        self.asked.is_none() && matches!(self.class, Class::Measured | Class::Built)
    }
}

/// The criterion of a number.
#[must_use]
pub fn criterion(number: &str) -> Option<&'static Criterion> {
    CRITERIA.iter().find(|criterion| criterion.number == number)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_as_many_criteria_as_the_standard_has() {
        let count = |weight| CRITERIA.iter().filter(|it| it.weight == weight).count();
        assert_eq!(
            [Weight::Priority, Weight::Recommended, Weight::Moderate].map(count),
            [30, 29, 19],
            "prioritaire, recommandé, modéré"
        );
        let of_class = |class| CRITERIA.iter().filter(move |it| it.class == class);
        let classes = [Class::Measured, Class::Built, Class::Declared, Class::Absent];
        assert_eq!(classes.map(|class| of_class(class).count()), [23, 10, 25, 20]);
        let quarters = |class| of_class(class).map(|it| it.weight.quarters()).sum::<u32>();
        assert_eq!(classes.map(quarters), [112, 53, 133, 103], "28, 13.25, 33.25 and 25.75");
        let themes = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
        let of_theme = |theme: &str| CRITERIA.iter().filter(|it| it.theme() == theme).count();
        assert_eq!(themes.map(of_theme), [10, 10, 7, 15, 8, 7, 4, 10, 7]);
    }

    #[test]
    fn numbers_follow_each_other_and_labels_are_apart() {
        let place = |number: &str| {
            let (theme, rank) = number.split_once('.').expect("two parts");
            (theme.parse::<u8>().expect("a number"), rank.parse::<u8>().expect("a number"))
        };
        assert!(CRITERIA.is_sorted_by_key(|it| place(it.number)));
        for words in [|it: &Criterion| it.label.french, |it: &Criterion| it.label.english] {
            assert_eq!(CRITERIA.iter().map(words).collect::<BTreeSet<_>>().len(), 78);
        }
        assert!(CRITERIA.iter().all(|it| it.class != Class::Declared || it.asked.is_some()));
    }
}
