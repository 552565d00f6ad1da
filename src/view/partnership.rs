//! The page of a partnership.

use serde::Serialize;

use super::link::{LinkView, TextView};
use super::milestone::{MilestoneView, RoadmapView};
use super::viewer::Viewer;
use crate::model::{EntityId, Partnership};
use crate::schema::List;

/// A partnership. Template `partnership.html`, as `partnership`.
#[derive(Clone, Debug, Serialize)]
pub struct PartnershipView {
    /// Its kind in words.
    pub kind: String,
    /// The word of where it stands: `announced`, `abandoned`…; empty where nothing says.
    pub status_word: &'static str,
    /// Where it stands on the site's day.
    pub status: String,
    /// Who takes part, by role.
    pub parties: Vec<PartiesView>,
    /// Its steps that are known.
    pub milestones: Vec<MilestoneView>,
    /// The phase that it belongs to.
    pub phase: Option<LinkView>,
    /// Its theme.
    pub theme: Option<TextView>,
    /// Its goal.
    pub goal: Option<TextView>,
    /// Its zone; empty where it has none.
    pub zone: String,
    /// The regions concerned.
    pub regions: Vec<LinkView>,
    /// Its roadmap.
    pub roadmap: Option<RoadmapView>,
}

/// Those who take part in one role.
#[derive(Clone, Debug, Serialize)]
pub struct PartiesView {
    /// The role in words, plural where they are several.
    pub role: String,
    /// Who they are.
    pub links: Vec<LinkView>,
}

/// Roles, in the order in which a page names them.
const ROLES: [&str; 5] = ["lead", "partner", "supporter", "signatory", "result"];

impl Viewer<'_> {
    /// A partnership.
    pub fn partnership(&self, id: EntityId, partnership: &Partnership) -> PartnershipView {
        let entity = self.federation.entity(id);
        let status = partnership.status(self.federation.today());
        PartnershipView {
            kind: self.label(&format!("partnership_kind.{}", partnership.kind), &[]),
            status_word: status.map_or("", crate::model::MilestoneState::word),
            status: status.map(|it| self.label(&format!("status.{}", it.word()), &[])).unwrap_or_default(),
            parties: ROLES.iter().filter_map(|role| self.parties(partnership, role)).collect(),
            milestones: self.milestones(&partnership.milestones),
            phase: partnership.phase.as_ref().and_then(|id| self.link_to(id)),
            theme: self.text(entity, "theme"),
            goal: self.text(entity, "goal"),
            zone: partnership.zone.as_ref().and_then(|id| self.term(List::Zones, id)).unwrap_or_default(),
            regions: self.links_to(&partnership.regions),
            roadmap: partnership.roadmap.as_ref().map(|roadmap| self.roadmap(entity, roadmap)),
        }
    }

    fn parties(&self, partnership: &Partnership, role: &str) -> Option<PartiesView> {
        let of_role = partnership.parties.iter().filter(|party| party.role == role);
        let links = self.links_to(of_role.map(|party| &party.id));
        let role = self.count(&format!("party.{role}"), links.len());
        (!links.is_empty()).then_some(PartiesView { role, links })
    }
}
