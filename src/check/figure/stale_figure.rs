//! Le plus récent chiffre d'un indicateur a dépassé la durée de vie (`shelf_life`, en mois) que la liste des
//! indicateurs lui donne, alors que le site le montre comme actuel : sur la fiche d'un pôle, d'une
//! organisation, d'une région ou d'un programme, ou dans une page. Un seul message par fiche. La règle
//! compte à partir de la fin de la date (`2024` : le 31 décembre), au jour où l'on construit le site. Elle se
//! tait sur les valeurs plus anciennes d'une série, les objectifs et les parts, dans les textes datés, les
//! phases et les partenariats, sur une organisation fermée, et là où un texte choisit une date.
//!
//! ## Pourquoi
//!
//! Le visiteur prend pour actuel un nombre qui ne l'est plus.
//!
//! ## Exemple
//!
//! ```yaml
//! # members a `shelf_life: 36` ; on est en 2026
//! figures:
//!   - {metric: members, value: "120", as_of: 2019-12-31, source: rapport-2019}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! figures:
//!   - {metric: members, value: "120", as_of: 2019-12-31, source: rapport-2019}
//!   - {metric: members, value: "148", as_of: 2025-12-31, source: rapport-2025}
//! ```
//! ---
//! The latest figure of a metric has outlived the shelf life (`shelf_life`, in months) that the list of metrics
//! gives it, while the site shows it as current: on the entry of a pole, organisation, region or programme, or
//! in a page. One message an entry. The rule counts from the end of the date (`2024`: 31 December), on the day
//! of the build. It is silent on the older values of a series, on targets and parts, in dated texts, phases and
//! partnerships, on an organisation that has closed, and where a text chooses a date.
//!
//! ## Why it matters
//!
//! Visitors take for current a number that is so no longer.
//!
//! ## Example
//!
//! ```yaml
//! # members has `shelf_life: 36`; the year is 2026
//! figures:
//!   - {metric: members, value: "120", as_of: 2019-12-31, source: report-2019}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! figures:
//!   - {metric: members, value: "120", as_of: 2019-12-31, source: report-2019}
//!   - {metric: members, value: "148", as_of: 2025-12-31, source: report-2025}
//! ```

use std::collections::BTreeMap;

use jiff::ToSpan as _;

use crate::check::figures::{Shown, words};
use crate::diagnostic::Severity;
use crate::locale::{Wording, both};
use crate::model::{Data, Entity, Fact as _, Federation, Figure};
use crate::rule::{Pack, Report, Rule, Run};
use crate::schema::{Kind, List};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "stale-figure",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("chiffre ancien", "stale figure"),
    source: include_str!("stale_figure.rs"),
    run: Run::Federation(run),
};

/// A figure that has outlived its shelf life, and this in months.
type Stale<'a> = (&'a Figure, i64);

fn run(federation: &Federation, report: &mut Report<'_>) {
    for (_, entity) in federation.all().filter(|(_, entity)| entity.is_known) {
        let is_current = is_current(federation, entity);
        if is_current {
            own_figures(federation, entity, report);
        }
        if is_current || entity.kind() == Kind::Page {
            shown_figures(federation, entity, report);
        }
    }
}

/// Whether an entry speaks of today: news, phases and partnerships are of their time.
fn is_current(federation: &Federation, entity: &Entity) -> bool {
    match &entity.data {
        Data::Organisation(organisation) => {
            organisation.closed.is_none_or(|closed| closed.last > federation.today())
        }
        Data::Region(_) | Data::Programme(_) | Data::Person(_) => true,
        _ => false,
    }
}

/// The latest figures of an entry that are old: one message, at the first.
fn own_figures(federation: &Federation, entity: &Entity, report: &mut Report<'_>) {
    let stale = latest_stale(federation, entity);
    let Some(((first, life), others)) = stale.split_first() else { return };
    let path = &entity.document.path;
    let diagnostic = report.diagnostic(path, first.span, message(federation, first, *life));
    let mut diagnostic = diagnostic.hint(advice(others.len()));
    for (other, _) in others {
        diagnostic = diagnostic.label(path, other.span, wording!("ancien aussi", "old too"));
    }
    report.push(diagnostic);
}

/// The figures that an entry shows as current and that are old, in the order of the file.
fn latest_stale<'a>(federation: &Federation, entity: &'a Entity) -> Vec<Stale<'a>> {
    let mut by_metric: BTreeMap<&str, Vec<&Figure>> = BTreeMap::new();
    for figure in entity.figures.known(federation.today()).filter(|figure| figure.is_whole()) {
        by_metric.entry(&figure.metric).or_default().push(figure);
    }
    let latest = by_metric.into_iter().map(|(metric, all)| federation.eligible(metric, all.into_iter()));
    let mut stale: Vec<Stale<'_>> =
        latest.filter_map(|eligible| eligible.last().and_then(|it| stale(federation, it))).collect();
    stale.sort_by_key(|(figure, _)| figure.span.start);
    stale
}

/// Old figures that a text shows, of entries that do not tell them themselves.
fn shown_figures(federation: &Federation, entity: &Entity, report: &mut Report<'_>) {
    let shown = Shown::all(federation, &entity.document).filter(|shown| !shown.names_date());
    for shown in shown.filter(|shown| !is_current(federation, shown.entity)) {
        let known = shown.chosen().filter(|it| it.is_whole() && it.is_known(federation.today()));
        let eligible = federation.eligible(shown.metric, known);
        if let Some((figure, life)) = eligible.last().and_then(|figure| stale(federation, figure)) {
            let message = message(federation, figure, life);
            report.push(report.diagnostic(&entity.document.path, shown.span, message).hint(advice(0)));
        }
    }
}

/// The figure, where its shelf life is over for every day of its date.
fn stale<'a>(federation: &Federation, figure: &'a Figure) -> Option<Stale<'a>> {
    let life = federation.vocabularies.term(List::Metrics, &figure.metric)?.shelf_life?;
    let end = figure.as_of.last.saturating_add(life.months());
    (end < federation.today()).then_some((figure, life))
}

fn message(federation: &Federation, figure: &Figure, life: i64) -> Wording {
    let (metric, value, date) = (&figure.metric, words(federation, figure), figure.as_of.machine());
    wording!(
        "`{metric}`, `{value}` à la date de {date}, est ancien : il a plus de {life} mois",
        "`{metric}`, `{value}` as of {date}, is old: it has more than {life} months",
    )
}

fn advice(others: usize) -> Wording {
    match others {
        0 => wording!(
            "cherchez une valeur plus récente et ajoutez-la à la suite, sans effacer celle-ci",
            "look for a more recent value and add it below, without removing this one",
        ),
        1 => wording!(
            "cherchez une valeur plus récente et ajoutez-la à la suite ; un autre chiffre de la fiche est ancien aussi",
            "look for a more recent value and add it below; another figure of the entry is old too",
        ),
        others => wording!(
            "cherchez des valeurs plus récentes et ajoutez-les à la suite ; {others} autres chiffres de la fiche sont anciens aussi",
            "look for more recent values and add them below; {others} other figures of the entry are old too",
        ),
    }
}
