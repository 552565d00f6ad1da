//! `grappe-baseline.txt`, la liste des avertissements acceptés, contient une ligne qui ne se lit pas : une
//! fusion de git en suspens (`<<<<<<<`), une ligne écrite à la main ou dont les tabulations ont été changées
//! en espaces, un fichier qui n'est pas en UTF-8.
//!
//! ## Pourquoi
//!
//! Ce qu'une telle ligne accepte ne se devine pas : elle pourrait taire un avertissement que personne n'a vu.
//! Tant qu'elle est là, elle n'en accepte aucun.
//!
//! ## Exemple
//!
//! ```text
//! <<<<<<< HEAD
//! to-fill content/pages/contact.md
//! =======
//! >>>>>>> contact
//! ```
//!
//! ## Mieux
//!
//! ```console
//! $ grappe check --baseline
//! ```
//! ---
//! `grappe-baseline.txt`, the list of the warnings accepted, has a line that cannot be read: a merge that git
//! left open (`<<<<<<<`), a line written by hand or whose tabs became spaces, a file that is not in UTF-8.
//!
//! ## Why it matters
//!
//! What such a line accepts cannot be guessed: it might silence a warning that nobody has seen. As long as it
//! is there, it accepts none.
//!
//! ## Example
//!
//! ```text
//! <<<<<<< HEAD
//! to-fill content/pages/contact.md
//! =======
//! >>>>>>> contact
//! ```
//!
//! ## Use instead
//!
//! ```console
//! $ grappe check --baseline
//! ```

use crate::baseline::{BaselineFault, BaselineFaultKind, FILE};
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::FilePath;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "invalid-baseline",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("avertissements acceptés illisibles", "invalid baseline"),
    source: include_str!("invalid_baseline.rs"),
    run: Run::Baseline(run),
};

fn run(faults: &[BaselineFault], report: &mut Report<'_>) {
    let file = FilePath::new(FILE);
    for fault in faults {
        let message = match fault.kind {
            BaselineFaultKind::Conflict => wording!(
                "la liste des avertissements acceptés a deux versions à partir d'ici",
                "the list of accepted warnings has two versions from here on",
            ),
            BaselineFaultKind::Unreadable => wording!(
                "cette ligne ne dit pas quel avertissement est accepté",
                "this line does not say which warning is accepted",
            ),
            BaselineFaultKind::NotUtf8 => wording!(
                "la liste des avertissements acceptés n'est pas en UTF-8",
                "the list of accepted warnings is not in UTF-8",
            ),
        };
        let hint = wording!(
            "pour réécrire la liste d'après les avertissements d'aujourd'hui : `grappe check --baseline`",
            "to write the list again from today's warnings: `grappe check --baseline`",
        );
        report.push(report.diagnostic(&file, fault.span, message).hint(hint));
    }
}
