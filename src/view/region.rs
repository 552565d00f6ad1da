//! The page of a region, and regions in lists.

use serde::Serialize;

use super::card::OrganisationCard;
use super::facet_list::FacetLinkView;
use super::link::{DateView, LinkView};
use super::milestone::RoadmapView;
use super::viewer::Viewer;
use crate::model::{BacklinkRole, EntityId, Region};
use crate::plan::Facet;
use crate::schema::Kind;

/// A region. Template `region.html`, as `region`.
#[derive(Clone, Debug, Serialize)]
pub struct RegionView {
    /// What it is: a region, of the mainland or overseas, or a collectivité.
    pub kind: String,
    /// Its code.
    pub code: String,
    /// « de Bretagne »; the name where the profile does not say.
    pub of: String,
    /// « en Bretagne »; the name where the profile does not say.
    pub in_words: String,
    /// When it took its present bounds.
    pub formed: Option<DateView>,
    /// Who governs it.
    pub authority: Option<LinkView>,
    /// Poles whose seat is there.
    pub seated: Vec<OrganisationCard>,
    /// Poles present there whose seat is elsewhere, or not known.
    pub present: Vec<OrganisationCard>,
    /// How many poles are there, in words.
    pub pole_count: String,
    /// The list of these, under the same words; nothing where there is none.
    pub poles: Option<LinkView>,
    /// The sectors of these.
    pub sectors: Vec<FacetLinkView>,
    /// Poles that were there and are none any more.
    pub former: Vec<OrganisationCard>,
    /// Other organisations there.
    pub organisations: Vec<OrganisationCard>,
    /// Its roadmap.
    pub roadmap: Option<RoadmapView>,
}

/// A region in a list.
#[derive(Clone, Debug, Serialize)]
pub struct RegionCard {
    /// Its name, linked.
    pub link: LinkView,
    /// How many poles are present there.
    pub poles: usize,
    /// How many of them have their seat there, as far as sources say.
    pub seated: usize,
    /// How many are present, in words.
    pub count: String,
    /// How many have their seat there, in words; empty where none has, or none is known to.
    pub seats: String,
    /// Its tile on the map: column, then row, from 1.
    pub tile: Option<(i64, i64)>,
}

impl Viewer<'_> {
    /// A region.
    pub fn region(&self, id: EntityId, region: &Region) -> RegionView {
        let entity = self.federation.entity(id);
        let (seated, present) = self.poles_of(id);
        let ((seated, mut former), (present, other_former)) =
            (self.pole_cards(&seated), self.pole_cards(&present));
        former.extend(other_former);
        let organisations = self.referrers(id, BacklinkRole::Presence, &[Kind::Organisation]);
        let place = |key: &str| self.text(entity, key).map_or_else(|| self.name(entity), |text| text.text);
        RegionView {
            kind: self.label(&format!("region_status.{}", region.status.unwrap_or("none")), &[]),
            code: region.code.as_deref().unwrap_or("").to_owned(),
            of: place("of"),
            in_words: place("in"),
            formed: region.formed.map(|date| self.date(date)),
            authority: region.authority.as_ref().and_then(|id| self.link_to(id)),
            pole_count: self.count("count.poles", seated.len() + present.len()),
            poles: self.link_to_count(Facet::Region(id)),
            sectors: self.sectors_of_region(id),
            seated,
            present,
            former,
            organisations: organisations.into_iter().map(|id| self.organisation_card(id)).collect(),
            roadmap: region.roadmap.as_ref().map(|roadmap| self.roadmap(entity, roadmap)),
        }
    }

    /// The poles whose seat is in a region, and those only present there.
    fn poles_of(&self, id: EntityId) -> (Vec<EntityId>, Vec<EntityId>) {
        let present = self.referrers(id, BacklinkRole::Presence, &[Kind::Pole]);
        let region = self.federation.entity(id).id();
        present.into_iter().partition(|pole| {
            let organisation = self.federation.entity(*pole).organisation();
            let seat = organisation.and_then(|it| it.seat.as_ref()?.region.as_ref());
            seat == Some(region)
        })
    }

    /// Every region, with its number of poles.
    pub fn region_cards(&self) -> Vec<RegionCard> {
        let regions = self.federation.listed(Kind::Region);
        regions
            .map(|(id, entity)| {
                let (seated, present) = self.poles_of(id);
                let current = |poles: Vec<EntityId>| {
                    poles.into_iter().filter(|pole| self.federation.is_current_pole(*pole)).count()
                };
                let seated = current(seated);
                let poles = seated + current(present);
                let tile = match &entity.data {
                    crate::model::Data::Region(region) => region.tile,
                    _ => None,
                };
                let seats = if seated > 0 { self.count("count.seats", seated) } else { String::new() };
                RegionCard {
                    link: self.link(id),
                    poles,
                    seated,
                    count: self.count("count.poles", poles),
                    seats,
                    tile,
                }
            })
            .collect()
    }
}
