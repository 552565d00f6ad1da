//! No page of the real site weighs more than its kind may, by the usual limits, whatever the site allows itself:
//! elements, requests, bytes as a host sends them, and the `EcoIndex` that they give.

mod support;

use std::collections::BTreeSet;

use grappe::audit::{NoMemory, audit};
use grappe::budget::{Budget, PageKind};

#[test]
fn every_page_of_the_real_site_is_within_the_usual_budget_of_its_kind() {
    let world = support::real_site();
    let site = support::analysis(&world).site.expect("a site");
    let measures = audit(&site, &world, &NoMemory).expect("an audit").measures;
    let over = measures.pages.iter().filter_map(|page| {
        let excesses = Budget::of_page(page.kind, &page.footprint).excesses(&page.footprint);
        (!excesses.is_empty()).then(|| format!("{}: {excesses:?}", page.address))
    });
    let over: Vec<String> = over.collect();
    assert!(over.is_empty(), "{} of {}:\n{}", over.len(), measures.pages.len(), over.join("\n"));
    assert!(measures.pages.len() > 800, "{}", measures.pages.len());
    let kinds: BTreeSet<PageKind> = measures.pages.iter().map(|page| page.kind).collect();
    assert_eq!(kinds.len(), PageKind::ALL.len(), "{kinds:?}");
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
