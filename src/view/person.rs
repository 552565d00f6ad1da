//! The page of a person.

use std::sync::Arc;

use serde::Serialize;

use super::link::{LinkView, SourceView, TextView};
use super::organisation::{ContactView, PostInOfficeView, contact};
use super::viewer::Viewer;
use crate::model::{Data, EntityId, Person, PostHeld};

/// A person. Template `person.html`, as `person`.
#[derive(Clone, Debug, Serialize)]
pub struct PersonView {
    /// The posts held.
    pub posts: Vec<PostHeldView>,
    /// How to reach the person.
    pub contact: Option<ContactView>,
}

/// A post held.
#[derive(Clone, Debug, Serialize)]
pub struct PostHeldView {
    /// What the post is.
    pub title: TextView,
    /// Where.
    pub organisation: Option<LinkView>,
    /// Since when, until when, or when it is attested.
    pub when: String,
    /// Who says so.
    pub source: Option<SourceView>,
}

impl Viewer<'_> {
    /// A person.
    pub fn person(&self, person: &Person) -> PersonView {
        let posts = person.roles.iter().map(|role| PostHeldView {
            title: self.original(&role.title),
            organisation: self.link_to(&role.organisation),
            when: self.when(role),
            source: self.source(role.source.as_ref()),
        });
        PersonView { posts: posts.collect(), contact: person.contact.as_ref().map(contact) }
    }

    /// The posts of a person, with the id of each organisation.
    pub fn posts_held(&self, id: EntityId) -> Vec<(Arc<str>, PostInOfficeView)> {
        let Data::Person(person) = &self.federation.entity(id).data else { return Vec::new() };
        let view =
            |role: &PostHeld| PostInOfficeView { title: self.original(&role.title), when: self.when(role) };
        person.roles.iter().map(|role| (role.organisation.clone(), view(role))).collect()
    }

    fn when(&self, role: &PostHeld) -> String {
        let words = |date: crate::date::Date| date.words(self.language);
        match (role.from, role.until, role.as_of) {
            (Some(from), Some(until), _) => {
                self.label("label.period", &[("from", &words(from)), ("until", &words(until))])
            }
            (Some(from), None, _) => self.label("when.since", &[("date", &words(from))]),
            (None, Some(until), _) => self.label("when.until", &[("date", &words(until))]),
            (None, None, Some(date)) => self.label("when.as_of", &[("date", &words(date))]),
            (None, None, None) => String::new(),
        }
    }
}
