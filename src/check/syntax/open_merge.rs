//! Git a laissé deux versions d'un passage, entre une ligne qui commence par `<<<<<<<` et une ligne qui
//! commence par `>>>>>>>`, chacune de sept signes. Ces lignes sont relevées au début de la ligne, dans le
//! texte comme dans une valeur de plusieurs lignes ; un bloc de code peut les citer. Une fiche ou un
//! en-tête qu'elles rendent illisibles relève de `invalid-yaml`.
//!
//! ## Pourquoi
//!
//! Les deux versions seraient publiées, l'une après l'autre, avec les marques de git. Laquelle est la bonne,
//! seuls ceux qui les ont écrites le savent : d'ici là, rien de ce fichier n'est tenu pour sûr.
//!
//! ## Exemple
//!
//! ```markdown
//! <<<<<<< HEAD
//! La journée a lieu à Caen.
//! =======
//! La journée a lieu à Rouen.
//! >>>>>>> relecture
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! La journée a lieu à Rouen.
//! ```
//! ---
//! Git left two versions of a passage, between a line that begins with `<<<<<<<` and a line that begins with
//! `>>>>>>>`, seven signs each. They are told at the start of a line, in the text and in a value of several
//! lines; a block of code may quote them. An entry or a front matter that they make unreadable belongs to
//! `invalid-yaml`.
//!
//! ## Why it matters
//!
//! Both versions would be published, one after the other, with git's marks. Which one is right, only those
//! who wrote them know: until then, nothing of this file is taken for certain.
//!
//! ## Example
//!
//! ```markdown
//! <<<<<<< HEAD
//! The day takes place in Caen.
//! =======
//! The day takes place in Rouen.
//! >>>>>>> proofreading
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! The day takes place in Rouen.
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "open-merge",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("fusion en suspens", "open merge"),
    source: include_str!("open_merge.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in document.faults.iter().filter(|fault| matches!(fault.kind, FaultKind::OpenMerge)) {
        let message =
            wording!("git a laissé ici deux versions du texte", "git left two versions of the text here");
        let hint = wording!(
            "gardez une seule des deux versions, et supprimez les lignes `<<<<<<<`, `=======` et `>>>>>>>`",
            "keep one of the two versions, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`",
        );
        report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
    }
}
