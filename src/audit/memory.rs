//! What was worked out before, by a hash of what it was worked out from.

use crate::compression::Encoding;

/// What something was worked out from, as a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key([u8; 32]);

impl Key {
    /// The key of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// The key of this and more bytes.
    #[must_use]
    pub fn and(self, bytes: &[u8]) -> Self {
        Self(*blake3::keyed_hash(&self.0, bytes).as_bytes())
    }

    /// As a name of 64 small letters and digits.
    #[must_use]
    pub fn name(self) -> String {
        blake3::Hash::from_bytes(self.0).to_hex().to_string()
    }
}

/// Where what was worked out is kept. It may forget: everything is then worked out again.
pub trait Memory: Sync {
    /// What was remembered under a key.
    fn recall(&self, key: Key) -> Option<Vec<u8>>;

    /// Remembers.
    fn remember(&self, key: Key, value: &[u8]);
}

/// Remembers nothing.
pub struct NoMemory;

impl Memory for NoMemory {
    fn recall(&self, _: Key) -> Option<Vec<u8>> {
        None
    }

    fn remember(&self, _: Key, _: &[u8]) {}
}

/// Changes whenever the same bytes would be encoded into others.
const ENCODINGS: &[u8] = b"gzip 9 zlib-rs 0.6, brotli 11 22 8.0";

/// Bytes in an encoding, worked out once.
pub(super) fn encoded(memory: &dyn Memory, encoding: Encoding, bytes: &[u8]) -> Vec<u8> {
    let Some(extension) = encoding.extension() else { return bytes.to_vec() };
    let key = Key::of(ENCODINGS).and(extension.as_bytes()).and(bytes);
    if let Some(known) = memory.recall(key) {
        return known;
    }
    let encoded = encoding.encode(bytes);
    memory.remember(key, &encoded);
    encoded
}
