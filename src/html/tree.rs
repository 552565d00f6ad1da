//! A page as the tree that a browser makes of it: elements that the page leaves out are there, what is
//! badly nested stands where a browser puts it, and what was malformed is listed.
//!
//! This module must not know what any page is for, nor which trees are good ones.

mod build;
mod index;
mod node;

use std::cell::OnceCell;

use html5ever::{Attribute, LocalName, Namespace, ns};

use index::{Index, Place};
use node::{Data, Node, NodeId};

/// The tree of a page.
#[derive(Debug)]
pub struct Tree {
    nodes: Vec<Node>,
    /// The name of its doctype, where it begins with one.
    pub doctype: Option<String>,
    /// What was malformed, in the order of the page.
    pub errors: Vec<Malformed>,
    /// Where elements stand, once someone asks.
    index: OnceCell<Index>,
}

/// Something that a browser mends in silence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// On which line of the page, from 1.
    pub line: usize,
    /// What, in the reader's words.
    pub message: String,
    /// The page around the place where it was noticed.
    pub excerpt: String,
    /// The node that was made last before.
    after: NodeId,
}

impl Tree {
    /// Reads a page; whatever it holds, a tree comes of it.
    #[must_use]
    pub fn read(html: &str) -> Self {
        build::build(html)
    }

    /// Every element, in the order of the page.
    pub fn elements(&self) -> impl Iterator<Item = Element<'_>> {
        self.index().elements().filter_map(|at| Element::at(self, at))
    }

    /// Every element of HTML that has a name, in the order of the page.
    pub fn named(&self, name: &str) -> impl Iterator<Item = Element<'_>> {
        let index = self.index();
        let places = index.by_name.get(&LocalName::from(name)).into_iter().flatten();
        places.filter_map(|place| self.element(*place)).filter(|element| element.is_html())
    }

    /// Every element that has one of some names, in HTML or in a drawing, or one of some attributes, in the order
    /// of the page.
    pub fn select<'a>(
        &'a self,
        names: &[&str],
        attributes: &[&str],
    ) -> impl Iterator<Item = Element<'a>> + use<'a> {
        let index = self.index();
        let of_name = names.iter().filter_map(|name| index.by_name.get(&LocalName::from(*name)));
        let of_attribute = attributes.iter().filter_map(|it| index.by_attribute.get(&LocalName::from(*it)));
        let mut places: Vec<Place> = of_name.chain(of_attribute).flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().filter_map(|place| self.element(place))
    }

    /// The names of all attributes in the page, each once, in no order.
    pub fn attribute_names(&self) -> impl Iterator<Item = &str> {
        self.index().by_attribute.keys().map(|name| &**name)
    }

    /// The names of all elements in the page, each once, in no order.
    pub fn element_names(&self) -> impl Iterator<Item = &str> {
        self.index().by_name.keys().map(|name| &**name)
    }

    /// The first element of an id.
    #[must_use]
    pub fn with_id(&self, id: &str) -> Option<Element<'_>> {
        Element::at(self, *self.index().by_id.get(id)?)
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(self))
    }

    /// The element at a place in the order of the page.
    fn element(&self, place: Place) -> Option<Element<'_>> {
        Element::at(self, self.index().element(place)?)
    }

    /// The element that was opened last before something malformed was noticed.
    #[must_use]
    pub fn before(&self, error: &Malformed) -> Option<Element<'_>> {
        error.after.and_before().find_map(|at| Element::at(self, at))
    }

    /// The elements below a node, in the order of the page.
    fn below(&self, top: NodeId) -> impl Iterator<Item = Element<'_>> {
        self.nodes_below(top).filter_map(|at| Element::at(self, at))
    }

    fn nodes_below(&self, top: NodeId) -> impl Iterator<Item = NodeId> {
        let mut next = self.node(top).and_then(|node| node.first_child);
        std::iter::from_fn(move || {
            let at = next?;
            next = self.after(at, top);
            Some(at)
        })
    }

    /// What follows a node in the order of the page, below a node.
    fn after(&self, at: NodeId, top: NodeId) -> Option<NodeId> {
        if let Some(child) = self.node(at)?.first_child {
            return Some(child);
        }
        let mut at = at;
        while at != top {
            let node = self.node(at)?;
            if node.next.is_some() {
                return node.next;
            }
            at = node.parent?;
        }
        None
    }

    fn node(&self, at: NodeId) -> Option<&Node> {
        self.nodes.get(at.index())
    }
}

/// An element of a tree.
#[derive(Clone, Copy, Debug)]
pub struct Element<'a> {
    tree: &'a Tree,
    at: NodeId,
    namespace: &'a Namespace,
    name: &'a LocalName,
    attributes: &'a [Attribute],
    /// On which line of the page it opens, from 1.
    pub line: usize,
}

impl PartialEq for Element<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at && std::ptr::eq(self.tree, other.tree)
    }
}

impl<'a> Element<'a> {
    fn at(tree: &'a Tree, at: NodeId) -> Option<Self> {
        match &tree.node(at)?.data {
            Data::Element { namespace, name, attributes, line } => {
                Some(Self { tree, at, namespace, name, attributes, line: *line as usize })
            }
            _ => None,
        }
    }

    /// Its name, in small letters but in drawings.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.name
    }

    /// Whether it is of HTML and has a name; what stands in a drawing is not of HTML.
    #[must_use]
    pub fn is(self, name: &str) -> bool {
        self.is_html() && &**self.name == name
    }

    /// Whether it is of HTML and has one of some names.
    #[must_use]
    pub fn is_any(self, names: &[&str]) -> bool {
        self.is_html() && names.contains(&&**self.name)
    }

    /// Whether it is of HTML, and not of a drawing or formula.
    #[must_use]
    pub fn is_html(self) -> bool {
        *self.namespace == ns!(html)
    }

    /// Whether it is a whole drawing: `<svg>`.
    #[must_use]
    pub fn is_drawing(self) -> bool {
        *self.namespace == ns!(svg) && &**self.name == "svg"
    }

    /// The value of an attribute, its references resolved.
    #[must_use]
    pub fn get(self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|it| &*it.name.local == name).map(|it| &*it.value)
    }

    /// Whether it has an attribute, whatever its value.
    #[must_use]
    pub fn has(self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Whether a value that is a list of words has one: `rel`, `class`.
    #[must_use]
    pub fn has_word(self, name: &str, word: &str) -> bool {
        self.get(name)
            .is_some_and(|value| value.split_ascii_whitespace().any(|it| it.eq_ignore_ascii_case(word)))
    }

    /// Names and values of its attributes, in the order of the page.
    pub fn attributes(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.attributes.iter().map(|it| (&*it.name.local, &*it.value))
    }

    /// The element that it stands in.
    #[must_use]
    pub fn parent(self) -> Option<Self> {
        Self::at(self.tree, self.tree.node(self.at)?.parent?)
    }

    /// The elements that it stands in, the nearest first.
    pub fn ancestors(self) -> impl Iterator<Item = Self> {
        std::iter::successors(self.parent(), |element| element.parent())
    }

    /// Whether it stands in an element of a name.
    #[must_use]
    pub fn is_within(self, name: &str) -> bool {
        self.ancestors().any(|element| element.is(name))
    }

    /// The elements that stand right in it, in order.
    pub fn children(self) -> impl Iterator<Item = Self> {
        let first = self.tree.node(self.at).and_then(|node| node.first_child);
        let next = move |at: &NodeId| self.tree.node(*at)?.next;
        std::iter::successors(first, next).filter_map(move |at| Self::at(self.tree, at))
    }

    /// The elements below it, in the order of the page.
    pub fn descendants(self) -> impl Iterator<Item = Self> {
        self.tree.below(self.at)
    }

    /// The element before it in the same parent.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        let before = |at: &NodeId| self.tree.node(*at)?.previous;
        std::iter::successors(before(&self.at), before).find_map(|at| Self::at(self.tree, at))
    }

    /// All text below it, as it is written.
    #[must_use]
    pub fn text(self) -> String {
        self.texts().collect()
    }

    /// Whether any text below it is more than spaces.
    #[must_use]
    pub fn has_words(self) -> bool {
        self.texts().any(|text| !text.trim().is_empty())
    }

    /// The texts below it, in the order of the page.
    pub fn texts(self) -> impl Iterator<Item = &'a str> {
        self.tree.nodes_below(self.at).filter_map(|at| match &self.tree.node(at)?.data {
            Data::Text(text) => Some(&**text),
            _ => None,
        })
    }

    /// The texts and elements that stand right in it, in order.
    pub fn content(self) -> impl Iterator<Item = Content<'a>> {
        self.contents_from(self.tree.node(self.at).and_then(|node| node.first_child))
    }

    /// The texts and elements after it in the same parent, in order.
    pub fn following(self) -> impl Iterator<Item = Content<'a>> {
        self.contents_from(self.tree.node(self.at).and_then(|node| node.next))
    }

    fn contents_from(self, first: Option<NodeId>) -> impl Iterator<Item = Content<'a>> {
        let next = move |at: &NodeId| self.tree.node(*at)?.next;
        std::iter::successors(first, next).filter_map(move |at| match &self.tree.node(at)?.data {
            Data::Text(text) => Some(Content::Text(text)),
            Data::Element { .. } => Self::at(self.tree, at).map(Content::Element),
            Data::Fragment => None,
        })
    }
}

/// What stands right in an element.
#[derive(Clone, Copy, Debug)]
pub enum Content<'a> {
    /// A text.
    Text(&'a str),
    /// An element.
    Element(Element<'a>),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(html: &str) -> Vec<String> {
        Tree::read(html).elements().map(|element| element.name().to_owned()).collect()
    }

    #[test]
    fn a_tree_has_what_browsers_add() {
        assert_eq!(
            names("<!DOCTYPE html><title>a</title><table><tr><td>b</table>"),
            ["html", "head", "title", "body", "table", "tbody", "tr", "td"]
        );
    }

    #[test]
    fn elements_know_where_they_stand() {
        let tree = Tree::read("<!DOCTYPE html>\n<main>a <p id=x>b <em>c</em> d</p>\n<p>e</p></main>");
        let paragraphs: Vec<Element<'_>> = tree.named("p").collect();
        let [first, second] = paragraphs[..] else { panic!("two paragraphs") };
        assert_eq!((first.text().as_str(), first.get("id"), first.line), ("b c d", Some("x"), 2));
        assert_eq!(second.previous(), Some(first));
        assert_eq!(second.line, 3);
        let above: Vec<&str> = first.ancestors().map(Element::name).collect();
        assert_eq!(above, ["main", "body", "html"]);
        let main = first.parent().expect("the main part");
        assert_eq!(main.children().count(), 2);
        assert_eq!(main.descendants().map(Element::name).collect::<Vec<_>>(), ["p", "em", "p"]);
        assert_eq!(
            (main.content().count(), first.following().count(), second.following().count()),
            (4, 2, 0)
        );
        assert_eq!((tree.with_id("x"), tree.with_id("y")), (Some(first), None));
        let selected: Vec<&str> = tree.select(&["em", "b", "main"], &["id"]).map(Element::name).collect();
        assert_eq!(selected, ["main", "p", "em"]);
    }

    #[test]
    fn what_is_malformed_is_told_with_its_line() {
        let tree = Tree::read("<!DOCTYPE html>\n<p>a</p>\n</div><p>b");
        assert_eq!(tree.errors.iter().map(|error| error.line).collect::<Vec<_>>(), [3]);
        assert_eq!(Tree::read("<!DOCTYPE html><title>a</title><p>b</p>").errors, []);
    }

    #[test]
    fn a_drawing_is_not_html() {
        let tree = Tree::read("<svg><a href=x><title>t</title></a></svg><a href=y>z</a>");
        assert_eq!(tree.named("a").filter_map(|link| link.get("href")).collect::<Vec<_>>(), ["y"]);
        assert_eq!(tree.elements().filter(|element| element.is_drawing()).count(), 1);
    }

    #[test]
    fn deep_and_broken_pages_make_trees() {
        for html in
            ["", "<", "<table><b><tr><b>a<td></b>", "<template><p>a</template>", "<select><option>a<p>"]
        {
            let _ = names(html);
        }
        assert!(names(&"<div>".repeat(2_000)).len() > 2_000);
    }
}
