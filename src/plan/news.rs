//! Which posts each list of news has, the newest first.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::lasting::ever_listed;
use crate::config::Extra;
use crate::model::{BacklinkRole, EntityId, Federation};
use crate::schema::Kind;

/// How many of the posts about an entity its own page shows, the newest ones.
pub const SHOWN_ON_PROFILE: usize = 8;

/// What a list of news is restricted to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NewsFilter {
    /// Nothing.
    All,
    /// A year.
    Year(i16),
    /// A theme, by the id of its term.
    Theme(Arc<str>),
    /// Press releases.
    PressReleases,
    /// What the posts are about.
    About(EntityId),
}

/// Every list of news, with its posts. Only lists that have posts are there, and that of all.
#[must_use]
pub fn news_lists(federation: &Federation) -> BTreeMap<NewsFilter, Vec<EntityId>> {
    let mut posts: Vec<EntityId> = federation.listed(Kind::Post).map(|(id, _)| id).collect();
    posts.sort_by_key(|id| Reverse(newness(federation, *id)));
    let mut lists = BTreeMap::from([(NewsFilter::All, Vec::new())]);
    for id in posts {
        for filter in filters(federation, id, |id| federation.find_known(id)) {
            lists.entry(filter).or_insert_with(Vec::new).push(id);
        }
    }
    lists.retain(|filter, posts| has_list(federation, filter, posts.len()));
    lists
}

/// How many posts each list of news may have, whatever the day: only lists that some day has.
#[must_use]
pub fn most_posts(federation: &Federation) -> BTreeMap<NewsFilter, usize> {
    let mut counts = BTreeMap::from([(NewsFilter::All, 0)]);
    for (id, _) in ever_listed(federation, Kind::Post) {
        for filter in filters(federation, id, |id| federation.find(id)) {
            *counts.entry(filter).or_insert(0) += 1;
        }
    }
    counts.retain(|filter, count| has_list(federation, filter, *count));
    counts
}

/// Poles and regions have a list of their own; what else posts are about, where its own page cannot
/// show them all; years, themes and press releases, unless the site does without.
fn has_list(federation: &Federation, filter: &NewsFilter, count: usize) -> bool {
    let config = &federation.config;
    match filter {
        NewsFilter::All => true,
        NewsFilter::Year(_) => config.has(Extra::Years),
        NewsFilter::Theme(_) => config.has(Extra::Themes),
        NewsFilter::PressReleases => config.has(Extra::PressReleases),
        NewsFilter::About(id) => {
            let kind = federation.entity(*id).kind();
            matches!(kind, Kind::Pole | Kind::Region) || count > SHOWN_ON_PROFILE
        }
    }
}

/// Posts that speak of an entity, the newest first.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    /// Those that are about it.
    pub about: Vec<EntityId>,
    /// Those that only mention it.
    pub mentions: Vec<EntityId>,
}

/// What posts speak of each entity. `places` are those of posts in the list of all news.
#[must_use]
pub fn coverage(
    federation: &Federation,
    places: &FxHashMap<EntityId, usize>,
) -> FxHashMap<EntityId, Coverage> {
    let mut covered = FxHashMap::default();
    for (id, _) in federation.all() {
        let mut coverage = Coverage::default();
        // Backlinks come sorted by who refers, the most telling role first.
        let mut last = None;
        for link in federation.backlinks(id).filter(|link| places.contains_key(&link.from)) {
            if last.replace(link.from) == Some(link.from) {
                continue;
            }
            match link.role {
                BacklinkRole::Subject => coverage.about.push(link.from),
                _ => coverage.mentions.push(link.from),
            }
        }
        for posts in [&mut coverage.about, &mut coverage.mentions] {
            posts.sort_unstable_by_key(|post| places.get(post));
        }
        if !(coverage.about.is_empty() && coverage.mentions.is_empty()) {
            covered.insert(id, coverage);
        }
    }
    covered
}

/// By date, the hour included, then by id: never by the order of files.
fn newness(federation: &Federation, id: EntityId) -> (Option<crate::date::Date>, &Arc<str>) {
    let entity = federation.entity(id);
    (entity.post().and_then(|post| post.date), entity.id())
}

fn filters(
    federation: &Federation,
    id: EntityId,
    find: impl Fn(&str) -> Option<EntityId>,
) -> Vec<NewsFilter> {
    let mut filters = vec![NewsFilter::All];
    let Some(post) = federation.entity(id).post() else { return filters };
    filters.extend(post.date.map(|date| NewsFilter::Year(date.year())));
    filters.extend(post.is_press_release().then_some(NewsFilter::PressReleases));
    filters.extend(post.tags.iter().cloned().map(NewsFilter::Theme));
    filters.extend(post.about.iter().filter_map(|id| find(id)).map(NewsFilter::About));
    filters.sort_unstable();
    filters.dedup();
    filters
}
