//! Une fiche ou un texte cite un identifiant inconnu : une fiche (`regions`, `about`, `[[tes]]`,
//! `pole:tes`), un terme d'une liste (secteur, thème, source) ou un chiffre que la fiche citée n'a pas.
//! L'identifiant d'une fiche est le nom de son fichier sans sa terminaison. Une zone citée comme région
//! relève de `zone-as-region`, un indicateur inconnu de `unknown-metric`. Dans `author` et `launched_by`, un nom avec une majuscule ou une
//! espace est pris pour un texte.
//!
//! ## Pourquoi
//!
//! Le lien resterait sans page, le chiffre laisserait un trou dans la phrase, et le fait manquerait sur la
//! page de la fiche que l'on voulait citer.
//!
//! ## Exemple
//!
//! ```yaml
//! regions: [bretagn]
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! regions: [bretagne]
//! ```
//! ---
//! An entry or a text refers to an unknown id: an entry (`regions`, `about`, `[[tes]]`, `pole:tes`), a term
//! of a list (sector, theme, source) or a figure that the entry named does not have. The id of an entry is the
//! name of its file without its ending. A zone named as a region belongs to `zone-as-region`, an unknown
//! metric to `unknown-metric`. In `author` and `launched_by`, a name with a capital or a space is taken as words.
//!
//! ## Why it matters
//!
//! The link would have no page, the figure would leave a hole in the sentence, and the fact would be
//! missing from the page of the entry that was meant.
//!
//! ## Example
//!
//! ```yaml
//! regions: [bretagn]
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! regions: [bretagne]
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;
use std::sync::Arc;

use crate::check::references::each_reference;
use crate::locale::Wording;
use crate::model::Resolution;
use crate::parse::{Target, is_slug};
use crate::schema::{Kind, List};
use crate::source::FilePath;
use crate::suggestion::nearest;

pub(in crate::check) static RULE: Rule = Rule {
    code: "dangling-reference",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("référence introuvable", "dangling reference"),
    source: include_str!("dangling_reference.rs"),
    run: Run::Federation(run),
};

/// For how many faults of a run the nearest id is looked for, among all ids each time: nobody reads
/// more, and a hundred thousand would take minutes.
const HELPED: usize = 500;

fn run(federation: &Federation, report: &mut Report<'_>) {
    let mut told = 0;
    for (document, reference) in each_reference(federation) {
        if federation.resolve(document, &reference.target) != Resolution::Missing
            || is_metric(&reference.target)
            || super::super::region::zone_as_region::is_zone(federation, reference)
        {
            continue;
        }
        let (message, hint) = explain(federation, &reference.target, told < HELPED);
        told += 1;
        report.push(report.diagnostic(&document.path, reference.span, message).hint(hint));
    }
    headline_figures(federation, report);
    contact(federation, report);
}

/// The configuration names the entry by which readers write: a page, or who answers.
fn contact(federation: &Federation, report: &mut Report<'_>) {
    let Some((id, span)) = &federation.config.contact else { return };
    let target = Target::Entity { kinds: &[], named: None, id: id.as_str().into(), fragment: None };
    if !federation.has(&target) && !federation.may_lack(&target) {
        let (message, hint) = explain(federation, &target, true);
        report.push(report.diagnostic(&FilePath::new(crate::config::FILE), *span, message).hint(hint));
    }
}

/// `unknown-metric` tells these.
const fn is_metric(target: &Target) -> bool {
    matches!(target, Target::Term { list: List::Metrics, .. })
}

/// The configuration names figures too, for the first page.
fn headline_figures(federation: &Federation, report: &mut Report<'_>) {
    let file = FilePath::new(crate::config::FILE);
    for (written, span) in &federation.config.headline_figures {
        let Some((entity, metric)) = written.split_once('/') else {
            let message = wording!("`{written}` ne nomme pas de chiffre", "`{written}` names no figure");
            let hint = wording!(
                "écrivez la fiche et l'indicateur : `fiche/indicateur`, par exemple `tes/members`",
                "write the entry and the metric: `entry/metric`, for example `tes/members`",
            );
            report.push(report.diagnostic(&file, *span, message).hint(hint));
            continue;
        };
        let (entity, metric): (Arc<str>, Arc<str>) = (entity.into(), metric.into());
        let target = match federation.find(written.split('/').next().unwrap_or("")) {
            None => Target::Entity { kinds: &[], named: None, id: entity, fragment: None },
            // `unknown-metric` tells it.
            Some(_) if federation.vocabularies.term(List::Metrics, &metric).is_none() => continue,
            Some(_) => Target::Figure { entity, metric, choices: Vec::new() },
        };
        if !federation.has(&target) && !federation.may_lack(&target) {
            let (message, hint) = explain(federation, &target, true);
            report.push(report.diagnostic(&file, *span, message).hint(hint));
        }
    }
}

fn explain(federation: &Federation, target: &Target, is_helped: bool) -> (Wording, Wording) {
    match target {
        Target::Entity { kinds, named, id, .. } => {
            let allowed = named.as_ref().map_or(*kinds, std::slice::from_ref);
            (no_entity(allowed, id), entity_hint(federation, allowed, id, is_helped))
        }
        Target::Term { list, id } => (no_term(*list, id), term_hint(federation, *list, id, is_helped)),
        Target::Figure { entity, metric, choices } if !choices.is_empty() => {
            let choices: Vec<String> = choices.iter().map(|(key, value)| format!("{key}={value}")).collect();
            let choices = choices.join(" ");
            (
                wording!(
                    "aucun chiffre `{metric}` de la fiche `{entity}` n'a `{choices}`",
                    "no figure `{metric}` of the entry `{entity}` has `{choices}`",
                ),
                wording!(
                    "reprenez la date ou la source telles que la fiche les écrit",
                    "take the date or source as the entry writes them",
                ),
            )
        }
        Target::Figure { entity, metric, .. } => (
            wording!(
                "la fiche `{entity}` n'a pas de chiffre `{metric}`",
                "the entry `{entity}` has no figure `{metric}`",
            ),
            figure_hint(federation, entity),
        ),
        Target::File { path, .. } | Target::Page { path, .. } => (
            wording!("`{path}` n'existe pas", "`{path}` does not exist"),
            wording!("corrigez le lien", "mend the link"),
        ),
        Target::Anchor { fragment } => (
            wording!("`#{fragment}` n'existe pas", "`#{fragment}` does not exist"),
            wording!("corrigez le lien", "mend the link"),
        ),
    }
}

fn no_entity(kinds: &[Kind], id: &str) -> Wording {
    match kinds {
        [kind] => {
            let french = kind.none(crate::locale::Locale::French);
            let english = kind.none(crate::locale::Locale::English);
            wording!("{french} `{id}`", "{english} `{id}`")
        }
        _ => wording!("aucune fiche `{id}`", "no entry `{id}`"),
    }
}

fn entity_hint(federation: &Federation, kinds: &[Kind], id: &str, is_helped: bool) -> Wording {
    let ids = federation.all().map(|(_, entity)| entity);
    let allowed = ids.filter(|entity| kinds.is_empty() || kinds.contains(&entity.kind()));
    let near = || nearest(id, allowed.map(|entity| entity.id().as_ref()));
    if let Some(near) = is_helped.then(near).flatten() {
        return wording!("vouliez-vous dire `{near}` ?", "did you mean `{near}`?");
    }
    match kinds {
        [kind] if is_slug(id) => {
            let (folder, extension) = (kind.folder(), kind.format().extension());
            wording!(
                "corrigez l'identifiant, ou créez `content/{folder}/{id}{extension}`",
                "mend the id, or make `content/{folder}/{id}{extension}`",
            )
        }
        _ => wording!("corrigez l'identifiant, ou créez sa fiche", "mend the id, or make its entry"),
    }
}

fn no_term(list: List, id: &str) -> Wording {
    let french = list.none(crate::locale::Locale::French);
    let english = list.none(crate::locale::Locale::English);
    wording!("{french} `{id}` dans la liste", "{english} `{id}` in the list")
}

fn term_hint(federation: &Federation, list: List, id: &str, is_helped: bool) -> Wording {
    let ids = federation.vocabularies.terms(list).map(|term| term.id.as_ref());
    if let Some(near) = is_helped.then(|| nearest(id, ids)).flatten() {
        return wording!("vouliez-vous dire `{near}` ?", "did you mean `{near}`?");
    }
    let name = list.name();
    wording!(
        "corrigez l'identifiant, ou ajoutez-le à `content/vocabularies/{name}.yaml`",
        "mend the id, or add it to `content/vocabularies/{name}.yaml`",
    )
}

fn figure_hint(federation: &Federation, entity: &str) -> Wording {
    let entity = federation.find(entity).map(|id| federation.entity(id));
    let figures = entity.map_or(&[][..], |entity| entity.figures.all());
    let mut metrics: Vec<&str> = figures.iter().map(|figure| figure.metric.as_ref()).collect();
    metrics.sort_unstable();
    metrics.dedup();
    if metrics.is_empty() {
        return wording!("cette fiche n'a aucun chiffre", "this entry has no figure");
    }
    let metrics = metrics.join(", ");
    wording!("chiffres de la fiche : {metrics}", "figures of the entry: {metrics}")
}
