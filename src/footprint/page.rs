//! The elements of a page and the files that a browser asks for with it, from its tree alone.

use std::collections::BTreeMap;

use super::part::PartKind;
use crate::html::tree::{Element, Tree};

/// By which a script says how many elements it adds to the page as it loads, those it takes away deducted:
/// the method counts what a browser holds, and a tree does not run scripts.
const ADDED: &str = "data-adds";

/// The elements of a page, as a browser that runs scripts makes them; of drawings, the outermost alone.
pub(super) fn elements(tree: &Tree) -> usize {
    let drawings = tree.select(&["svg"], &[]).filter(|it| it.is_drawing() && !is_in_drawing(*it));
    let in_drawings: usize = drawings.map(|drawing| drawing.descendants().count()).sum();
    let written = tree.elements().count().saturating_sub(in_drawings);
    let added = tree.named("script").filter_map(|script| script.get(ADDED)?.parse::<isize>().ok());
    written.saturating_add_signed(added.sum())
}

fn is_in_drawing(element: Element<'_>) -> bool {
    element.ancestors().any(Element::is_drawing)
}

/// The files that a browser asks for as it shows a page, each once, by address.
pub(super) fn files(tree: &Tree) -> BTreeMap<String, PartKind> {
    let files = tree.select(&ASKING, &[]).filter_map(file);
    let files = files.map(|(address, kind)| (address.split('#').next().unwrap_or("").trim(), kind));
    files
        .filter(|(address, _)| !address.is_empty() && !address.starts_with("data:"))
        .map(|(address, kind)| (address.to_owned(), kind))
        .collect()
}

/// The elements that make a browser ask for a file.
const ASKING: [&str; 10] =
    ["audio", "embed", "iframe", "img", "link", "object", "script", "source", "track", "video"];

/// The file that an element makes a browser ask for.
fn file(element: Element<'_>) -> Option<(&str, PartKind)> {
    if !element.is_html() {
        return None;
    }
    let (address, kind) = match element.name() {
        "img" => (element.get("src"), PartKind::Image),
        "script" => (element.get("src"), PartKind::Script),
        "iframe" | "embed" => (element.get("src"), PartKind::Frame),
        "object" => (element.get("data"), PartKind::Frame),
        // Of the sources of a picture a browser asks for one, in place of the picture itself.
        "source" if element.parent().is_some_and(|parent| parent.is("picture")) => return None,
        "audio" | "track" | "source" => (element.get("src"), PartKind::Media),
        "video" => match element.get("src") {
            Some(film) => (Some(film), PartKind::Media),
            None => (element.get("poster"), PartKind::Image),
        },
        "link" => linked(element)?,
        _ => return None,
    };
    Some((address?, kind))
}

fn linked(link: Element<'_>) -> Option<(Option<&str>, PartKind)> {
    let asks = |rel: &str| link.has_word("rel", rel);
    let kind = match link.get("as") {
        _ if asks("stylesheet") => PartKind::Style,
        _ if asks("modulepreload") => PartKind::Script,
        _ if !asks("preload") => return None,
        Some("font") => PartKind::Font,
        Some("style") => PartKind::Style,
        Some("image") => PartKind::Image,
        Some("video" | "audio") => PartKind::Media,
        _ => PartKind::Script,
    };
    Some((link.get("href"), kind))
}
