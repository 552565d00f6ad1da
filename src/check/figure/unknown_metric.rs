//! Un chiffre, une part (`part_of`), un texte (`{{figure: …}}`) ou la configuration nomme un indicateur qui
//! n'est pas dans `content/vocabularies/metrics.yaml`. La règle se tait tant que cette liste ne peut pas être
//! lue.
//!
//! ## Pourquoi
//!
//! C'est l'indicateur qui dit ce que l'on compte, dans quelle unité, et quels chiffres se comparent : sous
//! deux noms, une même chose ferait deux séries.
//!
//! ## Exemple
//!
//! ```yaml
//! metric: expert
//! value: "50"
//! as_of: 2024-04-29
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
//! A figure, a part (`part_of`), a text (`{{figure: …}}`) or the configuration names a metric that is not in
//! `content/vocabularies/metrics.yaml`. The rule is silent as long as this list cannot be read.
//!
//! ## Why it matters
//!
//! The metric says what is counted, in which unit, and which figures compare: under two names, one thing
//! would make two series.
//!
//! ## Example
//!
//! ```yaml
//! metric: expert
//! value: "50"
//! as_of: 2024-04-29
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

use crate::check::references::each_reference;
use crate::config;
use crate::diagnostic::Severity;
use crate::locale::{Wording, both};
use crate::model::{Federation, Resolution};
use crate::parse::{Target, is_slug};
use crate::rule::{Pack, Report, Rule, Run};
use crate::schema::List;
use crate::source::{FilePath, Span};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "unknown-metric",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("indicateur inconnu", "unknown metric"),
    source: include_str!("unknown_metric.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for (document, reference) in each_reference(federation) {
        if let Target::Term { list: List::Metrics, id } = &reference.target
            && federation.resolve(document, &reference.target) == Resolution::Missing
        {
            tell(federation, &document.path, reference.span, id, report);
        }
    }
    let file = FilePath::new(config::FILE);
    for (written, span) in &federation.config.headline_figures {
        let Some((entity, metric)) = written.split_once('/') else { continue };
        let target = Target::Term { list: List::Metrics, id: metric.into() };
        // An entry that is not there is told first: `dangling-reference`.
        if federation.find(entity).is_some() && !federation.has(&target) && !federation.may_lack(&target) {
            tell(federation, &file, *span, metric, report);
        }
    }
}

fn tell(federation: &Federation, file: &FilePath, span: Span, id: &str, report: &mut Report<'_>) {
    let message = wording!("aucun indicateur `{id}` dans la liste", "no metric `{id}` in the list");
    let suggestion = suggestion(federation, id, report);
    let diagnostic = report.diagnostic(file, span, message).hint_if(suggestion);
    report.push(diagnostic.hint(addition(id)));
}

fn suggestion(federation: &Federation, id: &str, report: &mut Report<'_>) -> Option<Wording> {
    let ids = federation.vocabularies.terms(List::Metrics).map(|term| term.id.as_ref());
    let near = report.nearest(id, ids)?;
    Some(wording!("vouliez-vous dire `{near}` ?", "did you mean `{near}`?"))
}

fn addition(id: &str) -> Wording {
    if !is_slug(id) {
        return wording!(
            "un indicateur s'écrit en minuscules sans accent, chiffres et traits d'union, comme dans `content/vocabularies/metrics.yaml`",
            "a metric is written in lower-case letters without accents, digits and hyphens, as in `content/vocabularies/metrics.yaml`",
        );
    }
    wording!(
        "un nouvel indicateur s'ajoute dans `content/vocabularies/metrics.yaml` : `- id: {id}`, puis `name`, `plural` et `unit`",
        "a new metric is added in `content/vocabularies/metrics.yaml`: `- id: {id}`, then `name`, `plural` and `unit`",
    )
}
