//! Une vidéo de la clé `videos` n'a pas de `weight` : son lien ne dit pas ce qu'elle pèse.
//!
//! ## Pourquoi
//!
//! Une vidéo pèse mille fois une page. Qui paie ses données, ou lit dans un train, doit savoir à quoi
//! s'attendre avant d'ouvrir le lien. L'hébergeur se lit dans l'adresse ; le poids, nulle part ailleurs.
//! Si l'hébergeur ne le dit pas, donnez celui du fichier que vous lui avez confié.
//!
//! ## Exemple
//!
//! ```yaml
//! videos:
//!   - title: La rencontre de Lannion
//!     url: https://www.dailymotion.com/video/x8abcde
//!     still: rencontre.png
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! videos:
//!   - title: La rencontre de Lannion
//!     url: https://www.dailymotion.com/video/x8abcde
//!     still: rencontre.png
//!     weight: 45 Mo
//! ```
//! ---
//! A video of the key `videos` has no `weight`: its link does not say what it weighs.
//!
//! ## Why it matters
//!
//! A video weighs a thousand times a page. Whoever pays for their data, or reads on a train, must know what
//! to expect before opening the link. The host stands in the address; the weight stands nowhere else. Where
//! the host does not tell it, give that of the file that you handed over.
//!
//! ## Example
//!
//! ```yaml
//! videos:
//!   - title: The meeting in Lannion
//!     url: https://www.dailymotion.com/video/x8abcde
//!     still: meeting.png
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! videos:
//!   - title: The meeting in Lannion
//!     url: https://www.dailymotion.com/video/x8abcde
//!     still: meeting.png
//!     weight: 45 MB
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::parse::Document;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "video-without-weight",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("vidéo sans poids", "video without weight"),
    source: include_str!("video_without_weight.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for (_, entity) in federation.all() {
        videos(&entity.document, report);
    }
}

fn videos(document: &Document, report: &mut Report<'_>) {
    for (video, span) in document.record.records("videos") {
        let Some(place) = video.span("url") else { continue };
        if video.get("weight").is_some() || !document.is_read_whole_within(span) {
            continue;
        }
        let message = wording!(
            "rien ne dit au visiteur ce que pèse cette vidéo",
            "nothing tells visitors what this video weighs",
        );
        let hint = wording!(
            "ajoutez `weight:` et la taille du fichier, comme `45 Mo`",
            "add `weight:` and the size of the file, such as `45 MB`",
        );
        report.push(report.diagnostic(&document.path, place, message).hint(hint));
    }
}
