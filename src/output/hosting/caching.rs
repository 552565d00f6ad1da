//! How long browsers may keep each class of files, and who may show or read it elsewhere.
//!
//! Pages, feeds, data and the index of search keep their addresses and change: a browser asks each time
//! whether they did, which costs no bytes where they did not. Files of the theme have a hash of their bytes
//! in their names: they never change. Files of the content keep the names that their writers gave, because
//! others link to them: a day is what a mended picture may take to reach everyone.

use super::Header;
use crate::plan::{Address, CALENDAR_FILE, MEDIA};
use crate::theme::ASSETS;

const REVALIDATED: &str = "no-cache";
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const A_DAY: &str = "public, max-age=86400, must-revalidate";

/// Files that are treated alike.
#[derive(Debug)]
pub(super) struct Class {
    /// Which files.
    pub(super) patterns: Vec<Pattern>,
    /// Their headers.
    pub(super) headers: Vec<Header>,
}

/// Some addresses.
#[derive(Debug)]
pub(super) enum Pattern {
    /// Those that begin so.
    Below(Address),
    /// Those that end so.
    Ending(&'static str),
    /// One alone.
    Exactly(Address),
}

/// The classes, the first of which decides: files of the theme, of the content, and what programs of others
/// read from their pages, in folders or at addresses of its own.
pub(super) fn classes(folders: Vec<Address>, addresses: Vec<Address>) -> Vec<Class> {
    let below = |folder| vec![Pattern::Below(Address::new(folder))];
    let mut for_programs: Vec<Pattern> = folders.into_iter().map(Pattern::Below).collect();
    for_programs.extend(addresses.into_iter().map(Pattern::Exactly));
    for_programs.push(Pattern::Ending(CALENDAR_FILE));
    vec![
        Class { patterns: below(ASSETS), headers: headers(FOR_EVER, Use::Here) },
        Class { patterns: below(MEDIA), headers: headers(A_DAY, Use::Shown) },
        Class { patterns: for_programs, headers: headers(REVALIDATED, Use::Read) },
    ]
}

/// Headers of all other files.
pub(super) fn others() -> Vec<Header> {
    headers(REVALIDATED, Use::Here)
}

/// What pages of other sites may do with a file.
#[derive(Clone, Copy)]
enum Use {
    /// Nothing.
    Here,
    /// Show it: pictures of articles.
    Shown,
    /// Read it too: feeds, calendars, open data.
    Read,
}

fn headers(lifetime: &str, by_others: Use) -> Vec<Header> {
    let resource = if matches!(by_others, Use::Here) { "same-origin" } else { "cross-origin" };
    let mut headers =
        vec![("Cache-Control", lifetime.to_owned()), ("Cross-Origin-Resource-Policy", resource.to_owned())];
    if matches!(by_others, Use::Read) {
        headers.push(("Access-Control-Allow-Origin", "*".to_owned()));
    }
    headers
}
