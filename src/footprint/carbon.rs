//! The Sustainable Web Design model, version 4: grams of CO₂ equivalent from bytes alone.
//!
//! The formula and constants are those of `@tgwf/co2` 0.19.0, its module `sustainable-web-design-v4`, by the
//! Green Web Foundation (Apache-2.0); the model is by Wholegrain Digital and others.

/// Kilowatt-hours that each gigabyte (10⁹ bytes) takes in operation: data centre, network, device.
const OPERATION: [f64; 3] = [0.055, 0.059, 0.080];

/// Kilowatt-hours a gigabyte that stand for making the machines: data centre, network, device.
const MAKING: [f64; 3] = [0.012, 0.013, 0.081];

/// What the world's electricity emits, in grams a kilowatt-hour; fixed in version 4.
pub const WORLD_GRID: f64 = 494.0;

/// Where and how bytes are served and read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conditions {
    /// What the electricity emits, in grams a kilowatt-hour.
    pub grid: f64,
    /// Whether the host runs on renewable electricity alone.
    pub is_green: bool,
}

impl Default for Conditions {
    fn default() -> Self {
        Self { grid: WORLD_GRID, is_green: false }
    }
}

/// The grams that so many bytes emit.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a page is not of petabytes")]
pub fn grams(bytes: u64, conditions: Conditions) -> f64 {
    let gigabytes = bytes as f64 / 1e9;
    let [data_centre, network, device] = OPERATION;
    let data_centre = if conditions.is_green { 0.0 } else { data_centre };
    let making: f64 = MAKING.iter().sum();
    // Making is always counted with the world's electricity: machines are made anywhere.
    gigabytes * ((data_centre + network + device) * conditions.grid + making * WORLD_GRID)
}

/// How visits share out, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VisitShares {
    /// Those who come for the first time.
    pub new: f64,
    /// Those who come back.
    pub returning: f64,
    /// What of the bytes these load again.
    pub reloaded: f64,
}

/// The grams of a visit, where those who come back have most of it already.
#[must_use]
pub fn grams_per_visit(bytes: u64, conditions: Conditions, shares: VisitShares) -> f64 {
    let first = grams(bytes, conditions);
    first * shares.new + first * shares.returning * shares.reloaded
}

/// How the model rates a page, from `A+` to `F`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rating(&'static str);

/// The most grams a view that each rating allows.
const RATINGS: [(f64, &str); 6] =
    [(0.040, "A+"), (0.079, "A"), (0.145, "B"), (0.209, "C"), (0.278, "D"), (0.359, "E")];

impl Rating {
    /// The rating of so many grams a view.
    #[must_use]
    pub fn of(grams: f64) -> Self {
        Self(RATINGS.iter().find(|(most, _)| grams <= *most).map_or("F", |(_, rating)| rating))
    }

    /// As it is written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRANCE: f64 = 44.18;

    #[test]
    fn published_examples_have_their_grams() {
        for (bytes, is_green, grid, expected, rating) in [
            (14_336, false, WORLD_GRID, 0.002_124_595_2, "A+"),
            (102_400, false, WORLD_GRID, 0.015_175_68, "A+"),
            (102_400, true, WORLD_GRID, 0.012_393_472, "A+"),
            (512_000, false, WORLD_GRID, 0.075_878_4, "A"),
            (1_000_000, false, WORLD_GRID, 0.1482, "C"),
            (2_500_000, false, WORLD_GRID, 0.3705, "F"),
            (2_500_000, true, WORLD_GRID, 0.302_575, "E"),
            (102_400, false, FRANCE, 0.006_239_735_808, "A+"),
            (1_000_000, true, FRANCE, 0.058_505_02, "A"),
        ] {
            let grams = grams(bytes, Conditions { grid, is_green });
            assert!((grams - expected).abs() < 1e-12, "{bytes}: {grams}");
            assert_eq!(Rating::of(grams).as_str(), rating, "{bytes}");
        }
    }

    #[test]
    fn who_comes_back_has_most_of_it() {
        let shares = VisitShares { new: 0.75, returning: 0.25, reloaded: 0.02 };
        let grams = grams_per_visit(1_000_000, Conditions::default(), shares);
        assert!((grams - 0.111_891).abs() < 1e-12, "{grams}");
        assert_eq!(Rating::of(grams).as_str(), "B");
    }
}
