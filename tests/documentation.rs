//! `docs/rules/` is made from the rules' own comments: `UPDATE=1 cargo test --test documentation`
//! writes it anew.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use grappe::check::RULES;
use grappe::diagnostic::Severity;
use grappe::locale::Locale;
use grappe::rule::Rule;

/// The pages, by file name.
fn pages() -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    let mut index = String::from(
        "# Les règles\n\nChaque message de grappe porte le nom d'une règle. `grappe explain NOM` en donne la page \
         dans le terminal.\n",
    );
    for (group, rules) in RULES {
        index += &format!("\n## {group}\n\n| règle | ce qu'elle relève | gravité |\n|---|---|---|\n");
        for rule in rules {
            let (code, title) = (rule.code, rule.title.french);
            let severity = rule.severity.title(Locale::French);
            index += &format!("| [`{code}`]({code}.md) | {title} | {severity} |\n");
            pages.insert(format!("{code}.md"), page(rule));
        }
    }
    index += &format!("\n## Mesure\n\n{}\n", measure_tables());
    pages.insert("README.md".to_owned(), index);
    pages
}

/// What `tests/corpus.rs` measured of the rules on prose: two tables, each with its words.
fn measure_tables() -> String {
    let measured =
        fs::read_to_string(support::root().join("tests/corpus/measured.md")).expect("what was measured");
    measured.split("\n## ").next().unwrap_or("").trim().to_owned()
}

/// How often a rule was right, for rules that are measured: in French, then in English. The first row is
/// measured on sentences that the rule was mended on, the second on fresh ones.
fn measure(code: &str) -> Option<(String, String)> {
    let tables = measure_tables();
    let start = format!("| `{code}` |");
    let rows: Vec<&str> = tables.lines().filter(|line| line.starts_with(&start)).collect();
    let [mended_on, fresh] = rows.as_slice() else {
        assert!(rows.is_empty(), "{rows:?}");
        return None;
    };
    let [on_clean, planted, found, elsewhere, on_real] = cells(mended_on);
    let [fresh_on_clean, fresh_planted, fresh_found, fresh_elsewhere, _] = cells(fresh);
    let french = format!(
        "\n\n## Mesure\n\nFautes semées trouvées : {found} sur {planted}. Fausses alertes : {on_clean} sur les \
         phrases justes, {elsewhere} sur les autres phrases fautives. Relevés sur le contenu du site : \
         {on_real}.\n\nSur des phrases d'après lesquelles la règle n'a pas été retouchée, fautes semées \
         trouvées : {fresh_found} sur {fresh_planted}. Fausses alertes : {fresh_on_clean} sur les phrases \
         justes, {fresh_elsewhere} sur les autres phrases fautives. Voir [la mesure](README.md#mesure)."
    );
    let english = format!(
        "\n\n## Measured\n\nPlanted faults found: {found} of {planted}. False alarms: {on_clean} on clean \
         sentences, {elsewhere} on other faulty ones. Reports on the content of the site: {on_real}.\n\n\
         On sentences that the rule was not mended on, planted faults found: {fresh_found} of \
         {fresh_planted}. False alarms: {fresh_on_clean} on clean sentences, {fresh_elsewhere} on other \
         faulty ones. See [how it was measured](README.md#mesure)."
    );
    Some((french, english))
}

/// The cells of a table's row, but the first.
fn cells(row: &str) -> [&str; 5] {
    let cells: Vec<&str> = row.trim_matches('|').split('|').skip(1).map(str::trim).collect();
    cells.try_into().unwrap_or_else(|_| panic!("{row}"))
}

fn page(rule: &Rule) -> String {
    let severity = |locale| rule.severity.title(locale);
    let (french, english) = measure(rule.code).unwrap_or_default();
    format!(
        "# `{}` — {}\n\n*{}*\n\n{}{french}\n\n---\n\n## In English: {}\n\n*{}*\n\n{}{english}\n",
        rule.code,
        rule.title.french,
        severity(Locale::French),
        rule.documentation(Locale::French),
        rule.title.english,
        severity(Locale::English),
        rule.documentation(Locale::English),
    )
}

#[test]
fn the_pages_of_rules_are_up_to_date() {
    let folder = support::root().join("docs/rules");
    let pages = pages();
    if std::env::var_os("UPDATE").is_some() {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("made");
        for (name, text) in &pages {
            fs::write(folder.join(name), text).expect("written");
        }
    }
    let mut found: Vec<String> = fs::read_dir(&folder)
        .expect("docs/rules")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    found.sort_unstable();
    assert_eq!(found, pages.keys().cloned().collect::<Vec<_>>());
    for (name, text) in &pages {
        assert_eq!(&fs::read_to_string(folder.join(name)).expect("a page"), text, "{name} is stale");
    }
}

#[test]
fn every_rule_is_documented_in_both_languages() {
    for rule in RULES.iter().flat_map(|(_, rules)| rules.iter()) {
        for (locale, headings) in [
            (Locale::French, ["## Pourquoi", "## Exemple", "## Mieux"]),
            (Locale::English, ["## Why it matters", "## Example", "## Use instead"]),
        ] {
            let text = rule.documentation(locale);
            for heading in headings {
                assert!(text.contains(heading), "{} lacks {heading}", rule.code);
            }
        }
        assert_ne!(rule.documentation(Locale::French), rule.documentation(Locale::English), "{}", rule.code);
        let is_plain =
            rule.code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        assert!(is_plain, "{}", rule.code);
    }
}

/// The list of rules that the documentation holds, written by hand: group, code, letter of severity.
fn listed() -> Vec<(String, String, String)> {
    let text = fs::read_to_string(support::root().join("docs/content-model.md")).expect("the model");
    let list = text.split("## The rules").nth(1).expect("the list").split("\n## ").next().expect("its text");
    let rows = list.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | "));
    rows.filter(|(group, _)| *group != "group")
        .flat_map(|(group, rules)| {
            rules.split(", ").map(move |rule| {
                let (letter, code) = rule.trim_matches('*').split_once(' ').expect("a letter and a code");
                (group.to_owned(), code.to_owned(), letter.to_owned())
            })
        })
        .collect()
}

#[test]
fn the_rules_are_those_of_the_list() {
    let letter = |rule: &Rule| match rule.severity {
        Severity::Error => "E",
        Severity::Warning => "W",
        Severity::Information => "I",
    };
    let rules: BTreeSet<(String, String, String)> = RULES
        .iter()
        .flat_map(|(group, rules)| rules.iter().map(move |rule| (*group, *rule)))
        .map(|(group, rule)| (group.to_owned(), rule.code.to_owned(), letter(rule).to_owned()))
        .collect();
    let listed: BTreeSet<(String, String, String)> = listed().into_iter().collect();
    let apart: Vec<_> = rules.symmetric_difference(&listed).collect();
    assert!(apart.is_empty() && rules.len() > 80, "not in both: {apart:#?}");
}
