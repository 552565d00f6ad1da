//! What each file below `content/` is, by its path alone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use unicode_normalization::is_nfc;

use crate::language::Language;
use crate::parse::{Misplacement, Role, role};
use crate::schema::Kind;
use crate::source::FilePath;
use crate::world::Listing;

/// The folder of the content, below the site's.
pub const CONTENT: &str = "content";

/// The files of the content.
#[derive(Clone, Debug, Default)]
pub struct Inventory {
    /// Files that are read.
    pub entries: Vec<EntryFile>,
    /// Files that are copied as they are.
    pub assets: BTreeSet<FilePath>,
    /// Texts that no kind reads.
    pub misplaced: Vec<(FilePath, Misplacement)>,
    /// Paths that some system cannot hold, and why.
    pub unportable: Vec<(FilePath, Unportable)>,
    /// Names that cannot be written in an address.
    pub unreadable_names: Vec<String>,
}

/// A file that is read.
#[derive(Clone, Debug)]
pub struct EntryFile {
    /// Its path.
    pub path: FilePath,
    /// What it describes.
    pub kind: Kind,
    /// The id of that.
    pub id: Arc<str>,
    /// The language, for a translation.
    pub translation: Option<Language>,
}

/// Why some system cannot hold a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unportable {
    /// The stem of an entry is not lower-case ASCII letters, digits and hyphens.
    Stem,
    /// A character that some system refuses in names, or a name that one keeps for itself.
    Name,
    /// Letters and accents apart.
    Decomposed,
    /// Another path differs by case alone.
    Twin(FilePath),
}

/// Tells what each file of a listing is.
#[must_use]
pub fn inventory(listing: Listing, languages: &[Language]) -> Inventory {
    let mut inventory = Inventory { unreadable_names: listing.unreadable_names, ..Inventory::default() };
    let mut by_lower_case: BTreeMap<String, FilePath> = BTreeMap::new();
    for path in listing.files {
        let below = below_content(&path);
        if is_hidden(below) {
            continue;
        }
        if let Some(why) = unportable(below, &path, &mut by_lower_case) {
            inventory.unportable.push((path.clone(), why));
        }
        match role(below, languages) {
            Role::Content { kind, id, translation } => {
                if !crate::parse::is_slug(&id) {
                    inventory.unportable.push((path.clone(), Unportable::Stem));
                }
                inventory.entries.push(EntryFile { path, kind, id, translation });
            }
            Role::Asset => {
                inventory.assets.insert(path);
            }
            Role::Misplaced(why) => inventory.misplaced.push((path, why)),
        }
    }
    inventory
}

fn below_content(path: &FilePath) -> &str {
    let below = path.as_str().strip_prefix(CONTENT).and_then(|rest| rest.strip_prefix('/'));
    below.unwrap_or(path.as_str())
}

/// Files of editors and systems: `.DS_Store`, `~$a.docx`, `a.md~`.
fn is_hidden(below: &str) -> bool {
    below.split('/').any(|part| part.starts_with('.') || part.starts_with('~') || part.ends_with('~'))
}

/// Names that Windows keeps for devices.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

fn unportable(
    below: &str,
    path: &FilePath,
    by_lower_case: &mut BTreeMap<String, FilePath>,
) -> Option<Unportable> {
    if let Some(twin) = by_lower_case.insert(below.to_lowercase(), path.clone()) {
        return Some(Unportable::Twin(twin));
    }
    if !is_nfc(below) {
        return Some(Unportable::Decomposed);
    }
    below.split('/').any(is_refused).then_some(Unportable::Name)
}

fn is_refused(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part).to_ascii_lowercase();
    let is_device = RESERVED.iter().any(|reserved| {
        stem.strip_prefix(reserved).is_some_and(|rest| match *reserved {
            "com" | "lpt" => rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit()),
            _ => rest.is_empty(),
        })
    });
    let has_refused =
        part.chars().any(|character| character.is_control() || "<>:\"\\|?*".contains(character));
    is_device || has_refused || part.ends_with(['.', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(paths: &[&str]) -> Inventory {
        let files = paths.iter().map(|path| FilePath::new(path)).collect();
        let languages: Vec<_> = ["fr", "en"].iter().filter_map(|tag| Language::from_tag(tag)).collect();
        inventory(Listing { files, unreadable_names: Vec::new() }, &languages)
    }

    #[test]
    fn paths_that_some_system_cannot_hold_are_told() {
        let paths = [
            "content/poles/Tes.yaml",
            "content/poles/con.yaml",
            "content/a/B.jpg",
            "content/a/b.jpg",
            "content/poles/e\u{301}.yaml",
        ];
        let found: Vec<_> = of(&paths).unportable.into_iter().map(|(_, why)| why).collect();
        let twin = Unportable::Twin(FilePath::new("content/a/B.jpg"));
        let expected = [Unportable::Stem, Unportable::Name, twin, Unportable::Decomposed, Unportable::Stem];
        assert_eq!(found, expected);
    }

    #[test]
    fn files_of_editors_are_not_content() {
        let inventory = of(&["content/.DS_Store", "content/poles/a.yaml~", "content/a.jpg"]);
        assert!(inventory.entries.is_empty() && inventory.assets.len() == 1);
    }
}
