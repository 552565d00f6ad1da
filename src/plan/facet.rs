//! Facets: the directories of poles and of organisations, cut one way at a time. Only those that
//! have someone are planned.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::address::{Address, Addresses, section_name};
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
    let poles = federation.listed(Kind::Pole).filter(|(id, _)| federation.is_current_pole(*id));
    for (id, cuts) in poles.map(|(id, _)| (id, of_pole(federation, id))) {
        for facet in cuts {
            facets.entry(facet).or_default().push(id);
        }
    }
    for (id, _) in federation.listed(Kind::Organisation) {
        for facet in of_organisation(federation, id) {
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

fn of_pole(federation: &Federation, id: EntityId) -> Vec<Facet> {
    let sectors = federation.entity(id).organisation().map(|it| it.sectors.as_slice()).unwrap_or_default();
    let regions = regions(federation, id);
    let mut facets: Vec<Facet> = sectors.iter().cloned().map(Facet::Sector).collect();
    for region in regions {
        facets.push(Facet::Region(region));
        facets.extend(sectors.iter().map(|sector| Facet::RegionAndSector(region, sector.clone())));
    }
    once_each(facets)
}

fn of_organisation(federation: &Federation, id: EntityId) -> Vec<Facet> {
    let kind = federation.entity(id).organisation().and_then(|it| it.kind.clone());
    let mut facets: Vec<Facet> = kind.into_iter().map(Facet::OrganisationKind).collect();
    facets.extend(regions(federation, id).into_iter().map(Facet::OrganisationRegion));
    once_each(facets)
}

/// The regions that an organisation says it is present in, those that pages show.
fn regions(federation: &Federation, id: EntityId) -> Vec<EntityId> {
    let written = federation.entity(id).organisation().map(|it| it.regions.as_slice()).unwrap_or_default();
    let known = written.iter().filter_map(|region| federation.find_known(region));
    known.filter(|region| federation.entity(*region).kind() == Kind::Region).collect()
}

/// A list of a file may name a thing twice.
fn once_each(mut facets: Vec<Facet>) -> Vec<Facet> {
    facets.sort_unstable();
    facets.dedup();
    facets
}
