//! What several rules of the group look at: figures that a file lacks something of, that a text
//! shows, that are parts and wholes.

use std::sync::Arc;

use crate::date::Day;
use crate::model::{Entity, Federation, Figure, FigureGroup};
use crate::parse::{Document, FaultKind, Target};
use crate::quantity::{Qualifier, Quantity};
use crate::schema::{List, Shape};
use crate::source::Span;

/// Whether a missing key has a rule of its own: the date and the source of a figure.
pub(super) fn has_own_rule(shape: &Shape, key: &str) -> bool {
    shape.name == "figures" && matches!(key, "as_of" | "source")
}

/// Where figures of a file lack a key, and whether the key is there and holds nothing.
pub(super) fn lacking(document: &Document, wanted: &'static str) -> impl Iterator<Item = (Span, bool)> {
    document.faults.iter().filter_map(move |fault| match &fault.kind {
        FaultKind::MissingKey { key, shape, .. } if *key == wanted && has_own_rule(shape, key) => {
            Some((fault.span, false))
        }
        FaultKind::EmptyList { key, shape } if *key == wanted && has_own_rule(shape, key) => {
            Some((fault.span, true))
        }
        _ => None,
    })
}

/// A figure that a text shows.
pub(super) struct Shown<'a> {
    /// Where the text names what is measured.
    pub span: Span,
    /// Whose figure it is.
    pub entity: &'a Entity,
    /// The id of what is measured.
    pub metric: &'a str,
    /// What the text chooses by: keys and values.
    pub choices: &'a [(Arc<str>, Arc<str>)],
}

impl<'a> Shown<'a> {
    /// The figures that a text shows, of entities and metrics that are known.
    pub fn all(federation: &'a Federation, document: &'a Document) -> impl Iterator<Item = Self> {
        document.references.iter().filter_map(|reference| {
            let Target::Figure { entity, metric, choices } = &reference.target else { return None };
            federation.vocabularies.term(List::Metrics, metric)?;
            let found = federation.find(entity).filter(|_| !federation.may_have(entity))?;
            Some(Self { span: reference.span, entity: federation.entity(found), metric, choices })
        })
    }

    /// Those of its figures that the text lets in.
    pub fn chosen(&self) -> impl Iterator<Item = &'a Figure> {
        let (metric, choices) = (self.metric, self.choices);
        let of_metric = self.entity.figures.all().iter().filter(move |figure| &*figure.metric == metric);
        of_metric.filter(move |figure| choices.iter().all(|(key, value)| figure.is_chosen(key, value)))
    }

    /// Whether the text names the date of the figure.
    pub fn names_date(&self) -> bool {
        self.choices.iter().any(|(key, _)| matches!(&**key, "as_of" | "date"))
    }
}

/// Whether figures that may stand in one place tell the reader different things.
pub(super) fn differ(figures: &[&Figure]) -> bool {
    let tells = |figure: &Figure| {
        let mut quantity = figure.quantity.clone();
        quantity.qualifier = quantity.qualifier.filter(|nuance| *nuance != Qualifier::Exact);
        (quantity, figure.scope.clone(), figure.group)
    };
    figures.split_first().is_some_and(|(first, others)| {
        let first = tells(first);
        others.iter().any(|other| tells(other) != first)
    })
}

/// The number of a figure, in the unit of its metric where it names none.
pub(super) fn quantity(federation: &Federation, figure: &Figure) -> Quantity {
    let metric = federation.vocabularies.term(List::Metrics, &figure.metric);
    figure.quantity.clone().or_unit(metric.and_then(|metric| metric.unit.as_ref()))
}

/// The number of a figure as the site's first language writes it.
pub(super) fn words(federation: &Federation, figure: &Figure) -> String {
    let quantity = quantity(federation, figure);
    federation.config.languages.first().map(|first| quantity.words(first)).unwrap_or_default()
}

/// What parts and their whole have in common: they are told of one day, of the same people, and
/// count in one unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Total<'a> {
    metric: &'a str,
    group: Option<FigureGroup>,
    date: (Day, Day),
    unit: Option<Arc<str>>,
}

impl<'a> Total<'a> {
    /// What a figure is the whole of; nothing for a part or a target.
    pub fn of(federation: &Federation, figure: &'a Figure) -> Option<Self> {
        Self::new(federation, figure, &figure.metric).filter(|_| figure.is_whole())
    }

    /// What a figure is a part of; nothing for a whole or a target.
    pub fn above(federation: &Federation, figure: &'a Figure) -> Option<Self> {
        let whole = figure.part_of.as_ref()?;
        let is_target = figure.quantity.qualifier == Some(Qualifier::Target);
        Self::new(federation, figure, whole).filter(|_| !is_target)
    }

    /// Nothing where the list of metrics does not tell the unit.
    fn new(federation: &Federation, figure: &'a Figure, metric: &'a str) -> Option<Self> {
        let own_metric = federation.vocabularies.term(List::Metrics, &figure.metric)?;
        let unit = figure.quantity.unit.as_ref().or(own_metric.unit.as_ref()).cloned();
        let date = (figure.as_of.first, figure.as_of.last);
        Some(Self { metric, group: figure.group, date, unit })
    }
}
