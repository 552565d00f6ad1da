//! Critère RGAA 9.1. Un titre ne contient ni texte, ni image qui a un texte de remplacement.
//!
//! ## Pourquoi
//!
//! Dans la liste des titres d'un lecteur d'écran, la ligne est vide : on y va sans savoir ce qui suit.
//!
//! ## Exemple
//!
//! ```markdown
//! ##
//!
//! Le programme de la journée.
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! ## Le programme
//!
//! Le programme de la journée.
//! ```
//! ---
//! RGAA criterion 9.1. A heading holds neither text nor a picture with a text in its place.
//!
//! ## Why it matters
//!
//! In the list of headings of a screen reader the line is empty: one goes there without knowing what
//! follows.
//!
//! ## Example
//!
//! ```markdown
//! ##
//!
//! The programme of the day.
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! ## The programme
//!
//! The programme of the day.
//! ```

use super::{HEADINGS, heading_level};
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "empty-heading",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("titre vide", "empty heading"),
    source: include_str!("empty_heading.rs"),
    run: Run::Page { criteria: &["9.1"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let headings = page.tree.select(&HEADINGS, &[]).filter(|element| heading_level(*element).is_some());
    for heading in headings.filter(|heading| !has_name(*heading)) {
        let message = wording!("ce titre est vide", "this heading is empty");
        let hint = wording!(
            "écrivez de quoi parle ce qui suit, ou ôtez le titre",
            "write what the part below is about, or take the heading out",
        );
        report.push(report.at(&page.record.address, heading, message).hint(hint));
    }
}

fn has_name(heading: Element<'_>) -> bool {
    let is_filled = |value: &str| !value.trim().is_empty();
    let has_label = heading.get("aria-label").is_some_and(is_filled) || heading.has("aria-labelledby");
    let is_named =
        |it: Element<'_>| ["alt", "aria-label"].iter().any(|name| it.get(name).is_some_and(is_filled));
    has_label || heading.has_words() || heading.descendants().any(is_named)
}
