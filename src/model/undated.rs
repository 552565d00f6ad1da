//! Profiles without any date of their own: people, programmes, organisations of which nobody says
//! since when they are known.
//!
//! Such a profile shows, unless a hidden text refers to it and nothing that shows does: a programme
//! that a text under embargo announces must not be read in a list before.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Data, Entity, EntityId, Federation};
use crate::schema::Kind;

impl Federation {
    /// Hides the profiles without a date that only hidden texts speak of.
    pub(super) fn hide_what_only_hidden_texts_name(&mut self) {
        let mut waiting: BTreeSet<EntityId> = self.named_by_hidden_texts().collect();
        for id in &waiting {
            self.set_known(*id, false);
        }
        // What one of them, shown, refers to shows too.
        while let Some(id) = waiting.iter().copied().find(|id| self.backlinks(*id).next().is_some()) {
            waiting.remove(&id);
            self.set_known(id, true);
        }
    }

    fn named_by_hidden_texts(&self) -> impl Iterator<Item = EntityId> {
        let undated = self.all().filter(|(_, entity)| entity.is_known && is_undated(entity));
        undated.map(|(id, _)| id).filter(|id| {
            let links = self.backlinks.get(id.index()).map_or(&[][..], Vec::as_slice);
            let mut from = links.iter().map(|link| self.entity(link.from));
            from.any(|from| from.kind().is_text() && !from.is_known)
        })
    }

    fn set_known(&mut self, id: EntityId, is_known: bool) {
        // No other holds an entity while its federation is made.
        if let Some(entity) = self.entities.get_mut(id.index()).and_then(Arc::get_mut) {
            entity.is_known = is_known;
        }
    }
}

/// Whether a profile bears no date that says when it is to show. A person's posts are reason enough
/// to show them, and poles have labels.
fn is_undated(entity: &Entity) -> bool {
    match &entity.data {
        Data::Person(person) => person.roles.is_empty(),
        Data::Programme(_) => true,
        Data::Organisation(organisation) => {
            entity.kind() == Kind::Organisation && organisation.known.or(organisation.founded).is_none()
        }
        _ => false,
    }
}
