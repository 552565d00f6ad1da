//! The output folder: only what differs is written, all or nothing, and never another's files.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::SystemTime;

use grappe::build::{Options, analyse};
use grappe::host::{Clock, DiskWorld, Target, WriteError, write};
use tempfile::TempDir;

/// A copy of the small golden site, without what is expected of it.
struct Site {
    folder: TempDir,
}

impl Site {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        copy(&support::root().join("tests/sites/petite"), folder.path());
        fs::remove_dir_all(folder.path().join("expected")).expect("removed");
        Self { folder }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.path(path), text).expect("written");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn grappe(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_grappe"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env("SOURCE_DATE_EPOCH", "1795000000")
            .output()
            .expect("grappe runs")
    }

    /// Builds, and gives the exit code with what was told.
    fn build(&self) -> (i32, String) {
        told(&self.grappe(&["build"]))
    }

    /// Every file of the output with its bytes and the time it was written.
    fn output(&self) -> Vec<(PathBuf, Vec<u8>, SystemTime)> {
        let mut files = Vec::new();
        walk(&self.path("public"), &mut files);
        files.sort();
        files
            .into_iter()
            .map(|path| {
                let bytes = fs::read(&path).expect("a file");
                let time = fs::metadata(&path).and_then(|it| it.modified()).expect("a time");
                (path, bytes, time)
            })
            .collect()
    }
}

fn told(output: &Output) -> (i32, String) {
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&text).into_owned())
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            fs::create_dir_all(&target).expect("made");
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("copied");
        }
    }
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { walk(&path, files) } else { files.push(path) }
    }
}

#[test]
fn a_second_build_writes_nothing() {
    let site = Site::new();
    assert_eq!(site.build().0, 0);
    let before = site.output();
    let (code, told) = site.build();
    assert!(code == 0 && told.contains("0 nouveau, 0 modifié, 0 supprimé,"), "{told}");
    assert_eq!(before, site.output());
}

#[test]
fn a_text_that_changes_meanwhile_leaves_the_last_good_site() {
    let site = Site::new();
    site.build();
    let files = || site.output().into_iter().map(|(path, bytes, _)| (path, bytes)).collect::<Vec<_>>();
    let before = files();
    let world = DiskWorld::new(site.folder.path().to_owned(), Clock::Day(support::TODAY)).rereading();
    let analysis = analyse(&world, Options::default()).expect("a site that can be read");
    let read = analysis.site.expect("a site");
    let post = "content/news/2023/2023-05-01-suite.md";
    let text = site.read(post);
    let target = Target { folder: site.path("public"), is_dry: false, watch: None };
    for change in [text.replace("enfin", "assez"), String::new()] {
        site.write(post, &change);
        let error = write(&read, &world, &target).expect_err("what was read is no more");
        assert!(matches!(&error, WriteError::World(it) if it.is_change() && it.path == post), "{error}");
        assert_eq!(before, files());
    }
    site.write(post, &text);
    assert_eq!(site.build().0, 0);
    assert_eq!(before, files());
}

#[test]
fn only_what_differs_is_written_and_what_is_stale_removed() {
    let site = Site::new();
    site.build();
    site.write("public/robots.txt", &site.read("public/robots.txt"));
    let post = "content/news/2023/2023-05-01-suite.md";
    site.write(post, &site.read(post).replace("enfin", "bientôt"));
    let (_, told) = site.grappe(&["build", "--dry-run"]).pipe(|output| self::told(&output));
    assert!(told.contains("~ actualites/2023/suite/index.html"), "{told}");
    assert!(!site.read("public/actualites/2023/suite/index.html").contains("bientôt"));
    let (_, told) = site.build();
    assert!(told.contains("0 nouveau, 3 modifiés, 0 supprimé,"), "the page, the feed and the index: {told}");
    fs::remove_file(site.path(post)).expect("removed");
    let (_, told) = site.build();
    assert!(!site.path("public/actualites/2023/suite").exists(), "{told}");
    assert!(site.path("public/actualites/2023/encore/index.html").exists());
}

trait Pipe: Sized {
    fn pipe<T>(self, with: impl FnOnce(Self) -> T) -> T {
        with(self)
    }
}

impl Pipe for Output {}

#[test]
fn an_error_in_the_content_leaves_the_last_good_site() {
    let site = Site::new();
    site.build();
    let before = site.output();
    site.write("content/poles/trois.yaml", "name: Trois\nsectors: [numeriqe]\nregions: [bretagne]\n");
    let (code, told) = site.build();
    assert_eq!(code, 1, "{told}");
    assert!(told.contains("content/poles/trois.yaml:2:11") && told.contains("`numerique`"), "{told}");
    assert!(told.contains("le site déjà construit est intact"), "{told}");
    assert_eq!(before, site.output());
}

#[test]
fn an_error_in_a_template_leaves_the_last_good_site() {
    let site = Site::new();
    site.build();
    let before = site.output();
    let template = "themes/nu/templates/pole.html";
    let text = site.read(template);
    for broken in [
        text.replace("{{ entity.name }}", "{{ entity.name"),
        text.replace("entity.name", "entity.name.nope.nope"),
    ] {
        site.write(template, &broken);
        let (code, told) = site.build();
        assert!(code == 1 && told.contains(template), "{code} {told}");
        assert_eq!(before, site.output());
    }
}

#[test]
fn another_ones_folder_is_refused() {
    let site = Site::new();
    fs::create_dir(site.path("public")).expect("made");
    site.write("public/precieux.txt", "à garder");
    let (code, told) = site.build();
    assert!(code == 2 && told.contains("precieux.txt"), "{code} {told}");
    assert_eq!(site.read("public/precieux.txt"), "à garder");
    assert_eq!(fs::read_dir(site.path("public")).expect("a folder").count(), 1);
}

#[test]
fn another_ones_file_in_our_folder_is_kept_and_never_written_over() {
    let site = Site::new();
    site.build();
    site.write("public/google123.html", "preuve");
    assert_eq!(site.build().0, 0);
    assert_eq!(site.read("public/google123.html"), "preuve");
    fs::create_dir_all(site.path("public/nouvelle")).expect("made");
    site.write("public/nouvelle/index.html", "à moi");
    let before = site.output();
    site.write("content/pages/nouvelle.md", "---\ntitle: Nouvelle\n---\n\nTexte.\n");
    let (code, told) = site.build();
    assert!(code == 2 && told.contains("nouvelle"), "{code} {told}");
    assert_eq!(before, site.output());
}

#[test]
fn an_output_that_is_a_file_is_refused() {
    let site = Site::new();
    site.write("public", "un fichier");
    let (code, told) = site.build();
    assert!(code == 2 && told.contains("est un fichier"), "{code} {told}");
    assert_eq!(site.read("public"), "un fichier");
}

#[test]
fn a_disk_that_refuses_leaves_the_last_good_site() {
    let site = Site::new();
    site.build();
    let before = site.output();
    let long = "Une longue phrase de plus. ".repeat(4000);
    for name in ["encore", "autre"] {
        let post = format!("---\ntitle: {name}\ndate: 2023-06-0{}\n---\n\n{long}\n", name.len().min(9));
        site.write(&format!("content/news/2023/2023-06-0{}-{name}-long.md", name.len().min(9)), &post);
    }
    // A file may have 16 blocks of 512 bytes at most: writing the long pages fails half-way.
    let script = format!("trap '' XFSZ; ulimit -f 16; exec '{}' build", env!("CARGO_BIN_EXE_grappe"));
    let output =
        Command::new("sh").args(["-c", &script]).current_dir(site.folder.path()).output().expect("sh runs");
    let (code, told) = told(&output);
    assert_eq!(code, 3, "{told}");
    assert_eq!(before, site.output());
    assert_eq!(site.build().0, 0);
}

#[test]
fn a_build_that_was_cut_short_is_taken_up() {
    let site = Site::new();
    site.build();
    // What a build killed half-way leaves: its journal, a page that no manifest lists, a staged one.
    site.write("public/.grappe-journal", "poles/trois/index.html\nindex.html\n");
    fs::create_dir_all(site.path("public/poles/trois")).expect("made");
    site.write("public/poles/trois/index.html", "à moitié");
    site.write("public/index.html.grappe-new", "à moitié");
    assert_eq!(site.build().0, 0);
    assert!(!site.path("public/poles/trois").exists());
    assert!(!site.path("public/index.html.grappe-new").exists());
    assert!(!site.path("public/.grappe-journal").exists());
}

#[test]
fn what_is_missing_is_told_with_the_right_code() {
    let site = Site::new();
    site.build();
    let before = site.output();
    fs::rename(site.path("content"), site.path("ailleurs")).expect("moved");
    let (code, told) = site.build();
    assert!(code == 2 && told.contains("content"), "{code} {told}");
    assert_eq!(before, site.output());
    fs::remove_file(site.path("site-config.toml")).expect("removed");
    let (code, told) = site.build();
    assert!(code == 2 && told.contains("site-config.toml"), "{code} {told}");
}

#[test]
fn an_empty_site_is_built() {
    let site = Site::new();
    for root in ["content", "contenus/pole-deux"] {
        fs::remove_dir_all(site.path(root)).expect("removed");
        fs::create_dir(site.path(root)).expect("made");
    }
    let (code, told) = site.build();
    assert_eq!(code, 0, "{told}");
    assert!(site.path("public/index.html").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_text_is_told() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let site = Site::new();
    let name = OsStr::from_bytes(b"p\xFFle.yaml");
    fs::write(site.path("content/poles").join(name), "name: a").expect("written");
    let (code, told) = site.build();
    assert!(code == 1 && told.contains("unportable-path"), "{code} {told}");
}

#[test]
fn a_file_that_cannot_be_read_is_told() {
    use grappe::build::{Options, analyse};
    use grappe::source::FilePath;
    use grappe::world::{Listing, MemoryWorld, Stamp, World, WorldError};

    struct Locked(MemoryWorld);
    impl World for Locked {
        fn list(&self, folder: &str) -> Result<Listing, WorldError> {
            self.0.list(folder)
        }
        fn read(&self, path: &FilePath) -> Result<Vec<u8>, WorldError> {
            if path.name() == "tes.yaml" {
                let source = std::io::ErrorKind::PermissionDenied.into();
                return Err(WorldError { operation: "read", path: path.to_string(), source });
            }
            self.0.read(path)
        }
        fn stamp(&self, path: &FilePath) -> Result<Stamp, WorldError> {
            self.0.stamp(path)
        }
        fn today(&self, time_zone: &str) -> grappe::date::Day {
            self.0.today(time_zone)
        }
    }
    let mut world = support::bare_site();
    world.insert("content/poles/tes.yaml", "name: TES\n");
    let error = analyse(&Locked(world), Options::default()).err().expect("it cannot be read");
    assert!(error.to_string().contains("content/poles/tes.yaml"));
}

#[test]
fn a_new_post_is_valid_and_dated() {
    let site = Site::new();
    let output = site.grappe(&["new", "post", "L'été : \"retour\" n° 3"]);
    let (code, told) = told(&output);
    assert_eq!(code, 0, "{told}");
    let path = told.trim().replace('\\', "/");
    assert!(path.ends_with("content/news/2026/2026-11-18-l-ete-retour-numero-3.md"), "{path}");
    let (code, told) = self::told(&site.grappe(&["check"]));
    assert!(code == 0 && !told.contains(&path), "{told}");
    let (code, told) = self::told(&site.grappe(&["new", "post", "L'été : \"retour\" n° 3"]));
    assert!(code == 2 && told.contains("existe déjà"), "{code} {told}");
    assert_eq!(self::told(&site.grappe(&["new", "post", "?!"])).0, 2);
}
