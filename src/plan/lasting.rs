//! Addresses that the files of the content make, whatever the day: a text to come or taken down has
//! one, and an address is not lost because its text does not show today.

use std::collections::{BTreeMap, BTreeSet};

use super::{Address, Addresses, CALENDAR_FILE, INDEXED, NewsFilter, Output, Plan, Route, Subject};
use super::{content_file_address, former_addresses};
use crate::language::Language;
use crate::model::{Entity, EntityId, Federation};
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

/// The addresses of the entities that do not show on the federation's day.
#[must_use]
pub fn hidden_addresses(federation: &Federation) -> BTreeMap<Address, EntityId> {
    let hidden = federation.all().filter(|(_, entity)| !entity.is_known);
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
        let mut addresses: BTreeSet<Address> =
            self.routes.iter().map(|route| route.address.clone()).collect();
        addresses.extend(federation.assets().map(|file| content_file_address(&federation.config, file)));
        for language in &federation.config.languages {
            sections(federation, &Addresses::new(&federation.config, language), &mut addresses);
        }
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

/// The pages of a language that are there as long as what they list is in the files.
fn sections(federation: &Federation, of: &Addresses<'_>, addresses: &mut BTreeSet<Address>) {
    let has = |kind: Kind| federation.all().any(|(_, entity)| entity.kind() == kind);
    addresses.extend(INDEXED.iter().filter(|kind| has(**kind)).map(|kind| of.section(*kind)));
    if has(Kind::Event) {
        addresses.insert(of.file(CALENDAR_FILE));
    }
    if federation.all().any(|(_, entity)| !entity.figures.all().is_empty()) {
        addresses.insert(of.join(&[of.word("figures")]));
    }
    for (kind, word) in [(Kind::Person, "governance"), (Kind::Post, "press"), (Kind::Pole, "open_data")] {
        if has(kind) {
            addresses.insert(of.join(&[of.word(word)]));
        }
    }
}
