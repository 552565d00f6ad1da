//! Pages are read long after they were built: what is open or to come is said to be so on a day, and
//! a call never without the day on which it closes.

mod support;

use grappe::date::Day;
use grappe::output::Artifact;
use grappe::plan::Subject;
use grappe::schema::Kind;
use grappe::world::MemoryWorld;
use scraper::{Html, Selector};

/// The words of a page in the language of a number, on a day.
fn words(day: Day, subject: &Subject, language: usize) -> String {
    let mut world = support::real_site();
    world.set_today(day);
    words_in(&world, subject, language)
}

fn words_in(world: &MemoryWorld, subject: &Subject, language: usize) -> String {
    let site = support::analysis(world).site.expect("a site");
    let language = &site.federation.config.languages[language];
    let address = site.plan.address(subject, language).unwrap_or_else(|| panic!("no page for {subject:?}"));
    let Artifact::Bytes(bytes) = site.make(site.plan.route(address).expect("a route")).expect("a page")
    else {
        panic!("a page")
    };
    let html = Html::parse_document(std::str::from_utf8(&bytes).expect("text"));
    let main = html.select(&Selector::parse("main").expect("a selector")).next().expect("a main part");
    main.text().collect::<String>().replace(['\u{A0}', '\u{202F}'], " ")
}

#[test]
fn a_call_that_is_open_says_on_which_day_and_until_when() {
    let (calls, day) = (Subject::Index(Kind::Call), Day::constant(2022, 9, 15));
    let french = words(day, &calls, 0);
    assert!(french.contains("Appels ouverts au 15 septembre 2022"), "{french}");
    assert!(french.contains("clôture le 7 octobre 2022"), "{french}");
    let english = words(day, &calls, 1);
    assert!(english.contains("Calls open on 15 September 2022"), "{english}");
    let home = words(day, &Subject::Home, 0);
    assert!(home.contains("Appels ouverts au 15 septembre 2022"), "{home}");
}

#[test]
fn a_page_without_open_calls_says_on_which_day_there_was_none() {
    let calls = words(Day::constant(2026, 11, 21), &Subject::Index(Kind::Call), 0);
    assert!(calls.contains("Au 21 novembre 2026, aucun appel n’est ouvert."), "{calls}");
    assert!(calls.contains("clos depuis le 7 octobre 2022"), "{calls}");
    let agenda = words(Day::constant(2026, 11, 21), &Subject::Index(Kind::Event), 0);
    assert!(agenda.contains("Au 21 novembre 2026, aucun événement à venir"), "{agenda}");
    assert!(agenda.contains("Événements passés"), "{agenda}");
}

#[test]
fn an_event_and_a_call_without_an_end_are_told_as_they_are() {
    let mut world = support::real_site();
    world.set_today(Day::constant(2026, 11, 21));
    let event = "---\ntitle: Une journée d'essai\nstart: 2026-12-03\n---\n\nUn texte.\n";
    world.insert("content/events/2026-12-03-essai.md", event);
    let call = "---\ntitle: Un appel d'essai\ntype: projects\nopens: 2026-11-01\n---\n\nUn texte.\n";
    world.insert("content/calls/essai.md", call);
    let agenda = words_in(&world, &Subject::Index(Kind::Event), 0);
    assert!(agenda.contains("À venir au 21 novembre 2026"), "{agenda}");
    let calls = words_in(&world, &Subject::Index(Kind::Call), 0);
    assert!(calls.contains("sans date de clôture connue Un appel d’essai"), "{calls}");
}
