//! The page of a pole or of another organisation.

use std::sync::Arc;

use serde::Serialize;

use super::link::{DateView, LinkView, SourceView, TextView};
use super::milestone::RoadmapView;
use super::neighbours::NeighboursView;
use super::time_line::TimeLineView;
use super::viewer::Viewer;
use crate::model::{
    Award, BacklinkRole, Contact, Entity, EntityId, Extension, LabelPeriod, Organisation, Predecessor, Tenure,
};
use crate::plan::{Facet, Subject};
use crate::schema::{Kind, List};

/// A pole or another organisation. Templates `pole.html` and `organisation.html`, as `organisation`.
#[derive(Clone, Debug, Serialize)]
pub struct OrganisationView {
    /// What it is: the kind of organisation, or the word for a pole.
    pub kind: String,
    /// What a pole is on the site's day: « labellisé jusqu’au… »; empty for others.
    pub state: String,
    /// Its sectors; those of poles are linked to the poles of the sector.
    pub sectors: Vec<LinkView>,
    /// What it does, in a few words each.
    pub specialities: Vec<TextView>,
    /// The city of its seat; empty where no source gives it.
    pub city: String,
    /// The region of its seat.
    pub seat_region: Option<LinkView>,
    /// The regions where it is present.
    pub regions: Vec<LinkView>,
    /// When it was founded.
    pub founded: Option<DateView>,
    /// When it closed.
    pub closed: Option<DateView>,
    /// Its website; empty where no source gives it.
    pub website: String,
    /// How to reach it.
    pub contact: Option<ContactView>,
    /// Its accounts on social networks, each under the name of its host.
    pub social: Vec<LinkView>,
    /// Its keywords.
    pub keywords: Vec<TextView>,
    /// Its label periods, the latest first.
    pub labels: Vec<LabelView>,
    /// The same as a drawing.
    pub time_line: Option<TimeLineView>,
    /// What it comes from.
    pub predecessors: Vec<LineageView>,
    /// What came of it.
    pub successors: Vec<LineageView>,
    /// Its roadmap.
    pub roadmap: Option<RoadmapView>,
    /// Those with whom a pole shares partnerships.
    pub neighbours: Option<NeighboursView>,
    /// European labels and prizes.
    pub awards: Vec<AwardView>,
    /// The networks that it is a member of.
    pub member_of: Vec<LinkView>,
    /// Its members.
    pub members: Vec<LinkView>,
    /// People who hold or held posts there.
    pub people: Vec<PersonInOfficeView>,
    /// Programmes that it owns and calls that it launched.
    pub owns: Vec<LinkView>,
    /// The regions that it governs.
    pub governs: Vec<LinkView>,
}

/// One label period.
#[derive(Clone, Debug, Serialize)]
pub struct LabelView {
    /// The phase.
    pub phase: Option<LinkView>,
    /// « du 1er janvier 2023 au 31 décembre 2026 ».
    pub period: String,
    /// When it was decided.
    pub decided: DateView,
    /// What became of an extension; empty where there could be none.
    pub extension: String,
    /// The poles that share it.
    pub joint_with: Vec<LinkView>,
    /// Its condition.
    pub conditional: Option<TextView>,
    /// A detail.
    pub note: Option<TextView>,
    /// Whether the term was deduced, not written.
    pub is_inferred: bool,
    /// Who says so.
    pub source: Option<SourceView>,
}

/// One step of a lineage.
#[derive(Clone, Debug, Serialize)]
pub struct LineageView {
    /// The organisation before, or after.
    pub organisation: LinkView,
    /// How: « fusion ».
    pub how: String,
    /// When.
    pub on: Option<DateView>,
    /// A detail.
    pub note: Option<TextView>,
    /// Who says so.
    pub source: Option<SourceView>,
}

/// A European label or prize.
#[derive(Clone, Debug, Serialize)]
pub struct AwardView {
    /// Its name.
    pub name: TextView,
    /// Its level; empty where it has none.
    pub level: String,
    /// Since when.
    pub from: Option<DateView>,
    /// Until when.
    pub until: Option<DateView>,
    /// Who says so.
    pub source: Option<SourceView>,
}

/// How to reach someone. Each is empty where no source gives it.
#[derive(Clone, Debug, Serialize)]
pub struct ContactView {
    /// Who answers.
    pub name: String,
    /// The electronic address.
    pub email: String,
    /// The telephone.
    pub telephone: String,
    /// The postal address.
    pub address: String,
}

/// Someone who holds or held a post.
#[derive(Clone, Debug, Serialize)]
pub struct PersonInOfficeView {
    /// The person.
    pub person: LinkView,
    /// The posts held there.
    pub posts: Vec<PostInOfficeView>,
}

/// A post held, as the page of its organisation shows it.
#[derive(Clone, Debug, Serialize)]
pub struct PostInOfficeView {
    /// What the post is.
    pub title: TextView,
    /// Since when, until when, or when it is attested; empty where no one says.
    pub when: String,
}

impl Viewer<'_> {
    /// A pole or another organisation.
    pub fn organisation(&self, id: EntityId, organisation: &Organisation) -> OrganisationView {
        let entity = self.federation.entity(id);
        let today = self.federation.today();
        let seat = organisation.seat.as_ref();
        let actors = &[Kind::Pole, Kind::Organisation];
        let labels: Vec<&LabelPeriod> = organisation.labels.known(today).rev().collect();
        let links = |ids: Vec<EntityId>| ids.into_iter().map(|id| self.link(id)).collect();
        OrganisationView {
            kind: self.organisation_kind(entity),
            state: self.label_state(entity),
            sectors: self.sector_links(entity, &organisation.sectors),
            specialities: self.texts(entity, "specialities"),
            city: seat.map(|seat| self.typeset(&seat.city)).unwrap_or_default(),
            seat_region: seat.and_then(|seat| self.link_to(seat.region.as_ref()?)),
            regions: self.links_to(&organisation.regions),
            founded: organisation.founded.map(|date| self.date(date)),
            closed: organisation.closed.filter(|closed| closed.is_by(today)).map(|date| self.date(date)),
            website: organisation.website.as_deref().unwrap_or("").to_owned(),
            contact: organisation.contact.as_ref().map(contact),
            social: entity.document.record.texts("social").map(|url| account(&url)).collect(),
            keywords: self.texts(entity, "keywords"),
            time_line: self.time_line(&labels),
            labels: labels.into_iter().map(|label| self.label_period(label)).collect(),
            predecessors: organisation
                .predecessors
                .known(today)
                .filter_map(|it| self.predecessor(it))
                .collect(),
            successors: self
                .federation
                .successors(id)
                .into_iter()
                .map(|(to, it)| self.step(self.link(to), it))
                .collect(),
            roadmap: organisation.roadmap.as_ref().map(|roadmap| self.roadmap(entity, roadmap)),
            neighbours: (entity.kind() == Kind::Pole).then(|| self.neighbours_of(id)).flatten(),
            awards: organisation.awards.iter().map(|award| self.award(award)).collect(),
            member_of: self.links_to(&organisation.member_of),
            members: links(self.referrers(id, BacklinkRole::Network, actors)),
            people: self.people_of(id, &|_| true),
            owns: links(self.referrers(id, BacklinkRole::Owner, &[Kind::Programme, Kind::Phase])),
            governs: links(self.referrers(id, BacklinkRole::Authority, &[Kind::Region])),
        }
    }

    fn sector_links(&self, entity: &Entity, sectors: &[Arc<str>]) -> Vec<LinkView> {
        let link = |sector: &Arc<str>| {
            let words = self.term(List::Sectors, sector)?;
            let facet = Subject::Facet(Facet::Sector(sector.clone()));
            let linked = (entity.kind() == Kind::Pole).then(|| self.link_to_page(&facet, words.clone()));
            linked.flatten().or(Some(LinkView { text: words, href: String::new(), lang: None }))
        };
        sectors.iter().filter_map(link).collect()
    }

    /// The words of a list, translated as a whole or not at all.
    pub fn texts(&self, entity: &Entity, key: &str) -> Vec<TextView> {
        let translation = entity.translation(self.language);
        let translated = translation.filter(|document| document.record.texts(key).next().is_some());
        let (document, language) = match translated {
            Some(document) => (document, Some(self.language.clone())),
            None => (&entity.document, None),
        };
        document.record.texts(key).map(|words| self.words(&words, language.clone())).collect()
    }

    fn label_period(&self, label: &LabelPeriod) -> LabelView {
        let (from, until) = (label.from.words(self.language), self.day(label.end()));
        LabelView {
            phase: self.link_to(&label.phase),
            period: self.label("label.period", &[("from", &from), ("until", &until)]),
            decided: self.date(label.decided),
            extension: self.extension(label),
            joint_with: self.links_to(&label.joint_with),
            conditional: label.conditional.as_deref().map(|words| self.original(words)),
            note: label.note.as_deref().map(|words| self.original(words)),
            is_inferred: label.is_inferred,
            source: self.source(label.source.as_ref()),
        }
    }

    fn extension(&self, label: &LabelPeriod) -> String {
        let until = label.extendable_until.map(|until| until.words(self.language)).unwrap_or_default();
        let key = match label.extension {
            Extension::None => return String::new(),
            Extension::Granted => "label.extension_granted",
            Extension::Refused => "label.extension_refused",
            Extension::Unknown => "label.extension_unknown",
        };
        self.label(key, &[("date", &until)])
    }

    fn predecessor(&self, step: &Predecessor) -> Option<LineageView> {
        let before = self.federation.find(&step.organisation)?;
        Some(self.step(self.link(before), step))
    }

    fn step(&self, organisation: LinkView, step: &Predecessor) -> LineageView {
        LineageView {
            organisation,
            how: self.label(&format!("succession.{}", step.how), &[]),
            on: step.on.map(|on| self.date(on)),
            note: step.note.as_deref().map(|words| self.original(words)),
            source: self.source(step.source.as_ref()),
        }
    }

    fn award(&self, award: &Award) -> AwardView {
        AwardView {
            name: self.original(&award.name),
            level: award.level.as_deref().map(|level| self.typeset(level)).unwrap_or_default(),
            from: award.from.map(|date| self.date(date)),
            until: award.until.map(|date| self.date(date)),
            source: self.source(award.source.as_ref()),
        }
    }

    /// Those who hold posts of a tenure in an organisation.
    pub fn people_of(&self, id: EntityId, is_wanted: &dyn Fn(Tenure) -> bool) -> Vec<PersonInOfficeView> {
        let own_id = self.federation.entity(id).id();
        let people = self.referrers(id, BacklinkRole::Post, &[Kind::Person]);
        let views = people.into_iter().map(|person| {
            let held = self.posts_held(person);
            let held = held.filter(|(post, tenure)| post.organisation == *own_id && is_wanted(*tenure));
            let posts = held.map(|(post, _)| self.post_in_office(post)).collect();
            PersonInOfficeView { person: self.link(person), posts }
        });
        views.filter(|person| !person.posts.is_empty()).collect()
    }
}

/// A link to an account, under the name of its host: `linkedin.com`.
fn account(url: &str) -> LinkView {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = after_scheme.split(['/', '?', '#']).next().unwrap_or(after_scheme);
    let host = host.strip_prefix("www.").unwrap_or(host);
    LinkView { text: host.to_owned(), href: url.to_owned(), lang: None }
}

/// How to reach someone.
pub(super) fn contact(contact: &Contact) -> ContactView {
    let words = |text: &Option<Arc<str>>| text.as_deref().unwrap_or("").to_owned();
    ContactView {
        name: words(&contact.name),
        email: words(&contact.email),
        telephone: words(&contact.telephone),
        address: words(&contact.address),
    }
}
