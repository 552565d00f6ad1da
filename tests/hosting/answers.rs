//! What each server answers when it follows the kit.

use std::io::Read as _;

use grappe::plan::Output;

use crate::reply::Reply;
use crate::server::{Kind, Server};
use crate::site::SITE;

const REVALIDATED: &str = "no-cache";
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const A_DAY: &str = "public, max-age=86400, must-revalidate";

/// Each check on each server, by name.
macro_rules! on_each_server {
    ($($check:ident),* $(,)?) => {
        mod nginx {
            $(#[test]
            #[ignore = "needs nginx"]
            fn $check() {
                super::$check(&super::Server::start(super::Kind::Nginx));
            })*
        }
        mod apache {
            $(#[test]
            #[ignore = "needs Apache"]
            fn $check() {
                super::$check(&super::Server::start(super::Kind::Apache));
            })*
        }
        mod caddy {
            $(#[test]
            #[ignore = "needs Caddy: tests/run leaves it out where that is absent, and says so"]
            fn $check() {
                super::$check(&super::Server::start(super::Kind::Caddy));
            })*
        }
    };
}

on_each_server! {
    every_address_answers_with_its_bytes,
    each_file_has_its_type,
    text_is_sent_as_the_client_can_read_it,
    each_class_of_files_is_kept_as_long_as_it_lasts_and_used_by_whom_it_is_for,
    what_did_not_change_is_not_sent_again,
    every_answer_has_the_headers_of_security,
    former_addresses_lead_to_the_new,
    a_folder_has_its_slash,
    what_is_not_there_has_the_page_of_its_language,
    what_is_hidden_is_refused,
}

/// The only value of a header.
fn only<'a>(reply: &'a Reply, name: &str, what: &str) -> &'a str {
    match reply.values(name)[..] {
        [value] => value,
        ref others => panic!("{what}: {name} is there {} times: {others:?}", others.len()),
    }
}

fn decoded(reply: &Reply) -> Vec<u8> {
    let mut bytes = Vec::new();
    match reply.header("content-encoding") {
        None => bytes.clone_from(&reply.body),
        Some("gzip") => {
            flate2::read::GzDecoder::new(reply.body.as_slice()).read_to_end(&mut bytes).expect("gzip");
        }
        Some("br") => {
            brotli::Decompressor::new(reply.body.as_slice(), 4096).read_to_end(&mut bytes).expect("brotli");
        }
        Some(other) => panic!("{other} is no encoding of ours"),
    }
    bytes
}

fn vary(reply: &Reply) -> bool {
    reply.values("vary").iter().any(|value| value.to_lowercase().contains("accept-encoding"))
}

fn script() -> &'static str {
    theme_file("js")
}

fn style() -> &'static str {
    theme_file("css")
}

fn icon() -> &'static str {
    theme_file("svg")
}

fn theme_file(ending: &str) -> &'static str {
    SITE.first(|output| matches!(output, Output::ThemeFile(_)), ending)
}

fn table(ending: &str) -> &'static str {
    SITE.first(|output| matches!(output, Output::Data(..)), ending)
}

fn event() -> &'static str {
    SITE.first(|output| matches!(output, Output::Event(..)), "ics")
}

fn index() -> &'static str {
    SITE.first(|output| matches!(output, Output::SearchIndex(..)), "json")
}

fn every_address_answers_with_its_bytes(server: &Server) {
    for (address, (output, bytes)) in &SITE.routes {
        if matches!(output, Output::Hosting(_) | Output::Redirect(_)) {
            continue;
        }
        let reply = server.get(address, &[]);
        assert_eq!(
            (reply.status, reply.header("content-encoding")),
            (200, None),
            "{:?} {address}",
            server.kind
        );
        assert!(reply.body == *bytes, "{:?} {address}: other bytes", server.kind);
    }
}

fn each_file_has_its_type(server: &Server) {
    let files = [
        ("/", "text/html; charset=utf-8"),
        ("/poles/", "text/html; charset=utf-8"),
        (style(), "text/css; charset=utf-8"),
        (script(), "text/javascript; charset=utf-8"),
        (icon(), "image/svg+xml; charset=utf-8"),
        (index(), "application/json; charset=utf-8"),
        (table("csv"), "text/csv; charset=utf-8"),
        (table("json"), "application/json; charset=utf-8"),
        (event(), "text/calendar; charset=utf-8"),
        ("/atom.xml", "application/atom+xml; charset=utf-8"),
        ("/en/atom.xml", "application/atom+xml; charset=utf-8"),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/medias/essais/photo.webp", "image/webp"),
        ("/medias/essais/archive.tar.gz", "application/gzip"),
        ("/medias/essais/table é.csv", "text/csv; charset=utf-8"),
    ];
    for (address, media_type) in files {
        for accepted in ["", "gzip", "br"] {
            let reply = server.get(address, &[("Accept-Encoding", accepted)]);
            let what = format!("{:?} {address} in {accepted}", server.kind);
            assert_eq!(reply.status, 200, "{what}");
            assert_eq!(only(&reply, "content-type", &what), media_type, "{what}");
            assert_eq!(reply.header("content-language"), None, "{what}");
        }
    }
}

fn text_is_sent_as_the_client_can_read_it(server: &Server) {
    // What is asked for, and what is sent where both stand beside, and where gzip alone does.
    let cases = [
        ("gzip, deflate, br", Some("br"), Some("gzip")),
        ("br", Some("br"), None),
        ("br;q=0.1", Some("br"), None),
        ("gzip", Some("gzip"), Some("gzip")),
        ("GZIP;q=1.0", Some("gzip"), Some("gzip")),
        ("gzip, br;q=0", Some("gzip"), Some("gzip")),
        ("br;q=0.0, gzip;q=0", None, None),
        ("brotli, xgzip", None, None),
        ("identity", None, None),
        ("", None, None),
    ];
    let with_both = [
        "/",
        style(),
        script(),
        icon(),
        "/atom.xml",
        event(),
        index(),
        table("csv"),
        "/sitemap.xml",
        "/robots.txt",
    ];
    let with_gzip = ["/poles/", "/poles/enter/", "/en/"];
    let addresses = with_both.map(|it| (it, true)).into_iter().chain(with_gzip.map(|it| (it, false)));
    for (address, has_both) in addresses.clone() {
        for (accepted, both, gzip) in cases {
            let reply = server.get(address, &[("Accept-Encoding", accepted)]);
            let what = format!("{:?} {address} to `{accepted}`", server.kind);
            // Caddy reads names of encodings as they are written by every browser.
            if server.kind == Kind::Caddy && accepted.starts_with("GZIP") {
                continue;
            }
            assert_eq!(
                reply.values("content-encoding"),
                if has_both { both } else { gzip }.as_slice(),
                "{what}"
            );
            assert!(decoded(&reply) == SITE.bytes(address), "{what}: other bytes");
            assert!(vary(&reply), "{what}: no Vary");
        }
    }
    for address in ["/medias/essais/photo.webp", "/medias/essais/archive.tar.gz"] {
        let reply = server.get(address, &[("Accept-Encoding", "gzip, br")]);
        assert_eq!(reply.header("content-encoding"), None, "{:?} {address}", server.kind);
        assert!(reply.body == SITE.bytes(address));
    }
}

fn each_class_of_files_is_kept_as_long_as_it_lasts_and_used_by_whom_it_is_for(server: &Server) {
    let files = [
        ("/", REVALIDATED, "same-origin", None),
        ("/poles/", REVALIDATED, "same-origin", None),
        ("/sitemap.xml", REVALIDATED, "same-origin", None),
        (index(), REVALIDATED, "same-origin", None),
        (style(), FOR_EVER, "same-origin", None),
        (script(), FOR_EVER, "same-origin", None),
        (icon(), FOR_EVER, "same-origin", None),
        ("/medias/essais/photo.webp", A_DAY, "cross-origin", None),
        ("/medias/essais/dessin.svg", A_DAY, "cross-origin", None),
        ("/medias/essais/table é.csv", A_DAY, "cross-origin", None),
        ("/atom.xml", REVALIDATED, "cross-origin", Some("*")),
        ("/en/atom.xml", REVALIDATED, "cross-origin", Some("*")),
        ("/agenda.ics", REVALIDATED, "cross-origin", Some("*")),
        (event(), REVALIDATED, "cross-origin", Some("*")),
        (table("csv"), REVALIDATED, "cross-origin", Some("*")),
        (table("json"), REVALIDATED, "cross-origin", Some("*")),
        ("/assets/css/gone.0.css", REVALIDATED, "same-origin", None),
        ("/medias/gone.png", REVALIDATED, "same-origin", None),
        ("/gone.ics", REVALIDATED, "same-origin", None),
    ];
    for (address, cache, resource, origin) in files {
        for accepted in ["", "gzip", "br"] {
            let reply = server.get(address, &[("Accept-Encoding", accepted)]);
            let what = format!("{:?} {address} in {accepted}", server.kind);
            assert_eq!(only(&reply, "cache-control", &what), cache, "{what}");
            assert_eq!(only(&reply, "cross-origin-resource-policy", &what), resource, "{what}");
            assert_eq!(reply.values("access-control-allow-origin"), origin.as_slice(), "{what}");
        }
    }
}

fn what_did_not_change_is_not_sent_again(server: &Server) {
    for address in ["/", "/poles/enter/", "/atom.xml", index(), style(), "/medias/essais/photo.webp"] {
        for accepted in ["", "gzip", "br"] {
            let accept = ("Accept-Encoding", accepted);
            let what = format!("{:?} {address} in {accepted}", server.kind);
            let first = server.get(address, &[accept]);
            let tag = only(&first, "etag", &what);
            let date = only(&first, "last-modified", &what);
            for condition in [("If-None-Match", tag), ("If-Modified-Since", date)] {
                let again = server.get(address, &[accept, condition]);
                assert_eq!((again.status, again.body.len()), (304, 0), "{what} {condition:?}");
                assert_eq!(only(&again, "cache-control", &what), only(&first, "cache-control", &what));
            }
            assert_eq!(server.get(address, &[accept, ("If-None-Match", "\"other\"")]).status, 200, "{what}");
        }
    }
    let tag = |accepted| server.get("/", &[("Accept-Encoding", accepted)]).header("etag").map(str::to_owned);
    assert!(tag("br") != tag("") && tag("gzip") != tag("") && tag("br") != tag("gzip"), "{:?}", server.kind);
}

fn every_answer_has_the_headers_of_security(server: &Server) {
    for (address, status) in
        [("/", 200), ("/poles/", 200), (style(), 200), ("/medias/essais/photo.webp", 200), ("/gone/", 404)]
    {
        for accepted in ["", "gzip", "br"] {
            let reply = server.get(address, &[("Accept-Encoding", accepted)]);
            let what = format!("{:?} {address} in {accepted}", server.kind);
            let value = |name| only(&reply, name, &what);
            assert_eq!(reply.status, status, "{what}");
            assert_eq!(value("x-content-type-options"), "nosniff");
            assert_eq!(value("referrer-policy"), "strict-origin-when-cross-origin");
            assert_eq!(value("cross-origin-opener-policy"), "same-origin");
            assert_eq!(value("strict-transport-security"), "max-age=31536000");
            for refused in ["camera=()", "geolocation=()", "microphone=()", "accelerometer=()"] {
                assert!(value("permissions-policy").contains(refused), "{what}: {refused}");
            }
            let policy = value("content-security-policy");
            for directive in [
                "default-src 'none'",
                "base-uri 'none'",
                "frame-ancestors 'none'",
                "connect-src 'self'",
                "form-action 'self'",
            ] {
                assert!(policy.split("; ").any(|it| it == directive), "{what}: {directive} in {policy}");
            }
            assert!(!policy.contains("unsafe"), "{what}: {policy}");
        }
    }
    for address in [icon(), "/medias/essais/dessin.svg"] {
        for accepted in ["", "gzip", "br"] {
            let reply = server.get(address, &[("Accept-Encoding", accepted)]);
            let policy = only(&reply, "content-security-policy", address);
            assert_eq!(policy, "default-src 'none'; style-src 'unsafe-inline'; sandbox", "{:?}", server.kind);
        }
    }
}

fn former_addresses_lead_to_the_new(server: &Server) {
    let cases = [
        ("/ancienne/page/", "/essai/"),
        ("/ancienne/page", "/essai/"),
        ("/ancienne/page?a=1", "/essai/"),
        ("/anciens/page.html", "/essai/"),
        ("/%C3%A9t%C3%A9/l'an-%7B1%7D/", "/essai/"),
        ("/%C3%A9t%C3%A9/l'an-%7B1%7D", "/essai/"),
    ];
    for (from, to) in cases {
        for accepted in ["", "gzip, br"] {
            let reply = server.get(from, &[("Accept-Encoding", accepted)]);
            assert_eq!(reply.status, 301, "{:?} {from}", server.kind);
            assert_eq!(destination(server, &reply), to, "{:?} {from}", server.kind);
        }
    }
    assert_eq!(server.get("/ancienne/page/suite/", &[]).status, 404);
}

/// Where an answer leads: servers say it with or without the site's own address, and some keep the query.
fn destination(server: &Server, reply: &Reply) -> String {
    let location = only(reply, "location", "a redirect");
    let own = ["http://localhost".to_owned(), server.origin()];
    let path = own.iter().find_map(|origin| location.strip_prefix(origin.as_str())).unwrap_or(location);
    path.split('?').next().unwrap_or(path).to_owned()
}

fn a_folder_has_its_slash(server: &Server) {
    for address in ["/actualites", "/en/poles", "/poles/enter"] {
        let reply = server.get(address, &[("Accept-Encoding", "br, gzip")]);
        assert!([301, 308].contains(&reply.status), "{:?} {address}: {}", server.kind, reply.status);
        assert_eq!(destination(server, &reply), format!("{address}/"), "{:?}", server.kind);
    }
}

fn what_is_not_there_has_the_page_of_its_language(server: &Server) {
    let cases = [
        ("/gone/", "/404.html"),
        ("/poles/gone.html", "/404.html"),
        ("/english/", "/404.html"),
        ("/en/gone/", "/en/404.html"),
        ("/en/poles/gone.html", "/en/404.html"),
        // Folders are not listed.
        ("/assets/", "/404.html"),
        ("/medias/essais/", "/404.html"),
    ];
    for (address, page) in cases {
        for accepted in ["", "gzip", "br"] {
            let reply = server.get(address, &[("Accept-Encoding", accepted)]);
            let what = format!("{:?} {address} in {accepted}", server.kind);
            assert_eq!(reply.status, 404, "{what}");
            assert_eq!(only(&reply, "content-type", &what), "text/html; charset=utf-8", "{what}");
            assert!(decoded(&reply) == SITE.bytes(page), "{what}: another page");
        }
    }
}

fn what_is_hidden_is_refused(server: &Server) {
    std::fs::write(SITE.folder.join(".grappe-manifest"), "index.html\n").expect("written");
    std::fs::create_dir_all(SITE.folder.join(".well-known")).expect("a folder");
    std::fs::write(SITE.folder.join(".well-known/security.txt"), "Contact: a\n").expect("written");
    let own = [
        "/.hosting/nginx.conf",
        "/.hosting/Caddyfile",
        "/.hosting/",
        "/.hosting",
        "/_headers",
        "/_redirects",
    ];
    let others = ["/.grappe-manifest", "/.htaccess", "/index.html.br", "/index.html.gz", "/sitemap.xml.gz"];
    for address in own.iter().chain(&others) {
        let reply = server.get(address, &[]);
        // Debian's Apache refuses `.htaccess` before anything else.
        let refused = if *address == "/.htaccess" { [403, 404] } else { [404, 404] };
        assert!(refused.contains(&reply.status), "{:?} {address}: {}", server.kind, reply.status);
        assert!(!reply.text().contains("grappe_"), "{:?} {address} is told", server.kind);
    }
    let known = server.get("/.well-known/security.txt", &[]);
    assert_eq!((known.status, known.text().as_str()), (200, "Contact: a\n"), "{:?}", server.kind);
}
