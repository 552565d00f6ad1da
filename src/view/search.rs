//! Everything that the site describes, from A to Z: search that needs no script.

use serde::Serialize;

use super::link::LinkView;
use super::viewer::{Viewer, sorting_key};
use crate::model::{Data, Entity, EntityId};
use crate::parse::Value;
use crate::plan::{INDEXED, NewsFilter, Subject};
use crate::schema::Kind;

/// Everything from A to Z. Template `search.html`, as `search`.
#[derive(Clone, Debug, Serialize)]
pub struct SearchView {
    /// The heading.
    pub title: String,
    /// Entries by their first letter, in order.
    pub letters: Vec<LetterView>,
    /// Where to look further: the plan of the site, lists of news.
    pub further: Vec<LinkView>,
}

/// The entries of a letter.
#[derive(Clone, Debug, Serialize)]
pub struct LetterView {
    /// The letter, a capital without accent; « 0–9 » for numbers.
    pub letter: String,
    /// Its anchor in the page.
    pub anchor: String,
    /// Its entries.
    pub entries: Vec<EntryView>,
}

/// An entry: an entity under its name, or under another name that it has or had.
#[derive(Clone, Debug, Serialize)]
pub struct EntryView {
    /// The other name; empty for the entity's own.
    pub other_name: String,
    /// The entity.
    pub link: LinkView,
    /// What it is, in words.
    pub kind: String,
}

impl Viewer<'_> {
    /// Everything from A to Z.
    pub fn search(&self) -> SearchView {
        let kinds = INDEXED.into_iter().chain([Kind::Page]);
        let entities = kinds.flat_map(|kind| self.federation.listed(kind));
        let mut entries: Vec<EntryView> =
            entities.flat_map(|(id, entity)| self.entries_of(id, entity)).collect();
        entries.sort_by_cached_key(|entry| {
            (entry.key(), sorting_key(&entry.link.text), entry.link.href.clone())
        });
        let mut letters: Vec<LetterView> = Vec::new();
        for entry in entries {
            let (letter, anchor) = heading(&entry.key());
            match letters.last_mut().filter(|last| last.letter == letter) {
                Some(last) => last.entries.push(entry),
                None => letters.push(LetterView { letter, anchor, entries: vec![entry] }),
            }
        }
        SearchView { title: self.label("section.search", &[]), letters, further: self.further() }
    }

    /// An entity under its name, its former names and its other spellings. A spelling that would
    /// stand where another does already says nothing more.
    fn entries_of(&self, id: EntityId, entity: &Entity) -> Vec<EntryView> {
        let (link, kind) = (self.link(id), self.within_sentence(&self.kind_of(entity)));
        let letters =
            |name: &str| sorting_key(name).chars().filter(|it| it.is_alphanumeric()).collect::<String>();
        let brief = self.brief(entity);
        let mut keys = vec![letters(&link.text)];
        let mut entries =
            vec![EntryView { other_name: String::new(), link: link.clone(), kind: kind.clone() }];
        for name in self.other_names(entity) {
            let key = letters(&name);
            if !keys.contains(&key) {
                keys.push(key);
                let text = if name == brief { &link.text } else { &brief };
                let link = LinkView { text: text.clone(), ..link.clone() };
                entries.push(EntryView { other_name: name, link, kind: kind.clone() });
            }
        }
        entries
    }

    /// Names that an entity had by the site's day, its short name and other spellings.
    pub fn other_names(&self, entity: &Entity) -> Vec<String> {
        if entity.kind().is_text() {
            return Vec::new();
        }
        let today = self.federation.today();
        let shown = entity.names.shown(today, self.language);
        let before = entity.names.before(today).flat_map(|name| [Some(&name.full), name.short.as_ref()]);
        let mut names: Vec<String> =
            before.chain([shown.short.as_ref()]).flatten().map(|name| self.typeset(name)).collect();
        let is_to_come = |alias: &str| {
            let past: Vec<_> = entity.names.before(today).chain([entity.names.on(today)]).collect();
            let is_name =
                |name: &crate::model::Name| &*name.full == alias || name.short.as_deref() == Some(alias);
            entity.names.all().any(is_name) && !past.into_iter().any(is_name)
        };
        for item in entity.document.record.list("aliases") {
            if let Value::Text(alias) = &item.value
                && !is_to_come(alias)
            {
                names.push(self.typeset(alias));
            }
        }
        names
    }

    /// What any entity is, in words.
    pub fn kind_of(&self, entity: &Entity) -> String {
        match &entity.data {
            Data::Organisation(_) => self.organisation_kind(entity),
            Data::Partnership(partnership) => {
                self.label(&format!("partnership_kind.{}", partnership.kind), &[])
            }
            Data::Call(call) => self.label(&format!("call_type.{}", call.call_type), &[]),
            Data::Publication(study) => self.label(&format!("publication_type.{}", study.study_type), &[]),
            _ => self.label(&format!("kind.{}", entity.kind().name()), &[]),
        }
    }

    fn further(&self) -> Vec<LinkView> {
        let mut further: Vec<LinkView> = self.link_to_section(&Subject::SitePlan).into_iter().collect();
        let all = Subject::News(NewsFilter::All, 1);
        further.extend(self.link_to_page(&all, self.label("news.all", &[])));
        further.extend(self.news_years());
        further
    }
}

impl EntryView {
    /// What it is sorted by: signs before the first letter or digit aside.
    fn key(&self) -> String {
        let name = if self.other_name.is_empty() { &self.link.text } else { &self.other_name };
        let key = sorting_key(name);
        key.trim_start_matches(|sign: char| !sign.is_alphanumeric()).to_owned()
    }
}

/// The letter under which a name stands, and its anchor.
fn heading(key: &str) -> (String, String) {
    match key.chars().next() {
        Some(letter) if letter.is_ascii_alphabetic() => (letter.to_uppercase().collect(), letter.to_string()),
        _ => ("0–9".to_owned(), "0-9".to_owned()),
    }
}
