//! The directory of poles, or of organisations, cut one way.

use std::sync::Arc;

use serde::Serialize;

use super::card::OrganisationCard;
use super::facet_list::FacetsView;
use super::link::LinkView;
use super::viewer::Viewer;
use crate::model::{Data, EntityId};
use crate::plan::{Facet, Subject};
use crate::schema::{Kind, List};

/// A directory cut one way. Template `facet.html`, as `facet`.
#[derive(Clone, Debug, Serialize)]
pub struct FacetView {
    /// The heading.
    pub title: String,
    /// How many there are, in words.
    pub count: String,
    /// Whether these are surely all; only of a phase may some be missing.
    pub is_complete: bool,
    /// The profile of the region or phase; nothing for a sector or kind.
    pub about: Option<LinkView>,
    /// Poles or organisations, by name.
    pub organisations: Vec<OrganisationCard>,
    /// Facets that hold this one, then the whole directory.
    pub wider: Vec<LinkView>,
    /// Facets within this one or beside it.
    pub neighbours: Vec<FacetsView>,
}

impl Viewer<'_> {
    /// A directory cut one way.
    pub fn facet(&self, facet: &Facet) -> FacetView {
        let organisations = self.by_name(self.plan.facet(facet));
        FacetView {
            title: self.facet_title(facet),
            count: self.facet_count(facet),
            is_complete: self.is_complete(facet),
            about: match facet {
                Facet::Region(id) | Facet::Phase(id) | Facet::OrganisationRegion(id) => Some(self.link(*id)),
                _ => None,
            },
            organisations: organisations.into_iter().map(|id| self.organisation_card(id)).collect(),
            wider: self.wider(facet),
            neighbours: self.neighbours(facet),
        }
    }

    /// The heading of a facet.
    pub fn facet_title(&self, facet: &Facet) -> String {
        match facet {
            Facet::Region(region) => self.of_region("facet.region", *region, ""),
            Facet::RegionAndSector(region, sector) => {
                let sector = self.within_sentence(&self.sector(sector));
                self.of_region("facet.region_and_sector", *region, &sector)
            }
            Facet::OrganisationRegion(region) => self.of_region("facet.organisation_region", *region, ""),
            Facet::Sector(sector) => self.label("facet.sector", &[("name", &self.sector(sector))]),
            Facet::Phase(phase) => {
                let name = self.within_sentence(&self.name(self.federation.entity(*phase)));
                self.label("facet.phase", &[("name", &name)])
            }
            Facet::OrganisationKind(kind) => {
                let name = self.term(List::OrganisationKinds, kind).unwrap_or_else(|| kind.to_string());
                self.label("facet.organisation_kind", &[("name", &self.within_sentence(&name))])
            }
        }
    }

    /// How many are in a facet, in words.
    fn facet_count(&self, facet: &Facet) -> String {
        let key = if facet.directory() == Kind::Pole { "count.poles" } else { "count.organisations" };
        self.count(key, self.plan.facet(facet).len())
    }

    /// A link to the list of a facet that says how many are in it; nothing where no one is.
    pub fn link_to_count(&self, facet: Facet) -> Option<LinkView> {
        let words = self.facet_count(&facet);
        self.link_to_page(&Subject::Facet(facet), words)
    }

    /// The facets that hold one, the nearest first, under their headings.
    pub fn facets_around(&self, facet: &Facet) -> Vec<LinkView> {
        let Facet::RegionAndSector(region, sector) = facet else { return Vec::new() };
        let around = [Facet::Region(*region), Facet::Sector(sector.clone())];
        let links = around.map(|facet| {
            let title = self.facet_title(&facet);
            self.link_to_page(&Subject::Facet(facet), title)
        });
        links.into_iter().flatten().collect()
    }

    fn wider(&self, facet: &Facet) -> Vec<LinkView> {
        let mut wider = self.facets_around(facet);
        let directory = facet.directory();
        let words = self.label(&format!("facet.all_{}", directory.name()), &[]);
        wider.extend(self.link_to_page(&Subject::Index(directory), words));
        wider
    }

    /// Words with the place « d’Occitanie », « en Bretagne »; the name where the profile lacks these.
    fn of_region(&self, key: &str, region: EntityId, sector: &str) -> String {
        let entity = self.federation.entity(region);
        let text = |key: &str| self.text(entity, key).map(|text| text.text);
        if let (Some(of), Some(place)) = (text("of"), text("in")) {
            let places = [("of", of.as_str()), ("in", &place), ("sector", sector)];
            return self.label(&format!("{key}.placed"), &places);
        }
        let name = self.name(entity);
        self.label(&format!("{key}.named"), &[("name", &name), ("sector", sector)])
    }

    fn sector(&self, id: &Arc<str>) -> String {
        self.term(List::Sectors, id).unwrap_or_else(|| id.to_string())
    }

    /// Whether those of a facet are surely all.
    pub fn is_complete(&self, facet: &Facet) -> bool {
        let Facet::Phase(id) = facet else { return true };
        matches!(&self.federation.entity(*id).data, Data::Phase(phase) if phase.is_complete)
    }

    /// A name as it stands within a sentence: « Énergie » is « énergie », « ESS » stays.
    pub fn within_sentence(&self, name: &str) -> String {
        let mut letters = name.chars();
        match (letters.next(), letters.next()) {
            // German writes every noun with a capital.
            (Some(first), Some(second)) if second.is_lowercase() && self.language.primary() != "de" => {
                first.to_lowercase().chain(name.chars().skip(1)).collect()
            }
            _ => name.to_owned(),
        }
    }
}
