//! A site in two languages: each page leads to itself in the other, and what is not in the language of
//! its page says so.
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "addresses are in small letters")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use scraper::{ElementRef, Html, Selector};

fn select(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}

/// The pages of a site by their addresses, redirections aside.
fn pages(made: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Html> {
    let pages = made.keys().filter(|file| file.ends_with(".html"));
    let pages = pages.map(|file| {
        let address = format!("/{}", file.strip_suffix("index.html").unwrap_or(file));
        (address, Html::parse_document(support::page(made, file)))
    });
    pages.filter(|(_, page)| page.select(&select("main")).next().is_some()).collect()
}

fn real_pages() -> BTreeMap<String, Html> {
    pages(&support::made(&support::real_site()))
}

fn language(page: &Html) -> &str {
    page.root_element().attr("lang").expect("a language")
}

/// The versions that the head of a page names, its own among them: language and address.
fn versions(page: &Html) -> BTreeSet<(String, String)> {
    let named = select("head link[rel=alternate][hreflang]:not([hreflang=x-default])");
    page.select(&named).map(|link| (link.attr("hreflang").expect("one").to_owned(), path(link))).collect()
}

/// Where a link leads, below the site's address.
fn path(link: ElementRef<'_>) -> String {
    link.attr("href").expect("an address").trim_start_matches("https://poles.example").to_owned()
}

#[test]
fn versions_name_each_other_and_are_in_the_language_that_they_say() {
    let pages = real_pages();
    let mut several = 0;
    for (address, page) in &pages {
        let versions = versions(page);
        if versions.is_empty() {
            continue;
        }
        several += 1;
        assert!(versions.contains(&(language(page).to_owned(), address.clone())), "{address}: {versions:?}");
        for (tag, other) in &versions {
            let other_page = pages.get(other).unwrap_or_else(|| panic!("{address} names {other}"));
            assert_eq!(language(other_page), tag, "{address} names {other}");
            assert_eq!(self::versions(other_page), versions, "{address} and {other}");
        }
        let usual = page.select(&select("link[hreflang=x-default]")).next().map(path);
        let first = versions.iter().find(|(tag, _)| tag == "fr").map(|(_, first)| first.clone());
        assert_eq!(usual, first, "{address}");
    }
    assert!(several > 100, "{several} pages are in two languages");
}

#[test]
fn the_switch_leads_to_the_same_page_or_to_the_first_where_there_is_none() {
    for (address, page) in &real_pages() {
        let links = select(".languages a[hreflang]");
        let pair = |link: ElementRef<'_>| (link.attr("hreflang").expect("one").to_owned(), path(link));
        let switch: Vec<(String, String)> = page.select(&links).map(pair).collect();
        let own = language(page);
        let mut others: Vec<(String, String)> =
            versions(page).into_iter().filter(|(tag, _)| tag != own).collect();
        if others.is_empty() {
            let first = if own == "fr" { ("en", "/en/") } else { ("fr", "/") };
            others = vec![(first.0.to_owned(), first.1.to_owned())];
        }
        assert_eq!(switch, others, "{address}");
        let named = page.select(&links).all(|link| link.attr("lang").is_some());
        assert!(named, "{address}: the name of a language is in that language");
    }
}

/// Whoever follows a link, or hears its words, is told of another language beforehand.
#[test]
fn a_link_to_a_page_in_another_language_says_so() {
    let pages = real_pages();
    let mut foreign = 0;
    for (address, page) in &pages {
        let own = language(page);
        for link in page.select(&select("main a[href^='/']")) {
            let target = path(link);
            let Some(other) = pages.get(target.split('#').next().unwrap_or("")).map(language) else {
                continue;
            };
            let said = link.attr("hreflang").unwrap_or(own);
            assert_eq!(said, other, "{address}: {}", link.html());
            foreign += usize::from(own != other);
        }
    }
    assert!(foreign > 0, "no link of the real site leads to another language");
}

const FRENCH: &str = "name: Pôle Un
summary: Il réunit ceux qui font des coques.
specialities: [coques en bois]
sectors: [coques]
regions: [iles]
";

#[test]
fn a_passage_in_another_language_bears_it() {
    let mut world = support::real_site();
    let paths: Vec<String> = world.paths().map(|path| path.as_str().to_owned()).collect();
    paths.iter().filter(|path| path.starts_with("content/")).for_each(|path| world.remove(path));
    world.insert("site-config.toml", support::CONFIG.replace("\"nu\"", "\"sobre\""));
    for (path, text) in support::NEEDED_PAGES {
        world.insert(&format!("content/{path}"), text);
    }
    let post = |title: &str| {
        format!(
            "---\ntitle: {title}\ndate: 2026-05-04\nabout: [un]\n---\nUn [slipway]{{lang=en}} pour tous.\n"
        )
    };
    for (path, text) in [
        ("poles/un.yaml", FRENCH.to_owned()),
        ("poles/un.en.yaml", "summary: It gathers those who make hulls.\n".to_owned()),
        ("regions/iles.yaml", "name: Les Îles\n".to_owned()),
        ("vocabularies/sectors.yaml", "terms:\n  - {id: coques, name: Coques}\n".to_owned()),
        ("news/2026/2026-05-04-rails.md", post("Des rails")),
    ] {
        world.insert(&format!("content/{path}"), text);
    }
    let made = support::made(&world);
    let foreign = |file: &str, tag: &str| -> Vec<String> {
        let page = Html::parse_document(support::page(&made, file));
        let marked = select(&format!("main [lang={tag}]:not([hreflang])"));
        page.select(&marked).map(|passage| passage.text().collect()).collect()
    };
    assert_eq!(foreign("en/poles/un/index.html", "fr"), ["coques en bois"]);
    assert_eq!(foreign("poles/un/index.html", "fr"), [""; 0]);
    assert_eq!(foreign("actualites/2026/rails/index.html", "en"), ["slipway"]);
    assert_eq!(foreign("actualites/2026/rails/index.html", "fr"), [""; 0]);
}
