//! The facets of the directories agree with the directories, the regions and the phases.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use grappe::date::Day;
use grappe::model::EntityId;
use grappe::output::{Artifact, Site};
use grappe::plan::{Address, Facet, Subject};
use grappe::schema::Kind;
use scraper::{ElementRef, Html, Selector};

const DAYS: [Day; 3] = [Day::constant(2023, 3, 28), Day::constant(2024, 2, 1), support::TODAY];

fn site(day: Day) -> Site {
    let mut world = support::real_site();
    world.set_today(day);
    support::analysis(&world).site.expect("a site")
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("a selector")
}

/// The address of a page in the first language.
fn address(site: &Site, subject: &Subject) -> Address {
    let first = &site.federation.config.languages[0];
    site.plan.address(subject, first).unwrap_or_else(|| panic!("no page for {subject:?}")).clone()
}

fn made(site: &Site, address: &Address) -> Html {
    let route = site.plan.route(address).expect("a route");
    let Artifact::Bytes(bytes) = site.make(route).expect("a sound template") else { panic!("a page") };
    Html::parse_document(std::str::from_utf8(&bytes).expect("text"))
}

fn page(site: &Site, subject: &Subject) -> Html {
    made(site, &address(site, subject))
}

/// The addresses that the cards of a page lead to.
fn cards(html: &Html) -> BTreeSet<String> {
    html.select(&selector("main .card > a")).filter_map(|link| link.attr("href").map(str::to_owned)).collect()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().replace('\u{A0}', " ").trim().to_owned()
}

/// The number at the head of « 12 pôles ».
fn number(words: &str) -> usize {
    words.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("{words}"))
}

/// What each link of a page to a facet says that it holds: « Bretagne (6) ».
fn told(html: &Html) -> Vec<(String, usize)> {
    let (items, link) = (selector("main li"), selector("a"));
    let counted = html.select(&items).filter(|item| text(*item).ends_with(')'));
    counted
        .filter_map(|item| {
            let words = text(item);
            let href = item.select(&link).next()?.attr("href")?.to_owned();
            let count = words.rsplit_once('(')?.1.trim_end_matches(')').parse().ok()?;
            Some((href, count))
        })
        .collect()
}

fn addresses(site: &Site, ids: &[EntityId]) -> BTreeSet<String> {
    ids.iter().map(|id| address(site, &Subject::Entity(*id)).to_string()).collect()
}

#[test]
fn a_facet_lists_those_it_counts_wherever_it_is_counted() {
    for day in DAYS {
        let site = site(day);
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for (facet, those) in site.plan.facets() {
            assert!(!those.is_empty(), "{facet:?} is empty");
            let subject = Subject::Facet(facet.clone());
            let html = page(&site, &subject);
            let count = html.select(&selector("main .meta")).next().map(text).expect("a count");
            assert_eq!(number(&count), those.len(), "{facet:?} on {day}");
            assert_eq!(cards(&html), addresses(&site, those), "{facet:?} on {day}");
            counts.insert(address(&site, &subject).to_string(), those.len());
        }
        assert!(counts.len() > 60, "{}", counts.len());
        let mut links = 0;
        let first = &site.federation.config.languages[0];
        let counts_some = |subject: &Subject| {
            matches!(subject, Subject::Home | Subject::Index(_) | Subject::Facet(_) | Subject::Entity(_))
        };
        let pages =
            site.plan.pages().filter(|(_, subject, language)| *language == first && counts_some(subject));
        for (route, ..) in pages {
            for (href, count) in told(&made(&site, &route.address)) {
                if let Some(counted) = counts.get(&href) {
                    assert_eq!(count, *counted, "{} on {day} says {count} for {href}", route.address);
                    links += 1;
                }
            }
        }
        assert!(links > 400, "{links}");
    }
}

#[test]
fn facets_agree_with_the_directory_the_regions_and_the_phases() {
    for day in DAYS {
        let site = site(day);
        let directory = page(&site, &Subject::Index(Kind::Pole));
        let all = directory.select(&selector("main .meta")).next().map(text).expect("a count");
        let (mut of_sectors, mut regions, mut phases) = (BTreeSet::new(), 0, 0);
        for (facet, those) in site.plan.facets() {
            match facet {
                Facet::Sector(_) => of_sectors.extend(those.iter().copied()),
                Facet::Region(region) => {
                    let html = page(&site, &Subject::Entity(*region));
                    let own = address(&site, &Subject::Facet(facet.clone()));
                    let link = html.select(&selector(&format!(".facts a[href=\"{own}\"]"))).next();
                    assert_eq!(number(&text(link.expect("a link to the poles"))), those.len());
                    assert!(cards(&html).is_superset(&addresses(&site, those)), "{facet:?}");
                    regions += 1;
                }
                Facet::RegionAndSector(region, sector) => {
                    let (region, sector) = (Facet::Region(*region), Facet::Sector(sector.clone()));
                    let is_in = |id: &&EntityId| site.plan.facet(&sector).contains(id);
                    let both: Vec<EntityId> =
                        site.plan.facet(&region).iter().filter(is_in).copied().collect();
                    assert_eq!(those, both, "{facet:?}");
                }
                Facet::Phase(phase) => {
                    let html = page(&site, &Subject::Entity(*phase));
                    let links = selector("main ul.wide a");
                    let listed = html.select(&links).filter_map(|link| link.attr("href").map(str::to_owned));
                    let listed: BTreeSet<String> = listed.collect();
                    assert_eq!(listed, addresses(&site, those), "{facet:?}");
                    phases += 1;
                }
                Facet::OrganisationKind(_) | Facet::OrganisationRegion(_) => {}
            }
        }
        // Every pole has a sector: all sectors together are the directory.
        assert_eq!(of_sectors.len(), number(&all), "{day}");
        assert!(regions > 10 && phases > 0, "{regions} regions, {phases} phases");
    }
}

#[test]
fn the_heading_of_a_facet_is_good_french() {
    let site = site(support::TODAY);
    let heading = |address: &str| {
        let html = made(&site, &Address::new(address));
        html.select(&selector("h1")).next().map(text).expect("a heading")
    };
    assert_eq!(heading("/poles/region/occitanie/"), "Les pôles d’Occitanie");
    assert_eq!(heading("/poles/region/bretagne/numerique/"), "Les pôles en Bretagne — numérique");
    assert_eq!(heading("/en/poles/region/bretagne/"), "Clusters in Brittany");
    assert_eq!(heading("/poles/phase/phase-v/"), "Les pôles labellisés en phase V");
    assert_eq!(heading("/poles/secteur/energie/"), "Les pôles du secteur « Énergie »");
}
