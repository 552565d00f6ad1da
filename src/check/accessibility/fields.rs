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

/// The labels of a page, by the ids that they name.
pub(super) struct Labels<'a>(HashMap<&'a str, Element<'a>>);

impl<'a> Labels<'a> {
    pub(super) fn of(tree: &'a Tree) -> Self {
        let mut labels = HashMap::new();
        for label in tree.named("label") {
            if let Some(id) = label.get("for") {
                labels.entry(id).or_insert(label);
            }
        }
        Self(labels)
    }

    /// The label of a field: the one that names it, or the one that it stands in.
    pub(super) fn get(&self, field: Element<'a>) -> Option<Element<'a>> {
        let naming = field.get("id").and_then(|id| self.0.get(id).copied());
        naming.or_else(|| field.ancestors().find(|it| it.is("label") && !it.has("for")))
    }
}
