//! Critères RGAA 8.9 et 10.1. Une page a une balise qui ne dit que son apparence : `<center>`, `<font>`,
//! `<big>`, `<strike>`, `<tt>`.
//!
//! ## Pourquoi
//!
//! Ces balises ne disent rien de ce que le texte est, les navigateurs ne les gardent que par habitude, et
//! une personne qui remplace les couleurs ou les tailles par les siennes ne peut rien y changer.
//!
//! ## Exemple
//!
//! ```html
//! <p><center>Complet</center></p>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <p class="center"><strong>Complet</strong></p>
//! ```
//! ---
//! RGAA criteria 8.9 and 10.1. A page has a tag that says its looks alone: `<center>`, `<font>`, `<big>`,
//! `<strike>`, `<tt>`.
//!
//! ## Why it matters
//!
//! These tags say nothing of what the text is, browsers keep them from habit alone, and someone who puts
//! other colours or sizes in place of the page's cannot change theirs.
//!
//! ## Example
//!
//! ```html
//! <p><center>Full</center></p>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <p class="center"><strong>Full</strong></p>
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "presentational-tag",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("balise de mise en forme", "tag of presentation"),
    source: include_str!("presentational_tag.rs"),
    run: Run::Page { criteria: &["8.9", "10.1"], run },
};

const TAGS: [&str; 7] = ["basefont", "big", "center", "font", "s", "strike", "tt"];

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    for element in page.tree.select(&TAGS, &[]).filter(|element| element.is_html()) {
        let tag = element.name();
        let message = wording!(
            "`<{tag}>` ne dit que l'apparence du texte",
            "`<{tag}>` says the looks of the text alone"
        );
        let hint = match tag {
            "s" | "strike" => {
                wording!("pour ce qui a été retiré, écrivez `<del>`", "for what was taken out, write `<del>`")
            }
            "tt" => wording!("pour du code, écrivez `<code>`", "for code, write `<code>`"),
            _ => wording!(
                "mettez l'apparence dans la feuille de style, et dites ce que le texte est : `<strong>`, `<small>`",
                "put the looks in the style sheet, and say what the text is: `<strong>`, `<small>`",
            ),
        };
        report.push(report.at(&page.record.address, element, message).hint(hint));
    }
}
