//! Days with their weekday: kept where it is wrong, or where the year goes without saying.

use std::ops::Range;

use super::Claim;
use super::calendar::Mention;
use super::sentence::Sentence;
use crate::date::Day;

/// The claims of a date, with their tokens.
pub fn claims(sentence: Sentence<'_>, mention: &Mention) -> Vec<(Range<usize>, Claim)> {
    let Some(month) = mention.month else { return Vec::new() };
    // Another year in the text may be the one that is meant.
    let is_dated = sentence.follows_year || (0..sentence.len()).any(|at| sentence.year(at).is_some());
    let year = mention.year;
    if year.is_none() && is_dated {
        return Vec::new();
    }
    let of_day = |named: &super::calendar::NamedDay| {
        let weekday = named.weekday?;
        let is_right = |year| Day::new(year, month, named.day).map_or(true, |day| day.weekday() == weekday);
        if year.is_some_and(is_right) {
            return None;
        }
        Some((named.from..mention.tokens.end, Claim::Weekday { weekday, month, day: named.day, year }))
    };
    mention.days.iter().filter_map(of_day).collect()
}
