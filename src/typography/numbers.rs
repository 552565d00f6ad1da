//! Numbers: digits in groups of three, and times.

use std::iter;

use super::text::{NARROW, Text, WIDE};
use super::typesetter::Typesetter;

/// Digits with their decimals, as `567,89`.
#[derive(Clone, Copy)]
pub(super) struct Figure {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the decimals start, comma included.
    decimals: usize,
}

impl Figure {
    /// The figure whose first digit is at `start`.
    fn at(text: Text<'_>, start: usize) -> Self {
        let decimals = text.end_of(start, is_digit);
        let mut end = decimals;
        // `1.2.3` is one figure too: its parts are not numbers on their own.
        while text.from(end).starts_with(['.', ',']) {
            let next = text.end_of(end + 1, is_digit);
            if next == end + 1 {
                break;
            }
            end = next;
        }
        Self { start, end, decimals }
    }

    /// The figure that a single space parts from this one.
    fn next(self, text: Text<'_>) -> Option<Self> {
        let start = text.across_space(self.end)?;
        text.after_is(start, is_digit).then(|| Self::at(text, start))
    }

    /// This figure and those that spaces alone part from it, as in `1 234 567` or `05 56 12 34 56`.
    fn series(self, text: Text<'_>) -> impl Iterator<Item = Self> {
        iter::successors(Some(self), move |figure| figure.next(text))
    }

    /// How many digits stand before the decimals.
    const fn integer_digits(self) -> usize {
        self.decimals - self.start
    }

    pub(super) const fn is_integer(self) -> bool {
        self.decimals == self.end
    }

    const fn is_hour(self) -> bool {
        self.is_integer() && self.integer_digits() <= 2
    }

    const fn is_minutes(self) -> bool {
        self.is_integer() && self.integer_digits() == 2
    }
}

impl Typesetter<'_> {
    /// All that starts with the digit at `at`: `12 345`, `50 €`, `1er mars`, `10 h 30`.
    pub(super) fn number(&mut self, at: usize) -> usize {
        let first = Figure::at(self.text, at);
        if self.text.before_is(at, char::is_alphanumeric) {
            return first.end;
        }
        if self.is_one_number(first) {
            self.bind_groups(first);
        }
        let last = first.series(self.text).last().unwrap_or(first);
        if let Some(end) = self.ordinal(last) {
            return end;
        }
        let last = self.bind_time(last);
        self.bind_unit(last);
        last.end
    }

    /// Whether the series that starts with `first` is one number in groups of three digits. It is
    /// not in `2023 125` nor `05 56 12 34 56`, and what `0` or `+` starts is for a telephone.
    fn is_one_number(&self, first: Figure) -> bool {
        let mut groups = first.series(self.text).peekable();
        let mut digits = 1..=3;
        while let Some(group) = groups.next() {
            let whole = group.is_integer() || groups.peek().is_none();
            if !whole || !digits.contains(&group.integer_digits()) {
                return false;
            }
            digits = 3..=3;
        }
        self.text.starts_word(first.start) && self.text.after(first.start) != Some('0')
    }

    fn bind_groups(&mut self, first: Figure) {
        for group in first.series(self.text).skip(1) {
            self.bind_before(group.start, NARROW);
        }
    }

    /// Binds `10 h 30` when `hour` starts it; gives the last figure that belongs to it.
    fn bind_time(&mut self, hour: Figure) -> Figure {
        let Some(minutes) = self.minutes(hour) else {
            return hour;
        };
        self.bind(hour.end, WIDE);
        self.bind_before(minutes.start, WIDE);
        minutes
    }

    /// The minutes of the time that `hour` starts.
    fn minutes(&self, hour: Figure) -> Option<Figure> {
        let text = self.text;
        let letter = text.across_space(hour.end)?;
        if !hour.is_hour() || text.after(letter) != Some('h') {
            return None;
        }
        let minutes = Figure::at(text, text.across_space(letter + 1)?);
        let bounded = !text.after_is(minutes.end, char::is_alphanumeric);
        (minutes.is_minutes() && bounded).then_some(minutes)
    }
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{assert_set, assert_unchanged};

    #[test]
    fn groups_of_digits_keep_together() {
        assert_set(&[("12 345 entreprises", "12⌇345 entreprises")]);
        assert_set(&[("1 234 567,89", "1⌇234⌇567,89"), ("(12 345 km)", "(12⌇345⌇km)")]);
    }

    #[test]
    fn digits_are_never_grouped_by_themselves() {
        assert_unchanged(&["12345", "2026", "69007", "loi 2005-102", "CO2 34"]);
    }

    #[test]
    fn figures_that_are_not_one_number_stay_apart() {
        assert_unchanged(&["05 56 12 34 56", "01 23 45 67 89", "+33 123 456", "0 800 123 456"]);
        assert_unchanged(&["en 2023 125 lieux", "12 3456", "1,5 234 567", "10:30 125 lieux"]);
    }

    #[test]
    fn times_keep_together() {
        assert_set(&[("10 h 30", "10⍽h⍽30"), ("2 h 05 min", "2⍽h⍽05⌇min")]);
        assert_set(&[("à 10 h 30 200 lieux", "à 10⍽h⍽30 200 lieux")]);
        assert_set(&[("pendant 10 h", "pendant 10⌇h"), ("10 h 3 fois", "10⌇h 3 fois")]);
    }
}
