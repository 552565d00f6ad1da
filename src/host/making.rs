//! What is written for each route: the file itself, and in a release what was measured of it and its
//! compressed copies.

use crate::audit::{Audited, Auditor};
use crate::compression::{Encoding, is_worth_it};
use crate::measures::PageRecord;
use crate::output::{Artifact, Site};
use crate::plan::{Output, Route};
use crate::rule::PageFault;
use crate::theme::ThemeFault;

/// The encodings that a release writes beside each file of text.
const COPIES: [Encoding; 2] = [Encoding::Gzip, Encoding::Brotli];

/// How files are made.
#[derive(Clone, Copy)]
pub(super) enum Making<'a> {
    /// As they are.
    Plain(&'a Site),
    /// Measured, examined, with compressed copies.
    Release(&'a Site, &'a Auditor<'a>),
}

/// What was made for one route.
pub(super) struct Made {
    /// The file's artifact.
    pub(super) artifact: Artifact,
    /// What was found of a page.
    pub(super) found: Option<(PageRecord, Vec<PageFault>)>,
}

impl Making<'_> {
    /// The files of a route, below the output folder; known before anything is made.
    pub(super) fn files(&self, route: &Route) -> Vec<String> {
        let file = route.address.file();
        let copies = self.copies(&file).map(|encoding| copy(&file, encoding));
        let copies: Vec<String> = copies.collect();
        std::iter::once(file).chain(copies).collect()
    }

    /// The encodings in which a file is written beside itself.
    pub(super) fn copies(&self, file: &str) -> impl Iterator<Item = Encoding> {
        let has_copies = matches!(self, Self::Release(..)) && is_worth_it(file);
        COPIES.into_iter().filter(move |_| has_copies)
    }

    /// Bytes in an encoding.
    pub(super) fn encoded(&self, encoding: Encoding, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::Plain(_) => encoding.encode(bytes),
            Self::Release(_, auditor) => auditor.encoded(encoding, bytes),
        }
    }

    /// Makes a route.
    pub(super) fn make(&self, route: &Route) -> Result<Made, ThemeFault> {
        let (site, auditor) = match self {
            Self::Release(site, auditor) if matches!(route.output, Output::Page(..)) => (site, auditor),
            Self::Plain(site) | Self::Release(site, _) => {
                return Ok(Made { artifact: site.make(route)?, found: None });
            }
        };
        match auditor.page(site, route)? {
            Some(Audited { bytes, record, faults }) => {
                Ok(Made { artifact: Artifact::Bytes(bytes), found: Some((record, faults)) })
            }
            None => Ok(Made { artifact: site.make(route)?, found: None }),
        }
    }
}

/// The name of a compressed copy: `index.html.br`.
pub(super) fn copy(file: &str, encoding: Encoding) -> String {
    match encoding.extension() {
        Some(extension) => format!("{file}.{extension}"),
        None => file.to_owned(),
    }
}
