//! How pages share out by what they weigh, as bars.

use super::Report;

/// The upper bounds of classes of weight, in bytes as sent; the last one has none.
const CLASSES: [u64; 7] = [4_000, 6_000, 8_000, 10_000, 14_000, 25_000, 100_000];

/// How many pages are in each class: its upper bound, then the count.
pub(super) fn by_weight(report: &Report<'_>) -> Vec<(Option<u64>, usize)> {
    let mut classes: Vec<(Option<u64>, usize)> = CLASSES.iter().map(|most| (Some(*most), 0)).collect();
    classes.push((None, 0));
    for page in &report.measures.pages {
        let sent = page.footprint.sent();
        let class = classes.iter_mut().find(|(most, _)| most.is_none_or(|most| sent <= most));
        if let Some((_, count)) = class {
            *count += 1;
        }
    }
    // Classes beyond the heaviest page say nothing.
    while classes.last().is_some_and(|(_, count)| *count == 0) && classes.len() > 1 {
        classes.pop();
    }
    classes
}

/// The length of a bar, of at most so much, where the longest stands for the largest count.
pub(super) fn length(count: usize, largest: usize, most: usize) -> usize {
    match count.saturating_mul(most).checked_div(largest.max(1)) {
        Some(0) if count > 0 => 1,
        Some(length) => length,
        None => 0,
    }
}
