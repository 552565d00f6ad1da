//! Un texte en Markdown contient une balise ou un commentaire HTML. Seule la balise ouvrante est montrée, et
//! un bloc l'est en une fois. Une balise citée comme du code, entre
//! accents graves, et une adresse entre chevrons ne sont pas concernées. Pour un lecteur vidéo (`<iframe>`,
//! `<video>`, `<embed>`…), le message mène à la clé `videos` : la page montre alors une image fixe et un lien.
//!
//! ## Pourquoi
//!
//! grappe ne reprend pas ces balises dans la page : un lien ou une image écrits ainsi n'y seraient pas. La
//! mise en forme appartient au thème, qui la garde pareille et accessible partout.
//!
//! ## Exemple
//!
//! ```markdown
//! Le pôle <b>TES</b> travaille avec <a href="https://images-et-reseaux.com/">Images & Réseaux</a>.
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! Le pôle **TES** travaille avec [Images & Réseaux](https://images-et-reseaux.com/).
//! ```
//! ---
//! A text in Markdown holds an HTML tag or comment. Only the opening tag is shown, and a block is shown
//! once. A tag quoted as code, between backticks, and an address
//! between angle brackets are not concerned. For a video player (`<iframe>`, `<video>`, `<embed>`…), the
//! message leads to the key `videos`: the page then shows a still picture and a link.
//!
//! ## Why it matters
//!
//! grappe does not carry such tags over to the page: a link or a picture written that way would not be
//! there. Layout belongs to the theme, which keeps it the same and accessible everywhere.
//!
//! ## Example
//!
//! ```markdown
//! The cluster <b>TES</b> works with <a href="https://images-et-reseaux.com/">Images & Réseaux</a>.
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! The cluster **TES** works with [Images & Réseaux](https://images-et-reseaux.com/).
//! ```

use crate::diagnostic::Severity;
use crate::locale::{Wording, both};
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "raw-html",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("HTML dans le texte", "raw HTML"),
    source: include_str!("raw_html.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::RawHtml { plays } = fault.kind {
            let message = wording!(
                "le texte s'écrit en Markdown, sans balises HTML",
                "texts are written in Markdown, without HTML tags",
            );
            let hint = if plays { use_videos() } else { use_markdown() };
            report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
        }
    }
}

fn use_markdown() -> Wording {
    wording!(
        "`**gras**`, `*italique*`, `[texte](adresse)` ; le guide dit le reste",
        "`**bold**`, `*italic*`, `[text](address)`; the guide tells the rest",
    )
}

/// A player would load another site into the page, with its trackers and its weight.
fn use_videos() -> Wording {
    wording!(
        "une vidéo se donne sous la clé `videos` : `title`, `url`, `still` (une image fixe), `weight` (son poids)",
        "a video goes under the key `videos`: `title`, `url`, `still` (a still picture), `weight` (its weight)",
    )
}
