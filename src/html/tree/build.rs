//! The tree of a page, from html5ever's builder.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell, RefCell};

use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, ExpandedName, ParseOpts, QualName, parse_document};

use super::{DOCUMENT, Data, Malformed, Node, Tree};

pub(super) fn build(html: &str) -> Tree {
    let tree = Tree { nodes: Vec::new(), doctype: None, errors: Vec::new(), index: OnceCell::new() };
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
    line: Cell<usize>,
}

impl Builder {
    fn add(&self, data: Data) -> usize {
        let nodes = &mut self.tree.borrow_mut().nodes;
        nodes.push(Node {
            parent: None,
            first_child: None,
            last_child: None,
            previous: None,
            next: None,
            data,
        });
        nodes.len() - 1
    }

    /// A node for what is to be put somewhere; nothing where it was added to a text that stands there.
    fn node_for(&self, child: NodeOrText<usize>, text_before: Option<usize>) -> Option<usize> {
        let text = match child {
            NodeOrText::AppendNode(node) => {
                self.tree.borrow_mut().detach(node);
                return Some(node);
            }
            NodeOrText::AppendText(text) => text,
        };
        if let Some(before) = text_before
            && let Some(Node { data: Data::Text(known), .. }) = self.tree.borrow_mut().nodes.get_mut(before)
        {
            known.push_tendril(&text);
            return None;
        }
        Some(self.add(Data::Text(text)))
    }
}

impl Tree {
    fn change(&mut self, at: Option<usize>, change: impl FnOnce(&mut Node)) {
        if let Some(node) = at.and_then(|at| self.nodes.get_mut(at)) {
            change(node);
        }
    }

    fn detach(&mut self, at: usize) {
        let Some(node) = self.nodes.get_mut(at) else { return };
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

    fn put_last(&mut self, parent: usize, at: usize) {
        let last = self.nodes.get(parent).and_then(|node| node.last_child);
        self.change(Some(at), |node| (node.parent, node.previous) = (Some(parent), last));
        match last {
            Some(_) => self.change(last, |node| node.next = Some(at)),
            None => self.change(Some(parent), |node| node.first_child = Some(at)),
        }
        self.change(Some(parent), |node| node.last_child = Some(at));
    }

    fn put_before(&mut self, sibling: usize, at: usize) {
        let Some((parent, previous)) = self.nodes.get(sibling).map(|node| (node.parent, node.previous))
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
struct Name<'a>(std::cell::Ref<'a, QualName>);

impl html5ever::interface::ElemName for Name<'_> {
    fn ns(&self) -> &html5ever::Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &html5ever::LocalName {
        &self.0.local
    }

    fn expanded(&self) -> ExpandedName<'_> {
        self.0.expanded()
    }
}

/// The name of what is no element: html5ever never asks for it.
const NAMELESS: QualName = QualName { prefix: None, ns: html5ever::ns!(), local: html5ever::local_name!("") };

impl TreeSink for Builder {
    type Handle = usize;
    type Output = Tree;
    type ElemName<'a> = Name<'a>;

    fn finish(self) -> Tree {
        self.tree.into_inner()
    }

    fn parse_error(&self, message: Cow<'static, str>) {
        let mut tree = self.tree.borrow_mut();
        if tree.errors.len() < MOST_ERRORS {
            let after = tree.nodes.len().saturating_sub(1);
            let message = message.into_owned();
            tree.errors.push(Malformed { line: self.line.get(), message, excerpt: String::new(), after });
        }
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(usize::try_from(line).unwrap_or(usize::MAX));
    }

    fn get_document(&self) -> usize {
        DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a usize) -> Name<'a> {
        Name(std::cell::Ref::map(self.tree.borrow(), |tree| {
            match tree.nodes.get(*target).map(|node| &node.data) {
                Some(Data::Element { name, .. }) => name,
                _ => const { &NAMELESS },
            }
        }))
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> usize {
        let attributes = attributes.into_iter().map(|it| (it.name.local, it.value)).collect();
        self.add(Data::Element { name, attributes, line: self.line.get() })
    }

    fn create_comment(&self, _: StrTendril) -> usize {
        self.add(Data::Fragment)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
        self.add(Data::Fragment)
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        let last = self.tree.borrow().nodes.get(*parent).and_then(|node| node.last_child);
        if let Some(node) = self.node_for(child, last) {
            self.tree.borrow_mut().put_last(*parent, node);
        }
    }

    fn append_based_on_parent_node(&self, element: &usize, previous: &usize, child: NodeOrText<usize>) {
        let has_parent = self.tree.borrow().nodes.get(*element).is_some_and(|node| node.parent.is_some());
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
    fn get_template_contents(&self, _: &usize) -> usize {
        self.add(Data::Fragment)
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        let before = self.tree.borrow().nodes.get(*sibling).and_then(|node| node.previous);
        if let Some(node) = self.node_for(child, before) {
            self.tree.borrow_mut().put_before(*sibling, node);
        }
    }

    fn add_attrs_if_missing(&self, target: &usize, added: Vec<Attribute>) {
        let nodes = &mut self.tree.borrow_mut().nodes;
        let Some(Node { data: Data::Element { attributes, .. }, .. }) = nodes.get_mut(*target) else {
            return;
        };
        for it in added {
            if attributes.iter().all(|(name, _)| *name != it.name.local) {
                attributes.push((it.name.local, it.value));
            }
        }
    }

    fn remove_from_parent(&self, target: &usize) {
        self.tree.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &usize, new_parent: &usize) {
        loop {
            let first = self.tree.borrow().nodes.get(*node).and_then(|node| node.first_child);
            let Some(child) = first else { return };
            self.tree.borrow_mut().detach(child);
            self.tree.borrow_mut().put_last(*new_parent, child);
        }
    }
}
