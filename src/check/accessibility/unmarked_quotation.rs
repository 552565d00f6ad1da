//! Critère RGAA 9.4. Un paragraphe est tout entier entre guillemets sur plus d'une ligne, et la page ne dit
//! pas que c'est une citation.
//!
//! ## Pourquoi
//!
//! Un lecteur d'écran annonce où commence et où finit une citation ; les guillemets, il ne les lit pas
//! toujours.
//!
//! ## Exemple
//!
//! ```markdown
//! « Les pôles ont changé notre façon de travailler : nous partageons des machines, des équipes et des projets. »
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! > Les pôles ont changé notre façon de travailler : nous partageons des machines, des équipes et des projets.
//! ```
//! ---
//! RGAA criterion 9.4. A paragraph is between quotation marks from end to end, on more than a line, and the
//! page does not say that it is a quotation.
//!
//! ## Why it matters
//!
//! A screen reader says where a quotation begins and ends; it does not always read the quotation marks.
//!
//! ## Example
//!
//! ```markdown
//! “The clusters changed the way that we work: we now share machines, teams and projects, every day of the year.”
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! > The clusters changed the way that we work: we now share machines, teams and projects, every day of the year.
//! ```

use crate::diagnostic::Severity;
use crate::html::tree::{Content, Element};
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "unmarked-quotation",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("citation non signalée", "quotation not marked"),
    source: include_str!("unmarked_quotation.rs"),
    run: Run::Page { criteria: &["9.4"], run },
};

/// A quotation of fewer letters is within the line, where nothing tells it surely.
const SHORTEST: usize = 90;

/// How quotations open, and how they close.
const MARKS: [(char, char); 2] = [('«', '»'), ('“', '”')];

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    for paragraph in page.tree.named("p").filter(|paragraph| is_quotation(*paragraph)) {
        let message = wording!(
            "ce paragraphe est une citation, et la page ne le dit pas",
            "this paragraph is a quotation, and the page does not say so",
        );
        let hint = wording!(
            "dans un texte, écrivez `> ` devant, et ôtez les guillemets ; dans un gabarit, `<blockquote>`",
            "in a text, write `> ` in front and take the quotation marks out; in a template, `<blockquote>`",
        );
        report.push(report.at(&page.record.address, paragraph, message).hint(hint));
    }
}

fn is_quotation(paragraph: Element<'_>) -> bool {
    let Some(Content::Text(first)) = paragraph.content().next() else { return false };
    let opening = first.trim_start().chars().next();
    let Some((open, close)) = MARKS.into_iter().find(|(open, _)| Some(*open) == opening) else {
        return false;
    };
    let text = paragraph.text();
    let text = text.trim();
    text.chars().count() >= SHORTEST
        && is_wholly_between(text, open, close)
        && !paragraph.is_within("blockquote")
}

/// Whether the mark that opens a text is closed by the one that ends it.
fn is_wholly_between(text: &str, open: char, close: char) -> bool {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        if letter == open {
            depth += 1;
        } else if letter == close {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return at + close.len_utf8() == text.len();
            }
        }
    }
    false
}
