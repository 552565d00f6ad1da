//! Any bytes in any content file: diagnostics, never a panic, and a place that can be shown.

mod support;

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
    for format in [Format::Human, Format::Short, Format::Json] {
        for locale in [Locale::French, Locale::English] {
            let text = render(&diagnostics, world, Style { format, locale, colour: true });
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
