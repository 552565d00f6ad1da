//! What is kept of audits, a line each, in a small file to commit with the content.

use crate::date::{Date, Day};

/// The file, at the top of the site's folder.
pub const TREND_FILE: &str = "audit-trend.csv";

/// The first line of the file. Weights are in bytes as sent.
const HEADER: &str =
    "date,pages,total_bytes,median_bytes,heaviest_bytes,median_elements,median_ecoindex,least_ecoindex";

/// What is kept of one audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The day that the site was built for.
    pub day: Day,
    /// How many pages.
    pub pages: usize,
    /// Bytes sent for all pages, their files with each.
    pub total: u64,
    /// Bytes sent for the middle page.
    pub median_sent: u64,
    /// Bytes sent for the heaviest.
    pub heaviest: u64,
    /// Elements of the middle page.
    pub median_elements: u64,
    /// `EcoIndex` of the middle page.
    pub median_eco_index: u64,
    /// The least `EcoIndex`.
    pub least_eco_index: u64,
}

/// Every audit that was kept, by day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trend {
    snapshots: Vec<Snapshot>,
}

impl Trend {
    /// Reads the file.
    ///
    /// # Errors
    /// The number of the first line that is not of an audit, from 1.
    pub fn parse(text: &str) -> Result<Self, usize> {
        let mut trend = Self::default();
        let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line.trim_end()));
        for (number, line) in lines.filter(|(_, line)| !line.is_empty() && *line != HEADER) {
            trend.add(snapshot(line).ok_or(number)?);
        }
        Ok(trend)
    }

    /// The last audit before a day.
    #[must_use]
    pub fn before(&self, day: Day) -> Option<Snapshot> {
        self.snapshots.iter().rev().find(|snapshot| snapshot.day < day).copied()
    }

    /// Keeps an audit, in place of that of the same day.
    pub fn add(&mut self, snapshot: Snapshot) {
        self.snapshots.retain(|known| known.day != snapshot.day);
        let place = self.snapshots.partition_point(|known| known.day < snapshot.day);
        self.snapshots.insert(place, snapshot);
    }

    /// The file.
    #[must_use]
    pub fn text(&self) -> String {
        let line = |it: &Snapshot| {
            let (day, pages, total, median) = (it.day, it.pages, it.total, it.median_sent);
            let (heaviest, elements) = (it.heaviest, it.median_elements);
            let (score, least) = (it.median_eco_index, it.least_eco_index);
            format!("{day},{pages},{total},{median},{heaviest},{elements},{score},{least}\n")
        };
        std::iter::once(format!("{HEADER}\n")).chain(self.snapshots.iter().map(line)).collect()
    }
}

fn snapshot(line: &str) -> Option<Snapshot> {
    let (day, numbers) = line.split_once(',')?;
    let numbers: Option<Vec<u64>> = numbers.split(',').map(|number| number.trim().parse().ok()).collect();
    let [pages, total, median_sent, heaviest, median_elements, median_eco_index, least_eco_index] =
        numbers?[..]
    else {
        return None;
    };
    Some(Snapshot {
        day: Date::parse(day.trim()).ok()?.first,
        pages: usize::try_from(pages).ok()?,
        total,
        median_sent,
        heaviest,
        median_elements,
        median_eco_index,
        least_eco_index,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn audits_are_kept_by_day() {
        let text = format!("{HEADER}\n2026-11-21,10,100,9,12,150,91,75\n2026-10-01,8,80,9,11,150,92,76\n");
        let mut trend = Trend::parse(&text).expect("it is right");
        let day = |text: &str| Date::parse(text).expect("a date").first;
        assert_eq!(trend.before(day("2026-11-21")).map(|it| it.pages), Some(8));
        assert_eq!(trend.before(day("2026-10-01")), None);
        let last = trend.before(day("2027-01-01")).expect("the last");
        trend.add(Snapshot { pages: 11, ..last });
        assert_eq!(
            trend.text(),
            format!("{HEADER}\n2026-10-01,8,80,9,11,150,92,76\n2026-11-21,11,100,9,12,150,91,75\n")
        );
        assert_eq!(Trend::parse(&trend.text()), Ok(trend));
        assert_eq!(Trend::parse("2026-11-21,1\n"), Err(1));
        assert_eq!(Trend::parse(&format!("{HEADER}\n\n<<<<<<< HEAD\n")), Err(3));
    }
}
