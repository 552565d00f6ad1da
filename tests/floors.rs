//! The modules stand in floors: each uses lower ones only, and equals never see each other.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The floors, the lowest first. Modules of one line are equals.
const FLOORS: [&[&str]; 19] = [
    &[
        "source",
        "colour",
        "compression",
        "image_header",
        "language",
        "locale",
        "media_type",
        "prepared",
        "suggestion",
        "table",
        "toml_slip",
        "typography",
    ],
    &["date", "html", "quantity", "schema", "search"],
    &["footprint", "timings", "world"],
    &["budget"],
    &["measures"],
    &["accessibility", "config", "diagnostic", "parse", "published", "theme"],
    &["ecodesign"],
    &["baseline", "fix", "inventory", "model", "prose", "seal"],
    &["dataset"],
    &["plan"],
    &["rendered", "view"],
    &["rule"],
    &["check", "render"],
    &["output"],
    &["audit"],
    &["build"],
    &["preview"],
    &["host"],
    &["cli"],
];

/// Names in `crate::…` that are no modules.
const MACROS: [&str; 1] = ["wording"];

fn floor_of(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the sources can be listed") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// Each use of another module: the file, its own module, the other.
fn uses() -> Vec<(String, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&root, &mut files);
    let mut uses = Vec::new();
    for file in files {
        let below = file.strip_prefix(&root).expect("below the root").to_string_lossy().into_owned();
        let own = below.split(['/', '.']).next().unwrap_or("").to_owned();
        if matches!(own.as_str(), "lib" | "main") {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source file");
        for (at, _) in text.match_indices("crate::") {
            let rest = &text[at + "crate::".len()..];
            let other: String =
                rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            uses.push((below.clone(), own.clone(), other));
        }
    }
    uses
}

#[test]
fn a_module_uses_lower_floors_only() {
    let uses = uses();
    assert!(uses.len() > 200, "the scan found too little: {}", uses.len());
    let mut wrong: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, own, other) in uses {
        if own == other || MACROS.contains(&other.as_str()) {
            continue;
        }
        match (floor_of(&own), floor_of(&other)) {
            (Some(own_floor), Some(other_floor)) if other_floor < own_floor => {}
            _ => wrong.entry(file).or_default().push(other),
        }
    }
    assert!(wrong.is_empty(), "upward or sideways uses: {wrong:#?}");
}

#[test]
fn every_module_has_a_floor() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs");
    let text = fs::read_to_string(root).expect("lib.rs");
    for line in text.lines() {
        if let Some(module) = line.strip_prefix("pub mod ").and_then(|rest| rest.strip_suffix(';')) {
            assert!(floor_of(module).is_some(), "{module} has no floor");
        }
    }
}
