//! Open data: sound CSV and JSON of what is known on the day, and of nothing else.

mod support;

use std::collections::BTreeMap;

use grappe::date::Day;
use grappe::plan::Output;
use scraper::{Html, Selector};

type Made = BTreeMap<String, Vec<u8>>;

fn data(day: Day) -> Made {
    let mut world = support::real_site();
    world.set_today(day);
    let site = support::analysis(&world).site.expect("a site");
    let is_wanted = |output: &Output| match output {
        Output::Data(..) => true,
        Output::Page(subject, _) => *subject == grappe::plan::Subject::OpenData,
        _ => false,
    };
    let routes = site.plan.routes().iter().filter(|route| is_wanted(&route.output));
    routes
        .map(|route| {
            let grappe::output::Artifact::Bytes(bytes) = site.make(route).expect("sound") else {
                panic!("bytes")
            };
            (route.address.file(), bytes)
        })
        .collect()
}

fn rows(made: &Made, name: &str) -> Vec<serde_json::Map<String, serde_json::Value>> {
    let file = format!("donnees-ouvertes/{name}.json");
    serde_json::from_str(support::page(made, &file)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The cells of a file of comma-separated values, by RFC 4180.
fn cells(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = csv.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {
                assert_eq!(letters.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    assert!(!is_quoted && cell.is_empty() && row.is_empty(), "the last row is not closed");
    rows
}

const NAMES: [&str; 6] = ["poles", "labels", "partenariats", "etapes", "regions", "chiffres-cles"];

#[test]
fn both_formats_say_the_same() {
    let made = data(support::TODAY);
    for name in NAMES {
        let csv = cells(support::page(&made, &format!("donnees-ouvertes/{name}.csv")));
        let json = rows(&made, name);
        let (header, lines) = csv.split_first().expect("a header");
        assert!(!lines.is_empty() && lines.len() == json.len(), "{name}");
        for (line, object) in lines.iter().zip(&json) {
            assert_eq!(line.len(), header.len(), "{name}: {line:?}");
            for (column, cell) in header.iter().zip(line) {
                let plain = match &object[column.as_str()] {
                    serde_json::Value::Null => String::new(),
                    serde_json::Value::String(words) => words.clone(),
                    serde_json::Value::Array(words) => {
                        words.iter().map(|word| word.as_str().expect("words")).collect::<Vec<_>>().join("|")
                    }
                    other => other.to_string(),
                };
                assert_eq!(*cell, plain, "{name}, {column}");
            }
        }
    }
}

#[test]
fn the_poles_of_a_day_are_marked() {
    for (day, count) in [(Day::constant(2023, 3, 28), 55), (Day::constant(2024, 2, 1), 57)] {
        let poles = rows(&data(day), "poles");
        assert_eq!(poles.iter().filter(|pole| pole["is_pole"] == true).count(), count, "{day}");
    }
    let poles = rows(&data(support::TODAY), "poles");
    let enter = poles.iter().find(|pole| pole["id"] == "enter").expect("ENTER");
    assert_eq!(enter["label_phase"], "phase-v");
    assert_eq!(enter["label_decided"], "2023-03-27");
    assert_eq!(enter["regions"], serde_json::json!(["nouvelle-aquitaine"]));
}

#[test]
fn nothing_that_was_not_known_yet_is_in_the_data() {
    let made = data(Day::constant(2018, 10, 2));
    for (file, bytes) in made.iter().filter(|(file, _)| !file.ends_with("html")) {
        let text = String::from_utf8_lossy(bytes);
        for word in ["phase-v,", "\"phase-v\"", "aquanova", "2023-0", "2024-0"] {
            assert!(!text.to_lowercase().contains(word), "{file} says {word}");
        }
    }
}

#[test]
fn the_page_links_each_file_with_its_size_and_the_licence() {
    let made = data(support::TODAY);
    for (page, unit) in [("donnees-ouvertes/index.html", " ko"), ("en/open-data/index.html", " kB")] {
        let text = support::page(&made, page).replace(['\u{A0}', '\u{202F}'], " ");
        let html = Html::parse_document(&text);
        let link = Selector::parse("main section a").expect("a selector");
        let hrefs: Vec<&str> = html.select(&link).filter_map(|link| link.attr("href")).collect();
        assert_eq!(hrefs.len(), 2 * NAMES.len(), "{hrefs:?}");
        for href in hrefs {
            let bytes = &made[href.trim_start_matches('/')];
            let size = ((bytes.len() + 500) / 1000).to_string();
            assert!(text.contains(&format!("({size}{unit})")), "{page}: {href} has {} bytes", bytes.len());
        }
        assert!(text.contains("https://creativecommons.org/licenses/by/4.0/"), "{text}");
    }
}
