//! Un texte contient une directive entre doubles accolades que grappe ne connaît pas. La seule est
//! `figure`, qui montre un chiffre d'une fiche ; elle est relevée aussi quand elle ne dit pas quelle fiche
//! et quel indicateur, ou que `}}` ne la ferme pas sur sa ligne. Ce qui est écrit comme du code n'est pas concerné.
//!
//! ## Pourquoi
//!
//! La phrase s'afficherait avec un trou à la place du chiffre.
//!
//! ## Exemple
//!
//! ```markdown
//! Le pôle s'appuie sur {{chiffre: images-et-reseaux/experts}} experts et {{figure: membres}} membres.
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! Le pôle s'appuie sur {{figure: images-et-reseaux/experts}} experts.
//! ```
//! ---
//! A text holds a directive between double braces that grappe does not know. The only one is `figure`,
//! which shows a figure of an entry; it is reported too where it does not say which entry and which metric,
//! or where no `}}` closes it on its line.
//! What is written as code is not concerned.
//!
//! ## Why it matters
//!
//! The sentence would show with a hole in place of the figure.
//!
//! ## Example
//!
//! ```markdown
//! The cluster relies on {{number: images-et-reseaux/experts}} experts and {{figure: members}} members.
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! The cluster relies on {{figure: images-et-reseaux/experts}} experts.
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "unknown-directive",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("directive inconnue", "unknown directive"),
    source: include_str!("unknown_directive.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::UnknownDirective { name } = &fault.kind {
            let message = wording!("il n'y a pas de directive `{name}`", "there is no directive `{name}`");
            let hint = wording!(
                "`{{{{figure: fiche/indicateur}}}}` montre un chiffre avec sa date et sa source",
                "`{{{{figure: entry/metric}}}}` shows a figure with its date and source",
            );
            report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
        }
        if let FaultKind::UnknownOption { key } = &fault.kind {
            let message =
                wording!("la directive ne connaît pas `{key}`", "the directive does not know `{key}`");
            let hint = wording!(
                "pour choisir entre plusieurs chiffres : `as_of=2023-12-31`, `source=identifiant` ou `group=poles`",
                "to choose between several figures: `as_of=2023-12-31`, `source=id` or `group=poles`",
            );
            report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
        }
        if let FaultKind::UnclosedDirective = &fault.kind {
            let message = wording!(
                "la directive n'est pas fermée par `}}}}` sur sa ligne",
                "the directive is not closed by `}}}}` on its line",
            );
            let hint = wording!(
                "écrivez `{{{{figure: fiche/indicateur}}}}` en entier sur une ligne",
                "write `{{{{figure: entry/metric}}}}` whole, on one line",
            );
            report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
        }
        if let FaultKind::BrokenDirective = &fault.kind {
            let message = wording!(
                "la directive ne dit pas quel chiffre montrer",
                "the directive does not say which figure to show",
            );
            let hint = wording!(
                "écrivez `{{{{figure: fiche/indicateur}}}}`",
                "write `{{{{figure: entry/metric}}}}`",
            );
            report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
        }
    }
}
