//! The pages of the whole site that are no list of a kind: A to Z, governance, press.

mod support;

use std::collections::BTreeSet;

use grappe::date::Day;
use grappe::output::{Artifact, Site};
use grappe::plan::{Address, INDEXED, Output, Route, Subject};
use grappe::schema::Kind;
use grappe::world::MemoryWorld;
use scraper::{Html, Selector};

fn site(world: &MemoryWorld) -> Site {
    support::analysis(world).site.expect("a site")
}

fn text(site: &Site, address: &str) -> String {
    let route = site.plan.route(&Address::new(address)).unwrap_or_else(|| panic!("no {address}"));
    let Artifact::Bytes(bytes) = site.make(route).expect("a sound template") else { panic!("bytes") };
    String::from_utf8(bytes).expect("text").replace(['\u{A0}', '\u{202F}'], " ")
}

fn has_page(site: &Site, address: &str) -> bool {
    site.plan.route(&Address::new(address)).is_some()
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("a selector")
}

/// The words of what a selector finds.
fn found(page: &str, wanted: &str) -> Vec<String> {
    let html = Html::parse_document(page);
    html.select(&selector(wanted)).map(|it| it.text().collect::<String>().trim().to_owned()).collect()
}

#[test]
fn every_profile_is_in_the_list_from_a_to_z() {
    let site = site(&support::real_site());
    for (address, language) in
        ["/recherche/", "/en/search/"].into_iter().zip(&site.federation.config.languages)
    {
        let page = text(&site, address);
        let html = Html::parse_document(&page);
        let links: BTreeSet<&str> =
            html.select(&selector("main li a")).filter_map(|link| link.attr("href")).collect::<BTreeSet<_>>();
        let mut count = 0;
        for kind in INDEXED.into_iter().chain([Kind::Page]) {
            for (id, entity) in site.federation.listed(kind) {
                let subject = Subject::Entity(id);
                let first = &site.federation.config.languages[0];
                let own = site.plan.address(&subject, language).or(site.plan.address(&subject, first));
                assert!(links.contains(own.expect("a page").as_str()), "{} on {address}", entity.id());
                count += 1;
            }
        }
        assert!(count > 100, "{count}");
        let letters = found(&page, "main h2[id]");
        assert!(letters.is_sorted() && (5..=8).contains(&letters.len()), "{letters:?}");
        assert!(letters.last().is_some_and(|last| last.ends_with(['X', 'Y', 'Z'])), "{letters:?}");
    }
}

#[test]
fn a_former_name_and_another_spelling_lead_to_the_entry() {
    let site = site(&support::real_site());
    let entries = found(&text(&site, "/recherche/"), "main li");
    for entry in
        ["Aquinetic → NAOS, cluster", "Association française des pôles de compétitivité (AFPC), fédération"]
    {
        assert!(entries.iter().any(|own| own == entry), "{entry}");
    }
    // Écoconception stands among the E: accents aside.
    let place = entries.iter().position(|own| own.starts_with("Écoconception")).expect("an entry");
    let around = [&entries[place - 1], &entries[place + 1]];
    assert!(around[0].starts_with('D') && around[1].starts_with('E'), "{around:?}");
}

#[test]
fn a_name_that_is_to_come_is_not_in_the_list() {
    let mut world = support::real_site();
    let profile = "names:\n  - name: Ancien Port\n    until: 2020-01-01\n  - name: Nouveau Port\n    from: 2020-01-01\naliases: [Nouveau Port, Le Port]\nsectors: [mer]\nregions: [bretagne]\nsources: [bretagne-2019]\n";
    world.insert("content/poles/port.yaml", profile);
    let named = |day: Day| {
        let mut world = world.clone();
        world.set_today(day);
        let page = text(&site(&world), "/recherche/");
        ["Ancien Port", "Nouveau Port", "Le Port"].map(|name| page.contains(name))
    };
    assert_eq!(named(Day::constant(2019, 6, 1)), [true, false, true]);
    assert_eq!(named(Day::constant(2021, 6, 1)), [true, true, true]);
}

#[test]
fn governance_tells_what_is_only_attested() {
    let mut world = support::real_site();
    let page = text(&site(&world), "/gouvernance/");
    assert_eq!(found(&page, "main h2"), ["Fonctions attestées à une date"]);
    assert!(page.contains("Président (attesté en avril 2024)"), "{page}");
    // The ministry is not of the federation.
    assert!(!page.contains("Roland Lescure"), "{page}");
    world.insert(
        "content/people/camille-durand.yaml",
        "name: Camille Durand\nroles:\n  - organisation: tes\n    title: Présidente\n    from: 2024-01-01\n    source: orange-2024\n  - organisation: afpc\n    title: Trésorière\n    from: 2018\n    until: 2020\n    source: orange-2024\nsources: [orange-2024]\n",
    );
    let page = text(&site(&world), "/gouvernance/");
    assert_eq!(
        found(&page, "main h2"),
        ["En fonction", "Fonctions attestées à une date", "Anciennes fonctions"]
    );
    world.set_today(Day::constant(2017, 1, 1));
    assert!(!has_page(&site(&world), "/gouvernance/"));
}

#[test]
fn the_press_page_says_when_there_is_no_release_and_lists_them_when_there_is() {
    let mut world = support::real_site();
    let is_release = |path: &grappe::source::FilePath| {
        path.as_str().starts_with("content/news/")
            && support::text_of(&world, path).contains("type: press-release")
    };
    assert!(!world.paths().any(is_release), "the real site has releases now: turn the test round");
    let page = text(&site(&world), "/espace-presse/");
    assert!(page.contains("Ce site n’a publié aucun communiqué."), "{page}");
    assert!(!has_page(&site(&world), "/actualites/communiques/"));
    world.insert(
        "content/news/2024/2024-05-02-annonce.md",
        "---\ntitle: Une annonce\ndate: 2024-05-02\ntype: press-release\nsource: orange-2024\npress_contact: alain-rousset\n---\n\nUn texte.\n",
    );
    let site = site(&world);
    let page = text(&site, "/espace-presse/");
    assert!(!page.contains("aucun communiqué") && page.contains("Une annonce"), "{page}");
    assert!(found(&page, "main h3").contains(&"Alain Rousset".to_owned()), "{page}");
    assert!(page.contains("href=\"/actualites/communiques/\""), "{page}");
    assert_eq!(found(&text(&site, "/actualites/communiques/"), "h1"), ["Communiqués"]);
    assert!(text(&site, "/actualites/2024/annonce/").contains("Communiqué"));
}

#[test]
fn every_route_is_made_once_and_posts_the_newest_first() {
    let site = site(&support::real_site());
    let by_date = site.plan.routes_by_date(site.federation.config.page_size);
    let addresses: BTreeSet<&Address> = by_date.iter().map(|route| &route.address).collect();
    assert_eq!(addresses, site.plan.routes().iter().map(|route| &route.address).collect());
    assert_eq!(by_date.len(), site.plan.routes().len());
    let date = |route: &&Route| match &route.output {
        Output::Page(Subject::Entity(id), _) => site.federation.entity(*id).post()?.date,
        _ => None,
    };
    let dates: Vec<Day> = by_date.iter().filter_map(date).map(|date| date.first).collect();
    assert!(dates.len() > 40 && dates.is_sorted_by(|newer, older| newer >= older), "{dates:?}");
}
