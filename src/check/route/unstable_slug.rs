//! Le nom du fichier d'une actualité commence par une année, et sa clé `date` en donne une autre. Le jour
//! et le mois ne sont pas comparés. Un fichier dont le nom ne porte pas de date n'est pas concerné, ni une
//! actualité déjà publiée sous l'année de son fichier : `vanished-address` dit alors de corriger la date.
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
//! compared. A file whose name bears no date is not concerned, nor a post that was published under the year of
//! its file: `vanished-address` says then to mend the date.
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

use super::misdated::{Misdated, lost_addresses};
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::plan::Plan;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "unstable-slug",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("adresse instable", "unstable slug"),
    source: include_str!("unstable_slug.rs"),
    run: Run::Plan(run),
};

fn run(federation: &Federation, plan: &Plan, report: &mut Report<'_>) {
    let lost = lost_addresses(federation, plan);
    // `vanished-address` tells those that were published under the year of their file's name.
    for post in Misdated::all(federation).filter(|post| !lost.contains_key(&post.id)) {
        let (prefix, machine) = (post.of_file, post.written_date());
        let document = &post.entity.document;
        let span = document.record.span("date").unwrap_or_default();
        let message = wording!(
            "le fichier est daté de `{prefix}` et l'actualité de `{machine}` : son adresse changerait avec la correction",
            "the file is dated `{prefix}` and the post `{machine}`: its address would change once mended",
        );
        let hint =
            wording!("accordez les deux dates avant de publier", "make both dates agree before publishing");
        report.push(report.diagnostic(&document.path, span, message).hint(hint));
    }
}
