//! A text of a file: kept, or asked for again where it lies.
//!
//! Texts are the largest part of a site, and each is needed once more after it was read: when its page is made.

use std::borrow::Cow;
use std::sync::Arc;

use crate::world::{Passage, TextReader};

/// A text of a file.
#[derive(Clone, Debug)]
pub enum Text {
    /// In memory.
    Kept(Arc<str>),
    /// In its file alone: it is read again each time.
    InFile(Arc<InFile>),
}

/// Where a text is read again.
#[derive(Debug)]
pub struct InFile {
    texts: Arc<dyn TextReader>,
    passage: Passage,
}

impl Text {
    /// The words. A text that is no longer what it was is empty, and whoever has the world is
    /// [told](crate::world::World::changed_text).
    #[must_use]
    pub fn read(&self) -> Cow<'_, str> {
        match self {
            Self::Kept(text) => Cow::Borrowed(text),
            Self::InFile(place) => Cow::Owned(place.texts.read_again(&place.passage).unwrap_or_default()),
        }
    }

    /// How many bytes it has.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Kept(text) => text.len(),
            Self::InFile(place) => place.passage.span.range().len(),
        }
    }

    /// Whether it has no words at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The same text, which is in its file alone from now on.
    pub(super) fn left_in_file(
        &self,
        texts: &Arc<dyn TextReader>,
        passage: impl FnOnce(&str) -> Passage,
    ) -> Self {
        let passage = passage(&self.read());
        Self::InFile(Arc::new(InFile { texts: texts.clone(), passage }))
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.read() == other.read()
    }
}
