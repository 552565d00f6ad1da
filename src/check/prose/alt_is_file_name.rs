//! Le texte de remplacement d'une image est un nom de fichier : il a une terminaison d'image
//! (`photo.png`), c'est celui qu'un appareil a donné (`IMG_2034`, `DSC01234`), ou le nom même du fichier
//! (`carte-bretagne` pour `carte-bretagne.png`).
//!
//! ## Pourquoi
//!
//! Un lecteur d'écran dirait « I M G deux mille trente-quatre ». La personne qui l'écoute saurait qu'il y a
//! une image, et rien de ce qu'elle montre.
//!
//! ## Exemple
//!
//! ```markdown
//! ![IMG_2034](../images/IMG_2034.jpg)
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! ![Le bâtiment du pôle, à Lannion](../images/IMG_2034.jpg)
//! ```
//! ---
//! The alt text of a picture is a file name: it ends like a picture (`photo.png`), it is one that a camera
//! gave (`IMG_2034`, `DSC01234`), or the very name of the file (`map-brittany` for `map-brittany.png`).
//!
//! ## Why it matters
//!
//! A screen reader would say "I M G two thousand and thirty-four". Those who listen would know that there is
//! a picture, and nothing of what it shows.
//!
//! ## Example
//!
//! ```markdown
//! ![IMG_2034](../images/IMG_2034.jpg)
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! ![The building of the cluster in Lannion](../images/IMG_2034.jpg)
//! ```

use crate::check::pictures::{each_shown, filled, is_file_name};
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::{FilePath, Span};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "alt-is-file-name",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("nom de fichier en guise de texte", "file name for an alternative text"),
    source: include_str!("alt_is_file_name.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for shown in each_shown(federation) {
        if let Some((alt, span)) = shown.alt() {
            judge(&shown.document.path, (alt, span), shown.file.as_ref(), report);
        }
    }
    for (file, documents) in federation.described_pictures() {
        for document in documents {
            let alt = filled(&document.record, "alt").zip(document.record.span("alt"));
            if let Some(alt) = alt {
                judge(&document.path, alt, Some(file), report);
            }
        }
    }
}

fn judge(path: &FilePath, alt: (&str, Span), file: Option<&FilePath>, report: &mut Report<'_>) {
    let (alt, span) = (alt.0.trim(), alt.1);
    if !is_file_name(alt, file.map(FilePath::name)) {
        return;
    }
    let message = wording!(
        "`{alt}` est un nom de fichier : il ne dit pas ce que montre l'image",
        "`{alt}` is a file name: it does not say what the picture shows",
    );
    let hint =
        wording!("dites en quelques mots ce que l'image montre", "say in a few words what the picture shows");
    report.push(report.diagnostic(path, span, message).hint(hint));
}
