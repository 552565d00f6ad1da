//! Un chiffre n'a pas de date (`as_of`), ou la clé est vide.
//!
//! ## Pourquoi
//!
//! Un nombre de membres ne vaut qu'à un moment. Sans date, le site ne sait ni quel chiffre est le plus
//! récent, ni s'il est ancien, ni depuis quand il est connu.
//!
//! ## Exemple
//!
//! ```yaml
//! metric: experts
//! value: "50"
//! source: images-et-reseaux-2024
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! metric: experts
//! value: "50"
//! as_of: 2024-04-29
//! source: images-et-reseaux-2024
//! ```
//! ---
//! A figure has no date (`as_of`), or the key is empty.
//!
//! ## Why it matters
//!
//! A number of members holds at one time only. Without a date, the site knows neither which figure is the
//! latest, nor whether it is old, nor since when it is known.
//!
//! ## Example
//!
//! ```yaml
//! metric: experts
//! value: "50"
//! source: images-et-reseaux-2024
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! metric: experts
//! value: "50"
//! as_of: 2024-04-29
//! source: images-et-reseaux-2024
//! ```

use crate::check::figures::lacking;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::parse::Document;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "figure-without-date",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("chiffre sans date", "figure without date"),
    source: include_str!("figure_without_date.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for (span, is_empty) in lacking(document, "as_of") {
        let message = if is_empty {
            wording!("la date de ce chiffre est vide", "the date of this figure is empty")
        } else {
            wording!("ce chiffre n'a pas de date", "this figure has no date")
        };
        let hint = wording!(
            "écrivez dans `as_of:` quand il vaut ; si la source ne le dit pas, la date de la source : `2024`, `2024-04` ou `2024-04-29`",
            "write in `as_of:` when it holds; where the source does not say, the date of the source: `2024`, `2024-04` or `2024-04-29`",
        );
        report.push(report.diagnostic(&document.path, span, message).hint(hint));
    }
}
