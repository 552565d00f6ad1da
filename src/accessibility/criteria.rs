//! The 106 criteria of the French standard, RGAA 4.1.2, by number, in words of our own.
//!
//! `criteria.tsv` holds one a line: number, WCAG level, what is asked in French and in English, how to
//! look at it in French and in English. The level is AA where one of the WCAG criteria that a
//! criterion refers to is.

use std::fmt;
use std::sync::LazyLock;

use crate::language::Language;
use crate::locale::{Bilingual, Locale, both};

/// The standard that the criteria are of.
pub const STANDARD: &str = "RGAA 4.1.2";

/// The number of a criterion: its theme, then its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    /// From 1 to 13.
    pub theme: u8,
    /// From 1.
    pub place: u8,
}

/// One criterion.
#[derive(Clone, Copy, Debug)]
pub struct Criterion {
    /// Its number.
    pub number: Number,
    /// `A` or `AA`.
    pub level: &'static str,
    /// What it asks.
    pub label: Bilingual,
    /// How to look at it.
    pub how: Bilingual,
}

/// A group of criteria.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// From 1 to 13.
    pub number: u8,
    /// Its name.
    pub name: Bilingual,
}

/// The themes, in order.
pub static THEMES: [Theme; 13] = [
    theme(1, both("Images", "Images")),
    theme(2, both("Cadres", "Frames")),
    theme(3, both("Couleurs", "Colours")),
    theme(4, both("Multimédia", "Multimedia")),
    theme(5, both("Tableaux", "Tables")),
    theme(6, both("Liens", "Links")),
    theme(7, both("Scripts", "Scripts")),
    theme(8, both("Éléments obligatoires", "Required elements")),
    theme(9, both("Structure de l’information", "Structure of information")),
    theme(10, both("Présentation de l’information", "Presentation of information")),
    theme(11, both("Formulaires", "Forms")),
    theme(12, both("Navigation", "Navigation")),
    theme(13, both("Consultation", "Browsing")),
];

const fn theme(number: u8, name: Bilingual) -> Theme {
    Theme { number, name }
}

static CRITERIA: LazyLock<Vec<Criterion>> =
    LazyLock::new(|| include_str!("criteria.tsv").lines().filter_map(read).collect());

/// Every criterion, in order.
#[must_use]
pub fn criteria() -> &'static [Criterion] {
    &CRITERIA
}

/// The criterion of a number.
#[must_use]
pub fn criterion(number: Number) -> Option<&'static Criterion> {
    let place = CRITERIA.binary_search_by_key(&number, |criterion| criterion.number).ok()?;
    CRITERIA.get(place)
}

impl Theme {
    /// Its criteria, in order.
    pub fn criteria(&self) -> impl Iterator<Item = &'static Criterion> + use<> {
        let number = self.number;
        CRITERIA.iter().filter(move |criterion| criterion.number.theme == number)
    }
}

/// The words of a bilingual text for a page, with their language: French pages get the French.
#[must_use]
pub fn words_for(text: Bilingual, page: &Language) -> (&'static str, Option<Language>) {
    let (locale, tag) = if page.is_french() { (Locale::French, "fr") } else { (Locale::English, "en") };
    let own = if page.primary() == tag { Some(page.clone()) } else { Language::from_tag(tag) };
    (text.get(locale), own)
}

impl Number {
    /// Reads `1.1`, whether there is such a criterion or not.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (theme, place) = text.split_once('.')?;
        let is_plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()) && !part.starts_with('0');
        let (theme, place) = (is_plain(theme).then_some(theme)?, is_plain(place).then_some(place)?);
        Some(Self { theme: theme.parse().ok()?, place: place.parse().ok()? })
    }
}

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.theme, self.place)
    }
}

fn read(line: &'static str) -> Option<Criterion> {
    let mut parts = line.split('\t');
    let mut part = || parts.next();
    let (number, level) = (Number::parse(part()?)?, part()?);
    Some(Criterion { number, level, label: both(part()?, part()?), how: both(part()?, part()?) })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_standard_has_106_criteria_in_13_themes() {
        let counts: Vec<usize> = THEMES.iter().map(|theme| theme.criteria().count()).collect();
        assert_eq!(counts, [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12]);
        assert_eq!(criteria().len(), 106);
        for theme in &THEMES {
            let places: Vec<u8> = theme.criteria().map(|criterion| criterion.number.place).collect();
            let expected: Vec<u8> = (1..).take(places.len()).collect();
            assert_eq!(places, expected, "theme {}", theme.number);
        }
    }

    #[test]
    fn each_criterion_says_what_it_asks_and_how_to_look_in_words_of_its_own() {
        let mut said = BTreeSet::new();
        for criterion in criteria() {
            assert!(["A", "AA"].contains(&criterion.level), "{}", criterion.number);
            for words in [criterion.label, criterion.how] {
                assert!(words.french.len() > 10 && words.french != words.english, "{}", criterion.number);
                assert!(
                    !words.french.ends_with(['.', '?']),
                    "{}: no sentence of the standard",
                    criterion.number
                );
            }
            assert!(said.insert(criterion.label.french), "{} says what another says", criterion.number);
        }
        let double_a = criteria().iter().filter(|criterion| criterion.level == "AA");
        let double_a: Vec<String> = double_a.map(|criterion| criterion.number.to_string()).collect();
        assert_eq!(
            double_a.join(" "),
            "1.8 3.2 3.3 4.5 4.6 7.3 7.5 8.7 8.8 9.1 10.4 10.5 10.7 10.11 10.12 10.13 11.1 11.2 11.3 11.11 11.12 11.13 12.1 12.2 12.3 12.4 12.5 12.7 13.9"
        );
    }

    #[test]
    fn a_number_is_read_and_told_as_it_is_written() {
        for text in ["1.1", "1.9", "10.14", "13.12"] {
            let number = Number::parse(text).expect("a number");
            assert_eq!(number.to_string(), text);
            assert!(criterion(number).is_some(), "{text}");
        }
        for text in ["", "1", "1.", ".1", "01.1", "1.01", "1.1.1", "1,1", "300.1", "+1.1"] {
            assert!(Number::parse(text).is_none(), "{text}");
        }
        assert!(criterion(Number { theme: 6, place: 3 }).is_none());
    }
}
