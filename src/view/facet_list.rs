//! The ways to cut a directory, as lists of links with counts.

use serde::Serialize;

use super::link::LinkView;
use super::viewer::{Viewer, sorting_key};
use crate::model::{Data, EntityId};
use crate::plan::{Facet, Subject};
use crate::schema::{Kind, List};

/// Facets of one sort.
#[derive(Clone, Debug, Serialize)]
pub struct FacetsView {
    /// What they are: « Par secteur ».
    pub title: String,
    /// The words that none of them is chosen, where a directory is filtered by them: « Tous les
    /// secteurs »; empty elsewhere.
    pub any: String,
    /// Whether one of them and one of another such list have a page together, below that of the
    /// former.
    pub is_crossed: bool,
    /// They, by name; phases the latest first.
    pub links: Vec<FacetLinkView>,
}

/// A link to a facet.
#[derive(Clone, Debug, Serialize)]
pub struct FacetLinkView {
    /// The region, sector, phase or kind, linked to the facet.
    pub link: LinkView,
    /// How many are in it.
    pub count: usize,
}

/// By which of its parts a facet is named in a list.
#[derive(Clone, Copy)]
enum Named {
    ByRegion,
    ByOther,
}

impl Viewer<'_> {
    /// The ways to cut a directory; none for those that are not cut.
    pub fn facets_of(&self, directory: Kind) -> Vec<FacetsView> {
        with_links(match directory {
            Kind::Pole => vec![
                FacetsView { is_crossed: true, ..self.filter("region", Named::ByRegion, is_region) },
                FacetsView { is_crossed: true, ..self.filter("sector", Named::ByOther, is_sector) },
                self.filter("phase", Named::ByOther, is_phase),
            ],
            Kind::Organisation => vec![
                self.filter("kind", Named::ByOther, is_kind),
                self.filter("region", Named::ByRegion, is_organisation_region),
            ],
            _ => Vec::new(),
        })
    }

    /// The sectors that have poles.
    pub fn sectors(&self) -> Vec<FacetLinkView> {
        self.facets(Named::ByOther, is_sector)
    }

    /// The sectors of the poles of a region.
    pub fn sectors_of_region(&self, region: EntityId) -> Vec<FacetLinkView> {
        self.facets(Named::ByOther, |facet| is_in_region(facet, region))
    }

    /// Facets within one or beside it.
    pub fn neighbours(&self, facet: &Facet) -> Vec<FacetsView> {
        let beside = |key: &str, named, is_alike: &dyn Fn(&Facet) -> bool| {
            self.titled(key, self.facets(named, |other| other != facet && is_alike(other)))
        };
        with_links(match facet {
            Facet::Region(region) => vec![
                self.titled("facet.by_sector", self.sectors_of_region(*region)),
                beside("facet.other_regions", Named::ByRegion, &is_region),
            ],
            Facet::Sector(sector) => vec![
                self.titled(
                    "facet.by_region",
                    self.facets(Named::ByRegion, |other| is_of_sector(other, sector)),
                ),
                beside("facet.other_sectors", Named::ByOther, &is_sector),
            ],
            Facet::RegionAndSector(region, sector) => vec![
                beside("facet.other_sectors", Named::ByOther, &|other| is_in_region(other, *region)),
                beside("facet.other_regions", Named::ByRegion, &|other| is_of_sector(other, sector)),
            ],
            Facet::Phase(_) => vec![beside("facet.other_phases", Named::ByOther, &is_phase)],
            Facet::OrganisationKind(_) => vec![beside("facet.other_kinds", Named::ByOther, &is_kind)],
            Facet::OrganisationRegion(_) => {
                vec![beside("facet.other_regions", Named::ByRegion, &is_organisation_region)]
            }
        })
    }

    fn titled(&self, key: &str, links: Vec<FacetLinkView>) -> FacetsView {
        FacetsView { title: self.label(key, &[]), any: String::new(), is_crossed: false, links }
    }

    /// A list by which a directory is filtered.
    fn filter(&self, by: &str, named: Named, is_wanted: fn(&Facet) -> bool) -> FacetsView {
        let any = self.label(&format!("facet.any_{by}"), &[]);
        FacetsView { any, ..self.titled(&format!("facet.by_{by}"), self.facets(named, is_wanted)) }
    }

    fn facets(&self, named: Named, is_wanted: impl Fn(&Facet) -> bool) -> Vec<FacetLinkView> {
        let mut facets: Vec<_> = self.plan.facets().filter(|(facet, _)| is_wanted(facet)).collect();
        facets.sort_by_cached_key(|(facet, _)| (self.rank(facet), sorting_key(&self.part(facet, named))));
        let links = facets.into_iter().filter_map(|(facet, those)| {
            let link = self.link_to_page(&Subject::Facet(facet.clone()), self.words_for(facet, named))?;
            Some(FacetLinkView { link, count: those.len() })
        });
        links.collect()
    }

    /// Its part, and that some may be missing where they may.
    fn words_for(&self, facet: &Facet, named: Named) -> String {
        let part = self.part(facet, named);
        if self.is_complete(facet) { part } else { self.label("facet.incomplete", &[("name", &part)]) }
    }

    /// The later phase first.
    fn rank(&self, facet: &Facet) -> i64 {
        let Facet::Phase(id) = facet else { return 0 };
        match &self.federation.entity(*id).data {
            Data::Phase(phase) => -phase.number,
            _ => 0,
        }
    }

    /// The name of the part of a facet by which a list names it.
    fn part(&self, facet: &Facet, named: Named) -> String {
        let term = |list, id: &std::sync::Arc<str>| self.term(list, id).unwrap_or_else(|| id.to_string());
        match (facet, named) {
            (Facet::RegionAndSector(region, _), Named::ByRegion)
            | (Facet::Region(region) | Facet::OrganisationRegion(region), _) => {
                self.name(self.federation.entity(*region))
            }
            (Facet::Sector(sector) | Facet::RegionAndSector(_, sector), _) => term(List::Sectors, sector),
            (Facet::Phase(phase), _) => self.name(self.federation.entity(*phase)),
            (Facet::OrganisationKind(kind), _) => term(List::OrganisationKinds, kind),
        }
    }
}

fn with_links(lists: Vec<FacetsView>) -> Vec<FacetsView> {
    lists.into_iter().filter(|list| !list.links.is_empty()).collect()
}

const fn is_region(facet: &Facet) -> bool {
    matches!(facet, Facet::Region(_))
}

const fn is_sector(facet: &Facet) -> bool {
    matches!(facet, Facet::Sector(_))
}

const fn is_phase(facet: &Facet) -> bool {
    matches!(facet, Facet::Phase(_))
}

const fn is_kind(facet: &Facet) -> bool {
    matches!(facet, Facet::OrganisationKind(_))
}

const fn is_organisation_region(facet: &Facet) -> bool {
    matches!(facet, Facet::OrganisationRegion(_))
}

fn is_in_region(facet: &Facet, region: EntityId) -> bool {
    matches!(facet, Facet::RegionAndSector(of, _) if *of == region)
}

fn is_of_sector(facet: &Facet, sector: &str) -> bool {
    matches!(facet, Facet::RegionAndSector(_, of) if **of == *sector)
}
