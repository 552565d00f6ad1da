//! The federation: every entity, typed, and what the references between them say.
//!
//! It is immutable once made. What nobody typed is worked out here: who refers to whom and as
//! what, what came from what, what a pole is on a day. Rules read it and report; pages are views
//! of it. It must not know routes, templates or the outside.

mod backlink;
mod call;
mod change;
mod citation;
mod entity;
mod event;
mod fact;
mod figure;
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
pub use schedule::Schedule;
pub use vocabulary::{RepeatedTerm, Term, Vocabularies};

use crate::config::SiteConfig;
use crate::date::Day;
use crate::parse::Document;
use crate::published::Published;
use crate::schema::{Kind, List};
use crate::source::{FilePath, Place};
use unread::Unread;

/// The place of an entity in the federation, whose entities are sorted by path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(u32);

/// What a federation is made for.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// The day as known on which pages are made.
    pub today: Day,
    /// Whether drafts show.
    pub with_drafts: bool,
}

/// Every entity of a site and what is between them.
#[derive(Debug)]
pub struct Federation {
    /// The site's configuration.
    pub config: Arc<SiteConfig>,
    /// What the federation is made for.
    pub moment: Moment,
    /// The controlled lists.
    pub vocabularies: Vocabularies,
    /// The entries whose id another entry has already, and that other entry.
    pub repeated: Vec<(Arc<Document>, Place)>,
    /// The terms whose id another term of the list has already.
    pub repeated_terms: Vec<RepeatedTerm>,
    /// The addresses that were once published.
    pub published: Published,
    /// The translations of entries that are not there.
    pub orphans: Vec<Arc<Document>>,
    entities: Vec<Entity>,
    by_id: BTreeMap<Arc<str>, EntityId>,
    by_path: BTreeMap<FilePath, EntityId>,
    assets: BTreeSet<FilePath>,
    pictures: Pictures,
    unread: Unread,
    backlinks: Vec<Vec<Backlink>>,
    /// Whether every label that holds on the day is known.
    knows_all_labels_of_the_day: bool,
}

/// What a site holds beside documents.
#[derive(Clone, Debug, Default)]
pub struct OtherFiles {
    /// Those copied as they are.
    pub assets: BTreeSet<FilePath>,
    /// Texts that no kind reads.
    pub misplaced: Vec<FilePath>,
    /// The addresses that were once published.
    pub published: Published,
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
    let (pictures, documents) = picture::part(documents);
    let mut federation = Federation {
        config,
        moment,
        vocabularies: Vocabularies::default(),
        repeated: Vec::new(),
        repeated_terms: Vec::new(),
        published: files.published,
        orphans: Vec::new(),
        entities: Vec::new(),
        by_id: BTreeMap::new(),
        by_path: BTreeMap::new(),
        assets: files.assets,
        pictures,
        unread,
        backlinks: Vec::new(),
        knows_all_labels_of_the_day: false,
    };
    let (originals, translations) = part(documents);
    federation.add_all(originals, translations);
    federation.backlinks = federation.find_backlinks();
    federation.hide_what_only_hidden_texts_name();
    federation.knows_all_labels_of_the_day = federation.find_all_labels_of_the_day();
    federation
}

/// The kind and id of what a document is or translates.
type Identity = (Kind, Arc<str>);
/// What files say of the pictures beside them.
type Pictures = BTreeMap<FilePath, Vec<Arc<Document>>>;
type Translations = BTreeMap<Identity, Vec<Arc<Document>>>;

fn identity(document: &Document) -> Identity {
    (document.kind, document.id.clone())
}

fn part(documents: Vec<Arc<Document>>) -> (Vec<Arc<Document>>, Translations) {
    let mut translations = Translations::new();
    let mut originals = Vec::with_capacity(documents.len());
    for document in documents {
        if document.translation.is_some() {
            translations.entry(identity(&document)).or_default().push(document);
        } else {
            originals.push(document);
        }
    }
    (originals, translations)
}

impl Federation {
    fn add_all(&mut self, originals: Vec<Arc<Document>>, mut translations: Translations) {
        // Each root of content may have a file of the same list, and translate the others' terms.
        let (lists, entries) = originals.into_iter().partition(|it| it.kind == Kind::Vocabulary);
        for document in Vec::as_slice(&lists) {
            let translations = translations.get(&identity(document)).map_or(&[][..], Vec::as_slice);
            let repeated = self.vocabularies.add(document, translations);
            self.repeated_terms.extend(repeated);
        }
        for document in lists {
            translations.remove(&identity(&document));
        }
        for document in Vec::into_iter(entries) {
            let translations = translations.remove(&identity(&document)).unwrap_or_default();
            self.add(document, translations);
        }
        self.orphans = translations.into_values().flatten().collect();
    }

    fn add(&mut self, document: Arc<Document>, translations: Vec<Arc<Document>>) {
        if let Some(first) = self.by_id.get(&document.id) {
            let first = self.entity(*first).document.path.clone();
            let place = Place::new(&first, crate::source::Span::default());
            self.repeated.push((document, place));
            return;
        }
        let id = EntityId(u32::try_from(self.entities.len()).unwrap_or(u32::MAX));
        self.by_id.insert(document.id.clone(), id);
        self.by_path.insert(document.path.clone(), id);
        for translation in &translations {
            self.by_path.insert(translation.path.clone(), id);
        }
        self.entities.push(Entity::new(document, translations, self.moment));
    }

    fn find_backlinks(&self) -> Vec<Vec<Backlink>> {
        let mut backlinks: Vec<Vec<Backlink>> = vec![Vec::new(); self.entities.len()];
        for (from, entity) in self.all() {
            for document in entity.documents() {
                for reference in &document.references {
                    let Some(to) = self.resolve(document, &reference.target).entity() else { continue };
                    let role = match entity.data {
                        Data::Organisation(_) if is_predecessor(reference.origin) => {
                            BacklinkRole::Predecessor
                        }
                        _ => BacklinkRole::of(reference.origin),
                    };
                    if let Some(links) = backlinks.get_mut(to.index()).filter(|_| to != from) {
                        links.push(Backlink { from, role });
                    }
                }
            }
        }
        for links in &mut backlinks {
            links.sort_unstable();
            links.dedup();
        }
        backlinks
    }

    /// Every entity, known or not, sorted by path: for rules, never for pages.
    pub fn all(&self) -> impl Iterator<Item = (EntityId, &Entity)> {
        (0..).map(EntityId).zip(&self.entities)
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

    /// The entity of an id, where pages may show it.
    #[must_use]
    pub fn find_known(&self, id: &str) -> Option<EntityId> {
        self.find(id).filter(|id| self.entity(*id).is_known)
    }

    /// Every id, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.by_id.keys().map(AsRef::as_ref)
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
        let from = self.backlinks(id).filter(|link| link.role == BacklinkRole::Predecessor);
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
