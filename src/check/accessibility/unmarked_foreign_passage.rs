//! Critère RGAA 8.7. Un passage est écrit dans un autre alphabet que la page, et la page ne dit pas dans
//! quelle langue il est. Un passage étranger dans le même alphabet ne se reconnaît pas sûrement : c'est au
//! rédacteur d'y penser.
//!
//! ## Pourquoi
//!
//! Un lecteur d'écran saute les lettres que la langue de la page n'a pas, ou les épelle une à une.
//!
//! ## Exemple
//!
//! ```markdown
//! La charte se dit « Хартия » à Sofia.
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! La charte se dit « [Хартия]{lang=bg} » à Sofia.
//! ```
//! ---
//! RGAA criterion 8.7. A passage is written in another alphabet than the page, and the page does not say
//! which language it is in. A foreign passage in the same alphabet cannot be told surely: its writer must
//! think of it.
//!
//! ## Why it matters
//!
//! A screen reader leaves out letters that the language of the page has not, or spells them one by one.
//!
//! ## Example
//!
//! ```markdown
//! The charter is called "Хартия" in Sofia.
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! The charter is called "[Хартия]{lang=bg}" in Sofia.
//! ```

use super::DEEPEST;
use crate::diagnostic::Severity;
use crate::html::tree::{Content, Element};
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "unmarked-foreign-passage",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("passage en langue étrangère non signalé", "foreign passage not marked"),
    source: include_str!("unmarked_foreign_passage.rs"),
    run: Run::Page { criteria: &["8.7"], run },
};

/// Alphabets and the first and last of their letters.
const ALPHABETS: [(u32, u32); 8] = [
    (0x370, 0x3FF),
    (0x400, 0x52F),
    (0x530, 0x5FF),
    (0x600, 0x77F),
    (0x900, 0x10FF),
    (0x1F00, 0x1FFF),
    (0x3040, 0x9FFF),
    (0xAC00, 0xD7AF),
];

/// How many letters in a row make a word: fewer are signs, as in formulas.
const SHORTEST: usize = 3;

/// The languages of these alphabets that pages most often say they are in, and those that say nothing.
const OTHER_ALPHABETS: &str = "am ar be bg bn ckb el fa grc gu he hi hy ja ka kk km kn ko ky lo mk ml mn mr my ne \
    pa ps ru sa sd si sr ta te tg th ti ug uk ur yi zh";

/// What no language is said of, or cannot be.
const APART: [&str; 6] = ["code", "pre", "script", "style", "textarea", "title"];

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    for element in page.tree.elements() {
        let has_foreign_word = element.content().any(|content| match content {
            Content::Text(text) => has_foreign_word(text),
            Content::Element(_) => false,
        });
        if has_foreign_word && !element.is_any(&APART) && !is_said(element) {
            let message = wording!(
                "ce passage est dans un autre alphabet, et la page ne dit pas dans quelle langue",
                "this passage is in another alphabet, and the page does not say which language it is in",
            );
            let hint = wording!(
                "dites sa langue : `[passage]{{lang=ru}}` dans un texte, `lang=\"ru\"` dans un gabarit",
                "say its language: `[passage]{{lang=ru}}` in a text, `lang=\"ru\"` in a template",
            );
            report.push(report.at(&page.record.address, element, message).hint(hint));
        }
    }
}

fn has_foreign_word(text: &str) -> bool {
    // Letters of these alphabets begin with such bytes, Latin ones with smaller; signs, from U+2000 on, with 0xE2.
    // Looking at all bytes of a text without stopping is faster than stopping at the first.
    if !text.bytes().fold(false, |found, byte| found | matches!(byte, 0xCD..=0xE1 | 0xE3..)) {
        return false;
    }
    let mut before = None;
    let mut length = 0;
    text.chars().any(|letter| {
        let alphabet = alphabet(letter);
        length = if alphabet.is_some() && alphabet == before { length + 1 } else { 1 };
        before = alphabet;
        alphabet.is_some() && length == SHORTEST
    })
}

fn alphabet(letter: char) -> Option<usize> {
    let code = u32::from(letter);
    let within = |(first, last): &(u32, u32)| (*first..=*last).contains(&code);
    ALPHABETS.iter().position(within).filter(|_| letter.is_alphabetic())
}

/// Whether the page says that what stands in an element is in another alphabet.
fn is_said(element: Element<'_>) -> bool {
    let mut around = std::iter::once(element).chain(element.ancestors().take(DEEPEST));
    let code = around.find_map(|it| it.get("lang")).unwrap_or("");
    let primary = code.split('-').next().unwrap_or("");
    OTHER_ALPHABETS.split(' ').any(|known| known.eq_ignore_ascii_case(primary)) || primary.len() == 3
}
