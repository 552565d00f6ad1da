//! Critère RGAA 8.6. Le titre de fenêtre d'une page ne finit pas par le nom du site.
//!
//! ## Pourquoi
//!
//! Parmi vingt onglets ou dans des favoris, « Contact » ne dit pas de quel site c'est le contact.
//!
//! ## Exemple
//!
//! ```html
//! <title>{{ page.title }}</title>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <title>{{ page.title }} – {{ site.name }}</title>
//! ```
//! ---
//! RGAA criterion 8.6. The window title of a page does not end with the name of the site.
//!
//! ## Why it matters
//!
//! Among twenty tabs or in bookmarks, "Contact" does not say which site it is the contact of.
//!
//! ## Example
//!
//! ```html
//! <title>{{ page.title }}</title>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <title>{{ page.title }} – {{ site.name }}</title>
//! ```

use super::page_titles::language_of;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::measures::Measures;
use crate::model::Federation;
use crate::rendered::Trace;
use crate::rule::{Pack, PageFault, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "title-without-site-name",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("titre de fenêtre sans le nom du site", "window title without the name of the site"),
    source: include_str!("title_without_site_name.rs"),
    run: Run::Pages { criteria: &["8.6"], run },
};

fn run(measures: &Measures, federation: &Federation, report: &mut PageReport<'_>) {
    for page in measures.pages.iter().filter(|page| !page.title.is_empty()) {
        let Some(language) = language_of(page, federation) else { continue };
        let site = federation.config.names.get(language);
        if ends_with(&page.title, site) {
            continue;
        }
        let message = wording!(
            "le titre de la fenêtre ne finit pas par le nom du site, `{site}`",
            "the window title does not end with the name of the site, `{site}`",
        );
        let hint = wording!(
            "dans le gabarit, écrivez `{{{{ site.name }}}}` à la fin de `<title>`",
            "in the template, write `{{{{ site.name }}}}` at the end of `<title>`",
        );
        let trace = Trace { name: "title".to_owned(), ..Trace::default() };
        report.push(PageFault { trace: Some(trace), ..report.of(&page.address, message) }.hint(hint));
    }
}

/// Whether a title ends with a name, whatever the spaces and marks: typography changes those.
fn ends_with(title: &str, name: &str) -> bool {
    let mut title = title.chars().rev().filter(|letter| letter.is_alphanumeric());
    name.chars().rev().filter(|letter| letter.is_alphanumeric()).all(|letter| title.next() == Some(letter))
}
