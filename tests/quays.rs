//! A federation that is not of France: six workshops of invented islands, in English alone, without
//! regions, phases or labels. Its theme is the repository's with its own words and one component.
//!
//! `UPDATE=1 cargo test --test quays` writes what its pages say: read it before you commit it.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk")]
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "addresses are in small letters")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use grappe::config::{route_names, usual_word};
use grappe::language::Language;
use grappe::source::FilePath;
use scraper::{ElementRef, Html, Selector};

type Made = BTreeMap<String, Vec<u8>>;

fn quays() -> Made {
    support::made(&support::site_of_quays())
}

fn select(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}

/// The pages, read as a browser reads them.
fn pages(made: &Made) -> impl Iterator<Item = (&str, Html)> {
    let pages = made.keys().filter(|file| file.ends_with(".html"));
    pages.map(|file| (file.as_str(), Html::parse_document(support::page(made, file))))
}

/// Words as one reads them, one element after another.
fn words(element: ElementRef<'_>) -> String {
    element.text().map(str::trim).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What surrounds every page, then what each page says itself: a line a block.
fn told(made: &Made) -> String {
    let mut told = String::new();
    for (file, page) in pages(made) {
        told += &format!("== {file}\n");
        let shown = select(if file == "index.html" { "header.site-header, main, footer" } else { "main" });
        let blocks = page.select(&shown).flat_map(|part| part.select(&BLOCKS));
        for block in blocks.filter(|block| block.select(&BLOCKS).next().is_none()) {
            told += &format!("{}: {}\n", block.value().name(), words(block));
        }
        told.push('\n');
    }
    told
}

/// What stands on lines of its own.
static BLOCKS: std::sync::LazyLock<Selector> = std::sync::LazyLock::new(|| {
    select("h1, h2, h3, p, li, .card > a, dt, dd, caption, figcaption, summary, tr, label")
});

#[test]
fn its_pages_say_what_is_expected() {
    let told = told(&quays());
    let expected = support::root().join("tests/sites/quays/expected/words.txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(expected.parent().expect("a folder")).expect("a folder");
        fs::write(&expected, &told).expect("a file");
    }
    assert_eq!(told, fs::read_to_string(expected).expect("what is expected"));
}

/// Words that would be of France, or of French: those of the theme in French, of French addresses,
/// and what the federations of France call themselves and theirs. Words that the theme says in English
/// too are left out.
fn words_of_france() -> BTreeSet<String> {
    let labels = |tag: &str| {
        let file = support::root().join(format!("themes/sobre/labels/{tag}.toml"));
        let table: toml::Table = toml::from_str(&fs::read_to_string(file).expect("labels")).expect("labels");
        let mut texts = Vec::new();
        gather(&toml::Value::Table(table), &mut texts);
        words_of(&texts.join(" "))
    };
    let french = Language::french();
    let addresses: Vec<&str> = route_names().filter_map(|name| usual_word(name, &french)).collect();
    let mut words: BTreeSet<String> = &(&labels("fr") | &words_of(&addresses.join(" "))) - &labels("en");
    words.extend(NAMES_OF_FRANCE.map(str::to_owned));
    words
}

/// What no French label says, or what the English labels say of France's poles.
const NAMES_OF_FRANCE: [&str; 14] = [
    "france",
    "french",
    "français",
    "fr",
    "paris",
    "europe",
    "europeen",
    "pole",
    "poles",
    "pôle",
    "cluster",
    "clusters",
    "competitiveness",
    "compétitivité",
];

/// Words of that list that may stand in this site all the same: the word, in which files, why.
const ALLOWED: [(&str, &str, &str); 11] = [
    ("agenda", "", "English too: a file of the calendar"),
    ("but", "", "English too, and the stem of butts"),
    ("en", "", "the tag of English"),
    ("font", "", "a property of styles and drawings"),
    ("fr", ".css", "a unit of the grid"),
    ("part", "", "English too, and a column of data"),
    ("plan", "", "English too: the address of the site's plan"),
    ("pole", "open-data/", "data bear the names of keys and kinds, whatever pages call them"),
    ("sans", ".css", "a family of fonts"),
    ("type", "", "English too: an attribute of HTML"),
    ("types", "", "English too: who types"),
];

fn gather(value: &toml::Value, texts: &mut Vec<String>) {
    match value {
        toml::Value::Table(table) => table.values().for_each(|value| gather(value, texts)),
        toml::Value::String(text) => texts.push(text.clone()),
        _ => {}
    }
}

fn words_of(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_alphabetic());
    words.filter(|word| word.chars().count() > 1).map(str::to_lowercase).collect()
}

#[test]
fn no_word_of_france_stands_in_any_byte_of_it() {
    let france = words_of_france();
    assert!(france.len() > 300 && france.contains("actualités") && france.contains("contenu"), "{france:?}");
    let mut found = BTreeSet::new();
    for (file, bytes) in quays() {
        let text = String::from_utf8_lossy(&bytes);
        let is_allowed =
            |word: &String| ALLOWED.iter().any(|(allowed, files, _)| allowed == word && file.contains(files));
        let words = words_of(&format!("{file} {text}"));
        let of_france = words.intersection(&france).filter(|word| !is_allowed(word));
        found.extend(of_france.map(|word| format!("{file}: {word}")));
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// Its own words and its own component stand in for the theme's; the rest is the theme's.
#[test]
fn it_has_a_theme_of_its_own_over_the_repository_s() {
    let world = support::site_of_quays();
    let own: Vec<&str> =
        world.paths().map(FilePath::as_str).filter_map(|path| path.strip_prefix("themes/quay/")).collect();
    assert_eq!(own, ["labels/en.toml", "templates/components/post-card.html", "theme.toml"]);
    let made = support::made(&world);
    let home = Html::parse_document(support::page(&made, "index.html"));
    let first = home.select(&select(".cards .card")).next().expect("the latest news");
    assert_eq!(first.child_elements().next().map(words).as_deref(), Some("1\u{a0}September 2026"));
    assert!(words(home.root_element()).contains("Find a workshop"));
    assert!(words(home.root_element()).contains("Skip to content"));
}

/// What a federation has not is not spoken of: no heading over nothing, no list of nothing.
#[test]
fn nothing_stands_empty_and_no_label_is_left_to_fill() {
    let made = quays();
    for (file, page) in pages(&made) {
        let said = words(page.root_element());
        assert!(!said.contains(['{', '}']), "{file}: {said}");
        for element in page.select(&select("h1, h2, h3, p:not([role]), li, dt, dd, th, td, a, summary, title, button, ul:not([role]), ol, dl")) {
            let is_cell = element.value().name() == "td";
            let shows = element.select(&select("img, svg, input")).next().is_some();
            assert!(is_cell || shows || !words(element).is_empty(), "{file}: {}", element.html());
        }
        for heading in page.select(&select("main h2, main h3")) {
            let next = heading.next_siblings().find_map(ElementRef::wrap);
            let name = next.map(|next| next.value().name().to_owned());
            let is_over_nothing = name.as_deref().is_none_or(|name| ["h1", "h2"].contains(&name));
            assert!(!is_over_nothing, "{file}: nothing under {}", words(heading));
        }
        let main = page.select(&select("main")).next().expect("a main part");
        assert!(main.select(&select("p, li, dd")).count() > 0, "{file} says nothing");
    }
}

#[test]
fn every_link_leads_to_a_page_that_is_there_and_no_section_is_without_entries() {
    let made = quays();
    for (file, page) in pages(&made) {
        for link in page.select(&select("a[href^='/'], link[href^='/'], img[src^='/']")) {
            let address = link.attr("href").or(link.attr("src")).expect("an address");
            let address = address.trim_start_matches('/').split('#').next().unwrap_or("");
            let index = format!("{address}index.html");
            assert!(made.contains_key(address) || made.contains_key(&index), "{file}: {address}");
        }
        for link in page.select(&select("a[href^='#']")) {
            let id = link.attr("href").unwrap_or("").trim_start_matches('#');
            assert!(page.select(&select(&format!("[id='{id}']"))).next().is_some(), "{file}: #{id}");
        }
    }
    let sections: BTreeSet<&str> =
        made.keys().filter_map(|file| file.split_once('/')).map(|(top, _)| top).collect();
    for absent in
        ["regions", "phases", "calls", "organisations", "people", "programmes", "publications", "governance"]
    {
        assert!(!sections.contains(absent), "{absent}");
        assert!(!support::page(&made, "index.html").contains(&format!("/{absent}/")), "{absent}");
    }
    assert!(!support::page(&made, "index.html").contains("class=\"tile"), "a map without regions");
}
