//! What rules say of the pages of whole sites: nothing of those that are sound, and each page is looked at.

mod support;

use grappe::audit::{Audit, NoMemory, audit};
use grappe::plan::Output;
use grappe::world::{MemoryWorld, World};

fn audited(world: &MemoryWorld) -> Audit {
    let site = support::analysis(world).site.expect("a site");
    let audit = audit(&site, world, &NoMemory).unwrap_or_else(|error| panic!("{error:?}"));
    let pages = site.plan.routes().iter().filter(|route| matches!(route.output, Output::Page(..)));
    assert_eq!(audit.measures.pages.len(), pages.count());
    audit
}

fn assert_sound(world: &MemoryWorld) {
    let found = support::lines(&audited(world).diagnostics, world as &dyn World);
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn nothing_is_wrong_in_the_pages_of_the_real_site() {
    assert_sound(&support::real_site());
}

#[test]
fn nothing_is_wrong_in_the_pages_of_the_small_site() {
    assert_sound(&support::small_site("petite"));
}

#[test]
fn nothing_is_wrong_in_the_pages_of_the_site_of_quays() {
    assert_sound(&support::site_of_quays());
}
