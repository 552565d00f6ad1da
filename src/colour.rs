//! Colours as style sheets write them, `#rrggbb`, and how well one is read on another.
//!
//! Luminance and contrast are those of WCAG 2.2 (<https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>
//! and `#dfn-contrast-ratio`). This module must not know what a colour is for.

mod oklab;

use std::fmt;

use oklab::Oklab;

/// A colour of sRGB, eight bits a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// Into how many steps the way from black to white is cut when a colour is moved: finer than eight bits.
const STEPS: u16 = 1000;

impl Colour {
    /// Reads `#rrggbb`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        // A number may begin with a sign, a colour may not.
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self { red, green, blue })
    }

    /// How much light it gives, from 0 for black to 1 for white.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// How far two colours stand apart, from 1 to 21, whichever is the ground.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance() + 0.05, other.luminance() + 0.05);
        if one < two { two / one } else { one / two }
    }

    /// Whether it has a contrast on each ground.
    #[must_use]
    pub fn reaches(self, contrast: f64, grounds: &[Self]) -> bool {
        grounds.iter().all(|ground| self.contrast(*ground) >= contrast)
    }

    /// The nearest colour of the same hue that has a contrast on each ground: lighter or darker only as
    /// far as it must be, and no greyer than screens ask. Nothing where there is none.
    #[must_use]
    pub fn nearest_with(self, contrast: f64, grounds: &[Self]) -> Option<Self> {
        if self.reaches(contrast, grounds) {
            return Some(self);
        }
        let own = Oklab::of(self.linear());
        let moved = |step: u16| {
            let distance = f64::from(step) / f64::from(STEPS);
            [own.lightness - distance, own.lightness + distance]
        };
        let lightnesses = (1..=STEPS).flat_map(moved).filter(|lightness| (0.0..=1.0).contains(lightness));
        // Looked at again once it is rounded to eight bits: what is proposed is what is written.
        let mut shades = lightnesses.map(|lightness| Self::from_linear(own.at(lightness).displayable()));
        shades.find(|shade| shade.reaches(contrast, grounds))
    }

    /// Each channel as an amount of light, from 0 to 1.
    fn linear(self) -> [f64; 3] {
        [self.red, self.green, self.blue].map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// The nearest colour of amounts of light.
    fn from_linear(linear: [f64; 3]) -> Self {
        let [red, green, blue] = linear.map(|light| {
            let light = light.clamp(0.0, 1.0);
            let value =
                if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "it is from 0 to 255"
            )]
            let channel = (value * 255.0).round() as u8;
            channel
        });
        Self { red, green, blue }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).expect("a colour")
    }

    #[test]
    fn a_colour_is_six_digits_after_a_hash() {
        assert_eq!(colour("#0b5C6b").to_string(), "#0b5c6b");
        for text in ["", "#fff", "0b5c6b", "#0b5c6", "#0b5c6bff", "#+b5c6b", "#gg0000", "#ééé", "teal"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn contrasts_are_those_that_are_published() {
        for (one, other, contrast) in [
            ("#000000", "#ffffff", 21.0),
            ("#ffffff", "#ffffff", 1.0),
            ("#767676", "#ffffff", 4.54),
            ("#777777", "#ffffff", 4.48),
            ("#ff0000", "#ffffff", 4.0),
            ("#0000ff", "#ffffff", 8.59),
            ("#ffff00", "#ffffff", 1.07),
        ] {
            let found = colour(one).contrast(colour(other));
            assert!((found - contrast).abs() < 0.005, "{one} on {other}: {found}");
            assert!((found - colour(other).contrast(colour(one))).abs() < f64::EPSILON);
        }
    }

    #[test]
    fn the_nearest_keeps_its_hue_and_goes_the_way_that_the_grounds_ask() {
        let nearest = |text: &str, grounds: &[&str]| {
            let grounds: Vec<Colour> = grounds.iter().map(|ground| colour(ground)).collect();
            colour(text).nearest_with(4.5, &grounds).map(|colour| colour.to_string())
        };
        assert_eq!(nearest("#777777", &["#ffffff"]).as_deref(), Some("#767676"));
        assert_eq!(nearest("#f2c200", &["#ffffff", "#f6f3f8"]).as_deref(), Some("#896c00"));
        assert_eq!(nearest("#1a7f4b", &["#17151b", "#221f28"]).as_deref(), Some("#3a9862"));
        // Between black and white there is one grey; none stands far from all three.
        assert_eq!(nearest("#ffffff", &["#ffffff", "#000000"]).as_deref(), Some("#767676"));
        assert_eq!(nearest("#1a7f4b", &["#ffffff", "#000000", "#767676"]), None);
    }

    proptest! {
        #[test]
        fn what_is_proposed_passes_and_is_no_further_than_it_must_be(
            (red, green, blue) in (any::<u8>(), any::<u8>(), any::<u8>()),
            is_dark in any::<bool>(),
        ) {
            let grounds = if is_dark { ["#17151b", "#221f28"] } else { ["#ffffff", "#f6f3f8"] }.map(colour);
            let accent = Colour { red, green, blue };
            let nearest = accent.nearest_with(4.5, &grounds).expect("one side is free");
            prop_assert!(nearest.reaches(4.5, &grounds));
            prop_assert_eq!(nearest.nearest_with(4.5, &grounds), Some(nearest));
            if accent.reaches(4.5, &grounds) {
                prop_assert_eq!(nearest, accent);
            } else {
                let least = grounds.map(|ground| nearest.contrast(ground)).into_iter().fold(21.0, f64::min);
                prop_assert!(least < 4.6, "{accent} gave {nearest}, of {least}");
                prop_assert!(is_dark == (nearest.luminance() > accent.luminance()));
            }
        }
    }
}
