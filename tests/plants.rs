//! One fault for each rule, planted in the real content: each is told once, at its place, and nothing
//! else is told.
//!
//! A file of `tests/plants/` holds the plants of a group of rules:
//!
//! ```text
//! === dangling-reference: error
//! # A letter is missing from an id.
//! @ content/poles/nextmove.yaml
//! - regions: [normandie]
//! + regions: [normandi]
//! > regions: [⟦normandi⟧]
//! ```
//! | line | says |
//! |---|---|
//! | `=== code: severity` | a plant begins |
//! | `# words` | the slip, in a sentence |
//! | `@ path` | a file of the site is changed |
//! | `- old`, then `+ new` | these words, which are there once, give place to those; without `+`, the lines go |
//! | `+ new` alone | a line more at the end of the file |
//! | `=> path` | the file changed last gets this path |
//! | `++ path`, then `+ line` | a new file |
//! | `>> path` | the file that is told, where it is not the last one named |
//! | `> passage` | where it is told: between `⟦` and `⟧`, in words that are there once; `⟦⟧` is the start of the file |
//! | `! apart: why` | it leaves no other fault to be found, and is not planted with them |
//! | `! everywhere: why` | pages are audited beside those that it changes and one of each kind: all of them |
//! | `! denies 2.4: why` | the declaration on eco-design is told too: pages do not bear that criterion out |
//! | `! hides one: why`, `! hides all: why` | a warning that the site has accepted gives place to it, or all do |
//!
//! `\u{…}` in a new text or a passage is that character, `\x{…}` that byte; a new picture whose text is
//! `40x30` is one of that size.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk")]

#[path = "plants/plant.rs"]
mod plant;
mod support;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use grappe::audit::{NoMemory, audit_routes};
use grappe::baseline::{self, Baseline, Parted};
use grappe::budget::PageKind;
use grappe::check;
use grappe::diagnostic::{Diagnostic, has_errors};
use grappe::output::Site;
use grappe::plan::{Output, Route, Subject};
use grappe::published;
use grappe::source::FilePath;
use grappe::world::MemoryWorld;
use plant::Plant;
use rayon::prelude::*;

/// The real site, with the addresses that it has once published and the warnings that it has accepted.
static REAL_SITE: LazyLock<MemoryWorld> = LazyLock::new(|| {
    let mut world = support::real_site();
    for file in [published::FILE, baseline::FILE] {
        world.insert(file, std::fs::read(support::root().join(file)).expect("a file of the site"));
    }
    world
});

fn plants() -> Vec<Plant> {
    plant::plants(&support::root().join("tests/plants"))
}

/// Whether a plant is told of pages as visitors receive them.
fn is_of_pages(plant: &Plant) -> bool {
    check::rule(&plant.code).is_some_and(grappe::rule::Rule::is_of_pages)
}

/// What the site is told beside what it has accepted. Its pages are audited where plants are of pages.
fn told(world: &MemoryWorld, plants: &[&Plant]) -> Parted {
    let analysis = support::analysis(world);
    let mut diagnostics = analysis.diagnostics;
    let of_pages = plants.iter().any(|plant| is_of_pages(plant));
    if let Some(site) = analysis.site.filter(|_| of_pages && !has_errors(&diagnostics)) {
        let wanted = wanted_pages(&site, plants);
        let audit = audit_routes(&site, world, &NoMemory, |route| wanted.contains(route.address.as_str()));
        diagnostics.extend(audit.unwrap_or_else(|error| panic!("{error:?}")).diagnostics);
    }
    Baseline::read(world).expect("the baseline").part(diagnostics)
}

/// The addresses of pages that plants may show on: one of each kind, and those of the files that they change.
fn wanted_pages<'a>(site: &'a Site, plants: &[&Plant]) -> BTreeSet<&'a str> {
    let is_everywhere = plants.iter().any(|plant| plant.is_everywhere);
    let changed: BTreeSet<FilePath> =
        plants.iter().flat_map(|plant| plant.files()).map(FilePath::new).collect();
    let mut kinds: BTreeSet<PageKind> = BTreeSet::new();
    let is_wanted = |route: &&Route| {
        let Output::Page(subject, _) = &route.output else { return false };
        let is_changed = match subject {
            Subject::Entity(id) => {
                site.federation.entity(*id).documents().any(|document| changed.contains(&document.path))
            }
            _ => false,
        };
        kinds.insert(subject.page_kind(&site.federation)) || is_changed || is_everywhere
    };
    site.plan.routes().iter().filter(is_wanted).map(|route| route.address.as_str()).collect()
}

/// A diagnostic as a plant expects it.
fn line(diagnostic: &Diagnostic, world: &MemoryWorld) -> String {
    let (file, span) = (&diagnostic.place.file, diagnostic.place.span);
    let place = support::place(span, &support::text_of(world, file));
    format!("{file} {place} {}[{}]", diagnostic.severity.word(), diagnostic.code)
}

fn sorted(mut lines: Vec<String>) -> Vec<String> {
    lines.sort_unstable();
    lines
}

/// Plants faults in one copy of the site, where just they are to be told.
fn plant_together(plants: &[&Plant]) -> Result<(), String> {
    let mut world = REAL_SITE.clone();
    let accepted = Baseline::read(&world).expect("the baseline").len();
    for plant in plants {
        plant.plant(&mut world).map_err(|error| format!("{}: {error}", plant.code))?;
    }
    let expected =
        plants.iter().map(|plant| plant.expected(&world).map_err(|error| format!("{}: {error}", plant.code)));
    let mut expected: Vec<String> = expected.collect::<Result<_, String>>()?;
    let denied: Result<BTreeSet<_>, String> = plants.iter().map(|plant| plant.denied(&world)).collect();
    expected.extend(denied?.into_iter().flatten());
    let expected = sorted(expected);
    let parted = told(&world, plants);
    let found = sorted(parted.new.iter().map(|it| line(it, &world)).collect());
    let hidden: usize = plants.iter().map(|plant| plant.hidden(accepted)).sum();
    if found == expected && parted.gone == hidden {
        return Ok(());
    }
    let lines = support::lines(&parted.new, &world);
    let lacking: Vec<&String> = expected.iter().filter(|line| !found.contains(line)).collect();
    let beside = lines.iter().zip(&parted.new).filter(|(_, it)| !expected.contains(&line(it, &world)));
    let beside: Vec<&String> = beside.map(|(line, _)| line).collect();
    let gone = parted.gone;
    Err(format!("not told {lacking:#?}, told {beside:#?}, {gone} accepted warnings gone, not {hidden}"))
}

#[test]
fn every_rule_has_one_plant() {
    let mut plants: Vec<(String, String)> =
        plants().into_iter().map(|plant| (plant.group, plant.code)).collect();
    let rules = check::RULES.iter().flat_map(|(group, rules)| rules.iter().map(move |it| (*group, it.code)));
    let mut rules: Vec<(String, String)> =
        rules.map(|(group, code)| (group.to_owned(), code.to_owned())).collect();
    plants.sort_unstable();
    rules.sort_unstable();
    assert_eq!(plants, rules);
}

#[test]
fn each_fault_is_told_once_at_its_place_and_nothing_else() {
    plant_together(&[]).expect("the real site is clean");
    let plants = plants();
    let wrong: Vec<String> = plants.par_iter().filter_map(|plant| plant_together(&[plant]).err()).collect();
    assert!(wrong.is_empty(), "{} plants:\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn all_faults_at_once_are_told_each() {
    let plants = plants();
    // Pages are made of a site without errors only.
    let (of_pages, others): (Vec<&Plant>, Vec<&Plant>) =
        plants.iter().filter(|plant| !plant.is_apart).partition(|plant| is_of_pages(plant));
    assert!(others.len() > 80 && of_pages.len() > 1, "{} and {}", others.len(), of_pages.len());
    for together in [others, of_pages] {
        let wrong = plant_together(&together).err();
        assert!(wrong.is_none(), "{}", wrong.unwrap_or_default());
    }
}
