//! The cards that were made last: lists of near dates show the same posts.

use std::sync::Mutex;

use rustc_hash::FxHashMap;

use super::card::PostCard;
use crate::model::EntityId;
use crate::prepared::Prepared;

/// How many cards are kept at least: pages of the posts of one pole or region reach over some hundreds of posts, on a
/// site of any size. A card has about 2 KB.
const KEPT: usize = 1024;

/// The cards of one language that were made last, so that each is made about once where
/// [pages are made by date](crate::plan::Plan::routes_by_date). No page depends on them.
#[derive(Debug, Default)]
pub struct RecentCards(Mutex<Halves>);

/// Cards since the last time that there were too many, and those before.
#[derive(Debug, Default)]
struct Halves {
    recent: FxHashMap<EntityId, Prepared<PostCard>>,
    earlier: FxHashMap<EntityId, Prepared<PostCard>>,
}

impl RecentCards {
    /// The card of a post: the one that was made before, or a new one.
    pub fn card(&self, id: EntityId, make: impl FnOnce() -> PostCard) -> Prepared<PostCard> {
        if let Some(card) = self.0.lock().ok().and_then(|mut halves| halves.find(id)) {
            return card;
        }
        // Not while others wait: two threads may both make it, and the same.
        let card = Prepared::new(&make());
        if let Ok(mut halves) = self.0.lock() {
            halves.keep(id, card.clone());
        }
        card
    }
}

impl Halves {
    fn find(&mut self, id: EntityId) -> Option<Prepared<PostCard>> {
        if let Some(card) = self.recent.get(&id) {
            return Some(card.clone());
        }
        let card = self.earlier.remove(&id)?;
        self.keep(id, card.clone());
        Some(card)
    }

    fn keep(&mut self, id: EntityId, card: Prepared<PostCard>) {
        if self.recent.len() >= KEPT {
            self.earlier = std::mem::take(&mut self.recent);
        }
        self.recent.insert(id, card);
    }
}
