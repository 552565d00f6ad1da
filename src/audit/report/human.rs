//! A report for a terminal.

use super::chart::{by_weight, length};
use super::{Report, Snapshot, median};
use crate::compression::Encoding;
use crate::date::day_words;
use crate::footprint::{Footprint, Rating, WORLD_GRID, grams};
use crate::language::Language;
use crate::locale::Locale;
use crate::measures::PageRecord;
use crate::quantity::bytes_words;
use crate::table::table;

/// How long the longest bar is.
const BAR: usize = 40;

pub(super) fn write(report: &Report<'_>, is_whole: bool, locale: Locale) -> String {
    let is_french = locale == Locale::French;
    let mut text = header(report, is_french);
    text += &kinds(report, locale);
    let worst = report.worst();
    let title = if is_french { "Les pages à alléger d’abord" } else { "Pages to make lighter first" };
    text += &section(title, &pages(&worst, report, is_french));
    if is_whole {
        let all: Vec<&PageRecord> = report.measures.pages.iter().collect();
        let title = if is_french { "Toutes les pages" } else { "All pages" };
        text += &section(title, &pages(&all, report, is_french));
    }
    let title = if is_french { "Les pages par poids envoyé" } else { "Pages by weight sent" };
    text += &section(title, &bars(report, is_french));
    text += &totals(report, is_french);
    text
}

fn section(title: &str, body: &str) -> String {
    format!("\n{title}\n{body}")
}

fn header(report: &Report<'_>, is_french: bool) -> String {
    let (count, day) = (report.measures.pages.len(), day(report, is_french));
    let sent = encoding_words(report.encoding, is_french);
    if is_french {
        format!("{}\u{A0}: {count} pages mesurées, {day}, {sent}\n", report.site)
    } else {
        format!("{}: {count} pages measured, {day}, {sent}\n", report.site)
    }
}

pub(super) fn encoding_words(encoding: Encoding, is_french: bool) -> &'static str {
    match (encoding, is_french) {
        (Encoding::None, true) => "envoyées sans compression",
        (Encoding::Gzip, true) => "envoyées en gzip",
        (Encoding::Brotli, true) => "envoyées en Brotli",
        (Encoding::None, false) => "sent without compression",
        (Encoding::Gzip, false) => "sent with gzip",
        (Encoding::Brotli, false) => "sent with Brotli",
    }
}

/// The day of the audit in words.
pub(super) fn day(report: &Report<'_>, is_french: bool) -> String {
    let language = Language::from_tag(if is_french { "fr" } else { "en" });
    language.map_or_else(|| report.day.to_string(), |language| day_words(report.day, &language))
}

fn kinds(report: &Report<'_>, locale: Locale) -> String {
    let is_french = locale == Locale::French;
    let head = if is_french {
        ["Type de page", "Pages", "Poids médian", "La plus lourde", "Éléments, au plus", "EcoIndex, au moins"]
    } else {
        ["Kind of page", "Pages", "Median weight", "Heaviest", "Elements, at most", "EcoIndex, at least"]
    };
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for (kind, pages) in report.by_kind() {
        let footprints = || pages.iter().map(|page| &page.footprint);
        let score = footprints().map(Footprint::eco_index).min_by_key(|it| it.score);
        rows.push(vec![
            kind.title().get(locale).to_owned(),
            pages.len().to_string(),
            bytes_words(median(footprints().map(Footprint::sent)), is_french),
            bytes_words(footprints().map(Footprint::sent).max().unwrap_or(0), is_french),
            footprints().map(|it| it.elements).max().unwrap_or(0).to_string(),
            score.map(|it| format!("{} {}", it.score, it.grade)).unwrap_or_default(),
        ]);
    }
    section(if is_french { "Par type de page" } else { "By kind of page" }, &table(&rows))
}

fn pages(pages: &[&PageRecord], report: &Report<'_>, is_french: bool) -> String {
    let head = if is_french {
        ["Page", "Envoyé", "Avant compression", "Requêtes", "Éléments", "EcoIndex", "SWD v4", "512 kbit/s"]
    } else {
        ["Page", "Sent", "Before compression", "Requests", "Elements", "EcoIndex", "SWD v4", "512 kbit/s"]
    };
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(pages.iter().map(|page| {
        let footprint = &page.footprint;
        let (score, grams) = (footprint.eco_index(), report.grams(page));
        vec![
            page.address.clone(),
            bytes_words(footprint.sent(), is_french),
            bytes_words(footprint.bytes(), is_french),
            footprint.requests().to_string(),
            footprint.elements.to_string(),
            format!("{} {}", score.score, score.grade),
            format!("{} g {}", decimal(grams, 4, is_french), Rating::of(grams).as_str()),
            format!("{} s", decimal(footprint.seconds(), 2, is_french)),
        ]
    }));
    table(&rows)
}

fn bars(report: &Report<'_>, is_french: bool) -> String {
    let classes = by_weight(report);
    let largest = classes.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let mut below = 0;
    let rows = classes.iter().map(|(most, count)| {
        let class = match most {
            Some(most) if is_french => format!("jusqu’à {}", bytes_words(*most, true)),
            Some(most) => format!("up to {}", bytes_words(*most, false)),
            None if is_french => format!("plus de {}", bytes_words(below, true)),
            None => format!("over {}", bytes_words(below, false)),
        };
        below = most.unwrap_or(below);
        vec![class, count.to_string(), "█".repeat(length(*count, largest, BAR))]
    });
    table(&rows.collect::<Vec<_>>())
}

pub(super) fn totals(report: &Report<'_>, is_french: bool) -> String {
    let now = report.snapshot();
    let grades: Vec<String> = report
        .grades()
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(grade, count)| format!("{grade}\u{A0}: {count}"))
        .collect();
    let grades = grades.join(", ");
    let average = report.grams_of_average();
    let mut text = if is_french {
        format!(
            "\nEn tout {}, soit {} par page médiane. EcoIndex {grades}.\nSWD v4 : {} g par page en moyenne, électricité à {} g/kWh{}.\n",
            bytes_words(now.total, true),
            bytes_words(now.median_sent, true),
            decimal(average, 4, true),
            decimal(report.conditions.grid, 0, true),
            world_words(report, true),
        )
    } else {
        format!(
            "\n{} in all, {} for the middle page. EcoIndex {grades}.\nSWD v4: {} g a page on average, electricity at {} g/kWh{}.\n",
            bytes_words(now.total, false),
            bytes_words(now.median_sent, false),
            decimal(average, 4, false),
            decimal(report.conditions.grid, 0, false),
            world_words(report, false),
        )
    };
    if let Some(previous) = &report.previous {
        text += &changes(previous, &now, is_french);
    }
    text
}

fn world_words(report: &Report<'_>, is_french: bool) -> &'static str {
    let is_world = (report.conditions.grid - WORLD_GRID).abs() < f64::EPSILON;
    match (is_world, is_french) {
        (true, true) => " (moyenne mondiale)",
        (true, false) => " (the world's average)",
        (false, _) => "",
    }
}

fn changes(previous: &Snapshot, now: &Snapshot, is_french: bool) -> String {
    let weight = |snapshot: &Snapshot| bytes_words(snapshot.median_sent, is_french);
    let (pages, day) = (now.pages.cast_signed() - previous.pages.cast_signed(), previous.day);
    let (before, after) = (previous.least_eco_index, now.least_eco_index);
    let (light, heavy) = (weight(previous), weight(now));
    if is_french {
        format!(
            "Depuis le {day} : {pages:+} pages ; page médiane {light} → {heavy} ; EcoIndex le plus bas {before} → {after}.\n"
        )
    } else {
        format!(
            "Since {day}: {pages:+} pages; middle page {light} → {heavy}; least EcoIndex {before} → {after}.\n"
        )
    }
}

/// A number with so many decimals, with the mark of the language.
pub(super) fn decimal(value: f64, decimals: usize, is_french: bool) -> String {
    let text = format!("{value:.decimals$}");
    if is_french { text.replace('.', ",") } else { text }
}

impl Report<'_> {
    #[expect(clippy::cast_precision_loss, reason = "nobody has so many pages")]
    fn grams_of_average(&self) -> f64 {
        let pages = &self.measures.pages;
        let total: f64 = pages.iter().map(|page| grams(page.footprint.sent(), self.conditions)).sum();
        total / pages.len().max(1) as f64
    }
}
