//! What Caddy must know, as lines of the block of a site.
//!
//! It sends what stands compressed beside of itself. Matchers part addresses so that no header is given
//! twice, whatever the order in which Caddy follows its directives.

use super::caching::{Class, Pattern};
use super::policy::OF_DRAWINGS;
use super::{
    FEED_TYPE, HIDDEN, Header, HostingFacts, WELL_KNOWN, any_text, encoded, encodings, indented, opening,
    spellings, types,
};
use crate::media_type::{UNKNOWN, content_type};
use crate::plan::{Address, HostingFile};

pub(super) fn write(facts: &HostingFacts) -> String {
    let how = "Pour Caddy : dans le bloc du site, après « root * DOSSIER », écrire « import DOSSIER/.hosting/Caddyfile ».";
    [
        opening(how),
        media_types(facts),
        headers(facts),
        refused(),
        redirects(facts),
        format!("{}\n", file_server()),
        missing_pages(facts),
    ]
    .join("\n")
}

fn file_server() -> String {
    let names = encodings().map(|(_, name, _)| name);
    let names: Vec<&str> = names.into_iter().rev().collect();
    format!("file_server {{\n\tprecompressed {}\n}}", names.join(" "))
}

fn media_types(facts: &HostingFacts) -> String {
    let mut text = "map {path} {grappe_type} {\n".to_owned();
    for feed in &facts.feeds {
        text += &format!("\t{feed} \"{FEED_TYPE}\"\n");
    }
    for (name, endings) in types() {
        text += &format!("\t~(?i)\\.({})$ \"{name}\"\n", endings.join("|"));
    }
    text + &format!(
        "\t~/$ \"{}\"\n\tdefault \"{UNKNOWN}\"\n}}\nheader Content-Type {{grappe_type}}\n",
        content_type(".html")
    )
}

fn headers(facts: &HostingFacts) -> String {
    let mut text = String::new();
    text += &header("", &facts.headers);
    text += &format!("@text path_regexp (/|\\.{})$\n{}", any_text(), vary("@text "));
    text += "@drawings path *.svg\n@others_than_drawings not path *.svg\n";
    text += &header("@drawings ", &[("Content-Security-Policy", OF_DRAWINGS.to_owned())]);
    text += &header("@others_than_drawings ", &[("Content-Security-Policy", facts.policy.clone())]);
    let mut before: Vec<String> = Vec::new();
    for (number, class) in facts.classes.iter().enumerate() {
        let own = patterns(class);
        text += &format!("@class{number} {{\n\tpath {}\n{}}}\n", own.join(" "), without(&before));
        text += &header(&format!("@class{number} "), &class.headers);
        before.extend(own);
    }
    text += &format!("@others {{\n{}}}\n", without(&before));
    text + &header("@others ", &facts.others)
}

fn without(patterns: &[String]) -> String {
    if patterns.is_empty() { String::new() } else { format!("\tnot path {}\n", patterns.join(" ")) }
}

fn patterns(class: &Class) -> Vec<String> {
    let words = class.patterns.iter().map(|pattern| match pattern {
        Pattern::Below(folder) => format!("{folder}*"),
        Pattern::Ending(ending) => format!("*{ending}"),
        Pattern::Exactly(address) => address.to_string(),
    });
    words.collect()
}

/// Caddy says it where it sends a compressed file, and must say it where it might have: at the end, so that
/// it stands once.
fn vary(matcher: &str) -> String {
    format!("header {matcher}{{\n\tVary Accept-Encoding\n\tdefer\n}}\n")
}

/// One header a line: those of a block may come in any order, and a block gives nothing more.
fn header(matcher: &str, headers: &[Header]) -> String {
    let lines = headers.iter().map(|(name, value)| format!("header {matcher}{name} \"{value}\"\n"));
    lines.collect::<Vec<_>>().concat()
}

fn refused() -> String {
    let endings = encodings().map(|(ending, ..)| ending).join("|");
    let own = [HostingFile::Headers, HostingFile::Redirects].map(|file| file.address().to_string()).join(" ");
    format!(
        "@hidden {{\n\tpath_regexp {HIDDEN}\n\tnot path /.{WELL_KNOWN}*\n}}\nerror @hidden 404\n@own path {own}\nerror @own 404\n\
         @compressed path_regexp \\.{}\\.({endings})$\nerror @compressed 404\n",
        any_text()
    )
}

fn redirects(facts: &HostingFacts) -> String {
    let mut text = String::new();
    for (from, to) in &facts.redirects {
        for from in spellings(from) {
            text += &format!("redir {} {} 301\n", matcher(&from), encoded(to));
        }
    }
    text
}

/// Signs that Caddy reads as its own are written as in an address.
fn matcher(address: &Address) -> String {
    if address.as_str().contains(['{', '}', '\'', '`', '#', ';', '$']) {
        encoded(address)
    } else {
        address.to_string()
    }
}

fn missing_pages(facts: &HostingFacts) -> String {
    let mut lines = String::new();
    let homes: Vec<String> = facts.missing_below.iter().map(|(home, _)| format!("{home}*")).collect();
    for (number, (home, page)) in facts.missing_below.iter().enumerate() {
        lines += &format!("@language{number} path {home}*\nrewrite @language{number} {page}\n");
    }
    if homes.is_empty() {
        lines += &format!("rewrite * {}\n", facts.missing);
    } else {
        lines += &format!(
            "@first_language not path {}\nrewrite @first_language {}\n",
            homes.join(" "),
            facts.missing
        );
    }
    lines += &header("", &facts.others);
    lines += "header -Access-Control-Allow-Origin\n";
    lines += &header("", &[("Content-Type", content_type(".html").to_owned())]);
    lines += &vary("");
    lines += &file_server();
    let lines = indented(&lines, "\t\t");
    format!(
        "handle_errors {{\n\t@missing expression {{http.error.status_code}} == 404\n\thandle @missing {{\n{lines}\t}}\n}}\n"
    )
}
