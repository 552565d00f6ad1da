//! What holds for any text.

use std::borrow::Cow;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::testing::{Piece, block, french, html};
use super::{Rules, escape, plain};

/// Pieces that rules care about, to be put together in any way.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    " ", " ", " ", " ", "  ", "\n", "\u{a0}", "\u{202f}",
    "\"", "\"", "\"", "'", "’", "«", "»", "(", ")", "-", "—", "/",
    ".", "...", "…", ",", "!", "?", ";", ":", "::", "://", "www",
    "1", "2", "12", "345", "678", "05", "30", "2'33\"",
    "1ère", "2ème", "1er", "XXIème", "Ier", "I", "X", "L", "mars",
    "h", "min", "km", "m", "€", "Md", "%", "°", "°C", "M.", "p.", "n°",
    "l", "qu", "été", "a", "e", "è", "&", "<", "=", "_", "+", "日",
];

/// Few pieces, so that quotes meet in all the ways they can.
const QUOTES: &[&str] = &["\"", "\"", "'", "«", "»", " ", "l", "1", "(", "..."];

fn text(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    vec(select(pieces), 0..24).prop_map(|pieces| pieces.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![text(PIECES), text(QUOTES), any::<String>()]
}

fn runs() -> impl Strategy<Value = Vec<(String, Rules)>> {
    let rules = select(&[Rules::French, Rules::None][..]);
    vec((any_text(), rules), 0..6)
}

/// The text that HTML stands for.
fn read(html: &str) -> String {
    let mut text = html.replace("<sup>", "").replace("</sup>", "");
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
        text = text.replace(entity, character);
    }
    text
}

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn running_twice_gives_the_same_as_running_once(text in any_text()) {
        let once = french(&text);
        prop_assert_eq!(french(&once), once);
    }

    #[test]
    fn a_text_is_borrowed_exactly_when_nothing_changes(text in any_text()) {
        let set = plain(&text, Rules::French);
        prop_assert_eq!(matches!(set, Cow::Borrowed(_)), set == text);
    }

    #[test]
    fn html_reads_as_the_plain_form(text in any_text()) {
        prop_assert_eq!(read(&html(&text)), french(&text));
    }

    #[test]
    fn each_run_has_its_html_and_those_without_rules_are_left(runs in runs()) {
        let runs: Vec<Piece<'_>> = runs.iter().map(|(text, rules)| (text.as_str(), *rules)).collect();
        let set = block(&runs);
        prop_assert_eq!(set.len(), runs.len());
        for (run, html) in runs.iter().zip(&set) {
            if run.1 == Rules::None {
                prop_assert_eq!(html, &escape(run.0));
            }
        }
    }
}
