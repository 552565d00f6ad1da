//! The dates that a sentence names: days, months, years, in the words of French and English.

use std::ops::Range;

use super::sentence::Sentence;
use crate::date::{Day, Weekday, month_abbreviated, month_named, weekday_abbreviated, weekday_named};

/// Words between days of one month.
const JOINTS: [&str; 5] = ["et", "au", "ou", "and", "to"];
/// Words before a year that stands alone.
const BEFORE_YEAR: [&str; 8] = ["en", "pour", "fin", "début", "ici", "année", "courant", "in"];

/// A date that a sentence names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its tokens, weekday left out.
    pub tokens: Range<usize>,
    /// Its days; none for a month or a year.
    pub days: Vec<NamedDay>,
    /// Its month, from 1; none for a year.
    pub month: Option<i8>,
    /// Its year.
    pub year: Option<i16>,
}

/// A day of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedDay {
    /// Where it begins, its weekday included.
    pub from: usize,
    pub day: i8,
    pub weekday: Option<Weekday>,
}

impl Mention {
    /// The last day that it may be; `None` without a year, or where there is no such day.
    pub fn last(&self) -> Option<Day> {
        let year = self.year?;
        let month = self.month.unwrap_or(12);
        let Some(day) = self.days.iter().map(|named| named.day).max() else {
            return Day::new(year, month, 1).ok().map(Day::last_of_month);
        };
        Day::new(year, month, day).ok()
    }

    /// Where it begins, its first weekday included.
    pub fn from(&self) -> usize {
        self.days.first().map_or(self.tokens.start, |day| day.from)
    }
}

/// The dates of a sentence, in order.
pub fn mentions(sentence: Sentence<'_>) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        let mention = sentence.number(at).and_then(|_| mention(sentence, at));
        at = mention.as_ref().map_or(at + 1, |mention| mention.tokens.end);
        found.extend(mention);
    }
    share_years(sentence, &mut found);
    found
}

/// « du 28 février au 3 mars 2023 » : the first has the year of the second.
fn share_years(sentence: Sentence<'_>, mentions: &mut [Mention]) {
    for index in (1..mentions.len()).rev() {
        let (before, after) = mentions.split_at_mut(index);
        let (Some(first), Some(second)) = (before.last_mut(), after.first()) else { continue };
        let between = first.tokens.end..second.from();
        let is_joint = |at| {
            JOINTS.contains(&sentence.word(at)) || sentence.is_mark(at, '-') || sentence.word(at) == "le"
        };
        if first.year.is_none()
            && between.len() <= 2
            && !between.is_empty()
            && between.into_iter().all(is_joint)
        {
            let is_earlier = first.month <= second.month;
            first.year = second.year.map(|year| if is_earlier { year } else { year - 1 });
        }
    }
}

fn mention(sentence: Sentence<'_>, at: usize) -> Option<Mention> {
    let found = numeric(sentence, at).or_else(|| days(sentence, at)).or_else(|| english(sentence, at));
    found.or_else(|| month_or_year(sentence, at))
}

/// « 27 mars 2023 », « 5 et 6 février », « lundi 3 au mercredi 5 mars 2023 ».
fn days(sentence: Sentence<'_>, start: usize) -> Option<Mention> {
    let mut at = start;
    let mut days = Vec::new();
    loop {
        days.push(named_day(sentence, at)?);
        at += 1;
        if month_named(sentence.word(at)).is_some() {
            break;
        }
        at = next_day(sentence, at).filter(|_| days.len() < 6)?;
    }
    let word = sentence.word(at);
    let month = month_named(word);
    at += 1;
    if month_abbreviated(word).is_some() && sentence.is_mark(at, '.') {
        at += 1;
    }
    let year = sentence.year(at);
    Some(Mention { tokens: start..at + usize::from(year.is_some()), days, month, year })
}

/// Where the next day of a list stands, after what joins it to the one before.
fn next_day(sentence: Sentence<'_>, mut at: usize) -> Option<usize> {
    let has_comma = sentence.is_mark(at, ',');
    let is_joined = JOINTS.contains(&sentence.word(at)) || has_comma || sentence.is_mark(at, '-');
    if !is_joined {
        return None;
    }
    at += 1;
    at += usize::from(has_comma && JOINTS.contains(&sentence.word(at)));
    at += usize::from(sentence.word(at) == "le");
    at += usize::from(weekday_named(sentence.word(at)).is_some());
    sentence.number(at).map(|_| at)
}

fn named_day(sentence: Sentence<'_>, at: usize) -> Option<NamedDay> {
    let number = sentence.number(at).filter(|number| (1..=31).contains(number))?;
    let day = i8::try_from(number).ok()?;
    let (from, weekday) = weekday_before(sentence, at);
    Some(NamedDay { from, day, weekday })
}

/// The weekday before a day, a comma between them or not.
fn weekday_before(sentence: Sentence<'_>, at: usize) -> (usize, Option<Weekday>) {
    let back = if at > 0 && sentence.is_mark(at - 1, ',') { 2 } else { 1 };
    if at > 0 && sentence.is_mark(at - 1, '.') && weekday_abbreviated(sentence.word_before(at, 2)).is_some() {
        return (at - 2, weekday_abbreviated(sentence.word_before(at, 2)));
    }
    match weekday_named(sentence.word_before(at, back)) {
        Some(weekday) => (at - back, Some(weekday)),
        None => (at, None),
    }
}

/// “March 27, 2023”, after a weekday: without one, a number after a month is more often a year or a count.
fn english(sentence: Sentence<'_>, at: usize) -> Option<Mention> {
    let month = month_named(sentence.word_before(at, 1))?;
    let (from, weekday) = weekday_before(sentence, at.checked_sub(1)?);
    let day = NamedDay { from, weekday: Some(weekday?), ..named_day(sentence, at)? };
    let year_at = at + 1 + usize::from(sentence.is_mark(at + 1, ','));
    let year = sentence.year(year_at);
    let end = if year.is_some() { year_at + 1 } else { at + 1 };
    Some(Mention { tokens: at - 1..end, days: vec![day], month: Some(month), year })
}

/// « 27/03/2023 ».
fn numeric(sentence: Sentence<'_>, at: usize) -> Option<Mention> {
    let is_parted = sentence.is_mark(at + 1, '/') && sentence.is_mark(at + 3, '/');
    let month = sentence.number(at + 2).filter(|month| is_parted && (1..=12).contains(month))?;
    let year = sentence.year(at + 4)?;
    let days = vec![named_day(sentence, at)?];
    Some(Mention { tokens: at..at + 5, days, month: i8::try_from(month).ok(), year: Some(year) })
}

/// « juin 2020 », « en 2020 ».
fn month_or_year(sentence: Sentence<'_>, at: usize) -> Option<Mention> {
    let year = sentence.year(at)?;
    let month = month_named(sentence.word_before(at, 1));
    let is_by_then = sentence.reads(at.saturating_sub(2), &["ici", "à"]);
    if month.is_none() && !is_by_then && !BEFORE_YEAR.contains(&sentence.word_before(at, 1)) {
        return None;
    }
    let start = if month.is_some() { at - 1 } else { at };
    Some(Mention { tokens: start..at + 1, days: Vec::new(), month, year: Some(year) })
}
