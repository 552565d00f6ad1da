//! The nodes of a tree, each with those around it: small, for a page has thousands and each is read dozens of times.
//!
//! This module must not know how a tree is made or looked through.

use std::num::NonZeroU32;

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, Namespace};

/// A node of a tree, by when it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NodeId(NonZeroU32);

impl NodeId {
    /// The page itself, made first.
    pub(super) const DOCUMENT: Self = Self(NonZeroU32::MIN);

    /// The last of so many; the page itself where there is none.
    pub(super) fn last_of(count: usize) -> Self {
        // A page of four thousand million nodes does not fit into memory.
        u32::try_from(count).ok().and_then(NonZeroU32::new).map_or(Self::DOCUMENT, Self)
    }

    /// Its place among the nodes.
    pub(super) fn index(self) -> usize {
        self.0.get() as usize - 1
    }

    /// This node and those made before, the last first.
    pub(super) fn and_before(self) -> impl Iterator<Item = Self> {
        (1..=self.0.get()).rev().filter_map(NonZeroU32::new).map(Self)
    }
}

/// A node and those around it.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) parent: Option<NodeId>,
    pub(super) first_child: Option<NodeId>,
    pub(super) last_child: Option<NodeId>,
    pub(super) previous: Option<NodeId>,
    pub(super) next: Option<NodeId>,
    pub(super) data: Data,
}

impl Node {
    /// A node with none around it.
    pub(super) const fn alone(data: Data) -> Self {
        Self { parent: None, first_child: None, last_child: None, previous: None, next: None, data }
    }
}

/// What a node is.
#[derive(Debug)]
pub(super) enum Data {
    /// The page, what stands in a `<template>`, or nothing that is shown.
    Fragment,
    Element {
        namespace: Namespace,
        name: LocalName,
        attributes: Vec<Attribute>,
        /// On which line of the page it opens, from 1.
        line: u32,
    },
    Text(StrTendril),
}
