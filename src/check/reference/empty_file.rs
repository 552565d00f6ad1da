//! Un lien mène à un fichier du contenu qui est vide : il ne pèse rien. Un fichier lié plusieurs fois est relevé
//! une fois. Une image vide qui est montrée relève de `unreadable-picture`.
//!
//! ## Pourquoi
//!
//! Le lecteur ouvrirait un document sans rien dedans, ou que son logiciel refuse. Un fichier vide vient le plus
//! souvent d'une copie interrompue.
//!
//! ## Exemple
//!
//! ```markdown
//! [Le règlement (PDF, 0 o)](reglement.pdf)
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! [Le règlement (PDF, 85 ko)](reglement.pdf)
//! ```
//! ---
//! A link leads to a file of the content that is empty. A file that is linked several times is reported once. An
//! empty picture that is shown belongs to `unreadable-picture`.
//!
//! ## Why it matters
//!
//! Readers would open a document with nothing in it, or one that their program refuses. An empty file comes most
//! often of a copy that was cut short.
//!
//! ## Example
//!
//! ```markdown
//! [The rules (PDF, 0 B)](rules.pdf)
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! [The rules (PDF, 85 kB)](rules.pdf)
//! ```

use std::collections::BTreeSet;

use crate::check::pictures::each_shown;
use crate::check::references::{each_file, each_reference};
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::{Federation, Resolution};
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::FilePath;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "empty-file",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("fichier vide", "empty file"),
    source: include_str!("empty_file.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let mut empty: BTreeSet<&FilePath> = federation.empty_files().collect();
    if empty.is_empty() {
        return;
    }
    for shown in each_shown(federation) {
        if let Some(file) = &shown.file {
            empty.remove(file);
        }
    }
    let links = each_reference(federation)
        .map(|(document, reference)| (document, reference.span, reference.target.clone()));
    for (document, span, target) in each_file(federation).chain(links) {
        let Resolution::Asset(file) = federation.resolve(document, &target) else { continue };
        if !empty.remove(&file) {
            continue;
        }
        let name = file.name();
        let message =
            wording!("le fichier `{name}` est vide : il ne pèse rien", "the file `{name}` is empty");
        let hint = wording!(
            "ouvrez l'original, enregistrez-le de nouveau, puis remplacez ce fichier",
            "open the original, save it again, then replace this file",
        );
        report.push(report.diagnostic(&document.path, span, message).hint(hint));
    }
}
