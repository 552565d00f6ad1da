//! The signs and units that do not part from their number.

use super::numbers::Figure;
use super::text::{NARROW, WIDE};
use super::typesetter::Typesetter;

/// Signs that keep a whole space before them.
const SIGNS: &[&str] = &["€", "%"];

/// What counts thousands, millions and more of euros: `1,3 Md€`, `2 Mds €`.
const SCALES: &[&str] = &["k", "M", "Md", "Mds"];

/// Units: a short list on purpose, as a word that is in it by mistake is a fault in a sentence.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "k€", "M€", "Md€", "Mds€",
    "ko", "Mo", "Go", "To", "Po",
    "km", "m", "dm", "cm", "mm", "µm", "nm",
    "km²", "m²", "cm²", "mm²", "ha", "m³", "cm³",
    "l", "L", "cl", "ml", "mL",
    "t", "kg", "g", "mg", "µg",
    "h", "min", "s", "ms",
    "W", "kW", "MW", "GW", "TW",
    "Wh", "kWh", "MWh", "GWh", "TWh", "kWc", "MWc",
    "°C", "Hz", "kHz", "dB",
];

impl Typesetter<'_> {
    /// Binds to `figure` the unit that follows it: `50 €`, `4,5 km`, `2 Mds €`; not `3 choses`.
    pub(super) fn bind_unit(&mut self, figure: Figure) {
        let Some(start) = self.text.across_space(figure.end) else {
            return;
        };
        let end = self.end_of_unit(start);
        let unit = self.text.between(start, end);
        if self.goes_on(end) {
            // `5 m'importe`, `3 t-shirts`: the letter was not a word.
        } else if SIGNS.contains(&unit) {
            self.bind(figure.end, WIDE);
        } else if UNITS.contains(&unit) {
            self.bind(figure.end, NARROW);
        } else if SCALES.contains(&unit) && self.is_euro(end) {
            self.bind(figure.end, NARROW);
            self.bind(end, WIDE);
        }
    }

    fn end_of_unit(&self, start: usize) -> usize {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '°' | '€' | '%');
        self.text.end_of(start, is_part)
    }

    /// Whether a word goes on after the letters that end at `end`.
    fn goes_on(&self, end: usize) -> bool {
        match self.text.after(end) {
            Some('\'' | '’') => true,
            Some('-') => self.text.after_is(end + 1, char::is_alphabetic),
            _ => false,
        }
    }

    /// Whether a space and `€` follow `end`, and nothing more of a word.
    fn is_euro(&self, end: usize) -> bool {
        let start = self.text.across_space(end);
        start.is_some_and(|start| self.text.between(start, self.end_of_unit(start)) == "€")
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{assert_set, assert_unchanged};

    #[test]
    fn signs_keep_a_wide_space() {
        assert_set(&[("50 €", "50⍽€"), ("12 %", "12⍽%"), ("12,5 % de", "12,5⍽% de")]);
    }

    #[test]
    fn units_keep_a_narrow_space() {
        assert_set(&[("1,3 Md€", "1,3⌇Md€"), ("12 ko", "12⌇ko")]);
        assert_set(&[("4,5 km", "4,5⌇km"), ("6 °C", "6⌇°C"), ("2 Mds €", "2⌇Mds⍽€")]);
        assert_set(&[("90 km/h, 5 m.", "90⌇km/h, 5⌇m.")]);
    }

    #[test]
    fn a_unit_is_a_unit() {
        assert_unchanged(&["3 choses", "4 sets", "3 t-shirts", "5 m'", "2 M", "10 %d"]);
        assert_set(&[("5 m'importe", "5 m’importe")]);
    }

    #[test]
    fn only_an_existing_space_is_replaced() {
        assert_unchanged(&["10€", "10h30", "5km"]);
    }
}
