//! Any bytes in any content file: diagnostics, never a panic, and a place that can be shown.

mod support;

use std::collections::BTreeMap;

use grappe::date::Day;
use grappe::diagnostic::{Format, Style, render};
use grappe::locale::Locale;
use grappe::parse::parse;
use grappe::schema::{Format as FileFormat, Kind};
use grappe::source::{FilePath, Source};
use grappe::world::{MemoryWorld, World};
use proptest::prelude::*;

/// Reads a site and tells what it found in every format; nothing may panic.
fn read_and_tell(world: &dyn World) -> usize {
    let diagnostics = support::analysis(world).diagnostics;
    for format in [Format::Human, Format::Short, Format::Json, Format::Github, Format::Sarif] {
        for locale in [Locale::French, Locale::English] {
            let text = render(
                &diagnostics,
                world,
                Style { format, locale, colour: true, is_whole: format == Format::Json },
            );
            assert!(diagnostics.is_empty() || !text.is_empty());
        }
    }
    diagnostics.len()
}

fn path_of(kind: Kind) -> String {
    let name = if kind == Kind::Vocabulary { "sectors" } else { "fiche" };
    format!("content/{}/{name}{}", kind.folder(), kind.format().extension())
}

fn with(kind: Kind, bytes: Vec<u8>) -> MemoryWorld {
    let mut world = support::bare_site();
    world.insert(&path_of(kind), bytes);
    world
}

fn kinds() -> impl Strategy<Value = Kind> {
    proptest::sample::select(Kind::ALL.to_vec())
}

/// Pieces that mean something to the readers, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let pieces = [
        "---\n",
        "title: ",
        "date: ",
        "2023-03-27",
        "a",
        "\n",
        "  - ",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "'",
        ": ",
        "&a ",
        "*a",
        "# ",
        "## ",
        "[[",
        "]]",
        "{{figure: ",
        "}}",
        "[^1]",
        "[^1]: ",
        "{lang=en}",
        "|",
        "|\n",
        "<b>",
        "`",
        "é",
        "e\u{301}",
        "\u{200B}",
        "𝐑",
        "regions: ",
        "names:\n",
        "name: ",
        "> ",
        "![",
        "](",
        ")",
        "pole:",
        "#",
        "\r\n",
        "\t",
    ];
    proptest::collection::vec(proptest::sample::select(pieces.to_vec()), 0..60)
        .prop_map(|pieces| pieces.concat())
}

/// Pieces of French prose that the rules on prose look for, in any order.
fn prose() -> impl Strategy<Value = String> {
    let pieces = [
        "lundi ",
        "mar. ",
        "27 ",
        "1er ",
        "31/02/2023 ",
        "mars ",
        "févr. ",
        "2023",
        " et ",
        "du ",
        "au ",
        "avant le ",
        "d’ici à ",
        "aura lieu le ",
        "sera publié ",
        "« ",
        " »",
        "“",
        "\"",
        ": ",
        ", ",
        "; ",
        ". ",
        "… ",
        "trois pôles",
        "deux missions : ",
        "- ",
        "\n",
        "\n\n",
        "  ",
        "[[tes]] ",
        "[a](b) ",
        "**",
        "`",
        "aujourd'hui ",
        "aujourd’hui ",
        "hier ",
        "l’an dernier",
        "il y a ",
        "120 adhérents",
        "Jean Dupont, président ",
        "{{",
        "}}",
        "> ",
        "| ",
        "é",
        "e\u{301}",
        "𝐑",
        "\u{A0}",
        "À",
        "×",
        "9999",
        "1,5",
        "vingt-",
        "notamment ",
    ];
    proptest::collection::vec(proptest::sample::select(pieces.to_vec()), 0..60)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    /// What is stated stands in the file, at whole characters, whichever way it was written.
    #[test]
    fn statements_lie_in_their_file(text in prose()) {
        let post = format!("---\ntitle: {text:?}\ndate: 2023-03-27\n---\n\n{text}\n");
        let indented = text.replace('\n', "\n  ");
        let folded = format!("name: Essai\nsummary: {text:?}\ndescription: >\n  {indented}\n");
        let literal = folded.replace('>', "|");
        for (kind, file) in [(Kind::Post, post), (Kind::Pole, folded), (Kind::Pole, literal)] {
            let source = Source::decode(FilePath::new("content/a"), file.into_bytes());
            for statement in parse(&source, kind, "a".into(), None).statements {
                prop_assert!(source.text.get(statement.span.range()).is_some(), "{statement:?} in {:?}", source.text);
                prop_assert!(!statement.words.is_empty());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_diagnosed(kind in kinds(), bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        read_and_tell(&with(kind, bytes));
    }

    #[test]
    fn any_pieces_are_diagnosed(kind in kinds(), text in pieces()) {
        let text = match kind.format() {
            FileFormat::Markdown => format!("---\ntitle: a\ndate: 2023\n---\n{text}"),
            FileFormat::Yaml => text,
        };
        read_and_tell(&with(kind, text.into_bytes()));
    }

    #[test]
    fn any_configuration_is_diagnosed(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut world = support::bare_site();
        world.insert("site-config.toml", bytes);
        read_and_tell(&world);
    }
}

proptest! {
    // Each case reads the whole real site.
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_wound_to_the_real_site_is_diagnosed(
        file in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        length in 0..40_usize,
        put in pieces(),
    ) {
        let mut world = support::real_site();
        let paths: Vec<String> = world
            .paths()
            .filter(|path| path.as_str().starts_with("content/"))
            .map(ToString::to_string)
            .collect();
        let path = file.get(&paths);
        let mut bytes = world.read(&grappe::source::FilePath::new(path)).expect("a file");
        let start = at.index(bytes.len().max(1)).min(bytes.len());
        let end = (start + length).min(bytes.len());
        bytes.splice(start..end, put.into_bytes());
        world.insert(path, bytes);
        read_and_tell(&world);
    }
}

#[test]
fn bombs_and_depths_are_refused_quickly() {
    let bomb = "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n";
    assert!(read_and_tell(&with(Kind::Pole, bomb.into())) > 0);
    for open in ["[", "{a: ", "- ", "? "] {
        assert!(read_and_tell(&with(Kind::Pole, open.repeat(100_000).into_bytes())) > 0);
    }
    for open in ["> ", "- ", "[", "*", "![", "<"] {
        let text = format!("---\ntitle: a\ndate: 2023\n---\n{}", open.repeat(20_000));
        read_and_tell(&with(Kind::Post, text.into_bytes()));
    }
}

#[test]
fn a_large_file_is_read() {
    let text = format!("---\ntitle: a\ndate: 2023-03-27\n---\n{}", "Une phrase d'un pôle. ".repeat(250_000));
    assert_eq!(read_and_tell(&with(Kind::Post, text.into_bytes())), 0);
}

#[test]
fn a_site_without_content_is_a_site() {
    let analysis = support::analysis(&support::bare_site());
    assert!(analysis.diagnostics.is_empty() && analysis.site.is_some());
}

fn with_files<'a>(files: impl IntoIterator<Item = (String, String)> + 'a) -> MemoryWorld {
    let mut world = support::bare_site();
    world.insert("content/vocabularies/sectors.yaml", "terms:\n  - {id: numerique, name: Numérique}\n");
    world.insert("content/regions/bretagne.yaml", "name: Bretagne\ncode: \"53\"\n");
    for (path, text) in files {
        world.insert(&format!("content/{path}"), text);
    }
    world
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<String>>().concat()
}

fn codes(world: &MemoryWorld) -> Vec<&'static str> {
    support::analysis(world).diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

fn pole(id: &str, facts: &str) -> (String, String) {
    (format!("poles/{id}.yaml"), format!("name: {id}\nsectors: [numerique]\nregions: [bretagne]\n{facts}"))
}

fn phase() -> (String, String) {
    let text = "name: Phase\nnumber: 5\nfrom: 0001\nuntil: 9999\ncomplete: true\nfigures:\n  \
                - {metric: poles-labelled, value: \"1\", as_of: 2023, source: {title: a}}\n";
    ("phases/phase-v.yaml".to_owned(), text.to_owned())
}

#[test]
fn thousands_of_labels_of_one_pole_are_each_told() {
    let label = "  - {phase: phase-v, from: 2023-01-01, term: 4, decided: 2023-03-27, source: {title: a}}\n";
    let labels = format!("labels:\n{}", label.repeat(5000));
    let codes = codes(&with_files([phase(), pole("a", &labels)]));
    assert_eq!(codes.iter().filter(|code| **code == "overlapping-labels").count(), 4999);
}

#[test]
fn a_lineage_of_any_length_is_walked_and_its_loop_told_once() {
    let count = 10_000;
    let loop_of = |last: usize| {
        with_files((0..count).map(|index| {
            let next = if index + 1 == count { last } else { index + 1 };
            pole(
                &format!("p{index:05}"),
                &format!("predecessors:\n  - {{organisation: p{next:05}, how: rename}}\n"),
            )
        }))
    };
    for back_to in [0, count / 2, count - 1] {
        let told = codes(&loop_of(back_to)).into_iter().filter(|code| *code == "lineage-cycle").count();
        assert_eq!(told, 1, "back to {back_to}");
    }
    // No loop at all: the last comes from one that is not there.
    assert!(!codes(&loop_of(count)).contains(&"lineage-cycle"));
}

#[test]
fn poles_that_all_come_from_each_other_are_told_by_their_first_steps() {
    let count = 60;
    let every = |own: usize| {
        let others = (0..count).filter(move |other| *other != own);
        lines(others.map(|other| format!("  - {{organisation: p{other:02}, how: merger}}\n")))
    };
    let world = with_files(
        (0..count).map(|index| pole(&format!("p{index:02}"), &format!("predecessors:\n{}", every(index)))),
    );
    let told = codes(&world).into_iter().filter(|code| *code == "lineage-cycle").count();
    assert!((1..=count * count).contains(&told), "{told}");
}

#[test]
fn thousands_of_steps_and_parties_are_read() {
    let ids: Vec<String> = (0..2000).map(|index| format!("p{index:04}")).collect();
    let parties = lines(ids.iter().map(|id| format!("  - {{organisation: {id}, role: partner}}\n")));
    let steps = "  - {state: abandoned, on: 2019}\n  - {state: effective, on: 2020}\n".repeat(1000);
    let merger = format!("name: a\nkind: merger\nparties:\n{parties}milestones:\n{steps}");
    let predecessors =
        lines(ids.iter().map(|id| format!("  - {{organisation: {id}, how: merger, on: 2018}}\n")));
    let result = pole("result", &format!("predecessors:\n{predecessors}"));
    let poles = ids.iter().map(|id| pole(id, ""));
    let world = with_files(poles.chain([result, ("partnerships/a.yaml".to_owned(), merger)]));
    let codes = codes(&world);
    assert!(codes.contains(&"milestone-order") && codes.contains(&"effective-merger-incomplete"));
    assert_eq!(codes.iter().filter(|code| **code == "predecessor-of-unmerged").count(), 1);
}

/// Dates at the ends of the calendar, within it, and none.
fn dates() -> impl Strategy<Value = &'static str> {
    let dates = [
        "0000",
        "0000-01-01",
        "0001",
        "0001-01-01",
        "2020-02-29",
        "2023",
        "2023-06",
        "2026-11-21",
        "2027",
        "2020/2030",
        "0001/9999",
        "9999",
        "9999-12-31",
        "9999-12-31T23:59",
        "2030/2020",
        "hier",
    ];
    proptest::sample::select(dates.to_vec())
}

fn label() -> impl Strategy<Value = String> {
    let extension = proptest::sample::select(vec!["granted", "refused", "unknown"]);
    (dates(), 0..25, proptest::option::of(dates()), dates(), proptest::option::of(dates()), extension)
        .prop_map(|(from, term, until, decided, extendable, extension)| {
            let until = until.map_or_else(String::new, |until| format!("until: {until}, "));
            let extendable = extendable.map_or_else(String::new, |date| {
                format!("extendable_until: {date}, extension: {{state: {extension}}}, ")
            });
            format!(
                "  - {{phase: phase-v, from: {from}, term: {term}, {until}{extendable}decided: {decided}, \
                 joint_with: [a, b], source: {{title: a}}}}\n"
            )
        })
}

fn step() -> impl Strategy<Value = String> {
    let states =
        ["announced", "held", "started", "expected", "slipped", "effective", "abandoned", "ended", "perdu"];
    (proptest::sample::select(states.to_vec()), dates(), proptest::option::of(dates())).prop_map(
        |(state, on, known)| {
            let known = known.map_or_else(String::new, |known| format!(", known: {known}"));
            format!("  - {{state: {state}, on: {on}{known}}}\n")
        },
    )
}

fn list<T: Strategy<Value = String>>(
    key: &'static str,
    items: impl Fn() -> T,
) -> impl Strategy<Value = String> {
    proptest::collection::vec(items(), 0..6).prop_map(move |items| match items.len() {
        0 => String::new(),
        _ => format!("{key}:\n{}", items.concat()),
    })
}

fn predecessor() -> impl Strategy<Value = String> {
    let ids = proptest::sample::select(vec!["a", "b", "c", "d"]);
    let ways = proptest::sample::select(vec!["merger", "absorption", "split", "rename"]);
    (ids, ways, dates())
        .prop_map(|(id, how, on)| format!("  - {{organisation: {id}, how: {how}, on: {on}}}\n"))
}

fn party() -> impl Strategy<Value = String> {
    let ids = proptest::sample::select(vec!["a", "b", "c", "d"]);
    let roles = proptest::sample::select(vec!["lead", "partner", "supporter", "result", "autre"]);
    (ids, roles).prop_map(|(id, role)| format!("  - {{organisation: {id}, role: {role}}}\n"))
}

fn facts() -> impl Strategy<Value = String> {
    let founded =
        (dates(), dates()).prop_map(|(founded, closed)| format!("founded: {founded}\nclosed: {closed}\n"));
    (founded, list("labels", label), list("predecessors", predecessor))
        .prop_map(|(founded, labels, predecessors)| founded + &labels + &predecessors)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn labels_partnerships_and_lineages_of_any_dates_are_diagnosed(
        facts in proptest::collection::vec(facts(), 3),
        (from, until) in (dates(), dates()),
        parties in list("parties", party),
        steps in list("milestones", step),
        kind in proptest::sample::select(vec!["merger", "joint-candidacy", "cooperation"]),
        today in proptest::sample::select(vec![Day::MIN, Day::constant(1, 1, 1), support::TODAY, Day::MAX]),
    ) {
        let poles = ["a", "b", "c"].into_iter().zip(&facts).map(|(id, facts)| pole(id, facts));
        let partnership = format!("name: a\nkind: {kind}\n{parties}{steps}");
        let phase = phase().1.replace("0001", from).replace("9999", until);
        let mut world = with_files(poles.chain([
            ("phases/phase-v.yaml".to_owned(), phase),
            ("partnerships/accord.yaml".to_owned(), partnership),
        ]));
        world.set_today(today);
        read_and_tell(&world);
    }
}

fn page(text: &str) -> MemoryWorld {
    with_files([("pages/page.md".to_owned(), format!("---\ntitle: Page\n---\n\n{text}"))])
}

/// The names that writers may have meant are looked for as long as few are wrong.
#[test]
fn the_first_of_very_many_wrong_names_are_told_with_the_right_one() {
    let mut world = page(&lines((0..4000).map(|number| format!("[[organisatio-{number}]]\n"))));
    for number in 0..200 {
        let path = format!("content/organisations/organisation-{number}.yaml");
        world.insert(&path, "name: Organisation\nkind: network\n");
    }
    let mut keys = "name: TES\nsectors: [numerique]\n".to_owned();
    keys.extend((0..2000).map(|number| format!("region{number}: a\n")));
    world.insert("content/poles/tes.yaml", keys);
    let diagnostics = support::analysis(&world).diagnostics;
    for code in ["dangling-reference", "unknown-key"] {
        let told =
            diagnostics.iter().filter(|it| it.code == code && !it.place.file.as_str().contains("organis"));
        let hints = told.map(|it| &it.hints[0].french);
        let helped: Vec<bool> = hints.map(|hint| hint.contains("vouliez-vous")).collect();
        assert!(helped.len() >= 2000 && helped[0] && !helped[helped.len() - 1], "{code}");
    }
}

/// What quotes the content is no longer than a person reads.
#[test]
fn messages_about_very_long_values_are_short() {
    let long = "a".repeat(100_000);
    let headings = lines((0..500).map(|number| format!("## Titre {number}\n\n")));
    let mut world = page(&format!(
        "{headings}[[{long}]] [a](/{long}/) [b](../{long}.pdf) [c](#{long}) [d](#xxx) [e]({long}:f) <b{long}>"
    ));
    // A key is no longer than 1,024 characters in YAML.
    let key = &long[..1000];
    let profile = format!(
        "name: TES\nsectors: [{long}]\nregions: [{long}]\n{key}: 1\nfounded: {long}\naliases: [{long}]\n\
         figures:\n  - {{metric: {long}, value: \"{long}\", as_of: 2020, source: {long}}}\n"
    );
    world.insert("content/poles/tes.yaml", profile.clone());
    world.insert("content/poles/b.yaml", profile);
    world.insert("published-addresses.txt", format!("/{long}/\n{long}\n"));
    let diagnostics = support::analysis(&world).diagnostics;
    assert!(diagnostics.len() > 20);
    for diagnostic in diagnostics {
        let hints = diagnostic.hints.iter().chain([&diagnostic.message]);
        let longest = hints.map(|words| words.french.len().max(words.english.len())).max();
        assert!(longest <= Some(1010), "{} {longest:?}", diagnostic.code);
    }
}

/// The nearest id is looked for among all ids: for as many faults as a person reads, not for all.
#[test]
fn very_many_references_to_nothing_in_a_large_federation_are_told() {
    let mut world = support::bare_site();
    world.insert("content/regions/bretagne.yaml", "name: Bretagne\ncode: \"53\"\n");
    for number in 0..1_000 {
        let about = format!("inconnue-{number}, sans-fiche-{number}, nulle-part-{number}");
        let post = format!("---\ntitle: A\ndate: 2023-04-01\nabout: [{about}]\n---\nTexte.\n");
        world.insert(&format!("content/news/2023/post-{number}.md"), post);
    }
    let diagnostics = support::analysis(&world).diagnostics;
    let dangling = diagnostics.iter().filter(|diagnostic| diagnostic.code == "dangling-reference");
    assert_eq!(dangling.count(), 3_000);
}

/// A site whose page for addresses that are not there holds a text in a template.
fn with_not_found(main: &str) -> MemoryWorld {
    let mut world = support::bare_site();
    support::add_theme(&mut world);
    world.insert("themes/nu/theme.toml", "extends = \"sobre\"\n");
    let template =
        format!("{{% extends \"base.html\" %}}{{% block main %}}<h1>Essai</h1>{main}{{% endblock %}}");
    world.insert("themes/nu/templates/404.html", template);
    world
}

/// How many times each rule is told.
fn told(world: &MemoryWorld) -> BTreeMap<&'static str, usize> {
    let mut told = BTreeMap::new();
    for diagnostic in support::all_diagnostics(world) {
        *told.entry(diagnostic.code).or_default() += 1;
    }
    told
}

#[test]
fn a_page_of_very_many_elements_is_told_by_its_budget() {
    let world = with_not_found("{% for one in range(end=20000) %}<p>{{ one }}</p>\n{% endfor %}");
    assert_eq!(told(&world).into_keys().collect::<Vec<_>>(), ["over-budget"]);
}

#[test]
fn a_page_of_very_many_faults_tells_some_of_them() {
    let world =
        with_not_found("{% for one in range(end=20000) %}<center>{{ one }}</center></b>\n{% endfor %}");
    let told = told(&world);
    assert_eq!((told["presentational-tag"], told["malformed-html"]), (1, 1), "{told:?}");
}

#[test]
fn what_is_nested_very_deeply_is_told_too() {
    let world = with_not_found("{% for one in range(end=2000) %}<div><b>{% endfor %}");
    assert!(told(&world).contains_key("malformed-html"));
}
