//! What is published: pages that say what they weigh and are right, compressed copies that are what they copy,
//! nothing written where a page is refused, and nothing worked out twice.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::Path;

use flate2::read::GzDecoder;
use grappe::audit::Audit;
use grappe::build::{Options, analyse};
use grappe::diagnostic::{Diagnostic, has_errors};
use grappe::footprint::eco_index;
use grappe::host::{Changes, Clock, DiskMemory, DiskWorld, Target, WriteError, release, write};
use grappe::output::Site;
use walkdir::WalkDir;

/// A small site on a disk, that wears the repository's theme.
fn small_site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let world = support::site_of_quays();
    for path in world.paths() {
        let place = folder.path().join(path.as_str());
        fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
        let bytes = grappe::world::World::read(&world, path).expect("a file");
        fs::write(place, bytes).expect("a file");
    }
    folder
}

fn read(folder: &Path, is_release: bool) -> (Site, DiskWorld) {
    let world = DiskWorld::new(folder.to_owned(), Clock::Day(support::TODAY));
    let options = Options { is_release, ..Options::default() };
    let analysis = analyse(&world, options).expect("a site that can be read");
    assert!(!has_errors(&analysis.diagnostics), "{:?}", analysis.diagnostics);
    (analysis.site.expect("a site"), world)
}

fn target(folder: &Path) -> Target {
    Target { folder: folder.join("public"), is_dry: false, watch: None }
}

/// A release, or the diagnostics that refuse it.
fn released(folder: &Path) -> Result<(Changes, Audit), Vec<Diagnostic>> {
    let (site, world) = read(folder, true);
    let released = release(&site, &world, &target(folder), &DiskMemory::of_site(folder), has_errors);
    released.map_err(|error| match error {
        WriteError::Refused(audit) => audit.diagnostics,
        other => panic!("{other}"),
    })
}

/// Every file below the output, but the ledger's own.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let public = folder.join("public");
    let files =
        WalkDir::new(&public).into_iter().filter_map(Result::ok).filter(|it| it.file_type().is_file());
    let files = files.map(|entry| {
        let name = entry.path().strip_prefix(&public).expect("below").to_string_lossy().into_owned();
        (name, fs::read(entry.path()).expect("a file"))
    });
    files.filter(|(name, _)| !name.starts_with(".grappe-")).collect()
}

/// Whether a file is a compressed copy.
fn is_copy(name: &str) -> bool {
    matches!(name.rsplit('.').next(), Some("gz" | "br"))
}

fn gunzipped(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    GzDecoder::new(bytes).read_to_end(&mut plain).expect("gzip");
    plain
}

fn unbrotlied(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    brotli::Decompressor::new(bytes, 4096).read_to_end(&mut plain).expect("brotli");
    plain
}

/// What a page says of itself: the tenths of thousands of bytes, and the score.
fn stated(html: &str) -> (u64, u8) {
    let (_, after) =
        html.split_once("this page weighs ").or(html.split_once("This page weighs ")).expect("a weight");
    let (weight, after) = after.split_once('\u{A0}').expect("a unit");
    let (whole, tenth) = weight.split_once('.').unwrap_or((weight, "0"));
    let tenths = whole.parse::<u64>().expect("a number") * 10 + tenth.parse::<u64>().expect("a digit");
    let (_, score) = after.split_once("EcoIndex ").expect("a score");
    let digits: String = score.chars().take_while(char::is_ascii_digit).collect();
    (tenths, digits.parse().expect("a score"))
}

#[test]
fn what_a_page_says_of_its_weight_is_true_of_what_is_sent() {
    let folder = small_site();
    let (_, audit) = released(folder.path()).expect("a release");
    let files = files(folder.path());
    assert!(audit.measures.pages.len() > 20);
    for page in &audit.measures.pages {
        let file = format!("{}index.html", page.address.trim_start_matches('/'));
        let Some(html) = files.get(&file) else { continue };
        let sent = |address: &str| {
            let file = address.trim_start_matches('/');
            // A picture has no copy: it is sent as it is.
            files.get(&format!("{file}.gz")).unwrap_or_else(|| &files[file]).len() as u64
        };
        let own = files[&format!("{file}.gz")].len() as u64;
        let others: u64 = page.footprint.parts.iter().skip(1).map(|part| sent(&part.address)).sum();
        assert_eq!(page.footprint.sent(), own + others, "{file}");
        let (tenths, score) = stated(std::str::from_utf8(html).expect("text"));
        let true_score = eco_index(page.footprint.elements, page.footprint.requests(), own + others).score;
        assert_eq!(score, true_score, "{file}");
        assert!(
            tenths * 100 >= own + others && tenths * 100 < own + others + 200,
            "{file}: {tenths} {own} {others}"
        );
    }
}

#[test]
fn each_file_of_text_has_copies_that_are_the_same() {
    let folder = small_site();
    released(folder.path()).expect("a release");
    let files = files(folder.path());
    let plain: Vec<&String> = files.keys().filter(|name| !is_copy(name)).collect();
    for name in &plain {
        let text = ["html", "css", "js", "svg", "xml", "json", "csv", "txt", "ics"];
        let is_text = text.iter().any(|ending| name.ends_with(&format!(".{ending}")));
        assert_eq!(files.contains_key(&format!("{name}.gz")), is_text, "{name}");
        assert_eq!(files.contains_key(&format!("{name}.br")), is_text, "{name}");
        if is_text {
            assert!(gunzipped(&files[&format!("{name}.gz")]) == files[*name], "{name}");
            assert!(unbrotlied(&files[&format!("{name}.br")]) == files[*name], "{name}");
        }
    }
    assert!(plain.len() > 30);
}

#[test]
fn a_plain_build_leaves_no_copy_of_another_day_and_says_no_weight() {
    let folder = small_site();
    released(folder.path()).expect("a release");
    let (site, world) = read(folder.path(), false);
    write(&site, &world, &target(folder.path())).expect("a build");
    let files = files(folder.path());
    assert!(!files.keys().any(|name| is_copy(name)));
    let html = files.values().filter_map(|bytes| std::str::from_utf8(bytes).ok());
    assert!(html.clone().count() > 30 && html.clone().all(|text| !text.contains("page weighs")));
    assert!(html.clone().all(|text| !text.contains('\u{E000}')));
    assert!(!files.contains_key("_headers") && !files.contains_key(".htaccess"));
}

#[test]
fn what_was_found_once_is_found_again_without_looking() {
    let folder = small_site();
    let (first, audit) = released(folder.path()).expect("a release");
    let before = files(folder.path());
    let (again, same) = released(folder.path()).expect("a release");
    assert_eq!((again.created.len(), again.changed.len()), (0, 0));
    assert_eq!(again.unchanged, first.created.len());
    assert_eq!(same.measures, audit.measures);
    // A value that was cut short is worked out again, and one that was taken away.
    let cache = WalkDir::new(folder.path().join(".grappe-cache")).into_iter().filter_map(Result::ok);
    let kept: Vec<_> =
        cache.filter(|it| it.file_type().is_file() && it.path().extension().is_none()).collect();
    assert!(kept.len() > 100, "{}", kept.len());
    for (index, entry) in kept.iter().enumerate() {
        let bytes = fs::read(entry.path()).expect("a value");
        match index % 3 {
            0 => fs::write(entry.path(), &bytes[..bytes.len() / 2]).expect("a value cut short"),
            1 => fs::remove_file(entry.path()).expect("a value taken away"),
            _ => {}
        }
    }
    let (_, mended) = released(folder.path()).expect("a release");
    assert_eq!(mended.measures, audit.measures);
    assert!(files(folder.path()) == before);
}

#[test]
fn a_release_is_measured_as_an_audit_measures_it() {
    let folder = small_site();
    let (_, released) = released(folder.path()).expect("a release");
    let (site, world) = read(folder.path(), true);
    let audited = grappe::audit::audit(&site, &world, &grappe::audit::NoMemory).expect("sound templates");
    assert!(released.measures.files.iter().any(|file| file.style.is_some()));
    assert_eq!(released.measures, audited.measures);
}

#[test]
fn a_page_that_is_refused_leaves_the_last_good_site() {
    let folder = small_site();
    released(folder.path()).expect("a release");
    let before = files(folder.path());
    let config = folder.path().join("site-config.toml");
    let text = fs::read_to_string(&config).expect("the configuration");
    fs::write(&config, format!("{text}\n[budgets.home]\nbytes = 1000\n")).expect("the configuration");
    let page = folder.path().join("content/pages/about.md");
    let words = fs::read_to_string(&page).expect("a page").replace("share a quay", "share one quay");
    fs::write(&page, words).expect("a page");
    let Err(diagnostics) = released(folder.path()) else { panic!("it is too heavy") };
    assert!(diagnostics.iter().all(|it| it.code == "over-budget") && !diagnostics.is_empty());
    assert!(files(folder.path()) == before);
    fs::write(&config, text).expect("the configuration");
    let (changes, _) = released(folder.path()).expect("a release");
    assert!(changes.changed.contains(&"about/index.html.br".to_owned()), "{changes:?}");
}

#[test]
fn the_host_is_told_what_stands_in_pages() {
    let folder = small_site();
    released(folder.path()).expect("a release");
    let policy = |folder: &Path| {
        let headers = files(folder).remove("_headers").expect("what hosts follow");
        String::from_utf8(headers).expect("text")
    };
    assert!(!policy(folder.path()).contains("sha256-"));
    // The hash is that of CSP level 3, § 8.3.
    let base = folder.path().join("themes/sobre/templates/components/site-footer.html");
    let text = fs::read_to_string(&base).expect("a template");
    let script = "<script>alert('Hello, world.');</script>";
    fs::write(&base, text.replacen("</footer>", &format!("</footer>{script}"), 1)).expect("a template");
    let released = released(folder.path());
    assert!(released.is_ok(), "{:?}", released.map_err(|found| found.len()).err());
    let told = policy(folder.path());
    assert!(told.contains("sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="), "{told}");
    assert!(files(folder.path()).contains_key(".htaccess"));
}
