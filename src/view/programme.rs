//! The page of a programme.

use serde::Serialize;

use super::link::{DateView, LinkView};
use super::viewer::Viewer;
use crate::model::{BacklinkRole, EntityId, Programme};
use crate::schema::Kind;

/// A programme. Template `programme.html`, as `programme`.
#[derive(Clone, Debug, Serialize)]
pub struct ProgrammeView {
    /// Who owns it.
    pub owner: Option<LinkView>,
    /// When it starts.
    pub from: Option<DateView>,
    /// When it ends.
    pub until: Option<DateView>,
    /// Its website; empty where no source gives it.
    pub website: String,
    /// Regions and organisations whose roadmap announces it.
    pub announced_by: Vec<LinkView>,
}

impl Viewer<'_> {
    /// A programme.
    pub fn programme(&self, id: EntityId, programme: &Programme) -> ProgrammeView {
        let kinds = &[Kind::Region, Kind::Pole, Kind::Organisation];
        let announced_by = self.referrers(id, BacklinkRole::Roadmap, kinds);
        ProgrammeView {
            owner: programme.owner.as_ref().and_then(|id| self.link_to(id)),
            from: programme.from.map(|date| self.date(date)),
            until: programme.until.map(|date| self.date(date)),
            website: programme.website.as_deref().unwrap_or("").to_owned(),
            announced_by: announced_by.into_iter().map(|id| self.link(id)).collect(),
        }
    }
}
