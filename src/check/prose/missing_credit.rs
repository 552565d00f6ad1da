//! Une photographie (`.jpg`, `.jpeg`, `.heic`) est montrée sans que son auteur soit nommé : ni `credit` dans
//! la fiche, ni dans le fichier `photo.jpg.yaml` à côté d'elle, ni `credit` pour tout le site dans
//! `site-config.toml`. Une photographie montrée plusieurs fois est relevée une fois. Dessins et logos
//! (`.svg`, `.png`) ne sont pas concernés.
//!
//! ## Pourquoi
//!
//! Une photographie a un auteur, que la loi oblige à nommer. Des années plus tard, personne ne saurait plus
//! dire à qui elle est, ni si elle peut être reprise.
//!
//! ## Exemple
//!
//! ```yaml
//! image: {file: lannion.jpg, alt: Le bâtiment du pôle}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! image: {file: lannion.jpg, alt: Le bâtiment du pôle, credit: Service communication du pôle}
//! ```
//! ---
//! A photograph (`.jpg`, `.jpeg`, `.heic`) is shown and nobody says who took it: no `credit` in the entry,
//! none in the file `photo.jpg.yaml` beside it, and no `credit` for the whole site in `site-config.toml`. A
//! photograph shown several times is reported once. Drawings and logos (`.svg`, `.png`) are not concerned.
//!
//! ## Why it matters
//!
//! A photograph has an author, whom the law wants named. Years later nobody would know whose it is, or
//! whether it may be used again.
//!
//! ## Example
//!
//! ```yaml
//! image: {file: lannion.jpg, alt: The building of the cluster}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! image: {file: lannion.jpg, alt: The building of the cluster, credit: The cluster's own staff}
//! ```

use std::collections::BTreeSet;

use crate::check::pictures::{each_shown, filled};
use crate::diagnostic::Severity;
use crate::image_header::Format;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::FilePath;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "missing-credit",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("photographie sans crédit", "photograph without credit"),
    source: include_str!("missing_credit.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    if federation.config.credit.is_some() {
        return;
    }
    let mut told: BTreeSet<FilePath> = BTreeSet::new();
    for shown in each_shown(federation) {
        let Some(file) = shown.file.as_ref().filter(|file| is_photograph(file)) else { continue };
        let has_credit = shown.records(federation).any(|record| filled(record, "credit").is_some());
        if has_credit || shown.is_partly_unread(federation) || !told.insert(file.clone()) {
            continue;
        }
        let name = file.name();
        let message =
            wording!("la photographie `{name}` n'a pas de crédit", "the photograph `{name}` has no credit");
        let hint = wording!(
            "écrivez `credit:` et son auteur dans `{name}.yaml`, à côté de l'image",
            "write `credit:` and its author in `{name}.yaml`, beside the picture",
        );
        report.push(report.diagnostic(&shown.document.path, shown.span, message).hint(hint));
    }
}

fn is_photograph(file: &FilePath) -> bool {
    Format::of_name(file.name()).is_some_and(Format::is_photograph)
}
