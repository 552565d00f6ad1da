//! The federation: every entity, typed, and what the references between them say.
//!
//! It is immutable once made. What nobody typed is worked out here: who refers to whom and as
//! what, what came from what, what a pole is on a day. Rules read it and report; pages are views
//! of it. It must not know routes, templates or the outside.

mod backlink;
mod call;
mod change;
mod citation;
mod ecodesign;
mod entity;
mod event;
mod fact;
mod figure;
mod gather;
mod governance;
mod label;
mod milestone;
mod name;
mod organisation;
mod page;
mod partnership;
mod person;
mod phase;
mod picture;
mod post;
mod programme;
mod publication;
mod region;
mod resolution;
mod reworded;
mod roadmap;
mod schedule;
mod undated;
mod unread;
mod vocabulary;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use backlink::{Backlink, BacklinkRole};
pub use call::{Call, CallState};
pub use change::Change;
pub use citation::{Citation, Publication};
pub use entity::{Data, Entity};
pub use event::{Event, Registration, Session};
pub use fact::{Fact, Facts};
pub use figure::{Figure, FigureGroup, Standing};
pub use governance::Tenure;
pub use label::{Extension, LabelPeriod, LabelState};
pub use milestone::{Milestone, MilestoneState};
pub use name::{Name, Names};
pub use organisation::{Award, Contact, Organisation, Predecessor, Seat};
pub use page::Page;
pub use partnership::{Partnership, Party};
pub use person::{Person, PostHeld};
pub use phase::{Named, Phase, PhaseCall};
pub use post::Post;
pub use programme::Programme;
pub use publication::{Study, StudyDocument};
pub use region::Region;
pub use resolution::Resolution;
pub use roadmap::Roadmap;
pub use schedule::{Publicity, Schedule};
pub use vocabulary::{RepeatedTerm, Term, Vocabularies};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::accessibility::Accessibility;
use crate::config::SiteConfig;
use crate::date::Day;
use crate::ecodesign::Ecodesign;
use crate::image_header::Header;
use crate::parse::Document;
use crate::published::Published;
use crate::schema::{Kind, List};
use crate::source::{FilePath, Place};
use gather::gather;
use unread::Unread;

/// The place of an entity in the federation, whose entities are sorted by path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(u32);

/// What a federation is made for.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// The day as known on which pages are made.
    pub today: Day,
    /// Whether texts show that the public cannot read on the day: drafts, those to come, those taken down.
    pub with_unpublished: bool,
}

/// Every entity of a site and what is between them.
///
/// What is large and no edit of words changes is shared between a federation and its
/// [next revision](Federation::reworded).
#[derive(Clone, Debug)]
pub struct Federation {
    /// The site's configuration.
    pub config: Arc<SiteConfig>,
    /// What the federation is made for.
    pub moment: Moment,
    /// The controlled lists.
    pub vocabularies: Arc<Vocabularies>,
    /// The entries whose id another entry has already, and that other entry.
    pub repeated: Vec<(Arc<Document>, Place)>,
    /// The terms whose id another term of the list has already.
    pub repeated_terms: Vec<RepeatedTerm>,
    /// The addresses that were once published.
    pub published: Arc<Published>,
    /// What is declared of the site's accessibility.
    pub accessibility: Arc<Accessibility>,
    /// What is declared of ecodesign.
    pub ecodesign: Arc<Ecodesign>,
    /// The translations of entries that are not there.
    pub orphans: Vec<Arc<Document>>,
    entities: Vec<Arc<Entity>>,
    by_id: Arc<FxHashMap<Arc<str>, EntityId>>,
    by_path: Arc<FxHashMap<FilePath, EntityId>>,
    assets: Arc<BTreeSet<FilePath>>,
    image_headers: Arc<BTreeMap<FilePath, Header>>,
    file_sizes: Arc<BTreeMap<FilePath, u64>>,
    pictures: Arc<Pictures>,
    unread: Arc<Unread>,
    backlinks: Arc<Vec<Vec<Backlink>>>,
    /// Those of the backlinks that are [ties](BacklinkRole::is_tie).
    ties: Arc<Vec<Vec<Backlink>>>,
    /// Whether every label that holds on the day is known.
    knows_all_labels_of_the_day: bool,
}

/// What a site holds beside documents.
#[derive(Clone, Debug, Default)]
pub struct OtherFiles {
    /// Those copied as they are.
    pub assets: Arc<BTreeSet<FilePath>>,
    /// What the first bytes of each picture tell.
    pub image_headers: Arc<BTreeMap<FilePath, Header>>,
    /// How many bytes each of those copied as they are has.
    pub file_sizes: Arc<BTreeMap<FilePath, u64>>,
    /// Texts that no kind reads.
    pub misplaced: Vec<FilePath>,
    /// The addresses that were once published.
    pub published: Arc<Published>,
    /// What is declared of the site's accessibility.
    pub accessibility: Arc<Accessibility>,
    /// What is declared of ecodesign.
    pub ecodesign: Arc<Ecodesign>,
}

/// Makes the federation of documents, which may come in any order.
#[must_use]
pub fn model(
    config: Arc<SiteConfig>,
    mut documents: Vec<Arc<Document>>,
    files: OtherFiles,
    moment: Moment,
) -> Federation {
    documents.sort_by(|left, right| left.path.cmp(&right.path));
    let unread = Unread::new(&documents, &files.misplaced, &files.assets);
    let gathered = gather(documents);
    let entity = |(document, translations)| Arc::new(Entity::new(document, translations, moment));
    let mut federation = Federation {
        config,
        moment,
        vocabularies: Arc::new(gathered.vocabularies),
        repeated: gathered.repeated,
        repeated_terms: gathered.repeated_terms,
        published: files.published,
        accessibility: files.accessibility,
        ecodesign: files.ecodesign,
        orphans: gathered.orphans,
        entities: gathered.entries.into_par_iter().map(entity).collect(),
        by_id: Arc::new(gathered.by_id),
        by_path: Arc::new(gathered.by_path),
        assets: files.assets,
        image_headers: files.image_headers,
        file_sizes: files.file_sizes,
        pictures: Arc::new(gathered.pictures),
        unread: Arc::new(unread),
        backlinks: Arc::default(),
        ties: Arc::default(),
        knows_all_labels_of_the_day: false,
    };
    let backlinks = federation.find_backlinks();
    federation.ties = Arc::new(ties(&backlinks));
    federation.backlinks = Arc::new(backlinks);
    federation.hide_what_only_hidden_texts_name();
    federation.knows_all_labels_of_the_day = federation.find_all_labels_of_the_day();
    federation
}

/// Those of the backlinks of each entity that are ties.
fn ties(backlinks: &[Vec<Backlink>]) -> Vec<Vec<Backlink>> {
    let of_entity = |links: &Vec<Backlink>| links.iter().copied().filter(|link| link.role.is_tie()).collect();
    backlinks.par_iter().map(of_entity).collect()
}

/// What files say of the pictures beside them.
type Pictures = BTreeMap<FilePath, Vec<Arc<Document>>>;

impl Federation {
    fn find_backlinks(&self) -> Vec<Vec<Backlink>> {
        let ids = (0..self.entities.len()).into_par_iter();
        let found: Vec<Vec<(EntityId, Backlink)>> = ids.map(|index| self.links_from(index)).collect();
        let mut backlinks: Vec<Vec<Backlink>> = vec![Vec::new(); self.entities.len()];
        for (to, link) in found.into_iter().flatten() {
            if let Some(links) = backlinks.get_mut(to.index()) {
                links.push(link);
            }
        }
        backlinks.par_iter_mut().for_each(|links| {
            links.sort_unstable();
            links.dedup();
        });
        backlinks
    }

    /// What the entity at a place refers to, and as what.
    fn links_from(&self, index: usize) -> Vec<(EntityId, Backlink)> {
        let Some(entity) = self.entities.get(index) else { return Vec::new() };
        let from = EntityId(u32::try_from(index).unwrap_or(u32::MAX));
        let references = entity
            .documents()
            .flat_map(|document| document.references.iter().map(move |reference| (document, reference)));
        let links = references.filter_map(|(document, reference)| {
            let to = self.resolve(document, &reference.target).entity().filter(|to| *to != from)?;
            let role = match entity.data {
                Data::Organisation(_) if is_predecessor(reference.origin) => BacklinkRole::Predecessor,
                _ => BacklinkRole::of(reference.origin),
            };
            Some((to, Backlink { from, role }))
        });
        links.collect()
    }

    /// Every entity, known or not, sorted by path: for rules, never for pages.
    pub fn all(&self) -> impl Iterator<Item = (EntityId, &Entity)> {
        (0..).map(EntityId).zip(self.entities.iter().map(AsRef::as_ref))
    }

    /// The entities of a kind that pages may show, sorted by path.
    pub fn known(&self, kind: Kind) -> impl Iterator<Item = (EntityId, &Entity)> {
        self.all().filter(move |(_, entity)| entity.is_known && entity.document.kind == kind)
    }

    /// The entities of a kind that lists show.
    pub fn listed(&self, kind: Kind) -> impl Iterator<Item = (EntityId, &Entity)> {
        self.known(kind).filter(|(_, entity)| entity.is_listed)
    }

    /// An entity.
    ///
    /// # Panics
    /// Never for an id that this federation gave.
    #[must_use]
    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.entities[id.index()]
    }

    /// The entity of an id, known or not.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<EntityId> {
        self.by_id.get(id).copied()
    }

    /// The entity that a file is of.
    #[must_use]
    pub fn at(&self, path: &FilePath) -> Option<EntityId> {
        self.by_path.get(path).copied()
    }

    /// The entity of an id, where pages may show it.
    #[must_use]
    pub fn find_known(&self, id: &str) -> Option<EntityId> {
        self.find(id).filter(|id| self.entity(*id).is_known)
    }

    /// Every id, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let mut ids: Vec<&str> = self.by_id.keys().map(AsRef::as_ref).collect();
        ids.sort_unstable();
        ids.into_iter()
    }

    /// The day as known on which pages are made.
    #[must_use]
    pub const fn today(&self) -> Day {
        self.moment.today
    }

    /// Who refers to an entity and as what, unknown referrers left out.
    pub fn backlinks(&self, id: EntityId) -> impl Iterator<Item = Backlink> {
        let links = self.backlinks.get(id.index()).map_or(&[][..], Vec::as_slice);
        links.iter().copied().filter(|link| self.entity(link.from).is_known)
    }

    /// The entities tied to one and as what, texts that speak of it left out: as few on a site of a hundred thousand
    /// posts as on one of ten.
    pub fn ties(&self, id: EntityId) -> impl Iterator<Item = Backlink> {
        let links = self.ties.get(id.index()).map_or(&[][..], Vec::as_slice);
        links.iter().copied().filter(|link| self.entity(link.from).is_known)
    }

    /// Whether something of this id may be in a file that could not be read or lies where none is.
    #[must_use]
    pub fn may_have(&self, id: &str) -> bool {
        self.unread.has(id)
    }

    /// Whether an address that ends like this may be of a file that could not be read.
    #[must_use]
    pub fn may_have_address(&self, end: &str) -> bool {
        self.unread.has_end(end)
    }

    /// Whether some file could not be read: it may refer to anything.
    #[must_use]
    pub fn is_partly_unread(&self) -> bool {
        !self.unread.is_empty()
    }

    /// Whether anything refers to an entity.
    #[must_use]
    pub fn is_referenced(&self, id: EntityId) -> bool {
        self.backlinks.get(id.index()).is_some_and(|links| !links.is_empty())
    }

    /// The publication of a source.
    #[must_use]
    pub fn publication<'a>(&'a self, citation: &'a Citation) -> Option<&'a Publication> {
        match citation {
            Citation::Written(publication) => Some(publication),
            Citation::Listed(id) => self.vocabularies.term(List::Sources, id)?.publication.as_deref(),
        }
    }

    /// The organisations that came from this one, with how: known, in order of path.
    #[must_use]
    pub fn successors(&self, id: EntityId) -> Vec<(EntityId, &Predecessor)> {
        let own_id = &self.entity(id).document.id;
        let from = self.ties(id).filter(|link| link.role == BacklinkRole::Predecessor);
        from.filter_map(|link| {
            let organisation = self.entity(link.from).organisation()?;
            let step = organisation.predecessors.known(self.today()).find(|it| it.organisation == *own_id)?;
            Some((link.from, step))
        })
        .collect()
    }

    /// What a pole is on the federation's day.
    #[must_use]
    pub fn label_state(&self, organisation: &Organisation) -> LabelState {
        let today = self.today();
        let known: Vec<&LabelPeriod> = organisation.labels.known(today).collect();
        if let Some(state) = known.iter().rev().find_map(|label| label.state_on(today)) {
            return state;
        }
        let Some(end) = known.iter().map(|label| label.last_possible_day()).max() else {
            return LabelState::None;
        };
        if self.decided_after(end) { LabelState::Ended(end) } else { LabelState::RenewalPending(end) }
    }

    /// Whether the site knows every label that holds on its day: those of a phase that is complete.
    /// Where it does not, the lack of one says nothing of a pole.
    #[must_use]
    pub const fn knows_all_labels_of_the_day(&self) -> bool {
        self.knows_all_labels_of_the_day
    }

    fn find_all_labels_of_the_day(&self) -> bool {
        let today = self.today();
        self.known(Kind::Pole).any(|(_, pole)| {
            let mut labels = pole.organisation().into_iter().flat_map(|it| it.labels.known(today));
            labels.any(|label| {
                let holds = label.from.first <= today && today <= label.last_possible_day();
                holds && self.is_complete(&label.phase)
            })
        })
    }

    fn is_complete(&self, phase: &str) -> bool {
        let phase = self.find(phase).map(|id| &self.entity(id).data);
        matches!(phase, Some(Data::Phase(phase)) if phase.is_complete)
    }

    /// Whether labels of a later phase than one that ended on a day are known: of any pole.
    fn decided_after(&self, end: Day) -> bool {
        self.known(Kind::Pole).any(|(_, pole)| {
            let mut labels = pole.organisation().into_iter().flat_map(|it| it.labels.known(self.today()));
            labels.any(|label| label.from.first > end)
        })
    }
}

/// `organisation` is a key of predecessors and of posts held: the table tells which.
fn is_predecessor(origin: crate::parse::Origin) -> bool {
    matches!(origin, crate::parse::Origin::Field { shape: "predecessors", .. })
}

impl EntityId {
    const fn index(self) -> usize {
        self.0 as usize
    }
}
