//! What several rules of the group look at: the fields of forms and what labels them.

use crate::html::tree::{Element, Tree};

/// Whether an element is a field that people fill in.
pub(super) fn is_field(element: Element<'_>) -> bool {
    element.is_any(&["select", "textarea"])
        || element.is("input") && !matches!(kind(element).as_str(), "hidden" | "image") && !is_button_input(element)
}

/// Whether an element is a button that is written as a field.
pub(super) fn is_button_input(element: Element<'_>) -> bool {
    element.is("input") && matches!(kind(element).as_str(), "button" | "reset" | "submit")
}

fn kind(input: Element<'_>) -> String {
    input.get("type").unwrap_or("text").trim().to_ascii_lowercase()
}

/// The label of a field: the one that names it, or the one that it stands in.
pub(super) fn label<'a>(tree: &'a Tree, field: Element<'a>) -> Option<Element<'a>> {
    let id = field.get("id").filter(|id| !id.is_empty());
    let naming = id.and_then(|id| tree.named("label").find(|label| label.get("for") == Some(id)));
    naming.or_else(|| field.ancestors().find(|it| it.is("label") && !it.has("for")))
}
