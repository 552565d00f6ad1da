//! The accessibility declaration as visitors read it: the word at the foot of every page, and the page
//! that follows from `accessibility.toml`.
#![allow(clippy::disallowed_methods, reason = "tests read the disk")]

mod support;

use grappe::accessibility::criteria::{THEMES, criteria};
use grappe::accessibility::draft::Draft;
use grappe::accessibility::{Accessibility, FILE, Standing};
use grappe::date::Day;
use grappe::language::Language;
use grappe::locale::Locale;
use grappe::output::{Artifact, Site};
use grappe::plan::{Address, Output};
use grappe::source::{FilePath, Source};
use grappe::world::MemoryWorld;
use scraper::{Html, Selector};

const NOT_COMPLIANT: &str = "Accessibilité : non conforme";
const PARTIAL: &str = "Accessibilité : partiellement conforme";
const FULL: &str = "Accessibilité : totalement conforme";

fn site(world: &MemoryWorld) -> Site {
    support::analysis(world).site.expect("a site")
}

fn page(site: &Site, address: &str) -> Html {
    let route = site.plan.route(&Address::new(address)).unwrap_or_else(|| panic!("no {address}"));
    let Artifact::Bytes(bytes) = site.make(route).expect("a sound template") else { panic!("bytes") };
    let text = String::from_utf8(bytes).expect("text").replace(['\u{A0}', '\u{202F}'], " ");
    Html::parse_document(&text)
}

/// The words of what a selector finds.
fn words(page: &Html, wanted: &str) -> Vec<String> {
    let selector = Selector::parse(wanted).expect("a selector");
    let text = |it: scraper::ElementRef<'_>| it.text().collect::<String>().trim().to_owned();
    page.select(&selector).map(text).collect()
}

/// The words of the compulsory link on a page.
fn link_of(site: &Site, address: &str, to: &str) -> Vec<String> {
    words(&page(site, address), &format!("footer a[href='{to}']"))
}

fn declared(world: &MemoryWorld, old: &str, new: &str) -> MemoryWorld {
    let text = support::text_of(world, &FilePath::new(FILE));
    assert!(text.contains(old), "{old}");
    let mut world = world.clone();
    world.insert(FILE, text.replace(old, new));
    world
}

/// The audited site with so many criteria met, so many not, and the others about nothing that it has.
fn with_verdicts(conform: usize, non_conform: usize) -> MemoryWorld {
    let verdict = |place: usize| match place {
        _ if place < conform => "conform",
        _ if place < conform + non_conform => "non-conform",
        _ => "not-applicable",
    };
    let lines =
        criteria().iter().enumerate().map(|(place, it)| format!("{} = \"{}\"\n", it.number, verdict(place)));
    let faults = criteria().iter().skip(conform).take(non_conform);
    let faults = faults
        .map(|it| format!("[[non_conformities]]\ncriterion = \"{}\"\nwhat = \"Un défaut.\"\n", it.number));
    let mut world = support::audited_site();
    let text = format!(
        "[audit]\ndate = \"2026-06-09\"\n[audit.criteria]\n{}{}",
        lines.collect::<String>(),
        faults.collect::<String>()
    );
    world.insert(FILE, text);
    world
}

#[test]
fn every_page_of_the_real_site_bears_the_word_of_the_law_once() {
    let site = site(&support::real_site());
    let mut pages = 0;
    for route in site.plan.routes() {
        let Output::Page(_, language) = &route.output else { continue };
        let (to, word) = match language.tag() {
            "fr" => ("/accessibilite/", NOT_COMPLIANT),
            _ => ("/en/accessibility/", "Accessibility: not compliant"),
        };
        let address = route.address.as_str();
        assert_eq!(link_of(&site, address, to), [word], "{address}");
        pages += 1;
    }
    assert!(pages > 800, "{pages}");
}

#[test]
fn without_an_audit_the_page_says_so_and_gives_no_rate() {
    let site = site(&support::real_site());
    for (address, none, state) in [
        ("/accessibilite/", "Aucun audit n’a été mené", "Ce site est non conforme"),
        ("/en/accessibility/", "No audit has been made", "This site is not compliant"),
    ] {
        let page = page(&site, address);
        let said = words(&page, "main").join(" ");
        assert!(said.contains(none) && said.contains(state), "{said}");
        assert!(!said.contains('%') && !said.contains("1.1 "), "{said}");
        assert_eq!(said.matches('[').count(), 3, "what only a publisher knows is marked: {said}");
        for address in
            ["https://formulaire.defenseurdesdroits.fr/", "https://www.defenseurdesdroits.fr/saisir/delegues"]
        {
            assert_eq!(words(&page, &format!("main a[href='{address}']")).len(), 1);
        }
        assert!(said.contains("71120"), "{said}");
        assert_eq!(words(&page, "main h2").len(), 7);
    }
}

#[test]
fn the_word_follows_from_the_verdicts() {
    for (conform, non_conform, word) in [
        (106, 0, FULL),
        (40, 0, FULL),
        (105, 1, PARTIAL),
        (53, 53, PARTIAL),
        (52, 54, NOT_COMPLIANT),
        (0, 12, NOT_COMPLIANT),
    ] {
        let site = site(&with_verdicts(conform, non_conform));
        assert_eq!(link_of(&site, "/", "/accessibilite/"), [word], "{conform} and {non_conform}");
    }
    let unfinished = declared(&with_verdicts(105, 1), "3.1 = \"conform\"", "3.1 = \"not-tested\"");
    assert_eq!(link_of(&site(&unfinished), "/", "/accessibilite/"), [NOT_COMPLIANT]);
    let left_out = declared(&with_verdicts(105, 1), "3.1 = \"conform\"\n", "");
    assert_eq!(link_of(&site(&left_out), "/", "/accessibilite/"), [NOT_COMPLIANT]);
}

#[test]
fn an_audit_counts_from_its_day_and_for_three_years() {
    let mut world = support::audited_site();
    for (year, month, day, word) in [
        (2026, 6, 1, NOT_COMPLIANT),
        (2026, 6, 2, PARTIAL),
        (2029, 6, 9, PARTIAL),
        (2029, 6, 10, NOT_COMPLIANT),
    ] {
        world.set_today(Day::constant(year, month, day));
        assert_eq!(link_of(&site(&world), "/contact/", "/accessibilite/"), [word], "{year}-{month}-{day}");
    }
    let said = words(&page(&site(&world), "/accessibilite/"), "main").join(" ");
    assert!(said.contains("a plus de trois ans : il ne compte plus"), "{said}");
    assert!(said.contains("95,6 %"), "what it found stays known: {said}");
}

#[test]
fn an_audited_site_tells_all_of_its_declaration_in_both_languages() {
    let site = site(&support::audited_site());
    let french = page(&site, "/accessibilite/");
    let said = words(&french, "main").join(" ");
    // 106 criteria: 15 are about frames and media, which it has not; 4 are not met.
    assert!(said.contains("87 critères respectés sur les 91 qui s’appliquent, soit 95,6 %"), "{said}");
    let themes = words(&french, "main ul.wide li");
    assert_eq!(themes.len(), THEMES.len() - 2, "{themes:?}");
    assert_eq!(themes[0], "Images : 8 sur 9, soit 88,8 %");
    let faults: Vec<String> = words(&french, "main li").into_iter().filter(|li| li.contains(" – ")).collect();
    let numbers: Vec<&str> = faults.iter().filter_map(|li| li.split(' ').next()).take(4).collect();
    assert_eq!(numbers, ["1.3", "5.7", "10.7", "13.3"]);
    assert!(faults[3].ends_with("(page des horaires) Correction prévue : mars 2027"), "{}", faults[3]);
    for part in [
        "entre le 2 juin 2026 et le 9 juin 2026",
        "par un regard extérieur",
        "dix mille pages à la main À la place : lecture par téléphone",
        "La vidéo du direct – diffusion en direct",
        "Schéma pluriannuel 2026-2028 – former, corriger, contrôler",
        "Décrire les cartes (en cours)",
        "Reprendre les documents (à faire)",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    for (address, name) in [
        ("/", "Accueil"),
        ("/contact/", "Contact"),
        ("mailto:acces@phares.example", "acces@phares.example"),
        ("tel:0200000000", "02 00 00 00 00"),
        ("https://phares.example/schema/", "Schéma pluriannuel 2026-2028"),
    ] {
        let links = words(&french, &format!("main a[href='{address}']"));
        assert!(links.iter().any(|link| link == name), "{address}: {links:?}");
    }
    let english = page(&site, "/en/accessibility/");
    let said = words(&english, "main").join(" ");
    assert!(said.contains("87 criteria met of the 91 that apply, which is 95.6%"), "{said}");
    assert!(said.contains("The federation of lighthouses wants everyone"), "{said}");
    let foreign = words(&english, "main li [lang=fr]");
    assert!(
        foreign.iter().any(|it| it.starts_with("Deux cartes")),
        "what is not translated says so: {foreign:?}"
    );
}

#[test]
fn the_link_stands_even_where_the_page_is_out_of_lists_or_in_the_menu() {
    for more in ["listed: false", "menu: Accessibilité"] {
        let mut world = support::audited_site();
        let text = format!("---\ntitle: Accessibilité\nrole: accessibility\n{more}\n---\n\nTexte.\n");
        world.insert("content/pages/accessibilite.md", text);
        assert_eq!(link_of(&site(&world), "/contact/", "/accessibilite/"), [PARTIAL], "{more}");
    }
}

#[test]
fn a_site_that_is_not_of_france_has_a_plain_link_and_a_plain_page() {
    let world = support::audited_site();
    let config = support::text_of(&world, &FilePath::new("site-config.toml"));
    let mut world = world;
    world.insert("site-config.toml", config.replace("france = true", "france = false"));
    let site = site(&world);
    assert_eq!(link_of(&site, "/", "/accessibilite/"), ["Accessibilité"]);
    let said = words(&page(&site, "/accessibilite/"), "main").join(" ");
    assert!(said.contains("par tous les temps") && !said.contains("RGAA"), "{said}");
}

#[test]
fn the_editors_own_words_come_first() {
    let page = page(&site(&support::audited_site()), "/accessibilite/");
    let texts = words(&page, "main .prose");
    assert!(texts.len() == 2 && texts[0].contains("par tous les temps"), "{texts:?}");
}

#[test]
fn what_new_audit_writes_is_read_without_a_fault_and_is_not_finished() {
    let pages = [("L'« accueil » \"d'ici\"".to_owned(), "/".to_owned())];
    let languages = [Language::french()];
    for locale in [Locale::French, Locale::English] {
        let draft = Draft { locale, today: support::TODAY, pages: &pages, rules: &|_| vec!["missing-alt"] };
        let source = Source::decode(FilePath::new(FILE), draft.whole().into_bytes());
        let read = Accessibility::parse(&source, &languages);
        assert!(read.faults.is_empty() && read.contradictions.is_empty(), "{:#?}", read.faults);
        assert_eq!(read.standing(support::TODAY), Standing::Unfinished { left: 106 });
        let audit = read.declaration.audit.expect("an audit");
        assert_eq!(audit.criteria.0.len(), 106);
        let title = audit.pages[0].title.get(&languages[0]).expect("a title").0.to_owned();
        assert_eq!((title, audit.pages[0].address.get_ref().clone()), pages[0]);
    }
}

#[test]
fn the_audited_site_of_tests_is_right() {
    let world = support::audited_site();
    let diagnostics = support::analysis(&world).diagnostics;
    assert!(diagnostics.is_empty(), "{:#?}", support::lines(&diagnostics, &world));
}
