//! `EcoIndex`: a score from elements, requests and bytes.
//!
//! The method is that of `EcoIndex`, by Frédéric Bordage and GreenIT.fr, whose quantiles are published
//! by its collective (`ecoindex_reference.json` of `cnumr/ecoindex_reference`).

/// A score from 0 to 100, the lighter the higher, and its grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EcoIndex {
    /// The score.
    pub score: u8,
    /// The grade, from `A` to `G`.
    pub grade: char,
}

impl EcoIndex {
    /// Greenhouse gases of a view by this method, in grams of CO₂ equivalent, to the hundredth.
    #[must_use]
    pub fn grams(self) -> f64 {
        hundredths(2.0 + 2.0 * (50.0 - f64::from(self.score)) / 100.0)
    }

    /// Water of a view by this method, in centilitres, to the hundredth.
    #[must_use]
    pub fn centilitres(self) -> f64 {
        hundredths(3.0 + 3.0 * (50.0 - f64::from(self.score)) / 100.0)
    }
}

fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// The least scores that each grade is above.
const GRADES: [(u8, char); 6] = [(80, 'A'), (70, 'B'), (55, 'C'), (40, 'D'), (25, 'E'), (10, 'F')];

/// Where each twentieth of the web's pages begins: elements.
const ELEMENTS: [f64; 21] = [
    0.0, 47.0, 75.0, 159.0, 233.0, 298.0, 358.0, 417.0, 476.0, 537.0, 603.0, 674.0, 753.0, 843.0, 949.0,
    1076.0, 1237.0, 1459.0, 1801.0, 2479.0, 594_601.0,
];

/// Requests.
const REQUESTS: [f64; 21] = [
    0.0, 2.0, 15.0, 25.0, 34.0, 42.0, 49.0, 56.0, 63.0, 70.0, 78.0, 86.0, 95.0, 105.0, 117.0, 130.0, 147.0,
    170.0, 205.0, 281.0, 3920.0,
];

/// Thousands of bytes.
const KILOBYTES: [f64; 21] = [
    0.0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32, 1648.27, 1876.08,
    2142.06, 2465.37, 2866.31, 3401.59, 4155.73, 5400.08, 8037.54, 223_212.26,
];

/// The `EcoIndex` of so many elements, requests and bytes.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "beyond the last quantile nothing changes")]
pub fn eco_index(elements: usize, requests: usize, bytes: u64) -> EcoIndex {
    let raw = raw_score(elements as f64, requests as f64, bytes as f64 / 1000.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to 100")]
    let score = raw.round_ties_even().clamp(0.0, 100.0) as u8;
    let grade = GRADES.iter().find(|(above, _)| score > *above).map_or('G', |(_, grade)| *grade);
    EcoIndex { score, grade }
}

fn raw_score(elements: f64, requests: f64, kilobytes: f64) -> f64 {
    let of_elements = quantile(&ELEMENTS, elements);
    let of_requests = quantile(&REQUESTS, requests);
    let of_bytes = quantile(&KILOBYTES, kilobytes);
    100.0 - 5.0 * (3.0 * of_elements + 2.0 * of_requests + of_bytes) / 6.0
}

/// In which twentieth a value lies, and how far in it.
fn quantile(limits: &[f64], value: f64) -> f64 {
    let mut before = 0.0;
    for pair in limits.windows(2) {
        let &[low, high] = pair else { break };
        if value < high {
            return before + (value - low) / (high - low);
        }
        before += 1.0;
    }
    before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples_have_their_scores() {
        for (elements, requests, bytes, score, grade, grams, centilitres) in [
            (0, 0, 0, 100, 'A', 1.00, 1.50),
            (100, 1, 14_000, 93, 'A', 1.14, 1.71),
            (150, 2, 14_000, 90, 'A', 1.20, 1.80),
            (250, 4, 45_000, 86, 'A', 1.28, 1.92),
            (300, 6, 60_000, 84, 'A', 1.32, 1.98),
            (400, 8, 100_000, 79, 'B', 1.42, 2.13),
            (100, 100, 100_000, 72, 'B', 1.56, 2.34),
            (240, 20, 331_000, 83, 'A', 1.34, 2.01),
            (600, 40, 1_024_000, 61, 'C', 1.78, 2.67),
            (693, 78, 2_420_000, 44, 'D', 2.12, 3.18),
            (1000, 130, 3_000_000, 26, 'E', 2.48, 3.72),
            (2240, 100, 310_182_902, 16, 'F', 2.68, 4.02),
            (700_000, 5000, 300_000_000, 0, 'G', 3.00, 4.50),
        ] {
            let found = eco_index(elements, requests, bytes);
            assert_eq!(found, EcoIndex { score, grade }, "{elements}");
            assert!((found.grams() - grams).abs() < 1e-9, "{elements}: {}", found.grams());
            assert!((found.centilitres() - centilitres).abs() < 1e-9, "{elements}: {}", found.centilitres());
        }
    }

    #[test]
    fn each_step_of_all_three_tables_costs_five_points() {
        for (index, ((elements, requests), kilobytes)) in
            ELEMENTS.iter().zip(REQUESTS).zip(KILOBYTES).enumerate()
        {
            let expected = 100.0 - 5.0 * f64::from(u8::try_from(index).expect("small"));
            assert!((raw_score(*elements, requests, kilobytes) - expected).abs() < 1e-9, "{index}");
        }
    }

    #[test]
    fn a_grade_is_above_its_limit() {
        let grades = [423, 424].map(|elements| eco_index(elements, 1, 14_000).grade);
        assert_eq!(grades, ['A', 'B']);
    }
}
