//! In a line each: what became, after a post, of what it is about.

use std::sync::Arc;

use serde::Serialize;

use super::link::LinkView;
use super::viewer::Viewer;
use crate::date::Date;
use crate::model::{Change, EntityId};

/// What became of an entity: a sentence with a link in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SinceView {
    /// The words before the link.
    pub before: String,
    /// What it became, or itself.
    pub link: LinkView,
    /// The words after the link.
    pub after: String,
}

impl Viewer<'_> {
    /// What became of entities after a date; nothing where the date is not known.
    pub fn since(&self, about: &[Arc<str>], date: Option<Date>) -> Vec<SinceView> {
        let Some(date) = date else { return Vec::new() };
        let mut notes: Vec<SinceView> = Vec::new();
        for id in about.iter().filter_map(|id| self.federation.find_known(id)) {
            for change in self.federation.changes_after(id, date.last) {
                let note = self.change(id, change);
                // Two that a post is about may take part in one merger.
                if !notes.contains(&note) {
                    notes.push(note);
                }
            }
        }
        notes
    }

    fn change(&self, id: EntityId, change: Change<'_>) -> SinceView {
        let name = self.name(self.federation.entity(id));
        match change {
            Change::Renamed { before, on } => self.sentence("since.rename", on, &before.full, id),
            Change::Became { successor, how, on, is_only_known } => {
                let key = if is_only_known { "since.known".to_owned() } else { format!("since.{how}") };
                self.sentence(&key, on, &name, successor)
            }
            Change::Closed(on) => self.sentence("since.closed", on, &name, id),
            Change::Settled { merger, state, on } => {
                self.sentence(&format!("since.{}", state.word()), on, &name, merger)
            }
        }
    }

    /// A sentence that a label words, with a link in the place `{link}`.
    fn sentence(&self, key: &str, on: Date, name: &str, to: EntityId) -> SinceView {
        let sentence = self.label_with_date(key, on, &[("name", &self.typeset(name))]);
        let (before, after) = sentence.split_once("{link}").unwrap_or((&sentence, ""));
        SinceView { before: before.to_owned(), link: self.link(to), after: after.to_owned() }
    }
}
