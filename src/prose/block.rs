//! The runs of a block, typeset together so that quotes and spaces pair across inline tags.

use super::Part;
use crate::typography::{Rules, Run, block as typeset};

/// What a block holds so far.
pub(super) struct Block<H> {
    pieces: Vec<Piece<H>>,
}

enum Piece<H> {
    Text(String, Rules),
    Markup(String),
    Hole(H),
}

impl<H> Default for Block<H> {
    fn default() -> Self {
        Self { pieces: Vec::new() }
    }
}

impl<H> Block<H> {
    /// Adds words.
    pub(super) fn text(&mut self, text: &str, rules: Rules) {
        if text.is_empty() {
            return;
        }
        match self.pieces.last_mut() {
            Some(Piece::Text(last, last_rules)) if *last_rules == rules => last.push_str(text),
            _ => self.pieces.push(Piece::Text(text.to_owned(), rules)),
        }
    }

    /// Adds a tag.
    pub(super) fn markup(&mut self, html: &str) {
        self.pieces.push(Piece::Markup(html.to_owned()));
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
        let pieces = std::mem::take(&mut self.pieces);
        let runs: Vec<Run<'_>> = pieces.iter().filter_map(run).collect();
        let mut texts = typeset(&runs).into_iter();
        for piece in pieces {
            match piece {
                Piece::Text(..) => push_html(out, &texts.next().unwrap_or_default()),
                Piece::Markup(html) => push_html(out, &html),
                Piece::Hole(hole) => out.push(Part::Hole(hole)),
            }
        }
    }
}

fn run<H>(piece: &Piece<H>) -> Option<Run<'_>> {
    match piece {
        Piece::Text(text, rules) => Some(Run { text, rules: *rules }),
        Piece::Markup(_) | Piece::Hole(_) => None,
    }
}

/// Adds HTML to the last part, if it is HTML.
pub(super) fn push_html<H>(out: &mut Vec<Part<H>>, html: &str) {
    match out.last_mut() {
        Some(Part::Html(last)) => last.push_str(html),
        _ => out.push(Part::Html(html.to_owned())),
    }
}
