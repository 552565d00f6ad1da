//! Files that editors and versioning keep beside the writers' own.

use std::path::Path;

/// Whether a file, by its path below what is watched, is an editor's own: a lock, a backup, a draft.
pub(super) fn is_their_own(below: &Path) -> bool {
    let is_versioning = below.iter().any(|part| part == ".git");
    is_versioning || below.file_name().is_some_and(|name| is_name_of_theirs(&name.to_string_lossy()))
}

fn is_name_of_theirs(name: &str) -> bool {
    let is_vim_draft = || {
        name.starts_with('.')
            && name.rsplit_once('.').is_some_and(|(_, ending)| ending.len() == 3 && ending.starts_with("sw"))
    };
    name.starts_with(".#")
        || name.starts_with('#') && name.ends_with('#')
        || name.ends_with('~')
        || name.ends_with(".kate-swp")
        || matches!(name, "4913" | ".DS_Store")
        || is_vim_draft()
}
