//! Critère RGAA 8.2. Deux éléments d'une page ont le même `id`. L'ancre d'un intertitre en est un.
//!
//! ## Pourquoi
//!
//! Un lien vers une ancre, l'étiquette d'un champ ou la description d'une image mènent au premier des deux
//! : l'autre n'est jamais atteint.
//!
//! ## Exemple
//!
//! ```markdown
//! ## Contenu
//!
//! Le gabarit a déjà un `id="contenu"`.
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! ## Contenu du rapport
//!
//! Le gabarit a déjà un `id="contenu"`.
//! ```
//! ---
//! RGAA criterion 8.2. Two elements of a page have the same `id`. The anchor of a heading is one.
//!
//! ## Why it matters
//!
//! A link to an anchor, the label of a field or the description of a picture lead to the first of the two:
//! the other is never reached.
//!
//! ## Example
//!
//! ```markdown
//! ## Content
//!
//! The template has an `id="content"` already.
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! ## Content of the report
//!
//! The template has an `id="content"` already.
//! ```

use std::collections::HashSet;

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "repeated-html-id",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("identifiant répété dans la page", "id repeated in the page"),
    source: include_str!("repeated_html_id.rs"),
    run: Run::Page { criteria: &["8.2"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let mut known = HashSet::new();
    for element in page.tree.select(&[], &["id"]) {
        let Some(id) = element.get("id").filter(|id| !known.insert(*id)) else { continue };
        let message = wording!(
            "`{id}` est déjà le nom d'un autre élément de la page",
            "`{id}` is the name of another element of the page already"
        );
        let hint = wording!(
            "dans un texte, changez l'intertitre ou son ancre ; dans un gabarit, l'attribut `id`",
            "in a text, change the heading or its anchor; in a template, the attribute `id`",
        );
        report.push(report.at(&page.record.address, element, message).hint(hint));
    }
}
