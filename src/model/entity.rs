//! One entity: what its file and translations say, typed.

use std::sync::Arc;

use super::{Call, Event, Facts, Figure, Moment, Names, Organisation, Page, Partnership, Person, Phase};
use super::{Post, Programme, Publicity, Region, Schedule, Study};
use crate::date::Day;
use crate::language::Language;
use crate::parse::{Body, Document};
use crate::schema::Kind;

/// One entity.
#[derive(Debug)]
pub struct Entity {
    /// Its file, in the first language.
    pub document: Arc<Document>,
    /// Its translations.
    pub translations: Vec<Arc<Document>>,
    /// Its names; the title is that of posts and pages.
    pub names: Names,
    /// Its figures.
    pub figures: Facts<Figure>,
    /// What its kind adds.
    pub data: Data,
    /// Whether pages may show it on the federation's day.
    pub is_known: bool,
    /// Whether lists may show it.
    pub is_listed: bool,
    /// Whether its summary and description had been written by the federation's day.
    pub is_written: bool,
}

/// What each kind adds. What is large stands apart: nearly all entities of a large site are posts.
#[derive(Debug)]
pub enum Data {
    /// News.
    Post(Post),
    /// An event.
    Event(Box<Event>),
    /// A call.
    Call(Box<Call>),
    /// A publication.
    Publication(Study),
    /// A lasting page.
    Page(Page),
    /// A pole or another organisation.
    Organisation(Box<Organisation>),
    /// A region.
    Region(Box<Region>),
    /// A phase.
    Phase(Phase),
    /// A partnership.
    Partnership(Box<Partnership>),
    /// A programme.
    Programme(Programme),
    /// A person.
    Person(Person),
}

impl Entity {
    pub(super) fn new(document: Arc<Document>, translations: Vec<Arc<Document>>, moment: Moment) -> Self {
        let record = &document.record;
        let data = match document.kind {
            Kind::Post => Data::Post(Post::read(record)),
            Kind::Event => Data::Event(Box::new(Event::read(record))),
            Kind::Call => Data::Call(Box::new(Call::read(record))),
            Kind::Publication => Data::Publication(Study::read(record)),
            Kind::Pole | Kind::Organisation => Data::Organisation(Box::new(Organisation::read(record))),
            Kind::Region => Data::Region(Box::new(Region::read(record))),
            Kind::Phase => Data::Phase(Phase::read(record)),
            Kind::Partnership => Data::Partnership(Box::new(Partnership::read(record))),
            Kind::Programme => Data::Programme(Programme::read(record)),
            Kind::Person => Data::Person(Person::read(record)),
            // Lists of terms and words of pictures are no entities; the federation keeps them apart.
            Kind::Page | Kind::Vocabulary | Kind::Picture => Data::Page(Page::read(record)),
        };
        Self {
            names: Names::read(&document, &translations),
            figures: Figure::read_all(record),
            is_known: is_known(&data, moment),
            is_listed: record.boolean("listed").unwrap_or(true),
            is_written: record.date("written").is_none_or(|written| written.is_by(moment.today)),
            data,
            document,
            translations,
        }
    }

    /// The file and its translations.
    pub fn documents(&self) -> impl Iterator<Item = &Arc<Document>> {
        std::iter::once(&self.document).chain(&self.translations)
    }

    /// The id.
    #[must_use]
    pub fn id(&self) -> &Arc<str> {
        &self.document.id
    }

    /// The kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.document.kind
    }

    /// The organisation, for poles too.
    #[must_use]
    pub fn organisation(&self) -> Option<&Organisation> {
        match &self.data {
            Data::Organisation(organisation) => Some(organisation),
            _ => None,
        }
    }

    /// The post.
    #[must_use]
    pub const fn post(&self) -> Option<&Post> {
        match &self.data {
            Data::Post(post) => Some(post),
            _ => None,
        }
    }

    /// The event.
    #[must_use]
    pub fn event(&self) -> Option<&Event> {
        match &self.data {
            Data::Event(event) => Some(event),
            _ => None,
        }
    }

    /// The call.
    #[must_use]
    pub fn call(&self) -> Option<&Call> {
        match &self.data {
            Data::Call(call) => Some(call),
            _ => None,
        }
    }

    /// The person.
    #[must_use]
    pub const fn person(&self) -> Option<&Person> {
        match &self.data {
            Data::Person(person) => Some(person),
            _ => None,
        }
    }

    /// When it shows, for texts that have a date.
    #[must_use]
    pub fn schedule(&self) -> Option<&Schedule> {
        schedule(&self.data)
    }

    /// Whether it is not published yet, whatever the day.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        match &self.data {
            Data::Page(page) => page.is_draft,
            data => schedule(data).is_some_and(|schedule| schedule.is_draft),
        }
    }

    /// What the public can read of it on a day; all of what is no text.
    #[must_use]
    pub fn publicity(&self, day: Day) -> Publicity {
        publicity(&self.data, day)
    }

    /// The translation into a language, if there is one.
    #[must_use]
    pub fn translation(&self, language: &Language) -> Option<&Arc<Document>> {
        self.translations.iter().find(|document| document.translation.as_ref() == Some(language))
    }

    /// The words of a key in a language, or in the first where they are not translated. The
    /// language they are in comes with them: `None` is the first.
    #[must_use]
    pub fn text(&self, key: &str, language: &Language) -> Option<(Arc<str>, Option<Language>)> {
        if key == "summary" && !self.is_written {
            return None;
        }
        let of = |document: &Document| document.record.text(key).filter(|text| !text.trim().is_empty());
        match self.translation(language).and_then(|document| of(document)) {
            Some(text) => Some((text, Some(language.clone()))),
            None => of(&self.document).map(|text| (text, None)),
        }
    }

    /// The text in Markdown in a language, or in the first: the body of a post or page, the
    /// description of other entities.
    #[must_use]
    pub fn body(&self, language: &Language) -> Option<(Arc<Body>, Option<Language>)> {
        if !self.is_written {
            return None;
        }
        match self.translation(language).and_then(|document| document.text()) {
            Some(body) => Some((body, Some(language.clone()))),
            None => self.document.text().map(|body| (body, None)),
        }
    }

    /// Whether the entity has a text of its own in a language: the first, or a translation.
    #[must_use]
    pub fn is_written_in(&self, language: &Language, first: &Language) -> bool {
        language == first || self.translation(language).is_some()
    }
}

fn schedule(data: &Data) -> Option<&Schedule> {
    match data {
        Data::Post(post) => Some(&post.schedule),
        Data::Event(event) => Some(&event.schedule),
        Data::Call(call) => Some(&call.schedule),
        Data::Publication(study) => Some(&study.schedule),
        _ => None,
    }
}

fn publicity(data: &Data, day: Day) -> Publicity {
    match (data, schedule(data)) {
        (_, Some(schedule)) => schedule.publicity(day),
        (Data::Page(page), None) if page.is_draft => Publicity::Draft,
        _ => Publicity::Public,
    }
}

fn is_known(data: &Data, moment: Moment) -> bool {
    let today = moment.today;
    if publicity(data, today) != Publicity::Public {
        return moment.with_unpublished;
    }
    match data {
        Data::Organisation(organisation) => organisation.is_known(today),
        Data::Region(region) => region.formed.is_none_or(|formed| formed.first <= today),
        Data::Phase(phase) => phase.is_known(today),
        Data::Partnership(partnership) => partnership.is_known(today),
        _ => true,
    }
}
