//! The sentences of `tests/corpus/`, and the site that they stand on. Their format is told at the top of
//! `clean.txt`.

use std::fs;
use std::path::PathBuf;

use grappe::world::MemoryWorld;

use crate::support;

/// A line of the corpus.
pub struct Sentence {
    /// Its file and line.
    pub place: String,
    /// The rule of the planted fault.
    pub fault: Option<String>,
    kind: String,
    date: String,
    pub words: String,
}

impl Sentence {
    fn read(line: &str, place: String, is_faulty: bool) -> Self {
        let mut parts = line.splitn(if is_faulty { 4 } else { 3 }, " | ").map(str::trim);
        let mut next = || parts.next().unwrap_or_else(|| panic!("{place}: a field is missing")).to_owned();
        let fault = is_faulty.then(&mut next);
        let (kind, date, words) = (next(), next(), next().replace("\\n", "\n"));
        Self { place, fault, kind, date, words }
    }

    /// Where the file of this sentence lies.
    pub fn path(&self) -> String {
        let name = self.place.replace([':', '.'], "-");
        match &*self.kind {
            "post" => format!("content/news/{}-{name}.md", self.date),
            "page" => format!("content/pages/{name}.md"),
            "profile" => format!("content/poles/{name}.yaml"),
            kind => panic!("{}: no kind {kind}", self.place),
        }
    }

    /// The text of a file that says this sentence and nothing else.
    pub fn file(&self) -> String {
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

/// Where the corpora lie.
pub fn folder() -> PathBuf {
    support::root().join("tests/corpus")
}

/// The sentences of a file, and the files of the site that they stand on.
pub fn corpus(name: &str, is_faulty: bool) -> (Vec<Sentence>, Vec<(String, String)>) {
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
pub fn site() -> MemoryWorld {
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
