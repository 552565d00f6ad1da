//! No page of the real site weighs more than its kind may: elements, requests, bytes as a host sends
//! them, and the `EcoIndex` that they give.

mod support;

use std::collections::BTreeMap;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use grappe::footprint::{Weight, eco_index};
use grappe::output::Site;
use grappe::plan::{Output, Subject};
use grappe::schema::Kind;

/// What a kind of page may ask of a visitor.
struct Budget {
    name: &'static str,
    requests: usize,
    bytes: u64,
    score: u8,
}

/// Posts, plain pages, people, programmes, and other texts.
const TEXT: Budget = Budget { name: "text", requests: 2, bytes: 14_000, score: 90 };

/// Profiles with much to say, and lists.
const PROFILE: Budget = Budget { name: "profile or list", requests: 6, bytes: 100_000, score: 81 };

/// What stands on one page and is never cut to win a grade. The script that filters or searches is the
/// third request.
const DIRECTORY: Budget = Budget { name: "directory", requests: 3, bytes: 25_000, score: 75 };

/// What the first answer of the home page may weigh, its style sheet with it.
const FIRST_ANSWER: u64 = 13_000;

fn budget(site: &Site, subject: &Subject) -> &'static Budget {
    match subject {
        Subject::Entity(id) => match site.federation.entity(*id).kind() {
            Kind::Post | Kind::Page | Kind::Person | Kind::Programme => &TEXT,
            _ => &PROFILE,
        },
        Subject::NotFound => &TEXT,
        Subject::Index(Kind::Pole | Kind::Organisation) | Subject::SitePlan | Subject::Search => &DIRECTORY,
        _ => &PROFILE,
    }
}

fn sent(bytes: &[u8]) -> u64 {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory").len() as u64
}

#[test]
fn every_page_of_the_real_site_is_within_its_budget() {
    let world = support::real_site();
    let site = support::analysis(&world).site.expect("a site");
    let made = support::made(&world);
    let sizes: BTreeMap<&String, u64> = made.iter().map(|(file, bytes)| (file, sent(bytes))).collect();
    let mut over = Vec::new();
    let mut pages = 0;
    for route in site.plan.routes() {
        let Output::Page(subject, _) = &route.output else { continue };
        let file = route.address.file();
        let html = support::page(&made, &file);
        let weight =
            Weight::of(html, |address| sizes.get(&address.trim_start_matches('/').to_owned()).copied());
        let bytes = weight.bytes - html.len() as u64 + sizes[&file];
        let score = eco_index(weight.elements, weight.requests, bytes).score;
        let allowed = budget(&site, subject);
        if weight.requests > allowed.requests || bytes > allowed.bytes || score < allowed.score {
            over.push(format!(
                "{file} ({}): {} elements, {} requests, {bytes} bytes, EcoIndex {score}, at least {}",
                allowed.name, weight.elements, weight.requests, allowed.score
            ));
        }
        if *subject == Subject::Home {
            assert!(bytes <= FIRST_ANSWER, "{file}: {bytes} bytes");
        }
        pages += 1;
    }
    assert!(pages > 800, "{pages}");
    assert!(over.is_empty(), "{} of {pages}:\n{}", over.len(), over.join("\n"));
}

#[test]
fn styles_and_scripts_are_within_their_budget_before_compression() {
    let made = support::made(&support::real_site());
    for (ending, most) in [(".css", 8_192), (".js", 3_072)] {
        let sizes = made.iter().filter(|(file, _)| file.ends_with(ending));
        let sizes: Vec<(&String, usize)> = sizes.map(|(file, bytes)| (file, bytes.len())).collect();
        assert!(!sizes.is_empty(), "{ending}");
        assert!(sizes.iter().all(|(_, bytes)| *bytes <= most), "{sizes:?}");
    }
}
