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
pub struct Run<'a> {
    /// The text, neither escaped nor typeset.
    pub text: &'a str,
    /// [`Rules::None`] for code and foreign passages, which the rules around them still see.
    pub rules: Rules,
}

/// Typesets the runs of one block (a paragraph, a heading, a cell, a list item) together, so that
/// quotes and spaces pair across inline tags.
///
/// Gives, for each run, HTML: escaped, with ordinals as `<sup>`.
#[must_use]
pub fn block(runs: &[Run<'_>]) -> Vec<String> {
    let whole = joined(runs);
    let mut typesetter = Typesetter::new(&whole);
    let mut start = 0;
    for run in runs {
        let end = start + run.text.len();
        if run.rules == Rules::French {
            typesetter.read(start, end);
        }
        start = end;
    }
    let edits = typesetter.finish();

    let mut start = 0;
    runs.iter()
        .map(|run| {
            let from = start;
            start += run.text.len();
            match run.rules {
                Rules::French => edits.apply(run.text, from, Form::Html),
                Rules::None => escape(run.text).into_owned(),
            }
        })
        .collect()
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
    if edits.change(text) { Cow::Owned(edits.apply(text, 0, Form::Plain)) } else { Cow::Borrowed(text) }
}

/// The text of a block, as its reader sees it; copied only when it is cut in several runs.
fn joined<'a>(runs: &[Run<'a>]) -> Cow<'a, str> {
    match runs {
        [run] => Cow::Borrowed(run.text),
        _ => runs.iter().map(|run| run.text).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::testing::{assert_unchanged, spaces};
    use super::{Rules, Run, block, plain};

    fn prose(text: &str) -> Run<'_> {
        let rules = Rules::French;
        Run { text, rules }
    }

    fn code(text: &str) -> Run<'_> {
        let rules = Rules::None;
        Run { text, rules }
    }

    #[track_caller]
    fn assert_block(runs: &[Run<'_>], html: &[&str]) {
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
