//! Fixtures: several files in one text, with the diagnostics expected of each written below it.
//!
//! ```text
//! === what the case shows
//! -- poles/tes.yaml
//! name: TES
//! regions: [bretagn]
//! #@ 2:11-18 error[dangling-reference]: aucune région `bretagn`
//! #@ hint: vouliez-vous dire `bretagne` ?
//! ```
//! A case stands on `tests/suite/base.txt`, unless its title begins with `bare:`. A path is below
//! `content/`, or below the site where it begins with `/`. `~~ path` removes a file of the base. A case whose
//! title begins with `page:` is about pages as visitors receive them: its theme `nu` extends the repository's,
//! whose own files stand empty in a case that expects something of them.
//! `\u{…}` in a text is that character, `\x{…}` that byte; a picture whose text is `40x30` is one of that
//! size. `UPDATE=1 cargo test --test suite`
//! writes what is found in place of what was expected: read it before you commit it.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use grappe::check;
use grappe::date::Day;
use grappe::diagnostic::{Diagnostic, Severity};
use grappe::rule::Pack;
use grappe::source::FilePath;
use grappe::world::MemoryWorld;

const EXPECTED: &str = "#@ ";

struct Case {
    title: String,
    files: Vec<FixtureFile>,
}

struct FixtureFile {
    /// As written after `--`.
    path: String,
    /// Lines of the file.
    text: Vec<String>,
    /// Lines expected of it.
    expected: Vec<String>,
    is_removal: bool,
}

impl Case {
    /// Whether pages are made, and looked at.
    fn is_of_pages(&self) -> bool {
        self.title.starts_with("page:") || self.title.starts_with("silent: page:")
    }

    fn diagnostics(&self, world: &MemoryWorld) -> Vec<Diagnostic> {
        if self.is_of_pages() {
            support::all_diagnostics(world)
        } else {
            support::analysis(world).diagnostics
        }
    }
}

impl FixtureFile {
    fn full_path(&self) -> String {
        self.path.strip_prefix('/').map_or_else(|| format!("content/{}", self.path), str::to_owned)
    }

    fn bytes(&self) -> Vec<u8> {
        let mut text = self.text.join("\n");
        if !self.text.is_empty() {
            text.push('\n');
        }
        support::file_bytes(&self.path, &text)
    }
}

fn read_cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("=== ") {
            cases.push(Case { title: title.to_owned(), files: Vec::new() });
            continue;
        }
        let case = cases.last_mut().expect("a case begins with ===");
        let opening = line.strip_prefix("-- ").map(|path| (path, false));
        if let Some((path, is_removal)) =
            opening.or_else(|| line.strip_prefix("~~ ").map(|path| (path, true)))
        {
            let path = path.to_owned();
            case.files.push(FixtureFile { path, text: Vec::new(), expected: Vec::new(), is_removal });
            continue;
        }
        let file = case.files.last_mut().expect("a file begins with --");
        match line.strip_prefix(EXPECTED) {
            Some(expected) => file.expected.push(expected.to_owned()),
            None => file.text.push(line.to_owned()),
        }
    }
    for file in cases.iter_mut().flat_map(|case| &mut case.files) {
        while file.text.last().is_some_and(String::is_empty) {
            file.text.pop();
        }
    }
    cases
}

fn write_cases(cases: &[Case]) -> String {
    let mut out = String::new();
    for case in cases {
        out += &format!("=== {}\n", case.title);
        for file in &case.files {
            out += &format!("{} {}\n", if file.is_removal { "~~" } else { "--" }, file.path);
            out.extend(file.text.iter().flat_map(|line| [line.as_str(), "\n"]));
            out.extend(file.expected.iter().flat_map(|line| [EXPECTED, line, "\n"]));
        }
        out.push('\n');
    }
    out.trim_end().to_owned() + "\n"
}

fn world(case: &Case, base: &Case) -> MemoryWorld {
    let mut world = support::bare_site();
    if case.is_of_pages() {
        support::add_theme(&mut world);
        world.insert("themes/nu/theme.toml", "extends = \"sobre\"\n");
    }
    let is_bare = case.title.starts_with("bare:");
    for file in base.files.iter().filter(|_| !is_bare).chain(&case.files) {
        if file.is_removal {
            world.remove(&file.full_path());
        } else if !(case.is_of_pages() && file.text.is_empty() && file.path.starts_with("/themes/sobre/")) {
            world.insert(&file.full_path(), file.bytes());
        }
    }
    world
}

/// What is found of each file, files of the base that say something added at the end.
fn found(case: &Case, base: &Case) -> BTreeMap<String, Vec<String>> {
    let world = world(case, base);
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for diagnostic in case.diagnostics(&world) {
        let text = support::text_of(&world, &diagnostic.place.file);
        let lines = support::expectation(&diagnostic, &text);
        found.entry(diagnostic.place.file.to_string()).or_default().extend(lines);
    }
    found
}

fn fixtures(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).expect("the suite") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(fixtures(&path));
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            files.push(path);
        }
    }
    files.sort_unstable();
    files
}

fn suite() -> PathBuf {
    support::root().join("tests/suite")
}

fn base() -> Case {
    let text = fs::read_to_string(suite().join("base.txt")).expect("the base");
    read_cases(&text).into_iter().next().expect("one case")
}

#[test]
fn every_fixture_gives_what_it_expects() {
    let base = base();
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for path in fixtures(&suite()) {
        let text = fs::read_to_string(&path).expect("a fixture");
        let mut cases = read_cases(&text);
        for case in &mut cases {
            let mut found = found(case, &base);
            for file in &mut case.files {
                let lines = found.remove(&file.full_path()).unwrap_or_default();
                if lines != file.expected && !update {
                    wrong.push(format!(
                        "{} › {} › {}\n  expected {:#?}\n  found    {lines:#?}",
                        path.display(),
                        case.title,
                        file.path,
                        file.expected
                    ));
                }
                file.expected = lines;
            }
            for (path, expected) in found {
                if !update {
                    wrong.push(format!("{} › {path}: not expected {expected:#?}", case.title));
                }
                let path = path.strip_prefix("content/").map_or_else(|| format!("/{path}"), str::to_owned);
                let text = base.files.iter().find(|file| file.path == path).map(|file| file.text.clone());
                case.files.push(FixtureFile {
                    path,
                    text: text.unwrap_or_default(),
                    expected,
                    is_removal: false,
                });
            }
        }
        if update {
            fs::write(&path, write_cases(&cases)).expect("the fixture can be written");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A certain mend takes its fault away, and brings no other.
#[test]
fn every_fix_mends_its_fault_and_makes_no_other() {
    let base = base();
    let mut mended = BTreeSet::new();
    for path in fixtures(&suite()) {
        for case in read_cases(&fs::read_to_string(&path).expect("a fixture")) {
            let mut world = world(&case, &base);
            let before = support::analysis(&world).diagnostics;
            let changes = grappe::fix::changes(&before, &world);
            let fixed: usize = changes.iter().map(|change| change.count).sum();
            for change in changes {
                world.insert(change.file.as_str(), change.after);
            }
            let after = support::analysis(&world).diagnostics;
            let of = |found: &[Diagnostic]| {
                let mut counts: BTreeMap<(&'static str, bool), usize> = BTreeMap::new();
                for it in found {
                    *counts.entry((it.code, it.fix.is_some())).or_default() += 1;
                }
                counts
            };
            let (before_counts, after_counts) = (of(&before), of(&after));
            let title = format!("{} › {}", path.display(), case.title);
            for (key, count) in &after_counts {
                let was = before_counts.get(key).copied().unwrap_or(0);
                assert!(
                    *count <= was,
                    "{title}: more {key:?}: {}",
                    support::lines(&after, &world).join("\n")
                );
            }
            let gone = before.len() - after.len();
            assert!(gone >= fixed, "{title}: {}", support::lines(&after, &world).join("\n"));
            mended.extend(before.iter().filter(|it| it.fix.is_some()).map(|it| it.code));
        }
    }
    assert!(mended.len() >= 5, "{mended:?}");
}

/// Nothing turns red overnight: but for an embargo that leaks until its day, an error is decided by
/// the files alone.
#[test]
fn errors_are_the_same_on_every_day() {
    let base = base();
    let mut real = support::real_site();
    let ledger = fs::read(support::root().join(grappe::published::FILE)).expect("the ledger");
    real.insert(grappe::published::FILE, ledger);
    let mut changing = changing_errors("the real site", real, &DAYS);
    for path in fixtures(&suite()) {
        for case in read_cases(&fs::read_to_string(&path).expect("a fixture")) {
            let title = format!("{} › {}", path.display(), case.title);
            let world = world(&case, &base);
            changing.extend(changing_errors(&title, world, DAYS.iter().step_by(2)));
        }
    }
    assert!(changing.is_empty(), "{}", changing.join("\n"));
}

/// Days before, within and after what fixtures and the real site tell of.
const DAYS: [Day; 8] = [
    Day::constant(1990, 1, 1),
    Day::constant(2005, 7, 12),
    Day::constant(2018, 6, 24),
    Day::constant(2026, 12, 31),
    Day::constant(2023, 3, 28),
    Day::constant(2031, 5, 5),
    Day::constant(2027, 1, 1),
    Day::constant(2100, 1, 1),
];

fn changing_errors<'a>(
    title: &str,
    mut world: MemoryWorld,
    days: impl IntoIterator<Item = &'a Day>,
) -> Vec<String> {
    let expected = errors(&world);
    let mut changing = Vec::new();
    for day in days {
        world.set_today(*day);
        let found = errors(&world);
        if found != expected {
            changing.push(format!("{title}, {day}: {found:#?}\n  and not {expected:#?}"));
        }
    }
    changing
}

fn errors(world: &MemoryWorld) -> Vec<String> {
    let mut found = support::analysis(world).diagnostics;
    found.retain(|it| it.severity == Severity::Error && it.code != "embargo-leak");
    support::lines(&found, world)
}

/// What belongs to France is switched off as one, and nothing else is.
#[test]
fn the_pack_of_france_is_switched_off_as_one() {
    let base = base();
    let mut still_firing = BTreeSet::new();
    for path in fixtures(&suite()) {
        for case in read_cases(&fs::read_to_string(&path).expect("a fixture")) {
            let mut world = world(&case, &base);
            let config = FilePath::new("site-config.toml");
            let text = support::text_of(&world, &config).replace("france = true", "france = false");
            world.insert(config.as_str(), text);
            still_firing.extend(case.diagnostics(&world).iter().map(|it| it.code));
        }
    }
    for rule in check::rules() {
        let is_of_france = rule.pack == Pack::France;
        assert_eq!(still_firing.contains(rule.code), !is_of_france, "{}", rule.code);
    }
    assert!(check::rules().filter(|rule| rule.pack == Pack::France).count() >= 10);
}

/// Each rule has a fixture of its own, with a case where it fires and one where it is silent.
#[test]
fn every_rule_fires_and_is_silent() {
    let mut lacking = BTreeSet::new();
    for (group, rules) in check::RULES {
        for rule in rules {
            let path = suite().join(group).join(format!("{}.txt", rule.code));
            let Ok(text) = fs::read_to_string(&path) else {
                lacking.insert(format!("{group}/{}.txt", rule.code));
                continue;
            };
            let cases = read_cases(&text);
            let fires = |case: &Case| {
                let code = format!("[{}]", rule.code);
                case.files.iter().flat_map(|file| &file.expected).any(|line| line.contains(&code))
            };
            if !cases.iter().any(fires) || cases.iter().all(fires) {
                lacking
                    .insert(format!("{group}/{}.txt: a case that fires and one that is silent", rule.code));
            }
        }
    }
    assert!(lacking.is_empty(), "{lacking:#?}");
}

#[test]
fn the_base_is_clean() {
    let base = base();
    let world = world(&base, &base);
    let found = support::lines(&support::analysis(&world).diagnostics, &world);
    assert!(found.is_empty(), "{found:#?}");
}
