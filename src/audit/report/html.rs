//! A report for browsers: one file that asks for nothing else.

use super::Report;
use super::chart::{by_weight, length};
use super::human::{day, decimal, encoding_words, totals};
use crate::footprint::Rating;
use crate::locale::Locale;
use crate::measures::PageRecord;
use crate::quantity::bytes_words;
use crate::typography::escape;

/// How long the longest bar of the chart is.
const BAR: usize = 400;

/// How high a bar is, the space below it included.
const STEP: usize = 26;

const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;\
color-scheme:light dark}table{border-collapse:collapse;width:100%}th,td{padding:.25rem .75rem;text-align:right;\
border-bottom:1px solid #8888;white-space:nowrap}th:first-child,td:first-child{text-align:left}div{overflow-x:auto}\
rect{fill:#0b6b5c}text{fill:currentColor;font-size:14px}";

pub(super) fn write(report: &Report<'_>, locale: Locale) -> String {
    let is_french = locale == Locale::French;
    let words = if is_french { &FRENCH } else { &ENGLISH };
    let (title, site) = (words.title, escape(report.site));
    let count = report.measures.pages.len();
    let sent = encoding_words(report.encoding, is_french);
    let day = day(report, is_french);
    let all: Vec<&PageRecord> = report.measures.pages.iter().collect();
    [
        format!("<!DOCTYPE html>\n<html lang=\"{locale}\">\n<meta charset=\"utf-8\">\n"),
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n".to_owned(),
        format!("<title>{title} – {site}</title>\n<style>{STYLE}</style>\n"),
        format!("<main>\n<h1>{title} – {site}</h1>\n<p>{count} {}, {day}, {sent}.</p>\n", words.pages),
        paragraphs(&totals(report, is_french)),
        format!("<h2>{}</h2>\n{}", words.by_weight, chart(report, is_french)),
        format!("<h2>{}</h2>\n{}", words.worst, table(&report.worst(), report, words, is_french)),
        format!("<h2>{}</h2>\n{}", words.all, table(&all, report, words, is_french)),
        format!("<p>{}</p>\n</main>\n</html>\n", words.method),
    ]
    .concat()
}

struct Words {
    title: &'static str,
    pages: &'static str,
    by_weight: &'static str,
    worst: &'static str,
    all: &'static str,
    head: [&'static str; 10],
    method: &'static str,
}

const FRENCH: Words = Words {
    title: "Mesure du site",
    pages: "pages mesurées",
    by_weight: "Les pages par poids envoyé",
    worst: "Les pages à alléger d’abord",
    all: "Toutes les pages",
    head: [
        "Page",
        "Envoyé",
        "Avant compression",
        "Requêtes",
        "Éléments",
        "EcoIndex",
        "gaz, EcoIndex",
        "eau, EcoIndex",
        "SWD v4",
        "512 kbit/s",
    ],
    method: "EcoIndex : Frédéric Bordage et GreenIT.fr, valeurs de référence du collectif Conception numérique \
             responsable. SWD v4 : Sustainable Web Design Model, version 4. Les deux modèles ne mesurent pas la \
             même chose et ne s’additionnent pas.",
};

const ENGLISH: Words = Words {
    title: "Measures of the site",
    pages: "pages measured",
    by_weight: "Pages by weight sent",
    worst: "Pages to make lighter first",
    all: "All pages",
    head: [
        "Page",
        "Sent",
        "Before compression",
        "Requests",
        "Elements",
        "EcoIndex",
        "gases, EcoIndex",
        "water, EcoIndex",
        "SWD v4",
        "512 kbit/s",
    ],
    method: "EcoIndex: Frédéric Bordage and GreenIT.fr, reference values of the group Conception numérique \
             responsable. SWD v4: Sustainable Web Design Model, version 4. The two models do not measure the same \
             and are not added.",
};

fn paragraphs(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("<p>{}</p>\n", escape(line))).collect();
    lines.concat()
}

/// Bars with their counts, and the words that say each.
fn chart(report: &Report<'_>, is_french: bool) -> String {
    let classes = by_weight(report);
    let largest = classes.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let height = classes.len() * STEP;
    let mut below = 0;
    let bars = classes.iter().enumerate().map(|(index, (most, count))| {
        let words = match most {
            Some(most) => format!("≤ {}", bytes_words(*most, is_french)),
            None => format!("> {}", bytes_words(below, is_french)),
        };
        below = most.unwrap_or(below);
        let (top, length) = (index * STEP, length(*count, largest, BAR));
        let (base, end) = (top + 16, 130 + length);
        format!(
            "<text x=\"0\" y=\"{base}\">{words}</text><rect x=\"120\" y=\"{top}\" width=\"{length}\" height=\"20\"/>\
             <text x=\"{end}\" y=\"{base}\">{count}</text>\n"
        )
    });
    let bars: String = bars.collect();
    format!(
        "<svg width=\"600\" height=\"{height}\" role=\"img\" aria-label=\"{}\">\n{bars}</svg>\n",
        if is_french { FRENCH.by_weight } else { ENGLISH.by_weight }
    )
}

fn table(pages: &[&PageRecord], report: &Report<'_>, words: &Words, is_french: bool) -> String {
    let head = words.head.map(|name| format!("<th scope=\"col\">{name}</th>")).concat();
    let rows: String = pages.iter().map(|page| row(page, report, is_french)).collect();
    format!("<div><table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n")
}

fn row(page: &PageRecord, report: &Report<'_>, is_french: bool) -> String {
    let footprint = &page.footprint;
    let (score, grams) = (footprint.eco_index(), report.grams(page));
    let cells = [
        escape(&page.address).into_owned(),
        bytes_words(footprint.sent(), is_french),
        bytes_words(footprint.bytes(), is_french),
        footprint.requests().to_string(),
        footprint.elements.to_string(),
        format!("{} {}", score.score, score.grade),
        format!("{} g", decimal(score.grams(), 2, is_french)),
        format!("{} cl", decimal(score.centilitres(), 2, is_french)),
        format!("{} g {}", decimal(grams, 4, is_french), Rating::of(grams).as_str()),
        format!("{} s", decimal(footprint.seconds(), 2, is_french)),
    ];
    let cells = cells.map(|cell| format!("<td>{cell}</td>")).concat();
    format!("<tr>{cells}</tr>\n")
}
