//! What browsers are answered, and what is refused.

use std::net::TcpListener;
use std::os::unix::fs::symlink;

use crate::site::{PAGE, Site};

const DOCUMENT: &str = "/medias/documents/programme.pdf";

#[test]
fn only_names_of_this_machine_are_answered() {
    let site = Site::new();
    let preview = site.serve(&[]);
    let refused = preview.ask("GET / HTTP/1.1\r\nHost: attaque.example\r\n\r\n");
    assert_eq!(refused.status, 421);
    assert!(refused.text().contains("attaque.example"), "{}", refused.text());
    let own = format!("GET / HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address());
    assert_eq!(preview.ask(&own).status, 200);
}

#[test]
fn no_path_leads_out_of_the_site() {
    let site = Site::new();
    let preview = site.serve(&[]);
    for path in [
        "/../site-config.toml",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/medias/../../site-config.toml",
        "/medias/documents/..%2f..%2fnews/2023/2023-03-30-enter.md",
        "/medias/documents/..%5c..%5csite-config.toml",
        "//etc/passwd",
        "/content/news/2023/2023-03-30-enter.md",
        "/site-config.toml",
        "/_grappe/../site-config.toml",
    ] {
        let reply = preview.get(path);
        assert!(matches!(reply.status, 400 | 404), "{path}: {}", reply.status);
        assert!(!String::from_utf8_lossy(&reply.body).contains("petite.example\""), "{path}");
    }
}

#[test]
fn nothing_is_received() {
    let site = Site::new();
    let preview = site.serve(&[]);
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let reply =
            preview.ask(&format!("{method} / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"));
        assert_eq!(reply.status, 405, "{method}");
        assert_eq!(reply.header("access-control-allow-origin"), None);
    }
    let head = preview.ask(&format!("HEAD {PAGE} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    assert_eq!((head.status, head.body.len()), (200, 0));
}

#[test]
fn a_document_is_given_whole_in_part_or_not_again() {
    let site = Site::new();
    let preview = site.serve(&[]);
    let whole = preview.get(DOCUMENT);
    assert_eq!((whole.status, whole.text().as_str()), (200, "0123456789"));
    assert_eq!(whole.header("content-type"), Some("application/pdf"));
    let part = preview.get_with(DOCUMENT, "Range: bytes=2-4\r\n");
    assert_eq!((part.status, part.text().as_str()), (206, "234"));
    assert_eq!(part.header("content-range"), Some("bytes 2-4/10"));
    assert_eq!(preview.get_with(DOCUMENT, "Range: bytes=20-\r\n").status, 416);
    let tag = whole.header("etag").expect("a tag");
    let again = preview.get_with(DOCUMENT, &format!("If-None-Match: {tag}\r\n"));
    assert_eq!((again.status, again.body.len()), (304, 0));
    site.write("content/documents/programme.pdf", "9876543210");
    assert_eq!(preview.get_with(DOCUMENT, &format!("If-None-Match: {tag}\r\n")).text(), "9876543210");
}

#[test]
fn an_address_that_is_not_there_shows_the_page_for_it() {
    let site = Site::new();
    let preview = site.serve(&[]);
    let reply = preview.get("/absente/");
    assert_eq!(reply.status, 404);
    assert!(reply.text().contains("Page introuvable"), "{}", reply.text());
    let reply = preview.get(PAGE.trim_end_matches('/'));
    assert_eq!((reply.status, reply.header("location")), (302, Some(PAGE)));
}

#[test]
fn a_link_out_of_the_site_is_not_followed() {
    let (site, outside) = (Site::new(), tempfile::tempdir().expect("a folder"));
    std::fs::write(outside.path().join("secret.pdf"), "confidentiel").expect("written");
    symlink(outside.path().join("secret.pdf"), site.path("content/documents/lien.pdf")).expect("linked");
    symlink(outside.path(), site.path("content/dossier")).expect("linked");
    let preview = site.serve(&[]);
    let never = |address: &str| {
        let reply = preview.get(address);
        assert!(reply.status == 404 && !reply.text().contains("confidentiel"), "{address}: {}", reply.status);
    };
    never("/medias/documents/lien.pdf");
    never("/medias/dossier/secret.pdf");
    assert_eq!(preview.get(DOCUMENT).status, 200);
    // A document that was there becomes a link, which is refused before the change is even seen.
    std::fs::remove_file(site.path("content/documents/programme.pdf")).expect("removed");
    symlink(outside.path().join("secret.pdf"), site.path("content/documents/programme.pdf")).expect("linked");
    never(DOCUMENT);
}

#[test]
fn drafts_show_unless_they_are_not_wanted() {
    let site = Site::new();
    let draft = "/actualites/2026/rendez-vous/";
    let preview = site.serve(&[]);
    let page = preview.until_status(draft, 200).text();
    assert!(page.contains("brouillon"), "{page}");
    for arguments in [&["--no-drafts"][..], &["--date", "2026-11-21"]] {
        assert_eq!(site.serve(arguments).get(draft).status, 404, "{arguments:?}");
    }
    assert_eq!(site.serve(&["--date", "2026-11-21", "--drafts"]).get(draft).status, 200);
}

#[test]
fn a_day_shows_the_site_of_that_day() {
    let site = Site::new();
    assert_eq!(site.serve(&["--date", "2023-03-29"]).get(PAGE).status, 404);
    assert_eq!(site.serve(&["--date", "2023-03-30"]).get(PAGE).status, 200);
}

#[test]
fn a_port_that_is_taken_is_told_or_another_is_found() {
    let site = Site::new();
    let taken = TcpListener::bind("127.0.0.1:0").expect("bound");
    let port = taken.local_addr().expect("an address").port();
    let refused = site.grappe(&["serve", "--port", &port.to_string()]);
    assert_eq!(refused.status.code(), Some(2));
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(told.contains(&format!("le port {port} est pris")), "{told}");
    // Taken here or by another: it is taken.
    let _usual = TcpListener::bind("127.0.0.1:4000");
    let preview = site.serve_with(&["serve"]);
    assert_ne!(preview.address().port(), 4000);
    assert_eq!(preview.get(PAGE).status, 200);
}

#[test]
fn a_preview_on_the_network_says_so() {
    let site = Site::new();
    let preview = site.serve(&["--host", "0.0.0.0"]);
    preview.until_told(|told| told.contains("toute machine du réseau"));
}
