//! Critères RGAA 4.10 et 13.8. Quelque chose bouge ou se fait entendre sans qu'on l'ait voulu : une vidéo ou un
//! son qui part seul (`autoplay`), un texte qui défile (`marquee`) ou qui clignote (`blink`).
//!
//! ## Pourquoi
//!
//! Un son couvre le lecteur d'écran. Ce qui bouge empêche bien des gens de lire ce qui est à côté.
//!
//! ## Exemple
//!
//! ```html
//! <video src="/medias/film.mp4" autoplay></video>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <video src="/medias/film.mp4" controls preload="none"></video>
//! ```
//! ---
//! RGAA criteria 4.10 and 13.8. Something moves or sounds without being asked to: a film or sound that begins by
//! itself (`autoplay`), a text that runs (`marquee`) or blinks (`blink`).
//!
//! ## Why it matters
//!
//! A sound drowns the screen reader. What moves keeps many people from reading what is beside it.
//!
//! ## Example
//!
//! ```html
//! <video src="/medias/film.mp4" autoplay></video>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <video src="/medias/film.mp4" controls preload="none"></video>
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "self-moving-content",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("contenu qui bouge seul", "content that moves by itself"),
    source: include_str!("self_moving_content.rs"),
    run: Run::Page { criteria: &["4.10", "13.8"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    // Nearly all pages keep still.
    if page.record.scan.moves_by_itself == 0 {
        return;
    }
    for element in page.tree.elements() {
        if element.is_any(&["audio", "video"]) && element.has("autoplay") {
            let message = wording!(
                "la vidéo ou le son part sans qu'on l'ait demandé",
                "the film or sound begins unasked"
            );
            let hint = wording!(
                "ôtez `autoplay` et ajoutez `controls` ; mieux, mettez un lien et une image fixe",
                "take `autoplay` out and add `controls`; better still, use a link and a still",
            );
            report.push(report.at(&page.record.address, element, message).hint(hint));
        }
        if element.is_any(&["blink", "marquee"]) {
            let message = wording!("le texte bouge tout seul", "the text moves by itself");
            let hint = wording!("écrivez un texte qui ne bouge pas", "write a text that keeps still");
            report.push(report.at(&page.record.address, element, message).hint(hint));
        }
    }
}
