//! What several rules of the group look at: tables and their own cells.

use crate::html::tree::{Element, Tree};

/// The tables that hold data; those of layout say so.
pub(super) fn data_tables(tree: &Tree) -> impl Iterator<Item = Element<'_>> {
    tree.named("table").filter(|table| !is_layout(*table))
}

/// Whether a table is said to be of layout alone.
pub(super) fn is_layout(table: Element<'_>) -> bool {
    matches!(table.get("role"), Some("presentation" | "none"))
}

/// What stands in a table, and in no other within it.
pub(super) fn parts(table: Element<'_>) -> impl Iterator<Item = Element<'_>> {
    let is_own = move |part: &Element<'_>| part.ancestors().find(|it| it.is("table")) == Some(table);
    table.descendants().filter(is_own)
}
