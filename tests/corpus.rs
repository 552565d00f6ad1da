//! How often the rules on prose are right, on sentences that their author did not write. Of each pair of
//! files, one has nothing to tell (`clean.txt`, `fresh-clean.txt`), the other one planted fault a line
//! (`faulty.txt`, `fresh-faulty.txt`). The rules were mended on the first pair, never on the fresh one.
//!
//! `UPDATE=1 cargo test --test corpus` writes `tests/corpus/measured.md`: read it before you commit it.
//! `docs/rules/` shows its figures.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk")]

#[path = "corpus/measures.rs"]
mod measures;
#[path = "corpus/sentences.rs"]
mod sentences;
mod support;

use std::collections::BTreeMap;
use std::fs;

use measures::{Measure, Measures};
use sentences::folder;

/// What came out before the rules were mended by this corpus: later figures flatter them.
const FIRST_TIME: &str = "La première mesure, avant que les règles ne soient retouchées d'après ces phrases, \
                          avait donné 2 fausses alertes et 112 fautes trouvées sur 163.";

/// A row a rule, with one more cell of one's own.
fn table(measures: &Measures, last_heading: &str, last_cell: impl Fn(&str, &Measure) -> String) -> String {
    let mut table = format!(
        "| règle | fausses alertes sur les phrases justes | fautes semées | trouvées | fausses alertes sur \
         les phrases fautives | {last_heading} |\n|---|---:|---:|---:|---:|---:|\n"
    );
    for (code, measure) in &measures.by_rule {
        let Measure { on_clean, planted, found, elsewhere } = measure;
        let last = last_cell(code, measure);
        table += &format!("| `{code}` | {on_clean} | {planted} | {found} | {elsewhere} | {last} |\n");
    }
    table
}

fn list(title: &str, lines: &[String]) -> String {
    let lines = if lines.is_empty() { "Aucune.\n".to_owned() } else { lines.concat() };
    format!("\n## {title}\n\n{lines}")
}

/// How often each rule speaks of the real content.
fn on_real_content() -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for diagnostic in support::analysis(&support::real_site()).diagnostics {
        *counts.entry(diagnostic.code).or_default() += 1;
    }
    counts
}

/// The part on the sentences that the rules were mended on, and on the content of the site.
fn of_mended_on(measures: &Measures) -> String {
    let ([clean, faulty], on_real) = (measures.sentences, on_real_content());
    let table = table(measures, "relevé sur le contenu du site", |code, _| {
        on_real.get(code).copied().unwrap_or_default().to_string()
    });
    format!(
        "### Sur les phrases d'après lesquelles les règles ont été retouchées\n\n\
         Sur {clean} phrases justes et {faulty} phrases fautives, écrites sans avoir lu les règles, et sur le \
         contenu du site. {FIRST_TIME}\n\n{table}"
    )
}

/// The part on the sentences that no rule was mended on: the one that says what to expect.
fn of_fresh(measures: &Measures) -> String {
    let [clean, faulty] = measures.sentences;
    let (total, table) = (measures.total(), table(measures, "précision", |_, one| one.precision()));
    format!(
        "\n### Sur des phrases d'après lesquelles aucune règle n'a été retouchée\n\n\
         Sur {clean} phrases justes et {faulty} phrases fautives, écrites ensuite par quelqu'un qui n'avait lu \
         ni les règles ni les premières phrases : {} fautes trouvées sur {}. Précision (alertes justes sur \
         toutes les alertes) : {}.\n\n{table}",
        total.found,
        total.planted,
        total.precision(),
    )
}

fn measured() -> String {
    let mended_on = Measures::of("clean.txt", "faulty.txt");
    let fresh = Measures::of("fresh-clean.txt", "fresh-faulty.txt");
    of_mended_on(&mended_on)
        + &of_fresh(&fresh)
        + &list("Fausses alertes connues", &[mended_on.alarms, fresh.alarms].concat())
        + &list("Fautes que les règles ne voient pas", &[mended_on.missed, fresh.missed].concat())
}

#[test]
fn the_rules_on_prose_are_as_right_as_measured() {
    let path = folder().join("measured.md");
    let measured = measured();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &measured).expect("written");
    }
    let stated = fs::read_to_string(&path).expect("what was measured");
    assert_eq!(stated, measured, "tests/corpus/measured.md is stale");
}
