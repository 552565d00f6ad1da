//! Lists of news, and what speaks of an entity.

use serde::Serialize;

use super::card::PostCard;
use super::link::LinkView;
use super::viewer::Viewer;
use crate::model::EntityId;
use crate::plan::{NewsFilter, SHOWN_ON_PROFILE, Subject};
use crate::prepared::Prepared;
use crate::schema::{Kind, List};

/// A page of a list of news. Template `news.html`, as `list`.
#[derive(Clone, Debug, Serialize)]
pub struct NewsListView {
    /// The heading.
    pub title: String,
    /// How many posts the whole list has, in words.
    pub count: String,
    /// What the list is restricted to, linked: a pole, a region.
    pub about: Option<LinkView>,
    /// The posts of this page.
    pub posts: Vec<Prepared<PostCard>>,
    /// The way to the other pages.
    pub pager: PagerView,
}

/// The lists of news that are restricted to something, each linked to its first page. In every template, as
/// `site.news_lists`.
#[derive(Clone, Debug, Serialize)]
pub struct NewsListsView {
    /// By year, the latest first.
    pub years: Vec<LinkView>,
    /// By theme.
    pub themes: Vec<LinkView>,
    /// By pole.
    pub poles: Vec<LinkView>,
    /// By region.
    pub regions: Vec<LinkView>,
}

/// The way to the other pages of a list.
#[derive(Clone, Debug, Serialize)]
pub struct PagerView {
    /// This page, from 1.
    pub number: usize,
    /// How many there are.
    pub count: usize,
    /// « Page 2 sur 3 ».
    pub words: String,
    /// The page before; newer posts.
    pub previous: Option<LinkView>,
    /// The page after; older posts.
    pub next: Option<LinkView>,
}

/// What speaks of an entity, by role.
#[derive(Clone, Debug, Serialize)]
pub struct CoverageView {
    /// Posts that are about it, the newest first, as many as a profile shows.
    pub about: Vec<Prepared<PostCard>>,
    /// The list of all of these, where there are more or it has one.
    pub all: Option<LinkView>,
    /// Posts that only mention it, the newest first, as many as a profile shows.
    pub mentions: Vec<Prepared<PostCard>>,
}

impl Viewer<'_> {
    /// A page of a list of news.
    pub fn news_list(&self, filter: &NewsFilter, number: usize) -> NewsListView {
        let posts = self.plan.news(filter);
        let size = self.federation.config.page_size;
        let shown = posts.iter().skip((number - 1) * size).take(size);
        NewsListView {
            title: self.news_title(filter),
            count: self.count("news.count", posts.len()),
            about: match filter {
                NewsFilter::About(id) => Some(self.link(*id)),
                _ => None,
            },
            posts: shown.map(|id| self.post_card(*id)).collect(),
            pager: self.pager(filter, number, posts.len().div_ceil(size).max(1)),
        }
    }

    /// The lists of news that are restricted to something.
    pub fn news_lists(&self) -> NewsListsView {
        NewsListsView {
            years: self.lists(|filter| matches!(filter, NewsFilter::Year(_))).into_iter().rev().collect(),
            themes: self.lists(|filter| matches!(filter, NewsFilter::Theme(_))),
            poles: self.lists(|filter| self.is_about(filter, Kind::Pole)),
            regions: self.lists(|filter| self.is_about(filter, Kind::Region)),
        }
    }

    /// The heading of a list of news.
    pub fn news_title(&self, filter: &NewsFilter) -> String {
        match filter {
            NewsFilter::All => self.label("news.title", &[]),
            NewsFilter::Year(year) => self.label("news.title_year", &[("year", &year.to_string())]),
            NewsFilter::Theme(id) => {
                let name = self.term(List::Tags, id).unwrap_or_else(|| id.to_string());
                self.label("news.title_theme", &[("name", &name)])
            }
            NewsFilter::PressReleases => self.label("news.title_press_releases", &[]),
            NewsFilter::About(id) => {
                let name = self.name(self.federation.entity(*id));
                self.label("news.title_about", &[("name", &name)])
            }
        }
    }

    fn is_about(&self, filter: &NewsFilter, kind: Kind) -> bool {
        matches!(filter, NewsFilter::About(id) if self.federation.entity(*id).kind() == kind)
    }

    fn lists(&self, wanted: impl Fn(&NewsFilter) -> bool) -> Vec<LinkView> {
        let lists = self.plan.news_lists().filter(|(filter, _)| wanted(filter));
        lists
            .filter_map(|(filter, _)| {
                let words = match filter {
                    NewsFilter::All | NewsFilter::PressReleases => return None,
                    NewsFilter::Year(year) => year.to_string(),
                    NewsFilter::Theme(id) => self.term(List::Tags, id).unwrap_or_else(|| id.to_string()),
                    NewsFilter::About(id) => self.name(self.federation.entity(*id)),
                };
                self.link_to_page(&Subject::News(filter.clone(), 1), words)
            })
            .collect()
    }

    fn pager(&self, filter: &NewsFilter, number: usize, count: usize) -> PagerView {
        let page = |number: usize, key: &str| {
            self.link_to_page(&Subject::News(filter.clone(), number), self.label(key, &[]))
        };
        let places = [("number", number.to_string()), ("count", count.to_string())];
        let places = places.each_ref().map(|(place, words)| (*place, words.as_str()));
        PagerView {
            number,
            count,
            words: self.label("pager.page", &places),
            previous: (number > 1).then(|| page(number - 1, "pager.newer")).flatten(),
            next: (number < count).then(|| page(number + 1, "pager.older")).flatten(),
        }
    }

    /// What speaks of an entity, by role, each post once.
    pub fn coverage(&self, id: EntityId) -> CoverageView {
        let coverage = self.plan.coverage(id);
        let cards =
            |posts: &[EntityId]| posts.iter().take(SHOWN_ON_PROFILE).map(|id| self.post_card(*id)).collect();
        CoverageView {
            about: coverage.map(|it| cards(&it.about)).unwrap_or_default(),
            all: self.link_to_page(&Subject::News(NewsFilter::About(id), 1), self.label("news.all", &[])),
            mentions: coverage.map(|it| cards(&it.mentions)).unwrap_or_default(),
        }
    }
}
