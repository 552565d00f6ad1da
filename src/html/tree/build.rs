//! The tree of a page, from html5ever's builder.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell, RefCell};

use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{
    Attribute, ExpandedName, LocalName, Namespace, ParseOpts, QualName, local_name, ns, parse_document,
};

use super::node::{Data, Node, NodeId};
use super::{Malformed, Tree};

/// About how many bytes of a page make a node: room for most pages without moving what is there.
const BYTES_OF_NODE: usize = 16;

pub(super) fn build(html: &str) -> Tree {
    let nodes = Vec::with_capacity(html.len() / BYTES_OF_NODE);
    let tree = Tree { nodes, doctype: None, errors: Vec::new(), index: OnceCell::new() };
    let builder = Builder { tree: RefCell::new(tree), line: Cell::new(1) };
    builder.add(Data::Fragment);
    let mut tree = parse_document(builder, ParseOpts::default()).one(StrTendril::from(html));
    for error in &mut tree.errors {
        error.excerpt = excerpt(html, error.line);
    }
    tree
}

/// How much of a line is shown, in bytes.
const LONGEST_EXCERPT: usize = 120;

/// The end of a line of the page, where what is malformed was noticed while reading it.
fn excerpt(html: &str, line: usize) -> String {
    let line = html.lines().nth(line.saturating_sub(1)).unwrap_or("").trim();
    let start = line.ceil_char_boundary(line.len().saturating_sub(LONGEST_EXCERPT));
    line.get(start..).unwrap_or("").to_owned()
}

/// A page with more that is malformed has told enough.
const MOST_ERRORS: usize = 20;

struct Builder {
    tree: RefCell<Tree>,
    line: Cell<u32>,
}

impl Builder {
    fn add(&self, data: Data) -> NodeId {
        let nodes = &mut self.tree.borrow_mut().nodes;
        nodes.push(Node::alone(data));
        NodeId::last_of(nodes.len())
    }

    /// A node for what is to be put somewhere; nothing where it was added to a text that stands there.
    fn node_for(&self, child: NodeOrText<NodeId>, text_before: Option<NodeId>) -> Option<NodeId> {
        let text = match child {
            NodeOrText::AppendNode(node) => {
                self.tree.borrow_mut().detach(node);
                return Some(node);
            }
            NodeOrText::AppendText(text) => text,
        };
        if let Some(before) = text_before
            && let Some(Node { data: Data::Text(known), .. }) =
                self.tree.borrow_mut().nodes.get_mut(before.index())
        {
            known.push_tendril(&text);
            return None;
        }
        Some(self.add(Data::Text(text)))
    }
}

impl Tree {
    fn change(&mut self, at: Option<NodeId>, change: impl FnOnce(&mut Node)) {
        if let Some(node) = at.and_then(|at| self.nodes.get_mut(at.index())) {
            change(node);
        }
    }

    fn detach(&mut self, at: NodeId) {
        let Some(node) = self.nodes.get_mut(at.index()) else { return };
        let (parent, previous, next) = (node.parent.take(), node.previous.take(), node.next.take());
        match previous {
            Some(_) => self.change(previous, |node| node.next = next),
            None => self.change(parent, |node| node.first_child = next),
        }
        match next {
            Some(_) => self.change(next, |node| node.previous = previous),
            None => self.change(parent, |node| node.last_child = previous),
        }
    }

    fn put_last(&mut self, parent: NodeId, at: NodeId) {
        let last = self.nodes.get(parent.index()).and_then(|node| node.last_child);
        self.change(Some(at), |node| (node.parent, node.previous) = (Some(parent), last));
        match last {
            Some(_) => self.change(last, |node| node.next = Some(at)),
            None => self.change(Some(parent), |node| node.first_child = Some(at)),
        }
        self.change(Some(parent), |node| node.last_child = Some(at));
    }

    fn put_before(&mut self, sibling: NodeId, at: NodeId) {
        let Some((parent, previous)) =
            self.nodes.get(sibling.index()).map(|node| (node.parent, node.previous))
        else {
            return;
        };
        self.change(Some(at), |node| {
            (node.parent, node.previous, node.next) = (parent, previous, Some(sibling));
        });
        self.change(Some(sibling), |node| node.previous = Some(at));
        match previous {
            Some(_) => self.change(previous, |node| node.next = Some(at)),
            None => self.change(parent, |node| node.first_child = Some(at)),
        }
    }
}

/// The name of an element while the tree is made.
#[derive(Debug)]
struct Name<'a>(std::cell::Ref<'a, [Node]>, NodeId);

impl Name<'_> {
    /// Of what is no element, which html5ever never asks for, the name is empty.
    fn parts(&self) -> ExpandedName<'_> {
        match self.0.get(self.1.index()).map(|node| &node.data) {
            Some(Data::Element { namespace: ns, name: local, .. }) => ExpandedName { ns, local },
            _ => ExpandedName { ns: const { &ns!() }, local: const { &local_name!("") } },
        }
    }
}

impl html5ever::interface::ElemName for Name<'_> {
    fn ns(&self) -> &Namespace {
        self.parts().ns
    }

    fn local_name(&self) -> &LocalName {
        self.parts().local
    }

    fn expanded(&self) -> ExpandedName<'_> {
        self.parts()
    }
}

impl TreeSink for Builder {
    type Handle = NodeId;
    type Output = Tree;
    type ElemName<'a> = Name<'a>;

    fn finish(self) -> Tree {
        self.tree.into_inner()
    }

    fn parse_error(&self, message: Cow<'static, str>) {
        let mut tree = self.tree.borrow_mut();
        if tree.errors.len() < MOST_ERRORS {
            let after = NodeId::last_of(tree.nodes.len());
            let message = message.into_owned();
            tree.errors.push(Malformed {
                line: self.line.get() as usize,
                message,
                excerpt: String::new(),
                after,
            });
        }
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(u32::try_from(line).unwrap_or(u32::MAX));
    }

    fn get_document(&self) -> NodeId {
        NodeId::DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Name<'a> {
        Name(std::cell::Ref::map(self.tree.borrow(), |tree| tree.nodes.as_slice()), *target)
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> NodeId {
        let QualName { ns: namespace, local: name, .. } = name;
        self.add(Data::Element { namespace, name, attributes, line: self.line.get() })
    }

    fn create_comment(&self, _: StrTendril) -> NodeId {
        self.add(Data::Fragment)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> NodeId {
        self.add(Data::Fragment)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        let last = self.tree.borrow().nodes.get(parent.index()).and_then(|node| node.last_child);
        if let Some(node) = self.node_for(child, last) {
            self.tree.borrow_mut().put_last(*parent, node);
        }
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        let has_parent =
            self.tree.borrow().nodes.get(element.index()).is_some_and(|node| node.parent.is_some());
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, name: StrTendril, _: StrTendril, _: StrTendril) {
        self.tree.borrow_mut().doctype = Some(name.to_string());
    }

    /// What stands in a template is no part of the page.
    fn get_template_contents(&self, _: &NodeId) -> NodeId {
        self.add(Data::Fragment)
    }

    fn same_node(&self, one: &NodeId, other: &NodeId) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        let before = self.tree.borrow().nodes.get(sibling.index()).and_then(|node| node.previous);
        if let Some(node) = self.node_for(child, before) {
            self.tree.borrow_mut().put_before(*sibling, node);
        }
    }

    fn add_attrs_if_missing(&self, target: &NodeId, added: Vec<Attribute>) {
        let nodes = &mut self.tree.borrow_mut().nodes;
        let Some(Node { data: Data::Element { attributes, .. }, .. }) = nodes.get_mut(target.index()) else {
            return;
        };
        for it in added {
            if attributes.iter().all(|known| known.name.local != it.name.local) {
                attributes.push(it);
            }
        }
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.tree.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        loop {
            let first = self.tree.borrow().nodes.get(node.index()).and_then(|node| node.first_child);
            let Some(child) = first else { return };
            self.tree.borrow_mut().detach(child);
            self.tree.borrow_mut().put_last(*new_parent, child);
        }
    }
}
