//! The runs of a block, typeset together so that quotes and spaces pair across inline tags.

use super::Part;
use crate::typography::{Block as Typeset, Rules, Run};

/// What a block holds so far: its words and its tags each in one text, used again for the next block.
pub(super) struct Block<H> {
    words: String,
    tags: String,
    pieces: Vec<Piece<H>>,
}

enum Piece<H> {
    /// The next words.
    Text(Run),
    /// The next bytes of tags.
    Markup(usize),
    Hole(H),
}

impl<H> Default for Block<H> {
    fn default() -> Self {
        Self { words: String::new(), tags: String::new(), pieces: Vec::new() }
    }
}

impl<H> Block<H> {
    /// Adds words.
    pub(super) fn text(&mut self, text: &str, rules: Rules) {
        if text.is_empty() {
            return;
        }
        self.words.push_str(text);
        match self.pieces.last_mut() {
            Some(Piece::Text(last)) if last.rules == rules => last.length += text.len(),
            _ => self.pieces.push(Piece::Text(Run { length: text.len(), rules })),
        }
    }

    /// Adds a tag.
    pub(super) fn markup(&mut self, html: &str) {
        self.tags.push_str(html);
        match self.pieces.last_mut() {
            Some(Piece::Markup(length)) => *length += html.len(),
            _ => self.pieces.push(Piece::Markup(html.len())),
        }
    }

    /// Adds what the theme renders.
    pub(super) fn hole(&mut self, hole: H) {
        self.pieces.push(Piece::Hole(hole));
    }

    /// Typesets what there is and adds it to the output.
    pub(super) fn flush(&mut self, out: &mut Vec<Part<H>>) {
        if self.pieces.is_empty() {
            return;
        }
        let mut words = Typeset::new(&self.words, self.pieces.iter().filter_map(run));
        let mut tags = self.tags.as_str();
        for piece in self.pieces.drain(..) {
            match piece {
                Piece::Text(run) => write_html(out, |html| words.write(run, html)),
                Piece::Markup(length) => {
                    let (html, rest) = tags.split_at_checked(length).unwrap_or((tags, ""));
                    push_html(out, html);
                    tags = rest;
                }
                Piece::Hole(hole) => out.push(Part::Hole(hole)),
            }
        }
        self.words.clear();
        self.tags.clear();
    }
}

const fn run<H>(piece: &Piece<H>) -> Option<Run> {
    match piece {
        Piece::Text(run) => Some(*run),
        Piece::Markup(_) | Piece::Hole(_) => None,
    }
}

/// Adds HTML to the last part, if it is HTML.
pub(super) fn push_html<H>(out: &mut Vec<Part<H>>, html: &str) {
    write_html(out, |last| last.push_str(html));
}

/// Writes to the last part if it is HTML, or to a new one.
fn write_html<H>(out: &mut Vec<Part<H>>, write: impl FnOnce(&mut String)) {
    if let Some(Part::Html(last)) = out.last_mut() {
        return write(last);
    }
    let mut html = String::new();
    write(&mut html);
    out.push(Part::Html(html));
}
