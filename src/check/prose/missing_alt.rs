//! Une image n'a pas de texte de remplacement : rien entre `![` et `]` dans un texte, pas de clé `alt` dans
//! une fiche, et rien non plus dans le fichier `photo.jpg.yaml` à côté de l'image. Une image qui n'apporte
//! aucune information se déclare : `decorative: true`.
//!
//! ## Pourquoi
//!
//! Le texte de remplacement est tout ce que reçoit une personne qui ne voit pas l'image, ou dont la
//! connexion est trop lente pour la charger. La loi l'exige d'un site public (RGAA, critère 1.1).
//!
//! ## Exemple
//!
//! ```markdown
//! ![](../images/lannion.jpg)
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! ![Le bâtiment du pôle, à Lannion](../images/lannion.jpg)
//! ```
//! ---
//! A picture has no words to stand in for it: nothing between `![` and `]` in a text, no key `alt` in an
//! entry, and nothing in the file `photo.jpg.yaml` beside the picture either. A picture that tells nothing
//! is declared so: `decorative: true`.
//!
//! ## Why it matters
//!
//! These words are all that reaches a person who does not see the picture, or whose connection is too slow
//! to load it. The law wants them of a public site (RGAA, criterion 1.1).
//!
//! ## Example
//!
//! ```markdown
//! ![](../images/lannion.jpg)
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! ![The building of the cluster in Lannion](../images/lannion.jpg)
//! ```

use crate::check::pictures::{Said, Shown, each_shown, filled, is_filled};
use crate::diagnostic::Severity;
use crate::locale::{Wording, both};
use crate::model::Federation;
use crate::parse::Record;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "missing-alt",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("image sans texte de remplacement", "picture without alternative text"),
    source: include_str!("missing_alt.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for shown in each_shown(federation) {
        if matches!(shown.said, Said::OfVideo(_)) {
            continue;
        }
        if has_words(federation, &shown) || shown.is_partly_unread(federation) {
            continue;
        }
        let place = match (&shown.said, shown.alt()) {
            (Said::InKeys(_), Some((_, span))) => span,
            _ => shown.span,
        };
        let message =
            wording!("cette image n'a pas de texte de remplacement", "this picture has no alt text");
        let diagnostic = report.diagnostic(&shown.document.path, place, message);
        report.push(diagnostic.hint(what_to_write(&shown)));
    }
    // What is empty beside a picture is told there, once for all who show it.
    let beside = federation.described_pictures().flat_map(|(_, documents)| documents);
    for document in beside.filter(|document| document.faults.is_empty()) {
        if let Some(span) = empty_alt(&document.record) {
            let message = wording!("le texte de remplacement est vide", "the alt text is empty");
            let hint = wording!(
                "dites ce que montre l'image, ou ajoutez `decorative: true` si elle n'apporte rien",
                "say what the picture shows, or add `decorative: true` if it tells nothing",
            );
            report.push(report.diagnostic(&document.path, span, message).hint(hint));
        }
    }
}

fn has_words(federation: &Federation, shown: &Shown<'_>) -> bool {
    let has_own = shown.alt().is_some_and(|(alt, _)| is_filled(alt));
    let says = |record: &Record| filled(record, "alt").is_some() || is_decorative(record);
    // An empty key beside the picture is told there.
    let mut beside = shown.file.iter().filter_map(|file| federation.picture(file));
    let is_told = beside.any(|document| empty_alt(&document.record).is_some());
    has_own || is_told || shown.records(federation).any(says)
}

fn empty_alt(record: &Record) -> Option<crate::source::Span> {
    let is_empty = record.text("alt").is_some_and(|alt| !is_filled(&alt));
    record.span("alt").filter(|_| is_empty && !is_decorative(record))
}

fn is_decorative(record: &Record) -> bool {
    record.boolean("decorative") == Some(true)
}

fn what_to_write(shown: &Shown<'_>) -> Wording {
    match (&shown.said, &shown.file) {
        (Said::InKeys(_) | Said::OfVideo(_), _) => wording!(
            "ajoutez `alt:` et ce que montre l'image, ou `decorative: true` si elle n'apporte rien",
            "add `alt:` and what the picture shows, or `decorative: true` if it tells nothing",
        ),
        (Said::InText(_), Some(file)) => {
            let name = file.name();
            wording!(
                "dites ce qu'elle montre entre `![` et `]`, ou, si elle n'apporte rien, créez `{name}.yaml` à côté d'elle avec la ligne `decorative: true`",
                "say what it shows between `![` and `]`, or, if it tells nothing, make `{name}.yaml` beside it with the line `decorative: true`",
            )
        }
        (Said::InText(_), None) => {
            wording!("dites ce qu'elle montre entre `![` et `]`", "say what it shows between `![` and `]`")
        }
    }
}
