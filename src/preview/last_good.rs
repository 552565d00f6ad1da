//! Pages as they were last rendered well, for as many as people have open.

use std::collections::{HashMap, VecDeque};

use crate::plan::Address;

/// How many pages are kept: more than anybody has open.
const MOST: usize = 64;

/// A page, and what tells it from itself after an edit.
#[derive(Clone)]
pub(super) struct Page {
    pub(super) bytes: Vec<u8>,
    pub(super) version: String,
}

/// Pages as they were last rendered well.
#[derive(Default)]
pub(super) struct LastGood {
    pages: HashMap<Address, Page>,
    /// The addresses, the one shown least recently first.
    order: VecDeque<Address>,
}

impl LastGood {
    /// Keeps a page in place of what was kept of it.
    pub(super) fn keep(&mut self, address: &Address, page: Page) {
        if self.pages.insert(address.clone(), page).is_some() {
            self.order.retain(|kept| kept != address);
        }
        self.order.push_back(address.clone());
        if self.order.len() > MOST
            && let Some(oldest) = self.order.pop_front()
        {
            self.pages.remove(&oldest);
        }
    }

    /// A page as it was last rendered well.
    pub(super) fn get(&self, address: &Address) -> Option<&Page> {
        self.pages.get(address)
    }
}
