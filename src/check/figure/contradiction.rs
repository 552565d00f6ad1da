//! Two figures of one entry that cannot both be right: alone, or where a text shows them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::check::figures::{Shown, quantity};
use crate::config;
use crate::model::{Entity, Federation, Figure};
use crate::quantity::Qualifier;
use crate::source::{FilePath, Place, Span};

/// Two values of one thing, at one date and from one source.
#[derive(Clone, Copy)]
pub(super) struct Contradiction<'a> {
    pub entity: &'a Entity,
    pub first: &'a Figure,
    pub second: &'a Figure,
}

/// Whose figure contradicts another, and where it stands.
pub(super) type Key = (Arc<str>, Span);

impl<'a> Contradiction<'a> {
    /// Every one: each figure is held against the first of its like, and the first contradiction counts.
    pub fn all(federation: &'a Federation) -> impl Iterator<Item = Self> {
        federation
            .all()
            .flat_map(move |(_, entity)| Self::among(federation, entity, entity.figures.all().iter()))
    }

    fn among(
        federation: &'a Federation,
        entity: &'a Entity,
        figures: impl Iterator<Item = &'a Figure>,
    ) -> Vec<Self> {
        let mut firsts: BTreeMap<_, (&Figure, bool)> = BTreeMap::new();
        let mut found = Vec::new();
        for second in figures {
            let Some(likeness) = likeness(second) else { continue };
            let (first, is_told) = firsts.entry(likeness).or_insert((second, false));
            if !*is_told && !quantity(federation, first).may_equal(&quantity(federation, second)) {
                *is_told = true;
                found.push(Self { entity, first, second });
            }
        }
        found
    }

    /// The one that is all the trouble of several figures that may stand in one place.
    pub fn behind(federation: &'a Federation, entity: &'a Entity, eligible: &[&'a Figure]) -> Option<Self> {
        let first = likeness(eligible.first()?)?;
        let are_alike = eligible.iter().all(|figure| likeness(figure).as_ref() == Some(&first));
        let found = Self::among(federation, entity, eligible.iter().copied());
        found.into_iter().next().filter(|_| are_alike)
    }

    /// Those that texts or the first page show, each with the first place that does.
    pub fn shown(federation: &'a Federation) -> BTreeMap<Key, (Self, Place)> {
        let mut shown = BTreeMap::new();
        if Self::all(federation).next().is_none() {
            return shown;
        }
        let mut add = |entity: &'a Entity, eligible: &[&'a Figure], place: Place| {
            if let Some(found) = Self::behind(federation, entity, eligible) {
                shown.entry(found.key()).or_insert((found, place));
            }
        };
        // Texts show the same figures over and over.
        let mut seen = BTreeSet::new();
        for document in federation.all().flat_map(|(_, entity)| entity.documents()) {
            let texts = Shown::all(federation, document);
            for text in texts.filter(|text| seen.insert((text.entity.id(), text.metric, text.choices))) {
                let eligible = federation.eligible(text.metric, text.chosen());
                add(text.entity, &eligible, Place::new(&document.path, text.span));
            }
        }
        for (headline, span) in Headline::all(federation) {
            add(
                headline.entity,
                &headline.eligible(federation),
                Place::new(&FilePath::new(config::FILE), span),
            );
        }
        shown
    }

    pub fn key(&self) -> Key {
        (self.entity.id().clone(), self.second.span)
    }
}

/// A figure that the configuration names for the first page.
pub(super) struct Headline<'a> {
    pub entity: &'a Entity,
    metric: &'a str,
}

impl<'a> Headline<'a> {
    /// Every one of a known entry, with its place.
    pub fn all(federation: &'a Federation) -> impl Iterator<Item = (Self, Span)> {
        federation.config.headline_figures.iter().filter_map(|(written, span)| {
            let (entity, metric) = written.split_once('/')?;
            let id = federation.find(entity).filter(|_| !federation.may_have(entity))?;
            Some((Self { entity: federation.entity(id), metric }, *span))
        })
    }

    /// The figures that may stand there: the first page cannot choose.
    pub fn eligible(&self, federation: &Federation) -> Vec<&'a Figure> {
        let figures = self.entity.figures.all().iter();
        let of_metric = figures.filter(|figure| &*figure.metric == self.metric && figure.is_whole());
        federation.eligible(self.metric, of_metric)
    }
}

/// What two figures must share to contradict each other; nothing where the source is missing.
fn likeness(figure: &Figure) -> Option<impl Ord + '_> {
    let what = (&figure.metric, &figure.part_of, figure.group, &figure.scope);
    let is_target = figure.quantity.qualifier == Some(Qualifier::Target);
    let date = (figure.as_of.first, figure.as_of.last);
    Some((what, is_target, date, figure.source.as_ref()?, &figure.note))
}
