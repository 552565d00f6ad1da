//! A report for programs: one object, figures as they are, weights in bytes.

use serde::Serialize;

use super::{Report, Snapshot};
use crate::compression::Encoding;
use crate::footprint::{Part, Rating};
use crate::measures::PageRecord;

#[derive(Serialize)]
struct Whole<'a> {
    version: u8,
    site: &'a str,
    date: String,
    encoding: &'a str,
    grid_grams_per_kilowatt_hour: f64,
    green_host: bool,
    errors: usize,
    totals: Totals,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<Totals>,
    grades: Vec<(char, usize)>,
    worst: Vec<&'a str>,
    pages: Vec<Page<'a>>,
}

#[derive(Serialize)]
struct Totals {
    date: String,
    pages: usize,
    total_bytes: u64,
    median_bytes: u64,
    heaviest_bytes: u64,
    median_elements: u64,
    median_ecoindex: u64,
    least_ecoindex: u64,
}

#[derive(Serialize)]
struct Page<'a> {
    address: &'a str,
    kind: &'a str,
    title: &'a str,
    bytes: u64,
    sent: u64,
    requests: usize,
    elements: usize,
    ecoindex: EcoIndexFigures,
    swd4: Grams,
    seconds_at_512_kbits: f64,
    parts: &'a [Part],
}

#[derive(Serialize)]
struct EcoIndexFigures {
    score: u8,
    grade: char,
    grams: f64,
    water_centilitres: f64,
}

#[derive(Serialize)]
struct Grams {
    grams: f64,
    rating: &'static str,
}

pub(super) fn write(report: &Report<'_>) -> String {
    let whole = Whole {
        version: 1,
        site: report.site,
        date: report.day.to_string(),
        encoding: match report.encoding {
            Encoding::None => "none",
            Encoding::Gzip => "gzip",
            Encoding::Brotli => "brotli",
        },
        grid_grams_per_kilowatt_hour: report.conditions.grid,
        green_host: report.conditions.is_green,
        errors: report.errors,
        totals: totals(&report.snapshot()),
        previous: report.previous.as_ref().map(totals),
        grades: report.grades().to_vec(),
        worst: report.worst().iter().map(|page| page.address.as_str()).collect(),
        pages: report.measures.pages.iter().map(|record| page(report, record)).collect(),
    };
    serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
}

fn totals(snapshot: &Snapshot) -> Totals {
    Totals {
        date: snapshot.day.to_string(),
        pages: snapshot.pages,
        total_bytes: snapshot.total,
        median_bytes: snapshot.median_sent,
        heaviest_bytes: snapshot.heaviest,
        median_elements: snapshot.median_elements,
        median_ecoindex: snapshot.median_eco_index,
        least_ecoindex: snapshot.least_eco_index,
    }
}

fn page<'a>(report: &Report<'_>, record: &'a PageRecord) -> Page<'a> {
    let footprint = &record.footprint;
    let (eco_index, grams) = (footprint.eco_index(), report.grams(record));
    Page {
        address: &record.address,
        kind: record.kind.name(),
        title: &record.title,
        bytes: footprint.bytes(),
        sent: footprint.sent(),
        requests: footprint.requests(),
        elements: footprint.elements,
        ecoindex: EcoIndexFigures {
            score: eco_index.score,
            grade: eco_index.grade,
            grams: eco_index.grams(),
            water_centilitres: eco_index.centilitres(),
        },
        swd4: Grams { grams, rating: Rating::of(grams).as_str() },
        seconds_at_512_kbits: footprint.seconds(),
        parts: &footprint.parts,
    }
}
