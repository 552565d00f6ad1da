//! Assertions that the tests of the rules share.

use std::borrow::Cow;

use super::{Block, Rules, Run, escape, plain};

/// A run with its text.
pub(super) type Piece<'a> = (&'a str, Rules);

/// The HTML of each run of a block.
pub(super) fn block(pieces: &[Piece<'_>]) -> Vec<String> {
    let text: String = pieces.iter().map(|(text, _)| *text).collect();
    let runs = || pieces.iter().map(|(text, rules)| Run { length: text.len(), rules: *rules });
    let mut block = Block::new(&text, runs());
    let write = |run| {
        let mut out = String::new();
        block.write(run, &mut out);
        out
    };
    runs().map(write).collect()
}

/// A text whose no-break spaces are written as in the reference: `⌇` narrow, `⍽` wide.
pub(super) fn spaces(text: &str) -> String {
    text.replace('⌇', "\u{202f}").replace('⍽', "\u{a0}")
}

/// A French text, typeset.
pub(super) fn french(text: &str) -> String {
    plain(text, Rules::French).into_owned()
}

/// The HTML of a French block without inline tags.
pub(super) fn html(text: &str) -> String {
    block(&[(text, Rules::French)]).concat()
}

/// Each text typed is typeset so, in both forms, and stays so.
#[track_caller]
pub(super) fn assert_set(cases: &[(&str, &str)]) {
    for (typed, set) in cases {
        let set = spaces(set);
        assert_eq!(french(typed), set, "typed {typed:?}");
        assert_eq!(french(&set), set, "typeset again");
        assert_eq!(html(typed), escape(&set), "typed {typed:?}, in HTML");
    }
}

/// Each text typed has this HTML, and this plain form, which stays so.
#[track_caller]
pub(super) fn assert_raised(cases: &[(&str, &str, &str)]) {
    for (typed, raised, set) in cases {
        let set = spaces(set);
        assert_eq!(html(typed), spaces(raised), "typed {typed:?}, in HTML");
        assert_eq!(french(typed), set, "typed {typed:?}");
        assert_eq!(french(&set), set, "typeset again");
    }
}

/// Each text stays as it is, and is not even copied.
#[track_caller]
pub(super) fn assert_unchanged(texts: &[&str]) {
    for text in texts {
        let text = spaces(text);
        let set = plain(&text, Rules::French);
        assert_eq!(set, text);
        assert!(matches!(set, Cow::Borrowed(_)), "{text:?} was copied");
        assert_eq!(html(&text), escape(&text), "in HTML");
    }
}
