//! Bytes as a host sends them: plain, or compressed at the best quality, since it is done once.
//!
//! This module must not know what the bytes are of, nor where they go.

use std::io::Write as _;

use serde::Deserialize;

/// How a host sends what is text.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
pub enum Encoding {
    /// As it is.
    None,
    /// With gzip (RFC 1952), which every host and browser knows.
    #[default]
    Gzip,
    /// With Brotli (RFC 7932).
    Brotli,
}

impl Encoding {
    /// What a file of it ends with, after the name of the plain one; nothing for plain bytes.
    #[must_use]
    pub const fn extension(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Gzip => Some("gz"),
            Self::Brotli => Some("br"),
        }
    }

    /// The bytes in this encoding, at the best quality; the same bytes for the same bytes.
    #[must_use]
    pub fn encode(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::None => bytes.to_vec(),
            Self::Gzip => gzip(bytes),
            Self::Brotli => brotli(bytes),
        }
    }
}

/// Endings of the names of text, which is sent compressed: pictures and documents are compressed already.
pub const TEXT: [&str; 10] = ["html", "css", "js", "svg", "xml", "json", "csv", "txt", "ics", "md"];

/// Whether a file is of text, and is sent compressed.
#[must_use]
pub fn is_worth_it(file: &str) -> bool {
    file.rsplit_once('.').is_some_and(|(_, extension)| TEXT.contains(&extension))
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    // Writing to memory never fails.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = brotli::CompressorWriter::new(Vec::new(), 4096, BROTLI_QUALITY, BROTLI_WINDOW);
    let _ = encoder.write_all(bytes);
    encoder.into_inner()
}

/// The best that Brotli has.
const BROTLI_QUALITY: u32 = 11;

/// 2²² bytes, the most that browsers must know.
const BROTLI_WINDOW: u32 = 22;

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn what_is_compressed_is_the_same_and_smaller() {
        let text = "Les pôles de compétitivité. ".repeat(200).into_bytes();
        let mut gunzipped = Vec::new();
        let gzip = Encoding::Gzip.encode(&text);
        flate2::read::GzDecoder::new(gzip.as_slice()).read_to_end(&mut gunzipped).expect("gzip");
        let mut unbrotlied = Vec::new();
        let brotli = Encoding::Brotli.encode(&text);
        brotli::Decompressor::new(brotli.as_slice(), 4096).read_to_end(&mut unbrotlied).expect("brotli");
        assert!(gunzipped == text && unbrotlied == text && Encoding::None.encode(&text) == text);
        assert!(gzip.len() < text.len() / 10 && brotli.len() < gzip.len());
        assert_eq!(Encoding::Gzip.encode(&text), gzip);
    }
}
