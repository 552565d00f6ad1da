//! Critère RGAA 5.8. Un tableau de mise en page (`role="presentation"`) a ce qui n'appartient qu'aux tableaux de
//! données : `caption`, `thead`, `tfoot`, `th`, `scope`, `headers` ou `summary`.
//!
//! ## Pourquoi
//!
//! Les deux se contredisent : un lecteur d'écran annoncerait en-têtes et titre d'un tableau qui n'en est pas un.
//!
//! ## Exemple
//!
//! ```html
//! <table role="presentation"><tr><th>Contact</th><td>…</td></tr></table>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <dl><div><dt>Contact</dt><dd>…</dd></div></dl>
//! ```
//! ---
//! RGAA criterion 5.8. A table of layout (`role="presentation"`) has what belongs to tables of data alone:
//! `caption`, `thead`, `tfoot`, `th`, `scope`, `headers` or `summary`.
//!
//! ## Why it matters
//!
//! The two contradict each other: a screen reader would announce headers and title of a table that is none.
//!
//! ## Example
//!
//! ```html
//! <table role="presentation"><tr><th>Contact</th><td>…</td></tr></table>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <dl><div><dt>Contact</dt><dd>…</dd></div></dl>
//! ```

use super::tables::{is_layout, parts};
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "layout-table-with-headers",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("tableau de mise en page avec en-têtes", "table of layout with headers"),
    source: include_str!("layout_table_with_headers.rs"),
    run: Run::Page { criteria: &["5.8"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    for table in page.tree.named("table").filter(|table| is_layout(*table)) {
        let mut parts = std::iter::once(table).chain(parts(table));
        let Some(part) = parts.find(|part| is_of_data(*part)) else { continue };
        let message = wording!(
            "le tableau de mise en page a ce qui n'appartient qu'aux tableaux de données",
            "the table of layout has what belongs to tables of data alone",
        );
        let hint = wording!(
            "ôtez `role=\"presentation\"` s'il contient des données ; sinon ôtez ses en-têtes et son titre",
            "take `role=\"presentation\"` out if it holds data; otherwise take its headers and title out",
        );
        report.push(report.at(&page.record.address, part, message).hint(hint));
    }
}

fn is_of_data(part: Element<'_>) -> bool {
    part.is_any(&["caption", "tfoot", "th", "thead"])
        || ["headers", "scope", "summary"].iter().any(|name| part.has(name))
}
