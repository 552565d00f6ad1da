//! What the script of the directories relies on: each card tells the facets that hold it, on any day
//! and in each language; and what the first page offers by need.
#![allow(clippy::disallowed_methods, reason = "tests read the disk")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use grappe::date::Day;
use grappe::footprint::{Footprint, Size};
use grappe::html::tree::Tree;
use grappe::language::Language;
use grappe::output::{Artifact, Site};
use grappe::plan::{Facet, Subject};
use grappe::schema::Kind;
use scraper::{ElementRef, Html, Selector};

const DAYS: [Day; 2] = [Day::constant(2023, 3, 28), support::TODAY];
const DIRECTORIES: [Kind; 2] = [Kind::Pole, Kind::Organisation];

fn site(day: Day) -> Site {
    let mut world = support::real_site();
    world.set_today(day);
    support::analysis(&world).site.expect("a site")
}

fn page(site: &Site, subject: &Subject, language: &Language) -> String {
    let address = site.plan.address(subject, language).unwrap_or_else(|| panic!("no page for {subject:?}"));
    let route = site.plan.route(address).expect("a route");
    let Artifact::Bytes(bytes) = site.make(route).expect("a sound template") else { panic!("a page") };
    String::from_utf8(bytes).expect("text")
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().replace(['\u{A0}', '\u{202F}'], " ").trim().to_owned()
}

/// The facets that each card tells, by the address that the card leads to.
fn told(html: &Html) -> BTreeMap<String, BTreeSet<String>> {
    let cards = all(html, "main .card").into_iter().map(|card| {
        let link = card.select(&Selector::parse("a").expect("a selector")).next().expect("a link");
        let facets = card.attr("data-in").unwrap_or_default().split_whitespace().map(str::to_owned);
        (link.attr("href").expect("an address").to_owned(), facets.collect())
    });
    cards.collect()
}

#[test]
fn cards_tell_the_facets_that_hold_them_and_no_other() {
    for day in DAYS {
        let site = site(day);
        for (directory, language) in DIRECTORIES
            .iter()
            .flat_map(|kind| site.federation.config.languages.iter().map(move |it| (*kind, it)))
        {
            let index =
                site.plan.address(&Subject::Index(directory), language).expect("a directory").as_str();
            let html = Html::parse_document(&page(&site, &Subject::Index(directory), language));
            let cards = told(&html);
            let links = all(&html, "main .filters a").into_iter().filter_map(|link| link.attr("href"));
            let listed: BTreeSet<&str> = links.collect();
            for token in cards.values().flatten() {
                assert!(listed.contains(format!("{index}{token}/").as_str()), "{token} on {day}");
            }
            for (facet, those) in site.plan.facets().filter(|(facet, _)| facet.directory() == directory) {
                let address = site.plan.address(&Subject::Facet(facet.clone()), language).expect("a page");
                let end = address.as_str().strip_prefix(index).expect("below the directory");
                let parts: Vec<&str> = end.trim_end_matches('/').split('/').collect();
                let tokens: Vec<String> = match (facet, parts.as_slice()) {
                    (Facet::RegionAndSector(..), [region, bretagne, mer]) => {
                        let sector = cards.values().flatten().find(|it| it.ends_with(&format!("/{mer}")));
                        vec![format!("{region}/{bretagne}"), sector.expect("a sector").clone()]
                    }
                    _ => vec![parts.join("/")],
                };
                let holding = cards.iter().filter(|(_, own)| tokens.iter().all(|token| own.contains(token)));
                let found: BTreeSet<&str> = holding.map(|(href, _)| href.as_str()).collect();
                let address = |id| site.plan.address(&Subject::Entity(id), language);
                let first = &site.federation.config.languages[0];
                let held = those.iter().map(|id| {
                    let own = address(*id).or_else(|| site.plan.address(&Subject::Entity(*id), first));
                    own.expect("a profile").as_str()
                });
                assert_eq!(found, held.collect(), "{facet:?} on {day}");
            }
        }
    }
}

#[test]
fn a_region_and_a_sector_have_a_page_where_a_card_is_of_both() {
    let site = site(support::TODAY);
    let language = &site.federation.config.languages[0];
    let cards = told(&Html::parse_document(&page(&site, &Subject::Index(Kind::Pole), language)));
    let facets: BTreeSet<&String> = cards.values().flatten().collect();
    let of =
        |word: &'static str| facets.iter().filter_map(move |facet| Some((*facet, facet.strip_prefix(word)?)));
    let mut pairs = (0, 0);
    for ((region, _), (sector, id)) in
        of("region/").flat_map(|region| of("secteur/").map(move |it| (region, it)))
    {
        let has_page =
            site.plan.route(&grappe::plan::Address::new(&format!("/poles/{region}/{id}/"))).is_some();
        let has_card = cards.values().any(|own| own.contains(region) && own.contains(sector));
        assert_eq!(has_page, has_card, "{region} {sector}");
        if has_page { pairs.0 += 1 } else { pairs.1 += 1 }
    }
    assert!(pairs.0 > 20 && pairs.1 > 20, "{pairs:?}");
}

#[test]
fn lists_that_are_known_in_part_say_so_where_they_are_counted() {
    let site = site(support::TODAY);
    let language = &site.federation.config.languages[0];
    let html = Html::parse_document(&page(&site, &Subject::Index(Kind::Pole), language));
    let link = |phase: &str| words(all(&html, &format!("main a[href=\"/poles/phase/{phase}/\"]"))[0]);
    assert_eq!(link("phase-v"), "Phase V");
    assert_eq!(link("phase-iv"), "Phase IV, liste incomplète");
}

#[test]
fn counts_are_told_politely_and_without_script_nothing_is_there_that_does_nothing() {
    let site = site(support::TODAY);
    let language = &site.federation.config.languages[0];
    for (directory, none, one, many) in [
        (Kind::Pole, "0 pôle. Rien ne réunit", "1 pôle", "{count} pôles"),
        (Kind::Organisation, "0 organisation. Rien ne réunit", "1 organisation", "{count} organisations"),
    ] {
        let text = page(&site, &Subject::Index(directory), language);
        let html = Html::parse_document(&text);
        let [status] = all(&html, "main [role=status]")[..] else { panic!("a status") };
        let form = |count: &str| status.attr(&format!("data-{count}")).expect("words").replace('\u{A0}', " ");
        assert!(form("0").starts_with(none), "{}", form("0"));
        assert_eq!((form("1").as_str(), form("2").as_str()), (one, many));
        let (before, after) = text.split_once("<template>").expect("what the script makes");
        let (template, after) = after.split_once("</template>").expect("its end");
        assert_eq!(template.matches("<select").count(), all(&html, "main .filters details").len());
        assert!(!before.contains("<select") && !after.contains("<select"));
    }
}

#[test]
fn the_script_is_light_and_so_is_the_page() {
    let script = std::fs::read(support::root().join("themes/sobre/assets/directory.js")).expect("the script");
    assert!(script.len() <= 2048, "{}", script.len());
    let files = support::made(&support::real_site());
    for file in ["poles/index.html", "organisations/index.html", "en/poles/index.html"] {
        let size = |address: &str| {
            files.get(address.trim_start_matches('/')).map(|bytes| Size::plain(bytes.len() as u64))
        };
        let page = support::page(&files, file);
        let weight = Footprint::of(&Tree::read(page), file, Size::plain(page.len() as u64), size);
        assert_eq!(weight.requests(), 3, "{file}: the page, its style sheet, the script");
        assert!(weight.eco_index().score >= 75, "{file}: {:?}", weight.eco_index());
    }
}

#[test]
fn a_door_that_nothing_is_behind_is_not_on_the_first_page() {
    let doors = |day| {
        let site = site(day);
        let html = Html::parse_document(&page(&site, &Subject::Home, &site.federation.config.languages[0]));
        let heading = all(&html, "main h3").into_iter().find(|it| words(*it) == "Par besoin").expect("needs");
        let list = heading.next_siblings().find_map(ElementRef::wrap).expect("a list");
        let link = Selector::parse("a").expect("a selector");
        list.select(&link).filter_map(|it| it.attr("href")).map(str::to_owned).collect::<Vec<_>>()
    };
    let today = doors(support::TODAY);
    assert_eq!(today[0], "/adherer/");
    assert!(!today.iter().any(|href| href == "/appels-a-projets/" || href == "/agenda/"), "{today:?}");
    // The call of phase V was open.
    let then = doors(Day::constant(2022, 9, 1));
    assert!(then.iter().any(|href| href == "/appels-a-projets/"), "{then:?}");
}
