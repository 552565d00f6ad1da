//! People and the posts they hold.

use std::sync::Arc;

use super::citation::Citation;
use super::organisation::Contact;
use crate::date::Date;
use crate::parse::Record;

/// A person.
#[derive(Clone, Debug)]
pub struct Person {
    /// The posts held.
    pub roles: Vec<PostHeld>,
    /// How to reach the person.
    pub contact: Option<Contact>,
}

/// A post held in an organisation.
#[derive(Clone, Debug)]
pub struct PostHeld {
    /// The id of the organisation.
    pub organisation: Arc<str>,
    /// What the post is.
    pub title: Arc<str>,
    /// Since when.
    pub from: Option<Date>,
    /// Until when.
    pub until: Option<Date>,
    /// A date at which it is attested.
    pub as_of: Option<Date>,
    /// Who says so.
    pub source: Option<Citation>,
}

impl Person {
    /// The person of a file.
    #[must_use]
    pub fn read(record: &Record) -> Self {
        let roles = record.records("roles").filter_map(|(it, _)| post_held(it)).collect();
        Self { roles, contact: Contact::read(record) }
    }
}

fn post_held(record: &Record) -> Option<PostHeld> {
    Some(PostHeld {
        organisation: record.reference("organisation")?,
        title: record.text("title")?,
        from: record.date("from"),
        until: record.date("until"),
        as_of: record.date("as_of"),
        source: Citation::read(record, "source"),
    })
}
