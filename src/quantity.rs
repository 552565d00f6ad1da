//! Numbers as people write them, with their order of magnitude, unit and nuance.
//!
//! « 1,3 Md€ », « 1,3 Mds d'euros », « 1 600 », « > 1 100 », « 83 % » are read without losing a
//! digit, and written again as the language of a page writes them.

mod bounds;
mod bytes;
mod duration;
mod weight;

use std::sync::Arc;

pub use bounds::Bounds;
pub use bytes::bytes_words;
pub use duration::Duration;
pub use weight::Weight;

use crate::language::Language;

/// A number with its order of magnitude and unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// All digits, without the decimal mark.
    digits: u64,
    /// How many of them follow the decimal mark.
    decimals: u8,
    /// In what the number counts.
    pub scale: Scale,
    /// The unit after it, if any: `€`, `%`, `km`.
    pub unit: Option<Arc<str>>,
    /// The nuance that stands before it, if any.
    pub qualifier: Option<Qualifier>,
}

/// An order of magnitude written as a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// As it stands.
    One,
    /// `k`
    Thousand,
    /// `M`, million
    Million,
    /// `Md`, milliard
    Billion,
}

impl Scale {
    /// By what it multiplies.
    const fn factor(self) -> f64 {
        match self {
            Self::One => 1.0,
            Self::Thousand => 1e3,
            Self::Million => 1e6,
            Self::Billion => 1e9,
        }
    }
}

/// How exact a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualifier {
    /// As it stands.
    Exact,
    /// Environ.
    About,
    /// Plus de.
    MoreThan,
    /// Moins de.
    LessThan,
    /// Près de.
    Nearly,
    /// Objectif : what is aimed at, not what is.
    Target,
}

impl Qualifier {
    /// Reads the canonical word of the schema.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "exact" => Self::Exact,
            "about" => Self::About,
            "more-than" => Self::MoreThan,
            "less-than" => Self::LessThan,
            "nearly" => Self::Nearly,
            "target" => Self::Target,
            _ => return None,
        })
    }

    /// The canonical word of the schema.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::MoreThan => "more-than",
            Self::LessThan => "less-than",
            Self::Nearly => "nearly",
            Self::Target => "target",
        }
    }

    const fn words(self, french: bool) -> &'static str {
        match (self, french) {
            (Self::Exact, _) => "",
            (Self::About, true) => "environ ",
            (Self::About, false) => "about ",
            (Self::MoreThan, true) => "plus de ",
            (Self::MoreThan, false) => "more than ",
            (Self::LessThan, true) => "moins de ",
            (Self::LessThan, false) => "less than ",
            (Self::Nearly, true) => "près de ",
            (Self::Nearly, false) => "nearly ",
            (Self::Target, true) => "objectif\u{A0}: ",
            (Self::Target, false) => "target: ",
        }
    }
}

/// What may stand before the number, and what it says of it.
const NUANCES: [(&str, Qualifier); 10] = [
    (">", Qualifier::MoreThan),
    ("<", Qualifier::LessThan),
    ("~", Qualifier::About),
    ("≈", Qualifier::About),
    ("plus de ", Qualifier::MoreThan),
    ("moins de ", Qualifier::LessThan),
    ("près de ", Qualifier::Nearly),
    ("environ ", Qualifier::About),
    ("more than ", Qualifier::MoreThan),
    ("about ", Qualifier::About),
];

/// Words of magnitude, the longest of a beginning first.
const SCALES: [(&str, Scale); 11] = [
    ("milliards", Scale::Billion),
    ("milliard", Scale::Billion),
    ("millions", Scale::Million),
    ("million", Scale::Million),
    ("Mds", Scale::Billion),
    ("Mrd", Scale::Billion),
    ("Md", Scale::Billion),
    ("bn", Scale::Billion),
    ("mille", Scale::Thousand),
    ("M", Scale::Million),
    ("k", Scale::Thousand),
];

const EURO_WORDS: [&str; 5] = ["euros", "euro", "EUR", "€", "d’euros"];

impl Quantity {
    /// Reads a number as people write it; `None` where it cannot be read without a guess.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (qualifier, rest) = split_nuance(text);
        let number_end = rest
            .char_indices()
            .find(|(at, character)| !is_number_part(rest, *at, *character))
            .map_or(rest.len(), |(at, _)| at);
        let (digits, decimals) = read_number(rest.get(..number_end)?.trim())?;
        let (scale, unit) = split_scale(rest.get(number_end..)?.trim())?;
        Some(Self { digits, decimals, scale, unit, qualifier })
    }

    /// The value, for comparing.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "figures of a federation have far fewer than 16 digits")]
    pub fn value(&self) -> f64 {
        self.digits as f64 * self.scale.factor() / 10f64.powi(i32::from(self.decimals))
    }

    /// The number as the language writes it, with its nuance and unit.
    #[must_use]
    pub fn words(&self, language: &Language) -> String {
        let french = language.is_french();
        let nuance = self.qualifier.map_or("", |qualifier| qualifier.words(french));
        let number = self.number(french);
        let unit = self.unit.as_deref().unwrap_or("");
        if french {
            let scale = match self.scale {
                Scale::One => "",
                Scale::Thousand => "k",
                Scale::Million => "M",
                Scale::Billion => "Md",
            };
            let space = match (scale, unit) {
                ("", "") => "",
                ("", "€" | "%") => "\u{A0}",
                _ => "\u{202F}",
            };
            return format!("{nuance}{number}{space}{scale}{unit}");
        }
        let scale = match self.scale {
            Scale::One => "",
            Scale::Thousand => " thousand",
            Scale::Million => " million",
            Scale::Billion => " billion",
        };
        match unit {
            "€" => format!("{nuance}€{number}{scale}"),
            "" | "%" => format!("{nuance}{number}{scale}{unit}"),
            _ => format!("{nuance}{number}{scale} {unit}"),
        }
    }

    /// The digits, in groups of three from the fifth on in French (« 1 600 » too, as in tables of
    /// figures), with the language's decimal mark.
    fn number(&self, french: bool) -> String {
        let (group, mark) = if french { ('\u{202F}', ',') } else { (',', '.') };
        let digits = format!("{:0width$}", self.digits, width = usize::from(self.decimals) + 1);
        let (whole, decimals) = digits.split_at(digits.len() - usize::from(self.decimals));
        let mut number = String::with_capacity(digits.len() + 8);
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                number.push(group);
            }
            number.push(digit);
        }
        if !decimals.is_empty() {
            number.push(mark);
            number.push_str(decimals);
        }
        number
    }
}

/// A count, grouped as the language groups digits.
#[must_use]
pub fn count_words(count: usize, language: &Language) -> String {
    let quantity =
        Quantity { digits: count as u64, decimals: 0, scale: Scale::One, unit: None, qualifier: None };
    quantity.words(language)
}

fn split_nuance(text: &str) -> (Option<Qualifier>, &str) {
    NUANCES
        .iter()
        .find_map(|(word, qualifier)| Some((Some(*qualifier), text.strip_prefix(word)?.trim_start())))
        .unwrap_or((None, text))
}

/// Digits, and what may part them where a digit follows.
fn is_number_part(text: &str, at: usize, character: char) -> bool {
    let next = text.get(at + character.len_utf8()..).and_then(|rest| rest.chars().next());
    match character {
        '0'..='9' => true,
        ' ' | '\u{A0}' | '\u{202F}' | ',' | '.' => next.is_some_and(|next| next.is_ascii_digit()),
        _ => false,
    }
}

/// The digits and the count of decimals of `1 234,56`; groups must have three digits.
fn read_number(text: &str) -> Option<(u64, u8)> {
    let (whole, decimals) = text.split_once([',', '.']).unwrap_or((text, ""));
    let groups: Vec<&str> = whole.split([' ', '\u{A0}', '\u{202F}']).collect();
    let (first, others) = groups.split_first()?;
    let grouped_well = others.iter().all(|group| group.len() == 3) && (others.is_empty() || first.len() <= 3);
    if first.is_empty() || !grouped_well || decimals.contains([',', '.', ' ', '\u{A0}', '\u{202F}']) {
        return None;
    }
    // `1,600` is 1.6 for some and 1 600 for others: nobody writes a figure to the thousandth.
    if decimals.len() == 3 {
        return None;
    }
    let digits = groups.concat() + decimals;
    Some((digits.parse().ok()?, u8::try_from(decimals.len()).ok()?))
}

/// The magnitude and unit that follow a number; `None` where the words are not understood.
fn split_scale(text: &str) -> Option<(Scale, Option<Arc<str>>)> {
    let (scale, rest) = SCALES
        .iter()
        .find_map(|(word, scale)| {
            let rest = text.strip_prefix(word)?;
            // `km` is a unit, not thousands: a magnitude stands before a space, a currency or the end.
            let ends = rest.is_empty() || rest.starts_with([' ', '\u{A0}', '\u{202F}', '€']);
            ends.then_some((*scale, rest))
        })
        .unwrap_or((Scale::One, text));
    let rest = rest.trim();
    let unit = rest.strip_prefix("d'").or_else(|| rest.strip_prefix("d’")).unwrap_or(rest);
    if unit.is_empty() {
        return Some((scale, None));
    }
    if EURO_WORDS.contains(&unit) {
        return Some((scale, Some("€".into())));
    }
    let is_unit = unit.chars().count() <= 12 && !unit.chars().any(|character| character.is_ascii_digit());
    is_unit.then(|| (scale, Some(unit.into())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn french(text: &str) -> Option<String> {
        Quantity::parse(text)
            .map(|quantity| quantity.words(&Language::french()).replace(['\u{A0}', '\u{202F}'], " "))
    }

    #[test]
    fn the_ways_people_write_numbers_are_read() {
        for (written, shown) in [
            ("1,3 Md€", "1,3 Md€"),
            ("1,3 Mds d'euros", "1,3 Md€"),
            ("55 milliards d’euros", "55 Md€"),
            ("1 600", "1 600"),
            ("1600", "1 600"),
            ("> 1 100", "plus de 1 100"),
            ("environ 550", "environ 550"),
            ("83 %", "83 %"),
            ("0,5 %", "0,5 %"),
            ("3 M€", "3 M€"),
            ("12 km", "12 km"),
            ("21 000", "21 000"),
        ] {
            assert_eq!(french(written).as_deref(), Some(shown), "{written}");
        }
    }

    #[test]
    fn what_needs_a_guess_is_refused() {
        for written in
            ["", "beaucoup", "12 34", "1,2,3", "1,600", "1.600", "entre 3 et 4", "1 600 ou 1 700", "douze"]
        {
            assert_eq!(french(written), None, "{written}");
        }
    }

    #[test]
    fn english_pages_write_english_numbers() {
        let english = Language::from_tag("en").expect("a tag");
        let words = |text| Quantity::parse(text).map(|quantity| quantity.words(&english));
        assert_eq!(words("1,3 Md€").as_deref(), Some("€1.3 billion"));
        assert_eq!(words("18 500").as_deref(), Some("18,500"));
    }

    #[test]
    fn values_compare_whatever_their_magnitude() {
        let value = |text| Quantity::parse(text).map(|quantity| quantity.value());
        assert_eq!(value("1,3 Md€"), value("1 300 M€"));
    }
}
