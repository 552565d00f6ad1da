//! French typography, applied to text at render: what is typed with the keys at hand (`"l'été !"`,
//! `1ère`, `50 €`) becomes what is printed, with guillemets, apostrophes, ellipses, raised letters
//! and spaces that do not break.
//!
//! A block is read once, left to right. The few characters that can call for a change are looked up
//! in a table, each sends to a rule, and a rule notes edits; nothing is written before the whole
//! block is read, because a quote is known to open only when its partner closes it.
//!
//! Rules see a block as its reader does, without tags, and never undo what a writer already typed
//! well: doing the work twice gives the same as doing it once.
//!
//! This module must not know about files, Markdown or the model: it is given text and gives text.

mod edits;
mod escape;
mod numbers;
mod ordinals;
#[cfg(test)]
mod properties;
mod punctuation;
mod quotes;
#[cfg(test)]
mod testing;
mod text;
mod typesetter;
mod units;

use std::borrow::Cow;

pub use escape::escape;

use edits::Form;
use typesetter::Typesetter;

/// A language of a text, as far as typography knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// The usage of the Imprimerie nationale.
    French,
    /// No rules: the text stays as it is.
    None,
}

impl Rules {
    /// The rules for a language tag: `fr` and its regions (`fr-CA`) are French, others have none.
    #[must_use]
    pub fn for_language(tag: &str) -> Self {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("fr") { Self::French } else { Self::None }
    }
}

/// A run of a block's text: what stands between two tags.
///
/// A forced line break is best told as a run of its own, `"\n"` without rules, so that the words
/// on its two sides do not look like one.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// How many bytes of the block's text it has, after those of the runs before.
    pub length: usize,
    /// [`Rules::None`] for code and foreign passages, which the rules around them still see.
    pub rules: Rules,
}

/// A block (a paragraph, a heading, a cell, a list item) whose runs were typeset together, so that
/// quotes and spaces pair across inline tags.
pub struct Block<'a> {
    text: &'a str,
    edits: edits::Edits,
    written: usize,
}

impl<'a> Block<'a> {
    /// Typesets a text, neither escaped nor typeset, that is made of runs.
    pub fn new(text: &'a str, runs: impl IntoIterator<Item = Run>) -> Self {
        let mut typesetter = Typesetter::new(text);
        let mut start = 0;
        for run in runs {
            let end = start + run.length;
            if run.rules == Rules::French {
                typesetter.read(start, end);
            }
            start = end;
        }
        Self { text, edits: typesetter.finish(), written: 0 }
    }

    /// Writes the next run as HTML: escaped, with ordinals as `<sup>`.
    pub fn write(&mut self, run: Run, out: &mut String) {
        let start = self.written;
        self.written += run.length;
        let text = self.text.get(start..self.written).unwrap_or_default();
        match run.rules {
            Rules::French => self.edits.apply(text, start, Form::Html, out),
            Rules::None => escape::escape_into(out, text),
        }
    }
}

/// Typesets a text that stands alone and is not HTML: a title, an attribute, a name.
///
/// Characters only: nothing is escaped and ordinals get no tag, `1ère` is `1re`.
#[must_use]
pub fn plain(text: &str, rules: Rules) -> Cow<'_, str> {
    if rules == Rules::None {
        return Cow::Borrowed(text);
    }
    let mut typesetter = Typesetter::new(text);
    typesetter.read(0, text.len());
    let edits = typesetter.finish();
    if !edits.change(text) {
        return Cow::Borrowed(text);
    }
    let mut changed = String::new();
    edits.apply(text, 0, Form::Plain, &mut changed);
    Cow::Owned(changed)
}

#[cfg(test)]
mod tests {
    use super::testing::{Piece, assert_unchanged, block, spaces};
    use super::{Rules, plain};

    fn prose(text: &str) -> Piece<'_> {
        (text, Rules::French)
    }

    fn code(text: &str) -> Piece<'_> {
        (text, Rules::None)
    }

    #[track_caller]
    fn assert_block(runs: &[Piece<'_>], html: &[&str]) {
        let html: Vec<_> = html.iter().map(|run| spaces(run)).collect();
        assert_eq!(block(runs), html);
    }

    #[test]
    fn quotes_and_spaces_pair_across_inline_tags() {
        let strong = [prose("\""), prose("Fort !"), prose("\".")];
        assert_block(&strong, &["«⍽", "Fort⌇!", "⍽»."]);
        let emphasis = [prose("Note "), prose(": l'"), prose("été")];
        assert_block(&emphasis, &["Note⍽", ": l’", "été"]);
        let number = [prose("12"), prose(" 345 "), prose("km")];
        assert_block(&number, &["12", "⌇345⌇", "km"]);
        let guillemets = [prose("«"), prose("x"), prose("»")];
        assert_block(&guillemets, &["«⍽", "x", "⍽»"]);
    }

    #[test]
    fn code_and_foreign_passages_are_left_but_seen() {
        let elision = [prose("l'"), code("x...\"<a>\""), prose(" !")];
        assert_block(&elision, &["l’", "x...&quot;&lt;a&gt;&quot;", "⌇!"]);
        let quote = [prose("\""), code("It's \"so\" !"), prose("\" 3"), code(" km")];
        assert_block(&quote, &["«⍽", "It's &quot;so&quot; !", "⍽» 3", " km"]);
        assert_eq!(plain("l'été !", Rules::None), "l'été !");
    }

    #[test]
    fn a_forced_line_break_parts_words() {
        let lines = [prose("12"), code("\n"), prose("345 \"a\""), code("\n"), prose("\"b\"")];
        assert_block(&lines, &["12", "\n", "345 «⍽a⍽»", "\n", "«⍽b⍽»"]);
    }

    #[test]
    fn letters_that_a_tag_raises_already_are_not_raised_twice() {
        let ordinal = [prose("1"), prose("er"), prose(" mars")];
        assert_block(&ordinal, &["1", "er", "⍽mars"]);
    }

    #[test]
    fn what_a_tag_cuts_is_left() {
        assert_block(&[prose("et.."), prose(".")], &["et..", "."]);
        assert_block(&[], &[]);
        assert_block(&[prose("")], &[""]);
    }

    #[test]
    fn an_address_goes_on_across_tags() {
        assert_block(&[prose("www.a.fr/"), prose("l'a l'b")], &["www.a.fr/", "l'a l’b"]);
    }

    #[test]
    fn spaces_that_do_not_break_are_left() {
        assert_unchanged(&["Bonjour⍽!", "Note⌇: voir", "«⌇test⌇»", "50⌇€", "12⍽345"]);
        assert_unchanged(&["10⌇h⌇30", "M.⌇Dupont", "l’été…"]);
    }

    #[test]
    fn languages_have_their_rules() {
        for tag in ["fr", "fr-CA", "fr_FR", "FR"] {
            assert_eq!(Rules::for_language(tag), Rules::French);
        }
        for tag in ["en", "fry", "", "-fr"] {
            assert_eq!(Rules::for_language(tag), Rules::None);
        }
    }
}
