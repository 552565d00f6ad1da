//! What is sent: limits, caches, compression, fonts, documents, what is of no use.

use std::collections::BTreeSet;

use super::{Finding, Verdict};
use crate::budget::Limit;
use crate::ecodesign::evidence::{Evidence, Figure};
use crate::ecodesign::grounds::Grounds;
use crate::ecodesign::verification::Verification;
use crate::footprint::PartKind;
use crate::measures::{FileRecord, PageRecord};

/// From how many bytes on a file is a heavy one. The standard gives no figure; this is ours.
const HEAVY: u64 = 1_000_000;

/// Ten terabytes: below, the standard asks for no more.
const MUCH: u64 = 10_000_000_000_000;

/// How many families of fonts a site may bring.
const MOST_FAMILIES: usize = 2;

/// How many files of fonts a site may bring.
const MOST_FONTS: usize = 4;

pub(super) fn budgets(grounds: &Grounds<'_>) -> Finding {
    let limits = [Limit::Bytes, Limit::FirstView, Limit::Requests];
    if let Some(page) = grounds.beyond(&limits).first() {
        return (Verdict::NotValidated, Evidence::new("over_budget").words("page", &page.address));
    }
    let Some(heaviest) = grounds.measures.heaviest() else {
        return (Verdict::NotValidated, grounds.pages("nothing_measured"));
    };
    let budget = grounds.config.budgets.of_page(heaviest.kind, &heaviest.footprint);
    let most = grounds.measures.pages.iter().map(|page| page.footprint.requests()).max().unwrap_or(0);
    let evidence = grounds
        .pages("budgets")
        .words("page", &heaviest.address)
        .with("bytes", Figure::Bytes(heaviest.footprint.sent()))
        .with("allowed", Figure::Bytes(budget.bytes))
        .with("requests", Figure::Number(most));
    (Verdict::Validated, evidence)
}

/// What holds only once the live host was seen to do it.
fn at_host(grounds: &Grounds<'_>, does: impl Fn(&Verification) -> bool, keys: [&'static str; 3]) -> Finding {
    let [yes, no, unknown] = keys;
    let Some(verification) = grounds.verification else {
        return (Verdict::NotValidated, Evidence::new(unknown));
    };
    let (verdict, key) =
        if does(verification) { (Verdict::Validated, yes) } else { (Verdict::NotValidated, no) };
    (verdict, Evidence::new(key).with("date", Figure::Date(verification.date)))
}

pub(super) fn caching(grounds: &Grounds<'_>) -> Finding {
    at_host(grounds, |host| host.caching, ["cached", "not_cached", "caching_unverified"])
}

pub(super) fn compression(grounds: &Grounds<'_>) -> Finding {
    at_host(grounds, |host| host.compression, ["compressed", "not_compressed", "compression_unverified"])
}

pub(super) fn fonts(grounds: &Grounds<'_>) -> Finding {
    let Some(styles) = grounds.styles() else {
        return (Verdict::NotValidated, Evidence::new("unread_style"));
    };
    let fonts: Vec<&String> = styles.iter().flat_map(|(_, style)| &style.fonts).collect();
    let files = fonts.len().max(grounds.addresses(PartKind::Font).len());
    if files == 0 {
        return (Verdict::Validated, grounds.pages("no_font"));
    }
    let families = fonts.iter().collect::<BTreeSet<_>>().len();
    let is_met = families <= MOST_FAMILIES && files <= MOST_FONTS;
    let evidence = Evidence::new("fonts").with("families", Figure::Number(families));
    let verdict = if is_met { Verdict::Validated } else { Verdict::NotValidated };
    (verdict, evidence.with("files", Figure::Number(files)))
}

/// The heaviest of the site's own documents that pages link to; what cannot be weighed is the heaviest.
fn heaviest_document<'a>(grounds: &Grounds<'a>) -> Option<(&'a str, u64)> {
    let weigh = |address: &'a str| (address, grounds.file(address).map_or(u64::MAX, |file| file.size.bytes));
    grounds.documents().into_iter().map(weigh).max_by_key(|(_, bytes)| *bytes)
}

fn documents_words(grounds: &Grounds<'_>, key: &'static str, (address, bytes): (&str, u64)) -> Evidence {
    Evidence::new(key)
        .with("files", Figure::Count("ecodesign.files", grounds.documents().len()))
        .words("file", address)
        .with("bytes", Figure::Bytes(bytes))
}

fn unweighed(address: &str) -> Evidence {
    Evidence::new("unread_document").words("file", address)
}

pub(super) fn heavy_files(grounds: &Grounds<'_>) -> Finding {
    if let Some(page) = grounds.page(|page| page.scan.films + page.scan.sounds > 0) {
        return (Verdict::Editor, Evidence::new("film").words("page", &page.address));
    }
    match heaviest_document(grounds) {
        None => (Verdict::Validated, grounds.pages("no_heavy_file")),
        Some((address, u64::MAX)) => (Verdict::Editor, unweighed(address)),
        Some(heaviest) if heaviest.1 > HEAVY => {
            (Verdict::Editor, documents_words(grounds, "heavy_file", heaviest))
        }
        Some(heaviest) => (Verdict::Validated, documents_words(grounds, "light_files", heaviest)),
    }
}

pub(super) fn documents(grounds: &Grounds<'_>) -> Finding {
    match heaviest_document(grounds) {
        None => (Verdict::NotApplicable, grounds.pages("no_document")),
        Some((address, u64::MAX)) => (Verdict::Editor, unweighed(address)),
        Some(heaviest) if heaviest.1 > HEAVY => {
            (Verdict::NotValidated, documents_words(grounds, "heavy_file", heaviest))
        }
        Some(heaviest) => (Verdict::Editor, documents_words(grounds, "documents", heaviest)),
    }
}

pub(super) fn unused(grounds: &Grounds<'_>) -> Finding {
    if let Some(page) = grounds.page(|page| page.scan.speculations > 0) {
        return (Verdict::NotValidated, Evidence::new("speculation").words("page", &page.address));
    }
    let asked = [PartKind::Style, PartKind::Script, PartKind::Image, PartKind::Font];
    let asked: BTreeSet<&str> = asked.into_iter().flat_map(|kind| grounds.addresses(kind)).collect();
    let is_code = |file: &&FileRecord| file.style.is_some() || file.script.is_some();
    let mut own = grounds.measures.files.iter().filter(|file| file.is_of_theme).filter(is_code);
    if let Some(file) = own.find(|file| !asked.contains(file.address.as_str())) {
        return (Verdict::NotValidated, Evidence::new("unasked_file").words("file", &file.address));
    }
    (Verdict::Editor, grounds.pages("all_asked"))
}

pub(super) fn volume(grounds: &Grounds<'_>) -> Finding {
    let pages: u64 = grounds.measures.pages.iter().map(own_bytes).sum();
    let files: u64 = grounds.measures.files.iter().map(|file| file.size.bytes).sum();
    let bytes = pages + files;
    let verdict = if bytes < MUCH { Verdict::NotApplicable } else { Verdict::Editor };
    (verdict, grounds.pages("volume").with("bytes", Figure::Bytes(bytes)))
}

/// The bytes of a page without the files that it asks for.
fn own_bytes(page: &PageRecord) -> u64 {
    page.footprint.bytes_of(PartKind::Page)
}
