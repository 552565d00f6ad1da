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

#[test]
#[ignore = "a measure"]
fn million() {
    for (name, main) in [
        (
            "flat",
            "{% for one in range(end=1000) %}{% for other in range(end=1000) %}<p>{{ one }}</p>\n{% endfor %}{% endfor %}",
        ),
        (
            "faults",
            "{% for one in range(end=1000) %}{% for other in range(end=1000) %}<center></b>\n</center>{% endfor %}{% endfor %}",
        ),
        ("deep", "{% for one in range(end=20000) %}<div>{% endfor %}"),
        ("bold", "{% for one in range(end=20000) %}<p><b>{% endfor %}"),
    ] {
        let mut world = support::bare_site();
        support::add_theme(&mut world);
        world.insert("themes/nu/theme.toml", "extends = \"sobre\"\n");
        let template =
            format!("{{% extends \"base.html\" %}}{{% block main %}}<h1>Essai</h1>{main}{{% endblock %}}");
        world.insert("themes/nu/templates/404.html", template);
        let start = std::time::Instant::now();
        let found = support::all_diagnostics(&world);
        eprintln!(
            "{name}: {:?}, {} told: {:?}",
            start.elapsed(),
            found.len(),
            found.iter().map(|it| it.code).collect::<Vec<_>>()
        );
    }
}

#[test]
#[ignore = "a measure"]
fn million_pages() {
    let world = support::real_site();
    let mut quiet = world.clone();
    let config = support::text_of(&world, &grappe::source::FilePath::new("site-config.toml"));
    let off: String = grappe::check::RULES
        .iter()
        .filter(|(group, _)| *group == "accessibility")
        .flat_map(|(_, rules)| rules.iter())
        .map(|rule| format!("{} = \"off\"\n", rule.code))
        .collect();
    quiet.insert("site-config.toml", format!("{config}\n[rules]\n{off}"));
    for round in 0..4 {
        for (name, world) in [("with", &world), ("without", &quiet)] {
            let site = support::analysis(world).site.expect("a site");
            let start = std::time::Instant::now();
            let audit = audit(&site, world, &NoMemory).unwrap_or_else(|error| panic!("{error:?}"));
            eprintln!("{round} {name}: {:?} for {} pages", start.elapsed(), audit.measures.pages.len());
        }
    }
}
