//! Une lettre accentuée est faite de deux caractères, la lettre puis son accent, alors qu'un seul existe. À
//! l'écran, rien ne les distingue. Ces lettres viennent souvent d'un PDF. Les noms de fichiers relèvent de
//! `unportable-path`.
//!
//! ## Pourquoi
//!
//! Une recherche qui compare les caractères un à un passe à côté du mot. Dans un nom ou un identifiant,
//! deux textes que l'œil croit pareils ne le sont plus.
//!
//! ## Exemple
//!
//! ```text
//! re[U+0301]seau : sept caractères
//! ```
//!
//! ## Mieux
//!
//! ```text
//! réseau : six caractères
//! ```
//! ---
//! An accented letter is made of two characters, the letter and then its accent, where a single one exists.
//! On screen nothing tells them apart. Such letters often come from a PDF. File names belong to
//! `unportable-path`.
//!
//! ## Why it matters
//!
//! A search that compares characters one by one misses the word. In a name or an id, two texts that look
//! alike are no longer the same.
//!
//! ## Example
//!
//! ```text
//! re[U+0301]seau: seven characters
//! ```
//!
//! ## Use instead
//!
//! ```text
//! réseau: six characters
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "not-nfc",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("accent décomposé", "decomposed accent"),
    source: include_str!("not_nfc.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::NotNfc(composed) = &fault.kind {
            let message = wording!(
                "la lettre et son accent sont deux caractères : la recherche ne les trouvera pas",
                "the letter and its accent are two characters: searches will miss them",
            );
            let hint = wording!("tapez de nouveau la lettre accentuée", "type the accented letter again");
            let diagnostic = report.diagnostic(&document.path, fault.span, message).hint(hint);
            report.push(diagnostic.fix(composed.clone()));
        }
    }
}
