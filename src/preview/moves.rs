//! Where pages went: a tab that shows a page follows it when its file or address changes.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::build::Inputs;
use crate::output::Site;
use crate::parse::Document;
use crate::plan::{Address, Output, Route, Subject};
use crate::source::FilePath;

/// How many moves are remembered: an editing session has a few.
const MOST: usize = 1000;

/// More files than this in one go are no renaming by hand, but another state of the whole.
const MOST_FILES: usize = 100;

/// Where pages went.
#[derive(Clone, Debug, Default)]
pub struct Moves {
    to: BTreeMap<Address, Address>,
}

impl Moves {
    /// Where the page of an address went, at last; nothing where it did not move.
    #[must_use]
    pub fn target(&self, from: &Address) -> Option<&Address> {
        let mut at = self.to.get(from)?;
        // A page that moved to and fro would lead in a circle.
        for _ in 0..self.to.len() {
            match self.to.get(at) {
                Some(next) => at = next,
                None => break,
            }
        }
        (at != from).then_some(at)
    }

    /// The moves after the site changed.
    #[must_use]
    pub(super) fn after(&self, before: (&Inputs, &Site), now: (&Inputs, &Site)) -> Self {
        let renamed = renamed(before.0, now.0);
        let mut next = self.clone();
        let gone = before.1.plan.routes().iter().filter(|route| now.1.plan.route(&route.address).is_none());
        for route in gone.take(MOST) {
            if let Some(to) = new_address(route, before.1, now.1, &renamed) {
                next.to.insert(route.address.clone(), to);
            }
        }
        // A page that is there has not moved.
        next.to.retain(|from, _| now.1.plan.route(from).is_none());
        while next.to.len() > MOST {
            next.to.pop_first();
        }
        next
    }
}

/// Where the entity of a route is now.
fn new_address(
    route: &Route,
    before: &Site,
    now: &Site,
    renamed: &BTreeMap<FilePath, FilePath>,
) -> Option<Address> {
    let Output::Page(Subject::Entity(id), language) = &route.output else { return None };
    let path = &before.federation.entity(*id).document.path;
    let path = renamed.get(path).unwrap_or(path);
    let id = now.federation.at(path)?;
    now.plan.address(&Subject::Entity(id), language).cloned()
}

/// The files that came in the place of others: of the same kind, and saying the same.
fn renamed(before: &Inputs, now: &Inputs) -> BTreeMap<FilePath, FilePath> {
    let (gone, new) = (missing(before, now), missing(now, before));
    if gone.len() > MOST_FILES || new.len() > MOST_FILES {
        return BTreeMap::new();
    }
    let same = |from: &&Arc<Document>| {
        let to = new.iter().find(|to| is_same_text(from, to))?;
        Some((from.path.clone(), to.path.clone()))
    };
    gone.iter().filter_map(same).collect()
}

/// The documents of the first whose paths the second has not.
fn missing<'a>(of: &'a Inputs, from: &Inputs) -> Vec<&'a Arc<Document>> {
    let is_there = |path: &FilePath| from.document(path).is_some();
    of.documents.iter().filter(|document| !is_there(&document.path)).collect()
}

fn is_same_text(from: &Document, to: &Document) -> bool {
    let text = |document: &Document| document.text().map(|body| body.text.clone());
    let title = |document: &Document| document.record.text("title").or_else(|| document.record.text("name"));
    let is_alike = title(from) == title(to) && text(from) == text(to);
    from.kind == to.kind && from.translation == to.translation && is_alike
}
