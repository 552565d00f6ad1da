//! `grappe audit --live`: whether the host that serves the site does what its declarations say of it.

use std::io;
use std::path::Path;

use crate::cli::fault::Fault;
use crate::cli::{CommandResult, Exit};
use crate::date::Day;
use crate::ecodesign::VERIFICATION_FILE;
use crate::host::live::{Answer, Origin, Reach, ask, reach};
use crate::locale::{Bilingual, Locale, both};
use crate::output::Site;
use crate::plan::{Output, Subject};

/// An address that no site has.
const NOWHERE: &str = "/grappe-verification-adresse-absente/";

/// How long a fingerprinted file must be kept at least, in seconds: thirty days.
const LONG: u64 = 30 * 24 * 3600;

/// What was found at a host.
struct Findings {
    compression: bool,
    caching: bool,
    not_found: bool,
    reach: Reach,
}

/// Asks the host, tells what was found, and keeps it where that is wanted.
pub(super) fn run(site: &Site, address: &str, record: Option<&Path>, locale: Locale) -> CommandResult {
    let Some(origin) = Origin::parse(address) else { return Err(Fault::Origin(address.to_owned())) };
    let findings =
        findings(site, &origin).map_err(|source| Fault::Host { address: address.to_owned(), source })?;
    for (words, is_right) in findings.lines() {
        anstream::println!("{} {}", if is_right { "✓" } else { "✗" }, words.get(locale));
    }
    if let Some(folder) = record {
        let path = folder.join(VERIFICATION_FILE);
        let text = findings.record(address, site.federation.today());
        std::fs::write(&path, text).map_err(|source| Fault::File { path, source })?;
    }
    let is_right = findings.lines().iter().all(|(_, is_right)| *is_right);
    Ok(if is_right { Exit::Fine } else { Exit::Content })
}

fn findings(site: &Site, origin: &Origin) -> io::Result<Findings> {
    let page = ask(origin, &page(site), &[])?;
    let file = ask(origin, &file(site), &[])?;
    Ok(Findings {
        compression: is_compressed(&page) && is_compressed(&file),
        caching: is_kept_long(&file) && is_asked_again(origin, &self::page(site), &page)?,
        not_found: ask(origin, NOWHERE, &[])?.status == 404,
        reach: reach(origin)?,
    })
}

/// The address of the first page.
fn page(site: &Site) -> String {
    let mut routes = site.plan.routes().iter();
    let home = routes.find(|route| matches!(route.output, Output::Page(Subject::Home, _)));
    home.map_or_else(|| "/".to_owned(), |route| route.address.as_str().to_owned())
}

/// The address of a style sheet of the theme.
fn file(site: &Site) -> String {
    let mut routes = site.plan.routes().iter();
    let style = routes.find(|route| {
        let extension = route.address.as_str().rsplit('.').next();
        matches!(route.output, Output::ThemeFile(_)) && extension == Some("css")
    });
    style.map_or_else(|| "/".to_owned(), |route| route.address.as_str().to_owned())
}

fn is_compressed(answer: &Answer) -> bool {
    answer.status == 200 && matches!(answer.get("content-encoding"), Some("gzip" | "br" | "zstd"))
}

/// Whether a file whose name changes with its bytes may be kept for long.
fn is_kept_long(answer: &Answer) -> bool {
    let directives = answer.get("cache-control").unwrap_or("").split(',').map(str::trim);
    let ages = directives.filter_map(|directive| directive.strip_prefix("max-age=")?.parse::<u64>().ok());
    answer.status == 200 && ages.max().is_some_and(|age| age >= LONG)
}

/// Whether a page that did not change is answered without its bytes.
fn is_asked_again(origin: &Origin, path: &str, answer: &Answer) -> io::Result<bool> {
    let condition = match (answer.get("etag"), answer.get("last-modified")) {
        (Some(tag), _) => ("If-None-Match", tag),
        (None, Some(date)) => ("If-Modified-Since", date),
        (None, None) => return Ok(false),
    };
    Ok(ask(origin, path, &[condition])?.status == 304)
}

impl Findings {
    fn lines(&self) -> [(Bilingual, bool); 6] {
        [
            (
                both(
                    "Les pages et les styles sont envoyés compressés",
                    "Pages and styles are sent compressed",
                ),
                self.compression,
            ),
            (
                both(
                    "Ce qui n’a pas changé n’est pas envoyé de nouveau",
                    "What did not change is not sent again",
                ),
                self.caching,
            ),
            (
                both("Une adresse absente répond 404", "An address that is not there answers 404"),
                self.not_found,
            ),
            (both("HTTP/2", "HTTP/2"), self.reach.has_http2),
            (both("TLS 1.3", "TLS 1.3"), self.reach.tls == Some("1.3")),
            (both("IPv6", "IPv6"), self.reach.has_ipv6),
        ]
    }

    fn record(&self, address: &str, day: Day) -> String {
        let Self { compression, caching, reach, .. } = self;
        let address = address.trim_end_matches('/');
        let (http2, ipv6, tls) = (reach.has_http2, reach.has_ipv6, reach.tls == Some("1.3"));
        format!(
            "# Écrit par `grappe audit --live --record` : ce que l'hébergeur fait, vérifié ce jour-là.\n\
             address = \"{address}\"\ndate = {day}\ncaching = {caching}\ncompression = {compression}\n\
             http2 = {http2}\nipv6 = {ipv6}\ntls = {tls}\n"
        )
    }
}
