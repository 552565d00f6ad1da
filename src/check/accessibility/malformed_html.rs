//! Critère RGAA 8.2. Une page n'est pas du HTML bien formé : une balise n'est pas fermée ou l'est deux
//! fois, un attribut est écrit deux fois, une balise est là où elle ne peut pas être. Un gabarit en est la
//! cause : le HTML est refusé dans les textes.
//!
//! ## Pourquoi
//!
//! Chaque navigateur répare à sa façon, en silence : ce qui se voit bien chez l'un peut être vide chez
//! l'autre, ou lu dans le désordre par un lecteur d'écran.
//!
//! ## Exemple
//!
//! ```html
//! <p>Voir <strong>les pôles</p>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <p>Voir <strong>les pôles</strong></p>
//! ```
//! ---
//! RGAA criterion 8.2. A page is not well-formed HTML: a tag is not closed or closed twice, an attribute is
//! written twice, a tag is where it cannot be. A template is the cause: HTML is refused in texts.
//!
//! ## Why it matters
//!
//! Each browser mends it in its own way, in silence: what looks well in one may be empty in another, or be
//! read in disorder by a screen reader.
//!
//! ## Example
//!
//! ```html
//! <p>See <strong>the clusters</p>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <p>See <strong>the clusters</strong></p>
//! ```

use super::malformed;
use crate::diagnostic::Severity;
use crate::html::tree::{Element, Malformed};
use crate::locale::Wording;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "malformed-html",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("HTML mal formé", "malformed HTML"),
    source: include_str!("malformed_html.rs"),
    run: Run::Page { criteria: &["8.2"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let mut told: Vec<(Wording, Option<Element<'_>>)> = Vec::new();
    for error in malformed(page.tree) {
        let (message, around) = (message(error), &error.excerpt);
        let element = page.tree.before(error);
        // What is left open is noticed at each tag that ends after it.
        if told.iter().any(|(known, at)| *known == message || *at == element) {
            continue;
        }
        told.push((message.clone(), element));
        let hint = wording!(
            "le navigateur s'en aperçoit ici, dans la page : {around}",
            "the browser notices here, in the page: {around}",
        );
        let fault = match element {
            Some(element) => report.at(&page.record.address, element, message),
            None => report.of(&page.record.address, message),
        };
        report.push(fault.hint(hint));
    }
}

fn message(error: &Malformed) -> Wording {
    let told = error.message.as_str();
    let says = |words: &[&str]| words.iter().any(|words| told.contains(words));
    if says(&["Duplicate attribute"]) {
        wording!(
            "un attribut est écrit deux fois dans la même balise",
            "an attribute is written twice in one tag"
        )
    } else if says(&["Self-closing end tag", "Attributes on an end tag"]) {
        wording!("une balise fermante contient plus que son nom", "a closing tag holds more than its name")
    } else if says(&["self-closing"]) {
        wording!(
            "une balise se ferme par `/>`, ce que le navigateur ignore : elle reste ouverte",
            "a tag closes itself by `/>`, which browsers ignore: it stays open",
        )
    } else if says(&["character reference"]) {
        wording!("une référence de caractère, `&…;`, est fautive", "a character reference, `&…;`, is wrong")
    } else if says(&["EOF in state"]) {
        wording!("la page finit au milieu d'une balise", "the page ends within a tag")
    } else if says(&["Saw "]) {
        wording!(
            "une balise contient un signe qui n'y a pas sa place",
            "a tag holds a sign that cannot be there"
        )
    } else if says(&["open tag", "open element", "not current node", "closing generic tag", "wrong heading"])
    {
        wording!("une balise n'est pas fermée, ou pas dans l'ordre", "a tag is not closed, or not in order")
    } else if says(&["to close", "not open", "in scope"]) {
        wording!("une balise est fermée sans être ouverte", "a tag is closed and was not open")
    } else {
        wording!(
            "une balise est en trop, ou n'est pas à sa place",
            "a tag is one too many, or not in its place"
        )
    }
}
