//! A build over an earlier one makes only what may be another, and what it leaves is what a new build makes.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk")]
#![allow(clippy::disallowed_types, reason = "a test sets when a file was written")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A copy of the small golden site, with a post that has a summary: lists show nothing of its text.
struct Site {
    folder: TempDir,
}

/// Every file of an output with its bytes; the manifest, which says the day, is one.
type Files = BTreeMap<PathBuf, Vec<u8>>;

const POST: &str = "content/news/2023/2023-06-01-encore.md";

const PAGE: &str = "public/actualites/2023/encore/index.html";

impl Site {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        copy(&support::root().join("tests/sites/petite"), folder.path());
        fs::remove_dir_all(folder.path().join("expected")).expect("removed");
        let site = Self { folder };
        site.edit(POST, "title: Encore\n", "title: Encore\nsummary: En bref.\n");
        site
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(text.contains(from), "{path}: {from}");
        fs::write(self.path(path), text.replace(from, to)).expect("written");
    }

    fn build(&self, arguments: &[&str]) {
        let built = Command::new(env!("CARGO_BIN_EXE_grappe"))
            .arg("build")
            .args(arguments)
            .current_dir(self.folder.path())
            .env("SOURCE_DATE_EPOCH", "1795000000")
            .output()
            .expect("grappe runs");
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    }

    fn files(&self, folder: &str) -> Files {
        let mut files = Files::new();
        walk(&self.path(folder), Path::new(""), &mut files);
        files
    }

    /// What a new build makes.
    fn made_anew(&self, arguments: &[&str]) -> Files {
        let folder = tempfile::tempdir_in(self.folder.path()).expect("a folder");
        let output = folder.path().to_str().expect("a path");
        self.build(&[arguments, &["--output", output]].concat());
        let mut files = Files::new();
        walk(folder.path(), Path::new(""), &mut files);
        files
    }

    /// Builds over what is there, and compares it with what a new build makes.
    fn assert_rebuilt(&self, what: &str, arguments: &[&str]) {
        self.build(arguments);
        let (rebuilt, anew) = (self.files("public"), self.made_anew(arguments));
        assert_eq!(rebuilt.keys().collect::<Vec<_>>(), anew.keys().collect::<Vec<_>>(), "{what}");
        for (path, bytes) in &anew {
            assert!(rebuilt.get(path) == Some(bytes), "{what}: {} is another", path.display());
        }
    }

    /// Writes a sign over another in a file of the output, which then looks as it was left.
    fn spoil(&self, path: &str) {
        let path = self.path(path);
        let written = fs::metadata(&path).and_then(|it| it.modified()).expect("a time");
        let mut bytes = fs::read(&path).expect("a file");
        *bytes.last_mut().expect("a byte") = b'#';
        fs::write(&path, bytes).expect("written");
        let file = fs::File::options().write(true).open(&path).expect("opened");
        file.set_modified(written).expect("a time");
    }

    fn is_spoilt(&self, path: &str) -> bool {
        fs::read(self.path(path)).expect("a file").ends_with(b"#")
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("made");
    for entry in fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry")) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

fn walk(folder: &Path, below: &Path, files: &mut Files) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
        let below = below.join(entry.file_name());
        if entry.path().is_dir() {
            walk(&entry.path(), &below, files);
        } else {
            files.insert(below, fs::read(entry.path()).expect("a file"));
        }
    }
}

#[test]
fn what_is_rebuilt_is_what_a_new_build_makes() {
    let site = Site::new();
    site.assert_rebuilt("first", &[]);
    site.assert_rebuilt("nothing changed", &[]);
    let edits = [
        (POST, "Troisième", "Quatrième"),
        (POST, "title: Encore", "title: Toujours"),
        (POST, "summary: En bref.", "summary: En peu de mots."),
        (POST, "Quatrième", "[[deux]] : quatrième"),
        (POST, "summary: En peu de mots.\n", ""),
        (POST, "[[deux]] : quatrième", "Cinquième"),
        ("content/news/2023/2023-05-01-suite.md", "enfin", "déjà"),
        ("content/news/2023/2023-05-01-suite.md", "date: 2023-05-01", "date: 2023-05-02"),
        ("content/news/2023/2023-05-01-suite.md", "about: [deux]", "about: [deux]\ndraft: true"),
        ("content/poles/un.yaml", "name: ", "name: Le "),
        ("content/pages/contact.md", "\n---\n", "\n---\nBonjour. "),
        ("site-config.toml", "Petite fédération", "Grande fédération"),
        ("themes/nu/templates/post.html", "<h1>", "<h1 class=\"a\">"),
        ("themes/nu/assets/nu.css", "", "/* a */\n"),
        ("content/files/plan.txt", "", "b"),
    ];
    for (path, from, to) in edits {
        let whole = fs::read_to_string(site.path(path)).expect("a file");
        if from.is_empty() {
            fs::write(site.path(path), format!("{whole}{to}")).expect("written");
        } else {
            site.edit(path, from, to);
        }
        site.assert_rebuilt(&format!("{path}: {from} → {to}"), &[]);
    }
}

#[test]
fn files_that_come_and_go_are_seen() {
    let site = Site::new();
    site.assert_rebuilt("first", &[]);
    let text = "---\ntitle: Neuf\nsummary: Bref.\ndate: 2023-08-01\nabout: [un]\n---\nNeuf.\n";
    fs::write(site.path("content/news/2023/2023-08-01-neuf.md"), text).expect("written");
    site.assert_rebuilt("one more", &[]);
    fs::remove_file(site.path(POST)).expect("removed");
    site.assert_rebuilt("one less", &[]);
    site.assert_rebuilt("another day", &["--date", "2023-05-15"]);
    site.edit("content/news/2023/2023-08-01-neuf.md", "about: [un]", "about: [un]\ndraft: true");
    site.assert_rebuilt("a draft", &[]);
    site.assert_rebuilt("with drafts", &["--drafts"]);
}

#[test]
fn a_file_of_the_output_that_was_changed_is_made_again() {
    let site = Site::new();
    site.assert_rebuilt("first", &[]);
    fs::write(site.path(PAGE), "autre chose").expect("written");
    fs::remove_file(site.path("public/poles/un/index.html")).expect("removed");
    site.assert_rebuilt("changed by hand", &[]);
    fs::remove_dir_all(site.path("public")).expect("removed");
    site.assert_rebuilt("removed", &[]);
}

#[test]
fn what_no_edit_changes_is_not_made_again() {
    let site = Site::new();
    site.build(&[]);
    let others = [
        "public/index.html",
        "public/actualites/index.html",
        "public/poles/un/index.html",
        "public/atom.xml",
    ];
    for page in others.into_iter().chain([PAGE]) {
        site.spoil(page);
    }
    site.build(&[]);
    assert!(others.into_iter().chain([PAGE]).all(|page| site.is_spoilt(page)), "nothing changed");
    site.edit(POST, "Troisième", "Quatrième");
    site.build(&[]);
    assert!(
        !site.is_spoilt(PAGE) && others.into_iter().all(|page| site.is_spoilt(page)),
        "the words of a text"
    );
    site.edit(POST, "title: Encore", "title: Toujours");
    site.build(&[]);
    assert!(!others.into_iter().any(|page| site.is_spoilt(page)), "a title");
}
