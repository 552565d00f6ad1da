//! Addresses that the files of the content make, whatever the day: a text to come or taken down has
//! one, and an address is not lost because its text does not show today.

use std::collections::BTreeMap;

use super::{Address, Addresses};
use crate::language::Language;
use crate::model::{Entity, EntityId, Federation};

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
