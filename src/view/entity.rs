//! What the page of any entity shows, whatever its kind.

use serde::Serialize;

use super::agenda::EventCard;
use super::call::CallCard;
use super::card::EntityCard;
use super::link::{BodyView, FigureView, LinkView, SourceView, TextView};
use super::news::CoverageView;
use super::picture::{Media, PictureView};
use super::series::SeriesView;
use super::video::VideoView;
use super::viewer::Viewer;
use crate::model::{BacklinkRole, Citation, Entity, EntityId};
use crate::schema::Kind;

/// What the page of any profile shows. In every template of a profile, as `entity`.
#[derive(Clone, Debug, Serialize)]
pub struct EntityView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its short name; empty where it has none.
    pub short: String,
    /// Its names before, with their dates, the first one first.
    pub former_names: Vec<FormerNameView>,
    /// What it is in a sentence or two.
    pub summary: Option<TextView>,
    /// Its text.
    pub body: Option<BodyView>,
    /// Its pictures.
    pub pictures: Vec<PictureView>,
    /// Its videos.
    pub videos: Vec<VideoView>,
    /// Its figures.
    pub figures: Vec<FigureView>,
    /// Those of one measure at several dates, as drawings.
    pub series: Vec<SeriesView>,
    /// Where the facts of the page come from.
    pub sources: Vec<SourceView>,
    /// News that speak of it.
    pub coverage: CoverageView,
    /// Partnerships that it takes part in, with its role.
    pub partnerships: Vec<InvolvementView>,
    /// Events to come and past ones that speak of it or that it organises.
    pub events: Vec<EventCard>,
    /// Calls that speak of it or that it launches.
    pub calls: Vec<CallCard>,
    /// Publications that speak of it or that it made.
    pub publications: Vec<EntityCard>,
    /// Other entities whose texts mention it.
    pub mentioned_by: Vec<LinkView>,
    /// The way to report a fault of a pole's or organisation's profile, where the configuration
    /// names a page for that.
    pub correction: Option<LinkView>,
}

/// A name that an entity had.
#[derive(Clone, Debug, Serialize)]
pub struct FormerNameView {
    /// The name.
    pub name: String,
    /// Until when, in words; empty where no one says.
    pub until: String,
}

/// A partnership that an entity takes part in.
#[derive(Clone, Debug, Serialize)]
pub struct InvolvementView {
    /// The partnership.
    pub card: EntityCard,
    /// The entity's role in words.
    pub role: String,
}

impl Viewer<'_> {
    /// What the page of any profile shows.
    pub fn entity(&self, id: EntityId) -> EntityView {
        let entity = self.federation.entity(id);
        let today = self.federation.today();
        let name = entity.names.shown(today, self.language);
        let before = entity.names.before(today).map(|name| FormerNameView {
            name: self.typeset(&name.full),
            until: name.until.map(|until| until.words(self.language)).unwrap_or_default(),
        });
        let Media { pictures, body, videos } = self.media(entity);
        EntityView {
            id: entity.id().to_string(),
            name: self.name(entity),
            short: name.short.as_deref().map(|short| self.typeset(short)).unwrap_or_default(),
            former_names: before.collect(),
            summary: self.text(entity, "summary"),
            body,
            pictures,
            videos,
            figures: self.figures(id),
            series: self.series(id),
            sources: self.sources(&Citation::read_all(&entity.document.record, "sources")),
            coverage: self.coverage(id),
            partnerships: self.involvements(id),
            events: self.events_of(id),
            calls: self.calls_of(id),
            publications: self.referring(id, Kind::Publication).map(|id| self.entity_card(id)).collect(),
            mentioned_by: self.mentioned_by(id),
            correction: self.correction(entity),
        }
    }

    fn correction(&self, entity: &Entity) -> Option<LinkView> {
        let page = self.contact_page().filter(|_| entity.organisation().is_some())?;
        // The words are a label, in the page's language even where the page it leads to is not.
        Some(LinkView { text: self.label("entity.correction", &[]), lang: None, ..page })
    }

    /// The roles in words that an entity has in another, the most telling first.
    pub fn role(&self, role: BacklinkRole) -> String {
        self.label(&format!("role.{}", role.word()), &[])
    }

    /// The listed entities of a kind that refer to one, in order of path, each once.
    fn referring(&self, id: EntityId, kind: Kind) -> impl Iterator<Item = EntityId> {
        let links = self.federation.backlinks(id).map(|link| link.from);
        let mut referring: Vec<EntityId> = links
            .filter(|from| {
                let from = self.federation.entity(*from);
                from.kind() == kind && from.is_listed
            })
            .collect();
        referring.dedup();
        referring.into_iter()
    }

    fn events_of(&self, id: EntityId) -> Vec<EventCard> {
        let events = self.referring(id, Kind::Event);
        events.filter_map(|id| Some(self.event_card(id, self.federation.entity(id).event()?))).collect()
    }

    fn calls_of(&self, id: EntityId) -> Vec<CallCard> {
        let calls = self.referring(id, Kind::Call);
        calls.filter_map(|id| Some(self.call_card(id, self.federation.entity(id).call()?))).collect()
    }

    fn involvements(&self, id: EntityId) -> Vec<InvolvementView> {
        let mut involvements: Vec<(EntityId, BacklinkRole)> = Vec::new();
        for link in self.federation.backlinks(id) {
            let is_party = link.role != BacklinkRole::Mentioned;
            let is_first = !involvements.iter().any(|(from, _)| *from == link.from);
            if self.federation.entity(link.from).kind() == Kind::Partnership && is_party && is_first {
                involvements.push((link.from, link.role));
            }
        }
        let view = |(id, role)| InvolvementView { card: self.entity_card(id), role: self.role(role) };
        involvements.into_iter().map(view).collect()
    }

    /// Profiles whose texts mention an entity and that no other section of its page names.
    fn mentioned_by(&self, id: EntityId) -> Vec<LinkView> {
        let links: Vec<_> = self.federation.backlinks(id).collect();
        // Posts, of which there may be thousands, are left out before anything is compared.
        let is_of_text = |from: EntityId| self.federation.entity(from).kind().is_text();
        let has_other_role = |from: EntityId| {
            links.iter().any(|other| other.from == from && other.role != BacklinkRole::Mentioned)
        };
        let only_mentions = links.iter().filter(|link| {
            link.role == BacklinkRole::Mentioned && !is_of_text(link.from) && !has_other_role(link.from)
        });
        only_mentions.map(|link| self.link(link.from)).collect()
    }

    /// The entities of some kinds that refer to one in a role.
    pub fn referrers(&self, id: EntityId, role: BacklinkRole, kinds: &[Kind]) -> Vec<EntityId> {
        let links = self.federation.backlinks(id).filter(|link| link.role == role);
        links
            .map(|link| link.from)
            .filter(|from| {
                let from = self.federation.entity(*from);
                kinds.contains(&from.kind()) && from.is_listed
            })
            .collect()
    }
}
