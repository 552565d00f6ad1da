//! In Chromium, pages of the site from nginx and from Apache: `tests/browser/hosting.test.mjs` looks at them.

use std::process::Command;

use crate::server::{Kind, Server};
use crate::site::SITE;
use crate::support;

#[test]
#[ignore = "needs nginx, Apache, Chromium and Node.js"]
fn pages_in_a_browser_break_no_policy() {
    let (nginx, apache) = (Server::start(Kind::Nginx), Server::start(Kind::Apache));
    let pages: Vec<&str> = SITE.pages.values().map(String::as_str).collect();
    assert!(pages.len() > 25, "a page for each template: {pages:?}");
    let mut command = Command::new(support::root().join("tests/browser/run"));
    command.arg("hosting.test.mjs").env("PAGES", pages.join(" "));
    command.env("NGINX", nginx.origin()).env("APACHE", apache.origin());
    assert!(command.status().expect("the tests in a browser start").success());
}
