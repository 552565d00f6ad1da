//! The real site says what the content says: presence, roles, dates, languages.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk")]
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "grappe writes these endings")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use grappe::baseline::Baseline;
use grappe::build::{Options, analyse};
use grappe::date::Day;
use grappe::model::{BacklinkRole, Data, EntityId, Federation};
use grappe::output::{Artifact, Site};
use grappe::plan::{Address, Addresses, NewsFilter, Subject};
use grappe::published::FILE;
use grappe::schema::Kind;
use grappe::source::FilePath;
use grappe::world::MemoryWorld;
use scraper::{Html, Selector};

fn site(day: Day) -> Site {
    let mut world = support::real_site();
    world.set_today(day);
    let analysis = support::analysis(&world);
    analysis.site.unwrap_or_else(|| panic!("{:#?}", support::lines(&analysis.diagnostics, &world)))
}

fn file_of(site: &Site, id: &str) -> String {
    let federation = &site.federation;
    let entity = federation.entity(federation.find(id).expect("an entity"));
    Addresses::new(&federation.config, &federation.config.languages[0]).entity(entity).file()
}

/// The addresses that a page links to.
fn links(page: &str) -> BTreeSet<String> {
    let selector = Selector::parse("main a[href]").expect("a selector");
    let html = Html::parse_document(page);
    html.select(&selector).filter_map(|link| link.attr("href").map(str::to_owned)).collect()
}

fn address(federation: &Federation, id: grappe::model::EntityId) -> String {
    let entity = federation.entity(id);
    Addresses::new(&federation.config, &federation.config.languages[0]).entity(entity).to_string()
}

/// The real site with the addresses that it has once published.
fn with_published_addresses() -> MemoryWorld {
    let mut world = support::real_site();
    let published = std::fs::read(support::root().join(FILE)).expect("the ledger");
    world.insert(FILE, published);
    world
}

/// Neither the day nor drafts decide whether an address is lost.
#[test]
fn no_published_address_is_lost_on_another_day() {
    for today in [Day::constant(2005, 1, 1), Day::constant(2018, 6, 1), Day::constant(2040, 1, 1)] {
        let mut world = with_published_addresses();
        world.set_today(today);
        let diagnostics = support::analysis(&world).diagnostics;
        let lost = diagnostics.iter().filter(|diagnostic| diagnostic.code == "vanished-address");
        assert_eq!(lost.count(), 0, "{today}: {:#?}", support::lines(&diagnostics, &world));
    }
    let mut world = with_published_addresses();
    world.remove("content/poles/tes.yaml");
    let diagnostics = support::analysis(&world).diagnostics;
    let lost = diagnostics.iter().filter(|diagnostic| diagnostic.code == "vanished-address");
    assert!(lost.count() >= 2, "the two pages of TES are lost");
}

/// What the real content is told, and is true: the labels of phase V end within six months, and some
/// figures are old and no later one is known; what only a publisher knows is marked so. The site's baseline accepts it.
const TRUE_OF_THE_REAL_CONTENT: [(&str, &str); 8] = [
    ("accessibility.toml", "to-fill"),
    ("content/organisations/poles-de-competitivite.yaml", "stale-figure"),
    ("content/pages/contact.md", "to-fill"),
    ("content/pages/donnees-personnelles.md", "to-fill"),
    ("content/pages/mentions-legales.md", "to-fill"),
    ("content/phases/phase-v.yaml", "label-ends-soon"),
    ("content/regions/nouvelle-aquitaine.yaml", "stale-figure"),
    ("eco-design.toml", "to-fill"),
];

#[test]
fn the_real_content_is_told_nothing_but_what_is_true() {
    let mut world = with_published_addresses();
    let diagnostics = support::analysis(&world).diagnostics;
    let told: Vec<_> = diagnostics.iter().map(|it| (it.place.file.as_str(), it.code)).collect();
    assert_eq!(told, TRUE_OF_THE_REAL_CONTENT, "{:#?}", support::lines(&diagnostics, &world));
    let baseline = std::fs::read(support::root().join(grappe::baseline::FILE)).expect("the baseline");
    world.insert(grappe::baseline::FILE, baseline);
    let parted = Baseline::read(&world).expect("read").part(diagnostics);
    assert_eq!((parted.new.len(), parted.gone), (0, 0));
}

#[test]
fn a_pole_shows_on_the_page_of_each_of_its_regions() {
    let made = support::made(&support::real_site());
    let site = site(support::TODAY);
    let federation = &site.federation;
    let mut count = 0;
    for (id, entity) in federation.known(Kind::Pole) {
        let Data::Organisation(pole) = &entity.data else { panic!("a pole") };
        for region in &pole.regions {
            let page = support::page(&made, &file_of(&site, region));
            assert!(links(page).contains(&address(federation, id)), "{} on {region}", entity.id());
            count += 1;
        }
    }
    assert!(count > 30, "{count}");
}

#[test]
fn a_post_shows_on_the_page_of_each_entity_it_is_about_as_its_subject() {
    let made = support::made(&support::real_site());
    let site = site(support::TODAY);
    let federation = &site.federation;
    let (mut count, mut older) = (0, 0);
    for (id, entity) in federation.known(Kind::Post) {
        let Data::Post(post) = &entity.data else { panic!("a post") };
        for subject in &post.about {
            let subject_id = federation.find(subject).expect("an entity");
            let is_subject =
                |link: &grappe::model::Backlink| link.from == id && link.role == BacklinkRole::Subject;
            assert!(federation.backlinks(subject_id).any(|link| is_subject(&link)), "{subject}");
            let page = support::page(&made, &file_of(&site, subject));
            let under = headings_of_link(page, &address(federation, id));
            if under.is_empty() {
                // An older one of many: it is in the list that the page leads to.
                let (list, others) = list_about(&site, subject_id);
                assert!(links(page).contains(&list), "{} on {subject}", entity.id());
                let is_there =
                    |file: &String| links(support::page(&made, file)).contains(&address(federation, id));
                assert!(others.iter().any(is_there), "{} in {list}", entity.id());
                older += 1;
                continue;
            }
            assert_eq!(under, ["Actualités"], "{} on {subject}", entity.id());
            count += 1;
        }
    }
    assert!(count > 20 && older > 5, "{count} {older}");
}

/// The address of the list of the posts about an entity, and the files of its pages.
fn list_about(site: &Site, id: EntityId) -> (String, Vec<String>) {
    let language = &site.federation.config.languages[0];
    let page = |number| site.plan.address(&Subject::News(NewsFilter::About(id), number), language);
    let list = page(1).unwrap_or_else(|| panic!("no list about {id:?}"));
    (list.to_string(), (1..).map_while(page).map(Address::file).collect())
}

/// The headings of the sections in which a page links to an address.
fn headings_of_link(page: &str, address: &str) -> Vec<String> {
    let html = Html::parse_document(page);
    let section = Selector::parse("main section").expect("a selector");
    let heading = Selector::parse("h2").expect("a selector");
    let link = Selector::parse(&format!("a[href=\"{address}\"]")).expect("a selector");
    let holding = html.select(&section).filter(|section| section.select(&link).next().is_some());
    holding.filter_map(|section| Some(section.select(&heading).next()?.text().collect())).collect()
}

#[test]
fn a_merger_is_announced_then_abandoned() {
    let status = |day| {
        let mut world = support::real_site();
        world.set_today(day);
        let made = support::made(&world);
        let page = support::page(&made, "partenariats/images-et-reseaux-tes-merger/index.html").to_owned();
        let federation = support::analysis(&world).site.expect("a site").federation;
        let id = federation.find("images-et-reseaux-tes-merger").expect("the merger");
        let Data::Partnership(merger) = &federation.entity(id).data else { panic!("a partnership") };
        (merger.status(day).map(grappe::model::MilestoneState::word), page)
    };
    let (word, page) = status(Day::constant(2018, 10, 2));
    assert_eq!(word, Some("announced"));
    assert!(page.contains("Projet annoncé") && !page.contains("bandon"), "{page}");
    for party in ["/poles/images-et-reseaux/", "/poles/tes/"] {
        assert!(links(&page).contains(party), "{party}");
    }
    let (word, page) = status(Day::constant(2023, 4, 4));
    assert_eq!(word, Some("abandoned"));
    assert!(page.contains("Projet abandonné"), "{page}");
}

#[test]
fn nothing_that_was_not_known_yet_shows() {
    let mut world = support::real_site();
    world.set_today(Day::constant(2018, 10, 2));
    let made = support::made(&world);
    assert!(
        !made.contains_key("poles/aquanova/index.html") && !made.contains_key("phases/phase-v/index.html")
    );
    let later = ["Aquanova", "2023-03-27", "27\u{A0}mars 2023", "/2024/"];
    for (file, bytes) in made.iter().filter(|(file, _)| file.ends_with(".html") || file.ends_with(".xml")) {
        let text = String::from_utf8_lossy(bytes);
        let main = text.split("<main").nth(1).unwrap_or(&text);
        // Lasting pages speak of today whatever the day.
        let is_lasting = !file.contains('/') || file.matches('/').count() == 1;
        for word in later.iter().filter(|_| !is_lasting) {
            assert!(!main.contains(word), "{file} says {word}");
        }
    }
}

/// Every template of the theme is rendered by a page of the real site or by those below.
#[test]
fn every_template_is_rendered() {
    let world = support::real_site();
    let site = site(support::TODAY);
    let mut rendered: BTreeSet<String> = BTreeSet::new();
    for route in site.plan.routes() {
        site.make(route).expect("a sound template");
        if let Some(template) = site.template(route) {
            rendered.insert(template.to_owned());
        }
    }
    let templates: BTreeMap<String, String> = world
        .paths()
        .filter_map(|path| {
            Some((path.as_str().strip_prefix("themes/sobre/templates/")?.to_owned(), path.clone()))
        })
        .map(|(name, path)| (name, support::text_of(&world, &path)))
        .collect();
    assert!(templates.len() > 20);
    for (name, text) in &templates {
        let is_used = match name.rsplit_once('/') {
            None => {
                let extended = format!("extends \"{name}\"");
                rendered.contains(name) || templates.values().any(|other| other.contains(&extended))
            }
            Some(("directives", _)) => true,
            Some(_) => defined(text).iter().all(|component| {
                let is_call =
                    |end| templates.values().any(|other| other.contains(&format!("<{component}{end}")));
                [" ", ">", "/"].into_iter().any(is_call)
            }),
        };
        assert!(is_used, "{name} is rendered by no page");
    }
}

/// The components that a file defines.
fn defined(text: &str) -> Vec<&str> {
    let openings = text.split("component ").skip(1);
    openings
        .filter_map(|rest| rest.split('(').next())
        .filter(|name| !name.contains(['%', '}', ' ']))
        .collect()
}

#[test]
fn every_internal_link_leads_somewhere() {
    let made = support::made(&support::real_site());
    let mut count = 0;
    for (file, bytes) in made.iter().filter(|(file, _)| file.ends_with(".html")) {
        let html = Html::parse_document(std::str::from_utf8(bytes).expect("text"));
        for link in html.select(&Selector::parse("[href]").expect("a selector")) {
            let href = link.attr("href").unwrap_or("");
            let path = href.split('#').next().unwrap_or("");
            if !path.starts_with('/') {
                continue;
            }
            let target = grappe::plan::Address::new(path).file();
            assert!(made.contains_key(&target), "{file} links to {href}");
            count += 1;
        }
    }
    assert!(count > 2000, "{count}");
}

/// The only pages with a script: search, and what filters a directory.
const SCRIPTED: [&str; 6] = [
    "en/organisations/index.html",
    "en/poles/index.html",
    "en/search/index.html",
    "organisations/index.html",
    "poles/index.html",
    "recherche/index.html",
];

#[test]
fn every_page_has_its_frame() {
    let made = support::made(&support::real_site());
    let one =
        |html: &Html, selector: &str| html.select(&Selector::parse(selector).expect("a selector")).count();
    for (file, bytes) in made.iter().filter(|(file, _)| file.ends_with(".html")) {
        let text = std::str::from_utf8(bytes).expect("text");
        let html = Html::parse_document(text);
        assert!(text.to_ascii_lowercase().starts_with("<!doctype html>"), "{file}");
        for landmark in ["main", "h1", "title", "header nav", "footer"] {
            assert!(one(&html, landmark) >= 1, "{file} lacks {landmark}");
        }
        assert_eq!((one(&html, "h1"), one(&html, "main")), (1, 1), "{file}");
        assert_eq!(one(&html, "[style]") + one(&html, "script:not([src])"), 0, "{file}");
        let has_script = SCRIPTED.contains(&file.as_str());
        assert_eq!(one(&html, "script[src]"), usize::from(has_script), "{file}");
        let lang = if file.starts_with("en/") { "html[lang=en]" } else { "html[lang=fr]" };
        assert_eq!(one(&html, lang), 1, "{file}");
        for slot in ["{{", "{%", "\u{E000}", "{count}", "{date}"] {
            // The script of a directory fills in its own counts.
            let is_filled_later = has_script && slot == "{count}";
            assert!(is_filled_later || !text.contains(slot), "{file} shows {slot}");
        }
        let mut ids: Vec<&str> = html
            .select(&Selector::parse("[id]").expect("a selector"))
            .filter_map(|it| it.attr("id"))
            .collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{file} repeats an id");
    }
}

#[test]
fn a_page_leads_to_itself_in_the_other_language() {
    let site = site(support::TODAY);
    let languages = &site.federation.config.languages;
    let pole = site.federation.find("enter").expect("ENTER");
    let addresses: Vec<String> = languages
        .iter()
        .filter_map(|language| site.plan.address(&Subject::Entity(pole), language))
        .map(ToString::to_string)
        .collect();
    assert_eq!(addresses, ["/poles/enter/", "/en/poles/enter/"]);
    let made = support::made(&support::real_site());
    let page = support::page(&made, "poles/enter/index.html");
    assert!(page.contains("hreflang=\"en\"") && page.contains("/en/poles/enter/"));
}

/// A figure that a text quotes is there: never a hole where the number should be.
#[test]
fn every_quoted_figure_shows() {
    let made = support::made(&support::real_site());
    let world = support::real_site();
    let quoted: usize = world
        .paths()
        .filter(|path| path.as_str().starts_with("content/"))
        .map(|path| support::text_of(&world, path).matches("{{figure:").count())
        .sum();
    let shown: usize = made
        .iter()
        .filter(|(file, _)| file.ends_with(".html"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes).matches("<small class=\"figure\">").count())
        .sum();
    // Profiles show in every language: a figure quoted once may show twice, never less than once.
    assert!(quoted > 5 && shown >= quoted, "{quoted} quoted, {shown} shown");
    for (file, bytes) in made.iter().filter(|(file, _)| file.ends_with(".html")) {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains(":\u{A0}</li>") && !text.contains("\u{A0}: </li>"), "{file} has a hole");
    }
}

/// What the list of poles says on a day: its count in words, and the page.
fn poles_on(day: Day) -> (String, String) {
    let mut world = support::real_site();
    world.set_today(day);
    let made = support::made(&world);
    let page = support::page(&made, "poles/index.html").to_owned();
    let html = Html::parse_document(&page);
    let count = html.select(&Selector::parse("main .meta").expect("a selector")).next().expect("a count");
    (count.text().collect::<String>().trim().replace('\u{A0}', " "), page)
}

#[test]
fn the_poles_of_a_day_are_counted() {
    let (count, page) = poles_on(Day::constant(2023, 3, 28));
    assert!(count == "55 pôles" && !page.contains("Aquanova"), "{count}");
    let (count, page) = poles_on(Day::constant(2024, 2, 1));
    assert!(count == "57 pôles" && page.contains("Aquanova"), "{count}");
}

#[test]
fn after_the_last_phase_renewal_is_awaited() {
    let (count, page) = poles_on(Day::constant(2027, 1, 15));
    assert_eq!(count, "57 pôles");
    assert!(page.contains("enouvellement en attente") && !page.contains("abellisé jusqu’au"), "{page}");
    let mut world = support::real_site();
    world.set_today(Day::constant(2027, 1, 15));
    let made = support::made(&world);
    assert!(support::page(&made, "poles/tes/index.html").contains("enouvellement en attente"));
}

#[test]
fn no_page_shows_a_raw_id_or_an_empty_section() {
    let made = support::made(&support::real_site());
    let site = site(support::TODAY);
    let ids: BTreeSet<&str> = site.federation.ids().filter(|id| id.contains('-')).collect();
    let section = Selector::parse("section").expect("a selector");
    let main = Selector::parse("main").expect("a selector");
    for (file, bytes) in made.iter().filter(|(file, _)| file.ends_with(".html") && !file.contains("ancienne"))
    {
        let html = Html::parse_document(std::str::from_utf8(bytes).expect("text"));
        let Some(main) = html.select(&main).next() else { continue };
        let text: String = main.text().collect::<Vec<_>>().join(" ");
        for word in text.split(|letter: char| letter.is_whitespace() || "()«»,;:".contains(letter)) {
            // A website's name may be that of its pole: `images-et-reseaux.com` is no id.
            assert!(!ids.contains(word), "{file} shows the id {word}");
        }
        for section in html.select(&section) {
            let elements = section.children().filter(|child| child.value().is_element()).count();
            assert!(elements > 1 || section.attr("class") == Some("table"), "{file}: {}", section.html());
        }
        for heading in html.select(&Selector::parse("h1, h2, h3, dt, dd, th, a").expect("a selector")) {
            let has_picture = heading.html().contains("<svg") || heading.html().contains("<img");
            let is_empty = heading.text().collect::<String>().trim().is_empty() && !has_picture;
            assert!(!is_empty, "{file}: {}", heading.html());
        }
    }
}

/// A draft that is shown is not for search engines; a link written with signs of addresses leads
/// to its file.
#[test]
fn a_draft_that_is_shown_is_not_for_search_engines() {
    let mut world = support::real_site();
    let text = "---\ntitle: Brouillon\ndraft: true\n---\n\n[Le plan](plan%20du%20site.pdf)\n";
    world.insert("content/pages/brouillon.md", text);
    world.insert("content/pages/plan du site.pdf", "plan");
    let analysis = analyse(&world, Options { with_unpublished: true, ..Options::default() })
        .expect("the world can be read");
    let site = analysis.site.expect("a site");
    let route = site.plan.route(&Address::new("/brouillon/")).expect("the draft's page");
    let Artifact::Bytes(bytes) = site.make(route).expect("a sound template") else { panic!("a page") };
    let html = String::from_utf8(bytes).expect("text");
    assert!(html.contains("noindex"), "{html}");
    assert!(html.contains("href=\"/medias/pages/plan%20du%20site.pdf\""), "{html}");
    assert!(
        support::analysis(&world).site.expect("a site").plan.route(&Address::new("/brouillon/")).is_none()
    );
}

/// Those who work on a site see what the public cannot read, marked as such on its page and in lists.
#[test]
fn what_the_public_cannot_read_is_marked() {
    let mut world = support::real_site();
    let text = |keys: &str| format!("---\ntitle: Essai\nsummary: Un essai.\n{keys}---\n\nUn texte.\n");
    for (path, keys, words) in [
        ("news/2026/2026-11-01-essai.md", "date: 2026-11-01\ndraft: true\n", "Brouillon"),
        ("news/2026/2026-12-01-essai.md", "date: 2026-12-01\n", "Paraît le 1er décembre 2026"),
        (
            "news/2026/2026-11-02-essai.md",
            "date: 2026-11-02\nembargo: 2027-01-02\n",
            "Paraît le 2 janvier 2027",
        ),
        (
            "news/2026/2026-11-03-essai.md",
            "date: 2026-11-03\nexpire: 2026-11-05\n",
            "Retiré après le 5 novembre 2026",
        ),
        ("pages/essai.md", "draft: true\n", "Brouillon"),
    ] {
        let whole = format!("content/{path}");
        world.insert(&whole, text(keys));
        let analysis = analyse(&world, Options { with_unpublished: true, ..Options::default() })
            .expect("the world can be read");
        let site = analysis.site.expect("a site");
        let page = |address: &str| {
            let route = site.plan.route(&Address::new(address)).expect("a page");
            let Artifact::Bytes(bytes) = site.make(route).expect("a sound template") else {
                panic!("a page")
            };
            String::from_utf8(bytes).expect("text").replace("<sup>er</sup>", "er").replace('\u{A0}', " ")
        };
        let id = site.federation.at(&FilePath::new(&whole)).expect("the text");
        let french = &site.federation.config.languages[0];
        let address = site.plan.address(&Subject::Entity(id), french).expect("a page");
        let own = page(address.as_str());
        assert!(own.contains(words) && own.contains("noindex"), "{path}: {own}");
        if path.starts_with("news") {
            assert!(page("/actualites/").contains(words), "{path}");
        }
        let public = support::analysis(&world).site.expect("a site");
        assert!(public.plan.route(address).is_none(), "{path}");
        world.remove(&whole);
    }
}
