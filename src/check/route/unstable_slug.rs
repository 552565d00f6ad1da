//! Le nom du fichier d'une actualité commence par une année, et sa clé `date` en donne une autre. Le jour
//! et le mois ne sont pas comparés. Un fichier dont le nom ne porte pas de date n'est pas concerné.
//!
//! ## Pourquoi
//!
//! L'année de `date` fait partie de l'adresse. L'une des deux est sans doute fausse : la corriger après la
//! publication changerait l'adresse, et les liens déjà donnés ne mèneraient plus à rien.
//!
//! ## Exemple
//!
//! ```yaml
//! # content/news/2023/2023-03-30-enter-labellise.md
//! date: 2024-03-30
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! # content/news/2023/2023-03-30-enter-labellise.md
//! date: 2023-03-30
//! ```
//! ---
//! The file name of a post begins with a year, and its key `date` gives another. Day and month are not
//! compared. A file whose name bears no date is not concerned.
//!
//! ## Why it matters
//!
//! The year of `date` is part of the address. One of the two is probably wrong: mending it after
//! publication would change the address, and links already given would lead nowhere.
//!
//! ## Example
//!
//! ```yaml
//! # content/news/2023/2023-03-30-enter-labellise.md
//! date: 2024-03-30
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! # content/news/2023/2023-03-30-enter-labellise.md
//! date: 2023-03-30
//! ```

use crate::date::Precision;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::plan::without_date;
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::Span;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "unstable-slug",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("adresse instable", "unstable slug"),
    source: include_str!("unstable_slug.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for (_, entity) in federation.all() {
        let Some(date) = entity.post().and_then(|post| post.date) else { continue };
        let id = entity.id();
        let prefix = id.get(..id.len() - without_date(id).len()).unwrap_or("").trim_end_matches('-');
        // The year of the address is that of the first day.
        let machine = match date.precision {
            Precision::Interval => date.first.to_string(),
            _ => date.machine(),
        };
        // The year is part of the address: a date that disagrees is bound to be mended one day.
        if prefix.is_empty() || prefix.get(..4) == Some(&date.year().to_string()) {
            continue;
        }
        let document = &entity.document;
        let span = document.record.span("date").unwrap_or(Span::default());
        let message = wording!(
            "le fichier est daté de `{prefix}` et l'actualité de `{machine}` : son adresse changerait avec la correction",
            "the file is dated `{prefix}` and the post `{machine}`: its address would change once mended",
        );
        let hint =
            wording!("accordez les deux dates avant de publier", "make both dates agree before publishing");
        report.push(report.diagnostic(&document.path, span, message).hint(hint));
    }
}
