//! What nginx must know, as directives of a `server` block. They need no module that is not always there:
//! compressed files are found by rewriting, so that Brotli asks for nothing to be installed.
//!
//! Headers stand in variables of the server, because a block that adds one header loses those above it.

use super::caching::{Class, Pattern};
use super::policy::OF_DRAWINGS;
use super::{
    FEED_TYPE, HIDDEN, Header, HostingFacts, WELL_KNOWN, any_of, as_pattern, encoded, encodings, opening,
    spellings, text_types, types,
};
use crate::media_type::UNKNOWN;
use crate::plan::HostingFile;

/// What is the same for every site. The host's own compression would compress a second time.
const FIXED: &str = "index index.html;
autoindex off;
absolute_redirect off;
charset off;
expires off;
etag on;
gzip off;
";

/// A file or folder that is not there, or not to be listed, has the page of its language.
const PAGE_OF_LANGUAGE: &str = "error_page 403 404 =404 $grappe_missing;\n";

/// Where a file stands compressed beside, and the client accepts it, that one is sent in its place.
const CHOOSE: &str = "if ($grappe_suffix) { rewrite ^(.*)$ $1$grappe_suffix last; }";

pub(super) fn write(facts: &HostingFacts) -> String {
    let how = "Pour nginx : dans le bloc « server » du site, après « root DOSSIER; », écrire « include DOSSIER/.hosting/nginx.conf; ».";
    [
        opening(how),
        FIXED.to_owned(),
        media_types(),
        missing_pages(facts),
        headers(facts),
        compressed(),
        refused(),
        redirects(facts),
        files(facts),
    ]
    .join("\n")
}

fn media_types() -> String {
    let lines = types().into_iter().map(|(name, endings)| format!("    \"{name}\" {};\n", endings.join(" ")));
    format!("default_type {UNKNOWN};\ntypes {{\n{}}}\n", lines.collect::<String>())
}

fn missing_pages(facts: &HostingFacts) -> String {
    let mut text = set("grappe_missing", facts.missing.as_str());
    for (home, page) in &facts.missing_below {
        text += &set_if(
            &format!("^{}", as_pattern(home.as_str())),
            &[("grappe_missing".to_owned(), page.as_str())],
        );
    }
    text + PAGE_OF_LANGUAGE
}

/// The last that holds decides, so the first class comes last.
fn headers(facts: &HostingFacts) -> String {
    let mut names: Vec<&str> =
        facts.classes.iter().flat_map(|class| &class.headers).map(|(name, _)| *name).collect();
    names.sort_unstable();
    names.dedup();
    let mut text = String::new();
    for name in &names {
        text += &set(&variable(name), value(&facts.others, name));
    }
    for class in facts.classes.iter().rev() {
        let values: Vec<(String, &str)> =
            names.iter().map(|name| (variable(name), value(&class.headers, name))).collect();
        text += &set_if(&condition(class), &values);
    }
    text += &set("grappe_policy", &facts.policy);
    text += &set_if(r"\.svg$", &[("grappe_policy".to_owned(), OF_DRAWINGS)]);
    for (name, value) in &facts.headers {
        text += &add_header(name, value);
    }
    text += &add_header("Content-Security-Policy", "$grappe_policy");
    for name in names {
        text += &add_header(name, &format!("${}", variable(name)));
    }
    text
}

/// An empty header is not sent.
fn compressed() -> String {
    let mut text = ["grappe_suffix", "grappe_encoding", "grappe_vary"].map(|name| set(name, "")).concat();
    for (ending, name, accepted) in encodings() {
        text += &set(&format!("grappe_{ending}"), "");
        text += &format!(
            "if (-f $request_filename.{ending}) {{ set $grappe_{ending} $http_accept_encoding; set $grappe_vary Accept-Encoding; }}\n"
        );
        text += &format!(
            "if ($grappe_{ending} ~* \"{accepted}\") {{ set $grappe_suffix .{ending}; set $grappe_encoding {name}; }}\n"
        );
    }
    text + &add_header("Content-Encoding", "$grappe_encoding") + &add_header("Vary", "$grappe_vary")
}

fn refused() -> String {
    let mut text = format!("location ~ \"{HIDDEN}(?!{WELL_KNOWN})\" {{ return 404; }}\n");
    for file in [HostingFile::Headers, HostingFile::Redirects] {
        text += &format!("location = {} {{ return 404; }}\n", file.address());
    }
    text
}

fn redirects(facts: &HostingFacts) -> String {
    let mut text = String::new();
    for (from, to) in &facts.redirects {
        for from in spellings(from) {
            text += &format!("location = \"{from}\" {{ return 301 \"{}\"; }}\n", encoded(to));
        }
    }
    text
}

/// The name of a compressed file hides its type.
fn files(facts: &HostingFacts) -> String {
    let endings = encodings().map(|(ending, ..)| ending).join("|");
    let typed = |name: &str| format!("types {{ }} default_type \"{name}\";");
    let mut text = format!("location / {{ {CHOOSE} }}\n");
    if !facts.feeds.is_empty() {
        let feeds = any_of(&facts.feeds);
        text += &format!("location ~ \"^({feeds})\\.({endings})$\" {{ internal; {} }}\n", typed(FEED_TYPE));
        text += &format!("location ~ \"^({feeds})$\" {{ {} {CHOOSE} }}\n", typed(FEED_TYPE));
    }
    for (ending, name) in text_types() {
        text += &format!("location ~ \"\\.{ending}\\.({endings})$\" {{ internal; {} }}\n", typed(name));
    }
    text
}

fn condition(class: &Class) -> String {
    let words = class.patterns.iter().map(|pattern| match pattern {
        Pattern::Below(folder) => format!("^{}", as_pattern(folder.as_str())),
        Pattern::Ending(ending) => format!("{}$", as_pattern(ending)),
        Pattern::Exactly(address) => format!("^{}$", as_pattern(address.as_str())),
    });
    words.collect::<Vec<_>>().join("|")
}

fn value<'a>(headers: &'a [Header], name: &str) -> &'a str {
    headers.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
}

/// `Cache-Control` is kept in `$grappe_cache_control`.
fn variable(header: &str) -> String {
    format!("grappe_{}", header.to_ascii_lowercase().replace('-', "_"))
}

fn set(variable: &str, value: &str) -> String {
    format!("set ${variable} \"{value}\";\n")
}

fn set_if(pattern: &str, values: &[(String, &str)]) -> String {
    let sets = values.iter().map(|(variable, value)| format!(" set ${variable} \"{value}\";"));
    let sets = sets.collect::<Vec<_>>().concat();
    format!("if ($uri ~ \"{pattern}\") {{{sets} }}\n")
}

fn add_header(name: &str, value: &str) -> String {
    format!("add_header {name} \"{value}\" always;\n")
}
