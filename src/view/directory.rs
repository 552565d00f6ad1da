//! The cards of a directory, each with the facets that hold it: what filters it needs nothing else.

use std::collections::BTreeMap;

use serde::Serialize;

use super::card::OrganisationCard;
use super::viewer::{Viewer, sorting_key};
use crate::model::EntityId;
use crate::plan::{Address, Facet, Subject};
use crate::schema::Kind;

/// Organisations of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct GroupView {
    /// The kind of organisation.
    pub title: String,
    /// Who they are.
    pub organisations: Vec<OrganisationCard>,
}

/// Makes the cards of one directory.
pub struct Directory<'a> {
    viewer: &'a Viewer<'a>,
    facets: BTreeMap<EntityId, Vec<String>>,
}

impl<'a> Directory<'a> {
    /// The directory of poles, or of other organisations.
    pub fn new(viewer: &'a Viewer<'a>, kind: Kind) -> Self {
        Self { viewer, facets: facets_by_member(viewer, kind) }
    }

    /// Cards in the order of ids.
    pub fn cards(&self, ids: &[EntityId]) -> Vec<OrganisationCard> {
        ids.iter().map(|id| self.card(*id)).collect()
    }

    /// Organisations by kind.
    pub fn groups(&self, ids: &[EntityId]) -> Vec<GroupView> {
        let mut groups: Vec<GroupView> = Vec::new();
        for id in ids {
            let title = self.viewer.organisation_kind(self.viewer.federation.entity(*id));
            let card = self.card(*id);
            match groups.iter_mut().find(|group| group.title == title) {
                Some(group) => group.organisations.push(card),
                None => groups.push(GroupView { title, organisations: vec![card] }),
            }
        }
        groups.sort_by_cached_key(|group| sorting_key(&group.title));
        groups
    }

    fn card(&self, id: EntityId) -> OrganisationCard {
        let facets = self.facets.get(&id).cloned().unwrap_or_default();
        OrganisationCard { facets, ..self.viewer.organisation_card(id) }
    }
}

/// The facets that hold each of those in a directory, each as the end of its address. Of two facets
/// crossed, both tell.
fn facets_by_member(viewer: &Viewer<'_>, directory: Kind) -> BTreeMap<EntityId, Vec<String>> {
    let mut by_member: BTreeMap<EntityId, Vec<String>> = BTreeMap::new();
    let address = |subject: Subject| viewer.plan.address(&subject, viewer.language).map(Address::as_str);
    let Some(index) = address(Subject::Index(directory)) else { return by_member };
    let is_listed =
        |facet: &Facet| facet.directory() == directory && !matches!(facet, Facet::RegionAndSector(..));
    for (facet, those) in viewer.plan.facets().filter(|(facet, _)| is_listed(facet)) {
        let end = address(Subject::Facet(facet.clone())).and_then(|address| address.strip_prefix(index));
        let Some(end) = end else { continue };
        for id in those {
            by_member.entry(*id).or_default().push(end.trim_end_matches('/').to_owned());
        }
    }
    by_member
}
