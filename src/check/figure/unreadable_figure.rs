//! La valeur d'un chiffre ne se lit pas comme un nombre : elle est écrite en toutes lettres, en donne deux,
//! ou groupe mal ses chiffres (`12 34`). Un mot avant le nombre (`environ`, `plus de`, `près de`), un ordre
//! de grandeur (`k`, `M`, `Md`, millions) et une unité sont compris. Une
//! virgule ou un point sépare les décimales, jamais les milliers ; suivis de trois chiffres, comme dans
//! `1.600`, ils pourraient dire l'un ou l'autre et sont refusés. Un signe, comme dans `-3`, l'est aussi.
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
//! decimals, never thousands; before three digits, as in `1,600`, it could mean either and is refused. So is
//! a sign, as in `-3`.
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
use crate::locale::{Wording, both};
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "unreadable-figure",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("nombre illisible", "unreadable figure"),
    source: include_str!("unreadable_figure.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::UnreadableFigure { written } = &fault.kind {
            let (message, hint) = explain(written);
            report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
        }
    }
}

fn explain(written: &str) -> (Wording, Wording) {
    if written.trim_start().starts_with(['-', '−', '+']) {
        return (
            wording!("`{written}` porte un signe", "`{written}` bears a sign"),
            wording!(
                "un chiffre s'écrit sans signe : dites dans `note` s'il s'agit d'une baisse ou d'une hausse",
                "a figure is written without a sign: say in `note` whether it is a fall or a rise",
            ),
        );
    }
    if has_three_decimals(written) {
        return (
            wording!(
                "`{written}` peut se lire avec des milliers ou avec des décimales",
                "`{written}` can be read with thousands or with decimals",
            ),
            wording!(
                "séparez les milliers par une espace (`1 600`), ou ôtez les zéros de la fin (`1,6`)",
                "part thousands with a space (`1 600`), or drop the zeros at the end (`1,6`)",
            ),
        );
    }
    (
        wording!("`{written}` ne se lit pas comme un nombre", "`{written}` does not read as a number"),
        wording!(
            "écrivez par exemple `1 600`, `1,3 Md€`, `83 %` ou `plus de 1 100`",
            "write for example `1 600`, `1,3 Md€`, `83 %` or `more than 1 100`",
        ),
    )
}

/// Whether one comma or point stands between digits, before three of them: `1.600`.
fn has_three_decimals(written: &str) -> bool {
    let Some((whole, decimals)) = written.split_once([',', '.']) else { return false };
    let digits = decimals.bytes().take_while(u8::is_ascii_digit).count();
    let goes_on = decimals.get(digits..).is_some_and(|rest| rest.starts_with([',', '.']));
    digits == 3 && !goes_on && whole.ends_with(|last: char| last.is_ascii_digit())
}
