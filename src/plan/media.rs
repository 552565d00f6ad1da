//! Which files of the content are served: a picture that only a text under embargo shows must not
//! be found before.

use std::collections::{BTreeMap, BTreeSet};

use super::{Address, content_file_address};
use crate::model::{Entity, Federation, Resolution};
use crate::parse::{Document, Target};
use crate::source::FilePath;

/// The files of the content that are served: those that a page shown uses, and those that nothing
/// uses, which their writer put there for others to link to.
pub(super) fn served(federation: &Federation) -> Vec<&FilePath> {
    let addresses: BTreeMap<Address, &FilePath> =
        federation.assets().map(|file| (content_file_address(&federation.config, file), file)).collect();
    let mut shown = BTreeSet::new();
    let mut hidden = BTreeSet::new();
    for (_, entity) in federation.all() {
        let found = if entity.is_known { &mut shown } else { &mut hidden };
        found.extend(files_of(federation, entity, &addresses));
    }
    federation.assets().filter(|file| shown.contains(*file) || !hidden.contains(*file)).collect()
}

/// The files that an entity uses: in its keys, in its texts, by their own address.
fn files_of(
    federation: &Federation,
    entity: &Entity,
    addresses: &BTreeMap<Address, &FilePath>,
) -> BTreeSet<FilePath> {
    let file = |document: &Document, target: &Target| match target {
        Target::File { .. } => match federation.resolve(document, target) {
            Resolution::Asset(file) => Some(file),
            _ => None,
        },
        Target::Page { path, .. } => addresses.get(&Address::new(path)).map(|file| (*file).clone()),
        _ => None,
    };
    let of_document = |document: &Document| -> Vec<FilePath> {
        let in_text = document.references.iter().filter_map(|it| file(document, &it.target));
        let in_keys = document.files().filter_map(|(_, target)| file(document, &target));
        in_text.chain(in_keys).collect()
    };
    entity.documents().flat_map(|document| of_document(document)).collect()
}
