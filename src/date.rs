//! Dates as sources give them: a day, a month, a year, an interval, a day with its hour.
//!
//! Every date is an interval of days, with the way in which it was written. This module must not
//! know today: it comes from the world, and reaches a caller as a [`Day`].

mod period;
mod word;

use std::fmt;

use jiff::{Span, civil};

pub use period::Period;

pub use jiff::civil::Weekday;
pub use word::{month_abbreviated, month_named, weekday_abbreviated, weekday_named, weekday_names};

use crate::language::Language;

/// One day of the calendar.
pub type Day = civil::Date;

/// A date, exact or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The first day that it may be.
    pub first: Day,
    /// The last day that it may be.
    pub last: Day,
    /// How it was written.
    pub precision: Precision,
}

/// How a date was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// `2023-03-27`
    Day,
    /// `2020-06`
    Month,
    /// `2020`
    Year,
    /// `2017-10-03/2018-06-24`
    Interval,
    /// `2026-12-01T08:00`, in the site's time zone
    Hour {
        /// From 0 to 23.
        hour: i8,
        /// From 0 to 59.
        minute: i8,
    },
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// It has not the shape of a date.
    Shape,
    /// It has the shape, and no such day is in the calendar.
    Impossible,
    /// No day has such an hour.
    Hour,
    /// The interval ends before it starts.
    Reversed,
}

impl Date {
    /// A single day.
    #[must_use]
    pub const fn day(day: Day) -> Self {
        Self { first: day, last: day, precision: Precision::Day }
    }

    /// Reads a date in one of the shapes of [`Precision`].
    ///
    /// # Errors
    /// Why the text is not a date.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        if let Some((from, until)) = text.split_once('/') {
            let (from, until) = (Self::parse_one(from)?, Self::parse_one(until)?);
            if until.last < from.first {
                return Err(DateError::Reversed);
            }
            return Ok(Self { first: from.first, last: until.last, precision: Precision::Interval });
        }
        Self::parse_one(text)
    }

    fn parse_one(text: &str) -> Result<Self, DateError> {
        if let Some((day, time)) = text.split_once('T') {
            return Self::parse_hour(day, time);
        }
        let parts: Vec<&str> = text.split('-').collect();
        match parts.as_slice() {
            [year] => {
                let year = digits(year, 4)?;
                Ok(Self { first: day(year, 1, 1)?, last: day(year, 12, 31)?, precision: Precision::Year })
            }
            [year, month] => {
                let first = day(digits(year, 4)?, digits(month, 2)?, 1)?;
                Ok(Self { first, last: first.last_of_month(), precision: Precision::Month })
            }
            [year, month, date] => day(digits(year, 4)?, digits(month, 2)?, digits(date, 2)?).map(Self::day),
            _ => Err(DateError::Shape),
        }
    }

    fn parse_hour(date: &str, time: &str) -> Result<Self, DateError> {
        let whole = Self::parse_one(date)?;
        let (hour, minute) = time.split_once(':').ok_or(DateError::Shape)?;
        let (hour, minute) = (digits(hour, 2)?, digits(minute, 2)?);
        if whole.precision != Precision::Day {
            return Err(DateError::Shape);
        }
        if hour > 23 || minute > 59 {
            return Err(DateError::Hour);
        }
        let narrow = |number| i8::try_from(number).map_err(|_| DateError::Hour);
        let precision = Precision::Hour { hour: narrow(hour)?, minute: narrow(minute)? };
        Ok(Self { precision, ..whole })
    }

    /// Whether all of it is past or today: what is only known to lie in an interval counts as
    /// known when the interval is over, so that nothing shows too early.
    #[must_use]
    pub fn is_by(&self, today: Day) -> bool {
        self.last <= today
    }

    /// The first day on which it has surely come, whatever the hour: a date with an hour has come when
    /// its day is over, for a build knows the day alone and must not leak what is to come in the evening.
    #[must_use]
    pub fn surely_come_on(&self) -> Day {
        match self.precision {
            Precision::Hour { .. } => self.last.tomorrow().unwrap_or(self.last),
            _ => self.last,
        }
    }

    /// Whether it ends before another begins, whatever day or hour each of them is in the end.
    #[must_use]
    pub fn is_surely_before(&self, other: &Self) -> bool {
        match (self.precision, other.precision) {
            (Precision::Hour { .. }, Precision::Hour { .. }) if self.first == other.first => {
                self.precision < other.precision
            }
            _ => self.last < other.first,
        }
    }

    /// Whether both may be the same day.
    #[must_use]
    pub fn may_overlap(&self, other: &Self) -> bool {
        !self.is_surely_before(other) && !other.is_surely_before(self)
    }

    /// The date so many years later, as inexact as this one; none beyond the calendar.
    #[must_use]
    pub fn years_later(&self, years: i64) -> Option<Self> {
        let years = Span::new().try_years(years).ok()?;
        self.moved(|day| day.checked_add(years).ok())
    }

    /// The day before, as inexact as this date; none before the calendar.
    #[must_use]
    pub fn day_before(&self) -> Option<Self> {
        self.moved(|day| day.yesterday().ok())
    }

    fn moved(&self, shift: impl Fn(Day) -> Option<Day>) -> Option<Self> {
        let (first, last) = (shift(self.first)?, shift(self.last)?);
        let precision = if first == last { Precision::Day } else { Precision::Interval };
        Some(Self { first, last, precision })
    }

    /// The year it starts in.
    #[must_use]
    pub fn year(&self) -> i16 {
        self.first.year()
    }

    /// The date for machines: `2023-03-27`, `2020-06`, `2020`; an interval gives its last day.
    #[must_use]
    pub fn machine(&self) -> String {
        match self.precision {
            Precision::Month => self.first.strftime("%Y-%m").to_string(),
            Precision::Year => self.first.strftime("%Y").to_string(),
            Precision::Hour { hour, minute } => format!("{}T{hour:02}:{minute:02}", self.first),
            Precision::Day | Precision::Interval => self.last.to_string(),
        }
    }

    /// The date in words: « 27 mars 2023 », “27 March 2023”; other languages get ISO dates.
    #[must_use]
    pub fn words(&self, language: &Language) -> String {
        let (first, last) = (self.first, self.last);
        match (self.precision, language.primary()) {
            (Precision::Interval, "fr") => {
                format!("entre le {} et le {}", day_words(first, language), day_words(last, language))
            }
            (Precision::Interval, "en") => {
                format!("between {} and {}", day_words(first, language), day_words(last, language))
            }
            (Precision::Month, _) => month_words(first, language),
            (Precision::Year, _) => first.year().to_string(),
            (Precision::Hour { hour, minute }, "fr") => {
                format!("{}, {hour}\u{A0}h\u{A0}{minute:02}", day_words(first, language))
            }
            (Precision::Hour { hour, minute }, _) => {
                format!("{}, {hour:02}:{minute:02}", day_words(first, language))
            }
            (Precision::Day, _) => day_words(first, language),
            (Precision::Interval, _) => format!("{first}/{last}"),
        }
    }
}

/// The date as writers type it.
impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.precision {
            Precision::Interval => write!(formatter, "{}/{}", self.first, self.last),
            _ => formatter.write_str(&self.machine()),
        }
    }
}

/// A number of exactly so many digits.
fn digits(text: &str, count: usize) -> Result<i16, DateError> {
    if text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().map_err(|_| DateError::Shape)
    } else {
        Err(DateError::Shape)
    }
}

fn day(year: i16, month: i16, day: i16) -> Result<Day, DateError> {
    let narrow = |number: i16| i8::try_from(number).map_err(|_| DateError::Impossible);
    if year == 0 {
        return Err(DateError::Impossible);
    }
    Day::new(year, narrow(month)?, narrow(day)?).map_err(|_| DateError::Impossible)
}

const FRENCH_MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_name(day: Day, names: &[&'static str; 12]) -> &'static str {
    let index = usize::try_from(day.month() - 1).unwrap_or(0);
    names.get(index).copied().unwrap_or("")
}

fn month_words(day: Day, language: &Language) -> String {
    match language.primary() {
        "fr" => format!("{} {}", month_name(day, &FRENCH_MONTHS), day.year()),
        "en" => format!("{} {}", month_name(day, &ENGLISH_MONTHS), day.year()),
        _ => day.strftime("%Y-%m").to_string(),
    }
}

/// A day in words; the first of a month is « 1er » in French.
#[must_use]
pub fn day_words(day: Day, language: &Language) -> String {
    match (language.primary(), day.day()) {
        ("fr", 1) => format!("1er\u{A0}{}", month_words(day, language)),
        ("fr" | "en", number) => format!("{number}\u{A0}{}", month_words(day, language)),
        _ => day.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, tag: &str) -> String {
        let language = Language::from_tag(tag).expect("a well-formed tag");
        Date::parse(text).expect("a date").words(&language).replace('\u{A0}', " ")
    }

    #[test]
    fn each_shape_is_read_and_worded() {
        assert_eq!(words("2023-03-27", "fr"), "27 mars 2023");
        assert_eq!(words("2026-03-01", "fr"), "1er mars 2026");
        assert_eq!(words("2026-03-01", "en"), "1 March 2026");
        assert_eq!(words("2020-06", "fr"), "juin 2020");
        assert_eq!(words("2020", "en"), "2020");
        assert_eq!(words("2026-12-01T08:00", "fr"), "1er décembre 2026, 8 h 00");
        assert_eq!(words("2017-10-03/2018-06-24", "fr"), "entre le 3 octobre 2017 et le 24 juin 2018");
        assert_eq!(words("2023-03-27", "de"), "2023-03-27");
    }

    #[test]
    fn what_is_no_date_says_why() {
        assert_eq!(Date::parse("27/03/2023"), Err(DateError::Shape));
        assert_eq!(Date::parse("27 mars 2023"), Err(DateError::Shape));
        assert_eq!(Date::parse("2023-02-29"), Err(DateError::Impossible));
        assert_eq!(Date::parse("2023-13"), Err(DateError::Impossible));
        assert_eq!(Date::parse("0000"), Err(DateError::Impossible));
        assert_eq!(Date::parse("2026-12-01T25:00"), Err(DateError::Hour));
        assert_eq!(Date::parse("2024/2023"), Err(DateError::Reversed));
        assert_eq!(Date::parse(""), Err(DateError::Shape));
    }

    fn date(text: &str) -> Date {
        Date::parse(text).expect("a date")
    }

    #[test]
    fn inexact_dates_are_in_order_only_where_each_of_their_days_is() {
        assert!(date("2022").is_surely_before(&date("2023-01-01")));
        assert!(!date("2022").is_surely_before(&date("2022-12-31")));
        assert!(!date("2022-12-31").is_surely_before(&date("2022")));
        assert!(date("2022").may_overlap(&date("2022-12-31")));
        assert!(date("2017-10-03/2018-06-24").may_overlap(&date("2018")));
        assert!(!date("2017").may_overlap(&date("2018")));
    }

    #[test]
    fn a_date_moves_within_the_calendar_and_stays_as_inexact() {
        assert_eq!(
            date("2023-01-01").years_later(4).and_then(|it| it.day_before()),
            Some(date("2026-12-31"))
        );
        assert_eq!(date("2019").years_later(1), Some(date("2020-01-01/2020-12-31")));
        assert_eq!(date("2024-02-29").years_later(1), Some(date("2025-02-28")));
        assert_eq!(date("9999-12-31").years_later(1), None);
        assert_eq!(date("2023").years_later(i64::MAX), None);
        assert_eq!(date("0001-01-01").years_later(-20_000), None);
    }

    #[test]
    fn a_date_is_told_as_it_is_written() {
        for text in ["2023-03-27", "2020-06", "2020", "2017-10-03/2018-06-24", "2026-12-01T08:00"] {
            assert_eq!(date(text).to_string(), text);
        }
    }

    #[test]
    fn an_imprecise_date_is_known_when_it_is_over() {
        let year = Date::parse("2019").expect("a date");
        assert!(!year.is_by(Day::constant(2019, 6, 1)));
        assert!(year.is_by(Day::constant(2019, 12, 31)));
    }
}
