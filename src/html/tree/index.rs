//! Where the elements of a page stand, by name, by attribute and by id.
//!
//! This module must not know what is looked for.

use html5ever::LocalName;
use rustc_hash::FxHashMap;

use super::Tree;
use super::node::NodeId;

/// The place of an element among all elements, in the order of the page.
pub(super) type Place = u32;

/// Where the elements of a page stand among its nodes: rules look for few of them, and each page is looked
/// through by dozens of rules.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Every element, in the order of the page.
    elements: Vec<NodeId>,
    /// For each name, its elements in that order.
    pub(super) by_name: FxHashMap<LocalName, Vec<Place>>,
    /// For each attribute, the elements that have it in that order.
    pub(super) by_attribute: FxHashMap<LocalName, Vec<Place>>,
    /// The first element of each id.
    pub(super) by_id: FxHashMap<String, NodeId>,
}

impl Index {
    pub(super) fn of(tree: &Tree) -> Self {
        let mut index = Self::default();
        for (place, element) in (0..).zip(tree.below(NodeId::DOCUMENT)) {
            index.elements.push(element.at);
            index.by_name.entry(element.name.clone()).or_default().push(place);
            for attribute in element.attributes {
                index.by_attribute.entry(attribute.name.local.clone()).or_default().push(place);
            }
            if let Some(id) = element.get("id") {
                index.by_id.entry(id.to_owned()).or_insert(element.at);
            }
        }
        index
    }

    /// Every element, in the order of the page.
    pub(super) fn elements(&self) -> impl Iterator<Item = NodeId> {
        self.elements.iter().copied()
    }

    /// The element at a place.
    pub(super) fn element(&self, place: Place) -> Option<NodeId> {
        self.elements.get(place as usize).copied()
    }
}
