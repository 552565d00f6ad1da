//! What a host must know of the site, gathered once as facts; each server's file says the same in its
//! own words.
//!
//! Nothing here knows which server is used, and no file of a server decides anything.

mod apache;
mod caching;
mod caddy;
mod headers_file;
mod nginx;
mod policy;
mod redirects_file;

use std::collections::BTreeSet;

use caching::Class;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::compression::{Encoding, TEXT};
use crate::html::inline::InlineBlocks;
use crate::media_type;
use crate::model::Federation;
use crate::plan::{Address, HostingFile, Output, Plan, Subject};

/// A header: its name and value.
type Header = (&'static str, String);

/// What a host must know of a site.
#[derive(Debug)]
struct HostingFacts {
    /// Former addresses, each with the one that took its place.
    redirects: Vec<(Address, Address)>,
    /// The page for addresses that are not there.
    missing: Address,
    /// The page for those below another language's address.
    missing_below: Vec<(Address, Address)>,
    /// Addresses whose type does not follow from their names.
    feeds: Vec<Address>,
    /// Headers of every answer.
    headers: Vec<Header>,
    /// The policy of pages and their files.
    policy: String,
    /// Classes of files: the first that a file is of decides.
    classes: Vec<Class>,
    /// Headers of what is of no class.
    others: Vec<Header>,
}

/// Makes a file that a host follows; the blocks are those of all pages.
pub(super) fn file(
    file: HostingFile,
    federation: &Federation,
    plan: &Plan,
    blocks: &InlineBlocks,
) -> Vec<u8> {
    let facts = HostingFacts::new(federation, plan, blocks);
    let text = match file {
        HostingFile::Headers => headers_file::write(&facts),
        HostingFile::Redirects => redirects_file::write(&facts),
        HostingFile::Apache => apache::write(&facts),
        HostingFile::Nginx => nginx::write(&facts),
        HostingFile::Caddy => caddy::write(&facts),
    };
    text.into_bytes()
}

impl HostingFacts {
    fn new(federation: &Federation, plan: &Plan, blocks: &InlineBlocks) -> Self {
        let addresses = |wanted: fn(&Output) -> bool| {
            let found = plan.routes().iter().filter(move |route| wanted(&route.output));
            found.map(|route| route.address.clone()).collect::<Vec<_>>()
        };
        let config = &federation.config;
        let feeds = addresses(|output| matches!(output, Output::Feed(_)));
        let data = addresses(|output| matches!(output, Output::Data(..)));
        let data: BTreeSet<Address> = data.iter().map(folder).collect();
        let (missing, missing_below) = missing_pages(federation, plan);
        Self {
            redirects: redirects(plan),
            missing,
            missing_below,
            headers: policy::headers(config.address.starts_with("https://")),
            policy: policy::of_pages(blocks),
            classes: caching::classes(data.into_iter().collect(), feeds.clone()),
            feeds,
            others: caching::others(),
        }
    }
}

/// The folder that a file lies in.
fn folder(file: &Address) -> Address {
    let end = file.as_str().rfind('/').map_or(0, |slash| slash + 1);
    Address::new(file.as_str().get(..end).unwrap_or("/"))
}

fn redirects(plan: &Plan) -> Vec<(Address, Address)> {
    let former = plan.routes().iter().filter_map(|route| match &route.output {
        Output::Redirect(to) => Some((route.address.clone(), to.clone())),
        _ => None,
    });
    former.collect()
}

/// The page of the first language, and those of the others with the addresses below which they stand in.
fn missing_pages(federation: &Federation, plan: &Plan) -> (Address, Vec<(Address, Address)>) {
    let page = |language| plan.address(&Subject::NotFound, language).cloned();
    let mut languages = federation.config.languages.iter();
    let first = languages.next().and_then(page).unwrap_or_else(|| Address::new("/404.html"));
    let below = languages.filter_map(|language| {
        let home = plan.address(&Subject::Home, language).cloned();
        home.zip(page(language))
    });
    (first, below.collect())
}

/// What opens each file that is read as comments: how to use it, and that it is made.
fn opening(how: &str) -> String {
    format!("# {how}\n# Fait par grappe à chaque publication : ce qu’on y change sera perdu.\n")
}

/// Lines, each with something before it.
fn indented(lines: &str, before: &str) -> String {
    lines.lines().flat_map(|line| [before, line, "\n"]).collect()
}

/// Signs that do not stand as they are in the path of an address.
const ENCODED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'$')
    .add(b'\\')
    .add(b'^')
    .add(b'|')
    .add(b'[')
    .add(b']')
    .add(b';')
    .add(b'*');

/// An address as it stands in a header.
fn encoded(address: &Address) -> String {
    utf8_percent_encode(address.as_str(), ENCODED).to_string()
}

/// A former address with and without the slash at its end, for visitors write both.
fn spellings(address: &Address) -> Vec<Address> {
    match address.as_str().strip_suffix('/') {
        Some(bare) if !bare.is_empty() => vec![address.clone(), Address::new(bare)],
        _ => vec![address.clone()],
    }
}

/// A text as a regular expression that finds it alone.
fn as_pattern(text: &str) -> String {
    text.chars().fold(String::new(), |mut pattern, letter| {
        if ".+*?()|[]{}^$\\-#&~".contains(letter) {
            pattern.push('\\');
        }
        pattern.push(letter);
        pattern
    })
}

/// A regular expression for any of some addresses.
fn any_of(addresses: &[Address]) -> String {
    addresses.iter().map(|address| as_pattern(address.as_str())).collect::<Vec<_>>().join("|")
}

/// Files compressed beforehand: the ending, how `Content-Encoding` calls it, and the expression that finds
/// it in `Accept-Encoding`, not where a client refuses it with `q=0`. The one preferred comes last.
fn encodings() -> [(&'static str, &'static str, String); 2] {
    let accepted = |name: &str| format!(r"(^|[,\s]){name}\s*(,|$|;\s*q=(1|0\.\d*[1-9]))");
    [(Encoding::Gzip, "gzip"), (Encoding::Brotli, "br")]
        .map(|(encoding, name)| (encoding.extension().unwrap_or_default(), name, accepted(name)))
}

/// The type of feeds: XML like others by their name.
const FEED_TYPE: &str = "application/atom+xml; charset=utf-8";

/// Endings of text with the type of each.
fn text_types() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEXT.into_iter().map(|ending| (ending, media_type::content_type(&format!(".{ending}"))))
}

/// The endings of text as a regular expression.
fn any_text() -> String {
    format!("({})", TEXT.join("|"))
}

/// Files that lie beside pages and are no one's business: hidden ones.
const HIDDEN: &str = r"(^|/)\.";

/// What is hidden and served all the same, after its dot: certificates and contacts (RFC 8615).
const WELL_KNOWN: &str = "well-known/";

/// Every type with the endings of names that have it.
fn types() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut types: Vec<(&str, Vec<&str>)> = Vec::new();
    for (ending, media_type) in media_type::TYPES {
        match types.iter_mut().find(|(known, _)| *known == media_type) {
            Some((_, endings)) => endings.push(ending),
            None => types.push((media_type, vec![ending])),
        }
    }
    types
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_former_address_is_found_with_and_without_its_slash() {
        let found = spellings(&Address::new("/a/"));
        assert_eq!(found, [Address::new("/a/"), Address::new("/a")]);
        assert_eq!(spellings(&Address::new("/a.html")), [Address::new("/a.html")]);
    }

    #[test]
    fn what_a_writer_puts_in_an_address_commands_no_server() {
        assert_eq!(encoded(&Address::new("/é/${a};\\1/")), "/%C3%A9/%24%7Ba%7D%3B%5C1/");
        assert_eq!(as_pattern("/a.b(c)$/"), r"/a\.b\(c\)\$/");
    }
}
