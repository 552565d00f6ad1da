//! The five founding documents can be retold from the site alone: `docs/coverage.md` names, for
//! each of their facts, a page and the words that show it there.

#![allow(clippy::disallowed_methods, reason = "tests read the disk")]

mod support;

use std::fs;

use grappe::plan::Address;
use scraper::{Html, Selector};

/// One row of the map.
struct Row {
    fact: String,
    page: String,
    words: String,
}

fn rows(text: &str) -> Vec<Row> {
    let lines = text.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| fact "));
    let cells = lines.map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect::<Vec<_>>());
    let row = |cells: Vec<&str>| {
        let [fact, page, words] = cells.as_slice() else { panic!("three columns: {cells:?}") };
        Row { fact: (*fact).to_owned(), page: (*page).to_owned(), words: (*words).to_owned() }
    };
    cells.map(row).collect()
}

/// Words as the map writes them: ordinary spaces, straight apostrophes.
fn plain(text: &str) -> String {
    let text = text.replace(['\u{A0}', '\u{202F}'], " ").replace('’', "'");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_fact_of_the_founding_documents_is_shown() {
    let map = fs::read_to_string(support::root().join("docs/coverage.md")).expect("the map");
    let rows = rows(&map);
    assert!(rows.len() > 100, "the map has {} rows", rows.len());
    let made = support::made(&support::real_site());
    let body = Selector::parse("body").expect("a selector");
    let mut lacking = Vec::new();
    for row in rows {
        let file = Address::new(&row.page).file();
        let Some(bytes) = made.get(&file) else {
            lacking.push(format!("{}: no page {}", row.fact, row.page));
            continue;
        };
        let html = Html::parse_document(std::str::from_utf8(bytes).expect("text"));
        let body = html.select(&body).next().expect("a body");
        let spaced = plain(&body.text().collect::<Vec<_>>().join(" "));
        let joined = plain(&body.text().collect::<String>());
        if !spaced.contains(&row.words) && !joined.contains(&row.words) {
            lacking.push(format!("{}: {} does not say « {} »", row.fact, row.page, row.words));
        }
    }
    assert!(lacking.is_empty(), "{}", lacking.join("\n"));
}
