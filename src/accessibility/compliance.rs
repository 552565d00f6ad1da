//! What verdicts come to: a rate, and the word of the law for it.

use super::criteria::criteria;
use super::written::Choice;
use super::{Verdict, Verdicts};

/// The three words of the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Every criterion that applies is met.
    Full,
    /// Half of them, or more.
    Partial,
    /// Fewer, or nobody knows.
    NotCompliant,
}

impl Choice for State {
    const WORDS: &'static [&'static str] = &["fully-compliant", "partially-compliant", "non-compliant"];
    const VALUES: &'static [Self] = &[Self::Full, Self::Partial, Self::NotCompliant];
}

impl State {
    /// Its word in the file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Full => "fully-compliant",
            Self::Partial => "partially-compliant",
            Self::NotCompliant => "non-compliant",
        }
    }
}

/// What a site is, and by what it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// No audit was made.
    NoAudit,
    /// An audit was begun; so many criteria are left to look at.
    Unfinished {
        /// How many.
        left: usize,
    },
    /// The last audit is too old to count.
    Expired(Rate),
    /// An audit says so.
    Audited(Rate),
}

impl Standing {
    /// The word for it.
    #[must_use]
    pub const fn state(self) -> State {
        match self {
            Self::Audited(rate) => rate.state(),
            _ => State::NotCompliant,
        }
    }

    /// What the last audit found, too old or not.
    #[must_use]
    pub const fn rate(self) -> Option<Rate> {
        match self {
            Self::Audited(rate) | Self::Expired(rate) => Some(rate),
            _ => None,
        }
    }
}

/// How many criteria are met, of those that apply: one at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// How many are met.
    pub conform: usize,
    /// How many apply.
    pub applicable: usize,
}

impl Rate {
    /// The word for it.
    #[must_use]
    pub const fn state(self) -> State {
        if self.conform == self.applicable {
            State::Full
        } else if self.conform * 2 >= self.applicable {
            State::Partial
        } else {
            State::NotCompliant
        }
    }

    /// The rate with one decimal, cut and not rounded, so that it never says more than is true.
    #[must_use]
    pub fn words(self) -> String {
        let thousandths = self.conform * 1000 / self.applicable.max(1);
        match (thousandths / 10, thousandths % 10) {
            (whole, 0) => format!("{whole} %"),
            (whole, decimal) => format!("{whole}.{decimal} %"),
        }
    }

    /// Whether someone who writes a rate, to the decimals that they give, means this one.
    #[must_use]
    pub fn is_meant_by(self, percentage: f64) -> bool {
        let count = |number: usize| u32::try_from(number).map_or(f64::MAX, f64::from);
        let exact = count(self.conform) * 100.0 / count(self.applicable);
        let step = if percentage.fract() == 0.0 { 1.0 } else { 0.1 };
        let is_whole_only_where_it_is = percentage < 100.0 || self.conform == self.applicable;
        (exact - percentage).abs() < step && is_whole_only_where_it_is
    }
}

/// How often each verdict was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Met.
    pub conform: usize,
    /// Not met.
    pub non_conform: usize,
    /// About nothing that the site has.
    pub not_applicable: usize,
    /// Not looked at, or not spoken of.
    pub not_tested: usize,
}

impl Tally {
    /// What was found of all criteria.
    #[must_use]
    pub fn of(verdicts: &Verdicts) -> Self {
        Self::of_those(verdicts, |_| true)
    }

    /// What was found of the criteria of a theme.
    #[must_use]
    pub fn of_theme(verdicts: &Verdicts, theme: u8) -> Self {
        Self::of_those(verdicts, |of| of == theme)
    }

    fn of_those(verdicts: &Verdicts, is_counted: impl Fn(u8) -> bool) -> Self {
        let mut tally = Self::default();
        for criterion in criteria().iter().filter(|criterion| is_counted(criterion.number.theme)) {
            let count = match verdicts.on(criterion.number).and_then(|verdict| verdict.value) {
                Some(Verdict::Conform) => &mut tally.conform,
                Some(Verdict::NonConform) => &mut tally.non_conform,
                Some(Verdict::NotApplicable) => &mut tally.not_applicable,
                Some(Verdict::NotTested) | None => &mut tally.not_tested,
            };
            *count += 1;
        }
        tally
    }

    /// The rate, where any criterion applies.
    #[must_use]
    pub const fn rate(self) -> Option<Rate> {
        let applicable = self.conform + self.non_conform;
        if applicable == 0 { None } else { Some(Rate { conform: self.conform, applicable }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_is_enough_for_the_second_word_and_nothing_less_than_all_for_the_first() {
        let state = |conform, applicable| Rate { conform, applicable }.state();
        assert_eq!(state(40, 40), State::Full);
        assert_eq!(state(39, 40), State::Partial);
        assert_eq!(state(20, 40), State::Partial);
        assert_eq!(state(19, 40), State::NotCompliant);
        assert_eq!(state(1, 3), State::NotCompliant);
        assert_eq!(state(0, 1), State::NotCompliant);
    }

    #[test]
    fn a_rate_never_says_more_than_is_true() {
        let words = |conform, applicable| Rate { conform, applicable }.words();
        assert_eq!(words(105, 106), "99 %");
        assert_eq!(words(2, 3), "66.6 %");
        assert_eq!(words(3, 3), "100 %");
        assert_eq!(words(1, 2), "50 %");
    }

    #[test]
    fn a_rate_may_be_written_with_or_without_decimals() {
        let rate = Rate { conform: 2, applicable: 3 };
        assert!([66.0, 67.0, 66.6, 66.7, 66.67].into_iter().all(|written| rate.is_meant_by(written)));
        assert!(![65.0, 68.0, 66.5, 66.8, 100.0].into_iter().any(|written| rate.is_meant_by(written)));
        assert!(!Rate { conform: 999, applicable: 1000 }.is_meant_by(100.0));
        assert!(Rate { conform: 1, applicable: 1 }.is_meant_by(100.0));
    }
}
