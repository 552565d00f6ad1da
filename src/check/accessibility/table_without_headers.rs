//! Critères RGAA 5.6 et 5.7. Un tableau de données n'a aucune cellule d'en-tête (`th`), ou l'une d'elles ne dit
//! pas si elle vaut pour sa colonne ou pour sa ligne : ni `scope`, ni `id` que d'autres cellules nomment.
//!
//! ## Pourquoi
//!
//! Dans une cellule, un lecteur d'écran rappelle ses en-têtes : « Membres, 112 ». Sans eux, il dit « 112 ».
//!
//! ## Exemple
//!
//! ```html
//! <tr><th>TES</th><td>112</td></tr>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <tr><th scope="row">TES</th><td>112</td></tr>
//! ```
//! ---
//! RGAA criteria 5.6 and 5.7. A table of data has no header cell (`th`), or one of them does not say whether it
//! is of its column or of its row: neither `scope` nor an `id` that other cells name.
//!
//! ## Why it matters
//!
//! In a cell a screen reader tells its headers again: "Members, 112". Without them it says "112".
//!
//! ## Example
//!
//! ```html
//! <tr><th>TES</th><td>112</td></tr>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <tr><th scope="row">TES</th><td>112</td></tr>
//! ```

use std::cell::OnceCell;
use std::collections::HashSet;

use super::tables::{data_tables, parts};
use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "table-without-headers",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("tableau sans en-têtes", "table without headers"),
    source: include_str!("table_without_headers.rs"),
    run: Run::Page { criteria: &["5.6", "5.7"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    for table in data_tables(page.tree) {
        if !parts(table).any(is_header) {
            let message = wording!("le tableau n'a aucune cellule d'en-tête", "the table has no header cell");
            let hint = wording!(
                "faites de ses en-têtes des `<th>` avec `scope` ; si ce n'est qu'une mise en page, ajoutez `role=\"presentation\"`",
                "make its headers `<th>` with `scope`; if it is nothing but layout, add `role=\"presentation\"`",
            );
            report.push(report.at(&page.record.address, table, message).hint(hint));
        }
        let named = OnceCell::new();
        for header in parts(table).filter(|part| part.is("th") && !has_direction(*part, table, &named)) {
            let message = wording!(
                "l'en-tête ne dit pas s'il vaut pour sa colonne ou pour sa ligne",
                "the header does not say whether it is of its column or of its row",
            );
            let hint = wording!(
                "ajoutez `scope=\"col\"` ou `scope=\"row\"`",
                "add `scope=\"col\"` or `scope=\"row\"`"
            );
            report.push(report.at(&page.record.address, header, message).hint(hint));
        }
    }
}

fn is_header(part: Element<'_>) -> bool {
    part.is("th") || matches!(part.get("role"), Some("columnheader" | "rowheader"))
}

const SCOPES: [&str; 4] = ["col", "colgroup", "row", "rowgroup"];

fn has_direction<'a>(header: Element<'a>, table: Element<'a>, named: &OnceCell<HashSet<&'a str>>) -> bool {
    let ids = |cell: Element<'a>| cell.get("headers").unwrap_or("").split_ascii_whitespace();
    let named = || named.get_or_init(|| parts(table).flat_map(ids).collect());
    header.get("scope").is_some_and(|scope| SCOPES.iter().any(|known| scope.eq_ignore_ascii_case(known)))
        || matches!(header.get("role"), Some("columnheader" | "rowheader"))
        || header.get("id").is_some_and(|id| named().contains(id))
}
