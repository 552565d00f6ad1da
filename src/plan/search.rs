//! What a search finds, and the files of its index.

use super::{Address, Addresses, INDEXED, NewsFilter, Output, Plan, Planner};
use crate::config::Extra;
use crate::language::Language;
use crate::model::{EntityId, Federation};
use crate::schema::Kind;
use crate::search::{files_of_titles, files_of_words};

/// One file of the index of a language; [`crate::search`] says what each holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IndexFile {
    /// The one that leads to the others.
    Root,
    /// Words, and which entries hold them.
    Words(usize),
    /// Titles of entries.
    Titles(usize),
}

impl IndexFile {
    fn name(self) -> String {
        match self {
            Self::Root => "index.json".to_owned(),
            Self::Words(number) => format!("words-{number}.json"),
            Self::Titles(number) => format!("titles-{number}.json"),
        }
    }
}

/// The kinds that a search finds before the news: the first among equals first.
const FIRST: [Kind; 5] = [Kind::Pole, Kind::Phase, Kind::Partnership, Kind::Region, Kind::Organisation];

/// What a search in a language finds, the first among equals first: profiles, lasting pages, other
/// texts, then news, the newest first. Texts are found in the languages that they are written in.
#[must_use]
pub fn searched(federation: &Federation, plan: &Plan, language: &Language) -> Vec<EntityId> {
    let Some(first) = federation.config.languages.first() else { return Vec::new() };
    let is_text = |kind: &Kind| kind.is_text();
    let others = INDEXED.into_iter().filter(|kind| !FIRST.contains(kind));
    let profiles = others.clone().filter(|kind| !is_text(kind));
    let texts = others.filter(is_text);
    let kinds = FIRST.into_iter().chain(profiles).chain([Kind::Page]).chain(texts);
    let listed = kinds.flat_map(|kind| federation.listed(kind).map(|(id, _)| id));
    let all = listed.chain(plan.news(&NewsFilter::All).iter().copied());
    all.filter(|id| {
        let entity = federation.entity(*id);
        !entity.kind().is_text() || entity.is_written_in(language, first)
    })
    .collect()
}

impl Planner<'_> {
    /// The files of the index: how many there are follows from how much is searched, not from what
    /// it says.
    pub(super) fn search_index(&mut self, language: &Language) {
        if !self.federation.config.has(Extra::Search) {
            return;
        }
        let addresses = Addresses::new(&self.federation.config, language);
        let folder = addresses.join(&[addresses.word("search"), "index"]);
        let count = searched(self.federation, &self.plan, language).len();
        let words = (0..files_of_words(count)).map(IndexFile::Words);
        let titles = (0..files_of_titles(count)).map(IndexFile::Titles);
        for file in [IndexFile::Root].into_iter().chain(words).chain(titles) {
            let address = Address::new(&format!("{folder}{}", file.name()));
            self.add(address, Output::SearchIndex(file, language.clone()), None);
        }
    }
}
