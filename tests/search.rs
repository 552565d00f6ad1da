//! What visitors find: the files of the index, read as `src/search.rs` documents them.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use grappe::search::{TITLES_IN_A_FILE, fold};
use serde_json::Value;

type Files = BTreeMap<String, Vec<u8>>;

static REAL: LazyLock<Files> = LazyLock::new(|| support::made(&support::real_site()));

/// A row: its words and its places; nothing for a word that says nothing.
struct Row {
    words: Vec<String>,
    places: Vec<usize>,
}

/// The index in a folder of a site.
struct Index<'a> {
    files: &'a Files,
    folder: &'a str,
}

impl Index<'_> {
    fn json(&self, name: &str) -> Value {
        let text = support::page(self.files, &format!("{}{name}.json", self.folder));
        serde_json::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn starts(&self) -> Vec<String> {
        serde_json::from_value(self.json("index")).expect("texts")
    }

    fn rows(&self, file: usize) -> Vec<Row> {
        let rows: Vec<Vec<Value>> =
            serde_json::from_value(self.json(&format!("words-{file}"))).expect("rows");
        let row = |row: Vec<Value>| {
            let words = row[0].as_str().expect("words").split_whitespace().map(str::to_owned).collect();
            let steps =
                row[1..].iter().map(|step| usize::try_from(step.as_u64().expect("a step")).expect("small"));
            let places = steps.scan(0, |place, step| {
                *place += step;
                Some(*place)
            });
            Row { words, places: places.collect() }
        };
        rows.into_iter().map(row).collect()
    }

    /// What entries are worth for a word; nothing for a word that says nothing.
    fn worth(&self, word: &str) -> Option<BTreeMap<usize, usize>> {
        let starts = self.starts();
        let is_long = word.chars().count() > 1;
        let last = |text: &str| starts.iter().rposition(|start| start.as_str() <= text).expect("the first");
        let from = last(word);
        let to = if is_long { last(&format!("{word}\u{FFFF}")) } else { from };
        let mut worth: BTreeMap<usize, usize> = BTreeMap::new();
        for row in (from..=to).flat_map(|file| self.rows(file)) {
            let is_whole = row.words.iter().any(|it| it == word);
            if is_whole && row.places.is_empty() {
                return None;
            }
            if is_whole || is_long && row.words.iter().any(|it| it.starts_with(word)) {
                for place in row.places {
                    let of_place = if place % 2 == 0 { 4 } else { 1 };
                    *worth.entry(place / 2).or_default() |= of_place * if is_whole { 2 } else { 1 };
                }
            }
        }
        match word.strip_suffix('s').filter(|word| worth.is_empty() && word.chars().count() > 1) {
            Some(singular) => self.worth(singular),
            None => Some(worth),
        }
    }

    /// The addresses and titles that a query finds, the best first.
    fn find(&self, query: &str) -> Vec<(String, String)> {
        let query = fold(query);
        let words = query.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
        let all: Vec<BTreeMap<usize, usize>> = words.filter_map(|word| self.worth(word)).collect();
        let Some(first) = all.first() else { return Vec::new() };
        let mut found: Vec<usize> =
            first.keys().copied().filter(|entry| all.iter().all(|it| it.contains_key(entry))).collect();
        found.sort_by_key(|entry| (usize::MAX - all.iter().map(|it| it[entry]).sum::<usize>(), *entry));
        found.into_iter().map(|entry| self.title(entry)).collect()
    }

    fn title(&self, entry: usize) -> (String, String) {
        let file = self.json(&format!("titles-{}", entry / TITLES_IN_A_FILE));
        let line = &file[entry % TITLES_IN_A_FILE];
        (line[0].as_str().expect("an address").to_owned(), line[1].as_str().expect("a title").to_owned())
    }

    fn addresses(&self, query: &str) -> Vec<String> {
        self.find(query).into_iter().map(|(address, _)| address).collect()
    }
}

fn french() -> Index<'static> {
    Index { files: &REAL, folder: "recherche/index/" }
}

#[test]
fn phases_are_found_by_either_numeral() {
    for query in ["phase 5", "phase V", "Phase v"] {
        assert_eq!(french().addresses(query)[0], "/phases/phase-v/", "{query}");
    }
}

#[test]
fn accents_case_and_endings_do_not_matter() {
    let index = french();
    assert_eq!(index.addresses("BRÉTAGNE"), index.addresses("bretagne"));
    for (one, other) in [("énergie", "ENERGIES"), ("labellisation", "labellisations")] {
        let set = |query| index.addresses(query).into_iter().collect::<BTreeSet<_>>();
        assert!(!set(one).is_empty(), "{one}");
        assert_eq!(set(one), set(other), "{one}, {other}");
    }
    assert_eq!(index.addresses("bretag")[0], index.addresses("bretagne")[0]);
}

#[test]
fn names_come_before_texts_and_words_that_say_nothing_are_left_out() {
    let index = french();
    assert_eq!(index.addresses("TES")[0], "/poles/tes/");
    assert_eq!(index.addresses("région de la Bretagne"), index.addresses("region bretagne"));
    assert_eq!(index.addresses("qxzw"), [""; 0]);
    assert_eq!(index.addresses("de"), [""; 0]);
}

#[test]
fn an_entity_is_found_under_its_former_names_and_aliases() {
    let site = support::real_site();
    let analysis = support::analysis(&site);
    let federation = analysis.site.expect("a site").federation;
    let index = french();
    let today = federation.today();
    let mut tried = 0;
    for (_, pole) in federation.listed(grappe::schema::Kind::Pole) {
        for name in pole.names.before(today) {
            tried += 1;
            let found = index.addresses(&name.full);
            assert!(found.contains(&format!("/poles/{}/", pole.id())), "{}: {found:?}", name.full);
        }
    }
    assert!(tried > 0, "some pole had another name");
}

#[test]
fn languages_are_apart() {
    let english = Index { files: &REAL, folder: "en/search/index/" };
    let found = english.addresses("phase 5");
    assert_eq!(found[0], "/en/phases/phase-v/");
    assert!(found.iter().all(|address| address.starts_with("/en/")), "{found:?}");
    let found = french().addresses("phase 5");
    assert!(found.iter().all(|address| !address.starts_with("/en/")), "{found:?}");
}

#[test]
fn every_address_is_of_a_page_and_every_word_is_in_its_file() {
    for folder in ["recherche/index/", "en/search/index/"] {
        let index = Index { files: &REAL, folder };
        let starts = index.starts();
        let mut entries = BTreeSet::new();
        for (file, start) in starts.iter().enumerate() {
            for row in index.rows(file) {
                assert!(row.words.iter().all(|word| word >= start), "{folder}{file}: {:?}", row.words);
                let next = starts.get(file + 1);
                assert!(next.is_none_or(|next| row.words.iter().all(|word| word < next)), "{:?}", row.words);
                assert!(row.places.is_sorted_by(|one, other| one < other), "{:?}", row.words);
                entries.extend(row.places.iter().map(|place| place / 2));
            }
        }
        for entry in entries {
            let (address, title) = index.title(entry);
            assert!(REAL.contains_key(&format!("{}index.html", &address[1..])), "{address}");
            assert!(!title.is_empty(), "{address}");
        }
    }
}

#[test]
fn the_script_and_the_files_are_light() {
    let script = std::fs::read(support::root().join("themes/sobre/assets/search.js")).expect("the script");
    assert!(script.len() <= 3072, "{}", script.len());
    let files = REAL.iter().filter(|(file, _)| file.contains("recherche/index/"));
    let heavy: Vec<_> = files.filter(|(_, bytes)| bytes.len() > 16 * 1024).map(|(file, _)| file).collect();
    assert_eq!(heavy, [""; 0]);
}
