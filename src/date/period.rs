//! From a date until another, and what is certain of them where either is inexact.

use std::fmt;

use super::Date;

/// From a date until another, both included; either may be inexact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// When it begins.
    pub from: Date,
    /// When it ends.
    pub until: Date,
}

impl Period {
    /// Whether it would end before it begins, whichever days its dates are.
    #[must_use]
    pub fn is_surely_reversed(&self) -> bool {
        self.until.is_surely_before(&self.from)
    }

    /// Whether it is over before another begins, whichever days their dates are.
    #[must_use]
    pub fn is_surely_before(&self, other: &Self) -> bool {
        self.until.is_surely_before(&other.from)
    }

    /// Whether no day belongs to both, whichever days their dates are.
    #[must_use]
    pub fn is_surely_apart_from(&self, other: &Self) -> bool {
        self.is_surely_before(other) || other.is_surely_before(self)
    }

    /// Whether some day belongs to both, whichever days their dates are.
    #[must_use]
    pub fn surely_overlaps(&self, other: &Self) -> bool {
        self.from.last <= other.until.first && other.from.last <= self.until.first
    }

    /// Whether it holds on a date, whichever days its dates and that one are.
    #[must_use]
    pub fn surely_holds_on(&self, date: &Date) -> bool {
        self.from.last <= date.first && date.last <= self.until.first
    }

    /// Whether it may hold on a date.
    #[must_use]
    pub fn may_hold_on(&self, date: &Date) -> bool {
        !date.is_surely_before(&self.from) && !self.until.is_surely_before(date)
    }

    /// Whether another lies within it, as far as anything is known of either.
    #[must_use]
    pub fn may_contain(&self, other: &Self) -> bool {
        !other.from.is_surely_before(&self.from) && !self.until.is_surely_before(&other.until)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} – {}", self.from, self.until)
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, Period};

    fn date(text: &str) -> Date {
        Date::parse(text).expect("a date")
    }

    fn period(from: &str, until: &str) -> Period {
        Period { from: date(from), until: date(until) }
    }

    #[test]
    fn exact_periods_either_overlap_or_are_apart() {
        let year = period("2023-01-01", "2023-12-31");
        for (other, overlaps) in [
            (period("2023-12-31", "2024-12-31"), true),
            (period("2024-01-01", "2024-12-31"), false),
            (period("2022-01-01", "2023-01-01"), true),
            (period("2022-01-01", "2022-12-31"), false),
            (period("2023-06-01", "2023-06-02"), true),
        ] {
            assert_eq!(year.surely_overlaps(&other), overlaps, "{other}");
            assert_eq!(other.surely_overlaps(&year), overlaps, "{other}");
            assert_eq!(year.is_surely_apart_from(&other), !overlaps, "{other}");
        }
    }

    #[test]
    fn of_inexact_periods_neither_may_be_certain() {
        let (left, right) = (period("2019-01-01", "2020"), period("2020", "2024-12-31"));
        assert!(!left.surely_overlaps(&right) && !left.is_surely_apart_from(&right));
        assert!(left.surely_holds_on(&date("2019-05")) && !left.surely_holds_on(&date("2020-05")));
        assert!(left.may_hold_on(&date("2020-05")) && !left.may_hold_on(&date("2021")));
    }

    #[test]
    fn a_period_that_ends_before_it_begins_is_reversed_only_where_that_is_certain() {
        assert!(period("2023", "2022").is_surely_reversed());
        assert!(!period("2023-06", "2023").is_surely_reversed());
        assert!(period("2023", "2026").may_contain(&period("2023-01-01", "2026-12-31")));
        assert!(!period("2023", "2026").may_contain(&period("2023-01-01", "2027-12-31")));
    }
}
