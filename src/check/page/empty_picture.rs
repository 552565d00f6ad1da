//! Une page montre une image du site qui est un fichier vide : il ne pèse rien. Celles du contenu relèvent de
//! `unreadable-picture`.
//!
//! ## Pourquoi
//!
//! L'image ne s'afficherait pas. Un fichier vide vient le plus souvent d'une copie interrompue.
//!
//! ## Exemple
//!
//! ```html
//! <img src="{{ "logo.svg" | asset }}" alt="TES">
//! ```
//!
//! ## Mieux
//!
//! Copiez de nouveau le fichier dans le dossier `assets` du thème, ou ôtez l'image du gabarit.
//! ---
//! A page shows a picture of the site that is an empty file. Those of the content belong to
//! `unreadable-picture`.
//!
//! ## Why it matters
//!
//! The picture would not show. An empty file comes most often of a copy that was cut short.
//!
//! ## Example
//!
//! ```html
//! <img src="{{ "logo.svg" | asset }}" alt="TES">
//! ```
//!
//! ## Use instead
//!
//! Copy the file into the folder `assets` of the theme again, or take the picture out of the template.

use crate::diagnostic::Severity;
use crate::footprint::{Part, PartKind};
use crate::html::tree::Element;
use crate::locale::both;
use crate::measures::asked;
use crate::plan::{Address, Output};
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "empty-picture",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("image vide", "empty picture"),
    source: include_str!("empty_picture.rs"),
    run: Run::Page { criteria: &[], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let is_empty = |part: &&Part| part.kind == PartKind::Image && part.size.bytes == 0;
    for part in page.record.footprint.parts.iter().filter(is_empty) {
        let route = page.plan.route(&Address::new(&part.address));
        let Some(Output::ThemeFile(file) | Output::ContentFile(file)) = route.map(|route| &route.output)
        else {
            continue;
        };
        let file = file.name();
        let message =
            wording!("l'image `{file}` est vide : elle ne pèse rien", "the picture `{file}` is empty");
        let hint = wording!(
            "copiez de nouveau l'image dans le thème, ou ôtez-la du gabarit",
            "copy the picture into the theme again, or take it out of the template",
        );
        let asks = |element: &Element<'_>| asked(*element).any(|address| address == part.address);
        let fault = match page.tree.elements().find(asks) {
            Some(element) => report.at(&page.record.address, element, message),
            None => report.of(&page.record.address, message),
        };
        report.push(fault.hint(hint));
    }
}
