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

/// A post with a fault of each rule that has a certain mend, but for those of YAML types.
const MANY: &str = "---\ntitre: Un salon\ndate: 2023-04-01\n---\n\nLe Po\u{302}le\tTES\u{200B} dit «\u{A0}𝐑ien\u{A0}».\n\n\
                    \t- du code\n\nFin, e\u{301}te\u{301}";

fn many_mended() -> String {
    MANY.replace("titre", "title")
        .replace("o\u{302}", "ô")
        .replace('\u{200B}', "")
        .replace('𝐑', "R")
        .replace("e\u{301}", "é")
}

/// The same text as several editors save it.
fn savings(text: &str) -> [String; 4] {
    let crlf = text.replace('\n', "\r\n");
    [text.to_owned(), format!("{text}\n"), crlf.clone(), format!("\u{FEFF}{crlf}\r\n")]
}

#[test]
fn no_byte_moves_but_those_mended_and_all_come_back() {
    for (before, after) in savings(MANY).into_iter().zip(savings(&many_mended())) {
        let site = site();
        let site = site.path();
        write(site, "content/news/a.md", &before);
        mend(site, &found(site)).expect("mended");
        assert_eq!(text(site, "content/news/a.md"), after);
        unmend(site).expect("taken back");
        assert_eq!(text(site, "content/news/a.md"), before);
    }
}

#[test]
fn values_of_profiles_are_mended_whatever_their_line_ends() {
    const PROFILE: &str = "nom: TES\nsecteurs: [numerique]\nslogan: NO\ncode: 01\n";
    for before in savings(PROFILE) {
        let site = site();
        let site = site.path();
        write(site, "content/poles/tes.yaml", &before);
        let mended = before.replace("nom:", "name:").replace("secteurs:", "sectors:");
        let changes = found(site);
        let change = changes.iter().find(|change| change.file.name() == "tes.yaml").expect("a change");
        let unquoted = change.after.replace('"', "");
        assert_eq!(unquoted, mended);
        assert_eq!(change.before, before);
    }
}

#[test]
fn of_two_mends_that_overlap_one_is_made_and_the_next_run_has_the_other() {
    let site = site();
    let site = site.path();
    let pole = "name: TES\naliases: [\"Pôle Réseaux\"]\n";
    write(site, "content/poles/tes.yaml", pole);
    let post = "---\ntitle: A\ndate: 2023-04-01\n---\nLe Pôle Re\u{301}seaux. Le Pôle Réseaux\u{200B}.\n";
    write(site, "content/news/a.md", post);
    let mut runs = 0;
    while !found(site).is_empty() {
        mend(site, &found(site)).expect("mended");
        runs += 1;
    }
    assert!(runs >= 2, "{runs}");
    let expected = "Le [[tes|Pôle Réseaux]]. Le Pôle Réseaux.\n";
    assert!(text(site, "content/news/a.md").ends_with(expected), "{}", text(site, "content/news/a.md"));
}

#[test]
fn a_file_that_is_read_only_stops_all_and_keeps_what_can_be_taken_back() {
    let site = site();
    let site = site.path();
    mend(site, &found(site)).expect("mended");
    write(site, "content/news/c.md", POST);
    write(site, "content/news/d.md", POST);
    protect(site, "content/news/d.md", true);
    assert!(matches!(mend(site, &found(site)), Err(MendError::ReadOnly(file)) if file.name() == "d.md"));
    assert_eq!(
        (text(site, "content/news/c.md"), text(site, "content/news/d.md")),
        (POST.into(), POST.into())
    );
    // The mend before is still there to be taken back; not while one of its files is protected.
    protect(site, "content/news/b.md", true);
    assert!(matches!(unmend(site), Err(MendError::ReadOnly(_))));
    assert_eq!(text(site, "content/news/a.md"), POST.replace("titre", "title"));
    protect(site, "content/news/b.md", false);
    assert_eq!(unmend(site).expect("taken back").len(), 2);
    assert_eq!(text(site, "content/news/a.md"), POST);
}

#[test]
fn a_mend_that_fails_leaves_the_one_before_to_be_taken_back() {
    let site = site();
    let site = site.path();
    mend(site, &found(site)).expect("mended");
    write(site, "content/news/c.md", POST);
    let changes = found(site);
    fs::create_dir(site.join("content/news/c.md.grappe-new")).expect("a folder");
    assert!(matches!(mend(site, &changes), Err(MendError::Disk { .. })));
    assert_eq!(unmend(site).expect("taken back").len(), 2);
    assert_eq!(text(site, "content/news/b.md"), OTHER);
}

#[cfg(unix)]
#[test]
fn a_mended_file_may_be_read_by_the_same_people() {
    use std::os::unix::fs::PermissionsExt as _;
    let site = site();
    let path = site.path().join("content/news/a.md");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("set");
    let mode = || fs::metadata(&path).expect("a file").permissions().mode() & 0o777;
    mend(site.path(), &found(site.path())).expect("mended");
    assert_eq!(mode(), 0o640);
    unmend(site.path()).expect("taken back");
    assert_eq!(mode(), 0o640);
}

fn protect(site: &Path, file: &str, is_protected: bool) {
    let path = site.join(file);
    let mut permissions = fs::metadata(&path).expect("a file").permissions();
    permissions.set_readonly(is_protected);
    fs::set_permissions(&path, permissions).expect("set");
}

/// What the command says in French when it has to refuse.
#[test]
fn a_refusal_says_in_plain_words_that_nothing_is_lost() {
    let site = site();
    let site = site.path();
    mend(site, &found(site)).expect("mended");
    write(site, "content/news/a.md", "autre chose");
    let said = grappe(site, &["check", "--fix", "--undo"]);
    assert!(said.contains("`content/news/a.md` a été modifié entre-temps : rien n’a été touché"), "{said}");
    assert_eq!(text(site, "content/news/a.md"), "autre chose");
    write(site, "content/news/a.md", POST);
    protect(site, "content/news/a.md", true);
    let said = grappe(site, &["check", "--fix"]);
    assert!(said.contains("`content/news/a.md` est en lecture seule : rien n’a été touché"), "{said}");
    protect(site, "content/news/a.md", false);
}

fn grappe(site: &Path, arguments: &[&str]) -> String {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_grappe"));
    let output = command.current_dir(site).args(arguments).env("SOURCE_DATE_EPOCH", "1795262400").output();
    let output = output.expect("grappe runs");
    String::from_utf8_lossy(&output.stderr).replace('\u{A0}', " ")
}
