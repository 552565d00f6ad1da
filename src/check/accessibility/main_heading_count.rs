//! Critère RGAA 9.1. Une page n'a pas de titre principal `<h1>`, ou elle en a plusieurs. Dans un texte, les
//! titres commencent à `##` : c'est un gabarit qui écrit le titre principal.
//!
//! ## Pourquoi
//!
//! Le titre principal dit de quoi la page parle ; les personnes aveugles y vont d'abord, et le cherchent
//! quand il manque.
//!
//! ## Exemple
//!
//! ```html
//! <main>
//! <h2>Les pôles</h2>
//! </main>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <main>
//! <h1>Les pôles</h1>
//! </main>
//! ```
//! ---
//! RGAA criterion 9.1. A page has no main heading `<h1>`, or several. In a text headings begin at `##`: it
//! is a template that writes the main heading.
//!
//! ## Why it matters
//!
//! The main heading says what the page is about; blind people go there first, and look for it where it is
//! missing.
//!
//! ## Example
//!
//! ```html
//! <main>
//! <h2>The clusters</h2>
//! </main>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <main>
//! <h1>The clusters</h1>
//! </main>
//! ```

use super::{heading_level, is_hidden};
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "main-heading-count",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("pas un seul titre principal", "not one main heading"),
    source: include_str!("main_heading_count.rs"),
    run: Run::Page { criteria: &["9.1"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let is_main = |element: &Element<'_>| heading_level(*element) == Some(1) && !is_hidden(*element);
    let mut main_headings = page.tree.named("h1").filter(is_main);
    let (element, message, hint) = match (main_headings.next(), main_headings.next()) {
        (Some(_), None) => return,
        (Some(_), Some(second)) => (
            second,
            wording!("la page a plus d'un titre principal", "the page has more than one main heading"),
            wording!(
                "gardez le premier `<h1>` ; les autres titres sont des `<h2>`",
                "keep the first `<h1>`; the other headings are `<h2>`",
            ),
        ),
        (None, _) => {
            let place = page.tree.named("main").next().or_else(|| page.tree.named("body").next());
            let Some(place) = place else { return };
            (
                place,
                wording!("la page n'a pas de titre principal", "the page has no main heading"),
                wording!(
                    "dans le gabarit, mettez-le entre `<h1>` et `</h1>`",
                    "in the template, put it between `<h1>` and `</h1>`",
                ),
            )
        }
    };
    report.push(report.at(&page.record.address, element, message).hint(hint));
}
