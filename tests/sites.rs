//! A small golden site: what is made of it is what `expected/` holds, byte for byte.
//!
//! `UPDATE=1 cargo test --test sites` writes what is made: read it before you commit it.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use grappe::source::FilePath;
use grappe::world::{Listing, MemoryWorld, Stamp, World, WorldError};

/// The files of a folder in memory, but for what is expected.
fn site(folder: &Path) -> MemoryWorld {
    let mut world = MemoryWorld::new(support::TODAY);
    for (path, bytes) in files(folder) {
        if !path.starts_with("expected/") {
            world.insert(&path, bytes);
        }
    }
    world
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    add(folder, folder, &mut found);
    found
}

fn add(root: &Path, folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            add(root, &path, found);
        } else {
            let below = path.strip_prefix(root).expect("below").to_string_lossy().replace('\\', "/");
            found.insert(below, fs::read(&path).expect("a file"));
        }
    }
}

#[test]
fn a_golden_site_is_as_expected() {
    let folder = support::root().join("tests/sites/petite");
    let made = support::made(&site(&folder));
    let expected = folder.join("expected");
    if std::env::var_os("UPDATE").is_some() {
        let _ = fs::remove_dir_all(&expected);
        for (file, bytes) in &made {
            let path = expected.join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, bytes).expect("a file");
        }
    }
    let wanted = files(&expected);
    let made_names: BTreeSet<&String> = made.keys().collect();
    assert_eq!(made_names, wanted.keys().collect());
    for (file, bytes) in &made {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert_eq!(text(bytes), text(&wanted[file]), "{file}");
    }
}

/// A world that lists its files in another order.
struct Shuffled(MemoryWorld);

impl World for Shuffled {
    fn list(&self, folder: &str) -> Result<Listing, WorldError> {
        let mut listing = self.0.list(folder)?;
        // Any fixed order that is far from the sorted one will do.
        listing.files.sort_by_key(|path| path.as_str().bytes().rev().collect::<Vec<u8>>());
        Ok(listing)
    }

    fn read(&self, path: &FilePath) -> Result<Vec<u8>, WorldError> {
        self.0.read(path)
    }

    fn stamp(&self, path: &FilePath) -> Result<Stamp, WorldError> {
        self.0.stamp(path)
    }

    fn today(&self, time_zone: &str) -> grappe::date::Day {
        self.0.today(time_zone)
    }
}

fn on_threads<T: Send>(threads: usize, run: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool").install(run)
}

#[test]
fn the_real_site_is_the_same_bytes_in_any_order_and_on_any_threads() {
    let world = support::real_site();
    let once = on_threads(1, || support::made(&world));
    assert!(once.len() > 100, "the real site has {} files", once.len());
    let again = on_threads(2, || support::made(&Shuffled(world.clone())));
    assert!(once.keys().eq(again.keys()));
    for (file, bytes) in &once {
        assert!(bytes == &again[file], "{file} differs");
    }
    let diagnostics = |world: &dyn World| support::lines(&support::analysis(world).diagnostics, world);
    assert_eq!(diagnostics(&world), diagnostics(&Shuffled(world.clone())));
}
