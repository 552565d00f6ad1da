//! What visitors may search: every entry under its names, with the words of its text.

use crate::model::{Data, Entity, EntityId};
use crate::plan::{IndexFile, searched};
use crate::schema::List;
use crate::search::{Entry, Index};
use crate::view::Viewer;

/// The index of the viewer's language.
///
/// It is made on one thread: those that make pages wait for it, and would be given its parts.
pub(super) fn index(viewer: &Viewer<'_>) -> Index {
    let ids = searched(viewer.federation, viewer.plan, viewer.language);
    let entries: Vec<Entry> = ids.into_iter().map(|id| entry(viewer, id)).collect();
    Index::new(&entries, viewer.language)
}

/// The bytes of a file.
pub(super) fn file(index: &Index, file: IndexFile) -> Vec<u8> {
    let text = match file {
        IndexFile::Root => Some(&index.root),
        IndexFile::Words(number) => index.words.get(number),
        IndexFile::Titles(number) => index.titles.get(number),
    };
    text.map(|text| text.clone().into_bytes()).unwrap_or_default()
}

fn entry(viewer: &Viewer<'_>, id: EntityId) -> Entry {
    let entity = viewer.federation.entity(id);
    let link = viewer.link(id);
    let others = viewer.other_names(entity);
    Entry {
        text: text(viewer, entity),
        kind: kind(viewer, entity, &others),
        titles: [link.text.clone()].into_iter().chain(others).collect(),
        href: link.href,
        shown: link.text,
    }
}

/// What it is, since when, and what else it is called.
fn kind(viewer: &Viewer<'_>, entity: &Entity, others: &[String]) -> String {
    let date = match &entity.data {
        Data::Post(post) => post.date.map(|date| viewer.date(date).words),
        _ => None,
    };
    let mut parts: Vec<String> = [viewer.kind_of(entity)].into_iter().chain(date).collect();
    if !others.is_empty() {
        parts.push(viewer.label("search.also", &[("names", &others.join(", "))]));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// The words of its text and of what it is about, in the viewer's language.
fn text(viewer: &Viewer<'_>, entity: &Entity) -> String {
    let record = &entity.document.record;
    let summary = viewer.text(entity, "summary").filter(|summary| summary.lang.is_none());
    let mut words = vec![viewer.words_of_text(entity)];
    words.extend(summary.map(|summary| summary.text));
    words.extend(record.ids("sectors").filter_map(|id| viewer.term(List::Sectors, &id)));
    for key in ["about", "regions"] {
        words.extend(
            viewer.links_to(record.ids(key).collect::<Vec<_>>().iter()).into_iter().map(|it| it.text),
        );
    }
    words.join("\n")
}
