//! Critère RGAA 10.1. Une balise porte un attribut qui ne dit que son apparence : `align`, `bgcolor`,
//! `border`, `valign`… ou une largeur ailleurs que sur une image ou une vidéo.
//!
//! ## Pourquoi
//!
//! Ce que dit un attribut ne s'adapte ni à l'écran, ni au papier, ni à une personne qui met ses propres
//! couleurs. La feuille de style, si.
//!
//! ## Exemple
//!
//! ```html
//! <table align="center" border="1">
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <table class="center">
//! ```
//! ---
//! RGAA criterion 10.1. A tag has an attribute that says its looks alone: `align`, `bgcolor`, `border`,
//! `valign`… or a width elsewhere than on a picture or film.
//!
//! ## Why it matters
//!
//! What an attribute says adapts neither to the screen, nor to paper, nor to someone with their own
//! colours. The style sheet does.
//!
//! ## Example
//!
//! ```html
//! <table align="center" border="1">
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <table class="center">
//! ```

use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "presentational-attribute",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("attribut de mise en forme", "attribute of presentation"),
    source: include_str!("presentational_attribute.rs"),
    run: Run::Page { criteria: &["10.1"], run },
};

/// What may say how wide and high it is.
const SIZED: [&str; 8] = ["canvas", "embed", "iframe", "img", "input", "object", "source", "video"];

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let written: Vec<&str> = page.tree.attribute_names().filter(|name| may_be_of_looks(name)).collect();
    for element in page.tree.select(&[], &written).filter(|element| element.is_html()) {
        let Some((name, _)) = element.attributes().find(|(name, _)| is_of_looks(name, element)) else {
            continue;
        };
        let message = wording!("`{name}` ne dit que l'apparence", "`{name}` says the looks alone");
        let hint = wording!(
            "ôtez l'attribut et mettez l'apparence dans la feuille de style",
            "take the attribute out and put the looks in the style sheet",
        );
        report.push(report.at(&page.record.address, element, message).hint(hint));
    }
}

/// Whether an attribute says the looks alone, on some element.
fn may_be_of_looks(attribute: &str) -> bool {
    is_of_looks_anywhere(attribute) || matches!(attribute, "color" | "height" | "link" | "size" | "width")
}

fn is_of_looks_anywhere(attribute: &str) -> bool {
    matches!(
        attribute,
        "align"
            | "alink"
            | "background"
            | "bgcolor"
            | "border"
            | "cellpadding"
            | "cellspacing"
            | "char"
            | "charoff"
            | "clear"
            | "compact"
            | "face"
            | "frameborder"
            | "hspace"
            | "marginheight"
            | "marginwidth"
            | "noshade"
            | "nowrap"
            | "scrolling"
            | "text"
            | "valign"
            | "vlink"
            | "vspace"
    )
}

fn is_of_looks(attribute: &str, element: Element<'_>) -> bool {
    match attribute {
        "color" => !element.is("link"),
        "link" => element.is("body"),
        "size" => element.is_any(&["basefont", "font", "hr"]),
        "width" | "height" => !element.is_any(&SIZED),
        other => is_of_looks_anywhere(other),
    }
}
