//! A post says, in a line each, what became since of what it is about; nothing where nothing did.

mod support;

use grappe::date::Day;
use grappe::output::Artifact;
use grappe::plan::Address;
use grappe::world::MemoryWorld;
use scraper::{Html, Selector};

/// The notes of a post.
fn notes(world: &MemoryWorld, address: &str) -> Vec<String> {
    let site = support::analysis(world).site.expect("a site");
    let route = site.plan.route(&Address::new(address)).unwrap_or_else(|| panic!("no {address}"));
    let Artifact::Bytes(bytes) = site.make(route).expect("a sound template") else { panic!("a page") };
    let html = Html::parse_document(std::str::from_utf8(&bytes).expect("text"));
    let paragraph = Selector::parse("article > p.meta").expect("a selector");
    let words = html.select(&paragraph).map(|note| note.text().collect::<String>());
    words.map(|words| words.replace(['\u{A0}', '\u{202F}'], " ")).collect()
}

const PHASE_IV: &str = "/actualites/2019/56-poles-phase-iv/";

#[test]
fn a_merger_and_an_end_that_came_after_are_told() {
    let world = support::real_site();
    assert_eq!(
        notes(&world, PHASE_IV),
        [
            "Depuis : Elastopôle a fusionné en 2020 pour former Polymeris.",
            "Depuis : France Water Team a cessé d’exister.",
        ]
    );
    assert!(
        notes(&world, "/en/news/2019/phase-iv-56-clusters/").iter().all(|note| note.starts_with("Since"))
    );
}

#[test]
fn nothing_is_told_before_it_was() {
    let mut world = support::real_site();
    world.set_today(Day::constant(2019, 6, 1));
    assert_eq!(notes(&world, PHASE_IV), [""; 0]);
    world.set_today(Day::constant(2021, 6, 1));
    assert_eq!(notes(&world, PHASE_IV), ["Depuis : Elastopôle a fusionné en 2020 pour former Polymeris."]);
}

#[test]
fn a_post_about_the_change_itself_has_no_note() {
    let world = support::real_site();
    for address in [
        "/actualites/2019/aquinetic-devient-naos/",
        "/actualites/2020/polymeris/",
        "/actualites/2019/vegepolys-valley/",
    ] {
        assert_eq!(notes(&world, address), [""; 0], "{address}");
    }
}

#[test]
fn a_merger_that_was_given_up_since_is_told_once() {
    let notes = notes(&support::real_site(), "/actualites/2018/images-et-reseaux-tes-phase-iv/");
    let given_up: Vec<&String> = notes.iter().filter(|note| note.contains("abandonné")).collect();
    assert_eq!(given_up.len(), 1, "{notes:?}");
}

#[test]
fn a_name_that_changed_since_is_told() {
    let mut world = support::real_site();
    let post =
        "---\ntitle: Un atelier\ndate: 2018-05-02\nabout: [naos]\nsource: orange-2024\n---\n\nUn texte.\n";
    world.insert("content/news/2018/2018-05-02-atelier.md", post);
    let told = ["Depuis : Aquinetic a changé de nom en décembre 2019 : Nouvelle-Aquitaine Open Source."];
    assert_eq!(notes(&world, "/actualites/2018/atelier/"), told);
}
