//! `_headers` and `_redirects`, read as hosts that follow them document, say what nginx answers.

use std::collections::BTreeMap;

use grappe::plan::Output;

use crate::reply::Reply;
use crate::server::{Kind, Server};
use crate::site::SITE;

/// What their hosts allow: rules in `_headers`, signs on a line, redirects.
const MOST_RULES: usize = 100;
const LONGEST_LINE: usize = 2000;
const MOST_REDIRECTS: usize = 2000;

/// The headers that the kit decides on.
const OURS: [&str; 9] = [
    "access-control-allow-origin",
    "cache-control",
    "content-security-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "permissions-policy",
    "referrer-policy",
    "strict-transport-security",
    "x-content-type-options",
];

/// A pattern, and headers below it.
type Rule = (String, Vec<(String, String)>);

fn rules() -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    let text = SITE.text("/_headers");
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        assert!(line.len() <= LONGEST_LINE, "too long: {line}");
        if let Some(header) = line.strip_prefix("  ") {
            let (name, value) = header.split_once(": ").expect("a header");
            let rule = rules.last_mut().expect("a pattern before its headers");
            rule.1.push((name.to_lowercase(), value.to_owned()));
        } else {
            rules.push((line.to_owned(), Vec::new()));
        }
    }
    rules
}

/// One star finds any signs, slashes too.
fn is_found(pattern: &str, address: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == address,
        Some((before, after)) => {
            assert!(!after.contains('*'), "hosts take one star: {pattern}");
            address.strip_prefix(before).is_some_and(|rest| rest.ends_with(after))
        }
    }
}

/// The headers of an address; those of one name under two patterns would be joined.
fn headers_of(rules: &[Rule], address: &str) -> BTreeMap<String, String> {
    let mut headers = BTreeMap::new();
    for (_, of_rule) in rules.iter().filter(|(pattern, _)| is_found(pattern, address)) {
        for (name, value) in of_rule {
            let before = headers.insert(name.clone(), value.clone());
            assert_eq!(before, None, "{address} has {name} twice");
        }
    }
    headers
}

fn told_of_drawings(reply: &Reply) -> bool {
    reply.header("content-type").is_some_and(|it| it.starts_with("image/svg+xml"))
}

#[test]
#[ignore = "needs nginx"]
fn headers_are_those_of_nginx() {
    let server = Server::start(Kind::Nginx);
    let rules = rules();
    assert!(rules.len() > 5 && rules.len() <= MOST_RULES);
    for (address, (output, _)) in &SITE.routes {
        if matches!(output, Output::Hosting(_) | Output::Redirect(_)) {
            continue;
        }
        let told = headers_of(&rules, address);
        let reply = server.get(address, &[]);
        for (name, value) in &told {
            // A pattern cannot leave out one ending: drawings have the policy of pages, which allows less.
            if name == "content-security-policy" && told_of_drawings(&reply) {
                continue;
            }
            assert_eq!(reply.values(name), [value.as_str()], "{address}: {name}");
        }
        // What is not told is what these hosts do of themselves, and what browsers do without.
        let untold = OURS.iter().filter(|name| reply.header(name).is_some() && !told.contains_key(**name));
        for name in untold {
            let left = (*name, reply.header(name).expect("it is there"));
            let usual = [("cache-control", "no-cache"), ("cross-origin-resource-policy", "same-origin")];
            assert!(usual.contains(&left), "{address}: {left:?} is told to nginx alone");
        }
    }
}

#[test]
#[ignore = "needs nginx"]
fn redirects_are_those_of_nginx() {
    let server = Server::start(Kind::Nginx);
    let text = SITE.text("/_redirects");
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert!(lines.len() <= MOST_REDIRECTS);
    let mut followed = 0;
    for line in lines {
        match line.split(' ').collect::<Vec<_>>()[..] {
            [from, to, "301"] => {
                let reply = server.get(from, &[]);
                assert_eq!((reply.status, reply.header("location")), (301, Some(to)), "{line}");
                // A page has two spellings, a file one.
                followed += usize::from(from.ends_with('/') || from.contains('.'));
            }
            [from, page, "404"] => {
                let reply = server.get(&from.replace('*', "gone"), &[]);
                assert_eq!(reply.status, 404, "{line}");
                assert!(reply.body == SITE.bytes(page), "{line}");
            }
            _ => panic!("not a redirect: {line}"),
        }
    }
    let former = SITE.routes.values().filter(|(output, _)| matches!(output, Output::Redirect(_)));
    assert_eq!(followed, former.count());
}
