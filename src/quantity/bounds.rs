//! What a number may stand for once its nuance and rounding are taken at their word, and how two
//! numbers compare.
//!
//! « plus de 1 100 » does not contradict 1 150, nor « 1,3 Md€ » 1 320 M€. Where nothing is certain,
//! two numbers may be equal and neither exceeds the other.

use std::sync::Arc;

use super::{Qualifier, Quantity, Scale};

/// How far « environ » may stray, as a share of the number.
const ABOUT: f64 = 0.1;
/// How far a round number may be from what was counted, as a share of it.
const MOST_ROUNDED: f64 = 0.05;
/// What binary fractions may lose on the way.
const LOSS: f64 = 1e-9;

/// The values between which a number may lie, both included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// No less than this, and no less than zero.
    pub low: f64,
    /// No more than this; infinite for « plus de ».
    pub high: f64,
}

impl Bounds {
    /// Those of several numbers added up.
    #[must_use]
    pub fn sum(all: impl Iterator<Item = Self>) -> Self {
        let zero = Self { low: 0.0, high: 0.0 };
        all.fold(zero, |sum, next| Self { low: sum.low + next.low, high: sum.high + next.high })
    }

    /// Whether it may be another number taken once, or any count of times up to `most`.
    #[must_use]
    pub fn may_be_times(&self, other: &Self, most: usize) -> bool {
        #[expect(clippy::cast_precision_loss, reason = "a count of figures of one file")]
        let most = most.max(1) as f64;
        // The fewest times that reach the low end; one, where zero is divided by zero.
        let fewest = (self.low / other.high).ceil().max(1.0);
        fewest <= most && fewest * other.low <= self.high
    }

    /// Whether one value lies within both.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}

impl Quantity {
    /// The same number in a unit, where it names none itself.
    #[must_use]
    pub fn or_unit(mut self, unit: Option<&Arc<str>>) -> Self {
        if self.unit.is_none() {
            self.unit = unit.cloned();
        }
        self
    }

    /// Whether it counts in the same unit, and both tell what is or both what is aimed at.
    #[must_use]
    pub fn compares_with(&self, other: &Self) -> bool {
        self.unit == other.unit && self.is_target() == other.is_target()
    }

    /// Whether nothing tells that the two differ.
    #[must_use]
    pub fn may_equal(&self, other: &Self) -> bool {
        !self.compares_with(other) || self.bounds().overlap(&other.bounds())
    }

    /// Whether it is the greater of the two, however both were rounded.
    #[must_use]
    pub fn surely_exceeds(&self, other: &Self) -> bool {
        self.compares_with(other) && self.bounds().low > other.bounds().high
    }

    /// Between which values it may lie.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        let (value, rounding) = (self.value(), self.rounding());
        let stray = rounding.max(value * ABOUT);
        let (low, high) = match self.qualifier {
            None | Some(Qualifier::Exact | Qualifier::Target) => (value - rounding, value + rounding),
            Some(Qualifier::About) => (value - stray, value + stray),
            Some(Qualifier::Nearly) => (value - stray, value + rounding),
            Some(Qualifier::MoreThan) => (value - rounding, f64::INFINITY),
            Some(Qualifier::LessThan) => (0.0, value + rounding),
        };
        Bounds { low: low.max(0.0), high }
    }

    fn is_target(&self) -> bool {
        self.qualifier == Some(Qualifier::Target)
    }

    /// How far what was counted may be from what is written. A count is exact unless it ends with
    /// two zeros; a share, decimals and orders of magnitude are exact to their last digit.
    fn rounding(&self) -> f64 {
        let is_count = self.scale == Scale::One && self.decimals == 0 && self.unit.as_deref() != Some("%");
        let last_digit = self.scale.factor() / 10f64.powi(i32::from(self.decimals));
        let of_digit = if is_count { 0.0 } else { last_digit / 2.0 };
        let of_zeros = match trailing_zeros(self.digits) {
            zeros @ 2.. => (last_digit * 10f64.powi(zeros) / 2.0).min(self.value() * MOST_ROUNDED),
            _ => 0.0,
        };
        let rounding = of_digit.max(of_zeros);
        if rounding > 0.0 { rounding + self.value() * LOSS } else { 0.0 }
    }
}

fn trailing_zeros(mut digits: u64) -> i32 {
    let mut zeros = 0;
    while digits != 0 && digits.is_multiple_of(10) {
        digits /= 10;
        zeros += 1;
    }
    zeros
}

#[cfg(test)]
mod tests {
    use proptest::option;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    fn read(text: &str) -> Quantity {
        Quantity::parse(text).unwrap_or_else(|| panic!("{text}"))
    }

    #[test]
    fn a_nuance_or_a_round_number_contradicts_nothing_near() {
        for (one, other) in [
            ("plus de 1 100", "1 150"),
            ("environ 550", "520"),
            ("près de 3 M€", "2,8 M€"),
            ("moins de 50", "12"),
            ("1,3 Md€", "1 320 M€"),
            ("1,3 Md€", "1 350 M€"),
            ("83 %", "83,4 %"),
            ("400", "412"),
            ("18 500", "18 462"),
            ("83 %", "400"),
        ] {
            assert!(read(one).may_equal(&read(other)), "{one} and {other}");
            assert!(!read(one).surely_exceeds(&read(other)), "{one} and {other}");
            assert!(!read(other).surely_exceeds(&read(one)), "{one} and {other}");
        }
    }

    #[test]
    fn what_is_surely_more_exceeds() {
        for (more, less) in [
            ("56", "55"),
            ("410", "409"),
            ("plus de 1 100", "moins de 900"),
            ("1,3 Md€", "1 100 M€"),
            ("700", "environ 550"),
            ("500", "400"),
            ("plus de 1 000", "12"),
            ("85 %", "83 %"),
        ] {
            assert!(read(more).surely_exceeds(&read(less)), "{more} and {less}");
            assert!(!read(more).may_equal(&read(less)), "{more} and {less}");
        }
    }

    #[test]
    fn a_target_compares_with_a_target_alone() {
        let target = Quantity { qualifier: Some(Qualifier::Target), ..read("17 950") };
        assert!(target.may_equal(&read("15 994")) && !target.surely_exceeds(&read("15 994")));
        assert!(target.surely_exceeds(&Quantity { qualifier: Some(Qualifier::Target), ..read("15 994") }));
    }

    #[test]
    fn sums_keep_the_rounding_of_each_part() {
        let sum = |texts: &[&str]| Bounds::sum(texts.iter().map(|text| read(text).bounds()));
        assert!(sum(&["48", "8"]).overlap(&read("56").bounds()));
        assert!(!sum(&["48", "9"]).overlap(&read("56").bounds()));
        assert!(sum(&["33 %", "33 %", "33 %"]).overlap(&read("100 %").bounds()));
        assert!(sum(&["environ 20", "plus de 30"]).overlap(&read("75").bounds()));
        let whole = read("56").bounds();
        assert!(sum(&["48", "8", "50", "6"]).may_be_times(&whole, 2));
        assert!(!sum(&["48", "8", "50", "6"]).may_be_times(&whole, 1));
        assert!(!sum(&["48", "9", "50", "6"]).may_be_times(&whole, 2));
        assert!(
            sum(&["0"]).may_be_times(&read("0").bounds(), 1)
                && !sum(&["1"]).may_be_times(&read("0").bounds(), 9)
        );
    }

    fn quantities() -> impl Strategy<Value = Quantity> {
        use Qualifier::{About, Exact, LessThan, MoreThan, Nearly, Target};
        let digits = prop_oneof![any::<u64>(), 0..2000_u64, (0..50_u64).prop_map(|number| number * 100)];
        let scale = select(vec![Scale::One, Scale::Thousand, Scale::Million, Scale::Billion]);
        let qualifier = option::of(select(vec![Exact, About, MoreThan, LessThan, Nearly, Target]));
        let unit = select(vec![None, Some("%"), Some("€")]);
        let decimals = prop_oneof![0..3_u8, any::<u8>()];
        (digits, decimals, scale, unit, qualifier).prop_map(|(digits, decimals, scale, unit, qualifier)| {
            Quantity { digits, decimals, scale, unit: unit.map(Into::into), qualifier }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn comparisons_agree_with_each_other(one in quantities(), other in quantities()) {
            prop_assert!(one.may_equal(&one) && !one.surely_exceeds(&one));
            prop_assert_eq!(one.may_equal(&other), other.may_equal(&one));
            let exceeds = [one.surely_exceeds(&other), other.surely_exceeds(&one)];
            prop_assert_eq!(exceeds.iter().filter(|it| **it).count(), usize::from(!one.may_equal(&other)));
        }

        #[test]
        fn bounds_hold_the_number_itself(quantity in quantities()) {
            let bounds = quantity.bounds();
            prop_assert!(0.0 <= bounds.low && bounds.low <= quantity.value() && quantity.value() <= bounds.high);
        }

        #[test]
        fn counts_that_are_not_round_differ_by_one(count in 0..1_000_000_000_u64) {
            let next = count + 1;
            prop_assume!(count % 100 != 0 && next % 100 != 0);
            prop_assert!(read(&next.to_string()).surely_exceeds(&read(&count.to_string())));
        }
    }
}
