//! What the watcher tells of changes on a real disk.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk, and know a clock")]
#![cfg(target_os = "linux")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use grappe::host::watch::{Changed, Watcher};
use tempfile::TempDir;

/// A change is told long before.
const DEADLINE: Duration = Duration::from_secs(10);
/// Longer than any quiet time and second look.
const CALM: Duration = Duration::from_millis(300);

struct Site {
    folder: TempDir,
    watcher: Watcher,
}

impl Site {
    /// A site of a few files, watched.
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for (path, text) in [
            ("content/posts/a.md", "a"),
            ("content/posts/b.md", "b"),
            ("content/poles/one.yaml", "one"),
            ("themes/sobre/page.html", "page"),
            ("site-config.toml", "[site]"),
            ("public/index.html", "built"),
        ] {
            write(&folder.path().join(path), text);
        }
        let path = |below: &str| folder.path().join(below);
        let watcher = Watcher::new(
            &[path("content"), path("themes/sobre"), path("more")],
            &[path("site-config.toml"), path("published-addresses.txt")],
        );
        assert_eq!(watcher.warning(), None);
        Self { folder, watcher }
    }

    fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    fn write(&self, below: &str, text: &str) {
        write(&self.path(below), text);
    }

    fn rename(&self, from: &str, to: &str) {
        fs::rename(self.path(from), self.path(to)).expect("renamed");
    }

    fn files(&self, paths: &[&str]) -> Changed {
        Changed::Files(paths.iter().map(|path| self.path(path)).collect())
    }

    /// All that is told until nothing more is. A machine that is busy may tell one change in pieces.
    fn told(&mut self) -> Vec<Changed> {
        let mut told: Vec<Changed> = self.watcher.next(DEADLINE).into_iter().collect();
        while let Some(change) = self.watcher.next(CALM) {
            told.push(change);
        }
        told
    }

    /// Everything is to be looked at, and once more a little later.
    #[track_caller]
    fn expect_two_looks(&mut self) {
        let told = self.told();
        let looks = told.iter().filter(|change| **change == Changed::Everything).count();
        assert!(looks >= 2, "{told:?}");
    }

    #[track_caller]
    fn expect_calm(&mut self) {
        assert_eq!(self.watcher.next(CALM), None);
    }

    /// A change to the bytes of a file is told as such. On a busy machine one in pieces may not be, so
    /// that it is tried a few times.
    #[track_caller]
    fn expect_named(&mut self, files: &[&str], change: impl Fn(&Self)) {
        let expected = self.files(files);
        let mut tries = Vec::new();
        for _ in 0..5 {
            change(self);
            tries.push(self.told());
            if tries.last().is_some_and(|told| *told == std::slice::from_ref(&expected)) {
                return;
            }
        }
        panic!("never {expected:?}, but {tries:?}");
    }

    /// A write to a file is told: the watcher works still.
    #[track_caller]
    fn expect_write_is_seen(&mut self, below: &str) {
        self.expect_named(&[below], |site| site.write(below, "seen?"));
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(path, text).expect("written");
}

#[test]
fn a_file_that_is_written_is_named() {
    let mut site = Site::new();
    site.expect_write_is_seen("content/posts/a.md");
    let all = ["content/poles/one.yaml", "content/posts/a.md", "site-config.toml", "themes/sobre/page.html"];
    site.expect_named(&all, |site| {
        for file in all {
            site.write(file, "another");
        }
    });
}

#[test]
fn a_file_saved_by_rename_is_named() {
    let mut site = Site::new();
    // As most editors do: a draft takes the file's place.
    for file in ["content/posts/a.md", "site-config.toml"] {
        site.expect_named(&[file], |site| {
            site.write(&format!("{file}.draft"), "another");
            site.rename(&format!("{file}.draft"), file);
        });
    }
    // As vim does: the file becomes the backup, a new one is written, the backup is removed.
    site.expect_named(&["content/posts/b.md"], |site| {
        site.write("content/posts/4913", "");
        fs::remove_file(site.path("content/posts/4913")).expect("removed");
        site.rename("content/posts/b.md", "content/posts/b.md~");
        site.write("content/posts/b.md", "another");
        fs::remove_file(site.path("content/posts/b.md~")).expect("removed");
    });
}

#[test]
fn what_comes_and_goes_asks_for_two_looks() {
    let mut site = Site::new();
    site.write("content/posts/new.md", "new");
    site.expect_two_looks();
    fs::remove_file(site.path("content/posts/new.md")).expect("removed");
    site.expect_two_looks();
    site.rename("content/posts/a.md", "content/posts/z.md");
    site.expect_two_looks();
    site.write("published-addresses.txt", "/");
    site.expect_two_looks();
    fs::remove_file(site.path("site-config.toml")).expect("removed");
    site.expect_two_looks();
    site.write("site-config.toml", "");
    site.expect_two_looks();
    site.expect_write_is_seen("content/posts/z.md");
}

#[test]
fn a_folder_that_moves_is_watched_where_it_is() {
    let mut site = Site::new();
    site.rename("content/posts", "content/news");
    site.expect_two_looks();
    site.expect_write_is_seen("content/news/a.md");
    // From and to places that are not watched.
    site.rename("content/news", "elsewhere");
    site.expect_two_looks();
    site.write("elsewhere/a.md", "unseen");
    site.expect_calm();
    site.rename("elsewhere", "content/posts");
    site.expect_two_looks();
    site.expect_write_is_seen("content/posts/a.md");
    fs::remove_dir_all(site.path("content/posts")).expect("removed");
    site.expect_two_looks();
}

#[test]
fn files_written_at_once_into_new_folders_are_seen() {
    let mut site = Site::new();
    for round in 0..8 {
        let file = format!("content/new-{round}/a/b/c/page.md");
        site.write(&file, "at once");
        site.expect_two_looks();
        site.expect_write_is_seen(&file);
    }
}

#[test]
fn five_hundred_files_at_once_are_few_changes() {
    let mut site = Site::new();
    let names: Vec<String> = (0..500).map(|number| format!("content/posts/{number}.md")).collect();
    for name in &names {
        site.write(name, "first");
    }
    let told = site.told();
    assert!((2..=20).contains(&told.len()), "{} changes", told.len());
    assert!(told.contains(&Changed::Everything));

    // Written again, they are all named, in as many changes as it takes.
    for name in &names {
        fs::write(site.path(name), "second").expect("written");
    }
    let mut told_of = BTreeSet::new();
    for change in site.told() {
        match change {
            Changed::Files(files) => told_of.extend(files),
            Changed::Everything => panic!("nothing but bytes changed"),
        }
    }
    assert_eq!(told_of, names.iter().map(|name| site.path(name)).collect());
}

#[test]
fn the_content_may_go_and_come_back() {
    let mut site = Site::new();
    for _ in 0..3 {
        fs::remove_dir_all(site.path("content")).expect("removed");
        site.expect_two_looks();
        site.write("content/posts/a.md", "back");
        site.expect_two_looks();
        site.expect_write_is_seen("content/posts/a.md");

        site.rename("content", "set-aside");
        site.expect_two_looks();
        site.write("set-aside/posts/a.md", "unseen");
        site.expect_calm();
        site.rename("set-aside", "content");
        site.expect_two_looks();
        site.expect_write_is_seen("content/posts/a.md");
    }
    // In one go, too fast for us to see it gone.
    site.rename("content", "set-aside");
    site.write("content/posts/a.md", "another");
    site.expect_two_looks();
    site.expect_write_is_seen("content/posts/a.md");
    site.write("set-aside/posts/a.md", "unseen");
    site.expect_calm();
}

#[test]
fn folders_above_may_go_and_come_back() {
    let mut site = Site::new();
    fs::remove_dir_all(site.path("themes")).expect("removed");
    site.expect_two_looks();
    site.write("themes/sobre/page.html", "back");
    site.expect_two_looks();
    site.expect_write_is_seen("themes/sobre/page.html");
    site.rename("themes", "set-aside");
    site.expect_two_looks();
    site.rename("set-aside", "themes");
    site.expect_two_looks();
    site.expect_write_is_seen("themes/sobre/page.html");
}

#[test]
fn a_folder_that_was_never_there_is_seen_when_it_comes() {
    let mut site = Site::new();
    site.write("more/a.md", "first");
    site.expect_two_looks();
    site.expect_write_is_seen("more/a.md");
}

#[test]
fn reading_and_work_beside_wake_nobody() {
    let mut site = Site::new();
    for path in ["content/posts/a.md", "content/posts/b.md", "site-config.toml"] {
        fs::read(site.path(path)).expect("read");
    }
    assert_eq!(fs::read_dir(site.path("content/posts")).expect("listed").count(), 2);
    // The output and what else lies beside.
    site.write("public/index.html", "built again");
    site.write("public/new/index.html", "built");
    site.write("target/debug/grappe", "");
    site.write("themes/other/page.html", "");
    site.write("notes.txt", "");
    fs::remove_dir_all(site.path("public")).expect("removed");
    // What editors and versioning keep.
    for own in [".#a.md", "#a.md#", "a.md~", ".a.md.swp", ".a.md.swx", "4913", ".a.md.kate-swp"] {
        site.write(&format!("content/posts/{own}"), "");
    }
    site.write("content/.git/objects/ab/cd", "");
    // A draft that comes and goes.
    site.write("content/posts/draft", "");
    fs::remove_file(site.path("content/posts/draft")).expect("removed");
    // The folder of git is new, which is all that may be said of it.
    while let Some(change) = site.watcher.next(CALM) {
        assert_eq!(change, Changed::Everything, "the only doubt is about folders");
    }
    site.write("content/posts/.a.md.swp", "again");
    site.write("content/.git/index", "");
    site.expect_calm();
}

#[test]
fn a_site_reached_by_a_link_is_told_by_the_paths_it_was_given() {
    let folder = tempfile::tempdir().expect("a folder");
    write(&folder.path().join("real/content/a.md"), "a");
    std::os::unix::fs::symlink("real", folder.path().join("site")).expect("a link");
    let content = folder.path().join("site/content");
    // A circle of links.
    std::os::unix::fs::symlink("..", content.join("up")).expect("a link");
    let mut watcher = Watcher::new(std::slice::from_ref(&content), &[]);
    write(&folder.path().join("real/content/a.md"), "b");
    assert_eq!(watcher.next(DEADLINE), Some(Changed::Files(BTreeSet::from([content.join("a.md")]))));
}

#[test]
fn a_change_is_told_soon() {
    let mut site = Site::new();
    let told: Vec<Duration> = (0..5)
        .map(|_| {
            site.write("content/posts/a.md", "another");
            let started = Instant::now();
            assert!(site.watcher.next(DEADLINE).is_some());
            started.elapsed()
        })
        .collect();
    assert!(told.iter().any(|time| *time < Duration::from_millis(150)), "{told:?}");
}

#[test]
fn without_notices_a_look_is_asked_for_again_and_again() {
    let mut watcher = Watcher::without_notices();
    for _ in 0..2 {
        assert_eq!(watcher.next(Duration::ZERO), None);
        assert_eq!(watcher.next(DEADLINE), Some(Changed::Everything));
    }
}
