//! What a site does without is not made, and nothing leads there.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk")]
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "addresses are in small letters")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use grappe::config::{self, Extra};
use grappe::locale::Locale;
use grappe::output::Artifact;
use grappe::plan::{NewsFilter, Output, Subject};
use grappe::source::FilePath;
use grappe::world::{MemoryWorld, World};
use scraper::{Html, Selector};

/// A press release, which the real site has none of.
const RELEASE: &str = "---\ntitle: Un communiqué\ndate: 2026-01-05\ntype: press-release\nsummary: Un essai.\nabout: [enter]\n---\nUn essai.\n";

/// A site that has everything.
fn whole_site() -> MemoryWorld {
    let mut world = support::real_site();
    world.insert("content/news/2026-01-05-communique.md", RELEASE);
    world
}

/// The same doing without some of it.
fn site_without(extras: &[Extra]) -> MemoryWorld {
    let mut world = whole_site();
    let config = world.read(&FilePath::new(config::FILE)).expect("the configuration");
    let config = String::from_utf8(config).expect("a text");
    let words: Vec<&str> = extras.iter().map(|extra| extra.name()).collect();
    let written = config.replacen("[site]\n", &format!("[site]\nwithout = {words:?}\n"), 1);
    assert_ne!(config, written);
    world.insert(config::FILE, written);
    world
}

/// What a route is of, among what a site may do without.
fn extra_of(output: &Output) -> Option<Extra> {
    Some(match output {
        Output::Page(subject, _) => match subject {
            Subject::News(NewsFilter::Year(_), _) => Extra::Years,
            Subject::News(NewsFilter::Theme(_), _) => Extra::Themes,
            Subject::News(NewsFilter::PressReleases, _) => Extra::PressReleases,
            Subject::Facet(_) => Extra::Facets,
            Subject::KeyFigures => Extra::Figures,
            Subject::Governance => Extra::Governance,
            Subject::Press => Extra::Press,
            Subject::OpenData => Extra::OpenData,
            Subject::Search => Extra::Search,
            Subject::SitePlan => Extra::SitePlan,
            _ => return None,
        },
        Output::SearchIndex(..) => Extra::Search,
        Output::Data(..) => Extra::OpenData,
        _ => return None,
    })
}

fn planned(world: &MemoryWorld) -> BTreeMap<Option<Extra>, BTreeSet<String>> {
    let site = support::analysis(world).site.expect("a site");
    let mut planned: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    for route in site.plan.routes() {
        planned.entry(extra_of(&route.output)).or_default().insert(route.address.to_string());
    }
    planned
}

/// Links of pages to addresses of the site that nothing is made for.
fn lost_links(world: &MemoryWorld) -> Vec<String> {
    let site = support::analysis(world).site.expect("a site");
    let link = Selector::parse("a[href]").expect("a selector");
    let addresses: BTreeSet<&str> = site.plan.routes().iter().map(|route| route.address.as_str()).collect();
    let mut lost = Vec::new();
    for route in site.plan.routes().iter().filter(|route| matches!(route.output, Output::Page(..))) {
        let Ok(Artifact::Bytes(bytes)) = site.make(route) else { panic!("{} is not made", route.address) };
        let page = Html::parse_document(std::str::from_utf8(&bytes).expect("a text"));
        let hrefs = page.select(&link).filter_map(|link| link.attr("href"));
        let below = hrefs.filter(|href| href.starts_with('/') && !href.starts_with("//"));
        let gone = below.filter(|href| !addresses.contains(href.split(['#', '?']).next().unwrap_or(href)));
        lost.extend(gone.map(|href| format!("{} leads to {href}", route.address)));
    }
    lost
}

#[test]
fn what_a_site_does_without_is_not_planned_and_the_rest_is() {
    let whole = planned(&whole_site());
    for extra in Extra::ALL {
        let mut expected = whole.clone();
        assert!(expected.remove(&Some(extra)).is_some(), "{extra:?} is shown by the site with everything");
        assert_eq!(planned(&site_without(&[extra])), expected, "{extra:?}");
    }
}

#[test]
fn nothing_leads_to_what_a_site_does_without() {
    for extras in [&Extra::ALL[..], &[Extra::Facets], &[Extra::SitePlan]] {
        assert_eq!(lost_links(&site_without(extras)), Vec::<String>::new(), "{extras:?}");
    }
}

#[test]
fn the_page_for_journalists_shows_releases_without_the_list_of_all() {
    let made = |extras| {
        let made = support::made(&site_without(extras));
        support::page(&made, "espace-presse/index.html").to_owned()
    };
    let (whole, without) = (made(&[]), made(&[Extra::PressReleases]));
    let cards = |page: &str| page.matches("<li class=\"card\">").count();
    assert!(cards(&whole) > 0);
    assert_eq!(cards(&whole), cards(&without));
}

#[test]
fn a_published_page_that_a_site_now_does_without_is_a_lost_address() {
    let mut world = site_without(&[Extra::Search]);
    world.insert(grappe::published::FILE, "/\n/recherche/\n/plan-du-site/\n");
    let analysis = support::analysis(&world);
    let lost = analysis.diagnostics.iter().filter(|it| it.code == "vanished-address");
    let told: Vec<&str> = lost.map(|it| it.message.get(Locale::French)).collect();
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("/recherche/"), "{}", told[0]);
}
