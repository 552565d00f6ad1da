//! Colours by lightness and hue as eyes have them: Oklab, by Björn Ottosson
//! (<https://bottosson.github.io/posts/oklab/>), whose matrices these are.
//!
//! Hue and chroma are the direction and the length of `(a, b)`: to keep a hue and lose chroma is to
//! shorten both alike, without angles.

/// A colour by lightness, from 0 to 1, and its two opponents: green to red, blue to yellow.
#[derive(Clone, Copy)]
pub(super) struct Oklab {
    pub(super) lightness: f64,
    a: f64,
    b: f64,
}

/// How often the chroma between what a screen shows and what it does not is halved.
const HALVINGS: u8 = 24;

/// How far outside of a screen's range rounding alone may lead.
const ROUNDING: f64 = 1e-6;

impl Oklab {
    /// The colour of amounts of red, green and blue light.
    pub(super) fn of([red, green, blue]: [f64; 3]) -> Self {
        let long = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let medium = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let short = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        Self {
            lightness: 0.210_454_255_3 * long + 0.793_617_785_0 * medium - 0.004_072_046_8 * short,
            a: 1.977_998_495_1 * long - 2.428_592_205_0 * medium + 0.450_593_709_9 * short,
            b: 0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766_0 * short,
        }
    }

    /// The same hue and chroma at another lightness.
    pub(super) const fn at(self, lightness: f64) -> Self {
        Self { lightness, ..self }
    }

    /// Red, green and blue light with as much of the chroma as a screen can show.
    pub(super) fn displayable(self) -> [f64; 3] {
        let whole = self.linear(1.0);
        if is_displayable(whole) {
            return whole;
        }
        let (mut shown, mut hidden) = (0.0, 1.0);
        for _ in 0..HALVINGS {
            let between = f64::midpoint(shown, hidden);
            if is_displayable(self.linear(between)) { shown = between } else { hidden = between }
        }
        self.linear(shown)
    }

    /// Red, green and blue light with a part of the chroma; below 0 or above 1 where no screen shows it.
    fn linear(self, part: f64) -> [f64; 3] {
        let (lightness, a, b) = (self.lightness, self.a * part, self.b * part);
        let long = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let medium = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let short = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        [
            4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short,
            -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short,
            -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701_0 * short,
        ]
    }
}

fn is_displayable(linear: [f64; 3]) -> bool {
    linear.iter().all(|light| (-ROUNDING..=1.0 + ROUNDING).contains(light))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lightness_and_hue_are_those_that_are_published() {
        let red = Oklab::of([1.0, 0.0, 0.0]);
        for (found, published) in [(red.lightness, 0.628), (red.a, 0.225), (red.b, 0.126)] {
            assert!((found - published).abs() < 0.001, "{found}, not {published}");
        }
        let white = Oklab::of([1.0; 3]);
        assert!((white.lightness - 1.0).abs() < 1e-6 && white.a.abs() < 1e-6 && white.b.abs() < 1e-6);
    }

    #[test]
    fn chroma_that_no_screen_shows_is_left_out_and_the_hue_stays() {
        let blue = Oklab::of([0.0, 0.0, 1.0]);
        let light = Oklab::of(blue.at(0.8).displayable());
        assert!((light.lightness - 0.8).abs() < 0.001);
        assert!((light.a / light.b - blue.a / blue.b).abs() < 0.001);
        assert!(light.b > blue.b, "less of it");
    }
}
