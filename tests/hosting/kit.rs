//! Which files of the kit a site has; no server is needed.

use std::collections::BTreeSet;

use grappe::plan::Output;

use crate::site::released;
use crate::support;

fn kit(config: &str) -> BTreeSet<String> {
    let mut world = support::bare_site();
    world.insert("site-config.toml", format!("{}\n{config}", support::CONFIG));
    let site = released(&world);
    let files = site.plan.routes().iter().filter(|route| matches!(route.output, Output::Hosting(_)));
    files.map(|route| route.address.file()).collect()
}

fn names<const N: usize>(names: [&str; N]) -> BTreeSet<String> {
    names.map(str::to_owned).into()
}

#[test]
fn a_site_has_the_files_of_its_host() {
    let all = [".hosting/Caddyfile", ".hosting/nginx.conf", ".htaccess", "_headers", "_redirects"];
    assert_eq!(kit(""), names(all));
    assert_eq!(kit("[host]\nserver = \"apache\"\n"), names([".htaccess"]));
    assert_eq!(kit("[host]\nserver = \"nginx\"\n"), names([".hosting/nginx.conf"]));
    assert_eq!(kit("[host]\nserver = \"caddy\"\n"), names([".hosting/Caddyfile"]));
    assert_eq!(kit("[host]\nserver = \"headers\"\n"), names(["_headers", "_redirects"]));
}

#[test]
fn a_plain_build_has_none() {
    let made = support::made(&support::bare_site());
    assert!(made.keys().all(|file| !file.starts_with('.') && !file.starts_with('_')));
}
