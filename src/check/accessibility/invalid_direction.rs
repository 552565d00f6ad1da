//! Critère RGAA 8.10. Un attribut `dir` ne dit pas `ltr`, `rtl` ou `auto`, ou un passage d'une langue qui
//! se lit de droite à gauche n'en a pas. Dans un texte, grappe l'écrit pour les passages signalés par
//! `{lang=…}`.
//!
//! ## Pourquoi
//!
//! Sans le sens de lecture, la ponctuation et les nombres d'un passage en arabe ou en hébreu passent du
//! mauvais côté.
//!
//! ## Exemple
//!
//! ```html
//! <p lang="ar">مرحبا.</p>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <p lang="ar" dir="rtl">مرحبا.</p>
//! ```
//! ---
//! RGAA criterion 8.10. An attribute `dir` does not say `ltr`, `rtl` or `auto`, or a passage of a language
//! that is read from right to left has none. In texts grappe writes it for passages marked with `{lang=…}`.
//!
//! ## Why it matters
//!
//! Without the direction, punctuation and numbers of a passage in Arabic or Hebrew go to the wrong side.
//!
//! ## Example
//!
//! ```html
//! <p lang="ar">مرحبا.</p>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <p lang="ar" dir="rtl">مرحبا.</p>
//! ```

use super::DEEPEST;
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::language::is_read_leftwards;
use crate::locale::Wording;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "invalid-direction",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("sens de lecture faux ou absent", "reading direction wrong or missing"),
    source: include_str!("invalid_direction.rs"),
    run: Run::Page { criteria: &["8.10"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    for element in page.tree.select(&[], &["dir", "lang"]).filter(|element| element.is_html()) {
        let Some(fault) = fault(element) else { continue };
        let hint = wording!(
            "écrivez `dir=\"rtl\"` pour l'arabe ou l'hébreu, rien pour les langues qui se lisent de gauche à droite",
            "write `dir=\"rtl\"` for Arabic or Hebrew, nothing for languages that are read from left to right",
        );
        report.push(report.at(&page.record.address, element, fault).hint(hint));
    }
}

fn fault(element: Element<'_>) -> Option<Wording> {
    if let Some(value) = element.get("dir") {
        let is_known = ["ltr", "rtl", "auto"].iter().any(|known| known.eq_ignore_ascii_case(value));
        let told = || wording!("`{value}` n'est pas un sens de lecture", "`{value}` is no reading direction");
        return (!is_known).then(told);
    }
    let reads_leftwards = element.get("lang").is_some_and(is_read_leftwards);
    let mut around = element.ancestors().take(DEEPEST);
    let is_said = |it: Element<'_>| it.get("dir").is_some_and(|value| !value.eq_ignore_ascii_case("ltr"));
    (reads_leftwards && !around.any(is_said)).then(|| {
        wording!(
            "ce passage se lit de droite à gauche, et la page ne le dit pas",
            "this passage is read from right to left, and the page does not say so",
        )
    })
}
