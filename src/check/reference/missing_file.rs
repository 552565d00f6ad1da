//! Une image ou un document d'une fiche, ou d'un texte, n'est pas dans le contenu, ou un
//! fichier `photo.jpg.yaml` décrit une image qui n'y est pas. Le chemin se lit depuis
//! le dossier de la fiche, majuscules comprises. Dans un texte, une adresse web sans `https://`
//! est prise pour un nom de fichier et relevée ici. Un chemin vers une fiche (`.md`, `.yaml`) relève de
//! `broken-link`.
//!
//! ## Pourquoi
//!
//! L'image ne s'afficherait pas, le document ne s'ouvrirait pas.
//!
//! ## Exemple
//!
//! ```yaml
//! image: {file: Carte-Bretagne.PNG, alt: Carte de la Bretagne}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! image: {file: carte-bretagne.png, alt: Carte de la Bretagne}
//! ```
//! ---
//! A picture or document of an entry, or of a text, is not in the content, or a file
//! `photo.jpg.yaml` describes a picture that is not there. The path is read from the folder
//! of the entry, capitals included. In a text, an address on the web without `https://` is taken
//! for a file name and reported here. A path to an entry (`.md`, `.yaml`) belongs to `broken-link`.
//!
//! ## Why it matters
//!
//! The picture would not show, the document would not open.
//!
//! ## Example
//!
//! ```yaml
//! image: {file: Carte-Bretagne.PNG, alt: Map of Brittany}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! image: {file: carte-bretagne.png, alt: Map of Brittany}
//! ```

use crate::check::references::{each_file, each_reference};
use crate::diagnostic::Severity;
use crate::locale::{Wording, both};
use crate::model::Federation;
use crate::model::Resolution;
use crate::parse::Target;
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::{FilePath, Span};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "missing-file",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("fichier introuvable", "missing file"),
    source: include_str!("missing_file.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    let named = each_file(federation);
    let links = each_reference(federation).filter(|(_, reference)| {
        matches!(&reference.target, Target::File { path, .. } if !path.ends_with(".md") && !path.ends_with(".yaml"))
    });
    let links = links.map(|(document, reference)| (document, reference.span, reference.target.clone()));
    for (document, span, target) in named.chain(links) {
        let Resolution::MissingFile(path) = federation.resolve(document, &target) else { continue };
        let (message, hint) = match &target {
            Target::File { path: written, .. } if written.is_empty() => nothing(),
            Target::File { path: written, .. } => (
                wording!("le fichier `{path}` n'existe pas", "the file `{path}` does not exist"),
                suggestion(federation, &path, written, report),
            ),
            _ => continue,
        };
        report.push(report.diagnostic(&document.path, span, message).hint(hint));
    }
    descriptions_of_nothing(federation, report);
}

/// A file beside a picture that was renamed or moved describes nothing any more.
fn descriptions_of_nothing(federation: &Federation, report: &mut Report<'_>) {
    for (picture, documents) in federation.described_pictures() {
        if federation.assets().any(|file| file == picture) {
            continue;
        }
        for document in documents {
            let name = picture.name();
            let message = wording!(
                "l'image `{name}`, que décrit ce fichier, n'existe pas",
                "the picture `{name}` that this file describes does not exist",
            );
            let hint = wording!(
                "donnez à ce fichier le nom de l'image suivi de `.yaml`, ou supprimez-le",
                "give this file the name of the picture followed by `.yaml`, or delete it",
            );
            report.push(report.diagnostic(&document.path, Span::default(), message).hint(hint));
        }
    }
}

/// `[texte]()`, or a picture that names no file.
fn nothing() -> (Wording, Wording) {
    let message = wording!("ce lien est vide", "this link is empty");
    let hint = wording!(
        "donnez-lui un fichier ou une adresse, ou n'en faites pas un lien",
        "give it a file or an address, or do not make it a link",
    );
    (message, hint)
}

fn suggestion(federation: &Federation, path: &FilePath, written: &str, report: &mut Report<'_>) -> Wording {
    match report.nearest_path(path.as_str(), federation.assets().map(FilePath::as_str)) {
        Some(near) => wording!("vouliez-vous dire `{near}` ?", "did you mean `{near}`?"),
        None if looks_like_a_site(written) => wording!(
            "pour un site, ajoutez `https://` : `https://{written}`",
            "for a website, add `https://`: `https://{written}`",
        ),
        None => wording!(
            "le chemin se lit depuis le dossier de la fiche",
            "the path is read from the folder of the entry",
        ),
    }
}

/// `www.exemple.fr/page`: a host comes first, whose ending no document has.
fn looks_like_a_site(written: &str) -> bool {
    let host = written.split('/').next().unwrap_or("");
    host.starts_with("www.") || [".fr", ".com", ".org", ".eu", ".net"].iter().any(|end| host.ends_with(end))
}
