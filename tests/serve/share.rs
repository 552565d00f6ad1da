//! `--share`: the preview of one text, as a file that can be sent.

use std::fs;

use crate::site::{POST, Site};

const DRAFT: &str = "content/news/2026/2026-11-20-rendez-vous.md";

#[test]
fn a_draft_is_one_file_that_asks_for_nothing() {
    let site = Site::new();
    let before = site.files();
    let output = site.grappe(&["serve", "--share", DRAFT]);
    assert!(output.status.success(), "{output:?}");
    let page = fs::read_to_string(site.path("rendez-vous.html")).expect("written");
    assert_eq!(site.files().len(), before.len() + 1);
    assert!(page.contains("Rendez-vous en décembre"), "{page}");
    assert!(page.contains("name=\"robots\" content=\"noindex"), "{page}");
    assert!(page.contains("Brouillon du 21\u{a0}novembre 2026"), "{page}");
    assert!(page.contains("color: teal"), "the style sheet is in the page: {page}");
    for outside in ["<script", "<link rel=\"stylesheet\"", "src=\"/", "src=\"http", "@import", "_grappe"] {
        assert!(!page.contains(outside), "{outside}: {page}");
    }
}

#[test]
fn a_file_is_written_over_only_where_it_was_named() {
    let site = Site::new();
    site.write("rendez-vous.html", "à moi");
    let refused = site.grappe(&["serve", "--share", DRAFT]);
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(fs::read_to_string(site.path("rendez-vous.html")).expect("read"), "à moi");
    let named = site.grappe(&["serve", "--share", DRAFT, "--output", "rendez-vous.html"]);
    assert!(named.status.success(), "{named:?}");
    assert!(fs::read_to_string(site.path("rendez-vous.html")).expect("read").contains("Rendez-vous"));
}

#[test]
fn a_draft_goes_nowhere_that_the_site_is_made_of() {
    let site = Site::new();
    let before = site.files();
    let outputs = [POST, "content/neuf.html", "./content/../themes/nu/neuf.html", "site-config.toml"];
    for output in outputs {
        let refused = site.grappe(&["serve", "--share", DRAFT, "--output", output]);
        assert_eq!(refused.status.code(), Some(2), "{output}: {refused:?}");
    }
    assert!(site.files() == before);
}

#[test]
fn a_text_is_named_by_its_file_from_anywhere_or_by_its_identifier() {
    let site = Site::new();
    let whole = site.path(DRAFT);
    let whole = whole.to_str().expect("text");
    for (text, output) in [
        (whole, "a.html"),
        ("./content/news/2026/2026-11-20-rendez-vous.md", "b.html"),
        ("2026-11-20-rendez-vous", "c.html"),
    ] {
        let shared = site.grappe(&["serve", "--share", text, "--output", output]);
        assert!(shared.status.success(), "{text}: {shared:?}");
        assert!(site.path(output).is_file());
    }
}
