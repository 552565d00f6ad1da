//! What was made last, to be shared: lists of near dates show the same posts.

use std::hash::Hash;
use std::mem;
use std::sync::Mutex;

use rustc_hash::FxHashMap;

use super::card::PostCard;
use crate::model::EntityId;
use crate::prepared::Prepared;

/// How many are kept at least: pages of the posts of one pole or region reach over some hundreds of posts, on a
/// site of any size. A card has about 2 KB.
const KEPT: usize = 1024;

/// The cards of one language that were made last, so that each is made about once where
/// [pages are made by date](crate::plan::Plan::routes_by_date). No page depends on them.
pub type RecentCards = Recent<EntityId, Prepared<PostCard>>;

/// What was made last, by what it was made of.
#[derive(Debug)]
pub struct Recent<K, V>(Mutex<Halves<K, V>>);

/// What was asked for since the last time that there was too much, and what before.
#[derive(Debug)]
struct Halves<K, V> {
    recent: FxHashMap<K, V>,
    earlier: FxHashMap<K, V>,
}

impl<K, V> Default for Recent<K, V> {
    fn default() -> Self {
        Self(Mutex::new(Halves { recent: FxHashMap::default(), earlier: FxHashMap::default() }))
    }
}

impl<K: Copy + Eq + Hash, V: Clone> Recent<K, V> {
    /// What was made of a key, or what is made now.
    pub fn get(&self, key: K, make: impl FnOnce() -> V) -> V {
        if let Some(value) = self.0.lock().ok().and_then(|mut halves| halves.find(key)) {
            return value;
        }
        // Not while others wait: two threads may both make it, and the same.
        let value = make();
        if let Ok(mut halves) = self.0.lock() {
            halves.keep(key, value.clone());
        }
        value
    }
}

impl<K: Copy + Eq + Hash, V: Clone> Halves<K, V> {
    fn find(&mut self, key: K) -> Option<V> {
        if let Some(value) = self.recent.get(&key) {
            return Some(value.clone());
        }
        let value = self.earlier.remove(&key)?;
        self.keep(key, value.clone());
        Some(value)
    }

    fn keep(&mut self, key: K, value: V) {
        if self.recent.len() >= KEPT {
            self.earlier = mem::take(&mut self.recent);
        }
        self.recent.insert(key, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_again_and_again_stays_and_the_rest_goes() {
        let recent = Recent::default();
        let made_anew = |key: usize| {
            let mut is_new = false;
            recent.get(key, || is_new = true);
            is_new
        };
        assert!(made_anew(0) && !made_anew(0));
        for key in 1..5 * KEPT {
            assert!(made_anew(key) && !made_anew(key));
            assert!(!made_anew(0), "{key}");
        }
        assert!(made_anew(1) && !made_anew(5 * KEPT - 1));
        let halves = recent.0.into_inner().expect("a lock that nobody broke");
        assert!(halves.recent.len() + halves.earlier.len() <= 2 * KEPT);
    }
}
