//! Addresses that the files of the content make, whatever the day: a text to come or taken down has
//! one, and an address is not lost because its text does not show today.

use std::collections::{BTreeMap, BTreeSet};

use super::{Address, Addresses, CALENDAR_FILE, KINDS_WITH_KEY_FIGURES, NewsFilter, Output, Plan};
use super::{Route, Subject, former_addresses};
use crate::dataset::Dataset;
use crate::language::Language;
use crate::model::{Data, Entity, EntityId, Federation, Publicity};
use crate::schema::Kind;

/// The addresses of an entity, whether it shows or not. Profiles are shown in every language, their
/// facts being the same in all; texts only in those that they are written in.
#[must_use]
pub fn entity_addresses<'a>(federation: &'a Federation, entity: &Entity) -> Vec<(&'a Language, Address)> {
    let config = &federation.config;
    let Some(first) = config.languages.first() else { return Vec::new() };
    let is_written = |language: &&Language| !entity.kind().is_text() || entity.is_written_in(language, first);
    let languages = config.languages.iter().filter(is_written);
    languages.map(|language| (language, Addresses::new(config, language).entity(entity))).collect()
}

/// The addresses of what the public cannot read on the federation's day.
#[must_use]
pub fn hidden_addresses(federation: &Federation) -> BTreeMap<Address, EntityId> {
    let is_hidden = |entity: &Entity| entity.publicity(federation.today()) != Publicity::Public;
    let hidden = federation.all().filter(|(_, entity)| !entity.is_known || is_hidden(entity));
    let addresses = hidden.flat_map(|(id, entity)| {
        entity_addresses(federation, entity).into_iter().map(move |(_, address)| (address, id))
    });
    addresses.collect()
}

/// The ends of the addresses of posts whose dates could not be read: nobody knows the year in them.
#[must_use]
pub fn undated_ends(federation: &Federation) -> BTreeSet<String> {
    let is_undated = |entity: &&Entity| entity.post().is_some_and(|post| post.date.is_none());
    let undated = federation.all().map(|(_, entity)| entity).filter(is_undated);
    let addresses = undated.flat_map(|entity| entity_addresses(federation, entity));
    addresses.map(|(_, address)| address.end().to_owned()).collect()
}

impl Plan {
    /// The routes whose addresses others may keep: pages, feeds, calendars and files of the content.
    /// Lists of news and facets are left out, for they come and go with what they list.
    pub fn lasting_routes(&self) -> impl Iterator<Item = &Route> {
        self.routes.iter().filter(|route| match &route.output {
            Output::Page(Subject::NotFound | Subject::Facet(_), _) => false,
            Output::Page(Subject::News(filter, number), _) => *filter == NewsFilter::All && *number == 1,
            Output::Page(..)
            | Output::Feed(_)
            | Output::Agenda(_)
            | Output::Event(..)
            | Output::ContentFile(_) => true,
            _ => false,
        })
    }

    /// Every address that leads somewhere on this day or, by the files alone, on another.
    #[must_use]
    pub fn lasting_addresses(&self, federation: &Federation) -> BTreeSet<Address> {
        let shown = self.routes.iter().map(|route| route.address.clone());
        let mut addresses: BTreeSet<Address> = shown.chain(self.kept.keys().cloned()).collect();
        // What a draft will have is no other's fault yet, but links may lead to it.
        for (_, entity) in federation.all().filter(|(_, entity)| !entity.is_known) {
            for (_, address) in entity_addresses(federation, entity) {
                if entity.kind() == Kind::Event {
                    addresses.insert(Address::new(&format!("{address}{CALENDAR_FILE}")));
                }
                addresses.insert(address);
            }
            addresses.extend(former_addresses(entity).map(|(address, _)| address));
        }
        addresses
    }
}

/// When the files make something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Presence {
    /// On the federation's day.
    Today,
    /// On another day, without an edit.
    AnotherDay,
    /// On no day.
    Never,
}

impl Presence {
    pub(super) fn new(is_today: bool, is_on_any_day: impl FnOnce() -> bool) -> Self {
        match is_today {
            true => Self::Today,
            false if is_on_any_day() => Self::AnotherDay,
            false => Self::Never,
        }
    }
}

/// When an entity shows; a draft waits for an edit.
pub(super) fn entity(federation: &Federation, entity: &Entity) -> Presence {
    Presence::new(entity.is_known, || federation.moment.with_unpublished || !entity.is_draft())
}

/// The entities of a kind that lists show on some day.
pub(super) fn ever_listed(federation: &Federation, kind: Kind) -> impl Iterator<Item = (EntityId, &Entity)> {
    federation
        .all()
        .filter(move |(_, it)| it.kind() == kind && it.is_listed && entity(federation, it) != Presence::Never)
}

/// When the list of a kind has something.
pub(super) fn lists(federation: &Federation, kind: Kind) -> Presence {
    let is_today = federation.listed(kind).next().is_some();
    Presence::new(is_today, || ever_listed(federation, kind).next().is_some())
}

/// When there is a figure for the page of key figures.
pub(super) fn key_figures(federation: &Federation) -> Presence {
    let kinds = || KINDS_WITH_KEY_FIGURES.into_iter();
    let today = federation.today();
    let mut listed = kinds().flat_map(|kind| federation.listed(kind));
    let is_today = listed.any(|(_, entity)| entity.figures.known(today).next().is_some());
    Presence::new(is_today, || {
        let mut listed = kinds().flat_map(|kind| ever_listed(federation, kind));
        listed.any(|(_, entity)| !entity.figures.all().is_empty())
    })
}

/// When someone holds or held a post of the federation.
pub(super) fn governance(federation: &Federation) -> Presence {
    Presence::new(!federation.governed().is_empty(), || federation.is_ever_governed())
}

/// Whether a table of open data has a row on some day.
pub(super) fn has_rows(federation: &Federation, dataset: Dataset) -> bool {
    let of = |kind: Kind, has_row: fn(&Entity) -> bool| {
        ever_listed(federation, kind).any(|(_, entity)| has_row(entity))
    };
    match dataset {
        Dataset::Poles => of(Kind::Pole, |_| true),
        Dataset::Labels => of(Kind::Pole, |pole| {
            pole.organisation().is_some_and(|organisation| !organisation.labels.all().is_empty())
        }),
        Dataset::Partnerships => of(Kind::Partnership, |_| true),
        Dataset::Milestones => of(Kind::Partnership, |entity| match &entity.data {
            Data::Partnership(partnership) => !partnership.milestones.all().is_empty(),
            _ => false,
        }),
        Dataset::Regions => of(Kind::Region, |_| true),
        Dataset::Figures => Kind::ALL
            .into_iter()
            .any(|kind| !kind.is_text() && of(kind, |entity| !entity.figures.all().is_empty())),
    }
}
