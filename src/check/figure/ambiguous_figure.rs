//! Un texte, ou la configuration, montre le chiffre d'une fiche, et plusieurs, qui diffèrent, peuvent y prendre
//! place. Sans autre choix, c'est le plus récent chiffre de la fiche elle-même ; à défaut, un chiffre d'un
//! périmètre (`scope`), d'un groupe (`group`), une part, un objectif. Une date imprécise compte à sa fin
//! (`2018` : le 31 décembre). Si l'indicateur est `comparable: false`, aucune date ne remplace l'autre. Deux
//! valeurs que rien ne distingue, à une même date et d'après une même source, sont signalées une fois, dans la
//! fiche.
//!
//! ## Pourquoi
//!
//! Deux sources qui diffèrent sont deux chiffres. Le site ne choisit pas entre elles à la place de l'auteur.
//!
//! ## Exemple
//!
//! ```markdown
//! À la fin de la phase III, {{figure: phase-iii/poles-labelled}} pôles avaient le label.
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! À la fin de la phase III, {{figure: phase-iii/poles-labelled source=usine-nouvelle-2019}} pôles avaient
//! le label.
//! ```
//! ---
//! A text, or the configuration, shows a figure of an entry, and several that differ may stand there. Without
//! another choice it is the latest figure of the entry itself; failing that, a figure of a scope, of a group
//! (`group`), a part, a target. An imprecise date counts at its end (`2018`: 31 December). Where the metric is
//! `comparable: false`, no date replaces another. Two values that nothing tells apart, at one date and from one
//! source, are told once, in the entry.
//!
//! ## Why it matters
//!
//! Two sources that differ are two figures. The site does not choose between them in the writer's place.
//!
//! ## Example
//!
//! ```markdown
//! At the end of phase III, {{figure: phase-iii/poles-labelled}} poles had the label.
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! At the end of phase III, {{figure: phase-iii/poles-labelled source=usine-nouvelle-2019}} poles had the
//! label.
//! ```

use std::collections::BTreeMap;

use super::contradiction::{Contradiction, Headline};
use crate::check::figures::{Shown, differ, words};
use crate::config;
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::{Wording, both};
use crate::model::{Citation, Entity, Federation, Figure};
use crate::rule::{Pack, Report, Rule, Run};
use crate::source::{FilePath, Place};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "ambiguous-figure",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("chiffre ambigu", "ambiguous figure"),
    source: include_str!("ambiguous_figure.rs"),
    run: Run::Federation(run),
};

/// More figures than a message needs to name.
const MOST_SHOWN: usize = 3;

fn run(federation: &Federation, report: &mut Report<'_>) {
    // Texts show the same figures over and over.
    let mut known = BTreeMap::new();
    for document in federation.all().flat_map(|(_, entity)| entity.documents()) {
        for shown in Shown::all(federation, document) {
            let key = (shown.entity.id(), shown.metric, shown.choices);
            let ambiguity = known.entry(key).or_insert_with(|| {
                let eligible = federation.eligible(shown.metric, shown.chosen());
                let is_plain = || Contradiction::behind(federation, shown.entity, &eligible).is_none();
                (differ(&eligible) && is_plain()).then(|| Ambiguity {
                    message: message(federation, &eligible),
                    hint: choice(&eligible),
                    shown: eligible.into_iter().take(MOST_SHOWN).collect(),
                })
            });
            if let Some(ambiguity) = ambiguity {
                let message = ambiguity.message.clone();
                let diagnostic = report.diagnostic(&document.path, shown.span, message);
                let diagnostic = diagnostic.hint(ambiguity.hint.clone());
                report.push(with_places(diagnostic, shown.entity, &ambiguity.shown));
            }
        }
    }
    headline_figures(federation, report);
    for (found, place) in Contradiction::shown(federation).into_values() {
        tell_contradiction(federation, found, &place, report);
    }
}

/// Two figures that cannot both be right are mended in their entry, and told there once for all texts.
fn tell_contradiction(
    federation: &Federation,
    found: Contradiction<'_>,
    shown_at: &Place,
    report: &mut Report<'_>,
) {
    let Contradiction { entity, first, second } = found;
    let (one, other, metric) = (words(federation, first), words(federation, second), &second.metric);
    let message = wording!(
        "`{metric}`, qu'un texte montre, vaut ici `{other}` et plus haut `{one}`, à la même date et d'après la même source",
        "`{metric}`, which a text shows, is `{other}` here and `{one}` above, at the same date and from the same source",
    );
    let hint = wording!(
        "corrigez l'un des deux : la page ne peut pas choisir",
        "mend one of the two: the page cannot choose",
    );
    let path = &entity.document.path;
    let diagnostic = report.diagnostic(path, second.span, message).hint(hint);
    let diagnostic = diagnostic.label(path, first.span, wording!("l'autre valeur", "the other value"));
    report.push(diagnostic.label(&shown_at.file, shown_at.span, wording!("montré ici", "shown here")));
}

/// What is told of figures that may stand in one place.
struct Ambiguity<'a> {
    message: Wording,
    hint: Wording,
    shown: Vec<&'a Figure>,
}

/// The first page shows figures too, and cannot choose.
fn headline_figures(federation: &Federation, report: &mut Report<'_>) {
    let file = FilePath::new(config::FILE);
    for (headline, span) in Headline::all(federation) {
        let eligible = headline.eligible(federation);
        let is_contradiction = Contradiction::behind(federation, headline.entity, &eligible).is_some();
        if differ(&eligible) && !is_contradiction {
            let diagnostic = report.diagnostic(&file, span, message(federation, &eligible));
            let hint = wording!(
                "la première page ne peut pas choisir : prenez un autre indicateur",
                "the first page cannot choose: take another metric",
            );
            report.push(with_places(diagnostic.hint(hint), headline.entity, &eligible));
        }
    }
}

fn message(federation: &Federation, eligible: &[&Figure]) -> Wording {
    let shown = eligible.iter().take(MOST_SHOWN);
    let mut values: Vec<String> = shown.map(|figure| format!("`{}`", words(federation, figure))).collect();
    if eligible.len() > MOST_SHOWN {
        values.push("…".to_owned());
    }
    let values = values.join(", ");
    wording!(
        "plusieurs chiffres peuvent prendre place ici : {values}",
        "several figures may stand here: {values}",
    )
}

fn with_places(diagnostic: Diagnostic, entity: &Entity, eligible: &[&Figure]) -> Diagnostic {
    eligible.iter().take(MOST_SHOWN).fold(diagnostic, |diagnostic, figure| {
        diagnostic.label(&entity.document.path, figure.span, wording!("l'un d'eux", "one of them"))
    })
}

/// What a text may add to choose one of them.
fn choice(eligible: &[&Figure]) -> Wording {
    let source = |figure: &Figure| match &figure.source {
        Some(Citation::Listed(id)) => Some(format!("`source={id}`")),
        _ => None,
    };
    let date = |figure: &Figure| Some(format!("`as_of={}`", figure.as_of.machine()));
    let telling = [alone(eligible, source), alone(eligible, date)];
    let choices = telling.into_iter().find(|choices| !choices.is_empty()).unwrap_or_default();
    match choices.as_slice() {
        [one, other, ..] => {
            wording!("choisissez-en un : ajoutez {one} ou {other}", "choose one: add {one} or {other}",)
        }
        [one] => {
            wording!("choisissez-en un : ajoutez par exemple {one}", "choose one: add {one} for example")
        }
        [] => wording!(
            "ni date ni source n'en désigne un seul : précisez-les dans la fiche, ou donnez-y le chiffre d'ensemble, sans `scope` ni `part_of`",
            "neither date nor source names one alone: make them exact in the entry, or give it the figure of the whole, without `scope` or `part_of`",
        ),
    }
}

/// The words that choose one figure alone, in the order of the figures.
fn alone(eligible: &[&Figure], words: impl Fn(&Figure) -> Option<String>) -> Vec<String> {
    let all: Vec<String> = eligible.iter().filter_map(|figure| words(figure)).collect();
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    for words in &all {
        *counts.entry(words).or_default() += 1;
    }
    all.iter().filter(|words| counts.get(words) == Some(&1)).cloned().collect()
}
