//! What several rules of the group look at: pictures, wherever they are shown or described.

use std::sync::Arc;

use crate::model::{Federation, Resolution};
use crate::parse::{Document, Record, Value, destination, is_picture};
use crate::source::{FilePath, Span};

/// A picture that an entry or a text shows.
pub(super) struct Shown<'a> {
    /// The file that shows it.
    pub document: &'a Document,
    /// Where its file is named there.
    pub span: Span,
    /// Its file or address, as written.
    pub written: &'a str,
    /// Its file; nothing for one elsewhere on the web.
    pub file: Option<FilePath>,
    /// What the text gives as its words, or the entry as its keys.
    pub said: Said<'a>,
}

/// What is said of a picture where it is shown.
pub(super) enum Said<'a> {
    /// The words between `![` and `]`.
    InText(&'a str),
    /// The keys below `image` or `images`.
    InKeys(&'a Record),
    /// The keys of the video whose still it is: the title says what it shows.
    OfVideo(&'a Record),
}

/// Every picture shown, in the order of the files; those that are not there are told elsewhere.
pub(super) fn each_shown(federation: &Federation) -> impl Iterator<Item = Shown<'_>> {
    let documents = federation.all().flat_map(|(_, entity)| entity.documents());
    documents.flat_map(|document| in_keys(federation, document).chain(in_texts(federation, document)))
}

fn in_keys<'a>(federation: &'a Federation, document: &'a Document) -> impl Iterator<Item = Shown<'a>> {
    keyed(document).filter_map(|(key, said)| {
        let (Said::InKeys(record) | Said::OfVideo(record)) = said else { return None };
        let named = record.get(key)?;
        let Value::Text(path) = &named.value else { return None };
        let file = Some(find(federation, document, path)?);
        Some(Shown { document, span: named.span, written: path, file, said })
    })
}

/// The records of pictures, each with the key that names its file.
fn keyed(document: &Document) -> impl Iterator<Item = (&'static str, Said<'_>)> {
    let pictures = document.pictures().map(|record| ("file", Said::InKeys(record)));
    pictures.chain(document.videos().map(|record| ("still", Said::OfVideo(record))))
}

fn in_texts<'a>(federation: &'a Federation, document: &'a Document) -> impl Iterator<Item = Shown<'a>> {
    let bodies = document.body.iter().chain(description(document));
    bodies.flat_map(|body| &body.pictures).filter_map(|picture| {
        let file = match destination(&picture.destination).target() {
            Some(_) => Some(find(federation, document, &picture.destination)?),
            None => None,
        };
        let (span, written) = (picture.span, &*picture.destination);
        Some(Shown { document, span, written, file, said: Said::InText(&picture.alt) })
    })
}

fn description(document: &Document) -> Option<&Arc<crate::parse::Body>> {
    match &document.record.get("description")?.value {
        Value::Markdown(body) => Some(body),
        _ => None,
    }
}

fn find(federation: &Federation, document: &Document, path: &str) -> Option<FilePath> {
    match federation.resolve(document, &destination(path).target()?) {
        Resolution::Asset(file) => Some(file),
        _ => None,
    }
}

impl Shown<'_> {
    /// Its own words here, with their place.
    pub fn alt(&self) -> Option<(&str, Span)> {
        match self.said {
            Said::InText(alt) => Some((alt, self.span)),
            Said::InKeys(record) => match &record.get("alt")?.value {
                Value::Text(alt) => Some((alt, record.span("alt")?)),
                _ => None,
            },
            Said::OfVideo(_) => None,
        }
    }

    /// The keys that say something of it: here, then in the file beside it.
    pub fn records<'a>(&'a self, federation: &'a Federation) -> impl Iterator<Item = &'a Record> {
        let here = match self.said {
            Said::InKeys(record) | Said::OfVideo(record) => Some(record),
            Said::InText(_) => None,
        };
        let beside = self.file.as_ref().and_then(|file| federation.picture(file));
        here.into_iter().chain(beside.map(|document| &document.record))
    }

    /// Whether what is said of it cannot be read in full: nobody knows what is missing.
    pub fn is_partly_unread(&self, federation: &Federation) -> bool {
        let beside = self.file.as_ref().and_then(|file| federation.picture(file));
        let keys: &[&str] = match self.said {
            Said::InText(_) => &[],
            Said::InKeys(_) => &["image", "images"],
            Said::OfVideo(_) => &["videos"],
        };
        let mut keys = keys.iter().filter_map(|key| self.document.record.span(key));
        let faults = &self.document.faults;
        let is_within = |span: Span| {
            faults.iter().any(|fault| span.start <= fault.span.start && fault.span.end <= span.end)
        };
        beside.is_some_and(|document| !document.faults.is_empty()) || keys.any(is_within)
    }
}

/// Whether words say something.
pub(super) fn is_filled(words: &str) -> bool {
    !words.trim().is_empty()
}

/// The words of a key that say something.
pub(super) fn filled<'a>(record: &'a Record, key: &str) -> Option<&'a str> {
    match &record.get(key)?.value {
        Value::Text(words) if is_filled(words) => Some(words),
        _ => None,
    }
}

/// Whether words that stand in for a picture are the name of a file; `file` is that of the picture's own.
pub(super) fn is_file_name(alt: &str, file: Option<&str>) -> bool {
    is_picture(alt) || is_camera_name(alt) || file.is_some_and(|file| is_stem(alt, file))
}

/// What cameras and telephones put in front of their numbers.
const CAMERAS: [&str; 10] = ["DCIM", "DJI", "DSC", "DSCF", "DSCN", "GOPR", "IMG", "MVI", "PXL", "Screenshot"];

/// `IMG_2034`, `DSC01234`, `PXL_20260101_120000`: a camera's word, then digits alone.
fn is_camera_name(alt: &str) -> bool {
    let word = alt.trim_end_matches(|sign: char| sign.is_ascii_digit() || "_-".contains(sign));
    let has_number = alt.bytes().any(|byte| byte.is_ascii_digit());
    has_number && CAMERAS.iter().any(|camera| camera.eq_ignore_ascii_case(word))
}

/// Whether words are the name of the file rather than a name that the file was given: `TES` may be
/// what the logo `TES.png` shows.
fn is_stem(alt: &str, file: &str) -> bool {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    alt == stem && alt.contains(['-', '_'])
}
