//! The texts of the files that diagnostics name, each read once, with where their lines begin.

use std::collections::BTreeMap;

use super::Diagnostic;
use crate::source::{FilePath, LineIndex, Place, Position, Source};
use crate::world::World;

/// The files' texts as they are now; empty where they cannot be read any more.
pub(super) struct Texts(BTreeMap<FilePath, String>);

impl Texts {
    pub(super) fn read(diagnostics: &[&Diagnostic], world: &dyn World) -> Self {
        let mut texts = BTreeMap::new();
        for diagnostic in diagnostics {
            let others = diagnostic.labels.iter().map(|label| &label.place.file);
            for file in others.chain([&diagnostic.place.file]) {
                if !texts.contains_key(file) {
                    texts.insert(file.clone(), text_of(world, file));
                }
            }
        }
        Self(texts)
    }
}

fn text_of(world: &dyn World, path: &FilePath) -> String {
    world.read(path).map(|bytes| Source::decode(path.clone(), bytes).text).unwrap_or_default()
}

/// The lines of the files' texts.
pub(super) struct Lines<'a>(BTreeMap<&'a FilePath, (&'a str, LineIndex<'a>)>);

impl<'a> Lines<'a> {
    pub(super) fn new(texts: &'a Texts) -> Self {
        let lines = |(file, text): (&'a FilePath, &'a String)| (file, (text.as_str(), LineIndex::new(text)));
        Self(texts.0.iter().map(lines).collect())
    }

    /// The text of a file.
    pub(super) fn text(&self, file: &FilePath) -> &'a str {
        self.0.get(file).map_or("", |(text, _)| text)
    }

    /// Where a place begins and ends.
    pub(super) fn positions(&self, place: &Place) -> (Position, Position) {
        let top = Position { line: 1, column: 1 };
        let lines = self.0.get(&place.file).map(|(_, index)| index);
        let position = |offset| lines.map_or(top, |index| index.position(offset));
        (position(place.span.start), position(place.span.end))
    }
}
