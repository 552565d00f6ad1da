//! Figures on pages: which one a text shows, whose total it is; and more of them than anyone writes.

mod support;

use std::fmt::Write as _;

use grappe::diagnostic::{Format, Style, render};
use grappe::locale::Locale;
use grappe::world::MemoryWorld;

/// The real site with a pole that has these figures, and a page that shows `{{figure: …}}`.
fn shown(figures: &str, directive: &str) -> String {
    let mut world = support::real_site();
    let pole = format!(
        "name: Essai\nsectors: [numerique]\nregions: [bretagne]\nseat: {{city: Rennes, region: bretagne}}\nfigures:\n{figures}"
    );
    world.insert("content/poles/essai.yaml", pole);
    let page = format!("---\ntitle: Essai de chiffres\n---\n\nSoit {{{{figure: essai/{directive}}}}}.\n");
    world.insert("content/pages/essai-de-chiffres.md", page);
    let made = support::made(&world);
    let page = support::page(&made, "essai-de-chiffres/index.html");
    let sentence = page.split("<p>Soit ").nth(1).and_then(|rest| rest.split(" <small").next());
    sentence.expect("the figure").to_owned()
}

#[test]
fn a_text_shows_the_latest_figure_of_the_entry_itself() {
    let figures = r#"  - {metric: members, value: "48", as_of: 2025, source: unadel}
  - {metric: members, value: "45", as_of: 2024, source: tvt}
  - {metric: members, value: "900", as_of: 2026-06, group: members, source: unadel}
  - {metric: members, value: "12", as_of: 2026-06, scope: Entreprises, source: unadel}
  - {metric: members, value: "30", as_of: 2026-06, part_of: members, scope: Laboratoires, source: unadel}
  - {metric: members, value: "99", as_of: 2030, known: 2025, qualifier: target, source: unadel}
"#;
    assert_eq!(shown(figures, "members"), "48");
    assert_eq!(shown(figures, "members as_of=2024"), "45");
    assert_eq!(shown(figures, "members source=tvt"), "45");
    assert_eq!(shown(figures, "members group=members"), "900");
}

#[test]
fn a_text_shows_what_there_is_where_the_entry_has_no_figure_of_its_own() {
    let group = r#"  - {metric: members, value: "900", as_of: 2025, group: members, source: unadel}
  - {metric: members, value: "30", as_of: 2026-06, part_of: members, scope: Laboratoires, source: unadel}
"#;
    assert_eq!(shown(group, "members"), "900");
    let target =
        "  - {metric: members, value: \"99\", as_of: 2030, known: 2025, qualifier: target, source: unadel}\n";
    assert_eq!(shown(target, "members"), "objectif\u{A0}: 99");
}

#[test]
fn the_total_of_a_group_says_so_in_tables() {
    let made = support::made(&support::real_site());
    for (file, words) in [
        ("regions/nouvelle-aquitaine/index.html", "Ensemble des pôles"),
        ("en/regions/nouvelle-aquitaine/index.html", "All clusters together"),
        ("partenariats/images-et-reseaux-tes-candidacy/index.html", "Ensemble des partenaires"),
    ] {
        assert!(support::page(&made, file).contains(&format!("<small>{words}</small>")), "{file}");
    }
    assert!(!support::page(&made, "poles/images-et-reseaux/index.html").contains("Ensemble des"));
}

/// A pole of so many figures, whose keys are given by their number.
fn crowded(count: usize, figure: impl Fn(usize) -> String) -> MemoryWorld {
    let mut world = support::bare_site();
    world.insert(
        "content/vocabularies/metrics.yaml",
        "terms:\n  - {id: members, name: membre, shelf_life: 36}\n",
    );
    world.insert("content/vocabularies/sources.yaml", "terms:\n  - {id: rapport, title: Rapport}\n");
    world.insert("content/vocabularies/sectors.yaml", "terms:\n  - {id: numerique, name: Numérique}\n");
    world.insert("content/regions/bretagne.yaml", "name: Bretagne\ncode: \"53\"\n");
    let mut pole = "name: Un\nsectors: [numerique]\nregions: [bretagne]\nfigures:\n".to_owned();
    for number in 0..count {
        writeln!(pole, "  - {{metric: members, {}, source: rapport}}", figure(number)).expect("a string");
    }
    world.insert("content/poles/un.yaml", pole);
    world.insert("content/pages/a.md", "---\ntitle: A\n---\n\n{{figure: un/members}}\n");
    world
}

/// The rules that tell something of a site, each message written out.
fn told(world: &MemoryWorld) -> Vec<&'static str> {
    let diagnostics = support::analysis(world).diagnostics;
    for format in [Format::Human, Format::Json] {
        let text = render(&diagnostics, world, Style { format, locale: Locale::French, ..Style::default() });
        assert!(!text.is_empty());
    }
    diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

#[test]
fn tens_of_thousands_of_figures_are_read_and_told() {
    let figure = |number: usize| match number % 3 {
        0 => format!("value: \"{}\", as_of: 2019", 1 + number * 100),
        // Greater than all parts together: of thousands of smaller wholes, one is what they add up to.
        1 => format!("value: \"{}\", as_of: 2025, scope: S{number}", 1_000_000_000 + number),
        _ => {
            format!("value: \"{number}\", as_of: 2025, scope: S{number}, part_of: members, exhaustive: true")
        }
    };
    let mut world = crowded(20_000, figure);
    let codes = told(&world);
    // The page shows figures that contradict each other, and cannot choose.
    assert_eq!(codes, ["breakdown-mismatch", "ambiguous-figure", "stale-figure"]);
    world.remove("content/pages/a.md");
    assert_eq!(told(&world), ["breakdown-mismatch", "contradictory-figures", "stale-figure"]);
}

#[test]
fn thousands_of_messages_on_one_entry_are_told() {
    let too_great = |number: usize| match number {
        0 => "value: \"1\", as_of: 2025".to_owned(),
        _ => format!("value: \"{}\", as_of: 2025, scope: S{number}, part_of: members", 1 + number),
    };
    assert_eq!(told(&crowded(5_000, too_great)), vec!["part-exceeds-whole"; 4_999]);
}

#[test]
fn absurd_values_are_refused_or_compared() {
    for refused in ["1e300", "-5", "NaN", "inf", "+∞", "99999999999999999999999", "٣"] {
        let world = crowded(2, |_| format!("value: \"{refused}\", as_of: 2025"));
        let diagnostics = support::analysis(&world).diagnostics;
        assert!(diagnostics.iter().any(|it| it.code == "unreadable-figure"), "{refused}");
    }
    for read in ["18446744073709551615 Md€", "0", "0,0000000000000000000000000000000001", "plus de 0", "0 %"]
    {
        let figure = |number: usize| match number {
            0 => format!("value: \"{read}\", as_of: 2025"),
            _ => format!("value: \"{read}\", as_of: 2025, part_of: members, exhaustive: true"),
        };
        let diagnostics = support::analysis(&crowded(2, figure)).diagnostics;
        assert!(diagnostics.is_empty(), "{read}: {diagnostics:#?}");
    }
}
