//! `/_grappe/impact`: what the edits since the last build change.

use std::collections::BTreeSet;

use crate::site::{POST, Site, post};

const DAY: &str = "2026-11-20";

/// The addresses that a page of the preview lists.
fn listed(page: &str) -> BTreeSet<String> {
    let items = page.split("<li>").skip(1).filter_map(|rest| rest.split("</li>").next());
    let text = |item: &str| {
        item.rsplit_once("</a>").map_or(item, |(link, _)| link).rsplit('>').next().map(str::to_owned)
    };
    items.filter_map(text).collect()
}

/// The addresses of the files that a dry build says would change.
fn dry(site: &Site, arguments: &[&str]) -> BTreeSet<String> {
    let output = site.grappe(&[&["build", "--dry-run", "--date", DAY], arguments].concat());
    let text = String::from_utf8(output.stdout).expect("text");
    let file = |line: &str| line.strip_prefix(['+', '~', '-']).map(|file| file.trim().to_owned());
    let address = |file: String| format!("/{}", file.strip_suffix("index.html").unwrap_or(&file));
    text.lines().filter_map(file).map(address).collect()
}

#[test]
fn the_impact_is_what_a_build_of_that_day_would_change() {
    for drafts in [&[][..], &["--drafts"]] {
        let site = Site::new();
        let preview = site.serve(&[]);
        assert!(preview.get("/_grappe/impact").text().contains("grappe build"));
        let built = site.grappe(&[&["build", "--date", DAY], drafts].concat());
        assert!(built.status.success(), "{built:?}");
        assert!(preview.get("/_grappe/impact").text().contains("Rien ne diffère"));

        site.write(POST, &post("Un autre titre"));
        site.write("content/news/2024/2024-05-06-neuf.md", &post("Neuf").replace("2023-03-30", "2024-05-06"));
        site.rename("content/pages/contact.md", "content/pages/nous-ecrire.md");
        preview.until_status("/actualites/2024/neuf/", 200);
        preview.until_status("/nous-ecrire/", 200);
        preview.until("/actualites/2023/enter/", |page| page.contains("Un autre titre"));
        let impact = listed(&preview.get("/_grappe/impact").text());
        for address in ["/actualites/2023/enter/", "/actualites/2024/neuf/", "/contact/", "/nous-ecrire/"] {
            assert!(impact.contains(address), "{address}: {impact:?}");
        }
        assert!(!impact.contains("/recherche/"), "{impact:?}");
        assert_eq!(impact, dry(&site, drafts));
    }
}
