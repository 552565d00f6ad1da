//! Un texte appelle une note, `[^date]`, et ne la donne nulle part. Chaque traduction donne ses propres
//! notes. Un appel placé dans du code, ou précédé d'une barre oblique inverse, n'en est pas un.
//!
//! ## Pourquoi
//!
//! Le visiteur lirait `[^date]` au milieu de la phrase, et la précision promise ne viendrait pas.
//!
//! ## Exemple
//!
//! ```markdown
//! La liste est présentée le lundi 27 mars 2023[^date].
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! La liste est présentée le lundi 27 mars 2023[^date].
//!
//! [^date]: La source porte la date de sa dernière modification, le 30 mars 2023.
//! ```
//! ---
//! A text calls for a note, `[^date]`, and gives it nowhere. Each translation gives its own notes. A call
//! within code, or after a backslash, is none.
//!
//! ## Why it matters
//!
//! Visitors would read `[^date]` in the middle of the sentence, and the detail promised would not come.
//!
//! ## Example
//!
//! ```markdown
//! The list was presented on Monday 27 March 2023[^date].
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! The list was presented on Monday 27 March 2023[^date].
//!
//! [^date]: The source bears the date of its last change, 30 March 2023.
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "undefined-footnote",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("note sans texte", "undefined footnote"),
    source: include_str!("undefined_footnote.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::UndefinedFootnote(name) = &fault.kind {
            let message =
                wording!("la note `[^{name}]` n'a pas de texte", "the note `[^{name}]` has no text");
            let hint = wording!(
                "ajoutez plus bas une ligne `[^{name}]: le texte de la note`",
                "add a line `[^{name}]: the text of the note` below",
            );
            report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
        }
    }
}
