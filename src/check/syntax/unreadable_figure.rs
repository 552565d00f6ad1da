//! La valeur d'un chiffre ne se lit pas comme un nombre : elle est écrite en toutes lettres, en donne deux,
//! ou groupe mal ses chiffres (`12 34`). Un mot avant le nombre (`environ`, `plus de`, `près de`), un ordre
//! de grandeur (`k`, `M`, `Md`, millions) et une unité sont compris. Un point sépare les décimales, jamais
//! les milliers : `1.600` se lit 1,6.
//!
//! ## Pourquoi
//!
//! grappe compare les chiffres et les écrit à la manière de chaque langue : « 1,3 Md€ » en français,
//! « €1.3 billion » en anglais. Il faut pour cela un nombre lu sans deviner.
//!
//! ## Exemple
//!
//! ```yaml
//! metric: projects-labelled
//! value: onze cents et plus
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! metric: projects-labelled
//! value: plus de 1 100
//! ```
//! ---
//! The value of a figure does not read as a number: it is spelt out, gives two numbers, or groups its
//! digits badly (`12 34`). A word before the number (`environ`, `plus de`, `près de`, `more than`), an
//! order of magnitude (`k`, `M`, `Md`, million) and a unit are understood. A comma or a point marks
//! decimals, never thousands: `1,600` reads as 1.6.
//!
//! ## Why it matters
//!
//! grappe compares figures and writes them as each language does: “1,3 Md€” in French, “€1.3 billion” in
//! English. For that it needs a number read without a guess.
//!
//! ## Example
//!
//! ```yaml
//! metric: projects-labelled
//! value: eleven hundred or more
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! metric: projects-labelled
//! value: more than 1 100
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::parse::{Document, FaultKind};
use crate::rule::{Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "unreadable-figure",
    severity: Severity::Error,
    title: both("nombre illisible", "unreadable figure"),
    source: include_str!("unreadable_figure.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::UnreadableFigure { written } = &fault.kind {
            let message = wording!(
                "`{written}` ne se lit pas comme un nombre",
                "`{written}` does not read as a number",
            );
            let hint = wording!(
                "écrivez par exemple `1 600`, `1,3 Md€`, `83 %` ou `plus de 1 100`",
                "write for example `1 600`, `1,3 Md€`, `83 %` or `more than 1 100`",
            );
            report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
        }
    }
}
