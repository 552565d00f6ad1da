//! Facets: the directories of poles and of organisations, cut one way at a time. Only those that
//! have someone are planned.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::address::{Address, Addresses, section_name};
use super::lasting::ever_listed;
use crate::config::Extra;
use crate::model::{EntityId, Federation};
use crate::schema::Kind;

/// One cut of a directory.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Poles present in a region.
    Region(EntityId),
    /// Poles of a sector, by the id of its term.
    Sector(Arc<str>),
    /// Poles present in a region that are of a sector.
    RegionAndSector(EntityId, Arc<str>),
    /// Poles labelled in a phase.
    Phase(EntityId),
    /// Organisations of a kind, by the id of its term.
    OrganisationKind(Arc<str>),
    /// Organisations present in a region.
    OrganisationRegion(EntityId),
}

impl Facet {
    /// The directory that it is a cut of.
    #[must_use]
    pub const fn directory(&self) -> Kind {
        match self {
            Self::Region(_) | Self::Sector(_) | Self::RegionAndSector(..) | Self::Phase(_) => Kind::Pole,
            Self::OrganisationKind(_) | Self::OrganisationRegion(_) => Kind::Organisation,
        }
    }

    /// Its address: below that of its directory.
    pub(super) fn address(&self, federation: &Federation, addresses: &Addresses<'_>) -> Address {
        let directory = addresses.word(section_name(self.directory()));
        let id = |id: &EntityId| federation.entity(*id).id().clone();
        let (word, first, second) = match self {
            Self::Region(region) | Self::OrganisationRegion(region) => ("region", id(region), None),
            Self::Sector(sector) => ("sector", sector.clone(), None),
            Self::RegionAndSector(region, sector) => ("region", id(region), Some(sector)),
            Self::Phase(phase) => ("phase", id(phase), None),
            Self::OrganisationKind(kind) => ("kind", kind.clone(), None),
        };
        let second = second.map_or("", AsRef::as_ref);
        addresses.join(&[directory, addresses.word(word), &first, second])
    }
}

/// Every facet with those in it, in order of path. Poles of the day count, but for phases: a pole
/// stays one of those that a phase labelled.
#[must_use]
pub fn facets(federation: &Federation) -> BTreeMap<Facet, Vec<EntityId>> {
    let mut facets: BTreeMap<Facet, Vec<EntityId>> = BTreeMap::new();
    if !federation.config.has(Extra::Facets) {
        return facets;
    }
    let poles = federation.listed(Kind::Pole).filter(|(id, _)| federation.is_current_pole(*id));
    let find = |id: &str| federation.find_known(id);
    for (id, cuts) in poles.map(|(id, _)| (id, of_pole(federation, id, find))) {
        for facet in cuts {
            facets.entry(facet).or_default().push(id);
        }
    }
    for (id, _) in federation.listed(Kind::Organisation) {
        for facet in of_organisation(federation, id, find) {
            facets.entry(facet).or_default().push(id);
        }
    }
    for (phase, _) in federation.listed(Kind::Phase) {
        let labelled = federation.labelled_in(phase);
        if !labelled.is_empty() {
            facets.insert(Facet::Phase(phase), labelled);
        }
    }
    facets
}

/// Every facet that may have someone on some day.
#[must_use]
pub fn facets_of_any_day(federation: &Federation) -> BTreeSet<Facet> {
    let find = |id: &str| federation.find(id);
    let mut facets = BTreeSet::new();
    if !federation.config.has(Extra::Facets) {
        return facets;
    }
    for (id, pole) in ever_listed(federation, Kind::Pole) {
        facets.extend(of_pole(federation, id, find));
        let labels = pole.organisation().into_iter().flat_map(|it| it.labels.all());
        let phases = labels.filter_map(|label| federation.find(&label.phase));
        let is_listed = |phase: &EntityId| {
            let phase = federation.entity(*phase);
            phase.kind() == Kind::Phase && phase.is_listed
        };
        facets.extend(phases.filter(is_listed).map(Facet::Phase));
    }
    for (id, _) in ever_listed(federation, Kind::Organisation) {
        facets.extend(of_organisation(federation, id, find));
    }
    facets
}

/// How an entity is found by its id: on the federation's day, or on any.
trait Find: Fn(&str) -> Option<EntityId> {}
impl<F: Fn(&str) -> Option<EntityId>> Find for F {}

fn of_pole(federation: &Federation, id: EntityId, find: impl Find) -> Vec<Facet> {
    let sectors = federation.entity(id).organisation().map(|it| it.sectors.as_slice()).unwrap_or_default();
    let regions = regions(federation, id, find);
    let mut facets: Vec<Facet> = sectors.iter().cloned().map(Facet::Sector).collect();
    for region in regions {
        facets.push(Facet::Region(region));
        facets.extend(sectors.iter().map(|sector| Facet::RegionAndSector(region, sector.clone())));
    }
    once_each(facets)
}

fn of_organisation(federation: &Federation, id: EntityId, find: impl Find) -> Vec<Facet> {
    let kind = federation.entity(id).organisation().and_then(|it| it.kind.clone());
    let mut facets: Vec<Facet> = kind.into_iter().map(Facet::OrganisationKind).collect();
    facets.extend(regions(federation, id, find).into_iter().map(Facet::OrganisationRegion));
    once_each(facets)
}

/// The regions that an organisation says it is present in, those that are found.
fn regions(federation: &Federation, id: EntityId, find: impl Find) -> Vec<EntityId> {
    let written = federation.entity(id).organisation().map(|it| it.regions.as_slice()).unwrap_or_default();
    let found = written.iter().filter_map(|region| find(region));
    found.filter(|region| federation.entity(*region).kind() == Kind::Region).collect()
}

/// A list of a file may name a thing twice.
fn once_each(mut facets: Vec<Facet>) -> Vec<Facet> {
    facets.sort_unstable();
    facets.dedup();
    facets
}
