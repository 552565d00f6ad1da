//! Un titre saute un niveau : `####` vient après `##`, ou un texte commence par `###`. Remonter de plusieurs
//! niveaux est permis.
//!
//! ## Pourquoi
//!
//! Beaucoup de personnes aveugles parcourent une page de titre en titre. Un niveau absent leur fait croire
//! qu'elles ont manqué une partie (RGAA, critère 9.1).
//!
//! ## Exemple
//!
//! ```markdown
//! ## Le programme
//!
//! #### La matinée
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! ## Le programme
//!
//! ### La matinée
//! ```
//! ---
//! A heading leaves a level out: `####` comes after `##`, or a text begins with `###`. Going up by several
//! levels is allowed.
//!
//! ## Why it matters
//!
//! Many blind people go through a page from heading to heading. A level that is not there makes them believe
//! that they missed a part (RGAA, criterion 9.1).
//!
//! ## Example
//!
//! ```markdown
//! ## The programme
//!
//! #### The morning
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! ## The programme
//!
//! ### The morning
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::parse::Document;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "heading-jump",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("niveau de titre sauté", "heading level left out"),
    source: include_str!("heading_jump.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let documents = federation.all().flat_map(|(_, entity)| entity.documents());
    // The marks of an open merge make headings that nobody wrote.
    for document in documents.filter(|document| document.is_readable()) {
        headings(document, report);
    }
}

fn headings(document: &Document, report: &mut Report<'_>) {
    let Some(body) = document.text() else { return };
    // The title of the page is the only first level.
    let mut before = 1;
    for heading in &body.outline {
        if heading.level > before + 1 {
            let (written, wanted) = (mark(heading.level), mark(before + 1));
            let message = wording!(
                "ce titre saute un niveau : `{written}` au lieu de `{wanted}`",
                "this heading leaves a level out: `{written}` in place of `{wanted}`",
            );
            let hint =
                wording!("écrivez `{wanted}` devant ce titre", "write `{wanted}` in front of this heading");
            report.push(report.diagnostic(&document.path, heading.span, message).hint(hint));
        }
        before = heading.level;
    }
}

fn mark(level: u8) -> String {
    "#".repeat(usize::from(level))
}
