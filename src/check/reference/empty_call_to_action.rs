//! Un paragraphe entier invite à cliquer (« Cliquez ici », « En savoir plus », « Lire la suite »,
//! « Je m'inscris »…) et ne contient aucun lien. Seules quelques formules connues, en français et en
//! anglais, sont relevées ; dans un paragraphe plus long, elles ne le sont pas.
//!
//! ## Pourquoi
//!
//! Le lien s'est le plus souvent perdu dans un copier-coller : le visiteur lirait une invitation qui ne
//! mène nulle part.
//!
//! ## Exemple
//!
//! ```markdown
//! En savoir plus
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! [La candidature d'ENTER](partnership:enter-candidacy)
//! ```
//! ---
//! A whole paragraph invites to click (“Click here”, “Read more”, “Learn more”…) and holds no link. Only a
//! few known phrases, in French and in English, are reported; within a longer paragraph they are not.
//!
//! ## Why it matters
//!
//! The link was most often lost in a paste: visitors would read an invitation that leads nowhere.
//!
//! ## Example
//!
//! ```markdown
//! Learn more
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! [The bid of ENTER](partnership:enter-candidacy)
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "empty-call-to-action",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("appel sans lien", "empty call to action"),
    source: include_str!("empty_call_to_action.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::EmptyCallToAction = &fault.kind {
            let message = wording!(
                "ces mots invitent à cliquer, et ne sont pas un lien",
                "these words invite to click, and are no link",
            );
            let hint = wording!(
                "faites-en un lien qui dit où il mène, ou supprimez-les",
                "make them a link that says where it leads, or remove them",
            );
            report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
        }
    }
}
