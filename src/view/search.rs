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
    /// Entries by their first letters, in order.
    pub letters: Vec<LettersView>,
    /// Where to look further: the plan of the site, lists of news.
    pub further: Vec<LinkView>,
}

/// How many headings the list from A to Z has at most: with one a letter, a page would have more
/// headings than a telephone shows entries.
const HEADINGS: usize = 8;

/// The entries of some letters that follow each other.
#[derive(Clone, Debug, Serialize)]
pub struct LettersView {
    /// The letters, as capitals without accent: « A–C », « 0–9 » for numbers.
    pub letters: String,
    /// Its anchor in the page.
    pub anchor: String,
    /// Its entries.
    pub entries: Vec<EntryView>,
}

/// An entry: an entity under its name, or under another name that it has or had.
#[derive(Clone, Debug, Serialize)]
pub struct EntryView {
    /// The other name under which it stands; empty for the entity's own.
    pub name: String,
    /// Further names that begin with the same letter.
    pub others: Vec<String>,
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
            (sorting(entry.sorted_as()), sorting_key(&entry.link.text), entry.link.href.clone())
        });
        let letters = by_letters(entries);
        SearchView { title: self.label("section.search", &[]), letters, further: self.further() }
    }

    /// An entity under its name, and under each other name that begins with another letter; those
    /// that begin with the same stand beside its own.
    fn entries_of(&self, id: EntityId, entity: &Entity) -> Vec<EntryView> {
        let (link, kind) = (self.link(id), self.within_sentence(&self.kind_of(entity)));
        let brief = self.brief(entity);
        let entry = |name: &str, text: &str| EntryView {
            name: name.to_owned(),
            others: Vec::new(),
            link: LinkView { text: text.to_owned(), ..link.clone() },
            kind: kind.clone(),
        };
        let mut keys = vec![letters(&link.text)];
        let mut entries = vec![entry("", &link.text)];
        for name in self.other_names(entity) {
            let key = letters(&name);
            if keys.contains(&key) {
                continue;
            }
            keys.push(key);
            let first = first_letter(&name);
            match entries.iter_mut().find(|it| first_letter(it.sorted_as()) == first) {
                Some(beside) => beside.others.push(name),
                None => entries.push(entry(&name, if name == brief { &link.text } else { &brief })),
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
    /// The name that it is sorted by.
    fn sorted_as(&self) -> &str {
        if self.name.is_empty() { &self.link.text } else { &self.name }
    }
}

/// What a name is sorted by: signs before the first letter or digit aside.
fn sorting(name: &str) -> String {
    sorting_key(name).trim_start_matches(|sign: char| !sign.is_alphanumeric()).to_owned()
}

/// The letters and digits of a name alone: two spellings that have the same are one.
fn letters(name: &str) -> String {
    sorting_key(name).chars().filter(|it| it.is_alphanumeric()).collect()
}

/// The letter under which a name stands, or `0` for all that do not begin with one.
fn first_letter(name: &str) -> char {
    sorting(name).chars().next().filter(char::is_ascii_alphabetic).unwrap_or('0')
}

/// Sorted entries under a few headings, each of about as many.
fn by_letters(entries: Vec<EntryView>) -> Vec<LettersView> {
    let enough = entries.len().div_ceil(HEADINGS);
    let mut all: Vec<(char, char, Vec<EntryView>)> = Vec::new();
    for entry in entries {
        let letter = first_letter(entry.sorted_as());
        match all.last_mut() {
            Some((_, last, group)) if *last == letter || group.len() < enough => {
                *last = letter;
                group.push(entry);
            }
            _ => all.push((letter, letter, vec![entry])),
        }
    }
    all.into_iter()
        .map(|(first, last, entries)| LettersView {
            letters: heading(first, last),
            anchor: first.to_string(),
            entries,
        })
        .collect()
}

/// The words for letters that follow each other.
fn heading(first: char, last: char) -> String {
    let words = |letter: char| match letter {
        '0' => "0–9".to_owned(),
        _ => letter.to_uppercase().collect(),
    };
    if first == last { words(first) } else { format!("{}–{}", words(first), words(last)) }
}
