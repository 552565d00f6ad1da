//! The page on ecodesign of the real site, audited: each criterion with its state and what shows it, nothing
//! validated without it, the same in JSON; and what happens where something is planted that criteria are about.

mod support;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use grappe::audit::{Audit, NoMemory, audit};
use grappe::budget::PageKind;
use grappe::ecodesign::{Assessment, CRITERIA, Score, State, Weight};
use grappe::measures::Measures;
use grappe::output::{Artifact, Site};
use grappe::plan::{ECODESIGN_FILE, Output};
use grappe::world::MemoryWorld;
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

struct Audited {
    site: Site,
    audit: Audit,
}

fn audited(world: &MemoryWorld) -> Audited {
    let site = support::analysis(world).site.expect("a site");
    let audit = audit(&site, world, &NoMemory).expect("sound templates");
    let site = site.audited().with_measures(audit.measures.clone());
    Audited { site, audit }
}

static REAL: LazyLock<Audited> = LazyLock::new(|| audited(&support::real_site()));

impl Audited {
    fn assessment(&self) -> Assessment<'_> {
        self.site.federation.assess_ecodesign(self.site.measures())
    }

    fn state(&self, number: &str) -> State {
        let answers = self.assessment().answers;
        answers.iter().find(|answer| answer.criterion.number == number).expect("a criterion").state
    }

    /// The page and its data in each language.
    fn pages(&self) -> Vec<(Html, Value)> {
        let routes = self.site.plan.routes().iter();
        let data = routes.filter(|route| matches!(route.output, Output::EcodesignData(..)));
        let both = data.map(|data| {
            let page = data.address.as_str().strip_suffix(ECODESIGN_FILE).expect("beside the page");
            let page = self.site.plan.route(&grappe::plan::Address::new(page)).expect("the page");
            let html = String::from_utf8(self.bytes(page)).expect("text");
            (Html::parse_document(&html), serde_json::from_slice(&self.bytes(data)).expect("JSON"))
        });
        both.collect()
    }

    fn bytes(&self, route: &grappe::plan::Route) -> Vec<u8> {
        match self.site.make(route).expect("a sound template") {
            Artifact::Bytes(bytes) => bytes,
            Artifact::Copy(file) => panic!("{file}"),
        }
    }
}

/// A small site with the theme of the repository and a page on ecodesign.
fn small() -> MemoryWorld {
    let mut world = support::bare_site();
    support::add_theme(&mut world);
    world.insert("themes/nu/theme.toml", "extends = \"sobre\"\n");
    let page = "---\ntitle: Écoconception\nrole: ecodesign\n---\nDes pages légères.\n";
    world.insert("content/pages/ecoconception.md", page);
    world
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Each term of a page with what is said of it.
fn terms(page: &Html) -> BTreeMap<String, String> {
    let select = |selector: &str| Selector::parse(selector).expect("a selector");
    let (pairs, dt, dd) = (select("dl > div"), select("dt"), select("dd"));
    let pairs = page.select(&pairs);
    pairs
        .filter_map(|pair| Some((words(pair.select(&dt).next()?), words(pair.select(&dd).next()?))))
        .collect()
}

#[test]
fn each_criterion_is_shown_with_its_state_and_what_shows_it_as_in_the_data() {
    let pages = REAL.pages();
    assert_eq!(pages.len(), 2, "in French and in English");
    for (page, data) in &pages {
        let terms = terms(page);
        let criteria = data["standard"]["criteria"].as_array().expect("a list");
        let numbers: Vec<&str> = criteria.iter().filter_map(|it| it["number"].as_str()).collect();
        assert_eq!(numbers, CRITERIA.map(|it| it.number));
        for criterion in criteria {
            let text = |key: &str| squeezed(criterion[key].as_str().unwrap_or_default());
            let term = format!("{} {}", text("number"), text("label"));
            let said = terms.get(&term).unwrap_or_else(|| panic!("no {term}"));
            assert!(!text("evidence").is_empty() && !text("evidence").contains('{'), "{term}: {said}");
            assert!(said.contains(&text("evidence")) && said.contains(&text("words")), "{term}: {said}");
        }
        let score = data["standard"]["score"].as_f64().expect("a score");
        let shown = words(page.root_element());
        let score =
            if data["language"] == "fr" { score.to_string().replace('.', ",") } else { score.to_string() };
        assert!(shown.contains(&score), "{score}");
    }
}

#[test]
fn the_data_count_what_the_assessment_counts() {
    let assessment = REAL.assessment();
    let (_, data) = REAL.pages().into_iter().next().expect("a page");
    let of = |state: State| usize::try_from(data["standard"]["counts"][state.name()].as_u64()?).ok();
    for state in State::ALL {
        assert_eq!(of(state), Some(assessment.count(state)), "{state:?}");
    }
    let weight = |weight: Weight| match weight {
        Weight::Priority => 1.5,
        Weight::Recommended => 1.25,
        Weight::Moderate => 1.0,
    };
    let sum = |states: &[State]| -> f64 {
        let answers = assessment.answers.iter().filter(|answer| states.contains(&answer.state));
        answers.map(|answer| weight(answer.criterion.weight)).sum()
    };
    let expected = sum(&[State::Validated]) / sum(&[State::Validated, State::NotValidated]) * 100.0;
    let score = data["standard"]["score"].as_f64().expect("a score");
    assert!((0.0..0.1).contains(&(expected - score)), "{expected} {score}");
    // The pages on ecodesign are made last, and speak of all others.
    let others = REAL.audit.measures.pages.iter().filter(|page| page.kind != PageKind::Ecodesign);
    assert_eq!(data["measures"]["pages"].as_u64(), Some(others.count() as u64));
}

#[test]
fn a_score_is_what_is_validated_of_what_applies() {
    let score = |validated, applicable| Score { validated, applicable }.tenths_of_a_hundredth();
    // 1.5 + 1.25 of 1.5 + 1.25 + 1; 41.25 of 74.5; nothing of nothing.
    assert_eq!([score(11, 15), score(165, 298), score(0, 0), score(8, 8)], [733, 553, 0, 1000]);
}

#[test]
fn nothing_is_validated_that_was_not_measured_or_declared() {
    let site = &REAL.site;
    let declaration = &site.federation.ecodesign.declaration;
    for answer in &REAL.assessment().answers {
        let number = answer.criterion.number;
        assert_ne!(answer.state, State::Pending, "{number}");
        if answer.state != State::Validated {
            continue;
        }
        assert_ne!(answer.evidence.key, "nothing_declared", "{number}");
        if answer.is_declared() {
            let is_said = declaration.claims.get(number).is_some_and(grappe::ecodesign::Claim::has_words);
            assert!(is_said || declaration.tells(number), "{number}");
        } else {
            assert!(!answer.evidence.figures.is_empty(), "{number}");
        }
    }
    for number in ["6.2", "6.3", "6.7"] {
        assert_eq!(REAL.state(number), State::NotValidated, "{number}: no live host was verified");
    }
}

#[test]
fn without_measures_what_is_measured_is_left_open_and_no_score_is_given() {
    let assessment = REAL.site.federation.assess_ecodesign(None);
    assert!(assessment.score().is_none());
    for answer in assessment.answers.iter().filter(|answer| !answer.is_declared()) {
        assert_eq!(answer.state, State::Pending, "{}", answer.criterion.number);
    }
}

#[test]
fn the_page_is_within_its_budget() {
    let told: Vec<_> = REAL.audit.diagnostics.iter().filter(|it| it.code == "over-budget").collect();
    let about = |word: &str| told.iter().any(|it| it.hints.iter().any(|hint| hint.french.contains(word)));
    assert!(!about("/ecoconception/") && !about("/en/ecodesign/"), "{told:#?}");
}

#[test]
fn a_criterion_applies_once_what_it_is_about_is_there() {
    let plain = audited(&small());
    let media = ["5.3", "5.4", "5.5", "5.6", "2.10", "4.4"];
    for number in media {
        assert_eq!(plain.state(number), State::NotApplicable, "{number}");
    }
    assert_eq!(plain.state("4.6"), State::Validated);
    let mut world = small();
    let planted = "{% extends \"base.html\" %}{% block main %}<h1>{{ text.title.text }}</h1>\
        <video src=\"/film.mp4\" controls></video><audio src=\"/son.ogg\" controls></audio>\
        <img src=\"https://images.example/a.png\" alt=\"\" width=\"1\" height=\"1\">{% block declared %}{% endblock %}{% endblock %}";
    world.insert("themes/nu/templates/page.html", planted);
    let planted = audited(&world);
    for number in media.iter().chain(&["4.6", "1.6"]) {
        assert_eq!(planted.state(number), State::NotValidated, "{number}");
    }
    let claim = "[criteria.\"5.3\"]\nstate = \"validated\"\ntext = \"En 480p, assez pour un entretien.\"\n";
    world.insert("eco-design.toml", claim);
    assert_eq!(audited(&world).state("5.3"), State::Validated);
}

#[test]
fn what_the_host_does_counts_once_it_was_verified_there() {
    let mut world = small();
    let record = |address: &str, http2: bool| {
        format!(
            "address = \"{address}\"\ndate = 2026-11-20\ncaching = true\ncompression = true\nhttp2 = {http2}\n\
             ipv6 = true\ntls = true\n"
        )
    };
    let states = |world: &MemoryWorld| {
        let audited = audited(world);
        ["6.2", "6.3", "6.7", "3.3"].map(|number| audited.state(number) == State::Validated)
    };
    assert_eq!(states(&world), [false; 4]);
    world.insert("host-verification.toml", record("https://autre.example", true));
    assert_eq!(states(&world), [false; 4], "another site's host says nothing of this one");
    world.insert("host-verification.toml", record("https://essai.example", false));
    assert_eq!(states(&world), [true, true, false, true]);
    world.insert("host-verification.toml", record("https://essai.example", true));
    assert_eq!(states(&world), [true; 4]);
}

#[test]
fn what_is_too_new_for_old_browsers_is_found_in_styles_and_pages() {
    let mut world = small();
    world.insert("themes/nu/assets/css/site.css", "p { anchor-name: --a }\n");
    assert_eq!(audited(&world).state("2.4"), State::NotValidated);
    assert_eq!(REAL.state("2.4"), State::Validated, "{:?}", {
        let answers = REAL.assessment().answers;
        answers.into_iter().find(|it| it.criterion.number == "2.4").map(|it| it.evidence)
    });
}

#[test]
fn a_federation_that_is_not_of_france_shows_figures_and_no_criterion() {
    let mut world = support::site_of_quays();
    world.insert("content/pages/ecodesign.md", "---\ntitle: Ecodesign\nrole: ecodesign\n---\nLight pages.\n");
    let quays = audited(&world);
    let [(page, data)] = <[_; 1]>::try_from(quays.pages()).expect("one language");
    let shown = words(page.root_element());
    assert!(shown.contains("Median EcoIndex"), "{shown}");
    for word in ["RGESN", "France", "French", "criterion"] {
        assert!(!shown.contains(word), "{word}: {shown}");
    }
    assert!(data["standard"].is_null() && data["measures"]["pages"].is_u64());
}

#[test]
fn measures_of_nothing_prove_nothing() {
    let measures = Measures::default();
    let assessment = REAL.site.federation.assess_ecodesign(Some(&measures));
    let proved = assessment.answers.iter().filter(|answer| !answer.is_declared());
    assert!(proved.into_iter().all(|answer| answer.state == State::Pending));
}
