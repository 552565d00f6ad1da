//! The page of a person.

use serde::Serialize;

use super::link::{LinkView, SourceView, TextView};
use super::organisation::{ContactView, PostInOfficeView, contact};
use super::viewer::Viewer;
use crate::model::{EntityId, Person, PostHeld, Tenure};

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
        let posts = self.known_posts(&person.roles).map(|(role, _)| PostHeldView {
            title: self.original(&role.title),
            organisation: self.link_to(&role.organisation),
            when: self.when(role),
            source: self.source(role.source.as_ref()),
        });
        PersonView { posts: posts.collect(), contact: person.contact.as_ref().map(contact) }
    }

    /// The posts of a person that are known on the site's day, with what is known of each.
    pub fn posts_held(&self, id: EntityId) -> impl Iterator<Item = (&PostHeld, Tenure)> {
        let person = self.federation.entity(id).person();
        let roles = person.map(|person| person.roles.as_slice()).unwrap_or_default();
        self.known_posts(roles)
    }

    fn known_posts<'b>(&self, roles: &'b [PostHeld]) -> impl Iterator<Item = (&'b PostHeld, Tenure)> {
        let today = self.federation.today();
        roles.iter().filter_map(move |role| Some((role, role.tenure(today)?)))
    }

    /// A post held, as the page of its organisation shows it.
    pub fn post_in_office(&self, role: &PostHeld) -> PostInOfficeView {
        PostInOfficeView { title: self.original(&role.title), when: self.when(role) }
    }

    fn when(&self, role: &PostHeld) -> String {
        let words = |date: crate::date::Date| date.words(self.language);
        match (role.from, role.until, role.as_of) {
            (Some(from), Some(until), _) => {
                self.label("label.period", &[("from", &words(from)), ("until", &words(until))])
            }
            (Some(from), None, _) => self.label("when.since", &[("date", &words(from))]),
            (None, Some(until), _) => self.label("when.until", &[("date", &words(until))]),
            (None, None, Some(date)) => self.label_with_date("when.as_of", date, &[]),
            (None, None, None) => String::new(),
        }
    }
}
