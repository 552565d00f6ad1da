//! Critère RGAA 5.4. Un tableau de données n'a pas de titre : ni `caption`, ni `aria-label`, et la partie de la
//! page qui le contient seul n'en a pas non plus. Un tableau écrit en Markdown en reçoit un.
//!
//! ## Pourquoi
//!
//! Qui parcourt la page de tableau en tableau n'entend que leurs titres. Sans titre, il faut lire des cellules
//! pour savoir de quoi il s'agit.
//!
//! ## Exemple
//!
//! ```html
//! <table><tr><th scope="col">Pôle</th></tr>…</table>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <table><caption>Les pôles labellisés</caption><tr><th scope="col">Pôle</th></tr>…</table>
//! ```
//! ---
//! RGAA criterion 5.4. A table of data has no title: neither `caption` nor `aria-label`, and the part of the page
//! that holds it alone has none either. A table written in Markdown is given one.
//!
//! ## Why it matters
//!
//! Whoever goes through the page from table to table hears nothing but their titles. Without one, cells must be
//! read to know what it is about.
//!
//! ## Example
//!
//! ```html
//! <table><tr><th scope="col">Cluster</th></tr>…</table>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <table><caption>The labelled clusters</caption><tr><th scope="col">Cluster</th></tr>…</table>
//! ```

use super::names::{given_name, name, words};
use super::tables::{data_tables, parts};
use crate::diagnostic::Severity;
use crate::html::tree::{Element, Tree};
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "table-without-title",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("tableau sans titre", "table without a title"),
    source: include_str!("table_without_title.rs"),
    run: Run::Page { criteria: &["5.4"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    for table in data_tables(page.tree).filter(|table| !has_title(page.tree, *table)) {
        let message = wording!("le tableau n'a pas de titre", "the table has no title");
        let hint = wording!(
            "commencez-le par `<caption>` et ce qu'il contient",
            "begin it with `<caption>` and what it holds",
        );
        report.push(report.at(&page.record.address, table, message).hint(hint));
    }
}

fn has_title(tree: &Tree, table: Element<'_>) -> bool {
    let has_caption = parts(table).any(|part| part.is("caption") && !words(part).is_empty());
    let has_own = || given_name(tree, table).is_some() || table.has("title");
    // What makes a wide table scroll has its name, and is announced right before it.
    let is_within_named = || {
        let around = table.parent().filter(|around| around.children().count() == 1);
        around.is_some_and(|around| !around.is("main") && given_name(tree, around).is_some())
            || table.parent().is_some_and(|around| is_captioned(tree, around))
    };
    has_caption || has_own() || is_within_named()
}

/// Whether a `<figure>` says what it shows.
fn is_captioned(tree: &Tree, around: Element<'_>) -> bool {
    around.is("figure") && around.children().any(|it| it.is("figcaption") && !name(tree, it).is_empty())
}
