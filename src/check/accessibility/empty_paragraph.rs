//! Critère RGAA 8.9. Un paragraphe ne contient rien, ou des espaces : il ne sert qu'à laisser du vide. Ceux
//! d'un texte ne sont pas faits : c'est un gabarit qui les écrit.
//!
//! ## Pourquoi
//!
//! Un lecteur d'écran s'y arrête et dit « vide », ou rien : on croit qu'une information manque.
//!
//! ## Exemple
//!
//! ```html
//! <p>Première partie.</p>
//! <p>&nbsp;</p>
//! <p>Seconde partie.</p>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <p>Première partie.</p>
//! <p>Seconde partie.</p>
//! ```
//! ---
//! RGAA criterion 8.9. A paragraph holds nothing, or spaces: it is there to leave room. Those of texts are
//! not made: it is a template that writes them.
//!
//! ## Why it matters
//!
//! A screen reader stops at it and says "blank", or nothing: one believes that something is missing.
//!
//! ## Example
//!
//! ```html
//! <p>First part.</p>
//! <p>&nbsp;</p>
//! <p>Second part.</p>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <p>First part.</p>
//! <p>Second part.</p>
//! ```

use super::malformed;
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "empty-paragraph",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("paragraphe vide", "empty paragraph"),
    source: include_str!("empty_paragraph.rs"),
    run: Run::Page { criteria: &["8.9"], run },
};

/// What is something for those who see no text.
const THINGS: [&str; 12] = [
    "audio", "button", "canvas", "embed", "iframe", "img", "input", "object", "select", "slot", "textarea",
    "video",
];

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    // A browser makes a paragraph of a `</p>` too many, which is told as such.
    if malformed(page.tree).next().is_some() {
        return;
    }
    for paragraph in page.tree.named("p").filter(|paragraph| is_empty(*paragraph)) {
        let message = wording!("ce paragraphe est vide", "this paragraph is empty");
        let hint = wording!(
            "ôtez-le ; le vide entre les parties est l'affaire de la feuille de style",
            "take it out; the room between parts is the style sheet's business",
        );
        report.push(report.at(&page.record.address, paragraph, message).hint(hint));
    }
}

/// Whether a paragraph says nothing, and is no place that a script fills.
fn is_empty(paragraph: Element<'_>) -> bool {
    let is_filled_later = ["id", "role", "aria-live", "hidden"].iter().any(|name| paragraph.has(name));
    let has_thing = || paragraph.descendants().any(|it| it.is_drawing() || it.is_any(&THINGS));
    !paragraph.has_words() && !is_filled_later && !has_thing()
}
