//! What the rules on prose say of the sentences of a pair of files, counted.

use std::collections::{BTreeMap, BTreeSet};

use grappe::world::MemoryWorld;
use rayon::prelude::*;

use crate::sentences::{Sentence, corpus, site};
use crate::support;

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

/// In how many sites the sentences of a file stand. Those next to each other are apart: what several texts
/// have in common is told once.
const SITES: usize = 24;

/// What the measured rules say of each sentence: each in a file of its own.
fn told(sentences: &[Sentence]) -> BTreeMap<String, BTreeSet<&'static str>> {
    let site = site();
    let parts = (0..SITES).into_par_iter();
    parts.flat_map_iter(|first| told_of(sentences.iter().skip(first).step_by(SITES), site.clone())).collect()
}

fn told_of<'a>(
    sentences: impl Iterator<Item = &'a Sentence>,
    mut site: MemoryWorld,
) -> BTreeMap<String, BTreeSet<&'static str>> {
    for sentence in sentences {
        site.insert(&sentence.path(), sentence.file());
    }
    let mut told: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
    for diagnostic in support::analysis(&site).diagnostics {
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
pub struct Measure {
    pub on_clean: usize,
    pub planted: usize,
    pub found: usize,
    pub elsewhere: usize,
}

impl Measure {
    /// How many of its reports were right.
    pub fn precision(&self) -> String {
        let fired = self.found + self.on_clean + self.elsewhere;
        if fired == 0 { "–".to_owned() } else { format!("{} sur {fired}", self.found) }
    }
}

/// What was measured on a pair of files: the clean one, the faulty one.
pub struct Measures {
    /// How many sentences each file has.
    pub sentences: [usize; 2],
    pub by_rule: BTreeMap<&'static str, Measure>,
    /// The false alarms, a line each.
    pub alarms: Vec<String>,
    /// The faults that no rule saw, a line each.
    pub missed: Vec<String>,
}

impl Measures {
    /// What comes out on two files.
    pub fn of(clean: &str, faulty: &str) -> Self {
        let (clean, faulty) = (corpus(clean, false).0, corpus(faulty, true).0);
        let mut measures = Self {
            sentences: [clean.len(), faulty.len()],
            by_rule: MEASURED.iter().map(|code| (*code, Measure::default())).collect(),
            alarms: Vec::new(),
            missed: Vec::new(),
        };
        measures.count_clean(&clean);
        measures.count_faulty(&faulty);
        measures
    }

    fn count_clean(&mut self, clean: &[Sentence]) {
        let told = told(clean);
        for sentence in clean {
            for code in told.get(&sentence.path()).into_iter().flatten() {
                self.by_rule.entry(*code).or_default().on_clean += 1;
                self.alarms.push(line(sentence, code));
            }
        }
    }

    fn count_faulty(&mut self, faulty: &[Sentence]) {
        let told = told(faulty);
        for sentence in faulty {
            let fault = sentence.fault.as_deref();
            let fault = *MEASURED
                .iter()
                .find(|code| Some(**code) == fault)
                .unwrap_or_else(|| panic!("{}: no measured rule", sentence.place));
            let codes = told.get(&sentence.path()).cloned().unwrap_or_default();
            let measure = self.by_rule.entry(fault).or_default();
            measure.planted += 1;
            if codes.contains(fault) {
                measure.found += 1;
            } else {
                self.missed.push(line(sentence, fault));
            }
            for code in codes.iter().filter(|code| **code != fault) {
                self.by_rule.entry(*code).or_default().elsewhere += 1;
                self.alarms.push(line(sentence, code));
            }
        }
    }

    /// All rules together.
    pub fn total(&self) -> Measure {
        self.by_rule.values().fold(Measure::default(), |total, one| Measure {
            on_clean: total.on_clean + one.on_clean,
            planted: total.planted + one.planted,
            found: total.found + one.found,
            elsewhere: total.elsewhere + one.elsewhere,
        })
    }
}

/// A line of the lists below the tables.
fn line(sentence: &Sentence, code: &str) -> String {
    format!("- `{code}`, {} : {}\n", sentence.place, sentence.words.replace('\n', " ⏎ "))
}
