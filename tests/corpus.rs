//! How often the rules on prose are right, on sentences that their author did not write:
//! `tests/corpus/clean.txt` has nothing to tell, `tests/corpus/faulty.txt` one planted fault a line.
//!
//! `UPDATE=1 cargo test --test corpus` writes `tests/corpus/measured.md`: read it before you commit it.
//! `docs/rules/` shows its figures.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use grappe::world::MemoryWorld;

/// The rules that are measured.
const MEASURED: [&str; 7] = [
    "announced-count-mismatch",
    "deadline-passed-but-future",
    "post-before-entity",
    "role-outside-dates",
    "stale-today",
    "unresolvable-relative-date",
    "weekday-mismatch",
];

/// What came out before the rules were mended by this corpus: later figures flatter them.
const FIRST_TIME: &str = "La première mesure, avant que les règles ne soient retouchées d'après ces phrases, \
                          avait donné 2 fausses alertes et 112 fautes trouvées sur 163.";

/// A line of the corpus.
struct Sentence {
    /// Its file and line.
    place: String,
    /// The rule of the planted fault.
    fault: Option<String>,
    kind: String,
    date: String,
    words: String,
}

impl Sentence {
    fn read(line: &str, place: String, is_faulty: bool) -> Self {
        let mut parts = line.splitn(if is_faulty { 4 } else { 3 }, " | ").map(str::trim);
        let mut next = || parts.next().unwrap_or_else(|| panic!("{place}: a field is missing")).to_owned();
        let fault = is_faulty.then(&mut next);
        let (kind, date, words) = (next(), next(), next().replace("\\n", "\n"));
        Self { place, fault, kind, date, words }
    }

    fn path(&self) -> String {
        let name = self.place.replace([':', '.'], "-");
        match &*self.kind {
            "post" => format!("content/news/{}-{name}.md", self.date),
            "page" => format!("content/pages/{name}.md"),
            "profile" => format!("content/poles/{name}.yaml"),
            kind => panic!("{}: no kind {kind}", self.place),
        }
    }

    fn file(&self) -> String {
        let written = self.date.strip_prefix("written:");
        let date = |key: &str| written.map_or_else(String::new, |date| format!("{key}: {date}\n"));
        match &*self.kind {
            "post" => format!("---\ntitle: Phrase\ndate: {}\n---\n\n{}\n", self.date, self.words),
            "page" => format!("---\ntitle: Phrase\n{}---\n\n{}\n", date("updated"), self.words),
            _ => format!(
                "name: Phrase\nsectors: [numerique]\nregions: [bretagne]\n{}description: |\n  {}\n",
                date("written"),
                self.words.replace('\n', "\n  ")
            ),
        }
    }
}

fn folder() -> PathBuf {
    support::root().join("tests/corpus")
}

/// The sentences of a file, and the files of the site that they stand on.
fn corpus(name: &str, is_faulty: bool) -> (Vec<Sentence>, Vec<(String, String)>) {
    let text = fs::read_to_string(folder().join(name)).expect("a corpus");
    let (mut sentences, mut files) = (Vec::new(), Vec::<(String, String)>::new());
    let mut in_site = false;
    for (index, line) in text.lines().enumerate() {
        match line {
            "--- site" => in_site = true,
            "---" if in_site => in_site = false,
            _ if in_site => match (line.strip_prefix("-- "), files.last_mut()) {
                (Some(path), _) => files.push((format!("content/{path}"), String::new())),
                (None, Some((_, text))) => *text += &format!("{line}\n"),
                (None, None) => panic!("{name}: a file begins with --"),
            },
            _ if line.trim().is_empty() || line.starts_with('#') => {}
            _ => sentences.push(Sentence::read(line, format!("{name}:{}", index + 1), is_faulty)),
        }
    }
    (sentences, files)
}

/// The site that all sentences stand on: the base of the fixtures, and that of the corpus.
fn site() -> MemoryWorld {
    let mut world = support::bare_site();
    let base = fs::read_to_string(support::root().join("tests/suite/base.txt")).expect("the base");
    for file in base.split("\n-- ").skip(1) {
        let (path, text) = file.split_once('\n').expect("a path and a text");
        world.insert(&format!("content/{path}"), format!("{text}\n"));
    }
    for (path, text) in corpus("clean.txt", false).1 {
        world.insert(&path, text);
    }
    world
}

/// What the measured rules say of each sentence: each in a file of its own, all in one site.
fn told(sentences: &[Sentence]) -> BTreeMap<String, BTreeSet<&'static str>> {
    let mut world = site();
    for sentence in sentences {
        world.insert(&sentence.path(), sentence.file());
    }
    let mut told: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
    for diagnostic in support::analysis(&world).diagnostics {
        let path = diagnostic.place.file.to_string();
        assert_ne!(diagnostic.code, "invalid-yaml", "{path}");
        if MEASURED.contains(&diagnostic.code) {
            told.entry(path).or_default().insert(diagnostic.code);
        }
    }
    told
}

/// What was measured of one rule.
#[derive(Default)]
struct Measure {
    on_clean: usize,
    planted: usize,
    found: usize,
    elsewhere: usize,
    on_real: usize,
}

fn list(title: &str, lines: &[String]) -> String {
    let lines = if lines.is_empty() { "Aucune.\n".to_owned() } else { lines.concat() };
    format!("\n## {title}\n\n{lines}")
}

fn measured() -> String {
    let (clean, _) = corpus("clean.txt", false);
    let (faulty, _) = corpus("faulty.txt", true);
    let mut measures: BTreeMap<&str, Measure> =
        MEASURED.iter().map(|code| (*code, Measure::default())).collect();
    let (mut alarms, mut missed) = (Vec::new(), Vec::new());
    let of = |sentence: &Sentence, code: &str| {
        format!("- `{code}`, {} : {}\n", sentence.place, sentence.words.replace('\n', " ⏎ "))
    };
    let told_of_clean = told(&clean);
    for sentence in &clean {
        for code in told_of_clean.get(&sentence.path()).into_iter().flatten() {
            measures.entry(*code).or_default().on_clean += 1;
            alarms.push(of(sentence, code));
        }
    }
    let told_of_faulty = told(&faulty);
    for sentence in &faulty {
        let fault = sentence.fault.as_deref().and_then(|fault| MEASURED.iter().find(|code| **code == fault));
        let fault = *fault.unwrap_or_else(|| panic!("{}: no measured rule", sentence.place));
        let codes = told_of_faulty.get(&sentence.path()).cloned().unwrap_or_default();
        let measure = measures.entry(fault).or_default();
        measure.planted += 1;
        if codes.contains(fault) {
            measure.found += 1;
        } else {
            missed.push(of(sentence, fault));
        }
        for code in codes.iter().filter(|code| **code != fault) {
            measures.entry(*code).or_default().elsewhere += 1;
            alarms.push(of(sentence, code));
        }
    }
    for diagnostic in support::analysis(&support::real_site()).diagnostics {
        if let Some(measure) = measures.get_mut(diagnostic.code) {
            measure.on_real += 1;
        }
    }
    let mut out = format!(
        "Sur {} phrases justes et {} phrases fautives, écrites sans avoir lu les règles, et sur le contenu du \
         site. {FIRST_TIME}\n\n\
         | règle | fausses alertes sur les phrases justes | fautes semées | trouvées | fausses alertes sur les \
         phrases fautives | relevé sur le contenu du site |\n|---|---:|---:|---:|---:|---:|\n",
        clean.len(),
        faulty.len(),
    );
    for (code, measure) in &measures {
        let Measure { on_clean, planted, found, elsewhere, on_real } = measure;
        out += &format!("| `{code}` | {on_clean} | {planted} | {found} | {elsewhere} | {on_real} |\n");
    }
    out + &list("Fausses alertes connues", &alarms) + &list("Fautes que les règles ne voient pas", &missed)
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
