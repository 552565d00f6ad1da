//! Entities as lists show them.

use serde::Serialize;

use super::link::{DateView, LinkView, TextView};
use super::viewer::Viewer;
use crate::model::{Data, Entity, EntityId, LabelState};
use crate::prepared::Prepared;
use crate::schema::List;

/// A post in a list.
#[derive(Clone, Debug, Serialize)]
pub struct PostCard {
    /// Its title, linked.
    pub link: LinkView,
    /// Its date.
    pub date: Option<DateView>,
    /// What it says in a sentence or two.
    pub summary: Option<TextView>,
    /// Its type in words: « Communiqué »; empty for plain news.
    pub post_type: String,
    /// What it is about.
    pub about: Vec<LinkView>,
    /// Why the public cannot read it, in words; empty where it can.
    pub unpublished: String,
}

/// A pole or another organisation in a list.
#[derive(Clone, Debug, Serialize)]
pub struct OrganisationCard {
    /// Its name, linked.
    pub link: LinkView,
    /// What it is: the kind of organisation, or the word for a pole.
    pub kind: String,
    /// What it does, in a sentence.
    pub summary: Option<TextView>,
    /// Its sectors in words.
    pub sectors: Vec<String>,
    /// The city of its seat; empty where no source gives it.
    pub city: String,
    /// The regions where it is present.
    pub regions: Vec<LinkView>,
    /// What it is on the site's day: « labellisé jusqu’au… »; empty for others than poles.
    pub state: String,
    /// In a directory, the facets that hold it, each as the end of its address: `region/bretagne`;
    /// none in other lists.
    pub facets: Vec<String>,
}

/// An entity of another kind in a list.
#[derive(Clone, Debug, Serialize)]
pub struct EntityCard {
    /// Its name, linked.
    pub link: LinkView,
    /// What it is in a sentence.
    pub summary: Option<TextView>,
    /// Words beside the name: kind and status of a partnership, years of a phase, posts of a person.
    pub detail: Option<TextView>,
    /// Why the public cannot read it, in words; empty where it can.
    pub unpublished: String,
}

impl Viewer<'_> {
    /// A post as lists show it.
    pub fn post_card(&self, id: EntityId) -> Prepared<PostCard> {
        self.cards.get(id, || Prepared::new(&self.new_post_card(id)))
    }

    fn new_post_card(&self, id: EntityId) -> PostCard {
        let entity = self.federation.entity(id);
        let post = entity.post();
        PostCard {
            link: self.link(id),
            date: post.and_then(|post| post.date).map(|date| self.date(date)),
            summary: self.summary(entity),
            post_type: post.map(|post| self.post_type(post.post_type)).unwrap_or_default(),
            about: post.map(|post| self.links_to(&post.about)).unwrap_or_default(),
            unpublished: self.unpublished(entity),
        }
    }

    /// The type of a post in words; empty for plain news.
    pub fn post_type(&self, word: &str) -> String {
        if word == "news" { String::new() } else { self.label(&format!("post_type.{word}"), &[]) }
    }

    /// A pole or organisation as lists show it.
    pub fn organisation_card(&self, id: EntityId) -> OrganisationCard {
        let entity = self.federation.entity(id);
        let organisation = entity.organisation();
        let seat = organisation.and_then(|it| it.seat.as_ref());
        let sectors = organisation.map(|it| it.sectors.as_slice()).unwrap_or_default();
        OrganisationCard {
            link: self.link(id),
            kind: self.organisation_kind(entity),
            summary: self.text(entity, "summary"),
            sectors: sectors.iter().filter_map(|sector| self.term(List::Sectors, sector)).collect(),
            city: seat.map(|seat| self.typeset(&seat.city)).unwrap_or_default(),
            regions: organisation.map(|it| self.links_to(&it.regions)).unwrap_or_default(),
            state: self.label_state(entity),
            facets: Vec::new(),
        }
    }

    /// What an organisation is: its kind, or the word for a pole.
    pub fn organisation_kind(&self, entity: &Entity) -> String {
        let kind = entity.organisation().and_then(|it| it.kind.as_deref());
        let named = kind.and_then(|kind| self.term(List::OrganisationKinds, kind));
        named.unwrap_or_else(|| self.label("kind.pole", &[]))
    }

    /// What a pole is on the site's day, in words; empty for others.
    pub fn label_state(&self, entity: &Entity) -> String {
        let Some(organisation) = entity.organisation().filter(|it| it.kind.is_none()) else {
            return String::new();
        };
        if let Some(closed) = organisation.closed.filter(|closed| closed.is_by(self.federation.today())) {
            return self.label("state.closed", &[("date", &closed.words(self.language))]);
        }
        let (key, day) = match self.federation.label_state(organisation) {
            LabelState::None => return self.label("state.none", &[]),
            LabelState::Labelled(until) => ("state.labelled", until),
            LabelState::ExtensionUnknown(until) => ("state.extension_unknown", until),
            LabelState::RenewalPending(since) => ("state.renewal_pending", since),
            LabelState::Ended(since) => ("state.ended", since),
        };
        self.label(key, &[("date", &self.day(day))])
    }

    /// Poles as cards: those that are poles on the site's day, and those that were.
    pub fn pole_cards(&self, poles: &[EntityId]) -> (Vec<OrganisationCard>, Vec<OrganisationCard>) {
        let (current, former) = self.current_and_former(poles);
        let cards = |ids: Vec<EntityId>| ids.into_iter().map(|id| self.organisation_card(id)).collect();
        (cards(current), cards(former))
    }

    /// Those that are poles on the site's day, and those that were.
    pub fn current_and_former(&self, poles: &[EntityId]) -> (Vec<EntityId>, Vec<EntityId>) {
        poles.iter().partition(|pole| self.federation.is_current_pole(**pole))
    }

    /// Any entity as lists show it.
    pub fn entity_card(&self, id: EntityId) -> EntityCard {
        let entity = self.federation.entity(id);
        EntityCard {
            link: self.link(id),
            summary: self.text(entity, "summary"),
            detail: self.detail(entity),
            unpublished: self.unpublished(entity),
        }
    }

    fn detail(&self, entity: &Entity) -> Option<TextView> {
        let words = match &entity.data {
            Data::Organisation(_) => self.organisation_kind(entity),
            Data::Partnership(partnership) => {
                let kind = self.label(&format!("partnership_kind.{}", partnership.kind), &[]);
                let status = partnership.status(self.federation.today());
                let status = status.map(|status| self.label(&format!("status.{}", status.word()), &[]));
                joined([Some(kind), status], ", ")
            }
            Data::Phase(phase) => {
                let from = phase.from.map(|date| date.year().to_string());
                let until = phase.end().map(|day| day.year().to_string());
                joined([from, until], "–")
            }
            Data::Publication(study) => {
                let study_type = self.label(&format!("publication_type.{}", study.study_type), &[]);
                joined([Some(study_type), study.date.map(|date| date.words(self.language))], ", ")
            }
            Data::Person(person) => {
                let known = person.roles.iter().filter(|role| role.tenure(self.federation.today()).is_some());
                let posts: Vec<&str> = known.map(|role| role.title.as_ref()).collect();
                return (!posts.is_empty()).then(|| self.original(&posts.join(", ")));
            }
            _ => String::new(),
        };
        (!words.is_empty()).then_some(TextView { text: words, lang: None })
    }
}

/// What there is of two, parted by a sign.
fn joined(words: [Option<String>; 2], sign: &str) -> String {
    words.into_iter().flatten().collect::<Vec<_>>().join(sign)
}
