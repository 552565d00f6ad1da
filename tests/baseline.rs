//! What a site has accepted stays accepted as long as it is the same fault, and no longer.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk")]

mod support;

use grappe::baseline::{self, Baseline, Parted};
use grappe::world::MemoryWorld;

/// A site with poles whose labels end within weeks, and a page with values to be completed.
fn site(poles: &[&str], page: &str) -> MemoryWorld {
    let mut world = support::bare_site();
    world.insert("content/vocabularies/sectors.yaml", "terms:\n  - {id: numerique, name: Numérique}\n");
    world.insert("content/regions/bretagne.yaml", "name: Bretagne\ncode: \"53\"\n");
    let phase = "name: Phase V\nnumber: 5\nfrom: 2023-01-01\nuntil: 2026-12-31\n";
    world.insert("content/phases/phase-v.yaml", phase);
    for id in poles {
        let label = "{phase: phase-v, from: 2023-01-01, term: 4, decided: 2023-03-27, source: {title: A}}";
        let pole = format!("name: {id}\nsectors: [numerique]\nregions: [bretagne]\nlabels:\n  - {label}\n");
        world.insert(&format!("content/poles/{id}.yaml"), pole);
    }
    world.insert("content/pages/contact.md", format!("---\ntitle: Contact\n---\n\n{page}\n"));
    world
}

/// What is new on the second site to those who accepted all of the first.
fn new(first: &MemoryWorld, second: &MemoryWorld) -> Vec<String> {
    let Parted { new, .. } = parted(first, second);
    new.iter().map(|diagnostic| format!("{}: {}", diagnostic.code, diagnostic.message.english)).collect()
}

fn parted(first: &MemoryWorld, second: &MemoryWorld) -> Parted {
    let accepted = Baseline::of(&support::analysis(first).diagnostics);
    let mut world = first.clone();
    world.insert(baseline::FILE, accepted.text());
    let baseline = Baseline::read(&world).expect("a baseline");
    assert_eq!(baseline, accepted, "what is written is what is read");
    baseline.part(support::analysis(second).diagnostics)
}

const MARKS: &str = "[à compléter : adresse] [à compléter : téléphone] [à compléter : horaires]";

#[test]
fn a_count_that_moves_leaves_a_warning_accepted() {
    let first = site(&["a", "b", "c", "d", "e"], MARKS);
    assert_eq!(parted(&first, &first).known, 2);
    for poles in [["a", "b", "c", "d"].as_slice(), &["a", "b", "c", "d", "e", "f"]] {
        for page in [MARKS, "[à compléter : adresse]", &format!("{MARKS} {MARKS}")] {
            let second = site(poles, page);
            assert_eq!(new(&first, &second), Vec::<String>::new());
            assert_eq!(parted(&first, &second).gone, 0);
        }
    }
}

#[test]
fn another_name_or_another_file_is_new() {
    let first = site(&["b", "c", "d", "e"], MARKS);
    let renamed = new(&first, &site(&["a", "c", "d", "e"], MARKS));
    assert_eq!(
        renamed,
        ["label-ends-soon: the label of `a`, `c`, `d` and 1 other ends on 2026-12-31, and no other follows"]
    );
    let mut moved = site(&["b", "c", "d", "e"], "Rien.");
    moved.insert("content/pages/presse.md", format!("---\ntitle: Presse\n---\n\n{MARKS}\n"));
    let moved = new(&first, &moved);
    assert!(matches!(moved.as_slice(), [one] if one.starts_with("to-fill")), "{moved:?}");
}

#[test]
fn nothing_in_an_open_merge_is_accepted_and_that_is_told() {
    let first = site(&["a"], MARKS);
    let text = Baseline::of(&support::analysis(&first).diagnostics).text();
    let to_fill = text.lines().find(|line| line.starts_with("to-fill")).expect("accepted");
    let merge = format!("<<<<<<< HEAD\n{to_fill}\n=======\n>>>>>>> autre");
    let mut second = first.clone();
    second.insert(baseline::FILE, text.replace(to_fill, &merge));
    let parted = Baseline::read(&second).expect("read").part(support::analysis(&second).diagnostics);
    let codes: Vec<&str> = parted.new.iter().map(|diagnostic| diagnostic.code).collect();
    assert_eq!((codes, parted.known), (vec!["to-fill", "invalid-baseline"], 1));
}

/// A line twice accepts two faults; where there is one, the other line is counted as one to be taken out.
#[test]
fn a_line_too_many_is_counted() {
    let first = site(&["a"], MARKS);
    let text = Baseline::of(&support::analysis(&first).diagnostics).text();
    let to_fill = text.lines().find(|line| line.starts_with("to-fill")).expect("accepted");
    let mut second = first.clone();
    second.insert(baseline::FILE, format!("\u{FEFF}{text}{to_fill}").replace('\n', "\r\n"));
    let parted = Baseline::read(&second).expect("read").part(support::analysis(&second).diagnostics);
    assert_eq!((parted.new.len(), parted.known, parted.gone), (0, 2, 1));
}
