//! The words of dates, read from small letters: months, their abbreviations, days of the week.

use jiff::civil::Weekday;

use super::{ENGLISH_MONTHS, FRENCH_MONTHS};

/// Abbreviations of months in French, with the number of the month.
const ABBREVIATIONS: [(&str, i8); 9] = [
    ("janv", 1),
    ("févr", 2),
    ("fév", 2),
    ("avr", 4),
    ("juil", 7),
    ("sept", 9),
    ("oct", 10),
    ("nov", 11),
    ("déc", 12),
];

const WEEKDAYS: [(&str, &str, Weekday); 7] = [
    ("lundi", "Monday", Weekday::Monday),
    ("mardi", "Tuesday", Weekday::Tuesday),
    ("mercredi", "Wednesday", Weekday::Wednesday),
    ("jeudi", "Thursday", Weekday::Thursday),
    ("vendredi", "Friday", Weekday::Friday),
    ("samedi", "Saturday", Weekday::Saturday),
    ("dimanche", "Sunday", Weekday::Sunday),
];

/// The number of a month, from its name in French or English, in small letters.
#[must_use]
pub fn month_named(word: &str) -> Option<i8> {
    let is_word = |name: &&str| name.eq_ignore_ascii_case(word);
    let months = [FRENCH_MONTHS, ENGLISH_MONTHS];
    let full = months.iter().find_map(|names| names.iter().position(is_word));
    full.and_then(|index| i8::try_from(index + 1).ok()).or_else(|| month_abbreviated(word))
}

/// The number of a month, from its abbreviation in French without its full stop.
#[must_use]
pub fn month_abbreviated(word: &str) -> Option<i8> {
    ABBREVIATIONS.iter().find(|(short, _)| *short == word).map(|(_, month)| *month)
}

/// The day of the week of a name in French or English, in small letters.
#[must_use]
pub fn weekday_named(word: &str) -> Option<Weekday> {
    let found =
        WEEKDAYS.iter().find(|(french, english, _)| *french == word || english.eq_ignore_ascii_case(word));
    found.map(|(_, _, weekday)| *weekday)
}

/// The day of the week of an abbreviation in French without its full stop.
#[must_use]
pub fn weekday_abbreviated(word: &str) -> Option<Weekday> {
    let is_of = |name: &str| word.len() == 3 && name.starts_with(word);
    WEEKDAYS.iter().find(|(french, _, _)| is_of(french)).map(|(_, _, weekday)| *weekday)
}

/// The name of a day of the week in French, then in English.
#[must_use]
pub fn weekday_names(weekday: Weekday) -> (&'static str, &'static str) {
    let found = WEEKDAYS.iter().find(|(_, _, other)| *other == weekday);
    found.map_or(("", ""), |(french, english, _)| (french, english))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_both_languages() {
        assert_eq!(
            [month_named("août"), month_named("march"), month_named("sept")],
            [Some(8), Some(3), Some(9)]
        );
        assert_eq!(month_named("marsouin"), None);
        assert_eq!(weekday_named("mercredi"), weekday_named("wednesday"));
        assert_eq!(weekday_names(Weekday::Sunday), ("dimanche", "Sunday"));
    }
}
