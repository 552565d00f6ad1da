//! Critère RGAA 2.1. Une page montrée dans la page (`iframe`) n'a pas de titre.
//!
//! ## Pourquoi
//!
//! Un lecteur d'écran annonce le cadre par son titre. Sans lui, il lit une adresse ou dit « cadre », et il faut
//! y entrer pour savoir ce que c'est.
//!
//! ## Exemple
//!
//! ```html
//! <iframe src="/carte.html"></iframe>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <iframe src="/carte.html" title="Carte des pôles"></iframe>
//! ```
//! ---
//! RGAA criterion 2.1. A page that is shown within the page (`iframe`) has no title.
//!
//! ## Why it matters
//!
//! A screen reader announces the frame by its title. Without one it reads an address out or says "frame", and
//! one must enter it to know what it is.
//!
//! ## Example
//!
//! ```html
//! <iframe src="/map.html"></iframe>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <iframe src="/map.html" title="Map of the clusters"></iframe>
//! ```

use super::names::is_unheard;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "frame-without-title",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("cadre sans titre", "frame without a title"),
    source: include_str!("frame_without_title.rs"),
    run: Run::Page { criteria: &["2.1"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    // Most pages show no other.
    if page.record.scan.frames == 0 {
        return;
    }
    for frame in page.tree.named("iframe") {
        let is_titled = frame.get("title").is_some_and(|title| !title.trim().is_empty());
        if is_titled || is_unheard(frame) {
            continue;
        }
        let message = wording!("le cadre n'a pas de titre", "the frame has no title");
        let hint = wording!(
            "ajoutez `title` et ce que le cadre montre ; mieux, mettez un lien",
            "add `title` and what the frame shows; better still, use a link",
        );
        report.push(report.at(&page.record.address, frame, message).hint(hint));
    }
}
