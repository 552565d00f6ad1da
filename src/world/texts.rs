//! Texts that are read again when they are needed again, so that nobody need keep them all.

use std::fmt;
use std::hash::{Hash as _, Hasher as _};

use rustc_hash::FxHasher;

use crate::source::{FilePath, Span};

/// A part of a file, as it was when it was first read.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The file.
    pub file: FilePath,
    /// Where in the file.
    pub span: Span,
    /// A hash of what stood there.
    print: u64,
}

impl Passage {
    /// A part of a file that holds a text.
    #[must_use]
    pub fn new(file: FilePath, span: Span, text: &str) -> Self {
        Self { file, span, print: print(text) }
    }

    /// Whether a text is what stood there, as far as a hash of 64 bits tells.
    #[must_use]
    pub fn held(&self, text: &str) -> bool {
        self.print == print(text)
    }
}

/// Who reads parts of files again.
pub trait TextReader: fmt::Debug + Send + Sync {
    /// What stands in a part of a file; nothing where that is not what stood there before, which is
    /// [told](super::World::changed_text) by the world.
    fn read_again(&self, passage: &Passage) -> Option<String>;
}

fn print(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    text.hash(&mut hasher);
    hasher.finish()
}
