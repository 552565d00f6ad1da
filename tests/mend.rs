//! `check --fix`: all files or none, and everything back with `--undo`.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk")]

mod support;

use std::fs;
use std::path::Path;

use grappe::build::{Options, analyse};
use grappe::fix::changes;
use grappe::host::{Clock, DiskWorld, MendError, mend, unmend};

const POST: &str = "---\ntitre: Un salon\ndate: 2023-04-01\n---\nUn salon.\n";
const OTHER: &str = "---\ntitle: Un autre\ndate: 2023-04-02\nresume: \"Suite\"\n---\nSuite.\n";

/// A site on disk with two posts that can be mended.
fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), "site-config.toml", support::CONFIG);
    write(folder.path(), "themes/nu/theme.toml", "name = \"nu\"\n");
    write(folder.path(), "content/news/a.md", POST);
    write(folder.path(), "content/news/b.md", OTHER);
    folder
}

fn write(site: &Path, file: &str, text: &str) {
    let path = site.join(file);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("written");
}

fn text(site: &Path, file: &str) -> String {
    fs::read_to_string(site.join(file)).expect("a file")
}

fn found(site: &Path) -> Vec<grappe::fix::Change> {
    let world = DiskWorld::new(site.to_owned(), Clock::Day(support::TODAY));
    changes(&analyse(&world, Options::default()).expect("read").diagnostics, &world)
}

#[test]
fn certain_mends_are_made_and_taken_back() {
    let site = site();
    let site = site.path();
    mend(site, &found(site)).expect("mended");
    assert_eq!(text(site, "content/news/a.md"), POST.replace("titre", "title"));
    assert_eq!(text(site, "content/news/b.md"), OTHER.replace("resume", "summary"));
    assert!(found(site).is_empty());
    assert_eq!(unmend(site).expect("taken back").len(), 2);
    assert_eq!(
        (text(site, "content/news/a.md"), text(site, "content/news/b.md")),
        (POST.into(), OTHER.into())
    );
    assert!(matches!(unmend(site), Err(MendError::Nothing)));
}

#[test]
fn an_edit_in_the_meantime_stops_both_ways() {
    let site = site();
    let site = site.path();
    let changes = found(site);
    write(site, "content/news/b.md", "autre chose");
    assert!(matches!(mend(site, &changes), Err(MendError::Changed(file)) if file.name() == "b.md"));
    assert_eq!(text(site, "content/news/a.md"), POST);

    write(site, "content/news/b.md", OTHER);
    mend(site, &found(site)).expect("mended");
    write(site, "content/news/a.md", "autre chose");
    assert!(matches!(unmend(site), Err(MendError::Changed(file)) if file.name() == "a.md"));
    assert_eq!(text(site, "content/news/b.md"), OTHER.replace("resume", "summary"));
}

#[test]
fn a_mend_cut_short_is_taken_back() {
    let site = site();
    let site = site.path();
    mend(site, &found(site)).expect("mended");
    // As if the machine had stopped before the second file took its place.
    write(site, "content/news/b.md", OTHER);
    unmend(site).expect("taken back");
    assert_eq!(
        (text(site, "content/news/a.md"), text(site, "content/news/b.md")),
        (POST.into(), OTHER.into())
    );
}

#[test]
fn a_file_that_cannot_be_written_leaves_all_as_they_were() {
    let site = site();
    let site = site.path();
    let changes = found(site);
    // A folder stands where the second file would be staged.
    fs::create_dir(site.join("content/news/b.md.grappe-new")).expect("a folder");
    assert!(matches!(mend(site, &changes), Err(MendError::Disk { .. })));
    assert_eq!(
        (text(site, "content/news/a.md"), text(site, "content/news/b.md")),
        (POST.into(), OTHER.into())
    );
    assert!(!site.join("content/news/a.md.grappe-new").exists());
}
