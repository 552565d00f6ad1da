//! What several rules of the group look at: the fields of forms and what labels them.

use std::collections::HashMap;

use crate::html::tree::{Element, Tree};

/// Whether an element is a field that people fill in.
pub(super) fn is_field(element: Element<'_>) -> bool {
    element.is_any(&["select", "textarea"])
        || element.is("input")
            && !matches!(kind(element).as_str(), "hidden" | "image")
            && !is_button_input(element)
}

/// Whether an element is a button that is written as a field.
pub(super) fn is_button_input(element: Element<'_>) -> bool {
    element.is("input") && matches!(kind(element).as_str(), "button" | "reset" | "submit")
}

fn kind(input: Element<'_>) -> String {
    input.get("type").unwrap_or("text").trim().to_ascii_lowercase()
}

/// The labels of a page.
pub(super) struct Labels<'a> {
    by_field: HashMap<&'a str, Element<'a>>,
    /// Whether one names a field that is not in the page, which is told by itself.
    pub(super) is_one_astray: bool,
}

impl<'a> Labels<'a> {
    pub(super) fn of(tree: &'a Tree) -> Self {
        let mut labels = Self { by_field: HashMap::new(), is_one_astray: false };
        for label in tree.named("label") {
            let Some(id) = label.get("for") else { continue };
            labels.by_field.entry(id).or_insert(label);
            labels.is_one_astray |= tree.with_id(id).is_none();
        }
        labels
    }

    /// The label of a field: the one that names it, or the one that it stands in.
    pub(super) fn get(&self, field: Element<'a>) -> Option<Element<'a>> {
        let naming = field.get("id").and_then(|id| self.by_field.get(id).copied());
        naming.or_else(|| field.ancestors().find(|it| it.is("label") && !it.has("for")))
    }
}
