//! A time axis from one year to another, as drawings stand on it: places in percent of the width,
//! so that a drawing is as wide as its page and its letters keep their size.

use serde::Serialize;

use crate::date::{Date, Day};

/// How many years at most bear their number.
const TICKS: i16 = 7;

/// Whole years, one after another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    first: Day,
    last: Day,
}

/// A year on an axis.
#[derive(Clone, Debug, Serialize)]
pub struct TickView {
    /// The place of its first day, in percent.
    pub x: f64,
    /// The year.
    pub year: i16,
}

/// From one place to another on an axis, in percent.
#[derive(Clone, Debug, Serialize)]
pub struct SpanView {
    /// Where it starts.
    pub from: f64,
    /// Where it ends.
    pub until: f64,
    /// How many dots stand for it.
    pub dots: i64,
}

impl Axis {
    /// The whole years around days; nothing where there is no day.
    pub fn around(days: impl IntoIterator<Item = Day> + Clone) -> Option<Self> {
        let (first, last) = (days.clone().into_iter().min()?, days.into_iter().max()?);
        let last = Day::new(last.year().checked_add(1)?, 1, 1).ok()?;
        Some(Self { first: Day::new(first.year(), 1, 1).ok()?, last })
    }

    /// Where a day stands, in percent to a tenth: from 5 to 95, so that the first and last years keep
    /// their numbers within the drawing.
    pub fn place(self, day: Day) -> f64 {
        let part = days(self.first, day) / days(self.first, self.last);
        (50. + part * 900.).round() / 10.
    }

    /// From a day to another, with a dot for each so many months, and at least one.
    pub fn span(self, from: Day, until: Day, months: i64) -> SpanView {
        let own = month_number(until) - month_number(from) + i64::from(until.day() >= from.day());
        SpanView { from: self.place(from), until: self.place(until), dots: (own / months).max(1) }
    }

    /// The days that a date may be, as a span.
    pub fn date(self, date: Date) -> SpanView {
        SpanView { from: self.place(date.first), until: self.place(date.last), dots: 1 }
    }

    /// How many months a dot stands for, so that dots do not touch on a telephone.
    pub fn months_a_dot(self) -> i64 {
        match self.years() {
            ..=8 => 3,
            9..=16 => 6,
            _ => 12,
        }
    }

    /// Years that bear their number.
    pub fn ticks(self) -> Vec<TickView> {
        let step = [1, 2, 5, 10, 20, 50].into_iter().find(|step| self.years() / step < TICKS).unwrap_or(100);
        let years = self.first.year()..=self.last.year();
        let years = years.filter(|year| year % step == 0);
        years.filter_map(|year| Some(TickView { x: self.place(Day::new(year, 1, 1).ok()?), year })).collect()
    }

    fn years(self) -> i16 {
        self.last.year() - self.first.year()
    }
}

fn days(from: Day, until: Day) -> f64 {
    f64::from(from.until(until).map_or(0, |span| span.get_days()))
}

fn month_number(day: Day) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month())
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Day = Day::constant(2023, 1, 1);

    #[test]
    fn an_axis_holds_whole_years() {
        let axis = Axis::around([Day::constant(2026, 5, 2), Day::constant(2023, 3, 27)]).expect("days");
        assert_eq!((axis.place(START), axis.place(Day::constant(2027, 1, 1))), (5., 95.));
        assert_eq!(axis.place(Day::constant(2025, 1, 1)).to_string(), "50");
        assert_eq!(
            axis.ticks().iter().map(|tick| tick.year).collect::<Vec<_>>(),
            [2023, 2024, 2025, 2026, 2027]
        );
        assert!(Axis::around([]).is_none());
    }

    #[test]
    fn a_dot_stands_for_so_many_months() {
        let axis = Axis::around([START, Day::constant(2026, 12, 31)]).expect("days");
        assert_eq!(axis.span(START, Day::constant(2026, 12, 31), axis.months_a_dot()).dots, 16);
        assert_eq!(axis.span(START, Day::constant(2023, 1, 20), 3).dots, 1);
    }

    #[test]
    fn a_long_axis_bears_few_numbers() {
        let axis = Axis::around([Day::constant(2005, 1, 1), Day::constant(2026, 12, 31)]).expect("days");
        let years: Vec<i16> = axis.ticks().iter().map(|tick| tick.year).collect();
        assert_eq!(years, [2005, 2010, 2015, 2020, 2025]);
    }
}
