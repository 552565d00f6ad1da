//! Critère RGAA 8.6. Deux pages d'une même langue ont le même titre de fenêtre. Une page et sa traduction
//! peuvent avoir le même.
//!
//! ## Pourquoi
//!
//! Dans l'historique, les favoris, les onglets ou les résultats d'un moteur de recherche, rien ne distingue
//! les deux pages.
//!
//! ## Exemple
//!
//! ```yaml
//! # content/events/journee-2025.md et content/events/journee-2026.md
//! title: Journée annuelle
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! # content/events/journee-2026.md
//! title: Journée annuelle 2026
//! ```
//! ---
//! RGAA criterion 8.6. Two pages of one language have the same window title. A page and its translation may
//! have the same.
//!
//! ## Why it matters
//!
//! In the history, the bookmarks, the tabs or the results of a search engine nothing tells the two pages
//! apart.
//!
//! ## Example
//!
//! ```yaml
//! # content/events/journee-2025.md and content/events/journee-2026.md
//! title: Annual meeting
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! # content/events/journee-2026.md
//! title: Annual meeting 2026
//! ```

use std::collections::HashMap;

use super::page_titles::{language_of, title_of};
use crate::diagnostic::Severity;
use crate::language::Language;
use crate::locale::both;
use crate::measures::Measures;
use crate::model::Federation;
use crate::rule::{Pack, PageFault, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "repeated-page-title",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("titre de fenêtre répété", "window title repeated"),
    source: include_str!("repeated_page_title.rs"),
    run: Run::Pages { criteria: &["8.6"], run },
};

fn run(measures: &Measures, federation: &Federation, report: &mut PageReport<'_>) {
    let mut known: HashMap<(Option<&Language>, &str), &str> = HashMap::new();
    for page in measures.pages.iter().filter(|page| !page.title.is_empty()) {
        let (language, first) = (language_of(page, federation), page.address.as_str());
        let Some(other) = known.get(&(language, page.title.as_str())) else {
            known.insert((language, &page.title), first);
            continue;
        };
        let message = wording!(
            "la page `{other}` a déjà ce titre de fenêtre",
            "the page `{other}` has this window title already",
        );
        let hint = wording!(
            "dites dans le titre ce qui distingue cette page : une date, un lieu, un numéro",
            "say in the title what sets this page apart: a date, a place, a number",
        );
        report
            .push(PageFault { trace: Some(title_of(page)), ..report.of(&page.address, message) }.hint(hint));
    }
}
