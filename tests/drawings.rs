//! Drawings say what the model says, on any day, and what words on the same page say too.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use grappe::date::{Day, Precision};
use grappe::model::{Data, EntityId, Extension, Figure, LabelPeriod, Standing};
use grappe::output::{Artifact, Site};
use grappe::plan::Subject;
use grappe::schema::Kind;
use scraper::{ElementRef, Html, Selector};

const DAYS: [Day; 3] = [Day::constant(2023, 3, 28), Day::constant(2024, 2, 1), support::TODAY];

fn site(day: Day) -> Site {
    let mut world = support::real_site();
    world.set_today(day);
    support::analysis(&world).site.expect("a site")
}

/// A page in the first language.
fn page(site: &Site, subject: &Subject) -> Html {
    let first = &site.federation.config.languages[0];
    let address = site.plan.address(subject, first).unwrap_or_else(|| panic!("no page for {subject:?}"));
    let route = site.plan.route(address).expect("a route");
    let Artifact::Bytes(bytes) = site.make(route).expect("a sound template") else { panic!("a page") };
    Html::parse_document(std::str::from_utf8(&bytes).expect("text"))
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn words(element: ElementRef<'_>) -> String {
    plain(&element.text().collect::<String>())
}

fn plain(text: &str) -> String {
    text.replace(['\u{A0}', '\u{202F}'], " ").trim().to_owned()
}

fn poles(site: &Site) -> Vec<EntityId> {
    site.federation.listed(Kind::Pole).map(|(id, _)| id).collect()
}

fn labels(site: &Site, pole: EntityId) -> Vec<&LabelPeriod> {
    let organisation = site.federation.entity(pole).organisation().expect("a pole");
    organisation.labels.known(site.federation.today()).rev().collect()
}

#[test]
fn the_time_line_of_a_pole_draws_each_known_label_and_decision() {
    let mut drawn = 0;
    for day in DAYS {
        let site = site(day);
        for pole in poles(&site) {
            let html = page(&site, &Subject::Entity(pole));
            let labels = labels(&site, pole);
            let rows: Vec<String> = all(&html, "main .time-line text")
                .into_iter()
                .map(words)
                .filter(|it| it.contains('·'))
                .collect();
            assert_eq!(rows.len(), labels.len(), "{pole:?} on {day}");
            // The words of an interval are too long for a drawing.
            let exact =
                rows.iter().zip(&labels).filter(|(_, it)| it.decided.precision != Precision::Interval);
            for (row, label) in exact {
                let told = label.decided.words(&site.federation.config.languages[0]).replace('\u{A0}', " ");
                assert!(row.ends_with(&told), "{row} on {day}");
            }
            assert_eq!(
                all(&html, "main .time-line + .line > li").len(),
                labels.len(),
                "the history in words"
            );
            drawn += rows.len();
        }
    }
    assert!(drawn > 100, "{drawn}");
}

#[test]
fn an_extension_that_no_source_tells_is_drawn_hollow_and_without_end() {
    let (mut open, mut closed) = (0, 0);
    for day in DAYS {
        let site = site(day);
        for pole in poles(&site) {
            let labels = labels(&site, pole);
            let [label] = labels.as_slice() else { continue };
            let html = page(&site, &Subject::Entity(pole));
            let is_unknown = label.extension == Extension::Unknown;
            let hollow = !all(&html, "main .time-line .open circle").is_empty();
            let ends = all(&html, "main .time-line > svg > line[stroke-width=\"3\"]").len();
            assert_eq!((hollow, ends), (is_unknown, usize::from(!is_unknown)), "{pole:?} on {day}");
            if is_unknown { open += 1 } else { closed += 1 }
        }
    }
    assert!(open > 5 && closed > 50, "{open} {closed}");
}

#[test]
fn the_site_s_day_stands_on_the_time_line() {
    for (day, told) in DAYS.into_iter().zip(["28 mars 2023", "1er février 2024", "21 novembre 2026"]) {
        let site = site(day);
        let enter = site.federation.find("enter").expect("a pole");
        let html = page(&site, &Subject::Entity(enter));
        assert!(all(&html, "main .time-line text").into_iter().any(|text| words(text) == told), "{told}");
    }
}

#[test]
fn phases_have_as_many_dots_as_their_table_says() {
    let mut phases = 0;
    for day in DAYS {
        let site = site(day);
        let html = page(&site, &Subject::Index(Kind::Phase));
        let told: Vec<usize> = all(&html, "main tbody tr > td:nth-child(3)")
            .into_iter()
            .map(|cell| words(cell).split(' ').next().and_then(|it| it.parse().ok()).expect("a number"))
            .collect();
        let drawn = all(&html, "main .phase-line circle").len();
        assert_eq!(drawn, told.iter().sum::<usize>(), "{told:?} on {day}");
        phases += told.len();
    }
    assert!(phases > 10, "{phases}");
}

#[test]
fn phases_that_share_a_word_are_drawn_without_it() {
    let html = page(&site(DAYS[0]), &Subject::Index(Kind::Phase));
    let drawn: Vec<String> = all(&html, "main .phase-line text").into_iter().map(words).collect();
    assert!(drawn.iter().any(|text| text == "IV"), "{drawn:?}");
    assert!(!drawn.iter().any(|text| text.contains("Phase")), "{drawn:?}");
}

#[test]
fn a_tile_has_a_dot_for_each_pole_of_its_region_filled_for_a_seat() {
    let (mut filled, mut hollow) = (0, 0);
    for day in DAYS {
        let site = site(day);
        let html = page(&site, &Subject::Index(Kind::Region));
        for (id, region) in site.federation.listed(Kind::Region) {
            let first = &site.federation.config.languages[0];
            let address = site.plan.address(&Subject::Entity(id), first).expect("an address");
            let tile = all(&html, &format!("main .tiles li:has(a[href=\"{address}\"])"));
            let [tile] = tile.as_slice() else { panic!("one tile for {}", region.id()) };
            let (mut seated, mut present) = (0, 0);
            for pole in poles(&site).into_iter().filter(|pole| site.federation.is_current_pole(*pole)) {
                let pole = site.federation.entity(pole).organisation().expect("a pole");
                let seat = pole.seat.as_ref().and_then(|seat| seat.region.as_ref());
                seated += usize::from(seat == Some(region.id()));
                present += usize::from(pole.regions.contains(region.id()) && seat != Some(region.id()));
            }
            let count = |dot: char| words(*tile).chars().filter(|it| *it == dot).count();
            assert_eq!((count('●'), count('○')), (seated, present), "{} on {day}", region.id());
            let numbers: Vec<usize> = words(*tile)
                .split(|it: char| !it.is_ascii_digit())
                .filter_map(|it| it.parse().ok())
                .collect();
            let told = if seated > 0 { vec![seated + present, seated] } else { vec![present] };
            assert_eq!(numbers, told, "{} on {day}", region.id());
            filled += seated;
            hollow += present;
        }
    }
    assert!(filled > 50 && hollow > 50, "{filled} {hollow}");
}

#[test]
fn the_neighbours_of_a_pole_are_those_who_share_its_partnerships() {
    let mut drawn = 0;
    for day in DAYS {
        let site = site(day);
        for pole in poles(&site) {
            let html = page(&site, &Subject::Entity(pole));
            let names = all(&html, "main .around text").len();
            assert_eq!(all(&html, "main .around + ul > li").len(), names, "the list says the same");
            let own = site.federation.entity(pole).id();
            let mut others = BTreeSet::new();
            for (_, entity) in site.federation.listed(Kind::Partnership) {
                let Data::Partnership(partnership) = &entity.data else { continue };
                if partnership.parties.iter().any(|party| party.id == *own) {
                    others.extend(partnership.parties.iter().map(|party| &party.id).filter(|id| *id != own));
                }
            }
            assert_eq!(names, others.len().min(12), "{own} on {day}");
            drawn += names;
        }
    }
    assert!(drawn > 20, "{drawn}");
}

#[test]
fn a_series_has_a_dot_for_each_figure_of_the_whole_and_the_numbers_of_the_table() {
    let mut drawn = 0;
    for day in DAYS {
        let site = site(day);
        for kind in [Kind::Organisation, Kind::Phase, Kind::Pole, Kind::Region] {
            for (id, entity) in site.federation.listed(kind) {
                let mut measures: BTreeMap<_, Vec<_>> = BTreeMap::new();
                for figure in entity.figures.known(day).filter(|it| it.standing() == Standing::Whole) {
                    measures.entry((&figure.metric, &figure.quantity.unit)).or_default().push(figure);
                }
                let dates = |figures: &[&Figure]| -> usize {
                    figures.iter().map(|it| it.as_of.first).collect::<BTreeSet<_>>().len()
                };
                measures.retain(|_, figures| dates(figures) >= 3);
                let html = page(&site, &Subject::Entity(id));
                let series = all(&html, "main .series");
                assert_eq!(series.len(), measures.len(), "{} on {day}", entity.id());
                let dots: usize = measures.values().map(Vec::len).sum();
                assert_eq!(all(&html, "main .series circle").len(), dots, "{} on {day}", entity.id());
                // In a cell, the date stands below the number.
                let numbers = all(&html, "main td").into_iter().filter_map(|cell| cell.text().next());
                let table: BTreeSet<String> = numbers.map(plain).collect();
                for number in all(&html, "main .series g text:not([y=\"160\"])") {
                    assert!(table.contains(&words(number)), "{} on {day}", entity.id());
                }
                drawn += dots;
            }
        }
    }
    assert!(drawn > 30, "{drawn}");
}
