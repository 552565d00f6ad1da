//! Critère RGAA 9.1. Dans une page, un titre saute un niveau : `<h3>` vient après `<h1>`. Les titres d'un
//! texte sont l'affaire de la règle `heading-jump`.
//!
//! ## Pourquoi
//!
//! Beaucoup de personnes aveugles parcourent une page de titre en titre. Un niveau absent leur fait croire
//! qu'elles ont manqué une partie.
//!
//! ## Exemple
//!
//! ```html
//! <h1>Les pôles</h1>
//! <h3>En Bretagne</h3>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <h1>Les pôles</h1>
//! <h2>En Bretagne</h2>
//! ```
//! ---
//! RGAA criterion 9.1. In a page a heading leaves a level out: `<h3>` comes after `<h1>`. The headings of a
//! text are the business of the rule `heading-jump`.
//!
//! ## Why it matters
//!
//! Many blind people go through a page from heading to heading. A level that is not there makes them
//! believe that they missed a part.
//!
//! ## Example
//!
//! ```html
//! <h1>The clusters</h1>
//! <h3>In Brittany</h3>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <h1>The clusters</h1>
//! <h2>In Brittany</h2>
//! ```

use super::{HEADINGS, heading_level};
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::both;
use crate::plan::Subject;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "skipped-heading-level",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("niveau de titre sauté dans la page", "heading level left out in the page"),
    source: include_str!("skipped_heading_level.rs"),
    run: Run::Page { criteria: &["9.1"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let mut before = None;
    for (heading, level) in page.tree.select(&HEADINGS, &[]).filter_map(|it| Some((it, heading_level(it)?))) {
        // Whether the first heading is the main one is another rule's business.
        let wanted = before.map_or(level, |before| before + 1);
        before = Some(level);
        if level <= wanted || is_told(page, heading) {
            continue;
        }
        let message = wording!(
            "ce titre saute un niveau : `<h{level}>` au lieu de `<h{wanted}>`",
            "this heading leaves a level out: `<h{level}>` in place of `<h{wanted}>`",
        );
        let hint = wording!("dans le gabarit, écrivez `<h{wanted}>`", "in the template, write `<h{wanted}>`");
        report.push(report.at(&page.record.address, heading, message).hint(hint));
    }
}

/// Whether a heading is of a text, in which it jumps too: `heading-jump` tells it there.
fn is_told(page: &RenderedPage<'_>, heading: Element<'_>) -> bool {
    let (Subject::Entity(id), Some(anchor)) = (page.subject, heading.get("id")) else { return false };
    let documents = page.federation.entity(*id).documents();
    documents.filter_map(|document| document.text()).any(|body| {
        let befores = std::iter::once(1).chain(body.outline.iter().map(|it| it.level));
        let mut headings = body.outline.iter().zip(befores);
        headings.any(|(it, before)| it.anchor == anchor && it.level > before + 1)
    })
}
