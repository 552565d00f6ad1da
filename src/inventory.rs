//! What each file of the content is, by its path alone.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::language::Language;
use crate::parse::{Misplacement, Role, composed, is_composed, role};
use crate::schema::Kind;
use crate::source::FilePath;
use crate::world::Listing;

/// The files of the content.
#[derive(Clone, Debug, Default)]
pub struct Inventory {
    /// Files that are read, sorted by path over all roots.
    pub entries: Vec<EntryFile>,
    /// Files that are copied as they are.
    pub assets: Arc<BTreeSet<FilePath>>,
    /// Texts that no kind reads.
    pub misplaced: Vec<(FilePath, Misplacement)>,
    /// Paths that some system cannot hold, and why.
    pub unportable: Vec<(FilePath, Unportable)>,
    /// Names that cannot be written in an address, each with the root of content that it is in.
    pub unreadable_names: Vec<(FilePath, String)>,
}

/// A file that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// A character that some system refuses in names, or a name that one keeps for itself; the
    /// part of the path that it is in.
    Name(String),
    /// Letters and accents apart; the part of the path that they are in.
    Decomposed(String),
    /// Another path differs by case alone, or by how its accents are stored.
    Twin(FilePath),
    /// The path of another folder differs by no more than that.
    FolderTwin {
        /// The folder.
        folder: FilePath,
        /// The other one.
        twin: FilePath,
    },
}

/// Tells what each file of the roots of content is; a listing a root.
#[must_use]
pub fn inventory(listings: Vec<(String, Listing)>, languages: &[Language]) -> Inventory {
    let mut inventory = Inventory::default();
    let mut seen = Seen::default();
    for (root, listing) in listings {
        let names = listing.unreadable_names.into_iter();
        inventory.unreadable_names.extend(names.map(|name| (FilePath::new(&root), name)));
        // Of two names that are as good as the same, the one with its accents apart is at fault.
        let (plain, decomposed): (Vec<_>, Vec<_>) =
            listing.files.into_iter().partition(|path| is_composed(path.as_str()));
        for path in plain.into_iter().chain(decomposed) {
            inventory.add(path, &root, languages, &mut seen);
        }
    }
    inventory.entries.sort_by(|left, right| left.path.cmp(&right.path));
    inventory.unportable = once_each(std::mem::take(&mut inventory.unportable));
    inventory
}

impl Inventory {
    fn add(&mut self, path: FilePath, root: &str, languages: &[Language], seen: &mut Seen) {
        let below = path.as_str().strip_prefix(root).unwrap_or(path.as_str()).trim_start_matches('/');
        if is_hidden(below) {
            return;
        }
        if let Some(why) = unportable(below, &path, seen) {
            self.unportable.push((path.clone(), why));
        }
        match role(below, languages) {
            Role::Content { kind, id, translation } => {
                // The name of a picture is none of an entry.
                if kind != Kind::Picture && !crate::parse::is_slug(&id) {
                    self.unportable.push((path.clone(), Unportable::Stem));
                }
                self.entries.push(EntryFile { path, kind, id, translation });
            }
            Role::Asset => {
                // No other holds the set while it is made.
                Arc::make_mut(&mut self.assets).insert(path);
            }
            Role::Misplaced(why) => self.misplaced.push((path, why)),
        }
    }
}

/// Tells one fault of each path. Of two files whose names are as good as the same, the one that is no
/// name for an entry is at fault.
fn once_each(found: Vec<(FilePath, Unportable)>) -> Vec<(FilePath, Unportable)> {
    let is_stem = |(path, why): &(FilePath, Unportable)| (*why == Unportable::Stem).then(|| path.clone());
    let stems: BTreeSet<FilePath> = found.iter().filter_map(is_stem).collect();
    let settled = found.into_iter().map(|(path, why)| match why {
        Unportable::Twin(twin) if stems.contains(&twin) && !stems.contains(&path) => {
            (twin, Unportable::Twin(path))
        }
        why => (path, why),
    });
    let settled: Vec<(FilePath, Unportable)> = settled.collect();
    let others = settled.iter().filter(|(_, why)| *why != Unportable::Stem);
    let others: BTreeSet<FilePath> = others.map(|(path, _)| path.clone()).collect();
    settled.into_iter().filter(|(path, why)| *why != Unportable::Stem || !others.contains(path)).collect()
}

/// Files of editors and systems, and of a mend that was cut short: `.DS_Store`, `~$a.docx`, `a.md~`,
/// `a.md.grappe-new`.
fn is_hidden(below: &str) -> bool {
    let is_hidden = |part: &str| part.starts_with(['.', '~']) || part.ends_with('~');
    below.split('/').any(is_hidden) || below.ends_with(".grappe-new")
}

/// Names that Windows keeps for devices.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// The paths and folders met so far.
#[derive(Default)]
struct Seen {
    /// As written, by their names in lower case with each accent in its letter.
    by_plain_name: FxHashMap<String, FilePath>,
    /// The last folder of which none is taken for another one: files come folder by folder.
    folder: Option<FilePath>,
    /// Those told already: a folder comes back with each file in it.
    told: BTreeSet<FilePath>,
}

impl Seen {
    /// The first folder of a path, or the path, that some systems take for another one.
    fn twin(&mut self, path: &FilePath) -> Option<Unportable> {
        let whole = path.as_str();
        let is_known = self.folder.as_ref().is_some_and(|folder| folder.as_str() == path.folder());
        let folders = whole.match_indices('/').map(|(at, _)| at).filter(|_| !is_known);
        for end in folders.chain([whole.len()]) {
            let is_whole = end == whole.len();
            if is_whole && !is_known {
                self.folder = Some(FilePath::new(path.folder()));
            }
            let part = if is_whole { path.clone() } else { FilePath::new(whole.get(..end)?) };
            let plain = composed(part.as_str()).to_lowercase();
            let first = self.by_plain_name.entry(plain).or_insert_with(|| part.clone());
            if *first == part {
                continue;
            }
            let twin = first.clone();
            if !self.told.insert(part.clone()) {
                return None;
            }
            return Some(if is_whole {
                Unportable::Twin(twin)
            } else {
                Unportable::FolderTwin { folder: part, twin }
            });
        }
        None
    }
}

fn unportable(below: &str, path: &FilePath, seen: &mut Seen) -> Option<Unportable> {
    if let Some(twin) = seen.twin(path) {
        return Some(twin);
    }
    if let Some(part) = below.split('/').find(|part| !is_composed(part)) {
        return Some(Unportable::Decomposed(part.to_owned()));
    }
    let part = below.split('/').find(|part| is_refused(part))?;
    Some(Unportable::Name(part.to_owned()))
}

/// Whether some system refuses a name of a file or folder.
#[must_use]
pub fn is_refused(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part);
    let is_device = RESERVED.iter().any(|reserved| {
        let start = stem.get(..reserved.len()).filter(|start| start.eq_ignore_ascii_case(reserved));
        let rest = start.and_then(|_| stem.get(reserved.len()..));
        rest.is_some_and(|rest| match *reserved {
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
        inventory(vec![("content".to_owned(), Listing { files, unreadable_names: Vec::new() })], &languages)
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
        let name = Unportable::Name("con.yaml".to_owned());
        let decomposed = Unportable::Decomposed("e\u{301}.yaml".to_owned());
        let expected = [Unportable::Stem, name, twin, decomposed];
        assert_eq!(found, expected);
    }

    #[test]
    fn capitals_alone_are_told_once() {
        let twin = |path: &str| Unportable::Twin(FilePath::new(path));
        let found = of(&["content/poles/TES.yaml", "content/poles/tes.yaml"]).unportable;
        assert_eq!(found, [(FilePath::new("content/poles/TES.yaml"), twin("content/poles/tes.yaml"))]);
        let found = of(&["content/Logos/a.png", "content/logos/a.png", "content/logos/b.png"]).unportable;
        let (folder, twin) = (FilePath::new("content/logos"), FilePath::new("content/Logos"));
        let why = Unportable::FolderTwin { folder, twin };
        assert_eq!(found, [(FilePath::new("content/logos/a.png"), why)]);
    }

    #[test]
    fn files_of_editors_are_not_content() {
        let inventory = of(&["content/.DS_Store", "content/poles/a.yaml~", "content/a.jpg"]);
        assert!(inventory.entries.is_empty() && inventory.assets.len() == 1);
    }
}
