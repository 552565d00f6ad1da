//! What programs read of diagnostics, read back by readers that are not ours.

mod support;

use grappe::diagnostic::{Format, Style, render};
use grappe::locale::Locale;
use serde_sarif::sarif::Sarif;

/// A site with an error that has another place, a warning, and a remark that has a fix, in a file
/// whose name needs escaping.
fn site() -> grappe::world::MemoryWorld {
    let mut world = support::bare_site();
    world.insert("content/poles/tes.yaml", "name: TES\naliases: [Pôle TES]\nregions: [bretagn]\n");
    world.insert("content/regions/bretagne.yaml", "name: Bretagne\ncode: \"53\"\n");
    world.insert("content/regions/normandie.yaml", "name: Normandie\ncode: \"53\"\n");
    world.insert(
        "content/news/a b, 100%.md",
        "---\ntitre: « Été »\ndate: 2023-04-01\nsummary: >\n  a\n---\nLe Pôle TES.\n",
    );
    world
}

fn rendered(format: Format) -> String {
    let world = site();
    let diagnostics = support::analysis(&world).diagnostics;
    render(&diagnostics, &world, Style { format, locale: Locale::French, ..Style::default() })
}

#[test]
fn sarif_is_read_by_a_reader_made_from_its_schema() {
    let world = site();
    let diagnostics = support::analysis(&world).diagnostics;
    let log: Sarif = serde_json::from_str(&rendered(Format::Sarif)).expect("SARIF");
    assert_eq!(log.runs.len(), 1);
    let results = log.runs[0].results.as_ref().expect("results");
    assert_eq!(results.len(), diagnostics.len());
    for (result, diagnostic) in results.iter().zip(&diagnostics) {
        assert_eq!(result.rule_id.as_deref(), Some(diagnostic.code));
        let rules = log.runs[0].tool.driver.rules.as_ref().expect("rules");
        let rule = &rules[usize::try_from(result.rule_index.expect("an index")).expect("from 0")];
        assert_eq!(rule.id, diagnostic.code);
        let place =
            result.locations.as_ref().expect("places")[0].physical_location.as_ref().expect("a place");
        let region = place.region.as_ref().expect("a region");
        assert!(region.start_line.expect("a line") >= 1 && region.start_column.expect("a column") >= 1);
        assert_eq!(result.fixes.as_ref().map_or(0, Vec::len), usize::from(diagnostic.fix.is_some()));
        let related = result.related_locations.as_ref().map_or(0, Vec::len);
        assert_eq!(related, diagnostic.labels.len());
    }
    let uris = format!("{:?}", results.iter().map(|it| &it.locations).collect::<Vec<_>>());
    assert!(uris.contains("content/news/a%20b%2C%20100%25.md"), "{uris}");
    // The site has what the test is about.
    assert!(
        diagnostics.iter().any(|it| it.fix.is_some()) && diagnostics.iter().any(|it| !it.labels.is_empty())
    );
}

#[test]
fn github_commands_are_one_line_each_with_their_place() {
    let text = rendered(Format::Github);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), support::analysis(&site()).diagnostics.len());
    let key = lines.iter().find(|line| line.contains("[french-key]")).expect("the key");
    assert_eq!(
        **key,
        "::notice file=content/news/a b%2C 100%25.md,line=2,col=1,endColumn=6,title=clé en français [french-key]::cette clé est comprise ; son nom est `title`".replace(" ;", "\u{202F};")
    );
    assert!(lines.iter().any(|line| line.starts_with("::error file=content/poles/tes.yaml,line=3,")));
    assert!(lines.iter().all(|line| line.starts_with("::")));
}

#[test]
fn very_many_faults_of_a_kind_are_three_and_a_count() {
    let mut world = support::bare_site();
    let regions = vec!["nulle-part"; 5_000].join(", ");
    world.insert("content/poles/tes.yaml", format!("name: TES\nsectors: []\nregions: [{regions}]\n"));
    let diagnostics = support::analysis(&world).diagnostics;
    assert!(diagnostics.len() > 5_000);
    for format in [Format::Human, Format::Short, Format::Github] {
        let style = Style { format, locale: Locale::French, ..Style::default() };
        let text = render(&diagnostics, &world, style);
        assert_eq!(text.matches("[dangling-reference]").count(), 4, "{text}");
        assert!(text.contains("et 4997 autres du même genre"), "{text}");
        assert!(text.len() < 10_000);
        let whole = render(&diagnostics, &world, Style { is_whole: true, ..style });
        assert!(whole.matches("[dangling-reference]").count() >= 5_000);
    }
    let json = render(&diagnostics, &world, Style { format: Format::Json, ..Style::default() });
    assert_eq!(json.matches("\"dangling-reference\"").count(), 5_000);
}
