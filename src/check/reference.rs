//! What entries, texts and files refer to.

mod alias_in_prose;
mod ambiguous_alias;
mod broken_anchor;
mod broken_link;
mod dangling_reference;
mod duplicate_id;
mod empty_call_to_action;
mod empty_file;
mod link_shortener;
mod missing_file;
mod orphan_translation;
mod unportable_path;
mod unreadable_picture;
mod unreferenced_entity;
mod wrong_kind_reference;

use crate::rule::Rule;

/// The rules of the group, by name.
pub(super) static RULES: [&Rule; 15] = [
    &alias_in_prose::RULE,
    &ambiguous_alias::RULE,
    &broken_anchor::RULE,
    &broken_link::RULE,
    &dangling_reference::RULE,
    &duplicate_id::RULE,
    &empty_call_to_action::RULE,
    &empty_file::RULE,
    &link_shortener::RULE,
    &missing_file::RULE,
    &orphan_translation::RULE,
    &unportable_path::RULE,
    &unreadable_picture::RULE,
    &unreferenced_entity::RULE,
    &wrong_kind_reference::RULE,
];
